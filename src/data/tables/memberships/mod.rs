//! Tables of who belongs to what, and since when.
//!
//! Three forms are read, each recognised by the columns in its first line (in any order and case, also under other common
//! names; others are ignored):
//!
//! | form | columns | what a line says |
//! |---|---|---|
//! | [`Form::Spells`] | `state igo status first_year last_year ended` | a spell of years, as in the Correlates of War list of organisations |
//! | [`Form::Listing`] | `state org`, optionally `note` | the state is listed, as in the CIA World Factbook; no dates |
//! | [`Form::Dates`] | `state treaty_id signed ratified in_force ended` | the dates of one state under one agreement |
//!
//! The names of organisations are read from `igos_X.csv` beside `memberships_X.csv`, the titles of agreements from
//! `agreements.csv` beside their table; without these files, ids are shown.

mod builtin;
mod columns;
mod dossier;
mod names;
mod read;
mod row;
mod table;

pub use builtin::builtin;
pub use dossier::of_dossier;
pub use read::read;
pub use table::{Body, End, Form, Record, Table};
