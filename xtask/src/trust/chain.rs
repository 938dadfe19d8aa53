//! What is linked: no network, known licences, no advisories; and what measures the tests themselves.

use super::suites::tool;
use super::{Row, Trial};
use crate::{Result, cargo, output};
use std::process::{Command, Stdio};

/// Crates that talk to a network.
const NETWORK: [&str; 10] =
    ["reqwest", "hyper", "ureq", "curl", "isahc", "native-tls", "openssl", "rustls", "socket2", "tokio"];

/// The files of text, query, state, path and save code.
const MUTATED: [&str; 5] = [
    "src/text/*.rs",
    "src/search/query/*.rs",
    "src/data/personal/*.rs",
    "src/data/formats/accords_json/path.rs",
    "src/data/file/*.rs",
];

/// Commands whose system calls are looked at.
const WATCHED: [&[&str]; 4] =
    [&["check"], &["search", "energy"], &["export", "--to", "html"], &["show", "declaration-2022"]];

/// The row of the crates that are linked.
///
/// # Errors
/// Cargo does not run.
pub fn crates(trial: &Trial) -> Result<Vec<Row>> {
    let tree = ["tree", "--locked", "--package", "accords", "-e", "normal", "--prefix", "none"];
    let tree = String::from_utf8(output(Command::new(cargo()).current_dir(&trial.root).args(tree))?)?;
    let mut crates: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    crates.sort_unstable();
    crates.dedup();
    let linked: Vec<&&str> = crates.iter().filter(|name| NETWORK.contains(name)).collect();
    let figures = format!("{} crates; {linked:?}", crates.len());
    Ok(vec![Row::new("no network code is linked", linked.is_empty(), figures)])
}

/// The row of cargo-deny.
///
/// # Errors
/// Cargo does not run.
pub fn deny(trial: &Trial) -> Result<Vec<Row>> {
    Ok(vec![tool(trial, "advisories, licences, sources", &["deny", "--all-features", "--offline", "check"])?])
}

/// The row of the lines that the tests reach.
///
/// # Errors
/// Cargo does not run.
pub fn coverage(trial: &Trial) -> Result<Vec<Row>> {
    long(trial, "lines covered by the tests", &["llvm-cov", "--summary-only"])
}

/// The row of the changes to the program that no test notices.
///
/// # Errors
/// Cargo does not run.
pub fn mutants(trial: &Trial) -> Result<Vec<Row>> {
    let mut arguments = vec!["mutants", "--timeout", "120"];
    arguments.extend(MUTATED.iter().flat_map(|files| ["--file", files]));
    long(trial, "mutants of text, query, state, path and save code", &arguments)
}

/// The row of a tool that takes too long for the short form.
fn long(trial: &Trial, name: &str, arguments: &[&str]) -> Result<Vec<Row>> {
    Ok(vec![match trial.is_long {
        true => tool(trial, name, arguments)?,
        false => Row::skipped(name, "the long form runs it"),
    }])
}

/// The row of the system calls of commands; without strace it is skipped.
///
/// # Errors
/// A command does not run.
pub fn calls(trial: &Trial) -> Result<Vec<Row>> {
    Ok(vec![sockets(trial)?])
}

/// Whether a command opens a socket; skipped without strace.
fn sockets(trial: &Trial) -> Result<Row> {
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
