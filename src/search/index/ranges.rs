//! Runs of items that share a date, and the order of items that match equally well.

use crate::model::{Collection, Day, Dossier, ItemId, Part};

/// The order of items that match equally well: sources and disputes last, then by date (undated last), then in the
/// order of the collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TieBreak {
    backs: bool,
    undated: bool,
    day: Option<Day>,
    item: ItemId,
}

impl TieBreak {
    pub(crate) fn of(collection: &Collection, item: ItemId) -> Self {
        let day = collection.date(item).map(|date| date.begins());
        Self { backs: backs(item.part), undated: day.is_none(), day, item }
    }

    /// The order of the item `ahead` items further on, which has the same date.
    pub(crate) fn ahead(self, ahead: u32) -> Self {
        Self { item: later(self.item, ahead), ..self }
    }

    pub(crate) fn item(self) -> ItemId {
        self.item
    }
}

/// Whether an item only backs others: a source or a dispute.
pub(crate) fn backs(part: Part) -> bool {
    matches!(part, Part::Source(_) | Part::Dispute(_))
}

/// Consecutive items of a dossier with the same date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ItemRun {
    /// The first of them.
    pub(crate) item: ItemId,
    pub(crate) len: u32,
}

impl ItemRun {
    /// The first `len` items, and the others.
    pub(super) fn split(self, len: u32) -> (Self, Self) {
        let len = len.min(self.len);
        (Self { len, ..self }, Self { item: later(self.item, len), len: self.len - len })
    }
}

/// The items of a dossier in the order of the collection, where the dossier is at `place`.
pub(crate) fn runs(place: u32, dossier: &Dossier) -> impl Iterator<Item = ItemRun> + '_ {
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
    ItemId { part: item.part.at(item.part.place() + ahead), ..item }
}

/// How many items `item` is after `from` in the same list; `None` if it is not.
pub(crate) fn ahead(from: ItemId, item: ItemId) -> Option<u32> {
    let same_list = ItemId { part: from.part.at(item.part.place()), ..from } == item;
    item.part.place().checked_sub(from.part.place()).filter(|_| same_list)
}
