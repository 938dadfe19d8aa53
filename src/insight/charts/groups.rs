//! The order of the memberships' chart: different status, then shared by the start of what is shared, then the rest.

use crate::model::{Collection, ItemId, PartyKind, Standing};
use crate::text::capitalised;

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
    pub fn title(self, collection: &Collection) -> String {
        match self {
            Self::Different => "Different status".to_owned(),
            Self::Dated => "Shared, oldest first".to_owned(),
            Self::Undated => "Shared, start not on record".to_owned(),
            Self::OneSided if compares(collection) => capitalised(self.word(collection)),
            Self::OneSided => "Organisations".to_owned(),
        }
    }

    /// The words after a number.
    pub fn word(self, collection: &Collection) -> &'static str {
        match self {
            Self::Different => "with different status",
            Self::Dated => "with dates",
            Self::Undated => "without",
            Self::OneSided if !compares(collection) => "organisations",
            Self::OneSided if two_states(collection) => "of one state only",
            Self::OneSided => "not shared by all",
        }
    }
}

/// Whether anything is set side by side at all.
fn compares(collection: &Collection) -> bool {
    collection.compared().any(|(_, dossier)| dossier.compares.len() > 1)
}

fn two_states(collection: &Collection) -> bool {
    collection.compared().all(|(_, dossier)| {
        let states = dossier.compares.iter().filter_map(|id| dossier.party(id));
        dossier.compares.len() == 2 && states.filter(|party| party.kind == PartyKind::State).count() == 2
    })
}

/// Groups of organisations, each with the places of its organisations in the list.
#[derive(Clone, Debug, Default)]
pub struct Groups(Vec<(Group, Vec<usize>)>);

impl Groups {
    /// The groups of a list of organisations; only those that have any.
    pub fn of(collection: &Collection, items: impl Iterator<Item = ItemId>) -> Self {
        let mut keyed: Vec<_> = items
            .enumerate()
            .map(|(place, item)| {
                let found = collection.organisation(item);
                let since = found.and_then(|(d, o)| o.shared_since(&d.compares)).map(|date| date.ends());
                let group = match found.map(|(d, o)| d.standing(o)) {
                    Some(Standing::Differ) => Group::Different,
                    Some(Standing::Same) if since.is_some() => Group::Dated,
                    Some(Standing::Same) => Group::Undated,
                    _ => Group::OneSided,
                };
                // Those of different status keep the order of the list: their dates are mostly the dispute.
                (group, since.filter(|_| group == Group::Dated), place)
            })
            .collect();
        keyed.sort();
        let mut groups: Vec<(Group, Vec<usize>)> = Vec::new();
        for (group, _, place) in keyed {
            match groups.last_mut() {
                Some((last, places)) if *last == group => places.push(place),
                _ => groups.push((group, vec![place])),
            }
        }
        Self(groups)
    }

    /// The groups, in the order of the chart.
    pub fn iter(&self) -> impl Iterator<Item = &(Group, Vec<usize>)> {
        self.0.iter()
    }

    /// The places of a group in runs: shared since the same year, or without a year. What is not shared by all, or has
    /// another status, is one run where parties are compared; else each is alone.
    pub fn runs<'a>(
        &self,
        group: Group,
        places: &'a [usize],
        year: impl Fn(usize) -> Option<u16>,
    ) -> Vec<&'a [usize]> {
        match group {
            Group::Different => places.chunks(1).collect(),
            Group::Dated => places.chunk_by(|a, b| year(*a) == year(*b)).collect(),
            Group::Undated | Group::OneSided => vec![places],
        }
    }

    /// All places, in the order of the chart.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().flat_map(|(_, places)| places).copied()
    }
}

/// How many of these organisations are shared, and in how many of those the status differs.
pub fn shared(collection: &Collection, items: impl Iterator<Item = ItemId>) -> (usize, usize) {
    let standings = items.filter_map(|item| collection.organisation(item)).map(|(d, o)| d.standing(o));
    standings.fold((0, 0), |(shared, differ), standing| match standing {
        Standing::Same => (shared + 1, differ),
        Standing::Differ => (shared + 1, differ + 1),
        Standing::OneSided => (shared, differ),
    })
}
