//! What the parts of the memberships chart share: the groups, their lines, and the positions of the columns.

use crate::explore::layout::Area;
use crate::explore::{Pane, State};
use crate::insight::charts::{Group, Groups, Span};
use crate::model::{Dossier, Organisation};

/// A line of the list.
#[derive(Clone, Copy)]
pub(super) enum Line<'a> {
    Blank,
    Heading(Group),
    /// Rows of the list with bars that are alike.
    Run(Group, &'a [usize]),
    /// A row of the list, and the index of the bar.
    Bar(usize, usize),
}

/// The columns of a line.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) name: usize,
    pub(super) who: usize,
    /// The first cell of the bars, and their width.
    pub(super) x: usize,
    pub(super) cells: usize,
    /// The width of status and date.
    pub(super) words: usize,
}

/// What the chart is drawn from.
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

    /// The years of the bars; `None` if there is no room for them.
    pub(super) fn span(&self) -> Option<Span> {
        let axis = self.state.open.axis.filter(|_| self.columns.cells > 1)?;
        Some(Span::around(self.columns.x, self.columns.cells, (axis.first, axis.last), 1, 0.0))
    }
}

/// The parties of an organisation: the compared ones, else all on record.
pub(super) fn parties<'a>(dossier: &'a Dossier, organisation: &'a Organisation) -> Vec<&'a str> {
    if dossier.compares.is_empty() {
        return organisation.memberships.iter().map(|m| m.party.as_str()).collect();
    }
    dossier.compares.iter().map(String::as_str).collect()
}

/// The bars of an organisation: one for all if status and date are equal, else one per party.
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
