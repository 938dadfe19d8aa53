//! The items that meet the conditions of a query.

use super::closeness::Spotter;
use crate::data::states::find;
use crate::model::{Collection, Date, ItemId, Kind};
use crate::search::index::{Index, Segment, Weight};
use crate::search::query::{Cause, Condition, Filter, Fit, QueryProblem, Test, each_named, fit};
use crate::search::results::{Keep, MetBy};
use crate::search::tolerance::{Hits, Tier};
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

enum Ready<'a> {
    Kind(Kind),
    /// The dossier and the id of everything that was named.
    Tags(Filter, Vec<(u32, String)>),
    Date(Box<dyn Fn(Date) -> bool + Sync + 'a>),
    Phrase(Vec<Hits>, Spotter<'a>),
}

impl<'a> Sieve<'a> {
    pub(super) fn new(index: &'a Index, collection: &'a Collection, conditions: &[Condition]) -> Self {
        let mut sieve = Self { collection, conditions: Vec::new(), problems: Vec::new() };
        for condition in conditions {
            let (keep, tests) = match condition {
                Condition::With(tests) => (Keep::These, tests.as_slice()),
                Condition::Without(test) => (Keep::Others, std::slice::from_ref(test)),
            };
            let ready = tests.iter().map(|test| sieve.ready(index, test)).collect();
            sieve.conditions.push((keep, ready));
        }
        sieve
    }

    fn ready(&mut self, index: &'a Index, test: &Test) -> Ready<'a> {
        match test {
            Test::Kind(kind) => Ready::Kind(*kind),
            Test::Before(date) => Ready::Date({
                let day = date.begins();
                Box::new(move |date| date.ends() < day)
            }),
            Test::After(date) => Ready::Date({
                let day = date.ends();
                Box::new(move |date| date.begins() > day)
            }),
            Test::On(date) => Ready::Date({
                let (first, last) = (date.begins(), date.ends());
                Box::new(move |date| date.begins() <= last && date.ends() >= first)
            }),
            Test::Named(field, value, range) => {
                let named = match states_named(self.collection, *field, value) {
                    Ok(states) if states.is_empty() => named(self.collection, *field, value),
                    Ok(states) => states,
                    Err(message) => {
                        self.problems.push(QueryProblem {
                            range: range.clone(),
                            message,
                            cause: Cause::Value,
                        });
                        return Ready::Tags(*field, Vec::new());
                    }
                };
                if named.is_empty() {
                    let message = format!("nothing is called {value}");
                    self.problems.push(QueryProblem { range: range.clone(), message, cause: Cause::Value });
                }
                Ready::Tags(*field, named)
            }
            Test::Phrase(words) => {
                let hits: Vec<Hits> = words.iter().map(|word| Hits::find(&index.vocabulary, word)).collect();
                let spotter = Spotter::of_row(&index.vocabulary, &hits);
                Ready::Phrase(hits, spotter)
            }
        }
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
        let unread = |segment: &Segment| -> u64 {
            let tests = self.conditions.iter().flat_map(|(_, tests)| tests);
            let phrases = tests.filter_map(|test| match test {
                Ready::Phrase(hits, _) if hits.len() > 1 => Some(holding_all(segment, hits).len()),
                _ => None,
            });
            phrases.sum()
        };
        let unread: u64 = index.segments.par_iter().map(|segment| unread(segment)).sum();
        let exactness = if unread > texts as u64 { Exactness::Loose } else { Exactness::Exact };
        let passed = index.segments.par_iter().map(|segment| {
            if !wanted() {
                return None;
            }
            let mut passed = Passed { items: segment.all(), runs: Vec::new() };
            for (keep, tests) in &self.conditions {
                let items = tests.iter().map(|test| self.passing(segment, test, exactness)).union();
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
        let phrase = |test| match test {
            Ready::Phrase(hits, _) => Some(hits),
            _ => None,
        };
        wanted.flat_map(|(_, tests)| tests).filter_map(phrase).collect()
    }

    fn passing(&self, segment: &Segment, test: &Ready, exactness: Exactness) -> RoaringBitmap {
        match test {
            Ready::Kind(kind) => segment.kind(*kind).cloned().unwrap_or_default(),
            Ready::Tags(field, named) => {
                named.iter().filter_map(|(dossier, id)| segment.tagged(*field, *dossier, id)).union()
            }
            Ready::Date(holds) => {
                let mut items = RoaringBitmap::new();
                for run in &segment.runs {
                    if self.collection.date(run.order.item()).is_some_and(holds) {
                        items.insert_range(run.numbers());
                    }
                }
                items
            }
            Ready::Phrase(hits, spotter) => {
                let items = holding_all(segment, hits);
                if hits.len() < 2 || exactness != Exactness::Exact {
                    return items;
                }
                let items: Vec<(u32, ItemId)> = segment.items(items.iter()).collect();
                let holds = |(_, item): &(u32, ItemId)| spotter.look(self.collection, *item).phrase;
                let held = items.into_par_iter().filter(holds).map(|(number, _)| number);
                held.collect::<Vec<u32>>().into_iter().collect()
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exactness {
    Exact,
    /// It may have items with the words of a phrase apart from each other.
    Loose,
}

/// The items that hold all of these words anywhere.
fn holding_all(segment: &Segment, hits: &[Hits]) -> RoaringBitmap {
    let sets = hits.iter().map(|hits| {
        let mut items = RoaringBitmap::new();
        for tier in Tier::ALL {
            segment.lists(Weight::Text).each(hits.numbers(tier), |item| {
                items.insert(u32::from(item));
            });
        }
        items
    });
    sets.intersection()
}

/// The dossier and id of each party that is the state with this code or name; empty if no party is.
///
/// # Errors
/// A message if it is the code or name of several states.
fn states_named(collection: &Collection, field: Filter, value: &str) -> Result<Vec<(u32, String)>, String> {
    let states = if field == Filter::Party { find(value, None, None) } else { Vec::new() };
    let parties = (0u32..)
        .zip(collection.dossiers())
        .flat_map(|(place, dossier)| dossier.parties.iter().map(move |party| (place, party.id.as_str())));
    let meant = parties.filter(|(_, id)| states.iter().any(|state| state.code == *id));
    let (own, others): (Vec<_>, Vec<_>) =
        meant.map(|(place, id)| (place, id.to_owned())).partition(|(_, id)| id.eq_ignore_ascii_case(value));
    if !own.is_empty() {
        return Ok(own);
    }
    if states.len() > 1 && !others.is_empty() {
        let names: Vec<String> = states.iter().map(|s| format!("{} ({})", s.name, s.code)).collect();
        return Err(format!("{value} can be {}", names.join(" or ")));
    }
    Ok(others)
}

/// The dossier and id of everything that a value names best.
fn named(collection: &Collection, field: Filter, value: &str) -> Vec<(u32, String)> {
    let mut best: Option<Fit> = None;
    let mut found = Vec::new();
    for (place, dossier) in (0u32..).zip(collection.dossiers()) {
        each_named(dossier, field, |id, names| {
            let fit = fit(value, id, names.iter().copied());
            if fit.is_none() || fit < best {
                return;
            }
            if fit > best {
                found.clear();
                best = fit;
            }
            found.push((place, id.to_owned()));
        });
    }
    found
}
