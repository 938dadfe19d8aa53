//! Names of places in the document.

use crate::insight::chapters_of;
use crate::model::{ItemId, Kind};
use crate::report::export::selection::{Selection, heading};
use std::collections::{HashMap, HashSet};

/// No name of a bookmark is longer.
const LONGEST: usize = 40;

/// The bookmarks of the document: each item by its address, as far as a name may have it, and each group.
pub(super) struct Bookmarks(HashMap<ItemId, (usize, String)>);

impl Bookmarks {
    /// Names for everything that may have a place: what is selected, and the sources that it cites.
    pub(super) fn of(selection: &Selection<'_>) -> Self {
        let collection = selection.collection;
        let (mut names, mut taken) = (HashMap::new(), HashSet::new());
        let sources = selection.dossiers().into_iter().flat_map(|(place, dossier)| {
            dossier.parts(Kind::Source).into_iter().map(move |part| ItemId { dossier: place, part })
        });
        let chapters = selection.agreements().into_iter().flat_map(|item| chapters_of(collection, item));
        for item in selection.items.iter().copied().chain(chapters).chain(sources) {
            let id = names.len() + 1;
            names.entry(item).or_insert_with(|| (id, name(&collection.address_text(item), &mut taken)));
        }
        Self(names)
    }

    /// The id and the name of an item; `None` if it has no place.
    pub(super) fn of_item(&self, item: ItemId) -> Option<&(usize, String)> {
        self.0.get(&item)
    }

    /// The id and the name of a group. No address begins like it, as `_` is in none.
    pub(super) fn of_group(&self, name: &str) -> (usize, String) {
        let kinds = Kind::ALL.iter().position(|kind| heading(*kind) == name).unwrap_or_default();
        (self.0.len() + 1 + kinds, format!("group__{}", name.to_lowercase().replace(' ', "_")))
    }
}

/// An address as the name of a bookmark: letters, digits and `_`, the first a letter, at most 40.
fn name(address: &str, taken: &mut HashSet<String>) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let plain: String = address.chars().map(sign).collect();
    let begins = plain.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let plain = if begins { plain } else { format!("a{plain}") };
    let cut = |room: usize| -> String { plain.chars().take(room).collect() };
    let mut own = cut(LONGEST);
    let mut more = 1;
    while !taken.insert(own.to_lowercase()) {
        more += 1;
        let tail = format!("_{more}");
        own = cut(LONGEST - tail.len()) + &tail;
    }
    own
}
