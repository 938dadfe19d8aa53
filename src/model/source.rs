//! The sources of facts.

use super::language::language_name;
use super::{Date, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// The kind of a source, most trusted first: a fact is as good as the best kind among its sources.
    SourceKind {
        /// The instrument itself or an original record.
        Primary => "primary document",
        /// A government, a parliament, an embassy or an organisation, about itself.
        Official => "official press service",
        /// An encyclopaedia, a data set, a library.
        Reference => "reference work",
        /// A report in the press.
        News => "news report",
        /// Opinion or analysis.
        Commentary => "commentary / analysis",
        /// Nobody said: the file that an agreement was read from.
        Unknown => "kind not on record",
    }
}

/// A document that reports facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Its id, unique in the dossier.
    #[schemars(extend("x-declares" = "source"))]
    pub id: String,
    /// Its kind.
    pub kind: SourceKind,
    /// Who published it.
    pub publisher: String,
    /// Its title, or a neutral description.
    pub title: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// The two-letter code of its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Its web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// A remark on the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl SourceKind {
    /// The word for people; `None` if the kind is not on record.
    pub fn known(self) -> Option<&'static str> {
        Some(self.word()).filter(|_| self != Self::Unknown)
    }
}

impl Source {
    /// The English name of its language if agreements are often reported in it, or else its code.
    pub fn language_name(&self) -> Option<&str> {
        self.language.as_deref().map(language_name)
    }
}
