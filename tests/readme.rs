//! The README tells what is so: its examples run, its key table is the program's, its dossier is one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use accords::data::parse;
use accords::tui::keymap::shown;
use accords::tui::table::{Group, TABLE};
use std::path::{Path, PathBuf};

const BEGIN: &str = "<!-- keys: made from the table in src/tui/table.rs; a test compares -->\n";
const END: &str = "<!-- end of keys -->";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    std::fs::read_to_string(path()).unwrap()
}

#[test]
fn its_examples_run() {
    trycmd::TestCases::new().case("README.md");
}

fn key_table() -> String {
    let mut out = String::from("\n| keys | what they do |\n|---|---|\n");
    for group in Group::ALL {
        out.push_str(&format!("| | **{}** |\n", group.word()));
        for entry in TABLE.iter().filter(|e| e.group == group) {
            let keys: Vec<String> = entry.keys.iter().map(|k| format!("`{}`", shown(k))).collect();
            out.push_str(&format!("| {} | {} |\n", keys.join(" "), entry.what));
        }
    }
    out.push('\n');
    out
}

/// `ACCORDS_WRITE=1 cargo test --test readme` writes the table anew.
#[test]
fn its_key_table_is_that_of_the_program() {
    let text = readme();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    if std::env::var_os("ACCORDS_WRITE").is_some() {
        std::fs::write(path(), format!("{before}{BEGIN}{}{END}{after}", key_table())).unwrap();
        return;
    }
    assert_eq!(table, key_table(), "run ACCORDS_WRITE=1 cargo test --test readme");
}

#[test]
fn its_dossier_has_no_problem() {
    let text = readme();
    let json = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let loaded = parse(Path::new("README.md"), json);
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dossier.unwrap().agreements[0].missing(), 11);
}

#[test]
fn ci_runs_its_test_command() {
    let ci = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/run")).unwrap();
    assert!(readme().contains("cargo test  ") && ci.contains("\nstep cargo test\n"));
}
