//! README and docs/ are true: their examples run, their tables match the program, their links lead somewhere, their dossier
//! opens.

use accords::data::parse;
use accords::explore::Keymap;
use accords::explore::bindings::{BINDINGS, Group};
use accords::report::{For, described};
use accords::search::LANGUAGE;
use std::path::{Path, PathBuf};

const BEGIN: &str =
    "<!-- keys: made from src/explore/bindings.rs and assets/keys.toml; a test compares -->\n";
const END: &str = "<!-- end of keys -->";
const COLUMNS_BEGIN: &str = "<!-- columns: made from the tables in src/report; a test compares -->\n";
const COLUMNS_END: &str = "<!-- end of columns -->";
const LANGUAGE_BEGIN: &str = "<!-- language: made from src/search/query/language.rs; a test compares -->\n";
const LANGUAGE_END: &str = "<!-- end of language -->";

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn readme() -> String {
    std::fs::read_to_string(path("README.md")).unwrap()
}

/// The README and the pages that it leads to.
fn pages() -> Vec<PathBuf> {
    let docs = std::fs::read_dir(path("docs")).unwrap().map(|entry| entry.unwrap().path());
    std::iter::once(path("README.md")).chain(docs).collect()
}

#[test]
fn their_examples_run() {
    trycmd::TestCases::new().case("README.md").case("docs/*.md");
}

/// The name that a heading has as a target of links.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase().replace(' ', "-");
    kept.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

#[test]
fn their_links_lead_somewhere() {
    let mut links = 0;
    for page in pages() {
        let text = std::fs::read_to_string(&page).unwrap();
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.starts_with("http")) {
            links += 1;
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            assert!(file.exists(), "{}: {target}", page.display());
            let there = || std::fs::read_to_string(&file).unwrap();
            let headings = |text: String| {
                text.lines().map(|l| anchor(l.trim_start_matches('#').trim())).collect::<Vec<_>>()
            };
            assert!(heading.is_empty() || headings(there()).contains(&heading.to_owned()), "{target}");
        }
    }
    assert!(links > 20, "{links}");
}

#[test]
fn every_page_is_linked_from_the_readme() {
    let readme = readme();
    for page in pages().iter().skip(1) {
        let name = page.file_name().unwrap().to_str().unwrap();
        assert!(readme.contains(&format!("(docs/{name})")), "{name}");
    }
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

fn language_table() -> String {
    let mut out = String::from("\n| query | what it finds |\n|---|---|\n");
    for (form, meaning) in LANGUAGE {
        out.push_str(&format!("| `{form}` | {meaning} |\n"));
    }
    out.push('\n');
    out
}

/// `ACCORDS_WRITE=1 cargo test --test commands tables` rewrites the tables.
#[test]
fn tables_are_those_of_the_program() {
    let tables = [
        ("docs/keys.md", BEGIN, END, key_table()),
        ("docs/search.md", LANGUAGE_BEGIN, LANGUAGE_END, language_table()),
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
fn the_example_dossier_has_no_problem() {
    let text = std::fs::read_to_string(path("docs/dossiers.md")).unwrap();
    let json = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let loaded = parse(Path::new("dossiers.md"), json);
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.dossiers[0].agreements[0].missing(), 11);
}

#[test]
fn ci_runs_its_test_command() {
    let ci = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/run")).unwrap();
    assert!(readme().contains("cargo test  ") && ci.contains("\nstep cargo test --locked\n"));
}
