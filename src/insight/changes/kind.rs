//! The kinds of entries, with their lists in the format and the words for them.

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// The dossier itself, without its lists.
    Dossier,
    /// An agreement, without its clauses.
    Agreement,
    /// A clause.
    Clause,
    /// An event.
    Event,
    /// The membership of a party in an organisation.
    Membership,
    /// An organisation, without its memberships.
    Organisation,
    /// A sector.
    Sector,
    /// A source.
    Source,
    /// A dispute.
    Dispute,
    /// A place.
    Place,
    /// A party.
    Party,
    /// A person.
    Person,
    /// A lint that is switched off.
    Allowance,
}

impl EntryKind {
    /// All, those first that others refer to by their ids.
    pub(super) const BY_REFERENCE: [Self; 13] = [
        Self::Party,
        Self::Place,
        Self::Source,
        Self::Sector,
        Self::Organisation,
        Self::Agreement,
        Self::Clause,
        Self::Event,
        Self::Membership,
        Self::Dispute,
        Self::Person,
        Self::Allowance,
        Self::Dossier,
    ];

    /// The list of the format that has these entries; empty for the dossier.
    pub fn list(self) -> &'static str {
        match self {
            Self::Dossier => "",
            Self::Agreement => "agreements",
            Self::Clause => "clauses",
            Self::Event => "events",
            Self::Membership => "memberships",
            Self::Organisation => "organisations",
            Self::Sector => "sectors",
            Self::Source => "sources",
            Self::Dispute => "disputes",
            Self::Place => "places",
            Self::Party => "parties",
            Self::Person => "people",
            Self::Allowance => "allow",
        }
    }

    /// The word for one of them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Agreement => "agreement",
            Self::Clause => "clause",
            Self::Event => "event",
            Self::Membership => "membership",
            Self::Organisation => "organisation",
            Self::Sector => "sector",
            Self::Source => "source",
            Self::Dispute => "dispute",
            Self::Place => "place",
            Self::Party => "party",
            Self::Person => "person",
            Self::Allowance => "allowance",
        }
    }

    /// The heading that they are listed under; clauses are listed below their agreements.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Dossier => "Dossier",
            Self::Agreement | Self::Clause => "Agreements and clauses",
            Self::Event => "Events",
            Self::Membership => "Memberships",
            Self::Organisation => "Organisations",
            Self::Sector => "Sectors",
            Self::Source => "Sources",
            Self::Dispute => "Disputes",
            Self::Place => "Places",
            Self::Party => "Parties",
            Self::Person => "People",
            Self::Allowance => "Lints switched off",
        }
    }

    /// Whether people call one by its name where others refer to it.
    pub(super) fn is_called_by_name(self) -> bool {
        use EntryKind::{Agreement, Event, Organisation, Party, Place, Sector};
        matches!(self, Agreement | Event | Organisation | Party | Place | Sector)
    }

    /// Whether an id, which can be changed alone, is all that tells one from another.
    pub(super) fn has_own_id(self) -> bool {
        !matches!(self, Self::Dossier | Self::Membership | Self::Person | Self::Allowance)
    }
}
