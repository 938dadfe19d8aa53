//! The trace of a clause, a chapter or an agreement for reading: its text by how many agreements share it, and who used its
//! passages first.

use super::agreement::{AgreementTrace, trace_agreement};
use super::index::{PASSAGE, Passages};
use super::passages::{TextTrace, trace_clause};
use crate::data::Meter;
use crate::model::{Collection, ItemId};

/// The least share of the agreements, in percent, that makes wording standard.
const STANDARD_PERCENT: usize = 2;
/// The fewest agreements that make wording standard, in a collection of any size.
const STANDARD_LEAST: usize = 3;

/// What was traced.
#[derive(Clone, Debug)]
pub enum Traced {
    /// A clause.
    Clause(TextTrace),
    /// An agreement or a chapter.
    Agreement(AgreementTrace),
}

/// Where the wording of an item comes from.
#[derive(Clone, Debug)]
pub struct ItemTrace {
    /// The item.
    pub item: ItemId,
    /// Its trace.
    pub traced: Traced,
    /// Who used its wording first, the earliest first.
    pub origins: Vec<Origin>,
    /// In how many earlier agreements wording must be to be standard.
    pub standard: usize,
}

/// The first use of some of the wording of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The clause that has it; the agreement, if a whole agreement or chapter was traced.
    pub item: ItemId,
    /// How many words of the item it was the first to have; passages, if a whole agreement or chapter was traced.
    pub size: usize,
    /// The agreements that used it again, each once, in the order of signing; not known for a whole agreement or chapter.
    pub again: Vec<ItemId>,
}

impl ItemTrace {
    /// How long a passage of it is, in words: `8 words`, or `16 letters` in a script without blanks between words.
    pub fn passage_words(&self) -> String {
        let length = match &self.traced {
            Traced::Clause(trace) => trace.length,
            Traced::Agreement(trace) => trace.length,
        };
        format!("{length} {}", if length == PASSAGE { "words" } else { "letters" })
    }

    /// How many passages it has, and how many of them an earlier agreement has.
    pub fn counts(&self) -> (usize, usize) {
        match &self.traced {
            Traced::Clause(trace) => (trace.passages, trace.borrowed),
            Traced::Agreement(trace) => (trace.passages, trace.borrowed),
        }
    }
}

/// In how many earlier agreements wording must be to be standard, in a collection of this many.
fn standard(agreements: usize) -> usize {
    (agreements * STANDARD_PERCENT).div_ceil(100).max(STANDARD_LEAST)
}

/// Traces a clause, a chapter or an agreement through all that is open; `None` for anything else. Reads every text, so it
/// takes longer than a frame.
pub fn trace_item(collection: &Collection, item: ItemId, meter: &Meter) -> Option<ItemTrace> {
    item.agreement()?;
    let index = Passages::build_of(collection, item, meter);
    let standard = standard(index.agreements.len());
    let (traced, origins) = match trace_clause(&index, collection, item) {
        Some(trace) => {
            let origins = of_runs(collection, &trace);
            (Traced::Clause(trace), origins)
        }
        None => {
            let trace = trace_agreement(&index, collection, item)?;
            let origins = of_shares(&index, &trace);
            (Traced::Agreement(trace), origins)
        }
    };
    Some(ItemTrace { item, traced, origins, standard })
}

/// The clauses that were first with something, in the order of the trace, which is that of earliest use.
fn of_runs(collection: &Collection, trace: &TextTrace) -> Vec<Origin> {
    let mut origins: Vec<Origin> = Vec::new();
    for run in &trace.runs {
        match origins.iter_mut().find(|origin| origin.item == run.earliest) {
            Some(origin) => {
                origin.size += run.words;
                origin.again.extend(&run.after);
            }
            None => origins.push(Origin { item: run.earliest, size: run.words, again: run.after.clone() }),
        }
    }
    for origin in &mut origins {
        origin.again.sort_by_cached_key(|item| {
            let date = collection.date(*item);
            (date.is_none(), date, *item)
        });
        origin.again.dedup();
    }
    origins
}

/// The agreements that were first with something, in the order of signing.
fn of_shares(index: &Passages, trace: &AgreementTrace) -> Vec<Origin> {
    let size = |agreement| trace.first.iter().find(|share| share.agreement == agreement).map(|s| s.passages);
    let held = index.agreements.iter().map(|held| held.item);
    held.filter_map(|item| Some(Origin { item, size: size(item)?, again: Vec::new() })).collect()
}
