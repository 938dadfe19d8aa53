//! What a person makes their own: keys, and the theme that the terminal's background decides.

use crate::pty::{Pty, new_folder, start, started};
use std::thread;
use std::time::Duration;

const QUESTION: &str = "\x1b]11;?\x1b\\";

/// Starts the explorer, waits for its question, pauses, and sends these bytes; returns the notice of T, the next theme.
fn next_theme(pause: Duration, answer: &str) -> String {
    let pty = start(&[]);
    let mut pty = pty;
    pty.wait_until("question", || String::from_utf8_lossy(&pty.bytes()).contains(QUESTION));
    thread::sleep(pause);
    pty.send(answer);
    pty.wait_for_dossier();
    // What is unfinished is given up after a tenth of a second.
    thread::sleep(Duration::from_millis(250));
    pty.send("T");
    pty.wait_for("Theme: ");
    let screen = pty.screen();
    pty.send("q");
    pty.expect_handed_back(0);
    screen.lines().find_map(|line| Some(line.split_once("Theme: ")?.1.trim().to_owned())).unwrap()
}

#[test]
fn the_background_of_the_terminal_decides() {
    // A loaded machine may answer too late, which is as if nothing came.
    let answers = |answer: &str, next: &str| (0..5).any(|_| next_theme(Duration::ZERO, answer) == next);
    assert!(answers("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "no colour"));
    assert!(answers("\x1b]11;rgb:fd/f6/e3\x07", "no colour"));
    assert_eq!(next_theme(Duration::ZERO, "\x1b]11;rgb:0000/2b2b/3636\x1b\\"), "light");
}

#[test]
fn no_answer_a_late_one_and_nonsense_change_nothing() {
    assert_eq!(next_theme(Duration::ZERO, ""), "light");
    assert_eq!(next_theme(Duration::from_millis(300), "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"), "light");
    for nonsense in
        ["\x1b]11;rgb:zz/zz/zz\x1b\\", "\x1b]11;\x07", "\x1b]11;rgb:ffff/ff", "\x1b]10;rgb:ff/ff/ff\x07"]
    {
        assert_eq!(next_theme(Duration::ZERO, nonsense), "light", "{nonsense:?}");
    }
}

#[test]
fn who_wants_no_colour_is_not_asked_about() {
    let mut pty = started(&[("NO_COLOR", Some("1"))]);
    assert!(!String::from_utf8_lossy(&pty.bytes()).contains("\x1b]11"));
    pty.send("q");
    pty.expect_handed_back(0);
}

/// The explorer with a person's file of keys.
fn with_keys(keys: &str) -> Pty {
    let folder = new_folder();
    std::fs::create_dir_all(folder.join("accords")).unwrap();
    std::fs::write(folder.join("accords/keys.toml"), keys).unwrap();
    started(&[("XDG_CONFIG_HOME", folder.to_str())])
}

#[test]
fn a_persons_keys_are_in_effect() {
    let mut pty = with_keys("[everywhere]\nhelp = \"f1\"\nsort = \"ctrl-x s\"\n");
    pty.wait_for("f1 help");
    pty.send("?");
    pty.send("\x18");
    pty.wait_for("ctrl-x then: s change sort order");
    pty.send("z");
    pty.wait_for("ctrl-x z does nothing here");
    pty.send("\x1bOP");
    pty.wait_for("type to find");
    pty.send("\x1b");
    pty.wait_until("closed help", || !pty.screen().contains("type to find"));
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn keys_with_an_error_leave_the_defaults_in_effect() {
    let mut pty = with_keys("[everywhere]\nhelp = \"H\"\nsort = \"o\"\n");
    pty.wait_for("Default keys, for keys.toml line 3 has an error");
    pty.send("?");
    pty.wait_for("type to find");
    pty.send("\x1b");
    pty.wait_until("closed help", || !pty.screen().contains("type to find"));
    pty.send("q");
    pty.expect_handed_back(0);
    let told = pty.note("stderr");
    assert!(told.contains("keys.toml:3:1: error: \"o\" is already open-source (a default)"), "{told}");
}

#[test]
fn a_log_is_written_if_it_is_asked_for() {
    let script = r#"cd "$PTY_NOTES"; "$PTY_BINARY" --log log; echo $? >code"#;
    let mut pty = Pty::new(&["sh", "-c", script], (80, 24), &[]);
    pty.wait_for_dossier();
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    let log = pty.note("log");
    assert!(log.contains("opens the built-in dossier") && log.contains(" items, all"), "{log}");
    assert!(log.lines().all(|line| line.contains(" ms  ")), "{log}");
}
