//! Sectors of cooperation.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A sector of cooperation, such as energy or education.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sector {
    /// Its id, unique in the dossier.
    #[schemars(extend("x-declares" = "sector"))]
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is known about it as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The sources of the summary and the note.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"]))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
