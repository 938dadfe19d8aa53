//! Tables as their files have them: which sign is between columns, what a missing value looks like.

use crate::data::file::decode_any;
use crate::text::fold::fold;
use std::sync::Arc;

/// The signs that can be between columns.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// So many lines are enough to know a separator by.
const SAMPLE: usize = 50;

/// A table in memory.
pub(super) struct Sheet {
    pub(super) separator: char,
    /// Whether it is in doubt that its letters are read as they were meant.
    pub(super) doubt: Option<String>,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A line of a table.
pub(super) struct Row {
    /// The line of the file on which it begins, from 1.
    pub(super) line: usize,
    values: Arc<Values>,
    /// The place of its first value.
    first: usize,
    /// How many values it has.
    count: usize,
}

/// The values of all lines, one after the other: a record of its own for each line would take ten times its text.
#[derive(Default)]
struct Values {
    text: String,
    /// Where each ends in the text.
    ends: Vec<usize>,
}

impl Values {
    fn get(&self, place: usize) -> Option<&str> {
        let begin = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(begin..*self.ends.get(place)?)
    }

    fn add(&mut self, value: &str) {
        self.text.push_str(value);
        self.ends.push(self.text.len());
    }
}

impl Row {
    /// A value, trimmed; empty if it is missing or the line is too short.
    pub(super) fn get(&self, column: usize) -> &str {
        let place = (column < self.count).then_some(self.first + column);
        let value = place.and_then(|place| self.values.get(place)).unwrap_or_default().trim();
        if is_missing(value) { "" } else { value }
    }
}

impl Sheet {
    /// Reads a table with a first line of names; `None` if it is no text, or has only one column.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let decoded = decode_any(bytes, None)?;
        let separator = separator(&decoded.text)?;
        let mut reader = reader(&decoded.text, separator);
        let header = reader.headers().ok()?.iter().map(|name| name.trim().to_owned()).collect();
        let (rows, doubt) = (rows(reader), decoded.doubt);
        Some(Self { separator: char::from(separator), doubt, header, rows })
    }

    /// The values of a column that are not missing.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.get(at)).filter(|value| !value.is_empty())
    }

    /// The values of several columns.
    pub(super) fn columns<'s>(&'s self, all: &'s [usize]) -> impl Iterator<Item = &'s str> {
        all.iter().flat_map(|at| self.column(*at))
    }
}

/// The lines that can be read.
fn rows(mut reader: csv::Reader<&[u8]>) -> Vec<Row> {
    let (mut values, mut places) = (Values::default(), Vec::new());
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => continue,
        }
        let line = record.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(1);
        places.push((line, values.ends.len(), record.len()));
        record.iter().for_each(|value| values.add(value));
    }
    let values = Arc::new(values);
    let row = |(line, first, count)| Row { line, values: Arc::clone(&values), first, count };
    places.into_iter().map(row).collect()
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

/// The separator that makes the most columns of which every line has as many.
fn separator(text: &str) -> Option<u8> {
    let score = |separator: &u8| {
        let mut reader = reader(text, *separator);
        let width = reader.headers().map_or(0, csv::StringRecord::len);
        let same = reader.records().take(SAMPLE).flatten().filter(|record| record.len() == width).count();
        if width > 1 { width * (same + 1) } else { 0 }
    };
    SEPARATORS.into_iter().max_by_key(score).filter(|best| score(best) > 0)
}

/// A name of a column as it is compared: folded, with `_` for what is between its words.
pub(super) fn bare(name: &str) -> String {
    let folded = fold(name);
    let words = folded.text().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// Whether a value is one of the signs that programs write for a missing one.
pub(super) fn is_missing(value: &str) -> bool {
    const SIGNS: [&str; 14] =
        ["", "NA", "N/A", "N.A.", "#N/A", "NaN", "null", "none", "nil", "..", ".", "-", "–", "—"];
    SIGNS.iter().any(|sign| sign.eq_ignore_ascii_case(value))
}
