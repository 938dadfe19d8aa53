//! Shares of the passages of a text.

use super::index::Passages;
use crate::model::ItemId;

/// The passages of a text that one agreement has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The agreement.
    pub agreement: ItemId,
    /// How many of the different passages of the text it has.
    pub passages: usize,
}

/// The shares of agreements, largest first, then earliest first; `counts` is in the order of signing.
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

/// A part of a whole, from 0 to 1; 0 if the whole is 0.
pub fn share_of(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
