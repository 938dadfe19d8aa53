//! Pairs the clauses of two agreements.

use super::assign::assign;
use crate::insight::wording::Words;
use std::collections::{BTreeMap, HashMap};

/// The least likeness of two clauses that are paired.
const ALIKE: f64 = 0.3;
/// The weight of the headings in the likeness of two clauses that have them.
const HEADING: f64 = 0.35;
/// The bonus for clauses at the same place in their agreements, which only decides among equals.
const PLACE: f64 = 0.02;
/// The most candidates for each clause, the most alike.
const CANDIDATES: usize = 16;
/// The most clauses on each side that are paired by the best sum, which takes cubic time; more are paired best first.
const WHOLE: usize = 600;

pub(super) struct Side {
    pub(super) heading: Words,
    pub(super) text: Words,
}

/// A possible pair: its likeness (0 to 1, plus the bonus for the same place), and the indices of both.
type Candidate = (f64, usize, usize);

/// The pairs, as indices in both lists, with the likeness of each, 0 to 1.
///
/// Likeness is the share of common words (Dice's coefficient of word counts, weighted by the logarithm of how few
/// clauses have each word), 65 % from the texts and 35 % from the headings.
pub(super) fn pair(left: &[Side], right: &[Side]) -> Vec<(usize, usize, f64)> {
    let candidates = candidates(left, right);
    let mut found = Vec::new();
    for group in groups(candidates, left.len()) {
        best_of(&group, &mut found);
    }
    found.sort_by_key(|(l, r, _)| (*l, *r));
    let place = |l: usize, r: usize| bonus(l, left.len(), r, right.len());
    found.into_iter().map(|(l, r, weight)| (l, r, (weight - place(l, r)).clamp(0.0, 1.0))).collect()
}

/// The possible pairs: the most alike for each left clause.
fn candidates(left: &[Side], right: &[Side]) -> Vec<Candidate> {
    let texts = Likeness::new(left, right, |side| &side.text);
    let headings = Likeness::new(left, right, |side| &side.heading);
    let mut found = Vec::new();
    for (l, side) in left.iter().enumerate() {
        let (text, heading) = (texts.of(&side.text), headings.of(&side.heading));
        let mut own: Vec<Candidate> = Vec::new();
        for (r, (other, (text, heading))) in right.iter().zip(text.into_iter().zip(heading)).enumerate() {
            let headed = !side.heading.numbers.is_empty() && !other.heading.numbers.is_empty();
            let alike = if headed { HEADING * heading + (1.0 - HEADING) * text } else { text };
            if alike >= ALIKE {
                own.push((alike + bonus(l, left.len(), r, right.len()), l, r));
            }
        }
        own.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.extend(own.into_iter().take(CANDIDATES));
    }
    found
}

fn bonus(left: usize, lefts: usize, right: usize, rights: usize) -> f64 {
    let share = |place: usize, of: usize| place as f64 / of.max(1) as f64;
    PLACE * (1.0 - (share(left, lefts) - share(right, rights)).abs())
}

/// Candidates in groups that share no clause, so that each can be decided by itself.
fn groups(candidates: Vec<Candidate>, lefts: usize) -> Vec<Vec<Candidate>> {
    let mut above: BTreeMap<usize, usize> = BTreeMap::new();
    let root = |above: &BTreeMap<usize, usize>, mut at: usize| {
        while let Some(next) = above.get(&at).filter(|next| **next != at) {
            at = *next;
        }
        at
    };
    for (_, l, r) in &candidates {
        let (a, b) = (root(&above, *l), root(&above, lefts + r));
        above.insert(a.max(b), a.min(b));
    }
    let mut groups: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        groups.entry(root(&above, candidate.1)).or_default().push(candidate);
    }
    groups.into_values().collect()
}

/// The pairs of a group with the largest sum of likeness.
fn best_of(group: &[Candidate], found: &mut Vec<(usize, usize, f64)>) {
    let places = |of: fn(&Candidate) -> usize| {
        let mut places: Vec<usize> = group.iter().map(of).collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let (lefts, rights) = (places(|c| c.1), places(|c| c.2));
    if lefts.len().min(rights.len()) > WHOLE {
        return best_first(group, found);
    }
    let mut weights = vec![vec![0.0; rights.len()]; lefts.len()];
    for (weight, l, r) in group {
        let at = (lefts.binary_search(l), rights.binary_search(r));
        let cell = at.0.ok().zip(at.1.ok()).and_then(|(l, r)| weights.get_mut(l)?.get_mut(r));
        if let Some(cell) = cell {
            *cell = *weight;
        }
    }
    for (row, column) in assign(&weights, rights.len()).into_iter().enumerate() {
        let Some(column) = column else { continue };
        let weight = weights.get(row).and_then(|w| w.get(column));
        if let (Some(l), Some(r), Some(weight)) = (lefts.get(row), rights.get(column), weight) {
            found.push((*l, *r, *weight));
        }
    }
}

/// The most alike pair first, then the most alike of the rest, and so on.
fn best_first(group: &[Candidate], found: &mut Vec<(usize, usize, f64)>) {
    let mut order = group.to_vec();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut lefts, mut rights) = (HashMap::new(), HashMap::new());
    for (weight, l, r) in order {
        if !lefts.contains_key(&l) && !rights.contains_key(&r) {
            lefts.insert(l, ());
            rights.insert(r, ());
            found.push((l, r, weight));
        }
    }
}

/// Word counts of the right clauses, by word.
struct Likeness {
    /// By word: its weight, and the right clauses with how often they have it.
    words: HashMap<u32, (f64, Vec<(usize, u32)>)>,
    /// The weight of each right clause.
    totals: Vec<f64>,
}

impl Likeness {
    fn new(left: &[Side], right: &[Side], of: fn(&Side) -> &Words) -> Self {
        let all = (left.len() + right.len()) as f64;
        let mut holders: HashMap<u32, f64> = HashMap::new();
        for side in left.iter().chain(right) {
            for word in counts(of(side)).into_keys() {
                *holders.entry(word).or_default() += 1.0;
            }
        }
        let mut words: HashMap<u32, (f64, Vec<(usize, u32)>)> = holders
            .into_iter()
            .map(|(word, holders)| (word, ((1.0 + all / holders).ln(), Vec::new())))
            .collect();
        let mut totals = Vec::with_capacity(right.len());
        for (place, side) in right.iter().enumerate() {
            let mut total = 0.0;
            for (word, count) in counts(of(side)) {
                if let Some((weight, holders)) = words.get_mut(&word) {
                    total += *weight * f64::from(count);
                    holders.push((place, count));
                }
            }
            totals.push(total);
        }
        Self { words, totals }
    }

    /// How alike the text is to each right clause, 0 to 1.
    fn of(&self, text: &Words) -> Vec<f64> {
        let mut shared = vec![0.0; self.totals.len()];
        let mut total = 0.0;
        for (word, count) in counts(text) {
            let Some((weight, holders)) = self.words.get(&word) else { continue };
            total += weight * f64::from(count);
            for (place, other) in holders {
                if let Some(shared) = shared.get_mut(*place) {
                    *shared += weight * f64::from(count.min(*other));
                }
            }
        }
        let share = |(shared, other): (f64, &f64)| {
            let both = total + other;
            if both > 0.0 { 2.0 * shared / both } else { 0.0 }
        };
        shared.into_iter().zip(&self.totals).map(share).collect()
    }
}

/// How often each word is in a text; sorted, so that sums are the same every time.
fn counts(words: &Words) -> BTreeMap<u32, u32> {
    let mut counts = BTreeMap::new();
    for number in &words.numbers {
        *counts.entry(*number).or_default() += 1;
    }
    counts
}
