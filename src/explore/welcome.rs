//! The hint for the first time, in a row above the keys: shown until Esc or the tenth key, and never again.

use super::chord::{Chord, Key};

/// The hint while it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    pressed: u8,
}

impl Welcome {
    /// The number of keys after which a person has found their way.
    const KEYS: u8 = 10;

    /// The hint after a key; `None` if that puts it away.
    pub fn after(self, chord: Chord) -> Option<Self> {
        let pressed = self.pressed + 1;
        (chord != Chord::of(Key::Esc) && pressed < Self::KEYS).then_some(Self { pressed })
    }
}
