//! Stopping, continuing and losing the terminal: the program as a job of a shell.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on may panic")]

mod pty;

use std::{
    io::Read,
    thread,
    time::{Duration, Instant},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use pty::{FIRST, Pty, TAKEN, started};

/// A shell with job control and the program started in it.
fn in_a_shell() -> Pty {
    let mut pty = Pty::new(&["bash", "--norc", "-i"], (80, 24), &[("PS1", Some("ready> "))]);
    pty.wait_for("ready> ");
    pty.send(
        "cd \"$PTY_NOTES\"; stty -g >before; (echo $BASHPID >pid; exec \"$PTY_BINARY\"); \
              s=$?; stty -g >after; [ $s -lt 128 ] && echo $s >code\n",
    );
    pty.wait_for(FIRST);
    pty
}

fn expect_stopped(pty: &mut Pty, count: usize) {
    let note = format!("stopped{count}");
    pty.wait_until("the shell", || !pty.modes().alternate_screen && pty.screen().contains("Stopped"));
    // bash edits its line in modes of its own; a child of it sees the ones that programs get.
    pty.send(format!("stty -g >{note}\n"));
    pty.wait_until("the shell's answer", || pty.note(&note).ends_with('\n'));
    assert_eq!(pty.note(&note), pty.note("before"));
    assert!(!pty.modes().cursor_hidden);
}

#[test]
fn ctrl_z_stops_it_and_fg_brings_it_back_at_the_new_size() {
    let mut pty = in_a_shell();
    for (count, by_signal) in [false, true].into_iter().enumerate() {
        if by_signal {
            pty.signal("TSTP");
        } else {
            pty.send("\x1a");
        }
        expect_stopped(&mut pty, count);
        let rows = 30 + count;
        pty.resize((100, u16::try_from(rows).unwrap()));
        pty.send("clear; fg\n");
        pty.wait_until("full frame after fg", || pty.fills(rows));
        assert_eq!(pty.modes(), TAKEN);
    }
    pty.send("q");
    pty.wait_until("the shell", || !pty.modes().alternate_screen);
    pty.send("echo over $?\n");
    pty.wait_for("over 0");
}

#[test]
fn a_stop_that_left_no_time_is_repaired() {
    let mut pty = in_a_shell();
    pty.signal("STOP");
    pty.wait_for("Stopped");
    pty.send("fg\n");
    pty.wait_until("full frame after fg", || pty.fills(24) && pty.modes() == TAKEN);
    pty.send("q");
    pty.wait_until("the shell", || !pty.modes().alternate_screen);
    pty.send("echo over $?; stty -g >after\n");
    pty.wait_for("over 0");
    pty.wait_until("modes", || pty.note("after") == pty.note("before"));
}

#[test]
fn ctrl_z_without_a_shell_does_nothing() {
    let mut pty = started(&[]);
    pty.send("\x1a");
    pty.send("q");
    pty.expect_handed_back(0);
}

/// Starts `script` in a terminal, waits for the first frame, and takes the terminal away; gives the time from there
/// until `code` is noted.
fn vanish(script: &str) -> (Duration, String) {
    let notes = pty::new_folder();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", script]);
    command.env("TERM", "xterm-256color");
    command.env("PTY_BINARY", env!("CARGO_BIN_EXE_accords"));
    command.env("PTY_NOTES", &notes);
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut log, mut chunk) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&log).contains("\x1b[?2026l") {
        let length = reader.read(&mut chunk).unwrap();
        log.extend_from_slice(&chunk[..length]);
    }
    drop((reader, pair));
    let gone = Instant::now();
    let code = notes.join("code");
    let mut noted = String::new();
    while !noted.ends_with('\n') && gone.elapsed() < pty::PATIENCE {
        thread::sleep(Duration::from_millis(3));
        noted = std::fs::read_to_string(&code).unwrap_or_default();
    }
    let took = gone.elapsed();
    let _ = child.kill();
    let _ = child.wait();
    let _ = std::fs::remove_dir_all(notes);
    (took, noted)
}

#[test]
fn a_vanished_terminal_ends_it_within_a_second() {
    let told = r#"cd "$PTY_NOTES"; trap : HUP; "$PTY_BINARY"; echo $? >code"#;
    // The session's leader alone is told of the hang-up and ignores it; so does the program's inheritance.
    let untold = r#"cd "$PTY_NOTES"; trap '' HUP; "$PTY_BINARY"; echo $? >code"#;
    for script in [told, untold] {
        let (took, code) = vanish(script);
        assert_eq!(code, "129\n");
        assert!(took < Duration::from_secs(1), "{took:?}");
    }
}
