//! Why there is nothing to show, and what gives it: the same words in panes, charts and commands.

use super::lists::{Order, items};
use crate::model::{Collection, Kind};
use crate::text::count;

/// What is missing, so that nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// Items of a kind.
    Items(Kind),
    /// Clauses of the agreements that there are.
    Clauses,
    /// What was done since about any of this many clauses.
    FollowUp(usize),
    /// Passages on any of the subjects.
    Passages,
    /// States that are parties to the agreements shown.
    Parties,
    /// A state with this name among the parties.
    Partners(String),
    /// Two states that are parties to one agreement.
    Pairs,
    /// States that take part in the organisation of this name.
    Members(String),
    /// Events that name a place.
    Places,
    /// Coordinates of the places that events name.
    Coordinates,
}

impl Lacking {
    /// What keeps items of a kind out of a list that nothing filters; `None` if there are any.
    pub fn of_kind(collection: &Collection, kind: Kind) -> Option<Self> {
        let held = |kind: Kind| !items(collection, kind, Order::Usual).is_empty();
        match kind {
            _ if held(kind) => None,
            Kind::Clause if held(Kind::Agreement) => Some(Self::Clauses),
            Kind::Clause | Kind::Chapter => Some(Self::Items(Kind::Agreement)),
            kind => Some(Self::Items(kind)),
        }
    }

    /// In words: what is missing, and which field of a dossier or which command gives it.
    pub fn words(&self) -> String {
        let words = match self {
            Self::Items(kind) => return of_items(*kind),
            Self::Clauses => {
                "None of these agreements has clauses on record. They are in the field clauses of an agreement; accords import makes them from a text."
            }
            Self::FollowUp(0) => return Self::Clauses.words(),
            Self::FollowUp(clauses) => {
                let clauses = count(*clauses, "clause", "clauses");
                return format!(
                    "{clauses}, and nothing on record that carries any of them out. The field carries_out of an event or an agreement names the clause. It may have been done all the same."
                );
            }
            Self::Passages => {
                "No passage on record is on any of the subjects. accords coverage --topics FILE takes subjects of your own."
            }
            Self::Parties => {
                "None of these agreements names a state among its parties. They are in the field parties of an agreement."
            }
            Self::Partners(name) => {
                return format!(
                    "{name} is not known to be a party to any of these agreements. accords map lists the states that are."
                );
            }
            Self::Pairs => {
                "No two states are known to be parties to one of these agreements. They are in the field parties of an agreement."
            }
            Self::Members(name) => {
                return format!(
                    "No state is on record as taking part in {name}. The field memberships of an organisation says who does; accords add membership adds one."
                );
            }
            Self::Places => {
                "None of these events names a place. The field places of an event names it, and the dossier's own places say where it is."
            }
            Self::Coordinates => {
                "No place of these events has a point on the map. The fields latitude and longitude of the dossier's places give it."
            }
        };
        words.to_owned()
    }
}

fn of_items(kind: Kind) -> String {
    let (many, field, more) = match kind {
        Kind::Event => ("events", "events", "accords add event adds one"),
        Kind::Sector => {
            ("sectors", "sectors", "accords coverage counts topics in the words of texts instead")
        }
        Kind::Organisation => {
            ("organisations", "organisations", "accords overlap shows what any two states have in common")
        }
        Kind::Dispute => ("disputes", "disputes", "a dispute says which sources say what"),
        Kind::Source => ("sources", "sources", "accords add source adds one"),
        Kind::Agreement | Kind::Chapter | Kind::Clause => {
            ("agreements", "agreements", "accords import makes a dossier of texts or of a table")
        }
    };
    format!("No {many} in these files. They are in the field {field} of a dossier; {more}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_is_missing_and_what_gives_it() {
        let all = [
            Lacking::Clauses,
            Lacking::FollowUp(2),
            Lacking::Passages,
            Lacking::Parties,
            Lacking::Partners("France".into()),
            Lacking::Pairs,
            Lacking::Members("UN".into()),
            Lacking::Places,
            Lacking::Coordinates,
        ];
        let kinds =
            [Kind::Event, Kind::Sector, Kind::Organisation, Kind::Agreement, Kind::Dispute, Kind::Source];
        for lacking in all.into_iter().chain(kinds.map(Lacking::Items)) {
            let words = lacking.words();
            assert!(words.contains("field") || words.contains("accords "), "{words}");
            assert!(words.ends_with('.') && !words.contains("  "), "{words}");
        }
    }
}
