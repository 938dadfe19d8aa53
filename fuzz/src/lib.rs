//! The entry points, as the property tests of the program have them.

#[path = "../../tests/support/archive.rs"]
mod archive;
#[path = "../../tests/support/entries.rs"]
pub mod entries;
#[path = "../../tests/support/screen.rs"]
mod screen;
