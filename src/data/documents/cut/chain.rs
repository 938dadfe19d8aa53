//! The best chain of headings: which of the candidates count 1, 2, 3 …

use super::number::Number;

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

/// A candidate with a number, at the end of the best chain to it.
struct State {
    candidate: usize,
    number: Number,
    score: f64,
    before: Option<usize>,
    is_assumed: bool,
}

/// How many chains a candidate without a readable number may go on from.
const OPEN: usize = 6;

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

/// What the search knows of the chains so far.
#[derive(Default)]
struct Search {
    /// For each number the state of the best chain that ends in it.
    ends: Vec<Option<usize>>,
    /// The best states of different numbers, best first.
    open: Vec<usize>,
    /// The best state of all.
    best: Option<usize>,
    /// The best state before the last line at which counting may begin anew.
    at_restart: Option<usize>,
}

impl Search {
    fn end(&self, value: u16) -> Option<usize> {
        self.ends.get(usize::from(value)).copied().flatten()
    }

    fn note(&mut self, at: usize, states: &[State]) {
        let Some(state) = states.get(at) else { return };
        let score = |at: usize| states.get(at).map_or(f64::MIN, |state| state.score);
        let value = usize::from(state.number.value);
        if self.ends.len() <= value {
            self.ends.resize(value + 1, None);
        }
        if let Some(end) = self.ends.get_mut(value)
            && end.is_none_or(|end| score(end) <= state.score)
        {
            *end = Some(at);
        }
        if self.best.is_none_or(|best| score(best) < state.score) {
            self.best = Some(at);
        }
        self.open.retain(|other| {
            states
                .get(*other)
                .is_none_or(|other| other.number.value != state.number.value || other.score > state.score)
        });
        let is_new = self
            .open
            .iter()
            .all(|other| states.get(*other).is_some_and(|other| other.number.value != state.number.value));
        if is_new {
            let place = self.open.partition_point(|other| score(*other) >= state.score);
            self.open.insert(place, at);
            self.open.truncate(OPEN);
        }
    }
}

/// The state of a candidate with the number that was read.
fn read(place: usize, candidate: &Candidate, all: &[Candidate], states: &mut Vec<State>, search: &Search) {
    let Some(number) = &candidate.number else { return };
    let begins = match number.value {
        1 => 1.0,
        2 => 0.2,
        _ => -1.0,
    };
    let mut best = (begins * candidate.weight, None);
    let mut consider = |before: Option<usize>, gain: f64| {
        let Some((at, state)) = before.and_then(|at| Some((at, states.get(at)?))) else { return };
        let alike = all.get(state.candidate).is_some_and(|other| other.word == candidate.word);
        let score = state.score + gain * candidate.weight + if alike { 0.1 } else { 0.0 };
        if score > best.0 {
            best = (score, Some(at));
        }
    };
    let value = number.value;
    consider(search.end(value.saturating_sub(1)), 1.0);
    for (missing, gain) in [(2, 0.35), (3, 0.0), (4, -0.1)] {
        consider(
            value.checked_sub(missing).filter(|value| *value > 0).and_then(|value| search.end(value)),
            gain,
        );
    }
    let same = search
        .end(value)
        .filter(|at| states.get(*at).is_some_and(|state| state.number.suffix < number.suffix));
    consider(same.filter(|_| !number.suffix.is_empty()), 0.9);
    if value == 1 {
        consider(search.at_restart, 0.9);
        consider(search.best.filter(|at| states.get(*at).is_some_and(|state| state.number.value >= 2)), 0.1);
    }
    let (score, before) = best;
    states.push(State { candidate: place, number: number.clone(), score, before, is_assumed: false });
}

/// The states of a candidate with the numbers that the order asks for.
fn assume(place: usize, candidate: &Candidate, states: &mut Vec<State>, search: &Search) {
    if candidate.may_assume <= 0.0 {
        return;
    }
    for at in &search.open {
        let Some(state) = states.get(*at) else { continue };
        let number = Number::plain(state.number.value + 1);
        let own = candidate.number.as_ref();
        // A 1 that stands alone begins a new count rather than being a misread 8.
        let restarts =
            own.is_some_and(|own| own.value == 1) && state.number.value >= 3 && candidate.may_assume < 0.5;
        if own == Some(&number) || restarts {
            continue;
        }
        let score = state.score + candidate.may_assume;
        states.push(State { candidate: place, number, score, before: Some(*at), is_assumed: true });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(numbers: &[&str]) -> Vec<String> {
        let candidate = |(line, text): (usize, &&str)| Candidate {
            line,
            number: text.trim_end_matches('~').parse().ok().map(Number::plain),
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
