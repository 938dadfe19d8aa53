//! What the parts of the memberships' chart draw from: the groups, their lines, and where the columns are.

use crate::explore::layout::Area;
use crate::explore::{Pane, State};
use crate::insight::charts::{Group, Groups, Span};
use crate::model::{Dossier, Organisation};

/// A line of the list.
#[derive(Clone, Copy)]
pub(super) enum Line {
    Blank,
    Heading(Group),
    /// A row of the list and which of its bars.
    Bar(usize, usize),
}

/// Where things stand on a line.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) who: usize,
    /// First cell of the bars, and how many.
    pub(super) x: usize,
    pub(super) cells: usize,
    /// Cells for status and date.
    pub(super) words: usize,
}

/// See the module.
pub(super) struct Scene<'a> {
    pub(super) state: &'a State,
    pub(super) area: Area,
    pub(super) columns: Columns,
    pub(super) groups: &'a Groups,
}

impl Scene<'_> {
    pub(super) fn organisation(&self, place: usize) -> Option<(&Dossier, &Organisation)> {
        let row = self.state.list(Pane::Memberships).rows.get(place)?;
        self.state.collection().organisation(row.item())
    }

    /// The years on the cells of the bars; `None` if there is no room for them.
    pub(super) fn span(&self) -> Option<Span> {
        let axis = self.state.open.axis.filter(|_| self.columns.cells > 1)?;
        Some(Span::around(self.columns.x, self.columns.cells, (axis.first, axis.last), 1, 0.0))
    }
}

/// The parties set side by side in an organisation: the compared ones, else all that are on record for it.
pub(super) fn parties<'a>(dossier: &'a Dossier, organisation: &'a Organisation) -> Vec<&'a str> {
    if dossier.compares.is_empty() {
        return organisation.memberships.iter().map(|m| m.party.as_str()).collect();
    }
    dossier.compares.iter().map(String::as_str).collect()
}

/// The bars of an organisation: one for all where status and date are equal, else one a party.
pub(super) fn bars<'a>(dossier: &'a Dossier, organisation: &'a Organisation) -> Vec<Vec<&'a str>> {
    let parties = parties(dossier, organisation);
    let place = |party: &&str| {
        let m = organisation.membership(party)?;
        Some((m.status, m.status_word(), m.since?, m.until))
    };
    let first = parties.first().and_then(place);
    if parties.len() > 1 && first.is_some() && parties.iter().all(|party| place(party) == first) {
        return vec![parties];
    }
    if parties.is_empty() { vec![Vec::new()] } else { parties.into_iter().map(|party| vec![party]).collect() }
}
