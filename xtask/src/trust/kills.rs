//! Exports that are ended at any moment: the old file or the new one is there, and nothing else.

use super::{Row, SEED, Trial};
use crate::Result;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The signals that end it, in turn.
const SIGNALS: [&str; 5] = ["KILL", "TERM", "INT", "HUP", "QUIT"];

/// The rows of this part.
///
/// # Errors
/// The program does not run.
pub fn rows(trial: &Trial) -> Result<Vec<Row>> {
    let runs = if trial.is_long { 500 } else { 40 };
    let folder = std::env::temp_dir().join("accords-trust/kills");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let begin = Instant::now();
    let expected = export(trial, &folder)?;
    let whole = begin.elapsed();
    let (mut random, mut ended, mut lost, mut left) = (SEED, 0, 0, 0);
    for run in 0..runs {
        let old = format!("what was there before run {run}");
        std::fs::write(folder.join("out.html"), &old)?;
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = whole.mul_f64((random >> 40) as f64 / f64::from(1 << 24));
        ended += usize::from(end(trial, &folder, SIGNALS[run % SIGNALS.len()], after)?);
        let found = std::fs::read(folder.join("out.html")).unwrap_or_default();
        lost += usize::from(found != expected && found != old.as_bytes());
    }
    // What a killed run left is removed by the next one that writes there.
    export(trial, &folder)?;
    for entry in std::fs::read_dir(&folder)? {
        left += usize::from(entry?.file_name() != "out.html");
    }
    let figures = format!("{ended} of {runs} ended by a signal, {lost} files lost, {left} leftovers");
    Ok(vec![Row::new("exports ended at any moment", lost == 0 && left == 0, figures)])
}

fn command(trial: &Trial, folder: &Path) -> Command {
    let mut command = Command::new(&trial.program);
    command.args(["export", "--to", "html", "--force", "-o", "out.html"]).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A whole export, and what it wrote.
fn export(trial: &Trial, folder: &Path) -> Result<Vec<u8>> {
    crate::run(&mut command(trial, folder))?;
    Ok(std::fs::read(folder.join("out.html"))?)
}

/// Starts an export and sends it a signal after a time; returns whether that ended it.
fn end(trial: &Trial, folder: &Path, signal: &str, after: Duration) -> Result<bool> {
    let mut child = command(trial, folder).spawn()?;
    std::thread::sleep(after);
    let id = child.id().to_string();
    // It may have ended already.
    let _ = Command::new("kill").args([&format!("-{signal}"), &id]).stderr(Stdio::null()).status();
    Ok(!child.wait()?.success())
}
