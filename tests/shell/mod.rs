//! The commands as a shell starts them, and what there is to start.

#![allow(dead_code, reason = "each test file uses a part")]

use accords::model::Kind;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Each list, what it lists, and how many the built-in dossier has.
pub const VIEWS: [(&str, Kind, usize); 7] = [
    ("timeline", Kind::Event, 132),
    ("clauses", Kind::Clause, 10),
    ("agreements", Kind::Agreement, 35),
    ("sectors", Kind::Sector, 19),
    ("memberships", Kind::Organisation, 57),
    ("disputes", Kind::Dispute, 53),
    ("sources", Kind::Source, 311),
];

pub const FORMATS: [&str; 5] = ["text", "json", "jsonl", "csv", "markdown"];

pub fn accords(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.env_remove("NO_COLOR").env("COLUMNS", "20").stdin(Stdio::null()).args(arguments);
    command
}

pub fn run(arguments: &[&str]) -> Output {
    accords(arguments).output().unwrap()
}

/// What a command that succeeds and says nothing on standard error prints.
pub fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file of the test's own with this text.
pub fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("commands");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    // Tests that run at the same time may write the same file: each sees a whole one.
    let own = tempfile::NamedTempFile::new_in(&folder).unwrap();
    std::fs::write(own.path(), text).unwrap();
    own.persist(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Every command that prints what is in a dossier.
pub fn every_command() -> impl Iterator<Item = Vec<&'static str>> {
    let lists = VIEWS.iter().map(|(name, ..)| vec![*name]);
    lists.chain([vec!["search", "energy OR baku"], vec!["show", "declaration-2022"]])
}
