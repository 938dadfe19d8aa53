//! The terminal is always handed back, and keys are answered at once.

use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::pty::{FIRST, Pty, TAKEN, start, started};

#[test]
fn the_first_frame_is_one_synchronized_write_and_asks_nothing() {
    let pty = started(&[]);
    pty.wait_until("question", || String::from_utf8_lossy(&pty.bytes()).contains("\x1b]11;?\x1b\\"));
    let whole = String::from_utf8(pty.bytes()).unwrap();
    // The one question is the background's colour, after the first frame.
    let (log, after) = whole.split_once("\x1b]11;?\x1b\\").unwrap();
    let (before, frame) = log.split_once("\x1b[?2026h").unwrap();
    assert!(before.contains("\x1b[?1049h"));
    assert!(whole.contains(FIRST) && frame.ends_with("\x1b[?2026l"));
    assert!(!frame.contains("\x1b[?2026h"));
    // A question to the terminal: cursor position, attributes, colours.
    for question in ["\x1b[6n", "\x1b[c", "\x1b[>", "\x1b]1"] {
        assert!(!log.contains(question) && !after.contains(question), "{question:?}");
    }
}

#[test]
fn q_and_ctrl_c_quit() {
    for key in ["q", "\x03"] {
        let mut pty = started(&[]);
        pty.send(key);
        pty.expect_handed_back(0);
    }
}

#[test]
fn keys_may_come_from_the_terminal_while_standard_input_is_something_else() {
    let script = r#"cd "$PTY_NOTES"; "$PTY_BINARY" </dev/null; echo $? >code"#;
    let mut pty = Pty::new(&["sh", "-c", script], (80, 24), &[]);
    pty.wait_for_dossier();
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_resize_fills_the_new_size() {
    let mut pty = started(&[]);
    for size in [(100, 30), (40, 12), (1, 1), (160, 50), (80, 24)] {
        pty.resize(size);
        if size != (1, 1) {
            pty.wait_until("frame of the new size", || pty.fills(size.1.into()));
        }
    }
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn signals_end_it_with_their_code() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let pty = started(&[]);
        pty.signal(name);
        pty.expect_handed_back(code);
    }
}

#[test]
#[cfg(debug_assertions)]
fn a_panic_gives_the_screen_back_before_it_speaks() {
    for (fault, keys) in [("panic:draw", ""), ("panic:key", "j")] {
        let mut pty = start(&[("ACCORDS_FAULT", Some(fault)), ("PTY_STDERR", Some("/dev/tty"))]);
        if !keys.is_empty() {
            pty.wait_for_dossier();
            pty.send(keys);
        }
        pty.expect_handed_back(101);
        pty.wait_for("ordered by ACCORDS_FAULT");
    }
}

#[test]
#[cfg(debug_assertions)]
fn a_worker_that_panics_does_not_touch_the_screen() {
    let mut pty = started(&[("ACCORDS_FAULT", Some("panic:worker"))]);
    pty.wait_for("Background error: ");
    assert_eq!(pty.modes(), TAKEN);
    assert_eq!(pty.note("stderr"), "");
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
#[cfg(debug_assertions)]
fn a_user_interface_that_hangs_is_left() {
    for (signal, code) in [("", 130), ("TERM", 143)] {
        let mut pty = started(&[("ACCORDS_FAULT", Some("hang:key"))]);
        pty.send("j");
        match signal {
            "" => pty.send("\x03"),
            name => pty.signal(name),
        }
        pty.expect_handed_back(code);
    }
}

#[test]
fn ten_thousand_keys_and_a_q() {
    let mut pty = started(&[]);
    let mut burst = vec![b'j'; 10_000];
    burst.push(b'q');
    pty.send(burst);
    pty.expect_handed_back(0);
}

#[test]
fn a_paste_of_a_megabyte_is_one_short_event() {
    let mut pty = started(&[]);
    pty.send("\x1b[200~");
    pty.send(vec![b'q'; 1_000_000]);
    pty.send("\x1b[201~");
    pty.send("\x1b");
    thread::sleep(Duration::from_millis(500)); // The pause tells Escape from the start of a sequence.
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn a_paste_without_an_end_does_not_keep_it_from_ending() {
    let mut pty = started(&[]);
    pty.send("\x1b[200~never closed\x03");
    pty.expect_handed_back(0);
}

#[test]
fn a_stray_or_unfinished_answer_leaves_the_keyboard_alive() {
    let answers = [
        "\x1b[?2026;2$y",
        "\x1b[?997;1n",
        "\x1b[?",
        "\x1b[<0;12",
        "\x1b[M ",
        "\x1b]11;rgb:ff",
        "\x1bP1$r",
        "\x1b[200~never closed",
        "\x1b[9999999999;1u",
        "\x1bO",
    ];
    for answer in answers {
        for (key, before) in [("q", 300), ("\x03", 0)] {
            let mut pty = started(&[]);
            pty.send(answer);
            thread::sleep(Duration::from_millis(before));
            pty.send(key);
            pty.expect_handed_back(0);
        }
    }
}

#[test]
fn idle_means_no_byte_and_no_wake_up() {
    let mut pty = started(&[]);
    pty.send("j");
    let (mut quiet, mut length) = (Instant::now(), 0);
    // On a loaded machine the index comes late, with a frame of its own.
    while quiet.elapsed() < Duration::from_secs(1) {
        thread::sleep(Duration::from_millis(20));
        if pty.bytes().len() != length {
            (quiet, length) = (Instant::now(), pty.bytes().len());
        }
    }
    let switches = wake_ups(pty.pid());
    thread::sleep(Duration::from_secs(5));
    assert_eq!(pty.bytes().len(), length);
    assert_eq!(wake_ups(pty.pid()), switches);
}

/// How often the process's threads were woken, as Linux counts it; 0 elsewhere.
fn wake_ups(pid: u32) -> usize {
    let Ok(tasks) = std::fs::read_dir(format!("/proc/{pid}/task")) else { return 0 };
    let status = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("status")).unwrap();
    let count =
        |line: &str| line.strip_prefix("voluntary_ctxt_switches:").and_then(|n| n.trim().parse().ok());
    tasks.flatten().map(|task| status(task).lines().find_map(count).unwrap_or(0)).sum()
}

#[test]
fn a_terminal_that_cannot_draw_is_refused_in_one_line() {
    for term in [Some("dumb"), Some(""), None] {
        let pty = start(&[("TERM", term)]);
        pty.expect_handed_back(2);
        let said = pty.note("stderr");
        assert!(
            said.starts_with("accords: ") && said.contains("TERM") && said.lines().count() == 1,
            "{said}"
        );
        assert_eq!(pty.bytes(), b"");
    }
}

#[test]
fn an_output_that_is_no_terminal_gets_no_escape_sequence() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_accords"))
        .env("TERM", "xterm-256color")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(b"q");
    let output = child.wait_with_output().unwrap();
    assert!(!output.stdout.contains(&0x1b));
    // The explorer prints its outline instead.
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn over_ssh_a_copy_goes_through_the_terminal() {
    let mut pty = started(&[("SSH_TTY", Some("/dev/pts/0"))]);
    pty.send("Y");
    pty.wait_until("OSC 52", || String::from_utf8_lossy(&pty.bytes()).contains("\x1b]52;c;"));
    pty.wait_for("Address copied");
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn what_is_on_the_screen_is_written_to_a_new_file_each_time() {
    let folder = tempfile::TempDir::new().unwrap();
    let script = format!("cd '{}' && \"$PTY_BINARY\"; echo $? >\"$PTY_NOTES/code\"", folder.path().display());
    let mut pty = Pty::new(&["sh", "-c", &script], (100, 30), &[]);
    pty.wait_for_dossier();
    pty.send("l>");
    // The whole path is named before anything is written.
    pty.wait_for("Writes /");
    pty.send("\r");
    pty.wait_for("Saved to /");
    // The file is complete although the program is told to quit at once.
    pty.send(">\rq");
    assert_eq!(pty.exit_code(), 0);
    for name in
        ["accords-aze-kgz-declaration-2022-borders.md", "accords-aze-kgz-declaration-2022-borders-2.md"]
    {
        let text = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(text.starts_with("## Mutual recognition") && text.ends_with("borders`\n"), "{text}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn ctrl_l_draws_every_cell_again() {
    let mut pty = started(&[]);
    let before = pty.bytes().len();
    let screen = pty.screen();
    pty.send("\x0c");
    // A frame of changes only would be a few bytes.
    pty.wait_until("whole frame", || pty.bytes().len() > before + 1_500 && pty.screen() == screen);
    pty.send("q");
    pty.expect_handed_back(0);
}
