//! The parties to agreements, and people.

use super::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// The kind of a party.
    PartyKind {
        /// A state; its id is its ISO 3166-1 alpha-3 code.
        State => "state",
        /// An international organisation.
        Organisation => "organisation",
        /// A city or region.
        City => "city",
        /// A ministry, an agency, a company, a university.
        Body => "body",
    }
}

/// A party to an agreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Its id, unique in the dossier.
    #[schemars(extend("x-declares" = "party"))]
    pub id: String,
    /// Its kind.
    pub kind: PartyKind,
    /// The party that it belongs to: the state of a ministry or a city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-refers-to" = ["party"]))]
    pub of: Option<String>,
    /// Its short name.
    pub name: String,
    /// Its name in instruments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formal_name: Option<String>,
    /// Its name in other languages, by two-letter code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
}

impl Party {
    /// A state with its code and its short name.
    pub fn state(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: code.into(),
            kind: PartyKind::State,
            of: None,
            name: name.into(),
            formal_name: None,
            names: BTreeMap::new(),
        }
    }
}

/// A person named in the dossier, with other spellings of the name, so that any of them finds the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The name as spelt in the dossier.
    pub name: String,
    /// Other spellings, in any script.
    #[serde(default)]
    pub aliases: Vec<String>,
}
