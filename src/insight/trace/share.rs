//! Shares of the passages of a text.

use super::index::Passages;
use crate::model::ItemId;

/// How many passages of a text one agreement has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The agreement.
    pub agreement: ItemId,
    /// How many of the text's different passages it has.
    pub passages: usize,
}

/// Shares by agreement (numbers in the order of signing), the largest first, the earlier first among equals.
pub(super) fn shares(index: &Passages, counts: &[usize]) -> Vec<Share> {
    let mut shares: Vec<Share> = index
        .agreements
        .iter()
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|(held, count)| Share { agreement: held.item, passages: *count })
        .collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.passages));
    shares
}

/// A part of a whole as a number from 0 to 1; 0 of nothing.
pub fn share_of(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
