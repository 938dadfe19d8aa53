//! The lists of things: what the panes and the commands list, in the same order.

use crate::model::{Collection, Dossier, ItemId, Kind, Part, Standing};
use std::cmp::Reverse;

use super::counts::sector_count;

/// An order of a list. A kind of item has some of them; asked for another, its list is in the usual one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Events and agreements oldest first, clauses with their agreements, sectors, sources and disputes as in the
    /// dossier, organisations with the shared ones first.
    #[default]
    Usual,
    /// Events and agreements, the newest first.
    NewestFirst,
    /// By title or name.
    ByName,
    /// Sectors with the most facts first, agreements with the most clauses first.
    MostFirst,
    /// Organisations by the start of what is shared.
    BySharedStart,
}

/// Every item of a kind, in an order of its list.
pub fn items(collection: &Collection, kind: Kind, order: Order) -> Vec<ItemId> {
    match kind {
        Kind::Event => events(collection, order),
        Kind::Agreement => agreements(collection, order),
        Kind::Clause => {
            let agreements = agreements(collection, order);
            agreements.into_iter().flat_map(|item| clauses_of(collection, item)).collect()
        }
        Kind::Sector => sectors(collection, order),
        Kind::Organisation => organisations(collection, order),
        Kind::Dispute => all(collection, |d| d.disputes.len(), Part::Dispute),
        Kind::Source => all(collection, |d| d.sources.len(), Part::Source),
    }
}

/// The clauses on record of an agreement, in the order of the instrument.
pub fn clauses_of(collection: &Collection, agreement: ItemId) -> impl Iterator<Item = ItemId> {
    let held = match agreement.part {
        Part::Agreement(a) => collection
            .dossier(agreement)
            .and_then(|d| d.agreement(a))
            .and_then(|found| u32::try_from(found.clauses.len()).ok())
            .map(|held| (a, held)),
        _ => None,
    };
    let (a, held) = held.unwrap_or_default();
    (0..held).map(move |c| ItemId { part: Part::Clause(a, c), ..agreement })
}

/// Every item of a list, dossier by dossier.
fn all(collection: &Collection, count: fn(&Dossier) -> usize, part: fn(u32) -> Part) -> Vec<ItemId> {
    let mut found = Vec::new();
    for (dossier, held) in (0u32..).zip(collection.dossiers()) {
        found.extend((0u32..).take(count(held)).map(|i| ItemId { dossier, part: part(i) }));
    }
    found
}

fn events(collection: &Collection, order: Order) -> Vec<ItemId> {
    let mut events = all(collection, |d| d.events.len(), Part::Event);
    events.sort_by_cached_key(|item| collection.date(*item));
    if order == Order::NewestFirst {
        events.reverse();
    }
    events
}

fn agreements(collection: &Collection, order: Order) -> Vec<ItemId> {
    let mut agreements = all(collection, |d| d.agreements.len(), Part::Agreement);
    match order {
        Order::NewestFirst => agreements.sort_by_cached_key(|item| Reverse(collection.date(*item))),
        Order::MostFirst => {
            agreements.sort_by_cached_key(|item| Reverse(clauses_of(collection, *item).count()));
        }
        Order::ByName => {
            agreements.sort_by_cached_key(|item| collection.list_title(*item).map(str::to_lowercase))
        }
        _ => agreements.sort_by_cached_key(|item| {
            let date = collection.date(*item);
            (date.is_none(), date)
        }),
    }
    agreements
}

fn sectors(collection: &Collection, order: Order) -> Vec<ItemId> {
    let mut sectors = all(collection, |d| d.sectors.len(), Part::Sector);
    match order {
        Order::MostFirst => sectors.sort_by_cached_key(|item| Reverse(sector_count(collection, *item))),
        Order::ByName => sectors.sort_by_cached_key(|item| collection.title(*item).map(str::to_lowercase)),
        _ => {}
    }
    sectors
}

/// The organisations whose memberships are looked at, in one of the orders of organisations: those of the dossier
/// beside the open ones alone, where there is one.
pub fn compared_organisations(collection: &Collection, order: Order) -> Vec<ItemId> {
    let mut found = Vec::new();
    for (dossier, held) in collection.compared() {
        let places = (0u32..).zip(&held.organisations).map(|(i, _)| Part::Organisation(i));
        found.extend(places.map(|part| ItemId { dossier, part }));
    }
    by_standing(collection, found, order)
}

fn organisations(collection: &Collection, order: Order) -> Vec<ItemId> {
    by_standing(collection, all(collection, |d| d.organisations.len(), Part::Organisation), order)
}

fn by_standing(collection: &Collection, mut organisations: Vec<ItemId>, order: Order) -> Vec<ItemId> {
    organisations.sort_by_cached_key(|item| {
        let found = collection.dossier(*item).and_then(|dossier| match item.part {
            Part::Organisation(i) => dossier.organisation(i).map(|organisation| (dossier, organisation)),
            _ => None,
        });
        let name = found.map(|(_, o)| o.list_name().to_lowercase());
        let alone = found.is_none_or(|(d, o)| d.standing(o) == Standing::OneSided);
        let since = found.and_then(|(d, o)| o.shared_since(&d.compares));
        match order {
            Order::BySharedStart => (alone, since.is_none(), since.map(|d| d.ends()), name),
            Order::ByName => (false, false, None, name),
            _ => (alone, false, None, None),
        }
    });
    organisations
}
