//! Items as runs that share a date, and their order among equals.

use crate::model::{Collection, Day, Dossier, ItemId, Part};

/// Where an item stands among equals: what is searched for comes before what only backs it, then by date (undated
/// last), then in the order of the collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Order {
    backs: bool,
    undated: bool,
    day: Option<Day>,
    item: ItemId,
}

impl Order {
    /// The place of an item.
    pub(crate) fn of(collection: &Collection, item: ItemId) -> Self {
        let day = collection.date(item).map(|date| date.begins());
        Self { backs: backs(item.part), undated: day.is_none(), day, item }
    }

    /// The place of the item `ahead` items further on, which has the same date.
    pub(crate) fn ahead(self, ahead: u32) -> Self {
        Self { item: later(self.item, ahead), ..self }
    }

    /// The item.
    pub(crate) fn item(self) -> ItemId {
        self.item
    }
}

/// Whether an item only backs others.
pub(crate) fn backs(part: Part) -> bool {
    matches!(part, Part::Source(_) | Part::Dispute(_))
}

/// Items that follow each other in a dossier and have one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ItemRun {
    /// The first of them.
    pub(crate) item: ItemId,
    /// How many.
    pub(super) len: u32,
}

impl ItemRun {
    /// The first `len` items, and the others.
    pub(super) fn split(self, len: u32) -> (Self, Self) {
        let len = len.min(self.len);
        (Self { len, ..self }, Self { item: later(self.item, len), len: self.len - len })
    }
}

/// The items of a dossier in the order of the collection. `dossier` is its place there.
pub(super) fn runs(place: u32, dossier: &Dossier) -> impl Iterator<Item = ItemRun> + '_ {
    let run = move |part: Part, len: usize| ItemRun {
        item: ItemId { dossier: place, part },
        len: u32::try_from(len).unwrap_or(u32::MAX),
    };
    let agreements = (0u32..).zip(&dossier.agreements).map(move |(i, _)| run(Part::Agreement(i), 1));
    let clauses =
        (0u32..).zip(&dossier.agreements).map(move |(i, a)| run(Part::Clause(i, 0), a.clauses.len()));
    let events = (0u32..).zip(&dossier.events).map(move |(i, _)| run(Part::Event(i), 1));
    let undated = [
        run(Part::Sector(0), dossier.sectors.len()),
        run(Part::Organisation(0), dossier.organisations.len()),
        run(Part::Dispute(0), dossier.disputes.len()),
    ];
    let sources = (0u32..).zip(&dossier.sources).map(move |(i, _)| run(Part::Source(i), 1));
    agreements.chain(clauses).chain(events).chain(undated).chain(sources).filter(|run| run.len > 0)
}

/// The item `ahead` items further on in its list.
fn later(item: ItemId, ahead: u32) -> ItemId {
    let part = match item.part {
        Part::Agreement(i) => Part::Agreement(i + ahead),
        Part::Clause(a, c) => Part::Clause(a, c + ahead),
        Part::Event(i) => Part::Event(i + ahead),
        Part::Sector(i) => Part::Sector(i + ahead),
        Part::Organisation(i) => Part::Organisation(i + ahead),
        Part::Dispute(i) => Part::Dispute(i + ahead),
        Part::Source(i) => Part::Source(i + ahead),
    };
    ItemId { part, ..item }
}

/// How many items `item` is ahead of `from` in the same list; none where it is not.
pub(crate) fn ahead(from: ItemId, item: ItemId) -> Option<u32> {
    let (list, first) = place(from);
    let (other, place) = place(item);
    (list == other).then(|| place.checked_sub(first)).flatten()
}

/// The list an item stands in, told by the list's first item, and its place there.
fn place(item: ItemId) -> (ItemId, u32) {
    let (first, place) = match item.part {
        Part::Agreement(i) => (Part::Agreement(0), i),
        Part::Clause(a, c) => (Part::Clause(a, 0), c),
        Part::Event(i) => (Part::Event(0), i),
        Part::Sector(i) => (Part::Sector(0), i),
        Part::Organisation(i) => (Part::Organisation(0), i),
        Part::Dispute(i) => (Part::Dispute(0), i),
        Part::Source(i) => (Part::Source(0), i),
    };
    (ItemId { part: first, ..item }, place)
}
