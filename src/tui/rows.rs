//! What the four panes list, in which order, for what is narrowed or searched.

use super::state::{PaneId, SortOrders};
use crate::insight::{clauses_of, items, of_item};
use crate::model::{Collection, EventKind, ItemId, Kind, Part};
use crate::search::Matches;
use std::collections::HashSet;
use std::sync::Arc;

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

    fn is_open(&self) -> bool {
        self.narrowed.is_none() && self.matches.is_none()
    }
}

/// The rows of a pane.
pub fn rows(collection: &Collection, pane: PaneId, sorts: &SortOrders, filter: Filter<'_>) -> Arc<[Row]> {
    let (kind, order) = match pane {
        PaneId::Timeline => (Kind::Event, sorts.timeline),
        PaneId::Clauses => return clauses(collection, sorts.clauses, filter).into(),
        PaneId::Sectors => (Kind::Sector, sorts.sectors),
        PaneId::Memberships => (Kind::Organisation, sorts.memberships),
    };
    let all = items(collection, kind, order).into_iter();
    all.filter(|item| filter.keeps(pane, *item)).map(Row::Item).collect()
}

/// Agreements with their clauses under them, and the points that are not on record.
fn clauses(collection: &Collection, order: usize, filter: Filter<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for item in items(collection, Kind::Agreement, order) {
        let Part::Agreement(a) = item.part else { continue };
        let Some(agreement) = collection.dossier(item).and_then(|d| d.agreement(a)) else { continue };
        let own = clauses_of(collection, item);
        let kept: Vec<Row> =
            own.filter(|clause| filter.keeps(PaneId::Clauses, *clause)).map(Row::Item).collect();
        let whole = filter.keeps(PaneId::Clauses, item);
        if whole || !kept.is_empty() {
            rows.push(Row::Item(item));
            rows.extend(kept);
            let shows_all = filter.is_open() || (filter.matches.is_none() && whole);
            if shows_all && agreement.missing() > 0 {
                rows.push(Row::Missing(item));
            }
        }
    }
    rows
}

/// The events of one kind, in time; what a lane of the timeline's picture holds.
pub fn lane(collection: &Collection, rows: &[Row], kind: EventKind) -> Vec<ItemId> {
    let of_kind = |item: &ItemId| match item.part {
        Part::Event(i) => collection.dossier(*item).and_then(|d| d.event(i)).is_some_and(|e| e.kind == kind),
        _ => false,
    };
    rows.iter().map(|row| row.item()).filter(of_kind).collect()
}
