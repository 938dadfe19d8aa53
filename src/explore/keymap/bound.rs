//! Keys that are bound to an action, and where they come from.

use crate::explore::keys::Keys;
use crate::explore::mode::Mode;

/// Where a key comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// No file changes it.
    Fixed,
    /// The defaults.
    Default,
    /// The person's file, from this line on.
    Own(usize),
}

/// Keys that run an action in a mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The keys.
    pub keys: Keys,
    /// The mode.
    pub mode: Mode,
    /// Which of the row's actions it is.
    pub number: usize,
    /// Where the keys come from.
    pub origin: Origin,
}
