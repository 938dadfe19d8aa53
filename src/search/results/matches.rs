//! What a search found: items and scores, no text.

use super::highlight::{self, Wishes};
use super::segment::{SegmentMatches, whole_agreements};
use super::snippet::{self, Snippet};
use super::why::{Why, why};
use crate::model::{Collection, ItemId, ItemSet, Kind};
use crate::search::index::Vocabulary;
use crate::search::query::{Query, QueryProblem, QueryWord};
use crate::search::tolerance::{Correction, Hits, nearest_words};
use std::ops::Range;
use std::sync::Arc;

/// An item that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The item.
    pub item: ItemId,
    /// How good it is; never greater than the score of the match before.
    pub score: u32,
    /// How many of the query's words it holds.
    pub words: usize,
    /// Whether one of them was corrected for a typo.
    pub typo: bool,
}

/// The matches of a query.
#[derive(Clone, Debug, Default)]
pub struct Matches {
    pub(crate) words: Vec<QueryWord>,
    pub(crate) hits: Vec<Hits>,
    /// The words that are highlighted wherever they are, as indices into `hits`.
    pub(crate) loose: Vec<usize>,
    /// The words that are only highlighted in a row.
    pub(crate) phrases: Vec<Vec<Hits>>,
    /// The parts of words with a hyphen, which match in a row too, each with the index of the word in `hits`.
    pub(crate) parted: Vec<(usize, Vec<Hits>)>,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) found: Vec<SegmentMatches>,
    /// How many items hold exactly one word, two words, and so on.
    pub(crate) holding: Vec<usize>,
    pub(crate) ranked: Vec<Match>,
    pub(crate) provisional: Provisional,
    pub(crate) problems: Vec<QueryProblem>,
}

/// Whether a longer search may change the matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provisional {
    /// The matches and their order are final.
    #[default]
    No,
    /// Not all texts were checked for phrases; a longer search may change the order.
    Order,
    /// Not all texts were checked for the words in quotes; some items may have them, but not next to each other.
    Sets,
}

impl Matches {
    /// The best matches, best first: items that hold all words, then those that hold some. At most as many as were
    /// asked for.
    pub fn ranked(&self) -> &[Match] {
        &self.ranked
    }

    /// How many different words the query has.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// How many items hold all words.
    pub fn all_words(&self) -> usize {
        self.holding.last().copied().unwrap_or(0)
    }

    /// How many items hold some of the words, but not all.
    pub fn some_words(&self) -> usize {
        self.holding.iter().rev().skip(1).sum()
    }

    /// Whether the item holds all words.
    pub fn contains(&self, item: ItemId) -> bool {
        self.found.iter().any(|found| found.segment.number(item).is_some_and(|n| found.full.contains(n)))
    }

    /// How many items of a kind hold all words.
    pub fn count(&self, kind: Kind) -> usize {
        let counts = self
            .found
            .iter()
            .filter_map(|f| f.segment.kind(kind).map(|items| items.intersection_len(&f.full)));
        usize::try_from(counts.sum::<u64>()).unwrap_or(usize::MAX)
    }

    /// The items of a kind that hold all words, in the order of the collection.
    pub fn items(&self, kind: Kind) -> impl Iterator<Item = ItemId> + '_ {
        self.found.iter().flat_map(move |found| {
            let items = found.segment.kind(kind).map(|items| items & &found.full).unwrap_or_default();
            found.segment.items(items.into_iter()).map(|(_, item)| item)
        })
    }

    /// The items of a kind that a list shows for the query: agreements that answer it as a whole, with all their clauses,
    /// and other items that do by themselves. Panes and commands list the same, because both ask here.
    pub fn listed(&self, kind: Kind) -> ItemSet {
        match kind {
            Kind::Agreement => whole_agreements(&self.found, self.hits.len()),
            _ => self.items(kind).collect(),
        }
    }

    /// The query words that the collection does not have, and what was searched instead.
    pub fn corrections(&self) -> impl Iterator<Item = &Correction> {
        self.hits.iter().filter_map(|hits| hits.correction.as_ref())
    }

    /// The query words that match nothing, as typed; empty if there are no matches at all.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter().zip(&self.hits).filter(|(_, hits)| hits.all().next().is_none());
        words.map(|(word, _)| word.typed.as_str()).filter(|_| !self.ranked.is_empty())
    }

    /// Whether no item holds all words as typed: "no exact match; closest:".
    pub fn only_close(&self) -> bool {
        self.ranked.first().is_some_and(|best| best.typo || best.words < self.words.len())
    }

    /// The parts of the query that are not understood, name nothing or are not searched.
    pub fn problems(&self) -> &[QueryProblem] {
        &self.problems
    }

    /// Whether a longer search may change the matches.
    pub fn provisional(&self) -> Provisional {
        self.provisional
    }

    /// The words of the collection nearest to those of the query, for a query without matches.
    pub fn nearest_words(&self, most: usize) -> Vec<String> {
        let folded: Vec<&str> = self.words.iter().map(|word| word.folded.as_str()).collect();
        nearest_words(&self.vocabulary, &folded, most)
    }

    /// The parts of a text that match: byte ranges of whole graphemes, ascending and disjoint.
    pub fn highlight(&self, text: &str) -> Vec<Range<usize>> {
        highlight::ranges(&self.wishes(), text)
    }

    fn wishes(&self) -> Wishes<'_> {
        let rows = self.phrases.iter().chain(self.parted.iter().map(|(_, parts)| parts));
        Wishes::new(self.loose.iter().filter_map(|word| self.hits.get(*word)), rows)
    }

    /// The part of a text with the most words of the query, cut to `cells` cells.
    pub fn snippet(&self, text: &str, cells: usize) -> Snippet {
        snippet::snippet(&self.wishes(), text, cells)
    }

    /// The words of an item that match words of the query, the best for each first.
    pub fn why(&self, collection: &Collection, item: ItemId) -> Vec<Why> {
        why(&self.words, &self.hits, &self.parted, collection, item)
    }

    pub(crate) fn none(query: &Query) -> Self {
        Self { words: query.words().to_vec(), problems: query.problems().to_vec(), ..Self::default() }
    }
}
