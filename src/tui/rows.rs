//! What the four panes list, in which order, for what is narrowed or searched.

use super::state::{PaneId, SortOrders};
use crate::insight::{clauses_of, compared_organisations, items, of_item};
use crate::model::{Collection, EventKind, ItemId, Kind, Part};
use crate::search::Matches;
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

/// What a pane leaves out.
#[derive(Clone, Copy, Default)]
pub struct Filter<'a> {
    /// Only what belongs to the item that the panes are narrowed to.
    pub narrowed: Option<&'a Narrowing>,
    /// Only what matches.
    pub matches: Option<&'a Matches>,
}

/// The item that the panes are narrowed to, and all that belongs to it.
#[derive(Clone, Debug)]
pub struct Narrowing {
    /// The item.
    pub item: ItemId,
    kept: HashSet<ItemId>,
}

impl Narrowing {
    /// Narrows to an item: what belongs to it, and the sectors, agreements and organisations of its events.
    pub fn new(collection: &Collection, item: ItemId) -> Self {
        let at = |part: Part| ItemId { part, ..item };
        let related = of_item(collection, item);
        let mut kept: HashSet<ItemId> = related.parts().map(at).collect();
        let events = related.events.iter().chain(related.done_since.iter().map(|r| &r.part));
        for event in events.filter(|part| matches!(part, Part::Event(_))) {
            let of_event = of_item(collection, at(*event));
            kept.extend(
                of_event.sectors.into_iter().chain(of_event.agreements).chain(of_event.organisations).map(at),
            );
        }
        kept.insert(item);
        Self { item, kept }
    }

    fn keeps(&self, pane: PaneId, item: ItemId) -> bool {
        // The pane of the item itself stays whole, so that its neighbours can be chosen.
        PaneId::of(self.item.kind()) == Some(pane) || self.kept.contains(&item)
    }
}

impl Filter<'_> {
    fn keeps(&self, pane: PaneId, item: ItemId) -> bool {
        self.narrowed.is_none_or(|n| n.keeps(pane, item)) && self.matches.is_none_or(|m| m.contains(item))
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

/// The most clauses of a search that are listed.
const LONGEST: usize = 100_000;

/// The rows of a pane.
pub fn rows(collection: &Collection, pane: PaneId, sorts: &SortOrders, filter: Filter<'_>) -> Listing {
    let (kind, order) = match pane {
        PaneId::Timeline => (Kind::Event, sorts.timeline),
        PaneId::Clauses => return clauses(collection, sorts.clauses, filter),
        PaneId::Sectors => (Kind::Sector, sorts.sectors),
        // A pair is not narrowed with the dossier's panes; a search goes through what is open, and shows that.
        PaneId::Memberships if collection.beside().is_some() && filter.matches.is_none() => {
            let pair = compared_organisations(collection, sorts.memberships);
            let rows: Vec<Row> = pair.into_iter().map(Row::Item).collect();
            return Listing { clauses: 0, others: rows.len(), rows };
        }
        PaneId::Memberships => (Kind::Organisation, sorts.memberships),
    };
    let all = items(collection, kind, order).into_iter();
    let rows: Vec<Row> = all.filter(|item| filter.keeps(pane, *item)).map(Row::Item).collect();
    Listing { clauses: 0, others: rows.len(), rows }
}

/// Agreements with their clauses under them, and the points that are not on record.
fn clauses(collection: &Collection, order: usize, filter: Filter<'_>) -> Listing {
    let (kept, clauses) = kept_clauses(collection, filter);
    let mut rows = Vec::new();
    let mut others = 0;
    for item in items(collection, Kind::Agreement, order) {
        let Part::Agreement(a) = item.part else { continue };
        let Some(agreement) = collection.dossier(item).and_then(|d| d.agreement(a)) else { continue };
        let whole = filter.keeps(PaneId::Clauses, item);
        let own: Vec<ItemId> = match &kept {
            Some(kept) => kept.get(&(item.dossier, a)).cloned().unwrap_or_default(),
            None => clauses_of(collection, item).collect(),
        };
        if whole || !own.is_empty() {
            others += 1;
            rows.push(Row::Item(item));
            rows.extend(own.into_iter().map(Row::Item));
            if whole && filter.matches.is_none() && agreement.missing() > 0 {
                rows.push(Row::Missing(item));
            }
        }
    }
    Listing { rows, clauses, others }
}

/// Clauses by the places of their dossier and agreement.
type Kept = HashMap<(u32, u32), Vec<ItemId>>;

/// The clauses of each agreement that the filter keeps, and how many it keeps in all; no map where it keeps every one.
fn kept_clauses(collection: &Collection, filter: Filter<'_>) -> (Option<Kept>, usize) {
    let narrowing = filter.narrowed.filter(|n| PaneId::of(n.item.kind()) != Some(PaneId::Clauses));
    let (found, total): (Vec<ItemId>, usize) = match (filter.matches, narrowing) {
        (None, None) => return (None, collection.dossiers().iter().map(|d| d.clause_count()).sum()),
        (Some(matches), None) => {
            (matches.items(Kind::Clause).take(LONGEST).collect(), matches.count(Kind::Clause))
        }
        (None, Some(narrowing)) => {
            let mut found: Vec<ItemId> =
                narrowing.kept.iter().filter(|i| i.kind() == Kind::Clause).copied().collect();
            found.sort_unstable();
            let total = found.len();
            (found, total)
        }
        (Some(matches), Some(narrowing)) => {
            let found: Vec<ItemId> =
                matches.items(Kind::Clause).filter(|i| narrowing.kept.contains(i)).collect();
            let total = found.len();
            (found, total)
        }
    };
    let mut kept = Kept::new();
    for item in found {
        if let Part::Clause(agreement, _) = item.part {
            kept.entry((item.dossier, agreement)).or_default().push(item);
        }
    }
    (Some(kept), total)
}

/// The events of one kind, in time; what a lane of the timeline's picture holds.
pub fn lane(collection: &Collection, rows: &[Row], kind: EventKind) -> Vec<ItemId> {
    let of_kind = |item: &ItemId| match item.part {
        Part::Event(i) => collection.dossier(*item).and_then(|d| d.event(i)).is_some_and(|e| e.kind == kind),
        _ => false,
    };
    rows.iter().map(|row| row.item()).filter(of_kind).collect()
}
