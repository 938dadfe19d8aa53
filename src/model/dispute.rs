//! Disagreements between sources.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One side of a dispute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// What this side says.
    pub says: String,
    /// The sources that say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
}

/// A fact that sources report differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dispute {
    /// Its id, unique in the dossier; without one, its address comes from its place in the list (`dispute-3`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-declares" = "dispute"))]
    pub id: Option<String>,
    /// What it is about: ids of this dossier, `organisation:PARTY` for a membership, or the id of the dossier for all of it.
    #[serde(default)]
    #[schemars(extend("x-refers-to" = ["agreement", "clause", "event", "organisation", "membership", "sector", "party", "source", "dossier"]))]
    pub about: Vec<String>,
    /// What is disputed.
    pub topic: String,
    /// The sides.
    pub claims: Vec<Claim>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
