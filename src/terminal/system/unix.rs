//! Files, modes and process groups.

use std::{
    env,
    fs::{File, Metadata},
    io::{self, IsTerminal},
    os::{
        fd::{AsFd, OwnedFd},
        unix::{fs::PermissionsExt, process::CommandExt},
    },
    process::Command,
};

/// The way to the screen. Not `io::Stdout`: its line buffer would split a frame, and its lock would block another thread's last
/// message while this one is stuck in a write.
pub(in crate::terminal) type Screen = File;

/// The screen of standard output.
pub(in crate::terminal) fn screen() -> io::Result<Screen> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// The terminal that keys come from: standard input, or `/dev/tty` if that is not a terminal.
pub(in crate::terminal) fn input_terminal() -> Option<OwnedFd> {
    if io::stdin().is_terminal() {
        return io::stdin().as_fd().try_clone_to_owned().ok();
    }
    File::open("/dev/tty").ok().map(OwnedFd::from)
}

/// Whether there is a terminal to read keys from.
pub(in crate::terminal) fn has_terminal() -> bool {
    input_terminal().is_some()
}

/// Why this terminal cannot draw a screen, in a word on TERM; `None` if it can.
pub(in crate::terminal) fn can_draw() -> Result<(), &'static str> {
    match env::var_os("TERM") {
        None => Err("not set"),
        Some(term) if term.is_empty() => Err("empty"),
        Some(term) if term == "dumb" => Err("dumb"),
        Some(_) => Ok(()),
    }
}

/// The file names that a program of this name may have.
pub(in crate::terminal) fn programs(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

/// Whether a file can be run.
pub(in crate::terminal) fn is_program(file: &Metadata) -> bool {
    file.permissions().mode() & 0o111 != 0
}

/// Puts a program that is started in a process group of its own, so that Ctrl-Z here does not stop it.
pub(in crate::terminal) fn start_apart(command: &mut Command) -> &mut Command {
    command.process_group(0)
}
