//! What a dossier says about lints of the strict check.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A lint of the strict check that is switched off, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Allowance {
    /// The name of the lint.
    pub lint: String,
    /// The id that it is switched off for; absent for the whole dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Why what it finds is right here.
    pub reason: String,
}
