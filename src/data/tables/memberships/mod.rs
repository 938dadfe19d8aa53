//! Tables of who belongs to what since when.
//!
//! Three forms are read, each known by the columns of its first line (more columns are allowed, in any order):
//!
//! | form | columns | a line says |
//! |---|---|---|
//! | [`Form::Spells`] | `state igo status first_year last_year ended` | a spell of years, as in the Correlates of War list of organisations |
//! | [`Form::Listing`] | `state org`, `note` where there is one | the state is listed, as in the CIA World Factbook; no dates |
//! | [`Form::Dates`] | `state treaty_id signed ratified in_force ended` | the dates of one state under one agreement |
//!
//! Names of the organisations stand in `igos_X.csv` beside a `memberships_X.csv`, titles of agreements in
//! `agreements.csv` beside their table; without them the ids are shown.

mod builtin;
mod names;
mod read;
mod row;
mod states;
mod table;

pub use builtin::{BUILTIN_URL, builtin};
pub use read::{Loaded, read};
pub use states::{StateName, states};
pub use table::{Body, End, Form, Record, Table};
