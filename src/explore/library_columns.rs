//! The columns of the library, and which of them hold anything.

use crate::model::{Agreement, Collection};

/// A column of the library beside date and title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryColumn {
    /// How well it was read from a file that is only print.
    Read,
    /// The clauses on record.
    Clauses,
    /// What kind of file that was.
    From,
    /// The parties.
    Parties,
    /// The language.
    Language,
    /// The kind of instrument.
    Kind,
    /// The status.
    Status,
}

impl LibraryColumn {
    /// All columns, the most informative first.
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Clauses, Self::From, Self::Parties, Self::Language, Self::Kind, Self::Status];

    /// The columns that hold something for any of the agreements.
    pub(super) fn held_by(collection: &Collection) -> Vec<Self> {
        let agreements = || collection.dossiers().iter().flat_map(|dossier| &dossier.agreements);
        Self::ALL
            .into_iter()
            .filter(|column| agreements().any(|agreement| column.is_held(agreement)))
            .collect()
    }

    fn is_held(self, agreement: &Agreement) -> bool {
        match self {
            Self::Read | Self::From => agreement.reading.is_some(),
            Self::Clauses => !agreement.clauses.is_empty() || agreement.points.is_some(),
            Self::Parties => !agreement.parties.is_empty(),
            Self::Language => agreement.language.is_some(),
            Self::Kind => agreement.kind_word().is_some(),
            Self::Status => agreement.status.is_some(),
        }
    }
}
