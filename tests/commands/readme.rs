//! The README is true: its examples run, its tables and those in docs/ match the program, its dossier opens.

use accords::data::parse;
use accords::explore::Keymap;
use accords::explore::bindings::{BINDINGS, Group};
use accords::report::{For, described};
use std::path::{Path, PathBuf};

const BEGIN: &str =
    "<!-- keys: made from src/explore/bindings.rs and assets/keys.toml; a test compares -->\n";
const END: &str = "<!-- end of keys -->";
const COLUMNS_BEGIN: &str = "<!-- columns: made from the tables in src/report; a test compares -->\n";
const COLUMNS_END: &str = "<!-- end of columns -->";

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn readme() -> String {
    std::fs::read_to_string(path("README.md")).unwrap()
}

#[test]
fn its_examples_run() {
    trycmd::TestCases::new().case("README.md");
}

fn key_table() -> String {
    let keymap = Keymap::builtin();
    let mut out = String::from("\n| keys | what they do |\n|---|---|\n");
    for group in Group::ALL {
        out.push_str(&format!("| | **{}** |\n", group.word()));
        for binding in BINDINGS.iter().filter(|e| e.group == group) {
            let keys: Vec<String> = keymap.keys(binding).iter().map(|k| format!("`{}`", k.label())).collect();
            out.push_str(&format!("| {} | {} |\n", keys.join(" "), binding.what));
        }
    }
    out.push('\n');
    out
}

fn column_table() -> String {
    let mut out = String::from("\n| command | column | what it holds |\n|---|---|---|\n");
    for (command, columns) in described() {
        for column in columns {
            let name = match column.readers {
                For::All | For::Spare => format!("**{}**", column.name),
                For::Programs => column.name.to_owned(),
            };
            out.push_str(&format!("| {command} | {name} | {} |\n", column.about));
        }
    }
    out.push('\n');
    out
}

/// `ACCORDS_WRITE=1 cargo test --test commands tables` rewrites the tables.
#[test]
fn tables_are_those_of_the_program() {
    let tables = [
        ("README.md", BEGIN, END, key_table()),
        ("docs/formats.md", COLUMNS_BEGIN, COLUMNS_END, column_table()),
    ];
    for (file, begin, end, table) in tables {
        let text = std::fs::read_to_string(path(file)).unwrap();
        let (before, rest) = text.split_once(begin).unwrap();
        let (written, after) = rest.split_once(end).unwrap();
        if std::env::var_os("ACCORDS_WRITE").is_some() {
            std::fs::write(path(file), format!("{before}{begin}{table}{end}{after}")).unwrap();
        } else {
            assert_eq!(written, table, "run ACCORDS_WRITE=1 cargo test --test commands tables");
        }
    }
}

#[test]
fn its_dossier_has_no_problem() {
    let text = readme();
    let json = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let loaded = parse(Path::new("README.md"), json);
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dossiers[0].agreements[0].missing(), 11);
}

#[test]
fn ci_runs_its_test_command() {
    let ci = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/run")).unwrap();
    assert!(readme().contains("cargo test  ") && ci.contains("\nstep cargo test\n"));
}
