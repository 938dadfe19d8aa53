//! What a mouse does, independent of the library that reads it from a terminal.

/// A gesture of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button was pressed.
    Click,
    /// The left button was pressed a second time, at once and at the same cell.
    DoubleClick,
    /// The wheel was turned towards the user.
    WheelDown,
    /// The wheel was turned away from the user.
    WheelUp,
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
