//! Organisations and their members.

use super::{Date, words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// The class of a membership.
    Status {
        /// A full member.
        Member => "member",
        /// An observer.
        Observer => "observer",
        /// A partner.
        Partner => "partner",
        /// An associate or correspondent member.
        Associate => "associate",
        /// A participant of a body without members.
        Participant => "participant",
        /// Not a member, according to a source.
        NotAMember => "not a member",
        /// Not on record.
        Unknown => "not on record",
    }
}

impl Status {
    /// Whether the party takes part in any way.
    pub fn takes_part(self) -> bool {
        !matches!(self, Self::NotAMember | Self::Unknown)
    }
}

/// A class that a party had in an organisation before its present one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Earlier {
    /// The class.
    pub status: Status,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The sources that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
}

impl Earlier {
    /// The class and its dates in words: `observer since 26 May 1993`.
    pub fn shown(&self) -> String {
        let mut words = vec![self.status.word().to_owned()];
        words.extend(self.since.map(|date| format!("since {}", date.shown())));
        words.extend(self.until.map(|date| format!("until {}", date.shown())));
        words.join(" ")
    }
}

/// The membership of a party in an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Membership {
    /// The party.
    #[schemars(extend("x-refers-to" = ["party"]))]
    pub party: String,
    /// Its class.
    pub status: Status,
    /// The word of the source, if it says more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_text: Option<String>,
    /// Whether the party founded the organisation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub founding: bool,
    /// Since when the party has this class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Until when it was a member; absent if it still was at the date of the dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The classes that it had before, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    /// The sources that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"], "x-says-who" = true))]
    pub sources: Vec<String>,
    /// The sources of the start date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"]))]
    pub since_sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Membership {
    /// The status in words: that of the source, or else the class.
    pub fn status_word(&self) -> String {
        match &self.status_text {
            Some(text) => text.clone(),
            None if self.founding => format!("founding {}", self.status.word()),
            None => self.status.word().to_owned(),
        }
    }
}

/// How the memberships of two parties in an organisation relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both take part in the same class.
    Same,
    /// Both take part, in different classes.
    Differ,
    /// Not both are on record as taking part.
    OneSided,
}

impl Standing {
    /// The words shown to people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "shared",
            Self::Differ => "shared, status differs",
            Self::OneSided => "not shared",
        }
    }
}

/// An organisation of states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    /// Own id in the dossier.
    #[schemars(extend("x-declares" = "organisation"))]
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// When it was founded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founded: Option<Date>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The sources that report it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["source"]))]
    pub sources: Vec<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The memberships of the parties.
    #[serde(default)]
    pub memberships: Vec<Membership>,
}

impl Organisation {
    /// The name for lists: the abbreviation if there is one.
    pub fn list_name(&self) -> &str {
        self.abbreviation.as_deref().unwrap_or(&self.name)
    }

    /// The membership of a party, if the dossier has it.
    pub fn membership(&self, party: &str) -> Option<&Membership> {
        self.memberships.iter().find(|m| m.party == party)
    }

    /// How the memberships of these parties relate. Fewer than two parties share nothing.
    pub fn standing(&self, parties: &[String]) -> Standing {
        let mut classes = parties.iter().map(|p| self.membership(p).map_or(Status::Unknown, |m| m.status));
        let Some(first) = classes.next().filter(|first| first.takes_part() && parties.len() > 1) else {
            return Standing::OneSided;
        };
        let mut standing = Standing::Same;
        for class in classes {
            if !class.takes_part() {
                return Standing::OneSided;
            }
            if class != first {
                standing = Standing::Differ;
            }
        }
        standing
    }

    /// The date since when all of these parties take part; `None` if a date is not on record.
    pub fn shared_since(&self, parties: &[String]) -> Option<Date> {
        if self.standing(parties) == Standing::OneSided {
            return None;
        }
        let dates: Option<Vec<Date>> = parties.iter().map(|p| self.membership(p)?.since).collect();
        dates?.into_iter().max_by_key(|date| (date.ends(), date.begins()))
    }
}
