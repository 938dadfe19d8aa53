//! Marks with their notes.

use crate::data::personal::{Mark, Marks};
use crate::model::Collection;
use crate::report::forms::{Columns, Datum, Labelled, Report, Sheet};
use serde_json::Value;

/// Marks as rows.
pub struct MarksReport<'a> {
    /// The marks, each with whether its item is open.
    pub marks: Vec<(&'a Mark, bool)>,
}

impl<'a> MarksReport<'a> {
    /// Marks, in their order, beside what is open.
    pub fn new(marks: &'a Marks, collection: &Collection, collected: Option<&str>) -> Self {
        let is_listed = |mark: &&Mark| collected.is_none_or(|name| mark.collections.contains(name));
        let listed = marks.marks.iter().filter(is_listed);
        Self { marks: listed.map(|mark| (mark, collection.find(&mark.address).is_some())).collect() }
    }
}

impl Report for MarksReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(columns(), self.marks.len(), |at| self.marks.get(at).copied())
    }
}

pub(super) fn columns<'a>() -> Columns<'a, (&'a Mark, bool)> {
    Columns::<(&'a Mark, bool)>::new()
        .column("address", "the address of the item", |(mark, _)| mark.address.as_str())
        .column("kind", "the kind of item", |(mark, _)| mark.kind.as_str())
        .column("title", "its title when it was marked", |(mark, _)| mark.title.as_str())
        .column("of", "the title of what it belongs to", |(mark, _)| mark.of.as_str())
        .column("note", "what was written about it", |(mark, _)| mark.note.as_str())
        .column("collections", "the collections that it is in", |(mark, _)| {
            let named = |name: &'a String| Labelled { data: Value::from(name.as_str()), words: name.into() };
            Datum::List(mark.collections.iter().map(named).collect())
        })
        .spare("marked", "when it was marked, in UTC", |(mark, _)| mark.marked.day().to_owned())
        .column("open", "whether it is in what is open", |(_, is_open)| *is_open)
}
