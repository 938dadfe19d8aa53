//! A console.

use std::{
    fs::Metadata,
    io::{self, IsTerminal, Stdout},
    os::windows::process::CommandExt,
    process::Command,
};

/// A program in a group of its own, without a console window.
const APART: u32 = 0x0000_0200 | 0x0800_0000;

/// The way to the screen. What is written to a console as bytes would be read in its code page; standard output writes UTF-16.
pub(in crate::terminal) type Screen = Stdout;

/// The screen of standard output.
pub(in crate::terminal) fn screen() -> io::Result<Screen> {
    Ok(io::stdout())
}

/// Whether there is a console to read keys from.
pub(in crate::terminal) fn has_terminal() -> bool {
    io::stdin().is_terminal()
}

/// Why this terminal cannot draw a screen: consoles have no TERM, and all since Windows 10 can.
pub(in crate::terminal) fn can_draw() -> Result<(), &'static str> {
    Ok(())
}

/// The file names that a program of this name may have.
pub(in crate::terminal) fn programs(name: &str) -> Vec<String> {
    vec![format!("{name}.exe"), name.to_owned()]
}

/// Whether a file can be run: its name says so.
pub(in crate::terminal) fn is_program(_file: &Metadata) -> bool {
    true
}

/// Starts a program apart from our console: Ctrl-C is not for it.
pub(in crate::terminal) fn start_apart(command: &mut Command) -> &mut Command {
    command.creation_flags(APART)
}
