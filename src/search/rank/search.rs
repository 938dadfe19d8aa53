//! A search: from a query to ranked matches.

use super::closeness::Spotter;
use super::key::{Key, levels, parted, rarity};
use super::parted::Parted;
use super::ranking::{Depth, Ranking, USUAL};
use super::ready::Exactness;
use super::score::{Plan, Scored};
use super::sieve::{Passed, Sieve};
use crate::model::Collection;
use crate::search::index::Index;
use crate::search::query::{Query, QueryWord, Shape};
use crate::search::results::{Matches, Provisional};
use crate::search::tolerance::{Hits, Tier};
use rayon::prelude::*;
use std::sync::Arc;

impl Index {
    /// Searches the collection that the index was built from.
    pub fn search(&self, collection: &Collection, query: &Query) -> Matches {
        self.search_to(collection, query, Depth::FULL)
    }

    /// Searches to a depth.
    pub fn search_to(&self, collection: &Collection, query: &Query, depth: Depth) -> Matches {
        self.search_while(collection, query, depth, || true).unwrap_or_else(|| Matches::none(query))
    }

    /// Searches to a depth; `None` as soon as `wanted` returns false.
    pub fn search_while(
        &self,
        collection: &Collection,
        query: &Query,
        depth: Depth,
        wanted: impl Fn() -> bool + Sync,
    ) -> Option<Matches> {
        if query.is_empty() {
            return Some(Matches::none(query));
        }
        let query = query.knowing(&|word| self.is_known(word));
        let query = query.as_ref();
        let texts = depth.bytes / USUAL;
        let hits = self.hits(query);
        let words: Vec<_> = query.words().iter().zip(&hits).collect();
        let parted = self.parted(collection, &words, texts, &wanted)?;
        let plans: Vec<Plan> =
            hits.iter().zip(&parted).map(|(hits, parted)| self.plan(hits, parted)).collect();
        let sieve = Sieve::new(self, collection, query.conditions());
        let (mut passed, exactness) = sieve.passed(self, texts, &wanted)?;
        let items = |at: usize| passed.get(at).map(|passed| &passed.items);
        let score = |(at, segment)| Scored::of((at, segment), &plans, items(at));
        let scored: Vec<Scored> = self.segments.par_iter().enumerate().map(score).collect();

        // Conditions alone count as one word that every item holds.
        let words = hits.len().max(1);
        let spotter = Spotter::new(self, &hits, query.sequence());
        let unread = parted.iter().flatten().map(|parted| parted.exactness).chain([exactness]);
        let is_exact = unread.into_iter().all(|exactness| exactness == Exactness::Exact);
        let provisional = if is_exact { Provisional::No } else { Provisional::Sets };
        let mut ranking =
            Ranking { collection, scored: &scored, words, spotter, depth, provisional, wanted: &wanted };
        let mut ranked = ranking.ranked()?;
        ranked.iter_mut().for_each(|found| found.words = found.words.min(hits.len()));
        passed.resize_with(scored.len(), Passed::default);
        let conditions = passed.into_iter().map(|passed| passed.runs);
        let problems = query.problems().iter().chain(&sieve.problems).cloned().collect();
        let parts = parted
            .iter()
            .enumerate()
            .filter_map(|(word, parted)| Some((word, parted.as_ref()?.hits.clone())));
        let parted = parts.collect();
        Some(Matches {
            words: query.words().to_vec(),
            provisional: ranking.provisional,
            problems,
            phrases: sieve.into_phrases(),
            parted,
            found: scored.iter().zip(conditions).map(|(scored, met)| scored.found(words, met)).collect(),
            holding: holding(&scored, words),
            vocabulary: Arc::clone(&self.vocabulary),
            hits,
            loose: query.loose().to_vec(),
            ranked,
        })
    }

    /// Whether texts have a word that hyphens join, or its beginning if it is still being typed.
    pub(super) fn is_known(&self, word: &QueryWord) -> bool {
        let vocabulary = &self.vocabulary;
        let is_begun = matches!(word.shape, Shape::Growing | Shape::Starred);
        let mut beginning = vocabulary.beginning_with(&word.folded);
        vocabulary.holds(&word.folded, &word.folded)
            || is_begun && beginning.any(|rank| vocabulary.is_known(vocabulary.number(rank)))
    }

    /// The hyphenated words of the query as several words; `None` if they are no longer wanted.
    fn parted(
        &self,
        collection: &Collection,
        words: &[(&QueryWord, &Hits)],
        texts: usize,
        wanted: &(impl Fn() -> bool + Sync),
    ) -> Option<Vec<Option<Parted>>> {
        let parted = words.iter().map(|(word, hits)| match word.parts.as_slice() {
            [] => Some(None),
            _ => Parted::find((self, collection), (word, hits), texts, wanted).map(Some),
        });
        parted.collect()
    }

    fn plan<'h>(&self, hits: &'h Hits, parts: &'h Option<Parted>) -> Plan<'h> {
        let rarity = self.rarity(hits);
        let parted = parts.as_ref().map(|parts| (parts.items.as_slice(), parted(rarity)));
        Plan { levels: levels(hits, rarity), parted }
    }

    /// The words that match each word of the query, including two words written as one.
    fn hits(&self, query: &Query) -> Vec<Hits> {
        let vocabulary = &self.vocabulary;
        let mut hits: Vec<Hits> = query.words().iter().map(|word| Hits::find(vocabulary, word)).collect();
        let pairs = query.sequence().iter().zip(query.sequence().iter().skip(1));
        for (first, second) in pairs {
            let (Some(a), Some(b)) = (query.words().get(*first), query.words().get(*second)) else {
                continue;
            };
            let glued = format!("{}{}", a.folded, b.folded);
            let ranks = match (a.shape, b.shape) {
                (Shape::Quoted, _) | (_, Shape::Quoted) => 0..0,
                (_, Shape::Growing | Shape::Starred) => vocabulary.beginning_with(&glued),
                _ => vocabulary.find(&glued).map_or(0..0, |rank| rank..rank + 1),
            };
            for rank in ranks {
                for word in [first, second] {
                    if let Some(hits) = hits.get_mut(*word) {
                        hits.add(vocabulary, vocabulary.number(rank), Tier::Name);
                    }
                }
            }
        }
        for (at, word) in query.alternatives() {
            if let Some(hits) = hits.get_mut(*at) {
                hits.or(Hits::find(vocabulary, word));
            }
        }
        hits
    }

    fn rarity(&self, hits: &Hits) -> u32 {
        let counts = hits.all().map(|number| self.vocabulary.count(number) as usize);
        rarity(self.len(), counts.sum::<usize>().min(self.len()))
    }
}

/// How many items hold exactly one word, two words, and so on.
fn holding(scored: &[Scored], words: usize) -> Vec<usize> {
    let keys = |held: usize| Key::lowest(held).index()..Key::lowest(held + 1).index();
    (1..=words).map(|held| scored.iter().map(|scored| scored.count(keys(held))).sum()).collect()
}
