//! Which changes are listed, under which headings, and how many there are.

use crate::insight::changes::{Change, Changes, State};
use crate::text::thousands;

/// What changed, for people each entry with its fields and the words that differ; `[-old-]` and `{+new+}` work without
/// colour.
pub struct ChangesReport<'a> {
    /// The names of the two versions.
    pub versions: [&'a str; 2],
    /// What changed.
    pub changes: &'a Changes,
    /// The most entries that are listed; totals cover all of them.
    pub most: usize,
}

impl ChangesReport<'_> {
    /// The changes that are listed.
    pub(super) fn listed(&self) -> &[Change] {
        let list = &self.changes.list;
        list.get(..self.most).unwrap_or(list)
    }

    /// `3 added, 1 removed, 12 changed`, and how many were renamed if any; `no differences` if nothing differs.
    pub(super) fn totals(&self) -> String {
        if self.changes.list.is_empty() {
            return "no differences".to_owned();
        }
        let total = |state: &State| (self.changes.count(*state), *state);
        let totals =
            State::ALL.iter().map(total).filter(|(count, state)| *count > 0 || *state != State::Renamed);
        totals
            .map(|(count, state)| format!("{} {}", thousands(count), state.word()))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The heading of an entry, if it is not that of the entry before it.
    pub(super) fn heading(&self, at: usize) -> Option<String> {
        let list = self.listed();
        let heading = |change: &Change| (change.kind.heading(), change.dossier.clone());
        let own = heading(list.get(at)?);
        let before = at.checked_sub(1).and_then(|before| list.get(before)).map(heading);
        let words =
            if self.changes.is_of_several() { format!("{} · {}", own.1, own.0) } else { own.0.to_owned() };
        (before != Some(own)).then_some(words)
    }
}
