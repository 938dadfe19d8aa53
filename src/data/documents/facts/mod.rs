//! What a text says of itself: its title, its language, who is party to it, when and where it was signed.

pub(super) mod language;
pub(super) mod title;
