//! The register of states: who is meant by a code or a name.
//!
//! A code is one of ISO 3166 (two letters, three letters or a number, former ones too) or of the Correlates of War
//! project (letters or a number). Names are those in several languages, formal, turned, former and common ones. What two
//! states share, such as `703` or `Congo`, names neither: [`find`] returns both. Nothing is unpacked before it is asked
//! for.

mod column;
mod find;
mod key;
mod points;
mod register;

pub(in crate::data) use column::StateColumn;
pub use find::find;
pub use points::{StatePoint, state_point};
pub use register::{Codes, State, states};

/// The English name of a state, now or formerly, by its code of three capitals.
pub(in crate::data) fn state_name(code: &str) -> Option<&'static str> {
    states().iter().find(|state| state.code == code).map(|state| state.name.as_str())
}
