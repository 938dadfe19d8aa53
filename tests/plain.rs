//! The explorer line by line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr
)]

use accords::data::builtin;
use accords::model::{Collection, Dossier};
use accords::plain::{Prompt, run};
use proptest::prelude::*;
use std::fs::OpenOptions;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

static COLLECTION: LazyLock<Collection> =
    LazyLock::new(|| Collection::new(vec![Arc::new(builtin().unwrap())]));

/// What these lines are answered, after what the beginning says.
fn answers(lines: &str) -> String {
    let mut all = Vec::new();
    run(&COLLECTION, lines.as_bytes(), &mut all, Prompt::Hidden).unwrap();
    let all = String::from_utf8(all).unwrap();
    let (_, rest) = all.split_once("h is help, q quits.\n").unwrap();
    rest.to_owned()
}

#[test]
fn a_session_as_it_is_heard() {
    let mut out = Vec::new();
    run(&COLLECTION, "2\n1\n1\nb\n/souvereignty\n".as_bytes(), &mut out, Prompt::Shown).unwrap();
    insta::assert_snapshot!("session", String::from_utf8(out).unwrap());
}

#[test]
fn the_same_is_reached_by_number_address_and_search() {
    let page = answers("borders\n");
    assert!(page.starts_with("Clause.\nMutual recognition of statehood and borders\n"), "{page}");
    assert!(answers("2\n1\n").ends_with(&page));
    assert!(answers("/souvereignty\n1\n").ends_with(&page));
    assert!(answers("aze-kgz/declaration-2022.borders\n").ends_with(&page));
}

#[test]
fn lists_are_said_in_parts() {
    let text = answers("1\n\nn\np\n");
    for part in ["1 to 20 of 132.", "21 to 40 of 132.", "41 to 60 of 132."] {
        assert!(text.contains(part), "{part}");
    }
    assert!(text.ends_with("n: 92 more.\n"));
    assert!(answers("1\np\n").ends_with("This is the beginning of the list.\n"));
    assert!(answers("2\nn\n").ends_with("This is the end of the list.\n"));
    // A number counts through the whole list, whatever part was said last.
    assert!(answers("1\n132\n").contains("Sixth commission meeting in Baku"));
    assert!(answers("3\n").contains(", 23 points not on record\n"));
    assert!(
        answers("2\n").ends_with("Declaration on Strategic Partnership: 3 of 26 points on record, 23 not.\n")
    );
}

#[test]
fn back_goes_back_and_no_further() {
    assert!(answers("2\n1\nb\n").ends_with(&answers("2\n")));
    assert!(answers("b\n").ends_with("This is the top.\n"));
    assert_eq!(answers("h\n").lines().count(), 6);
    assert_eq!(answers("q\n1\n"), "");
}

#[test]
fn what_is_not_there_is_told() {
    for (lines, told) in [
        ("99\n", "There is no 99; choose from 1 to 7."),
        ("0\n", "There is no 0; choose from 1 to 7."),
        ("boarders\n", "nearest: aze-kgz/declaration-2022.borders"),
        ("/zzqqxxy\n", "Nothing holds zzqqxxy."),
        ("/\n", "Type what to search for"),
        ("n\n", "There is no more here."),
        ("x\u{1b}[2J\n", "x␛[2J"),
    ] {
        let text = answers(lines);
        assert!(text.contains(told) && text.lines().count() == 1, "{lines:?}: {text}");
    }
}

#[test]
fn nothing_is_no_obstacle() {
    let empty: Dossier =
        serde_json::from_str(r#"{"format": "accords/1", "id": "empty", "title": "Empty"}"#).unwrap();
    let collection = Collection::new(vec![Arc::new(empty.arrange())]);
    let mut out = Vec::new();
    run(&collection, "1\nn\n1\n/a\nb\nb\n".as_bytes(), &mut out, Prompt::Hidden).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(
        text.contains("Timeline. 0 to 0 of 0.") && text.contains("There is nothing to choose here."),
        "{text}"
    );
}

#[test]
fn the_program_takes_it_in_a_pipe() {
    let session = |stdout: Stdio| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_accords"))
            .arg("--plain")
            .env("TERM", "dumb")
            .stdin(Stdio::piped())
            .stdout(stdout)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(b"borders\n\xff\nq\n");
        child.wait_with_output().unwrap()
    };
    let output = session(Stdio::piped());
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\nMutual recognition") && !text.contains("> ") && !text.contains('\u{1b}'),
        "{text}"
    );
    if let Ok(full) = OpenOptions::new().write(true).open("/dev/full") {
        assert_eq!(session(full.into()).status.code(), Some(2));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_lines_break_it(lines in proptest::collection::vec(
        prop_oneof![(0usize..40).prop_map(|n| n.to_string()), "[nbpta]", "/[a-z:\"-]{0,8}", "\\PC{0,12}", any::<String>()],
        0..12,
    )) {
        let mut out = Vec::new();
        run(&COLLECTION, lines.join("\n").as_bytes(), &mut out, Prompt::Hidden).unwrap();
        let text = String::from_utf8(out).unwrap();
        prop_assert!(!text.chars().any(|c| c != '\n' && c.is_control()));
    }
}
