//! What the explorer wants done outside of itself.

use super::action::CopyForm;
use super::draft::Draft;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw again.
    Redraw,
    /// Draw every cell again, whatever the terminal shows.
    Repaint,
    /// Stop as with Ctrl-Z, and come back with `fg`.
    Suspend,
    /// End with exit code 0.
    Quit,
    /// Change to the next theme.
    NextTheme,
    /// Put this text on the clipboard.
    Copy {
        /// What the text is.
        form: CopyForm,
        /// The text.
        text: String,
    },
    /// Open this web address in the browser.
    Open(String),
    /// Write this to a new file in the current folder.
    Save(Draft),
}
