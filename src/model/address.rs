//! Addresses that people read and quote, and the ids that the program uses for the same things.

use super::words;
use std::fmt;

words! {
    /// What kind of thing an item is.
    Kind {
        /// A clause of an agreement.
        Clause => "clause",
        /// An agreement.
        Agreement => "agreement",
        /// An event.
        Event => "event",
        /// A field of cooperation.
        Sector => "sector",
        /// An organisation.
        Organisation => "organisation",
        /// A disagreement of sources.
        Dispute => "dispute",
        /// A source.
        Source => "source",
    }
}

/// A thing in a dossier, by its place in the dossier's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An agreement.
    Agreement(u32),
    /// A clause: its agreement and its place in it.
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
    /// What kind of thing it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Agreement(_) => Kind::Agreement,
            Self::Clause(..) => Kind::Clause,
            Self::Event(_) => Kind::Event,
            Self::Sector(_) => Kind::Sector,
            Self::Organisation(_) => Kind::Organisation,
            Self::Dispute(_) => Kind::Dispute,
            Self::Source(_) => Kind::Source,
        }
    }
}

/// A thing in the collection: its dossier's place, and its place in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    /// Which dossier.
    pub dossier: u32,
    /// Which part of it.
    pub part: Part,
}

impl ItemId {
    /// What kind of thing it is.
    pub fn kind(self) -> Kind {
        self.part.kind()
    }
}

/// An address as people write it: `dossier`, `dossier/id`, `dossier/agreement.clause`, `dossier/organisation:PARTY`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The address of a thing with this id in this dossier.
    pub fn new(dossier: &str, local: &str) -> Self {
        Self(format!("{dossier}/{local}"))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
