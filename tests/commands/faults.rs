//! The disk fails at every operation in turn: what is there is the old file or the new one, whole, and nothing else.

use crate::shell::{accords, stderr, stdout};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Commands that write `out`, and what they read.
const WRITING: [&str; 13] = [
    "export in.json --to markdown -o out",
    "export in.json --to csv -o out",
    "export in.json --to json -o out",
    "export in.json --to akoma-ntoso -o out",
    "export in.json --to calendar -o out",
    "export in.json --to html -o out",
    "export in.json --to xlsx -o out",
    "clauses in.json --format csv -o out",
    "search rivers in.json --json -o out",
    "compare a0.c0 a0.c1 in.json -o out.html",
    "import in.txt -o out",
    "import in.csv -o out",
    "new out",
];

/// Commands that only read.
const READING: [&str; 4] =
    ["check in.json", "clauses in.json", "search rivers in.json", "import in.csv -o -"];

/// A folder with what the commands read.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let clause = |i| {
        format!(
            r#"{{"id":"c{i}","heading":"Rivers","text":"Ships pass on river {i}.","wording":"official"}}"#
        )
    };
    let clauses: Vec<String> = (0..40).map(clause).collect();
    let dossier = format!(
        r#"{{"format":"accords/1","id":"d","title":"D","parties":[{{"id":"DEU","kind":"state","name":"Germany"}}],"agreements":[{{"id":"a0","title":"Treaty","signed":"1990-01-01","parties":["DEU"],"clauses":[{}]}}],"events":[{{"id":"e","date":"1990-01-01","title":"Signing","kind":"signing","agreements":["a0"]}}]}}"#,
        clauses.join(",")
    );
    fs::write(folder.path().join("in.json"), dossier).unwrap();
    fs::write(
        folder.path().join("in.txt"),
        "TREATY ON RIVERS\n\nArticle 1\n\nShips may pass.\n\nArticle 2\n\nIt enters into force.\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("in.csv"),
        "title,parties,signed\nTreaty on Rivers,Germany; Poland,2001-11-16\n",
    )
    .unwrap();
    folder
}

/// Runs a command whose n-th operation on the disk fails; returns its exit code and what it said.
fn faulty(folder: &Path, command: &str, n: usize) -> (Option<i32>, String) {
    let arguments: Vec<&str> = command.split(' ').collect();
    let output = accords(&arguments)
        .current_dir(folder)
        .env("XDG_STATE_HOME", folder)
        .env("ACCORDS_FAULT", format!("disk:{n}"))
        .output()
        .unwrap();
    // A check prints what it finds.
    (output.status.code(), stderr(&output) + &stdout(&output))
}

/// The files of a folder and its subfolders, by their names in it; what is only locked is no file.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                open.push(path);
            } else if !name.ends_with(".lock") {
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

/// Lets every operation of a command fail in turn, over what is in the folder. What it writes is the old or the new file.
fn survives(command: &str, before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> usize {
    for n in 1.. {
        let folder = TempDir::new().unwrap();
        for (name, bytes) in before {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, bytes).unwrap();
        }
        let (code, said) = faulty(folder.path(), command, n);
        let found = files(folder.path());
        let case = format!("{command}, operation {n}: {code:?} {said}");
        if !said.contains("fault: operation") {
            assert_eq!((code, &found == after), (Some(0), true), "{case}");
            return n - 1;
        }
        let is_whole = &found == after;
        // A check that finds errors ends with 1.
        let is_told = code == Some(2) || code == Some(1) && command.starts_with("check");
        assert!(is_told || code == Some(0) && is_whole, "{case}");
        assert!(
            is_whole || &found == before,
            "{case}: neither the old nor the new files: {:?}",
            found.keys()
        );
        if is_told {
            assert!(
                ["in.", "out", "marks"].iter().any(|name| said.contains(name)),
                "no file is named: {case}"
            );
        }
    }
    unreachable!("the numbers end first")
}

#[test]
fn a_write_that_fails_anywhere_leaves_the_old_file_or_the_new_one() {
    let mut faults = 0;
    for command in WRITING {
        let folder = folder();
        let empty = files(folder.path());
        let (code, said) = faulty(folder.path(), command, 0);
        assert_eq!(code, Some(0), "{command}: {said}");
        let written = files(folder.path());
        let done = survives(command, &empty, &written);
        assert!(done >= 5, "{command}: only {done} operations");
        let mut old = written.clone();
        let name = old.keys().find(|name| name.starts_with("out")).unwrap().clone();
        old.insert(name, b"what was there before".to_vec());
        faults += done + survives(&format!("{command} --force"), &old, &written);
    }
    assert!(faults > 200, "only {faults} faults");
    println!("{faults} faults of the disk survived");
}

#[test]
fn a_read_that_fails_is_told_with_the_file() {
    for command in READING {
        let folder = folder();
        let before = files(folder.path());
        assert!(survives(command, &before, &before) >= 2, "{command}");
    }
}

#[test]
fn marks_that_cannot_be_written_are_as_before() {
    const IMPORT: &str = "marks --import in.marks.json";
    let marks = |addresses: &[&str]| {
        let marks: Vec<String> =
            addresses.iter().map(|address| format!(r#"{{"address":"{address}","note":"mine"}}"#)).collect();
        format!(r#"{{"format":"accords-marks/1","marks":[{}]}}"#, marks.join(","))
    };
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("in.marks.json"), marks(&["d/a0.c0", "d/a0.c1"])).unwrap();
    // First there are none, then others.
    for old in [None, Some(marks(&["d/a0.c2"]))] {
        if let Some(old) = old {
            fs::write(folder.path().join("accords/marks.json"), old).unwrap();
        }
        let before = files(folder.path());
        let (code, said) = faulty(folder.path(), IMPORT, 0);
        assert_eq!(code, Some(0), "{said}");
        let after = files(folder.path());
        assert!(after != before && after.contains_key("accords/marks.json"), "{:?}", after.keys());
        assert!(survives(IMPORT, &before, &after) >= 6);
    }
}
