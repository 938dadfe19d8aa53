//! The best chain of headings: which of the candidates count 1, 2, 3 …, or 1.1, 1.2, 2.1 …

use super::ends::{Search, State};
use super::number::{self, Number};

/// A line that may be the heading of an article.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The place of its line.
    pub(super) line: usize,
    /// Its number; `None` if it cannot be read.
    pub(super) number: Option<Number>,
    /// The word of its heading, folded.
    pub(super) word: String,
    /// Where its text begins in its line.
    pub(super) rest: usize,
    /// How much it looks like a heading: 1, or less.
    pub(super) weight: f64,
    /// How well another number than the one that was read may be assumed: 0 if it may not.
    pub(super) may_assume: f64,
    /// Whether its word or its number look damaged by scanning.
    pub(super) is_spoilt: bool,
}

/// A heading in its place.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The place of its candidate.
    pub(super) candidate: usize,
    pub(super) number: Number,
    /// Whether the number was not read but follows from the order.
    pub(super) is_assumed: bool,
}

/// The best chain through candidates in the order of their lines. At the lines of `restarts` (sorted) counting may begin
/// anew.
///
/// Dynamic programming over the last state of each number, so the time is linear in the candidates.
pub(super) fn best(candidates: &[Candidate], restarts: &[usize]) -> Vec<Link> {
    let mut states: Vec<State> = Vec::with_capacity(candidates.len() * 2);
    let mut search = Search::default();
    let mut restarts = restarts.iter().peekable();
    for (place, candidate) in candidates.iter().enumerate() {
        while restarts.next_if(|line| **line <= candidate.line).is_some() {
            search.at_restart = search.best;
        }
        let from = states.len();
        read(place, candidate, candidates, &mut states, &search);
        assume(place, candidate, &mut states, &search);
        for at in from..states.len() {
            search.note(at, &states);
        }
    }
    let mut links = Vec::new();
    let mut at = search.best;
    while let Some(state) = at.and_then(|at| states.get(at)) {
        links.push(Link {
            candidate: state.candidate,
            number: state.number.clone(),
            is_assumed: state.is_assumed,
        });
        at = state.before;
    }
    links.reverse();
    links
}

/// The state of a candidate with the number that was read.
fn read(place: usize, candidate: &Candidate, all: &[Candidate], states: &mut Vec<State>, search: &Search) {
    let Some(number) = &candidate.number else { return };
    let begins = match number.value {
        0 | 1 => 1.0,
        2 => 0.2,
        _ => -1.0,
    };
    let mut best = (begins * candidate.weight, None, None);
    let mut consider = |before: Option<usize>, gain: f64, outer: fn(usize, &State) -> Option<usize>| {
        let Some((at, state)) = before.and_then(|at| Some((at, states.get(at)?))) else { return };
        let Some(other) = all.get(state.candidate).filter(|other| other.line != candidate.line) else {
            return;
        };
        let alike = other.word == candidate.word;
        let score = state.score + gain * candidate.weight + if alike { 0.1 } else { 0.0 };
        if score > best.0 {
            best = (score, Some(at), outer(at, state));
        }
    };
    let goes_on = |_: usize, before: &State| before.outer;
    let value = number.value;
    if let Some(counted) = search.chapters.get(&number.chapter()) {
        for (missing, gain) in [(1, 1.0), (2, 0.35), (3, 0.0), (4, -0.1)] {
            consider(counted.end(value.checked_sub(missing)), gain, goes_on);
        }
        let is_addition =
            |at: &usize| states.get(*at).is_some_and(|state| state.number.suffix < number.suffix);
        let same = counted.end(Some(value)).filter(|_| !number.suffix.is_empty());
        consider(same.filter(is_addition), 0.9, goes_on);
    }
    for at in search.earlier(number) {
        if let Some(gain) = states.get(at).and_then(|state| number::gain(&state.number, number)) {
            consider(Some(at), gain, goes_on);
        }
    }
    let state = |at: usize| states.get(at);
    if let Some(outer) = search.best.and_then(state).and_then(|best| best.outer).and_then(state)
        && let Some(gain) = number::return_gain(&outer.number, number)
    {
        consider(search.best, gain, |_, _| None);
    }
    if number.is_first() {
        consider(search.at_restart, 0.9, |at, before| before.number.within.is_some().then_some(at));
        let counted = |at: &usize| states.get(*at).is_some_and(|state| number.is_again_after(&state.number));
        consider(search.best.filter(counted), 0.1, |_, _| None);
    }
    let (score, before, outer) = best;
    states.push(State { candidate: place, number: number.clone(), score, before, is_assumed: false, outer });
}

/// The states of a candidate with the numbers that the order asks for.
fn assume(place: usize, candidate: &Candidate, states: &mut Vec<State>, search: &Search) {
    if candidate.may_assume <= 0.0 {
        return;
    }
    for at in &search.open {
        let Some(state) = states.get(*at) else { continue };
        let number = state.number.next();
        let own = candidate.number.as_ref();
        // A 1 that is alone begins a new count rather than being a misread 8.
        let restarts =
            own.is_some_and(Number::is_first) && state.number.value >= 3 && candidate.may_assume < 0.5;
        // What counts within a chapter is no misread plain number.
        let is_other_count =
            !candidate.is_spoilt && own.is_some_and(|own| own.within.is_some() != number.within.is_some());
        if own == Some(&number) || restarts || is_other_count {
            continue;
        }
        let score = state.score + candidate.may_assume;
        let outer = state.outer;
        states.push(State { candidate: place, number, score, before: Some(*at), is_assumed: true, outer });
    }
}

#[cfg(test)]
mod tests {
    use super::super::number::of_article;
    use super::*;

    fn chain(numbers: &[&str]) -> Vec<String> {
        let candidate = |(line, text): (usize, &&str)| Candidate {
            line,
            number: of_article(text.trim_end_matches('~')).pop().map(|(number, _)| number),
            word: "article".to_owned(),
            rest: 0,
            weight: 1.0,
            may_assume: if text.ends_with('~') { 0.55 } else { 0.0 },
            is_spoilt: text.ends_with('~'),
        };
        let candidates: Vec<Candidate> = numbers.iter().enumerate().map(candidate).collect();
        best(&candidates, &[])
            .iter()
            .map(|link| format!("{}:{}", link.candidate, link.number.shown()))
            .collect()
    }

    #[test]
    fn what_counts_is_kept_and_the_rest_is_not() {
        assert_eq!(chain(&["1", "2", "7", "3", "4"]), ["0:1", "1:2", "3:3", "4:4"]);
        assert_eq!(chain(&["1", "2", "?~", "4"]), ["0:1", "1:2", "2:3", "3:4"]);
        assert_eq!(chain(&["1", "2", "4", "5"]), ["0:1", "1:2", "2:4", "3:5"]);
        assert_eq!(chain(&["1", "2", "3", "1", "2", "3"]).len(), 6);
        assert_eq!(chain(&["12", "1", "2"]), ["1:1", "2:2"]);
        assert!(chain(&[]).is_empty());
    }

    #[test]
    fn many_headings_take_no_longer_than_their_number() {
        let numbers: Vec<String> = (0..20_000).map(|n| (n % 7 + 1).to_string()).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        assert!(chain(&numbers).len() > 10_000);
    }
}
