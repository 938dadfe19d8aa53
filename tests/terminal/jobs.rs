//! The program as a job of a shell: stopped, continued, its terminal lost.

use std::{
    io::{Read, Write},
    thread,
    time::{Duration, Instant},
};

use crate::pty::{PATIENCE, Pty, TAKEN, new_folder, started};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What starts the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Below {
    Shell,
    /// A parent in the same job that knows nothing of terminals, as with `cargo run`.
    Parent,
}

/// A shell with job control and the program started in it.
fn in_a_shell(below: Below) -> Pty {
    let mut pty = Pty::new(&["bash", "--norc", "-i"], (80, 24), &[("PS1", Some("ready> "))]);
    pty.wait_for("ready> ");
    pty.send("cd \"$PTY_NOTES\"; stty -g >before\n");
    pty.send(match below {
        Below::Shell => "(echo $BASHPID >pid; exec \"$PTY_BINARY\")\n",
        Below::Parent => "sh -c '\"$PTY_BINARY\"; exit $?'\n",
    });
    pty.wait_for_dossier();
    pty
}

fn expect_stopped(pty: &mut Pty, count: usize) {
    let note = format!("stopped{count}");
    pty.wait_until("the shell", || !pty.modes().alternate_screen && pty.screen().contains("Stopped"));
    // bash sets its own modes while it edits a line, so a child process reports them.
    pty.send(format!("stty -g >{note}\n"));
    pty.wait_until("the shell's answer", || pty.note(&note).ends_with('\n'));
    assert_eq!(pty.note(&note), pty.note("before"));
    assert!(!pty.modes().cursor_hidden);
}

/// Brings the program to the foreground in a terminal with this many rows.
fn foreground(pty: &mut Pty, rows: u16) {
    pty.resize((100, rows));
    let taken = times_taken(pty);
    pty.send("clear; fg\n");
    pty.wait_until("full frame after fg", || pty.fills(rows.into()) && pty.modes() == TAKEN);
    assert_eq!(times_taken(pty), taken + 1);
}

fn times_taken(pty: &Pty) -> usize {
    String::from_utf8_lossy(&pty.bytes()).matches("\x1b[?1049h").count()
}

fn expect_over(pty: &mut Pty) {
    let taken = times_taken(pty);
    pty.send("q");
    pty.wait_until("the shell", || {
        !pty.modes().alternate_screen && pty.screen().trim_end().ends_with("ready>")
    });
    pty.send("echo over $?; stty -g >after\n");
    pty.wait_for("over 0");
    pty.wait_until("modes", || pty.note("after") == pty.note("before"));
    assert_eq!(times_taken(pty), taken, "taken twice for one fg");
}

#[test]
fn ctrl_z_stops_it_and_fg_brings_it_back_at_the_new_size() {
    for below in [Below::Shell, Below::Parent] {
        let mut pty = in_a_shell(below);
        pty.send("\x1a");
        expect_stopped(&mut pty, 0);
        foreground(&mut pty, 30);
        pty.send("\x1a");
        expect_stopped(&mut pty, 1);
        foreground(&mut pty, 20);
        expect_over(&mut pty);
    }
}

#[test]
fn a_stop_by_signal_is_as_clean() {
    let mut pty = in_a_shell(Below::Shell);
    pty.signal("TSTP");
    expect_stopped(&mut pty, 0);
    foreground(&mut pty, 30);
    expect_over(&mut pty);
}

#[test]
fn a_stop_that_left_no_time_is_repaired() {
    let mut pty = in_a_shell(Below::Shell);
    pty.signal("STOP");
    pty.wait_for("Stopped");
    foreground(&mut pty, 30);
    expect_over(&mut pty);
}

#[test]
fn ctrl_z_without_a_shell_does_nothing() {
    let mut pty = started(&[]);
    pty.send("\x1a");
    pty.send("q");
    pty.expect_handed_back(0);
}

fn read_frame(reader: &mut dyn Read) {
    let (mut log, mut chunk) = (Vec::new(), [0; 4096]);
    while !log.windows(8).any(|bytes| bytes == b"\x1b[?2026l") {
        let length = reader.read(&mut chunk).unwrap();
        log.extend_from_slice(&chunk[..length]);
    }
}

/// Starts `script` in a terminal, waits until it answers a key, and closes the terminal; returns the time from then
/// until the exit code is noted, and the code.
fn vanish(script: &str) -> (Duration, String) {
    let notes = new_folder();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", script]);
    command.env("TERM", "xterm-256color");
    command.env("PTY_BINARY", env!("CARGO_BIN_EXE_accords"));
    command.env("PTY_NOTES", &notes);
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    read_frame(&mut reader);
    // A second frame proves that keys are being read; before that, the reader could not open the terminal and would say so.
    writer.write_all(b"j").unwrap();
    read_frame(&mut reader);
    drop((writer, reader, pair));
    let gone = Instant::now();
    let code = notes.join("code");
    let mut noted = String::new();
    while !noted.ends_with('\n') && gone.elapsed() < PATIENCE {
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
    // Only the session's leader gets SIGHUP. Here it ignores it, and the program inherits that.
    let untold = r#"cd "$PTY_NOTES"; trap '' HUP; "$PTY_BINARY"; echo $? >code"#;
    for script in [told, untold] {
        let (took, code) = vanish(script);
        assert_eq!(code, "129\n");
        assert!(took < Duration::from_secs(1), "{took:?}");
    }
}
