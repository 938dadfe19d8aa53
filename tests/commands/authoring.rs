//! Writing your own dossier: the example to start from, the schema for an editor, the check for a repository.

use crate::shell::{accords, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    accords(arguments).current_dir(folder).output().unwrap()
}

/// A folder with the example as `mine.json`, with some of its words replaced.
fn with(changes: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    assert_eq!(run(&folder, &["new", "mine.json"]).status.code(), Some(0));
    let mut text = fs::read_to_string(folder.path().join("mine.json")).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in the example");
        text = text.replacen(from, to, 1);
    }
    fs::write(folder.path().join("mine.json"), text).unwrap();
    folder
}

#[test]
fn the_example_passes_the_strict_check_opens_and_explains_itself() {
    let folder = with(&[]);
    let checked = run(&folder, &["check", "--strict", "mine.json"]);
    assert_eq!((checked.status.code(), stdout(&checked).as_str()), (Some(0), "mine.json: no problems\n"));
    let value: Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("mine.json")).unwrap()).unwrap();
    assert!(value["$comment"].as_str().is_some_and(|comment| comment.len() > 40));
    for (name, list) in value.as_object().unwrap() {
        let Some(entries) = list.as_array().filter(|list| list.iter().any(Value::is_object)) else {
            continue;
        };
        let explained = entries.iter().any(|entry| entry["$comment"].is_string());
        assert!(explained, "nothing in {name} is explained");
    }
    let listed = run(&folder, &["clauses", "mine.json", "--json"]);
    let clauses: Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert!(!clauses.as_array().unwrap().is_empty());
}

#[test]
fn a_lint_is_found_only_when_strict_and_is_explained_and_allowed() {
    let source = r#"{"id": "s", "kind": "news", "publisher": "P", "title": "T"}"#;
    let text = |rest: &str| {
        format!(r#"{{"format": "accords/1", "id": "x", "title": "X"{rest}, "sources": [{source}]}}"#)
    };
    let folder = with(&[]);
    fs::write(folder.path().join("x.json"), text("")).unwrap();
    assert_eq!(stdout(&run(&folder, &["check", "x.json"])), "x.json: no problems\n");
    let strict = run(&folder, &["check", "--strict", "x.json"]);
    assert_eq!(strict.status.code(), Some(1));
    assert_eq!(stdout(&strict), "x.json:1:62: lint: s: has no date (undated-source)\n");
    let github = run(&folder, &["check", "--strict", "--format", "github", "x.json"]);
    assert!(stdout(&github).starts_with("::notice file=x.json,line=1,col=62::"), "{}", stdout(&github));
    let allow = r#", "allow": [{"lint": "undated-source", "at": "s", "reason": "R"}]"#;
    fs::write(folder.path().join("x.json"), text(allow)).unwrap();
    let allowed = run(&folder, &["check", "--strict", "x.json"]);
    assert_eq!((allowed.status.code(), stdout(&allowed).as_str()), (Some(0), "x.json: no problems\n"));
    let explained = run(&folder, &["check", "--explain", "undated-source"]);
    assert!(stdout(&explained).starts_with("undated-source\n  A source has no date."));
    assert_eq!(run(&folder, &["check", "--explain", "nothing"]).status.code(), Some(2));
}

#[test]
fn the_built_in_dossier_passes_the_strict_check() {
    let folder = with(&[]);
    let checked = run(&folder, &["check", "--strict"]);
    let expected = "the built-in dossier: no problems\n";
    assert_eq!((checked.status.code(), stdout(&checked).as_str()), (Some(0), expected));
}

#[test]
fn a_file_is_not_written_over_unless_asked() {
    let folder = with(&[]);
    fs::write(folder.path().join("mine.json"), "mine").unwrap();
    let refused = run(&folder, &["new", "mine.json"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        stderr(&refused).contains("mine.json") && stderr(&refused).contains("--force"),
        "{}",
        stderr(&refused)
    );
    assert_eq!(fs::read_to_string(folder.path().join("mine.json")).unwrap(), "mine");
    assert_eq!(run(&folder, &["new", "mine.json", "--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(folder.path().join("mine.json")).unwrap().contains("accords/1"));
    let written = stderr(&run(&folder, &["new", "a b.json"]));
    assert!(written.contains("wrote an example dossier to 'a b.json'"), "{written}");
    assert!(written.contains("accords check 'a b.json'"), "{written}");
    // Standard output works too.
    assert!(stdout(&run(&folder, &["new", "-"])).contains("accords/1"));
}

#[test]
fn a_missing_comma_is_reported_where_it_is_missing() {
    for (text, place) in [
        ("{\n \"format\": \"accords/1\",\n \"id\": \"a\"\n\n \"title\": \"b\"\n}", "3:11"),
        ("{\"id\": [\"é\"   \"b\"]}", "1:12"),
        ("{\"id\": {\"a\": 1}\n\"title\": \"b\"}", "1:16"),
        ("{\"title\": \"the \"big\" one\"}", "1:17"),
    ] {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("mine.json"), text).unwrap();
        let listed = run(&folder, &["check", "mine.json"]);
        let expected = format!("mine.json:{place}: error: is not JSON: a comma or ");
        assert!(stdout(&listed).starts_with(&expected), "{expected}\n{}", stdout(&listed));
    }
}

#[test]
fn a_schema_is_not_a_broken_dossier() {
    let folder = with(&[]);
    fs::write(folder.path().join("dossier.schema.json"), run(&folder, &["schema"]).stdout).unwrap();
    let opened = run(&folder, &["clauses", "."]);
    assert_eq!(opened.status.code(), Some(0), "{}", stderr(&opened));
    assert!(stderr(&opened).contains("passed over: 1 .json"), "{}", stderr(&opened));
    let named = run(&folder, &["clauses", "dossier.schema.json"]);
    assert_eq!(named.status.code(), Some(2));
    assert!(stderr(&named).contains("is a JSON Schema"), "{}", stderr(&named));
}

#[test]
fn the_schema_is_that_of_the_repository() {
    let folder = TempDir::new().unwrap();
    let printed = stdout(&run(&folder, &["schema"]));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dossier.schema.json");
    assert_eq!(printed, fs::read_to_string(kept).unwrap());
}

#[test]
fn an_unknown_key_is_a_warning_that_names_the_nearest_and_counts_when_strict() {
    let folder = with(&[("\"summary\"", "\"sumary\"")]);
    let lenient = run(&folder, &["check", "mine.json"]);
    assert_eq!(lenient.status.code(), Some(0), "{}", stdout(&lenient));
    assert!(stdout(&lenient).contains("summary"), "{}", stdout(&lenient));
    assert_eq!(run(&folder, &["check", "--strict", "mine.json"]).status.code(), Some(1));
}

#[test]
fn problems_are_told_as_json_and_as_annotations() {
    let folder = with(&[
        ("\"format\": \"accords/1\"", "\"format\": \"accords/1\", \"colour\": 1"),
        ("\"kind\": \"state\"", "\"kind\": \"planet\""),
    ]);
    let json = run(&folder, &["check", "--format", "json", "mine.json"]);
    assert_eq!(json.status.code(), Some(1));
    let problems: Value = serde_json::from_slice(&json.stdout).unwrap();
    let problems = problems.as_array().unwrap();
    let error = problems.iter().find(|p| p["severity"] == "error").unwrap();
    assert_eq!(error["file"], "mine.json");
    assert!(error["line"].as_u64().is_some_and(|line| line > 1) && error["column"].is_u64(), "{error}");
    assert!(error["path"].as_str().unwrap().starts_with("parties["), "{error}");
    assert!(error["message"].as_str().unwrap().contains("planet"), "{error}");
    assert!(problems.iter().any(|p| p["severity"] == "warning" && p["path"] == "colour"));

    let github = run(&folder, &["check", "--format", "github", "mine.json"]);
    assert_eq!(github.status.code(), Some(1));
    let lines = stdout(&github);
    assert_eq!(lines.lines().count(), problems.len());
    let place = format!("::error file=mine.json,line={},col={}::parties[", error["line"], error["column"]);
    assert!(lines.lines().any(|line| line.starts_with(&place)), "{lines}");
    assert!(
        lines.lines().all(|line| line.starts_with("::error file=") || line.starts_with("::warning file="))
    );
}

#[test]
fn what_cannot_be_read_is_an_error_of_the_command_beside_what_can() {
    let folder = with(&[]);
    let checked = run(&folder, &["check", "mine.json", "gone.json"]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(stdout(&checked).contains("mine.json: no problems") && stderr(&checked).contains("gone.json"));
}

#[test]
fn problems_are_a_list_like_any_other() {
    let folder = with(&[
        ("\"format\": \"accords/1\"", "\"format\": \"accords/1\", \"colour\": 1"),
        ("\"kind\": \"state\"", "\"kind\": \"planet\""),
    ]);
    let said = |arguments: &[&str]| {
        let output = run(&folder, &[&["check", "mine.json"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        stdout(&output)
    };
    let all: Vec<Value> = serde_json::from_str(&said(&["--json"])).unwrap();
    let lines: Vec<Value> =
        said(&["--format", "jsonl"]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, all);
    let csv = said(&["--format", "csv"]);
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).count(), all.len());
    assert!(
        said(&["--format", "markdown"]).starts_with("| file | severity | line | column | path | message |")
    );
    // The exit code covers all of them, whatever the limit.
    let first: Vec<Value> = serde_json::from_str(&said(&["--json", "--limit", "1"])).unwrap();
    assert_eq!(first, all[..1]);
    let text = said(&["--limit", "1"]);
    assert!(
        text.ends_with(&format!("showing the first 1 of {}\n", all.len())) && text.lines().count() == 2,
        "{text}"
    );
    assert_eq!(said(&["--format", "github", "--limit", "1"]).lines().count(), 1);
}
