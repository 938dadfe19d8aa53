//! What a search of a query may look up, before it is known which of its hyphens join words.

use super::condition::{Condition, Test};
use super::filters::{Filter, field};
use super::parse::Query;
use super::searched::searched;
use super::word::{QueryWord, Shape};
use std::cell::RefCell;
use std::collections::HashSet;

/// The words and filters of a query that an index is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lookups {
    /// Its words, those of its phrases and of filters that look into texts.
    pub words: Vec<QueryWord>,
    /// What its hyphens may join, without parts.
    pub joined: Vec<QueryWord>,
    /// The filters that name what items belong to.
    pub filters: Vec<Filter>,
}

impl Query {
    /// Whether clauses without any of the words it may look up change nothing of what it finds. They do if it asks for what a
    /// clause has apart from words, or counts them.
    pub(crate) fn is_of_words(&self) -> bool {
        let is_of_clauses =
            |test: &Test| matches!(test, Test::In(..) | Test::Named(Filter::Sector | Filter::Source, ..));
        let is_of_words = |test: &Test| matches!(test, Test::Phrase(..) | Test::Number(..));
        let (mut needs_words, mut of_clauses) = (!self.words().is_empty(), false);
        for condition in self.conditions() {
            match condition {
                Condition::With(tests) => {
                    needs_words |= tests.iter().all(is_of_words);
                    of_clauses |= tests.iter().any(is_of_clauses);
                }
                Condition::Without(test) => of_clauses |= is_of_clauses(test),
            }
        }
        needs_words && !of_clauses
    }

    /// What a search of it may look up.
    pub(crate) fn lookups(&self) -> Lookups {
        let joined = RefCell::new(Vec::new());
        // Nothing is taken for known, so that each way to join the words is asked for.
        let note = |word: &QueryWord| {
            joined.borrow_mut().push(word.clone());
            false
        };
        let mut words = Vec::new();
        for token in searched(self.text()).0 {
            match token.field.as_ref().map(|(name, _)| field(name)) {
                Some(Some(Filter::Number)) => words.extend(self.words_of_number(&token)),
                None | Some(Some(Filter::Title | Filter::Text | Filter::Chapter)) => {
                    words.extend(self.words_of(&token, &note));
                }
                Some(_) => {}
            }
        }
        let tests = self.conditions().iter().flat_map(|condition| match condition {
            Condition::With(tests) => tests.as_slice(),
            Condition::Without(test) => std::slice::from_ref(test),
        });
        let filters = tests.filter_map(|test| match test {
            Test::Named(filter, ..) => Some(*filter),
            Test::Kind(..) => Some(Filter::Form),
            _ => None,
        });
        let filters = filters.collect();
        Lookups { words: once(words), joined: once(joined.into_inner()), filters }
    }
}

/// Words without those that are looked up like one before.
fn once(mut words: Vec<QueryWord>) -> Vec<QueryWord> {
    let mut seen: HashSet<(String, String, Shape)> = HashSet::new();
    words.retain(|word| seen.insert((word.typed.clone(), word.folded.clone(), word.shape)));
    words
}
