//! A report as rows and columns.

use super::datum::Datum;
use crate::data::Meter;

/// Who a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// People and programs.
    All,
    /// People if lines are long enough for it, and programs.
    Spare,
    /// Programs only: too long for a line, or said elsewhere in it.
    Programs,
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name: the key in JSON, the head of the column elsewhere (with blanks for the underscores).
    pub name: &'static str,
    /// What it says about the thing in the row.
    pub about: &'static str,
    /// Who it is for.
    pub readers: For,
}

impl Attribute {
    /// The name in words.
    pub(super) fn head(&self) -> String {
        self.name.replace('_', " ")
    }
}

type FindDatum<'a, R> = dyn Fn(&R) -> Datum<'a>;

/// The columns of rows about `R`: what each holds, and how to find it.
pub struct Columns<'a, R> {
    columns: Vec<(Attribute, Box<FindDatum<'a, R>>)>,
}

impl<'a, R> Columns<'a, R> {
    /// No columns yet.
    pub fn new() -> Self {
        Self { columns: Vec::new() }
    }

    /// One more column, for people and programs.
    #[must_use]
    pub fn column<D: Into<Datum<'a>>>(
        self,
        name: &'static str,
        about: &'static str,
        datum: impl Fn(&R) -> D + 'static,
    ) -> Self {
        self.with(Attribute { name, about, readers: For::All }, datum)
    }

    /// One more column, for people if lines are long enough for it, and for programs.
    #[must_use]
    pub fn spare<D: Into<Datum<'a>>>(
        self,
        name: &'static str,
        about: &'static str,
        datum: impl Fn(&R) -> D + 'static,
    ) -> Self {
        self.with(Attribute { name, about, readers: For::Spare }, datum)
    }

    /// One more column, for programs.
    #[must_use]
    pub fn data<D: Into<Datum<'a>>>(
        self,
        name: &'static str,
        about: &'static str,
        datum: impl Fn(&R) -> D + 'static,
    ) -> Self {
        self.with(Attribute { name, about, readers: For::Programs }, datum)
    }

    fn with<D: Into<Datum<'a>>>(mut self, attribute: Attribute, datum: impl Fn(&R) -> D + 'static) -> Self {
        self.columns.push((attribute, Box::new(move |subject| datum(subject).into())));
        self
    }

    /// What the columns hold.
    pub fn attributes(&self) -> Vec<Attribute> {
        self.columns.iter().map(|(attribute, _)| *attribute).collect()
    }
}

/// Makes the row at an index, with what the wanted attributes say; the others are absent.
type MakeRow<'a> = dyn Fn(usize, Wanted) -> Option<Vec<Datum<'a>>> + 'a;
type Wanted = fn(&Attribute) -> bool;

/// Rows with the same attributes. A row is made when it is written, so that a million of them need no memory.
pub struct Sheet<'a> {
    attributes: Vec<Attribute>,
    len: usize,
    row: Box<MakeRow<'a>>,
    notes: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// A sheet of at most `len` rows; `row` gives the subject of the row at an index, or `None` to leave the row out.
    pub fn new<R: 'a>(columns: Columns<'a, R>, len: usize, row: impl Fn(usize) -> Option<R> + 'a) -> Self {
        let attributes = columns.attributes();
        let data = move |index: usize, wanted: Wanted| {
            let subject = row(index)?;
            let datum = |(attribute, datum): &(Attribute, Box<FindDatum<'a, R>>)| match wanted(attribute) {
                true => datum(&subject),
                false => Datum::Absent,
            };
            Some(columns.columns.iter().map(datum).collect())
        };
        Self { attributes, len, row: Box::new(data), notes: Vec::new() }
    }

    /// The sheet with notes for people under it.
    #[must_use]
    pub fn with_notes(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// The same sheet; the meter counts its rows as they are made.
    pub(in crate::report) fn counted_by(self, meter: &'a Meter) -> Self {
        meter.begin(self.len);
        let made = self.row;
        let row = move |index: usize, wanted: Wanted| {
            meter.step();
            made(index, wanted)
        };
        Self { row: Box::new(row), ..self }
    }

    /// The same sheet, borrowed.
    pub(super) fn reborrow(&self) -> Sheet<'_> {
        let row = Box::new(|index: usize, wanted: Wanted| (self.row)(index, wanted));
        Sheet { attributes: self.attributes.clone(), len: self.len, row, notes: self.notes.clone() }
    }

    /// What its columns hold.
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The attributes for people, each with its index.
    pub(super) fn shown(&self) -> Vec<(usize, Attribute)> {
        let all = self.attributes.iter().copied().enumerate();
        all.filter(|(_, attribute)| is_for_people(attribute)).collect()
    }

    /// The notes for people.
    pub(super) fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Whether it has no rows.
    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Its rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Datum<'a>>> + '_ {
        (0..self.len).filter_map(|index| (self.row)(index, |_| true))
    }

    /// Its rows with what is for people; the rest is not worked out.
    pub(super) fn shown_rows(&self) -> impl Iterator<Item = Vec<Datum<'a>>> + '_ {
        (0..self.len).filter_map(|index| (self.row)(index, is_for_people))
    }
}

fn is_for_people(attribute: &Attribute) -> bool {
    attribute.readers != For::Programs
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;

    #[test]
    fn what_only_programs_read_is_not_worked_out_for_people() {
        let asked = Rc::new(Cell::new(0));
        let counted = Rc::clone(&asked);
        let columns = Columns::<usize>::new().column("number", "a number", |number| *number).data(
            "costly",
            "what takes long",
            move |number| {
                counted.set(counted.get() + 1);
                *number
            },
        );
        let sheet = Sheet::new(columns, 3, Some);
        assert_eq!((sheet.shown_rows().count(), asked.get()), (3, 0));
        assert_eq!((sheet.rows().count(), asked.get()), (3, 3));
    }
}
