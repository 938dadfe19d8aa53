//! What two or more states share, and since when: organisations and agreements, by tables of memberships.
//!
//! Method. A table has something *on record* for all states where each has at least one line on it, in any status.
//! *Shared in full* means that each has a line as full member (at some time). *Since* is the later of the dates on
//! which they joined; where a table's lines contradict each other, the earliest and the latest date it can mean.
//! A date of an agreement is that of its entry into force for the state; a ratification alone binds nobody yet.
//! For the date asked for (without one: the table's own), each line answers yes, no or not known, and all states have
//! to answer yes. Tables are joined by the short form of an organisation's name alone (`un`, `UN`), so that two short
//! forms of one organisation stay two rows: nothing says that they are one. "Differ" are tables that put a state in
//! different classes, or give different dates, whatever the date of each table is.

mod dossier;
mod participation;
mod shared;
mod states;

pub use dossier::dossier_of;
pub use participation::{Participation, Spell, Verdict};
pub use shared::{Overlap, Says, Shared, TableCounts, overlap};
pub use states::{NamedState, find_states, name_state, nearest_states};
