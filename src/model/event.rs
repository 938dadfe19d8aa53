//! Events.

use super::{CarriesOut, Date, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// The kind of an event.
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
        /// Something that was said, to the press or in public.
        Statement => "statement",
    }
}

words! {
    /// How far a source shows that an event went.
    Stage {
        /// Known only from an announcement before its date; no source says that it took place.
        Announced => "announced",
    }
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its id, unique in the dossier.
    #[schemars(extend("x-declares" = "event"))]
    pub id: String,
    /// When it happened.
    pub date: Date,
    /// What happened, in a few words.
    pub title: String,
    /// What happened, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Its kind.
    pub kind: EventKind,
    /// `announced` if it is known only from an announcement; absent if it is reported as having taken place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Where it took place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["place"]))]
    pub places: Vec<String>,
    /// The sectors that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["sector"]))]
    pub sectors: Vec<String>,
    /// The agreements that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["agreement"]))]
    pub agreements: Vec<String>,
    /// The organisations that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["organisation"]))]
    pub organisations: Vec<String>,
    /// The clauses that it carries out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries_out: Vec<CarriesOut>,
    /// The sources that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Event {
    /// Its kind in words, and its stage if it is only announced: `project, announced`.
    pub fn kind_words(&self) -> String {
        match self.stage {
            Some(stage) => format!("{}, {}", self.kind.word(), stage.word()),
            None => self.kind.word().to_owned(),
        }
    }
}
