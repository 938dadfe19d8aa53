//! Marks, with the notes and the collections of each, and how the changes of several copies come together.

use super::moment::Moment;
use super::state_file::Kept;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A marked item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The item's address.
    pub address: String,
    /// The word for its kind.
    #[serde(default)]
    pub kind: String,
    /// Its title when it was marked, for when it is not open.
    #[serde(default)]
    pub title: String,
    /// The title of what it belongs to, when it was marked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    /// What a person wrote about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The collections that it is in.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub collections: BTreeSet<String>,
    /// When it was marked.
    #[serde(default)]
    pub marked: Moment,
}

/// The marks, in the order of marking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Each address once.
    pub marks: Vec<Mark>,
}

impl Kept for Marks {
    const FORMAT: &'static str = "accords-marks/1";
}

/// A change of one mark, as whoever makes it sees the mark before and after; without one, there is none. So a change is
/// taken back by the change from after to before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The mark as it was seen.
    pub before: Option<Mark>,
    /// The mark as it is to be.
    pub after: Option<Mark>,
}

impl Change {
    /// The change that takes it back.
    #[must_use]
    pub fn back(self) -> Self {
        Self { before: self.after, after: self.before }
    }

    /// The address of the mark; empty if there is none before nor after.
    pub fn address(&self) -> &str {
        self.after.as_ref().or(self.before.as_ref()).map_or("", |mark| &mark.address)
    }
}

impl Marks {
    /// The mark at an address.
    pub fn get(&self, address: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.address == address)
    }

    /// Makes a change. What another copy has changed since is kept: a mark that another wrote a note for is not removed,
    /// and of two notes written at the same time both stay.
    pub fn apply(&mut self, change: &Change) {
        let place = self.marks.iter().position(|mark| mark.address == change.address());
        let now = place.and_then(|place| self.marks.get(place));
        match (merged(change, now), place) {
            (Some(mark), Some(place)) => self.marks.splice(place..=place, [mark]).for_each(drop),
            (Some(mark), None) => self.marks.push(mark),
            (None, Some(place)) => drop(self.marks.remove(place)),
            (None, None) => {}
        }
    }

    /// Adds the marks of others, with all of their notes and collections.
    pub fn add(&mut self, others: Self) {
        for mark in others.marks.into_iter().filter(|mark| !mark.address.is_empty()) {
            self.apply(&Change { before: None, after: Some(mark) });
        }
    }

    /// The names of the collections, in order.
    pub fn collections(&self) -> BTreeSet<&str> {
        self.marks.iter().flat_map(|mark| &mark.collections).map(String::as_str).collect()
    }
}

/// The mark after a change that was made to `before`, while by now it is `now`.
fn merged(change: &Change, now: Option<&Mark>) -> Option<Mark> {
    let (before, after, now) = match (&change.before, &change.after, now) {
        (_, after, None) => return after.clone(),
        (before, after, Some(now)) => (before.clone().unwrap_or_default(), after, now),
    };
    let kept = Mark {
        note: merged_note(&before.note, after.as_ref().map_or("", |mark| &mark.note), &now.note),
        collections: merged_set(&before, after.as_ref(), now),
        ..now.clone()
    };
    match after {
        Some(after) => {
            Some(Mark { kind: after.kind.clone(), title: after.title.clone(), of: after.of.clone(), ..kept })
        }
        None if kept.note.is_empty() && kept.collections.is_empty() => None,
        None => Some(kept),
    }
}

/// A note that one copy changed, and another perhaps too.
fn merged_note(before: &str, after: &str, now: &str) -> String {
    match (before == now, before == after, after == now) {
        (true, ..) | (.., true) => after.to_owned(),
        (_, true, _) => now.to_owned(),
        _ if after.is_empty() || now.contains(after) => now.to_owned(),
        _ if after.contains(now) => after.to_owned(),
        _ => format!("{now}\n\n{after}"),
    }
}

fn merged_set(before: &Mark, after: Option<&Mark>, now: &Mark) -> BTreeSet<String> {
    let none = BTreeSet::new();
    let after = after.map_or(&none, |mark| &mark.collections);
    let stays = |name: &&String| after.contains(*name) || !before.collections.contains(*name);
    now.collections.iter().filter(stays).chain(after.difference(&before.collections)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(address: &str, note: &str, collections: &[&str]) -> Mark {
        Mark {
            address: address.to_owned(),
            note: note.to_owned(),
            collections: collections.iter().map(|name| (*name).to_owned()).collect(),
            ..Mark::default()
        }
    }

    fn change(before: Option<&Mark>, after: Option<&Mark>) -> Change {
        Change { before: before.cloned(), after: after.cloned() }
    }

    #[test]
    fn what_another_copy_wrote_stays() {
        let (plain, noted) = (mark("a", "", &[]), mark("a", "theirs", &["x"]));
        let apply = |now: &Mark, change: &Change| {
            let mut marks = Marks { marks: vec![now.clone()] };
            marks.apply(change);
            marks.marks.pop()
        };
        assert_eq!(apply(&plain, &change(Some(&plain), None)), None);
        assert_eq!(apply(&noted, &change(Some(&noted), None)), None);
        // Unmarked where the note of the other copy was not seen.
        assert_eq!(apply(&noted, &change(Some(&plain), None)), Some(noted.clone()));
        let mine = mark("a", "mine", &["y"]);
        assert_eq!(
            apply(&noted, &change(Some(&plain), Some(&mine))),
            Some(mark("a", "theirs\n\nmine", &["x", "y"]))
        );
        let edited = mark("a", "theirs, seen", &[]);
        assert_eq!(apply(&noted, &change(Some(&noted), Some(&edited))), Some(edited.clone()));
        // Removed by the other copy while it was edited here.
        let mut marks = Marks::default();
        marks.apply(&change(Some(&noted), Some(&edited)));
        assert_eq!(marks.marks, [edited]);
    }

    #[test]
    fn the_files_of_others_are_added() {
        let mut marks = Marks { marks: vec![mark("a", "mine", &["x"])] };
        let others =
            Marks { marks: vec![mark("b", "", &[]), mark("a", "theirs", &["y"]), mark("", "", &[])] };
        marks.add(others.clone());
        marks.add(others);
        assert_eq!(marks.marks, [mark("a", "mine\n\ntheirs", &["x", "y"]), mark("b", "", &[])]);
        assert_eq!(marks.collections().into_iter().collect::<Vec<_>>(), ["x", "y"]);
    }

    /// What one copy does, over and over, to what it believes the marks to be.
    #[derive(Clone, Debug)]
    enum Step {
        Mark(u8),
        Note(u8, u16),
        Collect(u8, u8),
        See,
    }

    type Edit = Box<dyn Fn(&mut Mark)>;

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (0..4u8).prop_map(Step::Mark),
            (0..4u8, any::<u16>()).prop_map(|(item, note)| Step::Note(item, note)),
            (0..4u8, 0..3u8).prop_map(|(item, name)| Step::Collect(item, name)),
            Just(Step::See),
        ]
    }

    proptest! {
        /// Two copies write in any order, each with its own idea of what is there: every mark, note and collection that
        /// was ever added is in the file at the end.
        #[test]
        fn any_interleaving_of_two_writers_loses_nothing(steps in prop::collection::vec((0..2usize, step()), 0..60)) {
            let mut file = Marks::default();
            let mut seen = [Marks::default(), Marks::default()];
            let mut written: Vec<(String, Option<String>, Option<String>)> = Vec::new();
            for (number, (copy, step)) in steps.into_iter().enumerate() {
                let own = &mut seen[copy];
                let (item, edit): (u8, Edit) = match step {
                    Step::See => {
                        *own = file.clone();
                        continue;
                    }
                    Step::Mark(item) => (item, Box::new(|_| {})),
                    Step::Note(item, note) => {
                        let words = format!("[{number}:{note}]");
                        (item, Box::new(move |mark| mark.note.push_str(&words)))
                    }
                    Step::Collect(item, name) => {
                        (item, Box::new(move |mark| mark.collections.extend([name.to_string()])))
                    }
                };
                let address = item.to_string();
                let before = own.get(&address).cloned();
                let mut after = before.clone().unwrap_or_else(|| mark(&address, "", &[]));
                edit(&mut after);
                let note = (!after.note.is_empty()).then(|| after.note.rsplit('[').next().unwrap().to_owned());
                written.push((address, note, after.collections.first().cloned()));
                let change = Change { before, after: Some(after) };
                own.apply(&change);
                file.apply(&change);
            }
            for (address, note, collection) in written {
                let mark = file.get(&address).unwrap();
                prop_assert!(note.is_none_or(|note| mark.note.contains(&note)), "{file:?}");
                prop_assert!(collection.is_none_or(|name| mark.collections.contains(&name)), "{file:?}");
            }
        }

        /// A change and the change back leave the file as it was.
        #[test]
        fn a_change_is_taken_back(note in "[a-c]{0,3}", other in "[a-c]{0,3}", names in prop::collection::btree_set("[x-z]", 0..3)) {
            let before = Mark { collections: names, ..mark("a", &note, &[]) };
            let after = mark("a", &other, &["w"]);
            for (before, after) in [(Some(&before), Some(&after)), (None, Some(&after)), (Some(&before), None)] {
                let was = Marks { marks: before.cloned().into_iter().collect() };
                let mut marks = was.clone();
                let change = change(before, after);
                marks.apply(&change);
                prop_assert_eq!(marks.marks.first(), after);
                marks.apply(&change.back());
                prop_assert_eq!(&marks, &was);
            }
        }
    }
}
