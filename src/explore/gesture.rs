//! What a mouse does, independent of the library that reads it from a terminal.

use super::pane::Pane;

/// A gesture of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button was pressed.
    Click,
    /// The left button was pressed a second time, at once and at the same cell.
    DoubleClick,
    /// The mouse was moved to a cell while the left button is pressed.
    Drag {
        /// The column, from 0.
        column: usize,
        /// The row, from 0.
        row: usize,
    },
    /// The left button was let go.
    Release,
    /// The wheel was turned towards the user.
    WheelDown,
    /// The wheel was turned away from the user.
    WheelUp,
}

/// What the mouse holds between the press and the release of its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The divider.
    Divider,
    /// A map, by the cell that was held last; `None` before it is moved.
    Map(Option<(usize, usize)>),
    /// The heading of a pane, which is the border to the pane above.
    Heading {
        /// The pane.
        pane: Pane,
        /// Whether it was moved.
        moved: bool,
    },
}

/// Who gets what the mouse does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The explorer.
    Explorer,
    /// The terminal, which selects text with it.
    Terminal,
}

impl Mouse {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Explorer => Self::Terminal,
            Self::Terminal => Self::Explorer,
        }
    }
}
