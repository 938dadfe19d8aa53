//! What is linked: no network, known licences, no advisories; and what measures the tests themselves.

use super::suites::tool;
use super::{Row, Trial};
use crate::{Result, cargo, output};
use std::process::{Command, Stdio};

/// Crates that talk to a network.
const NETWORK: [&str; 10] =
    ["reqwest", "hyper", "ureq", "curl", "isahc", "native-tls", "openssl", "rustls", "socket2", "tokio"];

/// Commands whose system calls are looked at.
const WATCHED: [&[&str]; 4] =
    [&["check"], &["search", "energy"], &["export", "--to", "html"], &["show", "declaration-2022"]];

/// The rows of this part.
///
/// # Errors
/// Cargo does not run.
pub fn rows(trial: &Trial) -> Result<Vec<Row>> {
    let tree = ["tree", "--locked", "--package", "accords", "-e", "normal", "--prefix", "none"];
    let tree = String::from_utf8(output(Command::new(cargo()).current_dir(&trial.root).args(tree))?)?;
    let mut crates: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    crates.sort_unstable();
    crates.dedup();
    let linked: Vec<&&str> = crates.iter().filter(|name| NETWORK.contains(name)).collect();
    let mut rows = vec![Row::new(
        "no network code is linked",
        linked.is_empty(),
        format!("{} crates; {linked:?}", crates.len()),
    )];
    rows.push(calls(trial)?);
    rows.push(tool(trial, "advisories, licences, sources", &["deny", "--offline", "check"])?);
    if trial.is_long {
        rows.push(tool(trial, "lines covered by the tests", &["llvm-cov", "--summary-only"])?);
        let files =
            ["mutants", "--file", "src/text/*.rs", "--file", "src/data/file/*.rs", "--timeout", "120"];
        rows.push(tool(trial, "mutants of text and save code", &files)?);
    }
    Ok(rows)
}

/// Whether a command opens a socket; skipped without strace.
fn calls(trial: &Trial) -> Result<Row> {
    let name = "no command opens a socket";
    let is_there = Command::new("strace").arg("-V").stdout(Stdio::null()).status();
    if !is_there.is_ok_and(|status| status.success()) {
        return Ok(Row::skipped(name, "strace is not installed"));
    }
    let mut calls = 0;
    for arguments in WATCHED {
        let output = Command::new("strace")
            .args(["-f", "-qq", "-e", "trace=socket,connect"])
            .arg(&trial.program)
            .args(arguments)
            .stdout(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        calls += said.lines().filter(|line| line.contains("socket(") || line.contains("connect(")).count();
    }
    Ok(Row::new(name, calls == 0, format!("{} commands, {calls} calls", WATCHED.len())))
}
