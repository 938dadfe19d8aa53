//! Reads a table line by line; a bad line costs only itself.

use super::names;
use super::row::Columns;
use super::table::{Body, Form, Record, Table};
use crate::data::file::open;
use crate::data::problem::{Problem, Severity};
use crate::text::count;
use std::collections::{BTreeSet, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};

/// More lines with problems are only counted.
const MOST: usize = 20;

/// Where a table comes from, and the file of names beside it with the number of bytes to read of it at most.
pub(super) struct Origin {
    pub(super) file: PathBuf,
    pub(super) beside: Option<(PathBuf, u64)>,
}

/// What the table in this file says about these states (by code).
///
/// # Errors
/// The file cannot be read, is larger than `max_size` bytes, or is not a table of memberships.
pub fn read(path: &Path, wanted: &[String], max_size: u64) -> Result<Table, Problem> {
    let (file, _) = open(path, max_size)?;
    let beside = names::beside(path).map(|beside| (beside, max_size));
    read_from(file.take(max_size), &Origin { file: path.to_owned(), beside }, wanted)
}

/// What the table in these bytes says about these states.
pub(super) fn read_from(input: impl Read, origin: &Origin, wanted: &[String]) -> Result<Table, Problem> {
    let wrong = |message: String| Problem::of_file(&origin.file, message);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let header = reader.byte_headers().map_err(|error| wrong(format!("cannot be read: {error}")))?.clone();
    let columns = Columns::of_header(&header).ok_or_else(|| {
        let message = format!(
            "is not a table of memberships; its first line must name the columns {}",
            Columns::known()
        );
        Problem { place: Some((1, 1)), ..wrong(message) }
    })?;
    let mut builder = Builder::new(origin, columns, wanted);
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

/// A table in the making.
struct Builder<'a> {
    origin: &'a Origin,
    columns: Columns,
    wanted: &'a [String],
    bodies: Vec<Body>,
    places: HashMap<String, usize>,
    records: Vec<Record>,
    codes: BTreeSet<String>,
    last_year: Option<crate::model::Date>,
    warnings: Vec<Problem>,
    unlisted: usize,
    stateless: usize,
}

impl<'a> Builder<'a> {
    fn new(origin: &'a Origin, columns: Columns, wanted: &'a [String]) -> Self {
        Self {
            origin,
            columns,
            wanted,
            bodies: Vec::new(),
            places: HashMap::new(),
            records: Vec::new(),
            codes: BTreeSet::new(),
            last_year: None,
            warnings: Vec::new(),
            unlisted: 0,
            stateless: 0,
        }
    }

    fn warn(&mut self, line: usize, message: String) {
        if self.warnings.len() >= MOST {
            self.unlisted += 1;
            return;
        }
        let warning = self.warning(message);
        self.warnings.push(Problem { place: Some((line, 1)), ..warning });
    }

    fn warning(&self, message: String) -> Problem {
        Problem { severity: Severity::Warning, ..Problem::of_file(&self.origin.file, message) }
    }

    /// Adds a line; one with a problem is left out with a warning.
    fn line(&mut self, fields: usize, bytes: &csv::ByteRecord) {
        let line = line_of(bytes.position());
        if bytes.len() != fields {
            let has = count(bytes.len(), "value", "values");
            return self.warn(line, format!("has {has} where the first line has {fields}; left out"));
        }
        let Ok(record) = csv::StringRecord::from_byte_record(bytes.clone()) else {
            return self.warn(line, "is not UTF-8 text; left out".to_owned());
        };
        let (state, id) = self.columns.keys(&record);
        if state.is_empty() || id.is_empty() {
            self.stateless += 1;
            return;
        }
        if !self.codes.contains(state) {
            self.codes.insert(state.to_owned());
        }
        let wanted = self.wanted.iter().any(|w| w == state);
        if !wanted && self.columns.form != Form::Spells {
            return;
        }
        let values = match self.columns.values(&record) {
            Ok(values) => values,
            Err(why) => return self.warn(line, format!("{why}; left out")),
        };
        self.last_year = self.last_year.max(values.last);
        if !wanted {
            return;
        }
        let (state, body) = (state.to_owned(), self.body(id));
        self.records.push(Record {
            state,
            body,
            status: values.status,
            word: values.word,
            signed: values.signed,
            ratified: values.ratified,
            since: values.since,
            last: values.last,
            end: values.end,
        });
    }

    fn body(&mut self, id: &str) -> usize {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = self.bodies.len();
        self.bodies.push(Body { id: id.to_owned(), ..Body::default() });
        self.places.insert(id.to_owned(), place);
        place
    }

    fn finish(mut self) -> Table {
        let form = self.columns.form;
        if let Some((file, max_size)) = &self.origin.beside
            && let Err(problem) = names::add(file, form, *max_size, &mut self.bodies)
        {
            self.warnings.push(Problem { severity: Severity::Warning, ..problem });
        }
        for (number, what) in [
            (self.unlisted, "more with such problems"),
            (self.stateless, "without a state's code or an id, left out"),
        ] {
            if number > 0 {
                self.warnings.push(self.warning(format!("{} {what}", count(number, "line", "lines"))));
            }
        }
        let name = self.origin.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        // Only a table of spells says itself up to when it is complete.
        let as_of = self.last_year.filter(|_| form == Form::Spells);
        let Self { bodies, records, codes, warnings, .. } = self;
        Table { name, form, as_of, bodies, records, codes, warnings }
    }
}
