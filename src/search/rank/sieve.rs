//! The items that meet the conditions of a query.

use super::ready::{Exactness, Ready};
use crate::model::Collection;
use crate::search::index::{Index, Segment};
use crate::search::query::{Condition, QueryProblem};
use crate::search::results::{Keep, MetBy};
use crate::search::tolerance::Hits;
use rayon::prelude::*;
use roaring::{MultiOps, RoaringBitmap};

/// The conditions of a query, prepared for a collection.
pub(super) struct Sieve<'a> {
    collection: &'a Collection,
    conditions: Vec<(Keep, Vec<Ready<'a>>)>,
    /// Values that name nothing.
    pub(crate) problems: Vec<QueryProblem>,
}

/// The items of a segment that meet all conditions, and the runs with an item that passes a test of each.
#[derive(Default)]
pub(super) struct Passed {
    pub(super) items: RoaringBitmap,
    pub(super) runs: Vec<MetBy>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(index: &'a Index, collection: &'a Collection, conditions: &[Condition]) -> Self {
        let mut problems = Vec::new();
        let mut ready = |test| Ready::new(index, collection, test, &mut problems);
        let conditions = conditions.iter().map(|condition| match condition {
            Condition::With(tests) => (Keep::These, tests.iter().map(&mut ready).collect()),
            Condition::Without(test) => (Keep::Others, vec![ready(test)]),
        });
        let conditions = conditions.collect();
        Self { collection, conditions, problems }
    }

    /// What passes in each segment, reading at most this many texts, and whether it is exact. Empty without conditions;
    /// `None` if it is no longer wanted.
    pub(super) fn passed(
        &self,
        index: &Index,
        texts: usize,
        wanted: &(impl Fn() -> bool + Sync),
    ) -> Option<(Vec<Passed>, Exactness)> {
        if self.conditions.is_empty() {
            return Some((Vec::new(), Exactness::Exact));
        }
        let tests = || self.conditions.iter().flat_map(|(_, tests)| tests);
        let unread = |segment: &Segment| -> u64 { tests().map(|test| test.unread(segment)).sum() };
        let unread: u64 = index.segments.par_iter().map(|segment| unread(segment)).sum();
        let exactness = if unread > texts as u64 { Exactness::Loose } else { Exactness::Exact };
        let passed = index.segments.par_iter().map(|segment| {
            if !wanted() {
                return None;
            }
            let mut passed = Passed { items: segment.all(), runs: Vec::new() };
            for (keep, tests) in &self.conditions {
                let passing = |test: &Ready| test.passing(self.collection, segment, exactness);
                let items = tests.iter().map(passing).union();
                passed.runs.push(MetBy { keep: *keep, runs: segment.runs_with(&items) });
                match keep {
                    Keep::These => passed.items &= items,
                    Keep::Others => passed.items -= items,
                }
            }
            Some(passed)
        });
        Some((passed.collect::<Option<Vec<_>>>()?, exactness))
    }

    /// The phrases that an item must hold, for highlights.
    pub(super) fn into_phrases(self) -> Vec<Vec<Hits>> {
        let wanted = self.conditions.into_iter().filter(|(keep, _)| *keep == Keep::These);
        wanted.flat_map(|(_, tests)| tests).filter_map(Ready::into_row).collect()
    }
}
