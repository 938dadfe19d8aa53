//! What the panes list, in which order, for what is narrowed or searched.

use super::narrowing::Narrowing;
use super::pane::{Pane, SortOrders};
use crate::insight::{Order, clauses_of, compared_organisations, items};
use crate::model::{Collection, EventKind, ItemId, Kind};
use crate::search::Matches;
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A row of a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An item.
    Item(ItemId),
    /// The points of an agreement that are not on record.
    Missing(ItemId),
}

impl Row {
    /// The item that the reader shows for the row.
    pub fn item(self) -> ItemId {
        match self {
            Self::Item(item) | Self::Missing(item) => item,
        }
    }
}

/// What the panes leave out.
#[derive(Default)]
pub struct Filter<'a> {
    /// Only what belongs to what the panes are narrowed to.
    narrowed: Option<&'a Narrowing>,
    /// Only what a search has found.
    found: Option<Found>,
}

/// What a search has found, made ready to be looked up.
struct Found {
    /// The clauses that are listed, in the order of the collection.
    clauses: Vec<ItemId>,
    /// How many clauses there are.
    total: usize,
    /// What is no clause.
    others: HashSet<ItemId, RandomState>,
    /// The agreements that the library lists.
    agreements: HashSet<ItemId, RandomState>,
}

/// The most clauses of a search that are listed.
const LONGEST: usize = 5_000;

impl Found {
    fn new(matches: &Matches) -> Self {
        let others = [Kind::Event, Kind::Agreement, Kind::Sector, Kind::Organisation];
        Self {
            clauses: matches.items(Kind::Clause).take(LONGEST).collect(),
            total: matches.count(Kind::Clause),
            others: others.into_iter().flat_map(|kind| matches.items(kind)).collect(),
            agreements: matches.listed(Kind::Agreement),
        }
    }
}

impl<'a> Filter<'a> {
    /// Leaves out what does not belong to what the panes are narrowed to, and what does not match.
    pub fn new(narrowed: Option<&'a Narrowing>, matches: Option<&Matches>) -> Self {
        Self { narrowed, found: matches.map(Found::new) }
    }

    /// Whether nothing is left out.
    pub fn is_none(&self) -> bool {
        self.narrowed.is_none() && self.found.is_none()
    }

    /// Whether a pane keeps an item that is no clause.
    fn keeps(&self, pane: Pane, item: ItemId) -> bool {
        self.narrowed.is_none_or(|n| n.keeps(pane, item))
            && self.found.as_ref().is_none_or(|found| found.others.contains(&item))
    }
}

/// Rows, and how many items there are of each kind. There may be more items than rows: of what a search finds, no more
/// than anybody scrolls through is listed, so that a key never waits for a list.
pub struct Listing {
    /// The rows.
    pub rows: Vec<Row>,
    /// Clauses found.
    pub clauses: usize,
    /// Other items found.
    pub others: usize,
}

/// The rows of a pane.
pub fn rows(collection: &Collection, pane: Pane, sorts: &SortOrders, filter: &Filter<'_>) -> Listing {
    let (order, _) = sorts.order(pane);
    let kind = match pane {
        Pane::Timeline => Kind::Event,
        Pane::Clauses => return clauses(collection, order, filter),
        Pane::Library => return library(collection, order, filter),
        Pane::Sectors => Kind::Sector,
        // A pair is not narrowed with the dossier's panes; a search goes through what is open, and shows that.
        Pane::Memberships if collection.beside().is_some() && filter.found.is_none() => {
            let pair = compared_organisations(collection, order);
            let rows: Vec<Row> = pair.into_iter().map(Row::Item).collect();
            return Listing { clauses: 0, others: rows.len(), rows };
        }
        Pane::Memberships => Kind::Organisation,
    };
    let all = items(collection, kind, order).into_iter();
    let rows: Vec<Row> = all.filter(|item| filter.keeps(pane, *item)).map(Row::Item).collect();
    Listing { clauses: 0, others: rows.len(), rows }
}

/// Agreements with their clauses under them, and the points that are not on record.
fn clauses(collection: &Collection, order: Order, filter: &Filter<'_>) -> Listing {
    let (kept, clauses) = kept_clauses(collection, filter);
    let kept = kept.as_deref().map(by_agreement);
    let mut rows = Vec::new();
    let mut others = 0;
    for item in items(collection, Kind::Agreement, order) {
        let Some(agreement) = collection.agreement(item) else { continue };
        let whole = filter.keeps(Pane::Clauses, item);
        let own = kept.as_ref().map(|kept| kept.get(&item).copied().unwrap_or_default());
        if whole || own.is_none_or(|own| !own.is_empty()) {
            others += 1;
            rows.push(Row::Item(item));
            match own {
                Some(own) => rows.extend(own.iter().copied().map(Row::Item)),
                None => rows.extend(clauses_of(collection, item).map(Row::Item)),
            }
            if whole && filter.found.is_none() && agreement.missing() > 0 {
                rows.push(Row::Missing(item));
            }
        }
    }
    Listing { rows, clauses, others }
}

/// Every agreement; of a search those that match or have a clause that does. What the panes are narrowed to does not
/// narrow the library, in which it is chosen.
fn library(collection: &Collection, order: Order, filter: &Filter<'_>) -> Listing {
    let keeps = |item: &ItemId| filter.found.as_ref().is_none_or(|found| found.agreements.contains(item));
    let all = items(collection, Kind::Agreement, order).into_iter();
    let rows: Vec<Row> = all.filter(keeps).map(Row::Item).collect();
    Listing { clauses: 0, others: rows.len(), rows }
}

/// Clauses by their agreement. They are in the order of the collection, so those of one stand together.
fn by_agreement(clauses: &[ItemId]) -> HashMap<ItemId, &[ItemId], RandomState> {
    let together = clauses.chunk_by(|a, b| a.agreement() == b.agreement());
    together.filter_map(|own| Some((own.first()?.agreement()?, own))).collect()
}

/// The clauses that the filter keeps, in the order of the collection, and how many it keeps in all; no list where it
/// keeps every one.
fn kept_clauses<'f>(collection: &Collection, filter: &'f Filter<'_>) -> (Option<Cow<'f, [ItemId]>>, usize) {
    let narrowing = filter.narrowed.filter(|n| !n.spares(Pane::Clauses));
    let kept: Vec<ItemId> = match (&filter.found, narrowing) {
        (None, None) => return (None, collection.dossiers().iter().map(|d| d.clause_count()).sum()),
        (Some(found), None) => return (Some(Cow::Borrowed(&found.clauses)), found.total),
        (None, Some(narrowing)) => narrowing.clauses(collection),
        (Some(found), Some(narrowing)) => {
            let found = found.clauses.iter().copied();
            found.filter(|clause| narrowing.keeps(Pane::Clauses, *clause)).collect()
        }
    };
    let total = kept.len();
    (Some(Cow::Owned(kept)), total)
}

/// The events of one kind, in time: a lane of the timeline's chart.
pub fn lane(collection: &Collection, rows: &[Row], kind: EventKind) -> Vec<ItemId> {
    let of_kind = |item: &ItemId| collection.event(*item).is_some_and(|event| event.kind == kind);
    rows.iter().map(|row| row.item()).filter(of_kind).collect()
}
