//! What a person makes their own: keys, and the theme that the terminal's background decides.

use crate::pty::{Pty, new_folder, start, started};
use std::thread;
use std::time::Duration;

const QUESTION: &str = "\x1b]11;?\x1b\\";

/// Starts the explorer and answers its question after a pause.
fn answered(pause: Duration, answer: &str, variables: &[(&str, Option<&str>)]) -> Pty {
    let mut pty = start(variables);
    pty.wait_until("question", || String::from_utf8_lossy(&pty.bytes()).contains(QUESTION));
    thread::sleep(pause);
    pty.send(answer);
    pty.wait_for_dossier();
    // What is unfinished is given up after a tenth of a second.
    thread::sleep(Duration::from_millis(250));
    pty
}

/// The notice of T, the next theme, after an answer to the question.
fn next_theme(pause: Duration, answer: &str) -> String {
    let mut pty = answered(pause, answer, &[]);
    pty.send("T");
    pty.wait_for("Theme: ");
    let screen = pty.screen();
    pty.send("q");
    pty.expect_handed_back(0);
    screen.lines().find_map(|line| Some(line.split_once("Theme: ")?.1.trim().to_owned())).unwrap()
}

/// Whether this answer makes the next theme this one. A loaded machine may answer too late, which is as if nothing came.
fn makes(answer: &str, next: &str) -> bool {
    (0..5).any(|_| next_theme(Duration::ZERO, answer) == next)
}

#[test]
fn the_background_of_the_terminal_decides() {
    for light in [
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:fd/f6/e3\x07",
        "\x1b]11;rgb:d0d0/d0d0/d0d0\x1b\\",
        "\x1b]11;rgb:8080/8080/8080\x1b\\",
    ] {
        assert!(makes(light, "no colour"), "{light:?}");
    }
    for dark in [
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]11;rgb:0000/2b2b/3636\x1b\\",
        "\x1b]11;rgb:30/30/30\x07",
        "\x1b]11;rgb:6060/6060/6060\x1b\\",
    ] {
        assert_eq!(next_theme(Duration::ZERO, dark), "light", "{dark:?}");
    }
}

#[test]
fn no_answer_a_late_one_and_nonsense_change_nothing() {
    assert_eq!(next_theme(Duration::ZERO, ""), "light");
    assert_eq!(next_theme(Duration::from_millis(300), "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"), "light");
    for nonsense in [
        "\x1b]11;rgb:zz/zz/zz\x1b\\",
        "\x1b]11;\x07",
        "\x1b]11;rgb:ffff/ff",
        "\x1b]11;white\x07",
        "\x1b]10;rgb:ff/ff/ff\x07",
    ] {
        assert_eq!(next_theme(Duration::ZERO, nonsense), "light", "{nonsense:?}");
    }
}

/// Whether a colour is yellow: more red and more green than blue, and bright.
fn is_yellow(colour: &vt100::Color) -> bool {
    match *colour {
        vt100::Color::Default => false,
        vt100::Color::Idx(place) => matches!(place, 3 | 11 | 220..=230),
        vt100::Color::Rgb(red, green, blue) => red > 140 && green > 140 && red > blue && green > blue,
    }
}

#[test]
fn on_white_nothing_is_yellow() {
    // The colour is also known without a question.
    let white = [("COLORFGBG", Some("0;15"))];
    let mut pty = answered(Duration::ZERO, "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", &white);
    // Of light, no colour, high contrast: each on a search, in which words are lit, a picture and an overlay.
    for theme in ["no colour", "high contrast"] {
        for keys in ["/borders", "\x1b", "2z", "z", "3z", "z", "?", "\x1b"] {
            pty.send(keys);
            thread::sleep(Duration::from_millis(150));
            let colours = pty.colours();
            assert!(!colours.iter().any(is_yellow), "{keys:?} before {theme}: {colours:?}");
        }
        pty.send("T");
        pty.wait_for(&format!("Theme: {theme}"));
    }
    pty.send("/borders");
    pty.wait_for(" match");
    let colours = pty.colours();
    assert!(colours.iter().any(|colour| matches!(colour, vt100::Color::Rgb(..))), "{colours:?}");
    assert!(!colours.iter().any(is_yellow), "{colours:?}");
    pty.send("\x03");
    pty.expect_handed_back(0);
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
    for (keys, told, whole) in [
        (
            "[everywhere]\nhelp = \"H\"\nsort = \"o\"\n",
            "keys.toml line 3",
            "keys.toml:3:1: error: \"o\" is already open-source (a default)",
        ),
        (
            "[everywhere]\nsrot = \"E\"\n",
            "keys.toml line 2",
            "keys.toml:2:1: error: no action is named srot; did you mean sort?",
        ),
        ("[reeder]\nsort = \"E\"\n", "keys.toml line 1", "keys.toml:1:2: error: no context is named reeder"),
        ("[everywhere]\nsort = \"E\n", "keys.toml line 2", "keys.toml:2:10: error: is not TOML"),
        (
            "[panes]\nsort = \"g s\"\n",
            "keys.toml line 2",
            "keys.toml:2:1: error: \"g s\" and \"g\" of top (a default) begin alike in panes",
        ),
        ("[everywhere]\nsort = \"ctrl-c\"\n", "keys.toml line 2", "\"ctrl-c\" is always quit"),
        ("\n\n[panes]\nsort = \"Ctrl+S\"\n", "keys.toml line 4", "no key is named \"Ctrl+S\""),
        ("[panes]\nswap = \"E\"\n", "keys.toml line 2", "swap does nothing in panes"),
    ] {
        let mut pty = with_keys(keys);
        pty.wait_for(&format!("Default keys, for {told} has an error"));
        pty.send("?");
        pty.wait_for("type to find");
        pty.send("\x1b");
        pty.wait_until("closed help", || !pty.screen().contains("type to find"));
        pty.send("S");
        pty.wait_for("newest first");
        pty.send("q");
        pty.expect_handed_back(0);
        let told = pty.note("stderr");
        assert!(told.contains(whole), "{keys:?}: {told}");
    }
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
