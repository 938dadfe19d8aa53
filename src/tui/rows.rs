//! What the four panes list, in which order, for what is narrowed or searched.

use super::state::{PaneId, SortOrders};
use crate::insight::{of_item, sector_count};
use crate::model::{Collection, Dossier, EventKind, ItemId, Organisation, Part, Standing};
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
    let all = match pane {
        PaneId::Timeline => timeline(collection, sorts.timeline == 1),
        PaneId::Clauses => return clauses(collection, sorts.clauses, filter).into(),
        PaneId::Sectors => sectors(collection, sorts.sectors),
        PaneId::Memberships => return organisations(collection, sorts.memberships, filter).into(),
    };
    all.into_iter().filter(|item| filter.keeps(pane, *item)).map(Row::Item).collect()
}

/// Every item of a list, dossier by dossier.
fn items(collection: &Collection, count: fn(&Dossier) -> usize, part: fn(u32) -> Part) -> Vec<ItemId> {
    let mut found = Vec::new();
    for (dossier, held) in (0u32..).zip(collection.dossiers()) {
        found.extend(of_dossier(dossier, held, count, part));
    }
    found
}

fn of_dossier(
    dossier: u32,
    held: &Dossier,
    count: fn(&Dossier) -> usize,
    part: fn(u32) -> Part,
) -> impl Iterator<Item = ItemId> {
    (0u32..).take(count(held)).map(move |i| ItemId { dossier, part: part(i) })
}

fn timeline(collection: &Collection, newest_first: bool) -> Vec<ItemId> {
    let mut events = items(collection, |d| d.events.len(), Part::Event);
    events.sort_by_key(|item| collection.date(*item));
    if newest_first {
        events.reverse();
    }
    events
}

fn sectors(collection: &Collection, order: usize) -> Vec<ItemId> {
    let mut sectors = items(collection, |d| d.sectors.len(), Part::Sector);
    match order {
        1 => sectors.sort_by_key(|item| std::cmp::Reverse(sector_count(collection, *item))),
        2 => sectors.sort_by_key(|item| collection.title(*item).map(str::to_lowercase)),
        _ => {}
    }
    sectors
}

/// The organisations of what is open; while a pair of states is looked at, all of the pair's instead. A pair is not
/// narrowed with the dossier's panes; a search goes through what is open, and shows that.
fn organisations(collection: &Collection, order: usize, filter: Filter<'_>) -> Vec<Row> {
    let pair = collection.beside().filter(|_| filter.matches.is_none());
    let all = match pair {
        Some(pair) => {
            of_dossier(Collection::BESIDE, pair, |d| d.organisations.len(), Part::Organisation).collect()
        }
        None => items(collection, |d| d.organisations.len(), Part::Organisation),
    };
    let kept = |item: &ItemId| pair.is_some() || filter.keeps(PaneId::Memberships, *item);
    memberships(collection, order, all).into_iter().filter(kept).map(Row::Item).collect()
}

fn memberships(collection: &Collection, order: usize, mut organisations: Vec<ItemId>) -> Vec<ItemId> {
    let name = |o: Option<&Organisation>| o.map(|o| o.list_name().to_lowercase());
    organisations.sort_by_cached_key(|item| {
        let dossier = collection.dossier(*item);
        let organisation = dossier.and_then(|d| match item.part {
            Part::Organisation(i) => d.organisation(i),
            _ => None,
        });
        let alone = dossier.zip(organisation).is_none_or(|(d, o)| d.standing(o) == Standing::OneSided);
        let since = dossier.zip(organisation).and_then(|(d, o)| o.shared_since(&d.compares));
        match order {
            1 => (alone, since.is_none(), since.map(|d| d.ends()), name(organisation)),
            2 => (false, false, None, name(organisation)),
            _ => (alone, false, None, None),
        }
    });
    organisations
}

/// Agreements with their clauses under them, and the points that are not on record.
fn clauses(collection: &Collection, order: usize, filter: Filter<'_>) -> Vec<Row> {
    let mut agreements = items(collection, |d| d.agreements.len(), Part::Agreement);
    let title = |item: &ItemId| collection.title(*item).map(str::to_lowercase);
    match order {
        1 => agreements.sort_by_key(|item| std::cmp::Reverse(collection.date(*item))),
        2 => agreements.sort_by_cached_key(title),
        _ => agreements.sort_by_key(|item| (collection.date(*item).is_none(), collection.date(*item))),
    }
    let mut rows = Vec::new();
    for item in agreements {
        let Part::Agreement(a) = item.part else { continue };
        let Some(agreement) = collection.dossier(item).and_then(|d| d.agreement(a)) else { continue };
        let own = (0u32..).zip(&agreement.clauses).map(|(c, _)| ItemId { part: Part::Clause(a, c), ..item });
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
