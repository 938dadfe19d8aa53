//! What is exported.

use crate::insight::{self, Extent, Order, clauses_of, excerpt};
use crate::model::{Collection, Dossier, ItemId, ItemSet, Kind};
use crate::text::count;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The order of kinds in a file; clauses follow their agreement.
const ORDER: [Kind; 6] =
    [Kind::Agreement, Kind::Event, Kind::Sector, Kind::Organisation, Kind::Dispute, Kind::Source];

/// What is exported.
pub struct Selection<'a> {
    pub(super) collection: &'a Collection,
    /// Kind by kind, each in its usual order.
    pub(super) items: Vec<ItemId>,
    /// Whether something open is left out.
    is_part: bool,
    /// How much is written of an agreement of which only clauses are selected.
    extent: Extent,
}

impl<'a> Selection<'a> {
    /// Everything open for which `wanted` holds.
    pub fn new(collection: &'a Collection, wanted: impl Fn(ItemId) -> bool) -> Self {
        let of_kind = |kind: &Kind| insight::items(collection, *kind, Order::Usual);
        let with_clauses = |item: ItemId| std::iter::once(item).chain(clauses_of(collection, item));
        let mut is_part = false;
        let kept = ORDER.iter().flat_map(of_kind).flat_map(with_clauses).filter(|item| {
            let keep = wanted(*item);
            is_part |= !keep;
            keep
        });
        let kept = kept.collect();
        Self { collection, items: kept, is_part, extent: Extent::Whole }
    }

    /// These items alone: agreements and chapters with their clauses, of other agreements only the clauses that are named.
    pub fn only(collection: &'a Collection, named: impl IntoIterator<Item = ItemId>) -> Self {
        let with_clauses = |item: ItemId| std::iter::once(item).chain(clauses_of(collection, item));
        let items: ItemSet = named.into_iter().flat_map(with_clauses).collect();
        Self { extent: Extent::Wanted, ..Self::new(collection, |item| items.contains(&item)) }
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The dossiers of which something is selected; all of them if nothing is left out.
    pub fn dossiers(&self) -> Vec<(u32, &'a Arc<Dossier>)> {
        let touched: BTreeSet<u32> = self.items.iter().map(|item| item.dossier).collect();
        let all = (0u32..).zip(self.collection.dossiers());
        all.filter(|(place, _)| !self.is_part || touched.contains(place)).collect()
    }

    /// The agreements of which the text or a clause is selected.
    pub(super) fn agreements(&self) -> BTreeSet<ItemId> {
        self.items.iter().filter_map(|item| item.agreement()).collect()
    }

    /// The agreement that the selection is about, if it is one agreement and its clauses and nothing else.
    pub(super) fn alone(&self) -> Option<ItemId> {
        let agreements = self.agreements();
        let is_alone = agreements.len() == 1 && self.items.iter().all(|item| item.agreement().is_some());
        agreements.first().copied().filter(|_| is_alone)
    }

    /// The selection in words: `Azerbaijan – Kyrgyzstan`, or how many dossiers.
    pub(super) fn title(&self) -> String {
        let dossiers = self.dossiers();
        match dossiers.as_slice() {
            [(_, one)] => one.title.clone(),
            several => count(several.len(), "dossier", "dossiers"),
        }
    }

    /// What is selected of a dossier, with everything it refers to.
    pub(super) fn of_dossier(&self, place: u32, dossier: &'a Dossier) -> Cow<'a, Dossier> {
        if !self.is_part {
            return Cow::Borrowed(dossier);
        }
        let wanted = self.items.iter().filter(|item| item.dossier == place).map(|item| item.part);
        Cow::Owned(excerpt(dossier, wanted, self.extent))
    }
}

/// The heading for a kind of item.
pub(super) fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Agreement | Kind::Chapter | Kind::Clause => "Agreements and clauses",
        Kind::Event => "Timeline",
        Kind::Sector => "Sectors",
        Kind::Organisation => "Memberships",
        Kind::Dispute => "Disputes",
        Kind::Source => "Sources",
    }
}
