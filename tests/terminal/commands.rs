//! The commands on a terminal: output is cut to its width, highlighted and paged.

use crate::pty::{Pty, new_folder};
use std::os::unix::fs::PermissionsExt;

/// What a command writes to a terminal of 60 columns, and its exit code.
fn terminal(command: &str, variables: &[(&str, Option<&str>)]) -> (String, i32) {
    let script = format!("{command}; code=$?; cd \"$PTY_NOTES\"; echo $code >code; echo =done=");
    let own = [("COLUMNS", None), ("PAGER", None), ("LESS", None)];
    let pty = Pty::new(&["sh", "-c", &script], (60, 24), &[&own, variables].concat());
    pty.wait_until("end of the command", || String::from_utf8_lossy(&pty.bytes()).contains("=done="));
    let code = pty.exit_code();
    (String::from_utf8(pty.bytes()).unwrap().replace("\r\n", "\n").replace("=done=\n", ""), code)
}

fn widest(text: &str) -> usize {
    let plain = text.replace("\u{1b}[1;4m", "").replace("\u{1b}[0m", "");
    plain.lines().map(accords::text::width).max().unwrap()
}

#[test]
fn a_table_is_cut_to_the_terminal() {
    let command = "\"$PTY_BINARY\" sources";
    let (text, code) = terminal(command, &[]);
    let sources = accords::data::builtin().unwrap().sources.len();
    assert_eq!((code, text.lines().count()), (0, sources + 1));
    assert!(widest(&text) <= 60 && text.contains('…'), "{text}");
    assert!(text.starts_with("\u{1b}[1;4maddress"), "{text}");
    let (text, _) = terminal(command, &[("COLUMNS", Some("100"))]);
    assert!((61..=100).contains(&widest(&text)));
    // An invalid COLUMNS is ignored.
    let (text, _) = terminal(command, &[("COLUMNS", Some("wide"))]);
    assert!(widest(&text) <= 60);
    for variables in [("NO_COLOR", Some("1")), ("TERM", Some("dumb"))] {
        let (text, _) = terminal(command, &[variables]);
        assert!(!text.contains('\u{1b}') && widest(&text) <= 60, "{text}");
    }
    let (text, _) = terminal("\"$PTY_BINARY\" sources --format csv", &[]);
    assert!(widest(&text) > 60 && !text.contains('\u{1b}'));
}

#[test]
fn what_is_no_table_keeps_to_the_terminal_too() {
    for (command, last) in [
        ("coverage", "cover it"),
        ("follow-up", "[aze-kgz/karabakh-declaration-2024]"),
        ("overlap AZE KGZ", "\"no\""),
        ("compare declaration-2022 memorandum-2022", "-]"),
        ("compare borders dialogue", "both."),
        ("trace memorandum-2022", "%)"),
        ("search energy --limit 1", "of 21"),
    ] {
        let command = format!("\"$PTY_BINARY\" {command}");
        for (columns, most) in [(None, 60), (Some("80"), 80), (Some("40"), 40)] {
            let (text, code) = terminal(&command, &[("COLUMNS", columns), ("NO_COLOR", Some("1"))]);
            // An address is never cut.
            let words: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with('[')).collect();
            assert!(code == 0 && widest(&words.join("\n")) <= most, "{command} {columns:?}\n{text}");
            // A long address may be broken at the end of a line.
            assert!(text.replace('\n', "").ends_with(last), "{command}: {text}");
        }
    }
    // An address is narrowed last.
    let (text, _) = terminal("\"$PTY_BINARY\" follow-up", &[("COLUMNS", Some("80"))]);
    assert!(text.contains("[aze-kgz/energy-roadmap-2024]") && text.contains('…'), "{text}");
    assert!(!text.contains("24 Apr…") && text.contains("24 Apr 2024"), "{text}");
}

#[test]
fn a_page_is_wrapped_and_its_addresses_stay_whole() {
    let (text, _) = terminal("\"$PTY_BINARY\" show ev-003", &[]);
    for address in
        ["[aze-kgz/mfa-bishkek]", "https://bishkek.mfa.gov.az/ru/content/3/ikiterefli-munasibetler\n"]
    {
        assert!(text.contains(address), "{text}");
    }
    let long = text.lines().filter(|line| !line.contains("://") && accords::text::width(line) > 60);
    assert_eq!(long.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn the_pager_is_the_one_that_is_set() {
    let command = "\"$PTY_BINARY\" timeline --limit 3 --pager";
    let (text, code) = terminal(command, &[("PAGER", Some("sed 's/^/: /'"))]);
    assert_eq!((code, text.lines().filter(|line| line.starts_with(": ")).count()), (0, 6), "{text}");
    let (text, code) = terminal(command, &[("PAGER", Some("accords-no-such-pager"))]);
    assert!(code == 2 && text.contains("the pager accords-no-such-pager did not start"), "{text}");
    // Quitting the pager early is not an error.
    let (text, code) = terminal("\"$PTY_BINARY\" sources --pager", &[("PAGER", Some("head -n 2"))]);
    assert_eq!((code, text.lines().count()), (0, 2), "{text}");
    // No pager in a pipe.
    let (text, _) = terminal(&format!("{command} | cat"), &[("PAGER", Some("accords-no-such-pager"))]);
    assert!(text.starts_with("address"), "{text}");
    // Nor without the option.
    let (text, _) =
        terminal("\"$PTY_BINARY\" timeline --limit 3", &[("PAGER", Some("accords-no-such-pager"))]);
    assert!(text.contains("aze-kgz/ev-001"), "{text}");
}

#[test]
fn no_program_of_the_current_folder_is_run() {
    let folder = new_folder();
    for name in ["sh", "less", "vi"] {
        let file = folder.join(name);
        std::fs::write(&file, "#!/bin/sh\n: > ran\n").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    let begin = format!("cd '{}' && PATH=.::\"$PATH\" \"$PTY_BINARY\"", folder.display());
    let pager = format!("{begin} sources --limit 1 --pager");
    let (text, code) = terminal(&pager, &[("PAGER", Some("cat"))]);
    assert_eq!((text.contains("showing the first 1"), code), (true, 0), "{text}");
    terminal(&pager, &[]);
    assert!(!folder.join("ran").exists());
}

#[test]
fn the_explorer_opens_what_comes_through_a_pipe() {
    let script = r#"cd "$PTY_NOTES"; "$PTY_BINARY" search hotel --json >/dev/null; printf '%s' '{"format": "accords/1", "id": "piped", "title": "Piped", "sectors": [{"id": "water", "name": "Wells and rivers"}]}' | "$PTY_BINARY" -; echo $? >code"#;
    let mut pty = Pty::new(&["sh", "-c", script], (80, 24), &[]);
    pty.wait_for("Wells and rivers");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn plain_mode_talks_with_a_dumb_terminal() {
    let script = r#"cd "$PTY_NOTES"; "$PTY_BINARY" --plain; echo $? >code"#;
    let mut pty = Pty::new(&["sh", "-c", script], (80, 24), &[("TERM", Some("dumb"))]);
    pty.wait_for("q: quit.");
    pty.send("borders\n");
    pty.wait_for("[aze-kgz/declaration-2022.borders]");
    assert!(!pty.bytes().contains(&0x1b));
    pty.send("q\n");
    assert_eq!(pty.exit_code(), 0);
}
