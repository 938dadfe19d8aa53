//! What an agreement calls itself.

use super::words;
use crate::text::fold::fold;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

words! {
    /// A kind of agreement that is known to the format.
    AgreementKind {
        /// A treaty.
        Treaty => "treaty",
        /// A declaration.
        Declaration => "declaration",
        /// A memorandum.
        Memorandum => "memorandum",
        /// A protocol.
        Protocol => "protocol",
        /// A statement.
        Statement => "statement",
        /// A decision.
        Decision => "decision",
        /// A programme.
        Programme => "programme",
        /// An agreement.
        Agreement => "agreement",
        /// A plan.
        Plan => "plan",
        /// A roadmap.
        Roadmap => "roadmap",
        /// An addendum.
        Addendum => "addendum",
        /// A convention.
        Convention => "convention",
        /// A charter.
        Charter => "charter",
        /// A covenant.
        Covenant => "covenant",
        /// A pact.
        Pact => "pact",
        /// A statute.
        Statute => "statute",
        /// A constitution.
        Constitution => "constitution",
        /// An exchange of notes or letters.
        ExchangeOfNotes => "exchange of notes",
        /// A final act.
        FinalAct => "final act",
        /// A resolution.
        Resolution => "resolution",
        /// An arrangement.
        Arrangement => "arrangement",
        /// An understanding.
        Understanding => "understanding",
        /// A concordat.
        Concordat => "concordat",
        /// A communiqué.
        Communique => "communiqué",
        /// A compact.
        Compact => "compact",
        /// A modus vivendi.
        ModusVivendi => "modus vivendi",
    }
}

impl AgreementKind {
    /// The kind with this word, in any case and with blanks, hyphens, underscores or nothing between its parts.
    pub fn named(word: &str) -> Option<Self> {
        let wanted = letters(word);
        Self::ALL.iter().copied().find(|kind| letters(kind.word()) == wanted)
    }
}

/// The letters and digits of a word, folded.
fn letters(word: &str) -> String {
    fold(word).text().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The kind of an agreement, in its own word: a known one, or any other word as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Instrument {
    /// A known kind.
    Known(AgreementKind),
    /// Another word.
    Other(String),
}

impl Instrument {
    /// The word shown to people.
    pub fn word(&self) -> &str {
        match self {
            Self::Known(kind) => kind.word(),
            Self::Other(word) => word,
        }
    }
}

impl From<AgreementKind> for Instrument {
    fn from(kind: AgreementKind) -> Self {
        Self::Known(kind)
    }
}

impl From<String> for Instrument {
    fn from(word: String) -> Self {
        AgreementKind::named(&word).map_or(Self::Other(word), Self::Known)
    }
}

impl<'de> Deserialize<'de> for Instrument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_kind_is_found_however_its_word_is_written() {
        for (word, kind) in [
            ("convention", AgreementKind::Convention),
            ("Exchange of Notes", AgreementKind::ExchangeOfNotes),
            ("exchange-of-notes", AgreementKind::ExchangeOfNotes),
            ("finalAct", AgreementKind::FinalAct),
            ("COMMUNIQUE", AgreementKind::Communique),
        ] {
            assert_eq!(Instrument::from(word.to_owned()), Instrument::Known(kind));
        }
        assert_eq!(Instrument::from("Firman".to_owned()).word(), "Firman");
    }

    #[test]
    fn every_kind_is_read_as_it_is_written() {
        for kind in AgreementKind::ALL.iter().map(|kind| Instrument::Known(*kind)) {
            let written = serde_json::to_string(&kind).unwrap();
            assert_eq!(serde_json::from_str::<Instrument>(&written).unwrap(), kind);
        }
    }
}
