//! Which changes are listed, under which headings, and how many there are.

use super::values::plain_words;
use crate::insight::changes::{Change, Changes, State};
use crate::text::thousands;
use serde_json::Value;

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
        totals(|state| self.changes.count(state), |state| state != State::Renamed)
    }

    /// The heading of an entry with the totals of all under it, if it is not that of the entry before it.
    pub(super) fn heading(&self, at: usize) -> Option<String> {
        let list = &self.changes.list;
        let own = list.get(at)?;
        let is_same =
            |other: &&Change| other.kind.heading() == own.kind.heading() && other.dossier == own.dossier;
        if at.checked_sub(1).and_then(|before| list.get(before)).as_ref().is_some_and(is_same) {
            return None;
        }
        let below: Vec<&Change> = list.iter().skip(at).take_while(is_same).collect();
        let count = |state: State| below.iter().filter(|change| change.state == state).count();
        let of = if self.changes.is_of_several() { format!(" · {}", own.dossier) } else { String::new() };
        Some(format!("{}{of} ({})", own.kind.heading(), totals(count, |_| false)))
    }

    /// The value of a field of a change, as people read it.
    pub(super) fn words(&self, change: &Change, field: &str, value: &Value) -> String {
        let name = |id: &str| self.changes.name(change, id).map(str::to_owned);
        plain_words(field, value, &name)
    }
}

/// How many there are of each state that there is or that is named all the same.
fn totals(count: impl Fn(State) -> usize, always: impl Fn(State) -> bool) -> String {
    let all = State::ALL.map(|state| (count(state), state));
    let told = all.into_iter().filter(|(count, state)| *count > 0 || always(*state));
    told.map(|(count, state)| format!("{} {}", thousands(count), state.word())).collect::<Vec<_>>().join(", ")
}
