//! The tests that try promises: faults of the disk, damaged files, properties, abnormal ends in a real terminal, fuzzing.

use super::{Outcome, Row, Trial};
use crate::{Result, cargo};
use std::process::Command;

/// A run of a part of the tests.
struct Suite {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What makes it longer in the long form.
    longer: (&'static str, &'static str),
}

const SUITES: [Suite; 7] = [
    Suite {
        name: "every operation on the disk fails once",
        arguments: &["--test", "commands", "faults", "--", "--nocapture"],
        longer: ("", ""),
    },
    Suite {
        name: "damaged files of every format",
        arguments: &["--test", "formats", "damaged"],
        longer: ("ACCORDS_DAMAGED", "400"),
    },
    Suite {
        name: "properties of files, keys, sizes, queries",
        arguments: &["--test", "properties"],
        longer: ("PROPTEST_CASES", "2000"),
    },
    Suite {
        name: "full disks, closed pipes, hostile texts",
        arguments: &["--test", "commands", "outputs"],
        longer: ("", ""),
    },
    Suite {
        name: "the terminal is handed back after any end",
        arguments: &["--test", "terminal", "hand_back", "--", "--test-threads", "2"],
        longer: ("", ""),
    },
    Suite {
        name: "abnormal ends at any moment",
        arguments: &["--test", "terminal", "ends", "--", "--nocapture"],
        longer: ("ACCORDS_ENDS", "2000"),
    },
    Suite {
        name: "a terminal shows what is drawn, cell by cell",
        arguments: &["--test", "screens", "oracle", "--", "--nocapture"],
        longer: ("", ""),
    },
];

/// How the lines end in which tests print figures of their own.
const FIGURES: [&str; 3] = [
    " faults of the disk survived",
    " ends leave the terminal as it was",
    " frames are the same in a terminal",
];

/// The seconds that each fuzz target runs in the long form.
const FUZZ_SECONDS: u32 = 60;

/// The rows of this part.
///
/// # Errors
/// Cargo does not run.
pub fn rows(trial: &Trial) -> Result<Vec<Row>> {
    let mut rows = SUITES.iter().map(|suite| tests(trial, suite)).collect::<Result<Vec<Row>>>()?;
    rows.extend(fuzz(trial)?);
    Ok(rows)
}

fn tests(trial: &Trial, suite: &Suite) -> Result<Row> {
    let mut command = Command::new(cargo());
    command.current_dir(&trial.root).args(["test", "--locked"]).args(suite.arguments);
    if trial.is_long && !suite.longer.0.is_empty() {
        command.env(suite.longer.0, suite.longer.1);
    }
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let figure = |word: &str| -> usize {
        let results = said.lines().filter(|line| line.starts_with("test result:"));
        let before = results.filter_map(|line| {
            line.split(word).next()?.split_whitespace().next_back()?.parse::<usize>().ok()
        });
        before.sum()
    };
    let (passed, failed) = (figure(" passed"), figure(" failed"));
    // Tests may print figures of their own, perhaps after the dot of another.
    let own = |line: &str| {
        let line = line.trim_start_matches('.');
        let is_figure = FIGURES.iter().any(|figure| line.ends_with(figure));
        is_figure.then(|| format!(", {line}"))
    };
    let own: String = said.lines().filter_map(own).collect();
    if !output.status.success() {
        print!("{said}{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(Row::new(
        suite.name,
        output.status.success() && passed > 0,
        format!("{passed} tests passed, {failed} failed{own}"),
    ))
}

fn fuzz(trial: &Trial) -> Result<Vec<Row>> {
    let name = "fuzz targets";
    if !trial.is_long {
        return Ok(vec![Row::skipped(
            name,
            "the long form runs them; their entry points are among the properties",
        )]);
    }
    if !is_installed(&["fuzz", "--version"]) {
        return Ok(vec![Row::skipped(name, "cargo install cargo-fuzz")]);
    }
    let mut targets: Vec<String> = std::fs::read_dir(trial.root.join("fuzz/fuzz_targets"))?
        .map(|file| Ok(file?.path().file_stem().unwrap_or_default().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    targets.sort();
    let run = |target: &String| -> Result<Row> {
        let limit = format!("-max_total_time={FUZZ_SECONDS}");
        let (found, seeds) = (format!("fuzz/corpus/{target}"), format!("fuzz/seeds/{target}"));
        std::fs::create_dir_all(trial.root.join(&found))?;
        // What a fuzz target is built with is there in a stable compiler too.
        let output = Command::new(cargo())
            .current_dir(&trial.root)
            .env("RUSTC_BOOTSTRAP", "1")
            .args(["fuzz", "run", "-s", "none", target, &found, &seeds])
            .args(["--", &limit, "-print_final_stats=1", "-rss_limit_mb=4096"])
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let executions = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        let figures = format!("{} executions in {FUZZ_SECONDS} s", executions.unwrap_or("no").trim());
        Ok(Row::new(format!("fuzz {target}"), output.status.success(), figures))
    };
    targets.iter().map(run).collect()
}

/// Whether cargo has this command.
pub fn is_installed(arguments: &[&str]) -> bool {
    Command::new(cargo()).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// The row of a tool that may not be installed.
///
/// # Errors
/// Cargo does not run.
pub fn tool(trial: &Trial, name: &str, arguments: &[&str]) -> Result<Row> {
    let Some(command) = arguments.first() else { return Err("no command".into()) };
    if !is_installed(&[command, "--version"]) {
        return Ok(Row {
            name: name.to_owned(),
            result: Outcome::Skipped,
            figures: format!("cargo-{command} is not installed"),
        });
    }
    let output = Command::new(cargo()).current_dir(&trial.root).args(arguments).output()?;
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
    Ok(Row::new(name, output.status.success(), last))
}
