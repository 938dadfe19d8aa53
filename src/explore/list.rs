//! A pane's rows, and what is computed once for them.

use super::figures::Figures;
use super::pane::Pane;
use super::row::Row;
use super::rows::Listing;
use crate::model::{ItemId, Kind};
use std::sync::Arc;

/// A pane's rows and the selected one.
#[derive(Clone, Debug)]
pub struct List {
    /// The rows.
    pub rows: Arc<[Row]>,
    /// The index of the selected row.
    pub selected: usize,
    /// The figures that the pane and its chart show.
    pub figures: Arc<Figures>,
    /// The number of each row among the items of its kind, from 1. Counted once, not for every frame.
    numbers: Arc<[u32]>,
    clauses: usize,
    others: usize,
}

impl List {
    /// The list of these rows, with the first one selected that is no heading.
    pub fn new(pane: Pane, listing: Listing) -> Self {
        let (mut clauses, mut others) = (0, 0);
        let numbers = listing.rows.iter().map(|row| match row {
            Row::Missing(_) | Row::Folder(..) => 0,
            Row::Folded(_, held) => {
                clauses += held;
                0
            }
            Row::Item(item) if item.kind() == Kind::Chapter => 0,
            Row::Item(item) => {
                let count = if item.kind() == Kind::Clause { &mut clauses } else { &mut others };
                *count += 1;
                *count
            }
        });
        let numbers = numbers.collect();
        let rows: Arc<[Row]> = listing.rows.into();
        Self {
            figures: Arc::new(Figures::new(pane, Arc::clone(&rows))),
            selected: rows.iter().position(|row| !row.is_heading()).unwrap_or(0),
            rows,
            numbers,
            clauses: listing.clauses,
            others: listing.others,
        }
    }

    /// Other rows with the same counts.
    pub fn listing(&self, rows: Vec<Row>) -> Listing {
        Listing { rows, clauses: self.clauses, others: self.others }
    }

    /// A list that only remembers the selected row.
    pub fn remembering(pane: Pane, row: Option<Row>) -> Self {
        Self::new(pane, Listing { rows: row.into_iter().collect(), clauses: 0, others: 0 })
    }

    /// The items of the rows.
    pub fn items(&self) -> impl Iterator<Item = ItemId> + '_ {
        self.rows.iter().filter(|row| !row.is_heading()).map(|row| row.item())
    }

    /// Selects the row at this place; instead of a heading the row next to it, on the way there if possible.
    pub fn select_at(&mut self, place: usize) {
        let is_heading = |place: usize| self.rows.get(place).is_some_and(|row| row.is_heading());
        let before = place.checked_sub(1).filter(|before| place < self.selected && !is_heading(*before));
        self.selected = if is_heading(place) { before.unwrap_or(place + 1) } else { place };
    }

    /// The selected row.
    pub fn row(&self) -> Option<Row> {
        self.rows.get(self.selected).copied()
    }

    /// The item of the selected row.
    pub fn item(&self) -> Option<ItemId> {
        self.row().map(Row::item)
    }

    /// Selects the row of an item, if it is there.
    pub fn select(&mut self, item: ItemId) -> bool {
        let is_own = |row: &Row| matches!(row, Row::Item(own) | Row::Folded(own, _) if *own == item);
        let place = self.rows.iter().position(is_own);
        self.selected = place.unwrap_or(self.selected);
        place.is_some()
    }

    /// Selects a row, if it is there.
    pub fn select_row(&mut self, wanted: Row) -> bool {
        let place = self.rows.iter().position(|row| *row == wanted);
        self.selected = place.unwrap_or(self.selected);
        place.is_some()
    }

    /// The row nearest to the selected one for which `fits` is true. Distant rows are not examined, to keep frames
    /// fast.
    pub fn nearest(&self, fits: impl Fn(Row) -> bool) -> Option<usize> {
        const FAR: usize = 2_000;
        let outwards = (0..FAR.min(self.rows.len()))
            .flat_map(|far| [self.selected.checked_sub(far), Some(self.selected + far)]);
        outwards.flatten().find(|place| self.rows.get(*place).is_some_and(|row| fits(*row)))
    }

    /// The number of items of a kind. All kinds but clauses count as one, because a pane has only one of them.
    pub fn count(&self, kind: Kind) -> usize {
        if kind == Kind::Clause { self.clauses } else { self.others }
    }

    /// The number of a row among the items of its kind, from 1.
    pub fn number(&self, place: usize) -> Option<usize> {
        self.numbers.get(place).filter(|n| **n > 0).map(|n| *n as usize)
    }
}
