//! The tests that try promises: faults of the disk, damaged files, properties, abnormal ends in a real terminal.

use super::{Outcome, Row, Trial};
use crate::{Result, cargo};
use std::process::Command;

/// A run of a part of the tests.
pub struct Suite {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What makes it longer in the long form.
    longer: (&'static str, &'static str),
}

/// The n-th operation on the disk fails, for every n.
pub const FAULTS: Suite = Suite {
    name: "every operation on the disk fails once",
    arguments: &["--test", "commands", "faults", "--", "--nocapture"],
    longer: ("", ""),
};

/// Files of every format, cut, changed and mixed.
pub const DAMAGED: Suite = Suite {
    name: "damaged files of every format",
    arguments: &["--test", "formats", "damaged"],
    longer: ("ACCORDS_DAMAGED", "400"),
};

/// What holds for any input, and the entry points of the fuzz targets.
pub const PROPERTIES: Suite = Suite {
    name: "properties of files, keys, sizes, queries",
    arguments: &["--test", "properties"],
    longer: ("PROPTEST_CASES", "2000"),
};

/// What is said to a full disk, a closed pipe and a terminal.
pub const OUTPUTS: Suite = Suite {
    name: "full disks, closed pipes, hostile texts",
    arguments: &["--test", "commands", "outputs"],
    longer: ("", ""),
};

/// Panics, signals, a terminal that is gone, a stop.
pub const HAND_BACK: Suite = Suite {
    name: "the terminal is handed back after any end",
    arguments: &["--test", "terminal", "hand_back", "--", "--test-threads", "2"],
    longer: ("", ""),
};

/// Any bytes, then Ctrl-C.
pub const INTERRUPTS: Suite = Suite {
    name: "Ctrl-C after any bytes",
    arguments: &["--test", "terminal", "ends::whatever_was_typed", "--", "--nocapture"],
    longer: ("ACCORDS_ENDS", "10000"),
};

/// Signals, at any moment of a visit.
pub const SIGNALS: Suite = Suite {
    name: "signals at any moment",
    arguments: &["--test", "terminal", "ends::a_signal", "--", "--nocapture"],
    longer: ("ACCORDS_ENDS", "2000"),
};

/// Each frame, as drawn and as shown.
pub const ORACLE: Suite = Suite {
    name: "a terminal shows what is drawn, cell by cell",
    arguments: &["--test", "screens", "oracle", "--", "--nocapture"],
    longer: ("", ""),
};

/// How the lines end in which tests print figures of their own.
const FIGURES: [&str; 3] = [
    " faults of the disk survived",
    " ends leave the terminal as it was",
    " frames are the same in a terminal",
];

/// The row of a suite.
///
/// # Errors
/// Cargo does not run.
pub fn rows(trial: &Trial, suite: &Suite) -> Result<Vec<Row>> {
    Ok(vec![tests(trial, suite)?])
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
