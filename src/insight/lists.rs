//! The lists that panes and commands share, in the same order.

use crate::model::{Collection, Dossier, ItemId, Kind, Part, Standing};
use std::cmp::Reverse;
use std::sync::Arc;

use super::counts::sector_count;

/// A sort order. Each kind of item supports some of them; others mean the usual one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Events and agreements oldest first, clauses and chapters with their agreements, organisations with the shared ones first,
    /// everything else as in the dossier.
    #[default]
    Usual,
    /// Events and agreements, newest first.
    NewestFirst,
    /// By title or name.
    ByName,
    /// Sectors with the most facts first, agreements with the most clauses first.
    MostFirst,
    /// Organisations by the date since when they are shared.
    BySharedStart,
}

/// Every item of a kind, in this order.
pub fn items(collection: &Collection, kind: Kind, order: Order) -> Vec<ItemId> {
    match kind {
        Kind::Event => events(collection, order),
        Kind::Agreement => agreements(collection, order),
        Kind::Clause => {
            let agreements = agreements(collection, order);
            agreements.into_iter().flat_map(|item| clauses_of(collection, item)).collect()
        }
        Kind::Chapter => {
            let agreements = agreements(collection, order);
            agreements.into_iter().flat_map(|item| chapters_of(collection, item)).collect()
        }
        Kind::Sector => sectors(collection, order),
        Kind::Organisation => organisations(collection, order),
        Kind::Dispute | Kind::Source => all(collection, kind),
    }
}

/// The clauses on record of an agreement or a chapter, in the order of the instrument.
pub fn clauses_of(collection: &Collection, item: ItemId) -> impl Iterator<Item = ItemId> {
    let of = collection.item(item);
    let (agreement, chapter) = match item.part {
        Part::Agreement(a) => (of.and_then(|of| of.agreement()).map(|found| found.parts(a)), None),
        Part::Chapter(a, _) => (None, of.and_then(|of| of.chapter()).map(|found| found.parts(a))),
        _ => (None, None),
    };
    let parts = agreement.into_iter().flatten().chain(chapter.into_iter().flatten());
    parts.map(move |part| ItemId { part, ..item })
}

/// The chapters of an agreement, each before those in it.
pub fn chapters_of(collection: &Collection, agreement: ItemId) -> impl Iterator<Item = ItemId> {
    let chapters = match agreement.part {
        Part::Agreement(a) => collection.dossier(agreement).map(|dossier| dossier.chapters(a)),
        _ => None,
    };
    chapters.into_iter().flatten().map(move |part| ItemId { part, ..agreement })
}

/// Every item of a kind, dossier by dossier.
fn all(collection: &Collection, kind: Kind) -> Vec<ItemId> {
    let of_dossier = |(dossier, held): (u32, &Arc<Dossier>)| ids(dossier, held, kind);
    (0u32..).zip(collection.dossiers()).flat_map(of_dossier).collect()
}

fn ids(dossier: u32, held: &Dossier, kind: Kind) -> impl Iterator<Item = ItemId> + use<> {
    held.parts(kind).into_iter().map(move |part| ItemId { dossier, part })
}

fn events(collection: &Collection, order: Order) -> Vec<ItemId> {
    let mut events = all(collection, Kind::Event);
    events.sort_by_cached_key(|item| collection.date(*item));
    if order == Order::NewestFirst {
        events.reverse();
    }
    events
}

fn agreements(collection: &Collection, order: Order) -> Vec<ItemId> {
    let mut agreements = all(collection, Kind::Agreement);
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
    let mut sectors = all(collection, Kind::Sector);
    match order {
        Order::MostFirst => sectors.sort_by_cached_key(|item| Reverse(sector_count(collection, *item))),
        Order::ByName => sectors.sort_by_cached_key(|item| collection.title(*item).map(str::to_lowercase)),
        _ => {}
    }
    sectors
}

/// The organisations whose memberships are shown, in this order: only those of the dossier beside the open ones if
/// there is one.
pub fn compared_organisations(collection: &Collection, order: Order) -> Vec<ItemId> {
    let all = collection.compared().flat_map(|(dossier, held)| ids(dossier, held, Kind::Organisation));
    by_standing(collection, all.collect(), order)
}

fn organisations(collection: &Collection, order: Order) -> Vec<ItemId> {
    by_standing(collection, all(collection, Kind::Organisation), order)
}

fn by_standing(collection: &Collection, mut organisations: Vec<ItemId>, order: Order) -> Vec<ItemId> {
    organisations.sort_by_cached_key(|item| {
        let found = collection.item(*item).and_then(|item| Some((item.dossier(), item.organisation()?)));
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
