//! What the search for the best chain of headings knows of the chains so far.

use super::number::{Chapter, Number};
use std::collections::BTreeMap;

/// A candidate with a number, at the end of the best chain to it.
pub(super) struct State {
    pub(super) candidate: usize,
    pub(super) number: Number,
    pub(super) score: f64,
    pub(super) before: Option<usize>,
    pub(super) is_assumed: bool,
    /// In the articles of an annex to a chapter, the last article before them.
    pub(super) outer: Option<usize>,
}

/// How many chains a candidate without a readable number may go on from.
const OPEN: usize = 6;

/// How many chapters before a new one its first article may go on from.
const CHAPTERS: usize = 8;

/// What the search knows of the chains so far.
#[derive(Default)]
pub(super) struct Search {
    /// What counts in each chapter; what counts through the whole text is in one.
    pub(super) chapters: BTreeMap<Chapter, Counted>,
    /// The best states of different numbers, best first.
    pub(super) open: Vec<usize>,
    /// The best state of all.
    pub(super) best: Option<usize>,
    /// The best state before the last line at which counting may begin anew.
    pub(super) at_restart: Option<usize>,
}

/// The chains that end in a chapter.
#[derive(Default)]
pub(super) struct Counted {
    /// For each number the state of the best chain that ends in it.
    ends: Vec<Option<usize>>,
    /// The best of them.
    pub(super) best: Option<usize>,
}

impl Counted {
    pub(super) fn end(&self, value: Option<u16>) -> Option<usize> {
        self.ends.get(usize::from(value?)).copied().flatten()
    }
}

impl Search {
    pub(super) fn note(&mut self, at: usize, states: &[State]) {
        let Some(state) = states.get(at) else { return };
        let score = |at: usize| states.get(at).map_or(f64::MIN, |state| state.score);
        let counted = self.chapters.entry(state.number.chapter()).or_default();
        let value = usize::from(state.number.value);
        if counted.ends.len() <= value {
            counted.ends.resize(value + 1, None);
        }
        if let Some(end) = counted.ends.get_mut(value)
            && end.is_none_or(|end| score(end) <= state.score)
        {
            *end = Some(at);
        }
        for best in [&mut counted.best, &mut self.best] {
            if best.is_none_or(|best| score(best) < state.score) {
                *best = Some(at);
            }
        }
        let same = |other: usize| {
            states.get(other).is_some_and(|other| {
                other.number.value == state.number.value && other.number.within == state.number.within
            })
        };
        self.open.retain(|other| !same(*other) || score(*other) > state.score);
        if !self.open.iter().any(|other| same(*other)) {
            let place = self.open.partition_point(|other| score(*other) >= state.score);
            self.open.insert(place, at);
            self.open.truncate(OPEN);
        }
    }

    /// The best chains that end in one of the chapters before that of a number, in what that chapter is part of (2.6 before
    /// 2.7.1), or in what the number before it is divided into (2.7.3 before 2.8).
    pub(super) fn earlier(&self, number: &Number) -> impl Iterator<Item = usize> {
        let near = number.within.as_ref().map(|_| {
            let (numerals, path) = number.chapter();
            let mut outer = path.clone();
            outer.pop();
            let mut divided = path;
            divided.push((number.value.saturating_sub(1), String::new()));
            [(numerals, outer), (numerals, divided)].map(|chapter| self.chapters.get(&chapter))
        });
        let before =
            number.within.is_some().then(|| self.chapters.range(..number.chapter()).rev().take(CHAPTERS));
        let before = before.into_iter().flatten().map(|(_, counted)| counted);
        before.chain(near.into_iter().flatten().flatten()).filter_map(|counted| counted.best)
    }
}
