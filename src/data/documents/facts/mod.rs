//! What a text says of itself: its title, its language, who is party to it, when and where it was signed.

mod date;
pub(super) mod language;
pub(super) mod of_file;
pub(super) mod parties;
pub(super) mod signing;
mod spelled;
pub(super) mod title;
