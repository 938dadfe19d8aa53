//! `diff`: what changed between two versions, in every form, from every place, and inside git.

use crate::optional::is_installed;
use crate::shell::{accords, out, run, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with the example as `old.json`, and as `new.json` with some changes.
fn versions() -> TempDir {
    let folder = TempDir::new().unwrap();
    let old = fs::read_to_string("data/example.json").unwrap();
    let mut new = old.clone();
    for (from, to) in [
        ("Vessels of either Party may pass freely.", "Vessels of both Parties may pass freely."),
        ("\"points\": 12", "\"points\": 13"),
        ("\"dredging-2001\"", "\"dredged-2001\""),
        ("\"river-post-2001\"", "\"post-2001\""),
        ("\"sectors\": [\"navigation\"],", ""),
    ] {
        assert!(new.contains(from), "{from}");
        let count = if from.contains("sectors") { 1 } else { usize::MAX };
        new = new.replacen(from, to, count);
    }
    fs::write(folder.path().join("old.json"), old).unwrap();
    fs::write(folder.path().join("new.json"), new).unwrap();
    folder
}

fn diff(folder: &TempDir, arguments: &[&str]) -> Output {
    accords(&[&["diff"], arguments].concat()).current_dir(folder).output().unwrap()
}

const TEXT: &str = "\
old.json → new.json
0 added, 0 removed, 2 changed, 2 renamed

== Agreements and clauses (2 changed)
~ Agreement on River Navigation  [example/navigation-1998]
    points: [-12-] {+13+}
    sectors: [-Navigation-]
~ 3 · Free passage  [example/navigation-1998.free-passage]
    text: Vessels of [-either Party-] {+both Parties+} may pass freely.

== Events (1 renamed)
> Sep 2001 · First joint dredging ends  [example/dredged-2001]
    was example/dredging-2001

== Sources (1 renamed)
> The River Post, First joint dredging ends  [example/post-2001]
    was example/river-post-2001
";

#[test]
fn every_form_says_what_changed() {
    let folder = versions();
    let found = diff(&folder, &["old.json", "new.json"]);
    assert_eq!((found.status.code(), stdout(&found).as_str(), stderr(&found).as_str()), (Some(1), TEXT, ""));
    let json: Value =
        serde_json::from_slice(&diff(&folder, &["old.json", "new.json", "--json"]).stdout).unwrap();
    assert_eq!((json["changed"].as_u64(), json["renamed"].as_u64()), (Some(2), Some(2)));
    let clause = &json["changes"][1];
    assert_eq!((&clause["kind"], &clause["change"]), (&Value::from("clause"), &Value::from("changed")));
    assert_eq!(clause["fields"][0]["differs"]["left"], serde_json::json!([[11, 23]]));
    assert_eq!(json["changes"][2]["was"], "example/dredging-2001");
    let markdown = stdout(&diff(&folder, &["old.json", "new.json", "--format", "markdown"]));
    assert!(
        markdown.contains("  - text: Vessels of ~~either Party~~ **both Parties** may pass freely.\n"),
        "{markdown}"
    );
    let csv = stdout(&diff(&folder, &["old.json", "new.json", "--format", "csv"]));
    assert!(
        csv.contains(
            "changed,agreement,example/navigation-1998,Agreement on River Navigation,points,12,13\n"
        )
    );
    assert!(csv.contains("First joint dredging ends,,example/dredging-2001,\n"), "{csv}");
    let lines = stdout(&diff(&folder, &["old.json", "new.json", "--format", "jsonl"]));
    assert_eq!(lines.lines().count(), 4);
    assert_eq!(diff(&folder, &["old.json", "new.json", "-o", "changes.txt"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(folder.path().join("changes.txt")).unwrap(), TEXT);
    let limited = stdout(&diff(&folder, &["old.json", "new.json", "--limit", "1"]));
    assert!(limited.contains("2 changed, 2 renamed") && limited.ends_with("showing the first 1 of 4\n"));
}

#[test]
fn a_terminal_has_its_width_and_a_style() {
    let folder = versions();
    let found = diff(&folder, &["old.json", "new.json", "--color", "always"]);
    assert!(stdout(&found).contains("\u{1b}[1;4m[-12-]\u{1b}[0m"));
}

#[test]
fn versions_are_files_folders_standard_input_and_nothing() {
    let folder = versions();
    for name in ["a", "b"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::copy(folder.path().join("old.json"), folder.path().join(name).join("rivers.json")).unwrap();
    }
    fs::copy("tests/formats/cases/table-empty-cells.xml", folder.path().join("b/act.xml")).unwrap();
    let found = stdout(&diff(&folder, &["a", "b"]));
    assert!(found.starts_with("a → b\n") && found.contains(" added, 0 removed, 0 changed\n"), "{found}");
    assert!(found.contains("[un-t9/art_1]") && !found.contains("[example"), "{found}");
    let same = diff(&folder, &["a", "old.json"]);
    assert_eq!((same.status.code(), stdout(&same).as_str()), (Some(0), "a → old.json\nno differences\n"));
    let gone = stdout(&diff(&folder, &["old.json", "/dev/null"]));
    assert!(gone.contains("\n0 added, 18 removed, 0 changed\n"), "{gone}");
    let text = fs::File::open(folder.path().join("old.json")).unwrap();
    let piped = accords(&["diff", "-", "old.json"]).current_dir(&folder).stdin(text).output().unwrap();
    assert_eq!(piped.status.code(), Some(0));
    assert_eq!(out(&["diff", "data/azerbaijan-kyrgyzstan.json"]).lines().last(), Some("no differences"));
}

#[test]
fn with_an_error_nothing_is_compared() {
    let folder = versions();
    fs::write(folder.path().join("bad.json"), "{\"format\": \"accords/1\",").unwrap();
    for sides in [["bad.json", "new.json"], ["old.json", "none.json"]] {
        let found = diff(&folder, &sides);
        assert_eq!((found.status.code(), found.stdout.len()), (Some(2), 0), "{sides:?}");
        assert!(stderr(&found).contains("nothing is compared because of these errors"), "{sides:?}");
    }
    let wrong = run(&["diff", "data/example.json", "data/example.json", "--format", "xlsx"]);
    assert_eq!(wrong.status.code(), Some(2));
}

fn git(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.env("HOME", folder).env("GIT_CONFIG_NOSYSTEM", "1").current_dir(folder);
    command
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.org"])
        .args(arguments)
        .output()
        .unwrap()
}

/// The lines of the page on dossiers for git, with this program.
#[test]
fn git_shows_the_changes_of_a_dossier() {
    if !is_installed("git") {
        return;
    }
    let (versions, folder) = (versions(), TempDir::new().unwrap());
    let page = fs::read_to_string("docs/dossiers.md").unwrap();
    let program = env!("CARGO_BIN_EXE_accords");
    let setting = |name: &str| {
        let line =
            page.lines().find_map(|line| line.strip_prefix(&format!("git config diff.accords.{name} ")));
        let value = line.unwrap().trim_matches('\'').replace("accords ", &format!("{program} "));
        format!("diff.accords.{name}={value}")
    };
    let own = folder.path();
    assert!(git(own, &["init", "-q"]).status.success());
    assert!(page.contains("\necho '*.json diff=accords' >> .gitattributes\n"));
    fs::write(own.join(".gitattributes"), "*.json diff=accords\n").unwrap();
    fs::copy(versions.path().join("old.json"), own.join("rivers.json")).unwrap();
    assert!(git(own, &["add", "."]).status.success());
    assert!(git(own, &["commit", "-q", "-m", "First"]).status.success());
    fs::copy(versions.path().join("new.json"), own.join("rivers.json")).unwrap();
    fs::copy(versions.path().join("old.json"), own.join("added.json")).unwrap();
    assert!(git(own, &["add", "-N", "added.json"]).status.success());
    let found = git(own, &["-c", &setting("command"), "diff"]);
    assert!(found.status.success(), "{}", stderr(&found));
    let text = stdout(&found);
    assert!(text.contains("0 added, 0 removed, 2 changed, 2 renamed") && text.contains("18 added"), "{text}");
    let found = git(own, &["-c", &setting("textconv"), "diff", "rivers.json"]);
    assert!(found.status.success(), "{}", stderr(&found));
    let text = stdout(&found);
    assert!(text.contains("\n-> Vessels of either Party may pass freely.\n"), "{text}");
    assert!(text.contains("\n+> Vessels of both Parties may pass freely.\n"), "{text}");
}
