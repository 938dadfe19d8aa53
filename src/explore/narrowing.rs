//! What the panes are filtered by: an item, an agreement or a dossier, with everything that belongs to it.

use super::pane::Pane;
use crate::insight::{clauses_of, of_item, rest_of_package};
use crate::model::{Collection, ItemId, ItemSet, Kind, Part};

/// What the panes are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// An item chosen in its pane. That pane still lists everything, so that other items can be chosen.
    Item(ItemId),
    /// An agreement, chosen in the library.
    Agreement(ItemId),
    /// The dossier at this index.
    Dossier(u32),
}

/// Whether the panes can be filtered by an item.
pub fn can_narrow(item: ItemId) -> bool {
    // Items of the pair beside the open dossiers are not linked to their panes.
    item.dossier != Collection::BESIDE
        && matches!(item.kind(), Kind::Sector | Kind::Organisation | Kind::Agreement)
}

/// A filter of the panes, and everything that it keeps.
#[derive(Clone, Debug)]
pub struct Narrowing {
    /// What the panes are filtered by.
    pub scope: Scope,
    kept: ItemSet,
}

impl Narrowing {
    /// Filters by an item: keeps what belongs to it, and the sectors, agreements and organisations of its events.
    /// Filters by a dossier: keeps everything in it.
    pub fn new(collection: &Collection, scope: Scope) -> Self {
        let kept = match scope {
            Scope::Item(item) | Scope::Agreement(item) => Self::kept(collection, item),
            Scope::Dossier(_) => ItemSet::default(),
        };
        Self { scope, kept }
    }

    fn kept(collection: &Collection, item: ItemId) -> ItemSet {
        let at = |part: Part| ItemId { part, ..item };
        let related = of_item(collection, item);
        let mut kept: ItemSet = related.parts().chain(rest_of_package(collection, item)).map(at).collect();
        let events = related.events.iter().chain(related.done_since.iter().map(|r| &r.part));
        for event in events.filter(|part| part.kind() == Kind::Event) {
            let of_event = of_item(collection, at(*event));
            kept.extend(
                of_event.sectors.into_iter().chain(of_event.agreements).chain(of_event.organisations).map(at),
            );
        }
        kept.insert(item);
        kept
    }

    /// The chosen item; `None` for a dossier.
    pub fn item(&self) -> Option<ItemId> {
        match self.scope {
            Scope::Item(item) | Scope::Agreement(item) => Some(item),
            Scope::Dossier(_) => None,
        }
    }

    /// Whether a pane is not filtered.
    pub(super) fn spares(&self, pane: Pane) -> bool {
        matches!(self.scope, Scope::Item(item) if Pane::of(item.kind()) == Some(pane))
    }

    /// Whether a pane keeps an item.
    pub(super) fn keeps(&self, pane: Pane, item: ItemId) -> bool {
        match self.scope {
            Scope::Dossier(place) => item.dossier == place,
            _ => self.spares(pane) || self.kept.contains(&item),
        }
    }

    /// The clauses that it keeps, in order.
    pub(super) fn clauses(&self, collection: &Collection) -> Vec<ItemId> {
        let mut found: Vec<ItemId> = match self.scope {
            Scope::Agreement(agreement) => clauses_of(collection, agreement).collect(),
            Scope::Dossier(dossier) => {
                let agreements =
                    collection.dossiers().get(dossier as usize).map_or(0, |d| d.agreements.len());
                let agreements =
                    (0u32..).take(agreements).map(|a| ItemId { dossier, part: Part::Agreement(a) });
                agreements.flat_map(|agreement| clauses_of(collection, agreement)).collect()
            }
            Scope::Item(_) => self.kept.iter().filter(|i| i.kind() == Kind::Clause).copied().collect(),
        };
        found.sort_unstable();
        found
    }
}
