//! `fmt`: writes dossiers in their one form, and leaves alone what it cannot read.

use crate::shell::{accords, stderr, stdout};
use std::fs;
use std::process::{Output, Stdio};
use tempfile::TempDir;

const PLAIN: &str = r#"{"title":"X","id":"x","format":"accords/1","$comment":"kept","zebra":1}"#;
const WRITTEN: &str = "{\n  \"$comment\": \"kept\",\n  \"format\": \"accords/1\",\n  \"id\": \"x\",\n  \"title\": \"X\",\n  \"zebra\": 1\n}\n";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in
        [("plain.json", PLAIN), ("written.json", WRITTEN), ("bad.json", "{\"format\": \"accords/1\",}")]
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn fmt(folder: &TempDir, arguments: &[&str]) -> Output {
    accords(&[&["fmt"], arguments].concat()).current_dir(folder).output().unwrap()
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn a_check_names_what_would_change_and_writes_nothing() {
    let folder = folder();
    let found = fmt(&folder, &["--check", "written.json", "plain.json"]);
    assert_eq!((found.status.code(), stdout(&found).as_str()), (Some(1), "plain.json\n"));
    assert_eq!(text(&folder, "plain.json"), PLAIN);
    assert_eq!(fmt(&folder, &["--check", "written.json"]).status.code(), Some(0));
}

#[test]
fn files_are_written_and_one_with_errors_is_not() {
    let folder = folder();
    let before = fs::metadata(folder.path().join("written.json")).unwrap().modified().unwrap();
    let found = fmt(&folder, &["bad.json", "plain.json", "written.json", "none.json"]);
    assert_eq!((found.status.code(), found.stdout.len()), (Some(2), 0));
    assert!(
        stderr(&found).contains("bad.json:1:") && stderr(&found).contains("none.json"),
        "{}",
        stderr(&found)
    );
    assert_eq!(
        (text(&folder, "plain.json").as_str(), text(&folder, "written.json").as_str()),
        (WRITTEN, WRITTEN)
    );
    assert_eq!(text(&folder, "bad.json"), "{\"format\": \"accords/1\",}");
    assert_eq!(fs::metadata(folder.path().join("written.json")).unwrap().modified().unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
#[cfg(unix)]
fn nothing_is_written_through_a_link() {
    let folder = folder();
    std::os::unix::fs::symlink(folder.path().join("plain.json"), folder.path().join("link.json")).unwrap();
    let found = fmt(&folder, &["link.json"]);
    assert_eq!(found.status.code(), Some(2));
    assert!(stderr(&found).contains("is a link"), "{}", stderr(&found));
    assert_eq!(text(&folder, "plain.json"), PLAIN);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder();
    for (name, code) in [("plain.json", 0), ("written.json", 0), ("bad.json", 2)] {
        let input = fs::File::open(folder.path().join(name)).unwrap();
        let found = accords(&["fmt", "-"]).stdin(Stdio::from(input)).output().unwrap();
        let expected = if code == 0 { WRITTEN } else { "" };
        assert_eq!((found.status.code(), stdout(&found).as_str()), (Some(code), expected), "{name}");
    }
}

/// Every command that writes a dossier, with the file that it writes.
const WRITERS: [(&[&str], &str); 14] = [
    (&["new", "new.json"], "new.json"),
    (&["new", "My Rivers (2).json"], "My Rivers (2).json"),
    (&["export", "--to", "json", "-o", "whole.json"], "whole.json"),
    (&["export", "--where", "energy", "--to", "json", "-o", "part.json"], "part.json"),
    (&["export", "--only", "memorandum-2022", "--to", "json", "-o", "only.json"], "only.json"),
    (&["export", "plain.json", "--to", "json", "-o", "again.json"], "again.json"),
    (&["export", "--to", "akoma-ntoso", "-o", "whole.xml"], ""),
    (&["export", "whole.xml", "--to", "json", "-o", "foreign.json"], "foreign.json"),
    (&["import", "whole.xml", "-o", "xml.json"], "xml.json"),
    (&["import", "treaty.md", "-o", "text.json"], "text.json"),
    (&["import", "table.csv", "-o", "table.json"], "table.json"),
    (&["import", "table.csv", "treaty.md", "new.json", "-o", "several.json"], "several.json"),
    (&["add", "source", "new.json", "--title", "T", "--publisher", "P", "--kind", "news"], "new.json"),
    (
        &[
            "add",
            "event",
            "whole.json",
            "--title",
            "T",
            "--date",
            "1999",
            "--kind",
            "trade",
            "--sources",
            "mfa-bishkek",
        ],
        "whole.json",
    ),
];

#[test]
fn what_every_command_writes_is_in_form() {
    let folder = folder();
    let treaty = "# Treaty on Rivers between Aland and Beland\n\nDone at Riverton, 5 May 1998.\n\n## Article 1\n\nShips \u{202e}pass.\n";
    fs::write(folder.path().join("treaty.md"), treaty).unwrap();
    fs::write(
        folder.path().join("table.csv"),
        "title,signed,parties\nTreaty B,2001-02-03,FRA;DEU\nTreaty A,1999,FRA\n",
    )
    .unwrap();
    for (arguments, file) in WRITERS {
        let written = accords(arguments).current_dir(&folder).output().unwrap();
        assert_eq!(written.status.code(), Some(0), "{arguments:?}: {}", stderr(&written));
        if !file.is_empty() {
            let checked = fmt(&folder, &["--check", file]);
            assert_eq!(
                checked.status.code(),
                Some(0),
                "{arguments:?}: {}{}",
                stdout(&checked),
                stderr(&checked)
            );
        }
    }
}
