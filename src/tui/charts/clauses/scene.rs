//! What the parts of the clauses chart share: the matrix, the cursor, and the positions of the columns.

use crate::explore::layout::Area;
use crate::explore::{Row, State};
use crate::insight::charts::{Column, Matrix};
use crate::model::{Clause, Collection, Thing};

/// What the chart is drawn from.
pub(super) struct Scene<'a> {
    pub(super) state: &'a State,
    pub(super) area: Area,
    pub(super) matrix: &'a Matrix,
    /// The column of the cursor.
    pub(super) cursor: usize,
    /// The width of the names, and the distance of the columns.
    pub(super) name: usize,
    pub(super) pitch: usize,
    /// The first column in view, and their number.
    pub(super) first: usize,
    pub(super) count: usize,
    /// Whether there is room for words and dates at the right.
    pub(super) wide: bool,
}

impl Scene<'_> {
    /// The screen column of a column of the matrix.
    pub(super) fn x(&self, column: usize) -> usize {
        self.area.x + self.name + 2 + column.saturating_sub(self.first) * self.pitch
    }

    /// The first screen column right of the matrix; on a narrow screen the last one, so that a count does not look like
    /// another sector.
    pub(super) fn tail(&self) -> usize {
        match self.wide {
            true => self.x(self.first + self.count) - self.pitch + 4,
            false => self.area.right() - 1,
        }
    }

    pub(super) fn in_view(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.matrix.columns.iter().enumerate().skip(self.first).take(self.count)
    }
}

/// The clause of a row.
pub(super) fn clause(collection: &Collection, row: Row) -> Option<&Clause> {
    match row {
        Row::Item(item) => collection.dossier(item)?.clause(item.part),
        Row::Folded(..) | Row::Missing(_) | Row::Folder(..) => None,
    }
}

/// The names of the sectors of a clause.
pub(super) fn sectors(collection: &Collection, row: Row) -> impl Iterator<Item = &str> {
    let ids = clause(collection, row).map(|clause| clause.sectors.as_slice()).unwrap_or_default();
    let dossier = collection.dossier(row.item());
    ids.iter().filter_map(move |id| match dossier?.thing(dossier?.find(id)?)? {
        Thing::Sector(sector) => Some(sector.name.as_str()),
        _ => None,
    })
}
