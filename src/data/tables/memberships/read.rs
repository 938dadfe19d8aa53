//! Reads a table line by line; a bad line is told and costs only itself.

use super::names;
use super::row::Columns;
use super::table::{Body, Form, Record, Table};
use crate::data::problem::{Problem, Severity};
use crate::text::{count, thousands};
use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// More problems of one table than this are counted, not told.
const TOLD: usize = 20;

/// A table, if the file is one, and everything there is to say about the file.
#[derive(Debug)]
pub struct Loaded {
    /// The table; none where the file is none.
    pub table: Option<Table>,
    /// Errors and warnings, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Loaded {
    fn none(problem: Problem) -> Self {
        Self { table: None, problems: vec![problem] }
    }
}

/// Where a table comes from, and the file of names beside it with the largest size to read of it.
pub(super) struct Origin {
    pub(super) file: PathBuf,
    pub(super) beside: Option<(PathBuf, u64)>,
}

/// What the table in this file says about these states (by code). Files above `max_size` bytes are refused.
pub fn read(path: &Path, wanted: &[String], max_size: u64) -> Loaded {
    let cannot = |why: String| Loaded::none(Problem::of_file(path, why));
    let about = match std::fs::metadata(path) {
        Ok(about) if about.is_file() => about,
        Ok(_) => return cannot("is not a regular file; name a table of memberships (CSV)".to_owned()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return cannot("there is no such file".to_owned());
        }
        Err(error) => return cannot(format!("cannot be read: {error}")),
    };
    if about.len() > max_size {
        let size = thousands(usize::try_from(about.len()).unwrap_or(usize::MAX));
        return cannot(format!("is {size} bytes long, more than allowed; raise the limit with --max-size"));
    }
    let origin =
        Origin { file: path.to_owned(), beside: names::beside(path).map(|beside| (beside, max_size)) };
    match File::open(path) {
        Ok(file) => read_from(file.take(max_size), &origin, wanted),
        Err(error) => cannot(format!("cannot be read: {error}")),
    }
}

/// What the table in these bytes says about these states.
pub(super) fn read_from(input: impl Read, origin: &Origin, wanted: &[String]) -> Loaded {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let header = match reader.byte_headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            return Loaded::none(Problem::of_file(&origin.file, format!("cannot be read: {error}")));
        }
    };
    let Some(columns) = Columns::of_header(&header) else {
        let message =
            format!("is no table of memberships; its first line has to name the columns {}", Columns::told());
        return Loaded::none(Problem { place: Some((1, 1)), ..Problem::of_file(&origin.file, message) });
    };
    let mut builder = Builder::new(origin, columns, wanted);
    let mut bytes = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut bytes) {
            Ok(true) => builder.line(header.len(), &bytes),
            Ok(false) => break,
            Err(error) => {
                builder.tell(line_of(error.position()), format!("cannot be read from here on: {error}"));
                break;
            }
        }
    }
    builder.finish()
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
    problems: Vec<Problem>,
    untold: usize,
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
            problems: Vec::new(),
            untold: 0,
            stateless: 0,
        }
    }

    fn tell(&mut self, line: usize, message: String) {
        if self.problems.len() >= TOLD {
            self.untold += 1;
            return;
        }
        let problem = Problem::of_file(&self.origin.file, message);
        self.problems.push(Problem { severity: Severity::Warning, place: Some((line, 1)), ..problem });
    }

    /// Takes in a line; what is wrong with it is told, and it is left out.
    fn line(&mut self, fields: usize, bytes: &csv::ByteRecord) {
        let line = line_of(bytes.position());
        if bytes.len() != fields {
            let has = count(bytes.len(), "value", "values");
            return self.tell(line, format!("has {has} where the first line has {fields}; left out"));
        }
        let Ok(record) = csv::StringRecord::from_byte_record(bytes.clone()) else {
            return self.tell(line, "is not UTF-8 text; left out".to_owned());
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
            Err(why) => return self.tell(line, format!("{why}; left out")),
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

    fn finish(mut self) -> Loaded {
        let form = self.columns.form;
        if let Some((file, max_size)) = &self.origin.beside
            && let Err(problem) = names::add(file, form, *max_size, &mut self.bodies)
        {
            self.problems.push(Problem { severity: Severity::Warning, ..problem });
        }
        for (number, what) in [
            (self.untold, "more with such problems"),
            (self.stateless, "without a state's code or an id, left out"),
        ] {
            if number > 0 {
                let message = format!("{} {what}", count(number, "line", "lines"));
                let problem = Problem::of_file(&self.origin.file, message);
                self.problems.push(Problem { severity: Severity::Warning, ..problem });
            }
        }
        let name = self.origin.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        // Only a table of spells says by itself up to when it was kept.
        let as_of = self.last_year.filter(|_| form == Form::Spells);
        let table =
            Table { name, form, as_of, bodies: self.bodies, records: self.records, codes: self.codes };
        Loaded { table: Some(table), problems: self.problems }
    }
}
