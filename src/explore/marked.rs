//! The marks with their notes, and which of them are of items that are open.

use crate::data::personal::{Change, Mark, Marks};
use crate::model::{Collection, ItemId, ItemMap, Kind};

/// What a list shows of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A mark.
    Marked,
    /// A mark with a note.
    Noted,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    marks: Marks,
    /// The changes that are being written, the oldest first.
    pending: Vec<Change>,
    /// The item of each mark, if it is open.
    items: Vec<Option<ItemId>>,
    signs: ItemMap<Sign>,
    /// The addresses that were marked since the start.
    fresh: Vec<String>,
}

impl Marked {
    /// The marks with their items, in the order of marking; `None` for what is not open.
    pub fn iter(&self) -> impl Iterator<Item = (&Mark, Option<ItemId>)> {
        self.marks.marks.iter().zip(self.items.iter().copied())
    }

    /// The mark at this place of the order.
    pub fn at(&self, place: usize) -> Option<(&Mark, Option<ItemId>)> {
        Some((self.marks.marks.get(place)?, self.items.get(place).copied().flatten()))
    }

    /// All marks.
    pub fn all(&self) -> &Marks {
        &self.marks
    }

    /// The number of marked items that are open.
    pub fn len(&self) -> usize {
        self.signs.len()
    }

    /// Whether nothing that is open is marked.
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// The sign of an item, if it is marked.
    pub fn sign(&self, item: ItemId) -> Option<Sign> {
        self.signs.get(&item).copied()
    }

    /// The mark of an item.
    pub fn of(&self, collection: &Collection, item: ItemId) -> Option<&Mark> {
        self.sign(item)?;
        self.marks.get(collection.address(item)?.as_str())
    }

    /// The note on an item.
    pub fn note(&self, collection: &Collection, item: ItemId) -> Option<&str> {
        self.of(collection, item).map(|mark| mark.note.as_str()).filter(|note| !note.is_empty())
    }

    /// What can be compared, in the order of marking: what was marked since the start and then, before it, the rest.
    pub(super) fn comparable(&self) -> (Vec<ItemId>, Vec<ItemId>) {
        let is_compared =
            |item: &ItemId| matches!(item.kind(), Kind::Agreement | Kind::Chapter | Kind::Clause);
        let open = self.iter().filter_map(|(mark, item)| Some((mark, item.filter(is_compared)?)));
        let (fresh, others): (Vec<_>, Vec<_>) =
            open.partition(|(mark, _)| self.fresh.contains(&mark.address));
        let items = |marks: Vec<(&Mark, ItemId)>| marks.into_iter().map(|(_, item)| item).collect();
        (items(fresh), items(others))
    }

    /// Finds the items again, after the collection has changed.
    pub(super) fn settle(&mut self, collection: &Collection) {
        self.items = self.marks.marks.iter().map(|mark| collection.find(&mark.address)).collect();
        let sign = |mark: &Mark| if mark.note.is_empty() { Sign::Marked } else { Sign::Noted };
        self.signs = self.iter().filter_map(|(mark, item)| Some((item?, sign(mark)))).collect();
    }

    /// Makes a change, which is then to be written.
    pub(super) fn change(&mut self, collection: &Collection, change: &Change) {
        self.fresh.retain(|address| address != change.address());
        if change.before.is_none() {
            self.fresh.push(change.address().to_owned());
        }
        self.marks.apply(change);
        self.pending.push(change.clone());
        self.settle(collection);
    }

    /// Takes over what the file holds after the oldest change that was being written, if one was.
    pub(super) fn take(&mut self, collection: &Collection, written: Option<&Change>, marks: Marks) {
        if self.pending.first() == written {
            self.pending.drain(..1.min(self.pending.len())).for_each(drop);
        }
        self.marks = marks;
        self.pending.iter().for_each(|change| self.marks.apply(change));
        self.settle(collection);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adding(address: &str) -> Change {
        let mark = Mark { address: address.to_owned(), ..Mark::default() };
        Change { before: None, after: Some(mark) }
    }

    fn addresses(marked: &Marked) -> Vec<&str> {
        marked.iter().map(|(mark, _)| mark.address.as_str()).collect()
    }

    #[test]
    fn what_is_being_written_stays_until_it_is_read_back() {
        let (nothing, mut marked) = (Collection::default(), Marked::default());
        let [a, b, other] = ["a", "b", "other"].map(adding);
        marked.change(&nothing, &a);
        marked.change(&nothing, &b);
        let mut file = Marks::default();
        file.apply(&other);
        file.apply(&a);
        marked.take(&nothing, Some(&a), file.clone());
        assert_eq!(addresses(&marked), ["other", "a", "b"]);
        file.apply(&b);
        marked.take(&nothing, Some(&b), file.clone());
        assert_eq!(addresses(&marked), ["other", "a", "b"]);
        // Read again, without a change: another copy has removed one.
        file.apply(&a.back());
        marked.take(&nothing, None, file);
        assert_eq!(addresses(&marked), ["other", "b"]);
    }
}
