//! The organisations and agreements that two or more states share, and since when, by tables of memberships.
//!
//! Method. A table has something *on record* for all states if each has at least one line on it in which it takes part.
//! *Shared in full* means that each has a line as full member (at some time). *Since* is the later of the dates on
//! which they joined; if lines contradict each other, the earliest and the latest date it can be. The date of an
//! agreement is its entry into force for the state; ratification alone does not bind yet. For the date asked for (or
//! else the date of the table), each line says yes, no or not known, and the states share it if all say yes. Tables
//! are joined by the short name of an organisation (`un`, `UN`) or by its full name; without a name, two short names of
//! one organisation stay two rows: nothing says that they are the same. Tables *differ* if they list a state in different
//! classes or give different dates, whatever the date of each table is.

mod dossier;
mod participation;
mod shared;
mod states;

pub use dossier::dossier_of;
pub use participation::{Participation, Spell, Verdict};
pub use shared::{Overlap, Says, Shared, TableCounts, overlap};
pub use states::{NamedState, Unclear, find_states, name_state};
