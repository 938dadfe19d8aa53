//! Writes that are ended at any moment: the old file or the new one is there, and nothing else.

use super::{Row, SEED, Trial};
use crate::Result;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The signals that end it, in turn.
const SIGNALS: [&str; 7] = ["KILL", "TERM", "INT", "HUP", "QUIT", "XCPU", "USR1"];

/// A command that writes a file.
pub struct Write {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What it writes, below its folder.
    file: &'static str,
    /// What was there before.
    before: &'static str,
}

/// An export over a file that is there.
pub const EXPORTS: Write = Write {
    name: "exports ended at any moment",
    arguments: &["export", "--to", "html", "--force", "-o", "out.html"],
    file: "out.html",
    before: "what was there before",
};

/// A view as JSON, over a file that is there.
pub const VIEWS: Write = Write {
    name: "views written to files, ended at any moment",
    arguments: &["clauses", "--json", "--force", "-o", "out.json"],
    file: "out.json",
    before: "what was there before",
};

/// Marks and notes, beside those that are there.
pub const MARKS: Write = Write {
    name: "writes of marks and notes ended at any moment",
    arguments: &["marks", "--import", "in.marks.json"],
    file: "accords/marks.json",
    before: r#"{"format":"accords-marks/1","marks":[{"address":"d/a.c","note":"mine"}]}"#,
};

/// The marks that are imported.
const IMPORTED: &str = r#"{"format":"accords-marks/1","marks":[{"address":"d/a.d","note":"theirs"}]}"#;

/// The rows of this part.
///
/// # Errors
/// The program does not run.
pub fn rows(trial: &Trial, write: &Write) -> Result<Vec<Row>> {
    Ok(vec![row(trial, write)?])
}

fn row(trial: &Trial, write: &Write) -> Result<Row> {
    let runs = if trial.is_long { 500 } else { 40 };
    let folder = std::env::temp_dir().join("accords-trust/kills");
    let _ = std::fs::remove_dir_all(&folder);
    let file = folder.join(write.file);
    let parent = file.parent().ok_or("no folder")?.to_owned();
    std::fs::create_dir_all(&parent)?;
    std::fs::write(folder.join("in.marks.json"), IMPORTED)?;
    std::fs::write(&file, write.before)?;
    let begin = Instant::now();
    crate::run(&mut command(trial, &folder, write))?;
    let (whole, expected) = (begin.elapsed(), std::fs::read(&file)?);
    let (mut random, mut ended, mut lost, mut left) = (SEED, 0, 0, 0);
    for run in 0..runs {
        std::fs::write(&file, write.before)?;
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = whole.mul_f64((random >> 40) as f64 / f64::from(1 << 24));
        let signal = SIGNALS[run % SIGNALS.len()];
        let (id, is_ended) = end(&mut command(trial, &folder, write), signal, after)?;
        ended += usize::from(is_ended);
        // Only a signal that cannot be caught may leave a file behind, until the next run.
        let own = format!(".accords-{id}-");
        left += usize::from(signal != "KILL" && names(&parent)?.iter().any(|name| name.starts_with(&own)));
        let found = std::fs::read(&file).unwrap_or_default();
        lost += usize::from(found != expected && found != write.before.as_bytes());
    }
    // What a killed run left is removed by the next one that writes there.
    crate::run(&mut command(trial, &folder, write))?;
    for name in names(&parent)? {
        let is_own = write.file.ends_with(&name) || name.ends_with(".lock") || name == "in.marks.json";
        left += usize::from(!is_own && name != "accords");
    }
    let figures = format!("{ended} of {runs} ended by a signal, {lost} files lost, {left} leftovers");
    Ok(Row::new(write.name, lost == 0 && left == 0, figures))
}

fn command(trial: &Trial, folder: &Path, write: &Write) -> Command {
    let mut command = Command::new(&trial.program);
    command.args(write.arguments).current_dir(folder).env("XDG_STATE_HOME", folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Result<Vec<String>> {
    let name =
        |entry: std::io::Result<std::fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    std::fs::read_dir(folder)?.map(name).collect()
}

/// Starts a command and sends it a signal after a time; returns its process id, and whether that ended it.
fn end(command: &mut Command, signal: &str, after: Duration) -> Result<(u32, bool)> {
    let mut child = command.spawn()?;
    std::thread::sleep(after);
    let id = child.id();
    // It may have ended already.
    let _ = Command::new("kill").args([format!("-{signal}"), id.to_string()]).stderr(Stdio::null()).status();
    Ok((id, !child.wait()?.success()))
}
