//! A pane's rows, counted once.

use super::chronology::Chronology;
use super::matrix::Matrix;
use super::panes::memberships::shared;
use super::pictures::memberships::{Groups, groups};
use super::pictures::sectors::Heat;
use super::rows::{Listing, Row};
use crate::model::{Collection, ItemId, Kind};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

/// A pane's rows and the selected one.
#[derive(Clone, Debug)]
pub struct List {
    /// The rows.
    pub rows: Arc<[Row]>,
    /// The selected row's place.
    pub selected: usize,
    /// The number of each row among the items of its kind, from 1; counted once, not for every frame.
    numbers: Arc<[u32]>,
    clauses: usize,
    others: usize,
    years: OnceLock<Arc<[(u16, usize)]>>,
    chronology: Arc<OnceLock<Chronology>>,
    shared: OnceLock<(usize, usize)>,
    groups: Arc<OnceLock<Groups>>,
    most: OnceLock<usize>,
    matrix: Arc<OnceLock<Matrix>>,
    heat: Arc<OnceLock<Heat>>,
}

impl List {
    /// The list of these rows, the first selected.
    pub fn new(listing: Listing) -> Self {
        let (mut clauses, mut others) = (0, 0);
        let numbers = listing.rows.iter().map(|row| match row {
            Row::Missing(_) => 0,
            Row::Item(item) => {
                let count = if item.kind() == Kind::Clause { &mut clauses } else { &mut others };
                *count += 1;
                *count
            }
        });
        let numbers = numbers.collect();
        Self {
            rows: listing.rows.into(),
            selected: 0,
            numbers,
            clauses: listing.clauses,
            others: listing.others,
            years: OnceLock::new(),
            chronology: Arc::default(),
            shared: OnceLock::new(),
            groups: Arc::default(),
            most: OnceLock::new(),
            matrix: Arc::default(),
            heat: Arc::default(),
        }
    }

    /// The selected row.
    pub fn row(&self) -> Option<Row> {
        self.rows.get(self.selected).copied()
    }

    /// Selects the row of an item, if it is there.
    pub fn select(&mut self, item: ItemId) -> bool {
        self.select_row(Row::Item(item))
    }

    /// Selects a row, if it is there.
    pub fn select_row(&mut self, wanted: Row) -> bool {
        let place = self.rows.iter().position(|row| *row == wanted);
        self.selected = place.unwrap_or(self.selected);
        place.is_some()
    }

    /// The row nearest to the selected one that fits; not looked for beyond what a frame has time for.
    pub fn nearest(&self, fits: impl Fn(Row) -> bool) -> Option<usize> {
        /// Rows further than this from the selected one are not looked at.
        const FAR: usize = 2_000;
        let near = self.selected.saturating_sub(FAR)..self.rows.len().min(self.selected + FAR);
        let fitting = near.filter(|place| self.rows.get(*place).is_some_and(|row| fits(*row)));
        fitting.min_by_key(|place| place.abs_diff(self.selected))
    }

    /// How many items of a kind are among the rows; all that are no clauses count as one kind, as a pane has only one.
    pub fn count(&self, kind: Kind) -> usize {
        if kind == Kind::Clause { self.clauses } else { self.others }
    }

    /// The rows in the order of time, where they are events; sorted once.
    pub fn chronology(&self, collection: &Collection) -> &Chronology {
        self.chronology.get_or_init(|| Chronology::of(collection, &self.rows))
    }

    /// How many of the rows are shared, and in how many of those the status differs, where they are organisations;
    /// counted once.
    pub fn shared(&self, collection: &Collection) -> (usize, usize) {
        *self.shared.get_or_init(|| shared(collection, &self.rows))
    }

    /// The rows in the groups of their picture, where they are organisations; sorted once.
    pub fn groups(&self, collection: &Collection) -> &Groups {
        self.groups.get_or_init(|| groups(collection, &self.rows))
    }

    /// The most facts that a row has, where they are sectors, at least 1; looked for once.
    pub fn most(&self, facts: &HashMap<ItemId, usize>) -> usize {
        let counts = || self.rows.iter().filter_map(|row| facts.get(&row.item()));
        *self.most.get_or_init(|| counts().copied().max().unwrap_or(1).max(1))
    }

    /// What the picture of these rows has, where they are clauses; worked out once.
    pub fn matrix(&self, collection: &Collection) -> &Matrix {
        self.matrix.get_or_init(|| Matrix::of(collection, &self.rows))
    }

    /// Whether that is worked out.
    pub fn has_matrix(&self) -> bool {
        self.matrix.get().is_some()
    }

    /// What the picture of these rows has, where they are sectors; worked out once.
    pub fn heat(&self, collection: &Collection) -> &Heat {
        self.heat.get_or_init(|| Heat::of(collection, &self.rows))
    }

    /// Whether that is worked out.
    pub fn has_heat(&self) -> bool {
        self.heat.get().is_some()
    }

    /// How many of the rows' items there are of each year, in its order; counted once.
    pub fn years(&self, collection: &Collection) -> &[(u16, usize)] {
        self.years.get_or_init(|| {
            let mut years: BTreeMap<u16, usize> = BTreeMap::new();
            for date in self.rows.iter().filter_map(|row| collection.date(row.item())) {
                *years.entry(date.year()).or_default() += 1;
            }
            years.into_iter().collect()
        })
    }

    /// The number of the row at a place among the items of its kind, from 1.
    pub fn number(&self, place: usize) -> Option<usize> {
        self.numbers.get(place).filter(|n| **n > 0).map(|n| *n as usize)
    }
}
