//! Subjects against agreements, for people and for programs.

use super::columns::{GAP, columns};
use super::item::{address, list_title};
use super::lines::wrapped;
use super::table::{Cell, Column, Entry, Table, TextLook};
use crate::insight::Coverage;
use crate::model::{Collection, ItemId};
use crate::text::{count, shown, thousands, width};
use serde_json::Value;
use std::io::{self, Write};

/// The columns of [`coverage_table`].
pub const COVERAGE_COLUMNS: [Column; 6] = [
    Column::new("subject", "the sector or topic"),
    Column::data("agreement", "the address of the agreement"),
    Column::new("title", "its title for lists"),
    Column::new("signed", "when it was signed"),
    Column::new("passages", "how many of its clauses, or the agreement itself, are on the subject"),
    Column::data("addresses", "their addresses"),
];

/// The matrix as a table, a row a cell, the empty ones too.
pub fn coverage_table<'a>(collection: &'a Collection, coverage: &'a Coverage) -> Table<'a> {
    let abreast = coverage.agreements.len();
    Table::new(&COVERAGE_COLUMNS, coverage.subjects.len() * abreast, move |at| {
        let (row, column) = (at.checked_div(abreast)?, at.checked_rem(abreast)?);
        let (subject, item) = (coverage.subjects.get(row)?, *coverage.agreements.get(column)?);
        let passages = coverage.cell(row, column);
        let entry = |item: &ItemId| {
            let address = address(collection, *item);
            Entry { data: Value::String(address.clone()), words: address.into() }
        };
        Some(vec![
            Cell::text(Some(subject)),
            Cell::Text(address(collection, item).into()),
            Cell::Text(list_title(collection, item).into()),
            Cell::Date(collection.date(item)),
            Cell::Number(passages.len()),
            Cell::List(passages.iter().map(entry).collect()),
        ])
    })
}

/// Agreements side by side at most: with the names of the subjects they take about 120 cells.
const ABREAST: usize = 16;

/// Writes the matrix for people: agreements by number, so many side by side as fit, their titles under them.
///
/// # Errors
/// What the writer returns.
pub fn coverage_text(
    collection: &Collection,
    coverage: &Coverage,
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    let places: Vec<usize> = (0..coverage.agreements.len()).collect();
    for block in places.chunks(abreast(coverage, look)) {
        let mut rows = vec![vec![String::new()]];
        if let Some(first) = rows.first_mut() {
            first.extend(block.iter().map(|place| (place + 1).to_string()));
        }
        for (row, subject) in coverage.subjects.iter().enumerate() {
            let cell = |place: &usize| match coverage.cell(row, *place).len() {
                0 => "·".to_owned(),
                n => thousands(n),
            };
            rows.push(std::iter::once(subject.clone()).chain(block.iter().map(cell)).collect());
        }
        columns(&rows, 44, look, out)?;
        let titles: Vec<Vec<String>> =
            block.iter().map(|place| named(collection, coverage, *place)).collect();
        writeln!(out)?;
        columns(&titles, 90, look, out)?;
        writeln!(out)?;
    }
    let of = coverage.agreements.len();
    let agreements = count(of, "agreement", "agreements");
    wrapped("", &format!("How many of {agreements} have a passage"), look, out)?;
    let sums: Vec<Vec<String>> = (0..)
        .zip(&coverage.subjects)
        .map(|(row, subject)| vec![subject.clone(), thousands(coverage.agreements_on(row))])
        .collect();
    columns(&sums, 60, look, out)?;
    wrapped("", "· nothing on record; that does not say that the agreement is silent", look, out)
}

/// How many agreements stand side by side: what is left of a line beside half of it for the subjects, at most.
fn abreast(coverage: &Coverage, look: TextLook) -> usize {
    let Some(cells) = look.columns else { return ABREAST };
    let subjects = coverage.subjects.iter().map(|subject| width(subject)).max().unwrap_or(0).min(cells / 2);
    let numbers = coverage.agreements.len().to_string().len();
    (cells.saturating_sub(subjects + GAP) / (numbers + GAP)).clamp(1, ABREAST)
}

fn named(collection: &Collection, coverage: &Coverage, place: usize) -> Vec<String> {
    let Some(item) = coverage.agreements.get(place) else { return Vec::new() };
    vec![
        (place + 1).to_string(),
        collection.date(*item).map_or_else(|| "undated".to_owned(), |d| d.shown()),
        shown(&list_title(collection, *item)).into_owned(),
        format!("[{}]", address(collection, *item)),
    ]
}
