//! Tables of agreements: a row for each, or a row for each of its parties.
//!
//! Nothing in them is guessed silently: which column is what, and how dates are read, is part of what is returned.
//!
//! | file | what it does |
//! |---|---|
//! | `columns` | which column is what, by the names that people give them |
//! | `dates` | how the dates of a column are read, settled over all of it |
//! | `parties` | the states of a row |
//! | `build` | rows become agreements, with what was in doubt |
//! | `join` | a table of parties is joined to one of agreements |

mod build;
mod columns;
mod dates;
mod join;
mod parties;

pub use build::{Imported, TableOptions};
pub(in crate::data) use build::{are_agreements, read_agreements};
pub use columns::Role;
pub(in crate::data) use join::joined;
