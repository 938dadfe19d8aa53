//! What the panes are narrowed to: an item, an agreement or a dossier, with all that belongs to it.

use super::pane::Pane;
use crate::insight::{clauses_of, of_item};
use crate::model::{Collection, ItemId, Kind, Part};
use std::collections::HashSet;

/// What the panes are narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// An item, chosen in its pane: that pane stays whole, so that its neighbours can be chosen.
    Item(ItemId),
    /// An agreement, chosen in the library.
    Agreement(ItemId),
    /// A dossier, by its place.
    Dossier(u32),
}

/// What the panes are narrowed to, and all that belongs to it.
#[derive(Clone, Debug)]
pub struct Narrowing {
    /// What it is.
    pub scope: Scope,
    kept: HashSet<ItemId>,
}

impl Narrowing {
    /// Narrows to an item: what belongs to it, and the sectors, agreements and organisations of its events. Narrows to
    /// a dossier: all that stands in it.
    pub fn new(collection: &Collection, scope: Scope) -> Self {
        let kept = match scope {
            Scope::Item(item) | Scope::Agreement(item) => Self::kept(collection, item),
            Scope::Dossier(_) => HashSet::new(),
        };
        Self { scope, kept }
    }

    fn kept(collection: &Collection, item: ItemId) -> HashSet<ItemId> {
        let at = |part: Part| ItemId { part, ..item };
        let related = of_item(collection, item);
        let mut kept: HashSet<ItemId> = related.parts().map(at).collect();
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

    /// The item that was chosen; none for a dossier.
    pub fn item(&self) -> Option<ItemId> {
        match self.scope {
            Scope::Item(item) | Scope::Agreement(item) => Some(item),
            Scope::Dossier(_) => None,
        }
    }

    /// Whether a pane is left whole.
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

    /// The clauses that it keeps, in their order.
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
