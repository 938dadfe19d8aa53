//! Reads a table line by line; a bad line costs only itself.

use super::names;
use super::row::Columns;
use super::table::{Body, Form, Record, Table};
use crate::data::file::open;
use crate::data::problem::Problem;
use crate::text::count;
use std::collections::{BTreeSet, HashMap};
use std::io::Read;
use std::path::Path;

/// More lines with problems are only counted.
const MOST: usize = 20;

/// What the table in this file says about these states (by code).
///
/// # Errors
/// The file cannot be read, is larger than `max_size` bytes, or is not a table of memberships.
pub fn read(path: &Path, wanted: &[String], max_size: u64) -> Result<Table, Problem> {
    let (file, _) = open(path, max_size)?;
    let mut table = read_from(file.take(max_size), path, wanted)?;
    if let Some(beside) = names::beside(path)
        && let Err(problem) = names::add(&beside, max_size, &mut table)
    {
        table.warnings.push(problem.into_warning());
    }
    Ok(table)
}

/// What the table in these bytes says about these states; `file` is its name for messages.
pub(super) fn read_from(input: impl Read, file: &Path, wanted: &[String]) -> Result<Table, Problem> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let header = match reader.byte_headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(Problem::of_file(file, format!("cannot be read: {error}"))),
    };
    let columns = Columns::of_header(&header).ok_or_else(|| {
        let known = Columns::known();
        let message = format!("is not a table of memberships; its first line must name the columns {known}");
        Problem::of_file(file, message).at((1, 1))
    })?;
    let mut builder = Builder::new(file, columns, wanted);
    let mut bytes = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut bytes) {
            Ok(true) => builder.line(header.len(), &bytes),
            Ok(false) => break,
            Err(error) => {
                builder.warn(line_of(error.position()), format!("cannot be read from here on: {error}"));
                break;
            }
        }
    }
    Ok(builder.finish())
}

fn line_of(position: Option<&csv::Position>) -> usize {
    position.and_then(|p| usize::try_from(p.line()).ok()).unwrap_or(1)
}

/// A table being read.
struct Builder<'a> {
    file: &'a Path,
    columns: Columns,
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
    fn new(file: &'a Path, columns: Columns, wanted: &'a [String]) -> Self {
        let table = Table {
            name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            form: columns.form,
            as_of: None,
            bodies: Vec::new(),
            records: Vec::new(),
            codes: BTreeSet::new(),
            warnings: Vec::new(),
        };
        Self { file, columns, wanted, table, bodies: HashMap::new(), unlisted: 0, incomplete: 0 }
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
        let (state, id) = self.columns.keys(&values);
        if state.is_empty() || id.is_empty() {
            self.incomplete += 1;
            return;
        }
        if !self.table.codes.contains(state) {
            self.table.codes.insert(state.to_owned());
        }
        let wanted = self.wanted.iter().any(|w| w == state);
        if !wanted && self.table.form != Form::Spells {
            return;
        }
        match self.columns.record(&values) {
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

    fn finish(mut self) -> Table {
        for (number, what) in [
            (self.unlisted, "more with such problems"),
            (self.incomplete, "without a state's code or an id, left out"),
        ] {
            if number > 0 {
                let message = format!("{} {what}", count(number, "line", "lines"));
                self.table.warnings.push(Problem::of_file(self.file, message).into_warning());
            }
        }
        self.table
    }
}
