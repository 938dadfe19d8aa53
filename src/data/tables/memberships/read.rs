//! Reads a table line by line; a bad line costs only itself.

use super::columns::Columns;
use super::names;
use super::row::record;
use super::table::{Body, Form, Record, Table};
use crate::data::file::read_table;
use crate::data::problem::Problem;
use crate::data::tables::sheet::is_missing;
use crate::data::tables::states::{Codes, StateColumn};
use crate::text::count;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// More lines with problems are only counted.
const MOST: usize = 20;

/// What the table in this file says about these states (by code). Codes in it are read in this system, or else in the
/// only one that fits them.
///
/// # Errors
/// The file cannot be read, is larger than `max_size` bytes, is not a table of memberships, has codes of which it is not
/// clear what they mean, or names none of the states.
pub fn read(path: &Path, wanted: &[String], codes: Option<Codes>, max_size: u64) -> Result<Table, Problem> {
    let mut table = read_bytes(read_table(path, max_size)?, path, wanted, codes)?;
    if let Some(beside) = names::beside(path)
        && let Err(problem) = names::add(&beside, max_size, &mut table)
    {
        table.warnings.push(problem.into_warning());
    }
    Ok(table)
}

/// What the table in these bytes says about these states; `file` is its name for messages.
pub(super) fn read_bytes(
    bytes: Vec<u8>,
    file: &Path,
    wanted: &[String],
    codes: Option<Codes>,
) -> Result<Table, Problem> {
    let sheet = Sheet::new(bytes, file)?;
    let (states, warnings) =
        StateColumn::new(&sheet.states(), codes).map_err(|why| Problem::of_file(file, why))?;
    let mut builder = Builder::new(file, &sheet.columns, &states, wanted);
    for message in warnings {
        builder.table.warnings.push(Problem::of_file(file, message).into_warning());
    }
    let mut reader = sheet.reader();
    let mut bytes = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut bytes) {
            Ok(true) => builder.line(sheet.width, &bytes),
            Ok(false) => break,
            Err(error) => {
                builder.warn(line_of(error.position()), format!("cannot be read from here on: {error}"));
                break;
            }
        }
    }
    builder.finish()
}

/// The text of a table and where its columns are.
struct Sheet {
    bytes: Vec<u8>,
    separator: u8,
    columns: Columns,
    /// How many columns there are.
    width: usize,
}

impl Sheet {
    /// The separator is the one with which the first line names the columns of a table.
    fn new(bytes: Vec<u8>, file: &Path) -> Result<Self, Problem> {
        for separator in *b",;\t|" {
            let mut reader = reader_of(&bytes, separator);
            let header = match reader.byte_headers() {
                Ok(header) => header.clone(),
                Err(error) => return Err(Problem::of_file(file, format!("cannot be read: {error}"))),
            };
            if let Some(columns) = Columns::of_header(&header) {
                return Ok(Self { separator, columns, width: header.len(), bytes });
            }
        }
        let known = Columns::known();
        let message = format!("is not a table of memberships; its first line must name the columns {known}");
        Err(Problem::of_file(file, message).at((1, 1)))
    }

    fn reader(&self) -> csv::Reader<&[u8]> {
        reader_of(&self.bytes, self.separator)
    }

    /// The different values of the column of states, each with its number of lines.
    fn states(&self) -> BTreeMap<String, usize> {
        let (mut reader, mut values) = (self.reader(), BTreeMap::new());
        let mut bytes = csv::ByteRecord::new();
        while let Ok(true) = reader.read_byte_record(&mut bytes) {
            let Ok(value) = std::str::from_utf8(self.columns.state(&bytes)) else { continue };
            match values.get_mut(value) {
                Some(lines) => *lines += 1,
                None => {
                    values.insert(value.to_owned(), 1);
                }
            }
        }
        values
    }
}

fn reader_of(bytes: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).delimiter(separator).from_reader(bytes)
}

fn line_of(position: Option<&csv::Position>) -> usize {
    position.and_then(|p| usize::try_from(p.line()).ok()).unwrap_or(1)
}

/// A table being read.
struct Builder<'a> {
    file: &'a Path,
    columns: &'a Columns,
    states: &'a StateColumn,
    wanted: &'a [String],
    table: Table,
    /// The indices of bodies by their ids.
    bodies: HashMap<String, usize>,
    /// How many lines with problems are not in the warnings.
    unlisted: usize,
    /// How many lines name no state or no body.
    incomplete: usize,
}

impl<'a> Builder<'a> {
    fn new(file: &'a Path, columns: &'a Columns, states: &'a StateColumn, wanted: &'a [String]) -> Self {
        let table = Table {
            name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            form: columns.form,
            as_of: None,
            url: None,
            bodies: Vec::new(),
            records: Vec::new(),
            codes: BTreeSet::new(),
            warnings: Vec::new(),
        };
        Self { file, columns, states, wanted, table, bodies: HashMap::new(), unlisted: 0, incomplete: 0 }
    }

    fn warn(&mut self, line: usize, message: String) {
        if self.table.warnings.len() < MOST {
            self.table.warnings.push(Problem::of_file(self.file, message).at((line, 1)).into_warning());
        } else {
            self.unlisted += 1;
        }
    }

    /// Adds a line; one with a problem is left out with a warning.
    fn line(&mut self, fields: usize, bytes: &csv::ByteRecord) {
        let line = line_of(bytes.position());
        if bytes.len() != fields {
            let has = count(bytes.len(), "value", "values");
            return self.warn(line, format!("has {has} where the first line has {fields}; left out"));
        }
        let Ok(values) = csv::StringRecord::from_byte_record(bytes.clone()) else {
            return self.warn(line, "is not UTF-8 text; left out".to_owned());
        };
        let written = std::str::from_utf8(self.columns.state(bytes)).unwrap_or_default();
        let (state, id) = (self.states.code(written), self.columns.get(&values, 1));
        let Some(state) = state.filter(|_| !id.is_empty()) else {
            self.incomplete += usize::from(is_missing(written) || id.is_empty());
            return;
        };
        if !self.table.codes.contains(state) {
            self.table.codes.insert(state.to_owned());
        }
        let wanted = self.wanted.iter().any(|w| w == state);
        if !wanted && self.table.form != Form::Spells {
            return;
        }
        match record(self.columns, &values) {
            Ok(record) => {
                // Only a table of spells says itself up to when it is complete.
                if self.table.form == Form::Spells {
                    self.table.as_of = self.table.as_of.max(record.last);
                }
                if wanted {
                    let (state, body) = (state.to_owned(), self.body(id));
                    self.table.records.push(Record { state, body, ..record });
                }
            }
            Err(why) => self.warn(line, format!("{why}; left out")),
        }
    }

    fn body(&mut self, id: &str) -> usize {
        if let Some(index) = self.bodies.get(id) {
            return *index;
        }
        let index = self.table.bodies.len();
        self.table.bodies.push(Body { id: id.to_owned(), ..Body::default() });
        self.bodies.insert(id.to_owned(), index);
        index
    }

    /// The table with warnings about what it lacks.
    ///
    /// # Errors
    /// No line names any of the states.
    fn finish(mut self) -> Result<Table, Problem> {
        let absent: Vec<&str> =
            self.wanted.iter().filter(|w| !self.table.codes.contains(*w)).map(String::as_str).collect();
        let nothing = (!absent.is_empty()).then(|| format!("has no line about {}", absent.join(" or ")));
        if let Some(message) = nothing {
            let problem = Problem::of_file(self.file, message);
            if absent.len() == self.wanted.len() {
                return Err(problem);
            }
            self.table.warnings.push(problem.into_warning());
        }
        for (number, what) in [
            (self.unlisted, "more with such problems"),
            (self.incomplete, "without a state's code or an id, left out"),
        ] {
            if number > 0 {
                let message = format!("{} {what}", count(number, "line", "lines"));
                self.table.warnings.push(Problem::of_file(self.file, message).into_warning());
            }
        }
        Ok(self.table)
    }
}
