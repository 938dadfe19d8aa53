//! The tests of a query, prepared for a collection.

use super::closeness::Spotter;
use super::meant::{MeantKind, Named, kind_meant, meant};
use super::scope::Scope;
use crate::model::{Collection, Date, ItemId, Kind};
use crate::search::index::{Field, Index, Segment, Weight};
use crate::search::query::{Cause, Dating, Filter, QueryProblem, QueryWord, Test, Within};
use crate::search::tolerance::{Hits, Tier};
use crate::text::fold::fold;
use rayon::prelude::*;
use roaring::{MultiOps, RoaringBitmap};

pub(super) enum Ready<'a> {
    Kind(Kind),
    /// Everything that was named.
    Tags(Filter, Named),
    Date(Dating, Box<dyn Fn(Date) -> bool + Sync + 'a>),
    Phrase(Within, Vec<Hits>, Spotter<'a>),
    /// A number, folded, with the words by which it is looked up.
    Number(String, Vec<Hits>),
    In(Scope),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exactness {
    Exact,
    /// It may have items with the words of a phrase apart from each other, or in other fields.
    Loose,
}

impl<'a> Ready<'a> {
    /// Prepares a test; adds what is wrong with it to `problems`, and then passes nothing.
    pub(super) fn new(
        index: &'a Index,
        collection: &Collection,
        test: &Test,
        problems: &mut Vec<QueryProblem>,
    ) -> Self {
        let hits = |words: &[QueryWord]| -> Vec<Hits> {
            words.iter().map(|word| Hits::find(&index.vocabulary, word)).collect()
        };
        let mut problem = |range: &std::ops::Range<usize>, message, cause| {
            problems.push(QueryProblem { range: range.clone(), message, cause });
        };
        match test {
            Test::Kind(value, range) => match kind_meant(collection, value) {
                Ok(MeantKind::Item(kind)) => Self::Kind(kind),
                Ok(MeantKind::Agreements(named)) => {
                    if named.is_empty() {
                        problem(range, format!("no agreement is called {value}"), Cause::Value);
                    }
                    Self::Tags(Filter::Form, named)
                }
                Err(message) => {
                    problem(range, message, Cause::Filter);
                    Self::Tags(Filter::Form, Vec::new())
                }
            },
            Test::Named(field, value, range) => {
                let named = meant(collection, *field, value).unwrap_or_else(|message| {
                    problem(range, message, Cause::Value);
                    Vec::new()
                });
                Self::Tags(*field, named)
            }
            Test::In(address, range) => Self::In(Scope::of(collection, address).unwrap_or_else(|message| {
                problem(range, message, Cause::Value);
                Scope::default()
            })),
            Test::Before(date) => {
                let day = date.begins();
                Self::Date(Dating::Own, Box::new(move |date| date.ends() < day))
            }
            Test::After(date) => {
                let day = date.ends();
                Self::Date(Dating::Own, Box::new(move |date| date.begins() > day))
            }
            Test::Dated(dating, span) => {
                let span = *span;
                Self::Date(*dating, Box::new(move |date| span.overlaps(date)))
            }
            Test::Phrase(within, words) => {
                let hits = hits(words);
                let spotter = Spotter::of_row(index, &hits);
                Self::Phrase(*within, hits, spotter)
            }
            Test::Number(number, words) => Self::Number(trimmed(number).to_owned(), hits(words)),
        }
    }

    /// How many texts of a segment must be read for an exact answer.
    pub(super) fn unread(&self, segment: &Segment) -> u64 {
        match self {
            Self::Phrase(within, hits, _) if hits.len() > 1 || *within != Within::Item => {
                holding_all(segment, hits).len()
            }
            Self::Number(_, hits) => holding_all(segment, hits).len(),
            _ => 0,
        }
    }

    /// The words that are highlighted in a row.
    pub(super) fn into_row(self) -> Option<Vec<Hits>> {
        match self {
            Self::Phrase(_, hits, _) => Some(hits),
            _ => None,
        }
    }

    /// The items of a segment that pass.
    pub(super) fn passing(
        &self,
        collection: &Collection,
        segment: &Segment,
        exactness: Exactness,
    ) -> RoaringBitmap {
        match self {
            Self::Kind(kind) => segment.kind(*kind).cloned().unwrap_or_default(),
            Self::In(scope) => scope.passing(segment),
            Self::Tags(field, named) => {
                named.iter().filter_map(|(dossier, id)| segment.tagged(*field, *dossier, id)).union()
            }
            Self::Date(dating, holds) => {
                let mut items = RoaringBitmap::new();
                for run in &segment.runs {
                    if dated(collection, run.order.item(), *dating).is_some_and(holds) {
                        items.insert_range(run.numbers());
                    }
                }
                items
            }
            Self::Phrase(Within::Item, hits, _) if hits.len() < 2 => holding_all(segment, hits),
            Self::Phrase(within, hits, spotter) => {
                let holds = |item: ItemId| {
                    spotter.look_at(collection, item, |field| is_within(field, *within)).phrase
                };
                read(segment, hits, exactness, holds)
            }
            Self::Number(number, hits) => {
                let holds = |item: ItemId| {
                    let clause = collection.item(item).and_then(|item| item.clause());
                    clause.and_then(|c| c.number.as_deref()).is_some_and(|printed| is_number(printed, number))
                };
                read(segment, hits, exactness, holds)
            }
        }
    }
}

/// The items that hold all of these words, and for an exact answer those for which `holds` is true.
fn read(
    segment: &Segment,
    hits: &[Hits],
    exactness: Exactness,
    holds: impl Fn(ItemId) -> bool + Sync,
) -> RoaringBitmap {
    let items = holding_all(segment, hits);
    if exactness != Exactness::Exact {
        return items;
    }
    those(segment, &items, holds)
}

/// Those of the items of a segment for which `holds` is true.
pub(super) fn those(
    segment: &Segment,
    items: &RoaringBitmap,
    holds: impl Fn(ItemId) -> bool + Sync,
) -> RoaringBitmap {
    let items: Vec<(u32, ItemId)> = segment.items(items.iter()).collect();
    let held = items.into_par_iter().filter(|(_, item)| holds(*item)).map(|(number, _)| number);
    held.collect::<Vec<u32>>().into_iter().collect()
}

/// The date of all items of a run, given the first of them.
fn dated(collection: &Collection, first: ItemId, dating: Dating) -> Option<Date> {
    let agreement = || collection.item(first).and_then(|item| item.agreement());
    match dating {
        Dating::Own => collection.date(first),
        Dating::Signed => agreement()?.signed,
        Dating::InForce => agreement()?.in_force,
    }
}

fn is_within(field: Field, within: Within) -> bool {
    match within {
        Within::Item => true,
        Within::Title => matches!(field, Field::Title | Field::FullTitle),
        Within::Text => matches!(field, Field::Text | Field::Summary),
        Within::Chapter => field == Field::Part,
    }
}

/// Whether a printed number is the wanted one, which is folded, with or without a word before either: `Article 5`, `5.`.
fn is_number(printed: &str, wanted: &str) -> bool {
    let printed = fold(printed);
    let printed = trimmed(printed.text());
    let ends_in = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
    };
    !printed.is_empty() && (ends_in(printed, wanted) || ends_in(wanted, printed))
}

fn trimmed(number: &str) -> &str {
    number.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The items that hold all of these words anywhere.
pub(super) fn holding_all(segment: &Segment, hits: &[Hits]) -> RoaringBitmap {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_with_or_without_the_word_before_it() {
        for (printed, wanted, is_it) in [
            ("ARTICLE 11.15", "11.15", true),
            ("Article 11.15", "article 11.15", true),
            ("5", "article 5", true),
            ("5.", "5", true),
            ("(a)", "a", true),
            ("Article IV", "iv", true),
            ("Article 11.15", "15", false),
            ("Article 15", "5", false),
            ("", "5", false),
        ] {
            assert_eq!(is_number(printed, wanted), is_it, "{printed} {wanted}");
        }
    }
}
