//! The explorer in plain mode, line by line.

use accords::data::builtin;
use accords::model::{Collection, Dossier};
use accords::plain::{Prompt, Session, run};
use proptest::prelude::*;
use std::fs::OpenOptions;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

static COLLECTION: LazyLock<Collection> =
    LazyLock::new(|| Collection::new(vec![Arc::new(builtin().unwrap())]));

/// Everything printed for these lines of input.
fn said(collection: &Collection, lines: &[u8], prompt: Prompt) -> String {
    let mut all = Vec::new();
    run(Session::new(collection.clone(), Vec::new()), lines, &mut all, prompt, None).unwrap();
    String::from_utf8(all).unwrap()
}

/// What is printed for these lines, without the greeting.
fn answers(lines: &str) -> String {
    let all = said(&COLLECTION, lines.as_bytes(), Prompt::Hidden);
    let (_, rest) = all.split_once("h: help. q: quit.\n").unwrap();
    rest.to_owned()
}

#[test]
fn a_session_as_it_is_heard() {
    let session = "2\n1\n1\nb\n/souvereignty\n1\n:y\n1\nb\n";
    insta::assert_snapshot!("session", said(&COLLECTION, session.as_bytes(), Prompt::Shown));
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = |letters: usize| format!("/{}\n", "a".repeat(letters));
    assert!(!answers(&long(65_535)).contains("passed over"));
    let text = answers(&(long(65_536) + "borders\n"));
    assert!(
        text.starts_with("A line may have at most 65,536 bytes; that one is passed over.\nClause.\n"),
        "{text}"
    );
    // The last line may have no end.
    assert!(answers(long(1 << 20).trim_end()).ends_with("passed over.\n"));
}

#[test]
fn the_same_is_reached_by_number_address_and_search() {
    let page = answers("borders\n");
    assert!(page.starts_with("Clause.\nMutual recognition of statehood and borders\n"), "{page}");
    let list = answers("2\nn\nn\nn\n");
    let line = list.lines().find(|line| line.contains("Clause: Mutual recognition")).unwrap();
    let number = line.split_once('.').unwrap().0;
    assert!(answers(&format!("2\n{number}\n")).ends_with(&page));
    assert!(answers("/souvereignty\n1\n").ends_with(&page));
    assert!(answers("aze-kgz/declaration-2022.borders\n").ends_with(&page));
    assert!(answers("/ aze-kgz/declaration-2022.borders \n").ends_with(&page));
    assert!(answers("/declaration-2022.borders\n").ends_with(&page));
    let open = answers("/\"zzz qqq\n");
    assert!(open.contains("The quotation mark before zzz qqq is not closed."), "{open}");
}

#[test]
fn lists_are_said_in_parts() {
    let text = answers("1\n\nn\np\n");
    let events = crate::built_in().events.len();
    for part in ["1 to 20", "21 to 40", "41 to 60"] {
        assert!(text.contains(&format!("{part} of {events}.")), "{part}");
    }
    assert!(text.ends_with(&format!("n: {} more.\n", events - 40)));
    assert!(answers("1\np\n").ends_with("This is the beginning of the list.\n"));
    let to_the_end = format!("2\n{}", "n\n".repeat(crate::built_in().agreements.len()));
    assert!(answers(&to_the_end).ends_with("This is the end of the list.\n"));
    // Numbers count through the whole list, whichever part was printed last.
    let last = &crate::built_in().events[events - 1].title;
    assert!(answers(&format!("1\n{events}\n")).contains(last));
    // Back returns to the part of the list that was left.
    let second = answers("1\nn\n").split_off(answers("1\n").len());
    assert!(answers("1\nn\n25\nb\n").ends_with(&second));
    let clauses = answers(&to_the_end);
    assert!(clauses.contains(", 23 points not on record\n"), "{clauses}");
    assert!(
        clauses.contains(". Not on record: Declaration on Strategic Partnership: 3 of 26 points"),
        "{clauses}"
    );
}

#[test]
fn back_goes_back_and_no_further() {
    assert!(answers("2\n1\nb\n").ends_with(&answers("2\n")));
    assert!(answers("b\n").ends_with("This is the top.\n"));
    // Back from an item or a list opened at the top leads to the top, whatever was read in between.
    let top = "h: help. q: quit.\n";
    assert!(answers("borders\nb\n").ends_with(top));
    assert!(answers("/energy\n1\nb\n").ends_with(top));
    assert!(answers(":D\n1\nb\n").ends_with(top) && answers(":P\nb\n").ends_with(top));
    assert!(answers("1\n5\n1\nt\n2\nb\n").ends_with(top));
    assert_eq!(answers("h\n").lines().count(), 7);
    assert_eq!(answers("q\n1\n"), "");
}

#[test]
fn sources_are_a_list() {
    let text = answers("5\n1\n");
    assert!(text.contains("Results for kind:source: 394 matches. 1 to 20 of 394.\n"), "{text}");
    assert!(text.contains("\nSource.\n"), "{text}");
}

#[test]
fn what_is_not_there_is_told() {
    for (lines, told) in [
        ("99\n", "There is no 99; choose from 0 to 5."),
        ("2\n999\n", "There is no 999; choose from 1 to "),
        (":z\n", "z does nothing here. A colon alone lists the keys that do."),
        ("borders\n:x\n", "x does nothing here"),
        ("boarders\n", "nearest: aze-kgz/declaration-2022.borders"),
        ("/zzqqxxy\n", "No matches for zzqqxxy."),
        ("/\n", "Type the words to search for"),
        ("n\n", "There is no more here."),
        ("x\u{1b}[2J\n", "x␛[2J"),
    ] {
        let text = answers(lines);
        assert!(text.lines().last().unwrap().contains(told), "{lines:?}: {text}");
        assert!(lines.lines().count() > 1 || text.lines().count() == 1, "{lines:?}: {text}");
    }
}

#[test]
fn a_key_does_what_it_does_in_the_explorer() {
    let text = answers("borders\n:Y\n");
    assert!(text.ends_with("\naze-kgz/declaration-2022.borders\n"), "{text}");
    let text = answers("borders\n:y\n7\n");
    let (_, text) = text.split_once("What to copy").unwrap();
    assert!(
        text.starts_with(". 1 to 11 of 11.")
            && text.ends_with("Markdown\n11. BibTeX entry\naze-kgz/declaration-2022.borders\n"),
        "{text}"
    );
    // Marks, a comparison, its sides swapped, and back to what was read.
    let text = answers("borders\n:space\ndialogue\n:space\n:=\n:x\nb\n");
    assert!(text.contains("2 marked; = compares them\n[-left-]  Mutual recognition"), "{text}");
    assert!(
        text.contains("\n[-left-]  Continued political dialogue") && text.ends_with(".dialogue]\n"),
        "{text}"
    );
    // A sector narrows the panes; going back shows all again.
    let text = answers("3\n1\n:enter\nb\nt\n1\n");
    assert!(
        text.contains("panes show only what belongs to Energy.")
            && text.contains(&format!("Timeline. 1 to 20 of {}.", crate::built_in().events.len())),
        "{text}"
    );
    assert!(answers("3\n1\n:enter\n:1\n").contains("Timeline of Energy. 1 to "));
    let newest = format!(
        "Timeline: newest first\nTimeline, newest first. 1 to 20 of {}.\n",
        crate::built_in().events.len()
    );
    assert!(answers("1\n:S\n").contains(&newest));
    // Two states by their names.
    let text = answers(":P\nkgz\n1\nazerb\n1\n");
    assert!(text.contains("\nMemberships of Kyrgyzstan – Azerbaijan. 1 to 20 of "), "{text}");
    // A dispute by words of its topic.
    let text = answers(":D\nhonorary\n1\n");
    assert!(text.contains("\n1. Honorary consulate 2002\nDispute.\nHonorary consulate 2002\n"), "{text}");
    assert!(
        answers(":C\n")
            .contains("\nEnergy: 3.\n  Declaration on Strategic Partnership, aze-kgz/declaration-2022\n")
    );
    assert!(
        answers("/souvereignty\n1\n:e\n")
            .contains("\nsouvereignty: sovereignty, corrected spelling, in the text\n")
    );
    assert!(answers("/energy\n1\n/\n").ends_with(&answers("/energy\n")));
}

/// A screen shows the selected row. Printed lines do not, so no key acts on a row that was not chosen by its number.
#[test]
fn nothing_is_done_with_what_was_not_said() {
    for lines in
        [":space\n", ":y\n", "2\n:space\n", "2\n:Y\n", "/energy\n:y\n", "0\n:d\n", ":>\n", ":C\n:=\n"]
    {
        let text = answers(lines);
        assert!(
            text.ends_with(" does nothing here. A colon alone lists the keys that do.\n"),
            "{lines:?}: {text}"
        );
    }
}

#[test]
fn lines_are_broken_between_words_where_there_is_a_width() {
    let lines = b"borders\n:space\ndialogue\n:space\n:=\nb\n:C\n1\n/energy\nh\n";
    let mut all = Vec::new();
    let session = Session::new(COLLECTION.clone(), Vec::new());
    run(session, &lines[..], &mut all, Prompt::Hidden, Some(40)).unwrap();
    let text = String::from_utf8(all).unwrap();
    for line in text.lines().filter(|line| accords::text::width(line) > 40) {
        assert!(!line.trim().contains(' '), "{line}");
    }
    // Nothing else differs; an address may be broken after a hyphen.
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(letters(&text), letters(&said(&COLLECTION, lines, Prompt::Hidden)));
}

#[test]
fn a_colon_alone_tells_the_keys_that_can_be_heard() {
    let text = answers(":\n");
    assert!(text.contains("\n:P  memberships of any two states\n"), "{text}");
    for unheard in ["chart", "redraw", "half a page", "fg"] {
        assert!(!text.contains(unheard), "{unheard}: {text}");
    }
}

#[test]
fn nothing_is_no_obstacle() {
    let empty: Dossier =
        serde_json::from_str(r#"{"format": "accords/1", "id": "empty", "title": "Empty"}"#).unwrap();
    let collection = Collection::new(vec![Arc::new(empty.arrange())]);
    let text = said(&collection, b"1\nn\n1\n/a\nb\nb\n:C\n:D\n:w\n", Prompt::Hidden);
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
        prop_oneof![(0usize..40).prop_map(|n| n.to_string()), "[nbpta]", ":[a-zA-Z0-9=]", Just(":space".to_owned()), "/[a-z:\"-]{0,8}", "\\PC{0,12}", any::<String>()],
        0..12,
    )) {
        let text = said(&COLLECTION, lines.join("\n").as_bytes(), Prompt::Hidden);
        prop_assert!(!text.chars().any(|c| c != '\n' && c.is_control()));
    }
}
