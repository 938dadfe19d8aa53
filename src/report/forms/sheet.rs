//! A report as rows and columns.

use super::datum::Datum;

/// Who a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// People and programs.
    All,
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
    /// An attribute for people and programs.
    pub const fn new(name: &'static str, about: &'static str) -> Self {
        Self { name, about, readers: For::All }
    }

    /// An attribute for programs.
    pub const fn data(name: &'static str, about: &'static str) -> Self {
        Self { name, about, readers: For::Programs }
    }

    /// The name in words.
    pub(super) fn head(&self) -> String {
        self.name.replace('_', " ")
    }
}

type MakeRow<'a> = dyn Fn(usize) -> Option<Vec<Datum<'a>>> + 'a;

/// Rows with the same attributes, in the order of [`Self::attributes`]. A row is made when it is written, so that a
/// million of them need no memory.
pub struct Sheet<'a> {
    attributes: &'static [Attribute],
    len: usize,
    row: Box<MakeRow<'a>>,
    notes: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// A sheet of at most `len` rows; `row` makes the one at an index, and leaves it out with `None`.
    pub fn new(
        attributes: &'static [Attribute],
        len: usize,
        row: impl Fn(usize) -> Option<Vec<Datum<'a>>> + 'a,
    ) -> Self {
        Self { attributes, len, row: Box::new(row), notes: Vec::new() }
    }

    /// The sheet with notes for people under it.
    #[must_use]
    pub fn with_notes(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }

    /// The same sheet, borrowed.
    pub(super) fn reborrow(&self) -> Sheet<'_> {
        Sheet::new(self.attributes, self.len, |index| (self.row)(index))
            .with_notes(self.notes.iter().cloned())
    }

    /// What its columns hold.
    pub fn attributes(&self) -> &'static [Attribute] {
        self.attributes
    }

    /// The attributes for people, each with its index.
    pub(super) fn shown(&self) -> Vec<(usize, &'static Attribute)> {
        self.attributes.iter().enumerate().filter(|(_, attribute)| attribute.readers == For::All).collect()
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
