//! The passages of a comparison in an order that is that of both texts, as far as no passage was moved.

use crate::insight::compare::{Comparison, Pair, PairState};
use crate::model::ItemId;

/// A passage of the document.
#[derive(Clone, Copy, Debug)]
pub(super) enum Passage<'a> {
    /// In both texts, in the same place.
    Both(ItemId, ItemId, &'a Pair),
    /// Only in the left text.
    Left(ItemId),
    /// Only in the right text.
    Right(ItemId),
    /// In both texts, and here in the left one.
    From(ItemId),
    /// In both texts, and here in the right one.
    To(ItemId, ItemId, &'a Pair),
}

/// All passages: those of the left text in its order once what is only in the right one or moved to there is left out, those
/// of the right text in its order once what is only in the left one or moved from there is.
pub(super) fn passages(comparison: &Comparison) -> Vec<Passage<'_>> {
    let mut lefts: Vec<(ItemId, &Pair)> =
        comparison.pairs().filter_map(|pair| Some((pair.left?, pair))).collect();
    let mut rights: Vec<(ItemId, &Pair)> =
        comparison.pairs().filter_map(|pair| Some((pair.right?, pair))).collect();
    lefts.sort_by_key(|(left, _)| *left);
    rights.sort_by_key(|(right, _)| *right);
    let in_both: Vec<(ItemId, ItemId, &Pair)> =
        lefts.iter().filter_map(|(left, pair)| Some((*left, pair.right?, *pair))).collect();
    let (mut lefts, mut rights) = (lefts.into_iter().peekable(), rights.into_iter().peekable());
    let mut out = Vec::new();
    for (left, right, pair) in staying(&in_both) {
        out.extend(std::iter::from_fn(|| lefts.next_if(|(own, _)| *own < left)).map(only_left));
        out.extend(std::iter::from_fn(|| rights.next_if(|(own, _)| *own < right)).map(only_right));
        out.push(Passage::Both(left, right, pair));
        lefts.next();
        rights.next();
    }
    out.extend(lefts.map(only_left));
    out.extend(rights.map(only_right));
    out
}

fn only_left((left, pair): (ItemId, &Pair)) -> Passage<'_> {
    match is_moved(pair) {
        true => Passage::From(left),
        false => Passage::Left(left),
    }
}

fn only_right((right, pair): (ItemId, &Pair)) -> Passage<'_> {
    match pair.left.filter(|_| is_moved(pair)) {
        Some(left) => Passage::To(left, right, pair),
        None => Passage::Right(right),
    }
}

/// Whether a pair in different places is a passage that was moved, and not one text deleted and another inserted.
fn is_moved(pair: &Pair) -> bool {
    matches!(pair.state(), PairState::Alike | PairState::Differing)
}

/// The most pairs, in the order of the left text, that are in the order of the right one too.
fn staying<'a>(pairs: &[(ItemId, ItemId, &'a Pair)]) -> Vec<(ItemId, ItemId, &'a Pair)> {
    // For each length the place of the pair with the first right passage that ends such a run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let right_of = |place: &usize| pairs.get(*place).map(|(_, right, _)| *right);
    for (place, (_, right, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| right_of(end) < Some(*right));
        before.push(length.checked_sub(1).and_then(|length| ends.get(length).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let run = std::iter::successors(ends.last().copied(), |place| before.get(*place).copied().flatten());
    let mut run: Vec<_> = run.filter_map(|place| pairs.get(place).copied()).collect();
    run.reverse();
    run
}
