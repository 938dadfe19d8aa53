//! Subjects against agreements, for people and for programs.

use crate::insight::Coverage;
use crate::model::{Collection, Item, ItemId};
use crate::report::forms::text::columns::GAP;
use crate::report::forms::{Columns, Datum, Labelled, Report, Sheet, TextWriter};
use crate::text::{count, shown, thousands, width};
use std::io::{self, Write};

/// The matrix: rows for each of its cells, the empty ones too; for people agreements by number, as many side by side as
/// fit, with their titles below.
pub struct CoverageReport<'a> {
    /// What the agreements are in.
    pub collection: &'a Collection,
    /// The matrix.
    pub coverage: &'a Coverage,
}

impl<'a> Report for CoverageReport<'a> {
    fn sheet(&self) -> Sheet<'_> {
        let (collection, coverage) = (self.collection, self.coverage);
        let abreast = coverage.agreements.len();
        Sheet::new(columns(), coverage.subjects.len() * abreast, move |at| {
            let (row, column) = (at.checked_div(abreast)?, at.checked_rem(abreast)?);
            let (subject, passages) = (coverage.subjects.get(row)?, coverage.cell(row, column));
            let agreement = collection.item(*coverage.agreements.get(column)?)?;
            Some(CellRow { collection, subject, agreement, passages })
        })
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let coverage = self.coverage;
        if coverage.agreements.is_empty() {
            return out.line("", "No agreement to look through.");
        }
        let places: Vec<usize> = (0..coverage.agreements.len()).collect();
        for block in places.chunks(abreast(coverage, out.look.columns)) {
            out.columns(&numbers(coverage, block), 44)?;
            writeln!(out)?;
            let title = |place: &usize| title(self.collection, coverage, *place);
            out.columns(&block.iter().filter_map(title).collect::<Vec<_>>(), 90)?;
            writeln!(out)?;
        }
        let agreements = count(coverage.agreements.len(), "agreement", "agreements");
        out.line("", &format!("How many of {agreements} cover each subject"))?;
        let sums: Vec<Vec<String>> = (0..)
            .zip(&coverage.subjects)
            .map(|(row, subject)| vec![subject.clone(), thousands(coverage.agreements_on(row))])
            .collect();
        out.columns(&sums, 60)?;
        out.line("", "· nothing on record; the agreement may still cover it")
    }
}

/// A cell of the matrix as a row.
pub(super) struct CellRow<'a> {
    collection: &'a Collection,
    subject: &'a str,
    agreement: Item<'a>,
    passages: &'a [ItemId],
}

pub(super) fn columns<'a>() -> Columns<'a, CellRow<'a>> {
    Columns::<CellRow<'a>>::new()
        .column("subject", "the sector or topic", |cell| cell.subject)
        .data("agreement", "the address of the agreement", |cell| cell.agreement.address())
        .column("title", "its title for lists", |cell| cell.agreement.list_title())
        .column("signed", "when it was signed", |cell| Datum::Date(cell.agreement.date()))
        .column("passages", "how many of its clauses, or the agreement itself, are on the subject", |cell| {
            cell.passages.len()
        })
        .data("addresses", "the addresses of these passages", |cell| {
            let addresses = cell.passages.iter().map(|item| cell.collection.address_text(*item));
            let passage = |address: String| Labelled { data: address.clone().into(), words: address.into() };
            Datum::List(addresses.map(passage).collect())
        })
}

/// The most agreements side by side: with the names of the subjects about 120 cells.
const ABREAST: usize = 16;

/// The subjects, each with how many passages these agreements have on it.
fn numbers(coverage: &Coverage, block: &[usize]) -> Vec<Vec<String>> {
    let head = block.iter().map(|place| (place + 1).to_string());
    let mut rows = vec![std::iter::once(String::new()).chain(head).collect()];
    for (row, subject) in coverage.subjects.iter().enumerate() {
        let cell = |place: &usize| match coverage.cell(row, *place).len() {
            0 => "·".to_owned(),
            n => thousands(n),
        };
        rows.push(std::iter::once(subject.clone()).chain(block.iter().map(cell)).collect());
    }
    rows
}

/// How many agreements fit side by side; the subjects take half of a line at most.
fn abreast(coverage: &Coverage, columns: Option<usize>) -> usize {
    let Some(cells) = columns else { return ABREAST };
    let subjects = coverage.subjects.iter().map(|subject| width(subject)).max().unwrap_or(0).min(cells / 2);
    let numbers = coverage.agreements.len().to_string().len();
    (cells.saturating_sub(subjects + GAP) / (numbers + GAP)).clamp(1, ABREAST)
}

/// The number, date, title and address of an agreement.
fn title(collection: &Collection, coverage: &Coverage, place: usize) -> Option<Vec<String>> {
    let agreement = collection.item(*coverage.agreements.get(place)?)?;
    let title = shown(agreement.list_title()).into_owned();
    Some(vec![(place + 1).to_string(), agreement.shown_date(), title, format!("[{}]", agreement.address())])
}
