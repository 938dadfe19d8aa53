//! The fuzz targets, where cargo-fuzz is installed.

use super::suites::is_installed;
use super::{Row, Trial};
use crate::{Result, cargo};
use std::process::Command;

/// The seconds that each fuzz target runs in the long form; `ACCORDS_FUZZ=1800` asks for as many.
const SECONDS: u32 = 60;

/// The rows of this part, one for each target.
///
/// # Errors
/// Cargo does not run.
pub fn rows(trial: &Trial) -> Result<Vec<Row>> {
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
    let asked = std::env::var("ACCORDS_FUZZ").ok().and_then(|seconds| seconds.parse().ok());
    let seconds: u32 = asked.unwrap_or(SECONDS);
    let run = |target: &String| -> Result<Row> {
        let limit = format!("-max_total_time={seconds}");
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
        let figure = |name: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name));
            line.map_or("no", |rest| rest.trim_start_matches(':').trim()).to_owned()
        };
        let (executions, megabytes) = (figure("number_of_executed_units"), figure("peak_rss_mb"));
        let figures = format!("{executions} executions in {seconds} s, at most {megabytes} MB");
        Ok(Row::new(format!("fuzz {target}"), output.status.success(), figures))
    };
    targets.iter().map(run).collect()
}
