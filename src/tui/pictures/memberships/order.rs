//! The order of the picture: different status, then shared by the start of what is shared, then the rest.

use crate::model::{Collection, PartyKind, Standing};
use crate::text::capitalised;
use crate::tui::panes::memberships::organisation;
use crate::tui::rows::Row;
use crate::tui::state::{PaneId, State};

/// A group of organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// All take part, in different classes.
    Different,
    /// All take part in the same class, since a date on record.
    Dated,
    /// All take part in the same class; not every date is on record.
    Undated,
    /// Not all take part.
    OneSided,
}

impl Group {
    /// The heading.
    pub fn title(self, state: &State) -> String {
        match self {
            Self::Different => "Different status".to_owned(),
            Self::Dated => "Shared, oldest first".to_owned(),
            Self::Undated => "Shared, since when not on record".to_owned(),
            Self::OneSided if compares(state) => capitalised(self.word(state)),
            Self::OneSided => "Organisations".to_owned(),
        }
    }

    /// The words after a number.
    pub fn word(self, state: &State) -> &'static str {
        match self {
            Self::Different => "of different status",
            Self::Dated => "with dates",
            Self::Undated => "without",
            Self::OneSided if !compares(state) => "organisations",
            Self::OneSided if two_states(state) => "of one state only",
            Self::OneSided => "not shared by all",
        }
    }
}

/// Whether anything is set side by side at all.
fn compares(state: &State) -> bool {
    state.collection.compared().any(|(_, dossier)| dossier.compares.len() > 1)
}

fn two_states(state: &State) -> bool {
    state.collection.compared().all(|(_, dossier)| {
        let states = dossier.compares.iter().filter_map(|id| dossier.party(id));
        dossier.compares.len() == 2 && states.filter(|party| party.kind == PartyKind::State).count() == 2
    })
}

/// Groups of organisations, with the places of their rows.
pub type Groups = Vec<(Group, Vec<usize>)>;

/// The groups that have any of these rows.
pub fn groups(collection: &Collection, rows: &[Row]) -> Groups {
    let mut keyed: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let found = organisation(collection, row.item());
            let since = found.and_then(|(d, o)| o.shared_since(&d.compares)).map(|date| date.ends());
            let group = match found.map(|(d, o)| d.standing(o)) {
                Some(Standing::Differ) => Group::Different,
                Some(Standing::Same) if since.is_some() => Group::Dated,
                Some(Standing::Same) => Group::Undated,
                _ => Group::OneSided,
            };
            // Those of different status stand in the order of the list: their dates are mostly the dispute.
            (group, since.filter(|_| group == Group::Dated), place)
        })
        .collect();
    keyed.sort();
    let mut groups = Groups::new();
    for (group, _, place) in keyed {
        match groups.last_mut() {
            Some((last, places)) if *last == group => places.push(place),
            _ => groups.push((group, vec![place])),
        }
    }
    groups
}

/// The places of the rows in the order in which the picture shows them.
pub fn order(state: &State) -> Vec<usize> {
    let groups = state.list(PaneId::Memberships).groups(&state.collection);
    groups.iter().flat_map(|(_, places)| places).copied().collect()
}
