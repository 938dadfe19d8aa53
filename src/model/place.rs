//! The places of events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A place where events took place, with its other names, so that any of them finds the events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Its id, unique in the dossier.
    #[schemars(extend("x-declares" = "place"))]
    pub id: String,
    /// Its name.
    pub name: String,
    /// The state that it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-refers-to" = ["party"]))]
    pub of: Option<String>,
    /// Its name in other languages, by two-letter code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    /// Other spellings and former names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Degrees north of the equator, negative to the south.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -90, max = 90))]
    pub latitude: Option<f64>,
    /// Degrees east of Greenwich, negative to the west.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -180, max = 180))]
    pub longitude: Option<f64>,
    /// The sources of its names and coordinates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"]))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Place {
    /// Its names in other languages and other spellings.
    pub fn other_names(&self) -> impl Iterator<Item = &String> {
        self.names.values().chain(&self.aliases)
    }

    /// Its coordinates in degrees: `40.38° N 49.89° E`; `None` unless both are on record.
    pub fn coordinates(&self) -> Option<String> {
        let (latitude, longitude) = (self.latitude?, self.longitude?);
        let north = if latitude < 0.0 { "S" } else { "N" };
        let east = if longitude < 0.0 { "W" } else { "E" };
        Some(format!("{}° {north} {}° {east}", latitude.abs(), longitude.abs()))
    }
}
