//! A report as rows and columns.

use super::datum::Datum;

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

type MakeRow<'a> = dyn Fn(usize) -> Option<Vec<Datum<'a>>> + 'a;

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
        let data = move |index| {
            let subject = row(index)?;
            Some(columns.columns.iter().map(|(_, datum)| datum(&subject)).collect())
        };
        Self { attributes, len, row: Box::new(data), notes: Vec::new() }
    }

    /// The sheet with notes for people under it.
    #[must_use]
    pub fn with_notes(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// The same sheet, borrowed.
    pub(super) fn reborrow(&self) -> Sheet<'_> {
        let row = Box::new(|index| (self.row)(index));
        Sheet { attributes: self.attributes.clone(), len: self.len, row, notes: self.notes.clone() }
    }

    /// What its columns hold.
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The attributes for people, each with its index.
    pub(super) fn shown(&self) -> Vec<(usize, Attribute)> {
        let all = self.attributes.iter().copied().enumerate();
        all.filter(|(_, attribute)| attribute.readers != For::Programs).collect()
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
        (0..self.len).filter_map(|index| (self.row)(index))
    }
}
