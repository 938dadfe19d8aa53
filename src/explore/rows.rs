//! The rows of the panes: sorted, and filtered by a narrowing and a search.

use super::folds::Folds;
use super::narrowing::Narrowing;
use super::pane::{Pane, SortOrders};
use super::row::Row;
use crate::insight::{Order, compared_organisations, items};
use crate::model::{Collection, EventKind, ItemId, ItemMap, ItemSet, Kind};
use crate::search::Matches;
use std::borrow::Cow;
use std::collections::HashMap;

/// The filter of the panes' rows.
#[derive(Default)]
pub struct Filter<'a> {
    /// Keeps what the panes are narrowed to.
    narrowed: Option<&'a Narrowing>,
    /// Keeps the matches of a search.
    found: Option<Found>,
}

/// The matches of a search, prepared for look-ups.
struct Found {
    /// The listed clauses, in the order of the collection.
    clauses: Vec<ItemId>,
    /// The number of matching clauses, listed or not.
    total: usize,
    /// Matches that are not clauses.
    others: ItemSet,
    /// The agreements in the library.
    agreements: ItemSet,
}

/// The most matching clauses that are listed.
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
    /// A filter that keeps what the panes are narrowed to and what matches.
    pub fn new(narrowed: Option<&'a Narrowing>, matches: Option<&Matches>) -> Self {
        Self { narrowed, found: matches.map(Found::new) }
    }

    /// Whether it keeps everything.
    pub fn is_none(&self) -> bool {
        self.narrowed.is_none() && self.found.is_none()
    }

    /// Whether a pane keeps an item that is not a clause.
    fn keeps(&self, pane: Pane, item: ItemId) -> bool {
        self.narrowed.is_none_or(|n| n.keeps(pane, item))
            && self.found.as_ref().is_none_or(|found| found.others.contains(&item))
    }
}

/// Rows, and the number of items. There may be more items than rows: the list of a search is limited, so that a key
/// never waits for it.
pub struct Listing {
    /// The rows.
    pub rows: Vec<Row>,
    /// The number of clauses.
    pub clauses: usize,
    /// The number of other items.
    pub others: usize,
}

/// The rows of a pane.
pub fn rows(
    collection: &Collection,
    pane: Pane,
    sorts: &SortOrders,
    filter: &Filter<'_>,
    folds: &Folds,
) -> Listing {
    let (order, _) = sorts.order(pane);
    let kind = match pane {
        Pane::Timeline => Kind::Event,
        Pane::Clauses => return clauses(collection, order, filter, folds),
        Pane::Library => return library(collection, order, filter),
        Pane::Sectors => Kind::Sector,
        // The filter of the dossiers' panes does not apply to a pair. A search covers the open dossiers, not the pair.
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

/// Agreements with their clauses below them, in chapters that fold, and the points not on record. What a search or a
/// narrowing keeps of an agreement is listed without its chapters.
fn clauses(collection: &Collection, order: Order, filter: &Filter<'_>, folds: &Folds) -> Listing {
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
                Some(own) if filter.found.is_some() || own.len() < agreement.clauses.len() => {
                    rows.extend(own.iter().copied().map(Row::Item));
                }
                _ => folds.rows_of_agreement(collection, item, &mut rows),
            }
            if whole && filter.found.is_none() && agreement.missing() > 0 {
                rows.push(Row::Missing(item));
            }
        }
    }
    Listing { rows, clauses, others }
}

/// All agreements, or those that match a search or have a clause that does, by the folders that their files were found
/// in. The library is not narrowed, because the narrowing is chosen in it.
fn library(collection: &Collection, order: Order, filter: &Filter<'_>) -> Listing {
    let keeps = |item: &ItemId| filter.found.as_ref().is_none_or(|found| found.agreements.contains(item));
    let kept: Vec<ItemId> = items(collection, Kind::Agreement, order).into_iter().filter(keeps).collect();
    let others = kept.len();
    Listing { clauses: 0, others, rows: by_folder(collection, kept) }
}

/// Agreements below the folders that their files were found in, in the order in which those were opened; first those
/// whose files were named themselves.
fn by_folder(collection: &Collection, agreements: Vec<ItemId>) -> Vec<Row> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut folders: Vec<Vec<ItemId>> = vec![Vec::new()];
    // Of the place of a dossier the place of its folder.
    let of_dossiers: Vec<usize> = collection
        .dossiers()
        .iter()
        .map(|dossier| match dossier.folder.as_deref() {
            None => 0,
            Some(folder) => *places.entry(folder).or_insert_with(|| {
                folders.push(Vec::new());
                folders.len() - 1
            }),
        })
        .collect();
    for item in agreements {
        let place = of_dossiers.get(item.dossier as usize).copied().unwrap_or(0);
        folders.get_mut(place).into_iter().for_each(|own| own.push(item));
    }
    let mut rows = Vec::new();
    for (place, own) in folders.into_iter().enumerate() {
        let count = u32::try_from(own.len()).unwrap_or(u32::MAX);
        rows.extend(own.first().filter(|_| place > 0).map(|first| Row::Folder(*first, count)));
        rows.extend(own.into_iter().map(Row::Item));
    }
    rows
}

/// Clauses by agreement. They are in the order of the collection, so the clauses of one agreement are adjacent.
fn by_agreement(clauses: &[ItemId]) -> ItemMap<&[ItemId]> {
    let together = clauses.chunk_by(|a, b| a.agreement() == b.agreement());
    together.filter_map(|own| Some((own.first()?.agreement()?, own))).collect()
}

/// The clauses that the filter keeps, in the order of the collection, and their number; `None` if it keeps all.
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

/// The events of one kind in chronological order: a lane of the timeline chart.
pub fn lane(collection: &Collection, rows: &[Row], kind: EventKind) -> Vec<ItemId> {
    let of_kind = |item: &ItemId| collection.event(*item).is_some_and(|event| event.kind == kind);
    rows.iter().map(|row| row.item()).filter(of_kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::List;
    use crate::model::{Agreement, Dossier};
    use std::sync::Arc;

    fn dossier(id: &str, folder: Option<&str>) -> Arc<Dossier> {
        let agreement = Agreement { id: id.to_owned(), title: id.to_owned(), ..Agreement::default() };
        let mut dossier = Dossier::of_one_agreement(agreement);
        dossier.folder = folder.map(Arc::from);
        Arc::new(dossier.arrange())
    }

    #[test]
    fn the_library_is_grouped_by_folders() {
        let dossiers = [("b", Some("in/")), ("a", Some("in/")), ("c", Some("in/deep/")), ("z", None)];
        let collection =
            Collection::new(dossiers.into_iter().map(|(id, folder)| dossier(id, folder)).collect());
        let mut sorts = SortOrders::default();
        while sorts.order(Pane::Library).0 != Order::ByName {
            sorts.advance(Pane::Library);
        }
        let listing = rows(&collection, Pane::Library, &sorts, &Filter::default(), &Folds::default());
        let shown: Vec<String> = listing
            .rows
            .iter()
            .map(|row| match row {
                Row::Folder(first, held) => format!("{} {held}", collection.folder(*first).unwrap()),
                row => collection.title(row.item()).unwrap().to_owned(),
            })
            .collect();
        assert_eq!(shown, ["z", "in/ 2", "a", "b", "in/deep/ 1", "c"]);
        let mut list = List::new(Pane::Library, listing);
        assert_eq!((list.count(Kind::Agreement), list.number(5)), (4, Some(4)));
        // A heading is passed by, in the direction of the way.
        list.select_at(1);
        assert_eq!(list.selected, 2);
        list.select_at(1);
        assert_eq!(list.selected, 0);
    }
}
