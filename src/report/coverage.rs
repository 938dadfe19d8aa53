//! Subjects against agreements, for people and for programs.

use super::columns::columns;
use super::item::{address, list_title};
use crate::insight::Coverage;
use crate::model::{Collection, Date, ItemId};
use crate::text::{count, shown, thousands};
use serde::Serialize;
use std::io::{self, Write};

/// The matrix, as JSON has it; cells without a passage are left out.
#[derive(Serialize)]
struct Matrix<'a> {
    subjects: &'a [String],
    agreements: Vec<Column>,
    cells: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Column {
    address: String,
    title: String,
    signed: Option<Date>,
}

#[derive(Serialize)]
struct Cell<'a> {
    subject: &'a str,
    agreement: String,
    passages: Vec<String>,
}

/// Writes the matrix as one JSON object.
///
/// # Errors
/// What the writer returns.
pub fn coverage_json(collection: &Collection, coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
    let mut cells = Vec::new();
    for (row, subject) in coverage.subjects.iter().enumerate() {
        for (column, item) in coverage.agreements.iter().enumerate() {
            let passages = coverage.cell(row, column);
            if !passages.is_empty() {
                let passages = passages.iter().map(|item| address(collection, *item)).collect();
                cells.push(Cell { subject, agreement: address(collection, *item), passages });
            }
        }
    }
    let column = |item: &ItemId| Column {
        address: address(collection, *item),
        title: list_title(collection, *item),
        signed: collection.date(*item),
    };
    let agreements = coverage.agreements.iter().map(column).collect();
    serde_json::to_writer_pretty(&mut *out, &Matrix { subjects: &coverage.subjects, agreements, cells })?;
    writeln!(out)
}

/// Writes the matrix for people: agreements by number, so many side by side as fit, their titles under them.
///
/// # Errors
/// What the writer returns.
pub fn coverage_text(collection: &Collection, coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
    /// Agreements side by side: with the names of the subjects they take about 120 cells.
    const ABREAST: usize = 16;
    let places: Vec<usize> = (0..coverage.agreements.len()).collect();
    for block in places.chunks(ABREAST) {
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
        columns(&rows, 44, out)?;
        let titles: Vec<Vec<String>> =
            block.iter().map(|place| named(collection, coverage, *place)).collect();
        writeln!(out)?;
        columns(&titles, 90, out)?;
        writeln!(out)?;
    }
    let of = coverage.agreements.len();
    writeln!(out, "How many of {} have a passage", count(of, "agreement", "agreements"))?;
    let sums: Vec<Vec<String>> = (0..)
        .zip(&coverage.subjects)
        .map(|(row, subject)| vec![subject.clone(), thousands(coverage.agreements_on(row))])
        .collect();
    columns(&sums, 60, out)?;
    writeln!(out, "· nothing on record; that does not say that the agreement is silent")
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
