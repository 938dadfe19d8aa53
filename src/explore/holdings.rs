//! All that is open, with what every frame needs, computed once for a collection.

use super::folds::Folds;
use super::library_columns::LibraryColumn;
use super::list::List;
use super::pane::{Pane, Panes, SortOrders};
use super::rows::{Filter, Listing, rows};
use crate::insight::{Axis, axis, sector_counts};
use crate::model::{Collection, Dossier, ItemMap};
use std::sync::Arc;

/// The number of items of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Agreements.
    pub agreements: usize,
    /// Clauses on record.
    pub clauses: usize,
    /// Events.
    pub events: usize,
    /// Sectors.
    pub sectors: usize,
    /// Organisations.
    pub organisations: usize,
    /// Sources.
    pub sources: usize,
    /// Items of every kind.
    pub items: usize,
}

impl Totals {
    fn count(collection: &Collection) -> Self {
        let sum = |count: fn(&Dossier) -> usize| collection.dossiers().iter().map(|d| count(d)).sum();
        Self {
            agreements: sum(|d| d.agreements.len()),
            clauses: sum(Dossier::clause_count),
            events: sum(|d| d.events.len()),
            sectors: sum(|d| d.sectors.len()),
            organisations: sum(|d| d.organisations.len()),
            sources: sum(|d| d.sources.len()),
            items: sum(Dossier::item_count),
        }
    }
}

impl Totals {
    /// The number of items that a pane lists without filters; for clauses that of agreements, which have them.
    pub fn of(&self, pane: Pane) -> usize {
        match pane {
            Pane::Timeline => self.events,
            Pane::Clauses | Pane::Library => self.agreements,
            Pane::Sectors => self.sectors,
            Pane::Memberships => self.organisations,
        }
    }
}

/// A collection and what is derived from it.
#[derive(Clone, Debug)]
pub struct Holdings {
    /// The collection.
    pub collection: Arc<Collection>,
    /// The years that the charts span.
    pub axis: Option<Axis>,
    /// The number of facts on record for each sector.
    pub facts: ItemMap<usize>,
    /// The number of items.
    pub totals: Totals,
    /// The columns of the library that hold something.
    pub columns: Vec<LibraryColumn>,
    /// The panes' unfiltered lists, in their first sort orders.
    pub lists: Panes<List>,
}

/// The rows of a pane in its first sort order, unfiltered, with every chapter folded.
fn listed(collection: &Collection, pane: Pane) -> Listing {
    rows(collection, pane, &SortOrders::default(), &Filter::default(), &Folds::default())
}

impl Holdings {
    /// Computes everything.
    pub fn of(collection: Arc<Collection>) -> Self {
        let list = |pane| List::new(pane, listed(&collection, pane));
        let lists = Panes::of(list);
        // Computed here, off the main thread, because every frame needs it.
        lists[Pane::Timeline].figures.chronology(&collection);
        Self {
            axis: axis(&collection),
            facts: sector_counts(&collection),
            columns: LibraryColumn::held_by(&collection),
            totals: Totals::count(&collection),
            lists,
            collection,
        }
    }
}
