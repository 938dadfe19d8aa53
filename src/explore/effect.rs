//! What the explorer asks the terminal, or the session, to do.

use super::action::CopyForm;
use super::draft::Draft;
use super::remember::Remember;

/// Something to do outside of the explorer's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Redraw what has changed.
    Redraw,
    /// Redraw every cell.
    Repaint,
    /// Stop, as on Ctrl-Z.
    Suspend,
    /// Quit with exit code 0.
    Quit,
    /// Switch to the next theme.
    NextTheme,
    /// Give the mouse to the terminal, or take it back.
    NextMouse,
    /// Put this text on the clipboard.
    Copy {
        /// What the text is.
        form: CopyForm,
        /// The text.
        text: String,
    },
    /// Open this web address in the browser.
    Open(String),
    /// Save a new file in the current folder.
    Save(Draft),
    /// Write or read what is kept between visits.
    Remember(Remember),
    /// Let the person edit this text in their editor; it comes back as the line that is typed.
    Edit(String),
}
