//! The saved searches on the command line: `@name` in a query.

use super::tell::complain;
use crate::data::Problem;
use crate::data::personal::{Searches, read};
use crate::explore::Memory;
use crate::search::WrittenOut;

/// The earlier and the saved searches.
///
/// # Errors
/// They cannot be read.
pub(super) fn searches() -> Result<Searches, Problem> {
    let current = Memory::of_person().searches().and_then(|file| read::<Searches>(&file))?;
    current.damaged.iter().for_each(|problem| complain(&problem.to_string()));
    Ok(current.value)
}

/// A query with the saved searches that it names written out; they are read only if it may name one.
///
/// # Errors
/// They cannot be read.
pub(super) fn written_out(typed: &str) -> Result<WrittenOut, Problem> {
    let searches = if typed.contains('@') { searches()? } else { Searches::default() };
    Ok(WrittenOut::new(typed, &searches.saved))
}
