//! Items that the palette goes to: those with the typed words in their titles, and those that were open.

use crate::insight::{agreement_among, numbered};
use crate::model::{Collection, Item, ItemId, Kind, Thing};
use crate::search::Matches;
use crate::text::{capitalised, start_of_word};
use std::ops::Range;

/// The most items of one kind, so that many clauses leave room for an organisation.
const OF_A_KIND: usize = 5;

/// The most items that were open.
const RECENT: usize = 5;

/// An item to go to.
#[derive(Clone, Debug)]
pub struct Jump {
    /// The item.
    pub item: ItemId,
    /// Its kind, or why it is here.
    pub label: String,
    /// Its title.
    pub title: String,
    /// The matched ranges of the title.
    pub matched: Vec<Range<usize>>,
    /// What tells it from others of that title: its agreement, date, dossier or publisher.
    pub aside: String,
}

impl Jump {
    fn new(collection: &Collection, item: Item<'_>) -> Self {
        Self {
            item: item.id(),
            label: capitalised(item.kind().word()),
            title: numbered(item),
            matched: Vec::new(),
            aside: aside(collection, item),
        }
    }

    /// The item at the address that was typed.
    pub(super) fn to_address(collection: &Collection, item: ItemId) -> Option<Self> {
        let item = collection.item(item)?;
        Some(Self {
            label: "Address".to_owned(),
            aside: item.address().into(),
            ..Self::new(collection, item)
        })
    }
}

fn aside(collection: &Collection, item: Item<'_>) -> String {
    match item.thing() {
        Thing::Chapter(_) | Thing::Clause(_) => agreement_among(collection, item).unwrap_or_default(),
        Thing::Agreement(_) | Thing::Event(_) => item.shown_date(),
        Thing::Source(source) => source.publisher.clone(),
        Thing::Sector(_) | Thing::Organisation(_) | Thing::Dispute(_) => match collection.dossiers() {
            [_] => String::new(),
            _ => item.dossier().title.clone(),
        },
    }
}

/// The best matches with the start of every typed word in the title, by kind: agreements, then what is in them, then the
/// others.
pub(super) fn jumps(collection: &Collection, matches: &Matches, typed: &str) -> Vec<Jump> {
    let typed = typed.to_lowercase();
    let mut found: Vec<Jump> = Vec::new();
    for found_item in matches.ranked().iter().take_while(|found| found.words == matches.words()) {
        let Some(item) = collection.item(found_item.item) else { continue };
        if found.iter().filter(|jump| jump.item.kind() == item.kind()).count() >= OF_A_KIND {
            continue;
        }
        let mut jump = Jump::new(collection, item);
        let title = jump.title.to_lowercase();
        let matched = matches.highlight(&jump.title);
        let is_named = typed.split_whitespace().all(|word| start_of_word(&title, word).is_some());
        if is_named || matched.len() >= matches.words() {
            jump.matched = matched;
            found.push(jump);
        }
    }
    found.sort_by_key(|jump| order(jump.item.kind()));
    found
}

fn order(kind: Kind) -> usize {
    let kinds = [
        Kind::Agreement,
        Kind::Chapter,
        Kind::Clause,
        Kind::Sector,
        Kind::Organisation,
        Kind::Event,
        Kind::Dispute,
        Kind::Source,
    ];
    kinds.iter().position(|own| *own == kind).unwrap_or(kinds.len())
}

/// The items that were open, the newest first, each once.
pub(super) fn recent(collection: &Collection, places: impl Iterator<Item = ItemId>) -> Vec<Jump> {
    let mut found: Vec<Jump> = Vec::new();
    for item in places.filter_map(|item| collection.item(item)) {
        if found.len() < RECENT && !found.iter().any(|jump| jump.item == item.id()) {
            found.push(Jump { label: "Recent".to_owned(), ..Jump::new(collection, item) });
        }
    }
    found
}
