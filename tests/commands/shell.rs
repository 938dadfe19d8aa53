//! Starts the program as a shell does, and lists what there is to start.

use accords::data::builtin;
use accords::model::{Collection, ItemId, Kind};
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, LazyLock};

/// Each list command and the kind it lists.
pub const VIEWS: [(&str, Kind); 7] = [
    ("timeline", Kind::Event),
    ("clauses", Kind::Clause),
    ("agreements", Kind::Agreement),
    ("sectors", Kind::Sector),
    ("memberships", Kind::Organisation),
    ("disputes", Kind::Dispute),
    ("sources", Kind::Source),
];

/// How many items of a kind the built-in dossier has.
pub fn held(kind: Kind) -> usize {
    accords::data::builtin().expect("the built-in dossier").parts(kind).len()
}

pub const FORMATS: [&str; 5] = ["text", "json", "jsonl", "csv", "markdown"];

/// The program with these arguments, no standard input, and a narrow terminal width that a pipe must not obey.
pub fn accords(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.env_remove("NO_COLOR").env_remove("COMPLETE").env("COLUMNS", "20");
    command.env("XDG_CONFIG_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-settings"));
    command.env("XDG_STATE_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-state"));
    command.stdin(Stdio::null()).args(arguments);
    command
}

pub fn run(arguments: &[&str]) -> Output {
    accords(arguments).output().unwrap()
}

/// The standard output of a command that must succeed without any word on standard error.
pub fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""), "{arguments:?}");
    stdout(&output)
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The path of a file with this content. A name stands for one content in all tests, which run at the same time.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("commands");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    // Two tests may write the same file: each must see a whole one.
    let own = tempfile::NamedTempFile::new_in(&folder).unwrap();
    std::fs::write(own.path(), content).unwrap();
    own.persist(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Every command that prints what is in a dossier.
pub fn every_command() -> impl Iterator<Item = Vec<&'static str>> {
    let lists = VIEWS.iter().map(|(name, _)| vec![*name]);
    lists.chain([vec!["search", "energy OR baku"], vec!["show", "declaration-2022"]])
}

/// The built-in dossier.
pub static COLLECTION: LazyLock<Collection> =
    LazyLock::new(|| Collection::new(vec![Arc::new(builtin().unwrap())]));

/// What a command prints as JSON.
pub fn json(arguments: &[&str]) -> Vec<Value> {
    let mut arguments = arguments.to_vec();
    arguments.push("--json");
    serde_json::from_slice(&run(&arguments).stdout).unwrap()
}

/// The addresses of rows of JSON.
pub fn addresses(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["address"].as_str().unwrap().to_owned()).collect()
}

/// The address of an item of the built-in dossier.
pub fn address(item: ItemId) -> String {
    COLLECTION.address(item).unwrap().to_string()
}
