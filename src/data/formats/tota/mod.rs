//! Treaties of the Texts of Trade Agreements (ToTA, <https://github.com/mappingtreaties/tota>).
//!
//! They have two levels only, chapters and articles; paragraphs are plain text. What a file does not say is left open;
//! where it was cut or split badly, a note says so, and nothing is repaired.

mod read;
mod reflow;
mod treaty;

pub(super) use read::read;
