//! How much of an agreement is its own wording, and where the rest comes from.

use super::index::{Hashed, PASSAGE, Passages};
use super::share::{Share, shares};
use crate::insight::compare::passage;
use crate::insight::lists::clauses_of;
use crate::model::{Collection, ItemId};
use std::collections::HashSet;

/// Where the wording of an agreement comes from, and where it went.
#[derive(Clone, Debug)]
pub struct AgreementTrace {
    /// The agreement.
    pub item: ItemId,
    /// How many different passages it has.
    pub passages: usize,
    /// How many words each has; the longest, if its clauses are in several scripts.
    pub length: usize,
    /// How many of them an earlier agreement has.
    pub borrowed: usize,
    /// How many each earlier agreement has, largest first.
    pub from: Vec<Share>,
    /// How many each earlier agreement was the first to have, largest first.
    pub first: Vec<Share>,
    /// How many each later agreement has, largest first.
    pub later: Vec<Share>,
    /// Clause by clause.
    pub clauses: Vec<ClauseShare>,
}

impl AgreementTrace {
    /// Keeps at most the first `most` entries of each list; the totals stay.
    #[must_use]
    pub fn limited(mut self, most: usize) -> Self {
        for shares in [&mut self.from, &mut self.first, &mut self.later] {
            shares.truncate(most);
        }
        self.clauses.truncate(most);
        self
    }
}

/// How much of a clause is borrowed.
#[derive(Clone, Copy, Debug)]
pub struct ClauseShare {
    /// The clause.
    pub item: ItemId,
    /// How many different passages it has.
    pub passages: usize,
    /// How many of them an earlier agreement has.
    pub borrowed: usize,
    /// The earlier agreement with the most of them.
    pub most: Option<Share>,
}

/// Traces an agreement or a chapter; `None` if it is not in the index.
pub fn trace_agreement(index: &Passages, collection: &Collection, item: ItemId) -> Option<AgreementTrace> {
    let (own, _) = index.agreement(item.agreement()?)?;
    let agreements = index.agreements.len();
    let mut counts = Counts::new(agreements);
    let mut seen: HashSet<u64, foldhash::fast::RandomState> = HashSet::default();
    let mut clauses = Vec::new();
    let mut length = PASSAGE;
    for clause in clauses_of(collection, item) {
        let Hashed { mut passages, length: words, .. } =
            Hashed::of(passage(collection, clause).unwrap_or_default(), &index.joined);
        length = length.max(words);
        passages.sort_unstable();
        passages.dedup();
        let mut of_clause = vec![0usize; own];
        let mut borrowed = 0;
        for hash in &passages {
            let holders = index.places(*hash).iter().map(|place| index.agreement_at(*place));
            let fresh = seen.insert(*hash);
            let mut earlier = false;
            for holder in holders {
                if let Some(count) = of_clause.get_mut(holder) {
                    *count += 1;
                    earlier = true;
                }
                if fresh {
                    counts.add(holder, own);
                }
            }
            borrowed += usize::from(earlier);
            counts.close(fresh);
        }
        let most = shares(index, &of_clause).into_iter().next();
        clauses.push(ClauseShare { item: clause, passages: passages.len(), borrowed, most });
    }
    let (from, later) = counts.held.split_at_checked(own)?;
    let later: Vec<usize> = std::iter::repeat_n(0, own + 1).chain(later.iter().skip(1).copied()).collect();
    Some(AgreementTrace {
        item,
        passages: seen.len(),
        length,
        borrowed: counts.borrowed,
        from: shares(index, from),
        first: shares(index, &counts.first),
        later: shares(index, &later),
        clauses,
    })
}

/// The counts of the whole agreement, each passage once.
struct Counts {
    held: Vec<usize>,
    first: Vec<usize>,
    borrowed: usize,
    /// Whether an earlier holder of the current passage was counted.
    found: bool,
}

impl Counts {
    fn new(agreements: usize) -> Self {
        Self { held: vec![0; agreements], first: vec![0; agreements], borrowed: 0, found: false }
    }

    /// Counts a holder; they come earliest first.
    fn add(&mut self, holder: usize, own: usize) {
        if let Some(count) = self.held.get_mut(holder) {
            *count += 1;
        }
        if holder < own && !self.found {
            self.found = true;
            if let Some(count) = self.first.get_mut(holder) {
                *count += 1;
            }
        }
    }

    fn close(&mut self, counted: bool) {
        self.borrowed += usize::from(counted && self.found);
        self.found = false;
    }
}
