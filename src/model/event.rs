//! What happened, and when.

use super::{CarriesOut, Date, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// What kind of event it is.
    EventKind {
        /// A signing.
        Signing => "signing",
        /// The entry into force of an agreement, or its end.
        Force => "entry into force, end",
        /// A visit or a meeting.
        Visit => "visit",
        /// Recognition, relations, embassies, ambassadors.
        DiplomaticRelations => "diplomatic relations",
        /// A meeting of an intergovernmental commission.
        Commission => "intergovernmental commission",
        /// Something founded or approved.
        Institution => "institution",
        /// A project.
        Project => "project",
        /// A trade figure.
        Trade => "trade figure",
        /// Culture, education and humanitarian ties.
        Culture => "culture",
        /// Within an organisation of many states.
        Multilateral => "multilateral",
    }
}

/// A dated thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Own id in the dossier.
    #[schemars(extend("x-declares" = "event"))]
    pub id: String,
    /// When.
    pub date: Date,
    /// What, in a few words.
    pub title: String,
    /// What, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What kind of event.
    pub kind: EventKind,
    /// The fields of cooperation it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["sector"]))]
    pub sectors: Vec<String>,
    /// The agreements it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["agreement"]))]
    pub agreements: Vec<String>,
    /// The organisations it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["organisation"]))]
    pub organisations: Vec<String>,
    /// The clauses it carries out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries_out: Vec<CarriesOut>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
