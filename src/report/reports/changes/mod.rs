//! What changed between two versions of dossiers, for people and for programs.

mod listing;
mod markdown;
mod text;
mod values;

pub use listing::ChangesReport;

use super::compare::difference_record;
use crate::insight::changes::{Change, Delta, FieldChange, State};
use crate::report::forms::{Columns, Datum, Report, Sheet, TextWriter};
use serde_json::{Value, json};
use std::io::{self, Write};
use values::words;

impl Report for ChangesReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        let fields = |change| std::iter::once(None).chain(fields_of(change));
        let rows: Vec<Row<'_>> = self
            .listed()
            .iter()
            .flat_map(|change| {
                // An entry whose fields are listed needs no row of its own.
                fields(change)
                    .skip(usize::from(!change.fields.is_empty()))
                    .map(move |field| Row { change, field })
            })
            .collect();
        Sheet::new(columns(), rows.len(), move |at| rows.get(at).map(|row| Row { ..*row }))
            .with_notes([self.totals()])
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        text::write(self, out)
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        markdown::write(self, out)
    }

    /// Both versions, the totals, and every change with its fields.
    fn record(&self) -> io::Result<Option<Value>> {
        let [old, new] = self.versions;
        let count = |state: State| self.changes.count(state);
        Ok(Some(json!({
            "old": old,
            "new": new,
            "added": count(State::Added),
            "removed": count(State::Removed),
            "changed": count(State::Changed),
            "renamed": count(State::Renamed),
            "changes": self.listed().iter().map(change_record).collect::<Vec<_>>(),
        })))
    }

    fn records(&self) -> io::Result<Option<Vec<Value>>> {
        Ok(Some(self.listed().iter().map(change_record).collect()))
    }
}

fn fields_of(change: &Change) -> impl Iterator<Item = Option<&FieldChange>> {
    change.fields.iter().map(Some)
}

/// A change as an object; of what was added or removed, with its own record.
fn change_record(change: &Change) -> Value {
    let mut record = json!({
        "change": change.state.word(),
        "kind": change.kind.word(),
        "dossier": change.dossier,
        "address": change.address,
        "title": change.title,
    });
    let Some(object) = record.as_object_mut() else { return record };
    let own = match change.state {
        State::Added | State::Removed => ("record", Value::Object(change.record.clone())),
        State::Changed => ("fields", change.fields.iter().map(field_record).collect()),
        State::Renamed => ("was", json!(change.was)),
    };
    object.insert(own.0.to_owned(), own.1);
    record
}

fn field_record(field: &FieldChange) -> Value {
    let mut record = json!({ "field": field.name, "old": field.old, "new": field.new });
    if let (Some(object), Delta::Words(difference)) = (record.as_object_mut(), &field.delta) {
        object.insert("differs".to_owned(), difference_record(difference));
    }
    record
}

/// A change, or one of its fields, as a row.
pub(super) struct Row<'a> {
    change: &'a Change,
    field: Option<&'a FieldChange>,
}

pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    let value = |of: fn(&FieldChange) -> &Value| {
        move |row: &Row<'a>| row.field.map(of).filter(|value| !value.is_null()).map(words)
    };
    Columns::<Row<'a>>::new()
        .column("change", "added, removed, changed or renamed", |row| row.change.state.word())
        .column("kind", "what it is: agreement, clause, event, membership and so on", |row| {
            row.change.kind.word()
        })
        .column("address", "its address; of what was removed, the address that it had", |row| {
            row.change.address.as_deref()
        })
        .column("title", "its title", |row| row.change.title.as_str())
        .column(
            "field",
            "the field that differs; absent if the whole entry was added, removed or renamed",
            |row| row.field.map(|field| field.name),
        )
        .data("old", "the old value of the field, or the old address of what was renamed", move |row| {
            value(|field| &field.old)(row).map_or_else(|| row.change.was.clone().into(), Datum::from)
        })
        .data("new", "the new value of the field", value(|field| &field.new))
}
