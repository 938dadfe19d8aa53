//! The addresses that people read and quote, and the ids that the program uses for the same items.

use super::words;
use foldhash::fast::RandomState;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt;

words! {
    /// The kind of an item.
    Kind {
        /// A clause of an agreement.
        Clause => "clause",
        /// An agreement.
        Agreement => "agreement",
        /// A part, a chapter or a section of an agreement.
        Chapter => "chapter",
        /// An event.
        Event => "event",
        /// A sector of cooperation.
        Sector => "sector",
        /// An organisation.
        Organisation => "organisation",
        /// A disagreement of sources.
        Dispute => "dispute",
        /// A source.
        Source => "source",
    }
}

/// A part of a dossier, by its place in the lists of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An agreement.
    Agreement(u32),
    /// A chapter: the place of its agreement, and its place in the outline of it.
    Chapter(u32, u32),
    /// A clause: the place of its agreement, and its place in it.
    Clause(u32, u32),
    /// An event.
    Event(u32),
    /// A sector.
    Sector(u32),
    /// An organisation.
    Organisation(u32),
    /// A dispute.
    Dispute(u32),
    /// A source.
    Source(u32),
}

impl Part {
    /// Its kind.
    pub fn kind(self) -> Kind {
        match self {
            Self::Agreement(_) => Kind::Agreement,
            Self::Chapter(..) => Kind::Chapter,
            Self::Clause(..) => Kind::Clause,
            Self::Event(_) => Kind::Event,
            Self::Sector(_) => Kind::Sector,
            Self::Organisation(_) => Kind::Organisation,
            Self::Dispute(_) => Kind::Dispute,
            Self::Source(_) => Kind::Source,
        }
    }

    /// Its place in its list, which for a clause or a chapter is the list of its agreement.
    pub fn place(self) -> u32 {
        match self {
            Self::Agreement(place)
            | Self::Clause(_, place)
            | Self::Chapter(_, place)
            | Self::Event(place)
            | Self::Sector(place)
            | Self::Organisation(place)
            | Self::Dispute(place)
            | Self::Source(place) => place,
        }
    }

    /// The part at another place of its list.
    pub fn at(self, place: u32) -> Self {
        match self {
            Self::Agreement(_) => Self::Agreement(place),
            Self::Clause(agreement, _) => Self::Clause(agreement, place),
            Self::Chapter(agreement, _) => Self::Chapter(agreement, place),
            Self::Event(_) => Self::Event(place),
            Self::Sector(_) => Self::Sector(place),
            Self::Organisation(_) => Self::Organisation(place),
            Self::Dispute(_) => Self::Dispute(place),
            Self::Source(_) => Self::Source(place),
        }
    }
}

/// An item of a collection: the place of its dossier, and its place in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    /// The place of the dossier.
    pub dossier: u32,
    /// The part of the dossier.
    pub part: Part,
}

/// A set of items. Places are the program's own numbers, so a fast hash is safe: no file can make them collide.
pub type ItemSet = HashSet<ItemId, RandomState>;

/// A map from items, with the same hash.
pub type ItemMap<T> = HashMap<ItemId, T, RandomState>;

/// A map from parts of a dossier, with the same hash.
pub type PartMap<T> = HashMap<Part, T, RandomState>;

impl ItemId {
    /// Its kind.
    pub fn kind(self) -> Kind {
        self.part.kind()
    }

    /// The agreement that it is, or that it is a clause or a chapter of.
    pub fn agreement(self) -> Option<Self> {
        match self.part {
            Part::Agreement(i) | Part::Clause(i, _) | Part::Chapter(i, _) => {
                Some(Self { part: Part::Agreement(i), ..self })
            }
            _ => None,
        }
    }
}

/// An address as people write it: `dossier/id`, `dossier/agreement.clause`, `dossier/agreement.chapter`,
/// `dossier/organisation:PARTY`. In a dossier of one foreign agreement, `dossier` is the agreement, `dossier/clause` a clause
/// and `dossier/chapter` a chapter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The address of the item with this id in a dossier. An empty id means the only agreement of the dossier.
    pub fn new(dossier: &str, local: &str) -> Self {
        if local.is_empty() { Self(dossier.to_owned()) } else { Self(format!("{dossier}/{local}")) }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A foreign id as part of an address: each byte other than `A-Z a-z 0-9 _ . -` becomes `%` and two hexadecimal digits.
pub fn escape_id(id: &str) -> Cow<'_, str> {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-');
    if id.bytes().all(is_plain) {
        return Cow::Borrowed(id);
    }
    let mut out = String::with_capacity(id.len() * 2);
    for byte in id.bytes() {
        if is_plain(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Cow::Owned(out)
}

/// Inverse of [`escape_id`]; returns the input if it is not an escaped id.
pub fn unescape_id(escaped: &str) -> Cow<'_, str> {
    if !escaped.contains('%') {
        return Cow::Borrowed(escaped);
    }
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let code = pair.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = after.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(escaped), Cow::Owned)
}

/// Makes repeated ids unique.
#[derive(Debug, Default)]
pub struct UniqueIds(HashMap<String, usize>);

impl UniqueIds {
    /// The id itself the first time, then the first that is free of `id~2`, `id~3` if `mark` is `~`.
    pub fn unique(&mut self, id: &str, mark: char) -> String {
        let Some(mut times) = self.0.get(id).copied() else {
            self.0.insert(id.to_owned(), 1);
            return id.to_owned();
        };
        let free = loop {
            times += 1;
            let own = format!("{id}{mark}{times}");
            if !self.0.contains_key(&own) {
                break own;
            }
        };
        self.0.insert(id.to_owned(), times);
        self.0.insert(free.clone(), 1);
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn foreign_ids_are_safe_in_an_address() {
        for (id, escaped) in
            [("a39135", "a39135"), ("art_5__para_2", "art_5__para_2"), ("a b/ə", "a%20b%2F%C9%99")]
        {
            assert_eq!(escape_id(id), escaped);
        }
        assert_eq!(unescape_id("100%"), "100%");
    }

    proptest! {
        #[test]
        fn ids_are_unique_whatever_they_look_like(ids in prop::collection::vec("a(-[23]){0,2}", 0..12)) {
            let mut taken = UniqueIds::default();
            let own: std::collections::HashSet<String> = ids.iter().map(|id| taken.unique(id, '-')).collect();
            prop_assert_eq!(own.len(), ids.len());
        }

        #[test]
        fn escaping_loses_nothing(id in "\\PC{0,20}") {
            let escaped = escape_id(&id);
            prop_assert_eq!(unescape_id(&escaped), id.as_str());
        }
    }
}
