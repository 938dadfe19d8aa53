//! Pairs the clauses of two agreements.

use super::assign::assign;
use super::likeness::{Likeness, Shared};
use crate::insight::wording::Words;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// The least likeness of two clauses that are paired.
const ALIKE: f64 = 0.3;
/// The weight of the headings in the likeness of two clauses that have them.
const HEADING: f64 = 0.35;
/// The bonus for clauses at the same place in their agreements, which only decides among equals.
const PLACE: f64 = 0.02;
/// The most candidates for each clause, the most alike.
const CANDIDATES: usize = 16;
/// The most clauses whose likeness to a clause is measured: those that share the most, as far as was looked.
const MEASURED: usize = 32;
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
    for group in groups(candidates, left.len(), right.len()) {
        best_of(&group, &mut found);
    }
    found.sort_by_key(|(l, r, _)| (*l, *r));
    let place = |l: usize, r: usize| bonus(l, left.len(), r, right.len());
    found.into_iter().map(|(l, r, weight)| (l, r, (weight - place(l, r)).clamp(0.0, 1.0))).collect()
}

/// The possible pairs: the most alike for each left clause. Only clauses that share rare words with it are measured, so the
/// time grows with the number of clauses, not with that of all pairs.
fn candidates(left: &[Side], right: &[Side]) -> Vec<Candidate> {
    let texts = Likeness::new(left.iter().map(|side| &side.text), right.iter().map(|side| &side.text));
    let headings =
        Likeness::new(left.iter().map(|side| &side.heading), right.iter().map(|side| &side.heading));
    let of_one = |shared: &mut Shared, l: usize| -> Vec<Candidate> {
        texts.look(l, 1.0 - HEADING, shared);
        headings.look(l, HEADING, shared);
        let mut near = shared.take();
        if near.len() > MEASURED {
            // Of those that share as much, the nearest to the same place.
            let away = |r: usize| bonus(l, left.len(), r, right.len());
            near.select_nth_unstable_by(MEASURED, |a, b| {
                b.1.total_cmp(&a.1).then(away(b.0).total_cmp(&away(a.0))).then(a.0.cmp(&b.0))
            });
            near.truncate(MEASURED);
        }
        near.sort_unstable_by_key(|(r, _)| *r);
        let mut own: Vec<Candidate> = Vec::new();
        for (r, _) in near {
            let text = texts.of(l, r).unwrap_or(0.0);
            let alike = headings.of(l, r).map_or(text, |heading| HEADING * heading + (1.0 - HEADING) * text);
            if alike >= ALIKE {
                own.push((alike + bonus(l, left.len(), r, right.len()), l, r));
            }
        }
        own.sort_by(|a, b| b.0.total_cmp(&a.0));
        own.truncate(CANDIDATES);
        own
    };
    (0..left.len()).into_par_iter().map_init(Shared::default, of_one).flatten().collect()
}

fn bonus(left: usize, lefts: usize, right: usize, rights: usize) -> f64 {
    let share = |place: usize, of: usize| place as f64 / of.max(1) as f64;
    PLACE * (1.0 - (share(left, lefts) - share(right, rights)).abs())
}

/// Candidates in groups that share no clause, so that each can be decided by itself.
fn groups(candidates: Vec<Candidate>, lefts: usize, rights: usize) -> Vec<Vec<Candidate>> {
    // Which clause each belongs to, left ones first; the first of a group belongs to itself.
    let mut above: Vec<usize> = (0..lefts + rights).collect();
    for (_, l, r) in &candidates {
        let (a, b) = (root(&mut above, *l), root(&mut above, lefts + r));
        if let Some(higher) = above.get_mut(a.max(b)) {
            *higher = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        groups.entry(root(&mut above, candidate.1)).or_default().push(candidate);
    }
    groups.into_values().collect()
}

/// The first clause of a group. What is passed on the way is put nearer to it.
fn root(above: &mut [usize], mut at: usize) -> usize {
    while let Some(next) = above.get(at).copied().filter(|next| *next != at) {
        let after = above.get(next).copied().unwrap_or(next);
        if let Some(higher) = above.get_mut(at) {
            *higher = after;
        }
        at = after;
    }
    at
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
    let (mut lefts, mut rights) = (HashSet::new(), HashSet::new());
    for (weight, l, r) in order {
        if !lefts.contains(&l) && !rights.contains(&r) {
            lefts.insert(l);
            rights.insert(r);
            found.push((l, r, weight));
        }
    }
}
