//! The only door from data to any screen or pipe.
//!
//! Data may contain anything: escape sequences, marks that change the direction of writing, a thousand accents on one
//! letter. [`glyphs`] walks a text grapheme by grapheme and says what may be shown for each and how many cells it
//! takes; every line that the program draws or prints is built on it.

mod direction;
pub mod edit;
pub mod fold;
mod glyph;
pub mod grid;
mod hyphens;
mod json;
mod phrase;
mod shown;
mod visual;
pub mod web;
mod words;
mod wrap;

pub use direction::{is_right_to_left, runs_right_to_left};
pub use glyph::{Glyph, glyphs, is_command, is_hidden, whole_graphemes};
pub use hyphens::{Joins, each_joined, fold_joined, is_hyphen, may_have_hyphens, printed_range, span};
pub use json::escaped_json;
pub use phrase::{capitalised, count, count_of, part_of, reason, slug, thousands};
pub use shown::{shown, shown_lines, width};
pub use visual::{may_turn, visual_glyphs};
pub use words::{Word, start_of_word, words};
pub use wrap::{cut, fit, repeated, wrap, wrapped};
