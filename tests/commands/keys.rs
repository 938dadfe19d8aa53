//! `accords keys`, with and without a person's file.

use crate::shell::{accords, out, stderr, stdout};
use serde_json::Value;
use std::path::Path;

/// A folder of settings with this file of keys.
fn folder(keys: &str) -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::create_dir_all(folder.path().join("accords")).unwrap();
    std::fs::write(folder.path().join("accords/keys.toml"), keys).unwrap();
    folder
}

fn list(folder: &Path, arguments: &[&str]) -> std::process::Output {
    accords(&[&["keys"], arguments].concat()).env("XDG_CONFIG_HOME", folder).output().unwrap()
}

#[test]
fn the_defaults_are_listed_with_where_they_come_from() {
    let text = out(&["keys"]);
    let row = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
    assert!(
        row("S ").contains("sort") && row("S ").contains("default") && row("S ").contains("panes library")
    );
    assert!(row("ctrl-c ").contains("quit") && row("ctrl-c ").contains("fixed"));
    assert_eq!(out(&["keys", "--defaults"]), include_str!("../../assets/keys.toml"));
}

#[test]
fn own_keys_are_listed_with_file_and_line() {
    let folder = folder("[panes]\nsort = \"g s\"\ntop = \"g g\"\n");
    let output = list(folder.path(), &["--json"]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    let rows: Vec<Value> = serde_json::from_str(&stdout(&output)).unwrap();
    let own: Vec<&Value> = rows.iter().filter(|row| !row["line"].is_null()).collect();
    assert_eq!(own.len(), 2);
    assert_eq!((&own[1]["keys"], &own[1]["contexts"][0]), (&"g s".into(), &"panes".into()));
    assert!(own[1]["from"].as_str().unwrap().ends_with("accords/keys.toml") && own[1]["line"] == 2);
    // The default is in effect where the file says nothing.
    assert!(rows.iter().any(|row| row["keys"] == "S" && row["contexts"][0] == "library"));
    let text = stdout(&list(folder.path(), &[]));
    assert!(text.contains("accords/keys.toml:2"), "{text}");
}

#[test]
fn what_is_wrong_is_told_and_the_defaults_are_listed() {
    let folder = folder("[everywhere]\nsort = \"E\"\nexprot = \"X\"\n");
    let output = list(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    let told = stderr(&output);
    assert!(told.contains("keys.toml:3:1: error: no action is named exprot; did you mean export?"), "{told}");
    assert!(told.contains("the default keys are in effect"), "{told}");
    assert!(stdout(&output).lines().any(|line| line.starts_with("S ")));
}

#[test]
fn the_explorer_line_by_line_has_the_same_keys() {
    use std::io::Write;
    let folder = folder("[everywhere]\ncoverage = \"E\"\n");
    let mut plain = accords(&["--plain", "--theme", "light", "--ascii", "--no-mouse"]);
    plain.env("XDG_CONFIG_HOME", folder.path());
    plain
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = plain.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b":\n:C\nq\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    let text = stdout(&output);
    assert!(text.contains(":E  coverage") && text.contains("C does nothing here"), "{text}");
}
