//! A vocabulary, and segments with the items that hold each word.
//!
//! ```text
//! Collection ─ranges─► runs of items ─texts, tags─► RawSegment ─builder─► Vocabulary + Segments (postings)
//! ```

mod builder;
mod families;
mod item_reader;
mod letters;
mod names;
mod numbered_texts;
mod postings;
mod ranges;
mod raw_segment;
mod segment;
mod sifter;
mod tags;
mod texts;
mod vocabulary;
mod wanted;
mod written;

pub use builder::{Builder, Index};
pub(super) use item_reader::languages_of;
pub(super) use letters::Letters;
pub(super) use names::spellings;
pub(super) use numbered_texts::{NumberedText, NumberedTexts};
pub(super) use ranges::{TieBreak, backs};
pub(super) use segment::{Placed, Segment};
pub(super) use sifter::Sifter;
pub use texts::Field;
pub(super) use texts::{Weight, each_text};
pub(super) use vocabulary::Vocabulary;
pub(super) use wanted::Wanted;
