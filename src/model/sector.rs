//! A field of cooperation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A field of cooperation, such as energy or education.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sector {
    /// Own id in the dossier.
    #[schemars(extend("x-declares" = "sector"))]
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is known about it as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Who says what the summary and the note say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"]))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
