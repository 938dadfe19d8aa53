//! The colour behind the text, which the terminal is asked for after the first frame (xterm's OSC 11).

use ratatui::crossterm::Command;
use std::fmt;
use std::time::Duration;
use termina::Event;
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};

/// How long an answer may take. A later one is dropped: colours that change under one's eyes disturb.
pub(super) const PATIENCE: Duration = Duration::from_millis(100);

/// A colour: red, green and blue.
pub type Rgb = [u8; 3];

/// Asks the terminal.
pub(super) struct AskBackground;

impl Command for AskBackground {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b]11;?\x1b\\")
    }

    /// Nothing: a console would hand over the answer as keys.
    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        Ok(())
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// The colour that an answer names.
pub(super) fn answered(event: &Event) -> Option<Rgb> {
    let Event::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) = event else {
        return None;
    };
    match colours.first()? {
        ColorOrQuery::Color(colour) => Some([colour.red, colour.green, colour.blue]),
        ColorOrQuery::Query => None,
    }
}
