//! The open dossiers.

use super::{Address, Agreement, Date, Dossier, Event, Item, ItemId, Organisation, Source};
use std::sync::Arc;

/// All open dossiers. Immutable; shared by the screen, the search and the commands.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    dossiers: Vec<Arc<Dossier>>,
    beside: Option<Arc<Dossier>>,
}

impl Collection {
    /// The collection of these dossiers, whose ids must differ; the loader ensures this.
    pub fn new(dossiers: Vec<Arc<Dossier>>) -> Self {
        Self { dossiers, beside: None }
    }

    /// The place of the dossier beside the open ones in the ids of its items.
    pub const BESIDE: u32 = u32::MAX;

    /// The same collection with another dossier beside it, or none. Its items can be looked up and shown, but it is not one
    /// of the open dossiers and is neither counted nor searched.
    pub fn with_beside(&self, beside: Option<Arc<Dossier>>) -> Self {
        Self { dossiers: self.dossiers.clone(), beside }
    }

    /// The dossier beside the open ones.
    pub fn beside(&self) -> Option<&Arc<Dossier>> {
        self.beside.as_ref()
    }

    /// The dossiers whose memberships are shown, by place: only the one beside the open ones if there is one.
    pub fn compared(&self) -> impl Iterator<Item = (u32, &Arc<Dossier>)> {
        let open = if self.beside.is_none() { self.dossiers.as_slice() } else { &[] };
        (0u32..).zip(open).chain(self.beside.iter().map(|beside| (Self::BESIDE, beside)))
    }

    /// Whether `later` is this collection with more dossiers appended.
    pub fn is_part_of(&self, later: &Self) -> bool {
        let last = self.dossiers.len().checked_sub(1);
        last.is_none_or(|last| match (self.dossiers.get(last), later.dossiers.get(last)) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            _ => false,
        })
    }

    /// The dossiers in the order they were opened.
    pub fn dossiers(&self) -> &[Arc<Dossier>] {
        &self.dossiers
    }

    /// The dossier that has an item.
    pub fn dossier(&self, item: ItemId) -> Option<&Arc<Dossier>> {
        if item.dossier == Self::BESIDE { self.beside() } else { self.dossiers.get(item.dossier as usize) }
    }

    /// The item at an address.
    pub fn find(&self, address: &str) -> Option<ItemId> {
        let (dossier, local) = address.split_once('/').unwrap_or((address, ""));
        let place = self.dossiers.iter().position(|d| d.id == dossier)?;
        let part = self.dossiers.get(place)?.find(local)?;
        Some(ItemId { dossier: u32::try_from(place).ok()?, part })
    }

    /// The item at an address, or else the items at such an address without its dossier in each dossier.
    pub fn addressed(&self, address: &str) -> Vec<ItemId> {
        if let Some(item) = self.find(address) {
            return vec![item];
        }
        let local = (0u32..).zip(&self.dossiers);
        local.filter_map(|(dossier, held)| Some(ItemId { dossier, part: held.find(address)? })).collect()
    }

    /// The item with this id; `None` if it is not in the collection.
    pub fn item(&self, id: ItemId) -> Option<Item<'_>> {
        Item::of(self.dossier(id)?, id)
    }

    /// The address of an item.
    pub fn address(&self, item: ItemId) -> Option<Address> {
        Some(self.item(item)?.address())
    }

    /// The address of an item as text; empty if it is not in the collection.
    pub fn address_text(&self, item: ItemId) -> String {
        self.address(item).map(String::from).unwrap_or_default()
    }

    /// The source that an item is.
    pub fn source(&self, item: ItemId) -> Option<&Source> {
        self.item(item)?.source()
    }

    /// The agreement that an item is, or is a clause of.
    pub fn agreement(&self, item: ItemId) -> Option<&Agreement> {
        self.item(item)?.agreement()
    }

    /// The folder that the file of an item was found in, as it is shown; see [`Dossier::folder`].
    pub fn folder(&self, item: ItemId) -> Option<&str> {
        self.dossier(item)?.folder.as_deref()
    }

    /// The event that an item is.
    pub fn event(&self, item: ItemId) -> Option<&Event> {
        self.item(item)?.event()
    }

    /// Whether sources disagree about an item.
    pub fn is_disputed(&self, item: ItemId) -> bool {
        self.dossier(item).is_some_and(|dossier| dossier.is_disputed(item.part))
    }

    /// The organisation that an item is, and its dossier.
    pub fn organisation(&self, item: ItemId) -> Option<(&Dossier, &Organisation)> {
        let item = self.item(item)?;
        Some((item.dossier(), item.organisation()?))
    }

    /// The full title of an item.
    pub fn title(&self, item: ItemId) -> Option<&str> {
        Some(self.item(item)?.title())
    }

    /// The title of an item for lists: the short one of an agreement.
    pub fn list_title(&self, item: ItemId) -> Option<&str> {
        Some(self.item(item)?.list_title())
    }

    /// The date of an event, of the signing of an agreement, or of the publication of a source.
    pub fn date(&self, item: ItemId) -> Option<Date> {
        self.item(item)?.date()
    }
}
