//! A search: from a query to ranked matches.

use super::closeness::{Closeness, Spotter};
use super::key::{Key, Level, levels, rarity};
use super::score::{Candidate, Scored};
use super::sieve::{Exactness, Sieve};
use crate::model::{Collection, ItemId};
use crate::search::index::{Index, backs, each_text};
use crate::search::query::{Query, Shape};
use crate::search::results::{Match, Matches, Provisional};
use crate::search::tolerance::{Hits, Tier};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// How much of a search is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Depth {
    /// How many matches are ranked.
    pub ranked: usize,
    /// How many bytes of text are read for phrases before what was found is called provisional.
    pub bytes: usize,
}

impl Depth {
    /// Everything in its right order.
    pub const FULL: Self = Self { ranked: 1000, bytes: usize::MAX };
    /// What can be had within a frame.
    pub const FRAME: Self = Self { ranked: 120, bytes: 192 << 10 };
}

/// Bytes of text that are read before it is asked whether that is enough.
const BATCH: usize = 128 << 10;

/// A text of usual length, in bytes: by it bytes are made into items where no text is at hand.
pub(super) const USUAL: usize = 512;

/// Items that are put in order at first; often they are enough.
const FIRST_LOOK: usize = 256;

impl Index {
    /// Searches the collection the index was built of.
    pub fn search(&self, collection: &Collection, query: &Query) -> Matches {
        self.search_to(collection, query, Depth::FULL)
    }

    /// Searches to a depth.
    pub fn search_to(&self, collection: &Collection, query: &Query, depth: Depth) -> Matches {
        self.search_while(collection, query, depth, || true).unwrap_or_else(|| Matches::none(query))
    }

    /// Searches to a depth, while it is wanted; none when it is no longer.
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
        let hits = self.hits(query);
        let plans: Vec<Vec<Level>> = hits.iter().map(|hits| levels(hits, self.rarity(hits))).collect();
        let sieve = Sieve::new(self, collection, query.conditions());
        let (passed, exactness) = sieve.passed(self, depth.bytes / USUAL, &wanted)?;
        let score = |(at, segment)| Scored::of(segment, &plans, passed.get(at));
        let scored: Vec<Scored> = self.segments.par_iter().enumerate().map(score).collect();

        // Conditions alone are as a word that every item holds.
        let words = hits.len().max(1);
        let spotter = Spotter::new(&self.vocabulary, &hits, query.sequence());
        let provisional = if exactness == Exactness::Exact { Provisional::No } else { Provisional::Sets };
        let mut ranking =
            Ranking { collection, scored: &scored, words, spotter, depth, provisional, wanted: &wanted };
        let mut ranked = ranking.ranked()?;
        ranked.iter_mut().for_each(|found| found.words = found.words.min(hits.len()));
        Some(Matches {
            words: query.words().to_vec(),
            provisional: ranking.provisional,
            problems: query.problems().iter().cloned().chain(sieve.problems).collect(),
            found: scored.iter().map(|scored| scored.found(words)).collect(),
            holding: holding(&scored, words),
            vocabulary: Arc::clone(&self.vocabulary),
            hits,
            ranked,
        })
    }

    /// What each word of the query stands for, words written as one included.
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

/// How many items hold so many words and no more, from one word on.
fn holding(scored: &[Scored], words: usize) -> Vec<usize> {
    let keys = |held: usize| Key::lowest(held).index()..Key::lowest(held + 1).index();
    (1..=words).map(|held| scored.iter().map(|scored| scored.count(keys(held))).sum()).collect()
}

/// Puts items in order.
struct Ranking<'a, W> {
    collection: &'a Collection,
    scored: &'a [Scored<'a>],
    words: usize,
    spotter: Spotter<'a>,
    depth: Depth,
    provisional: Provisional,
    wanted: &'a W,
}

impl<W: Fn() -> bool + Sync> Ranking<'_, W> {
    /// The best matches, class by class; none when they are no longer wanted.
    fn ranked(&mut self) -> Option<Vec<Match>> {
        let mut ranked: Vec<Match> = Vec::new();
        let mut bytes = self.depth.bytes;
        for keys in Key::classes(self.words) {
            let room = self.depth.ranked.saturating_sub(ranked.len());
            if room == 0 {
                break;
            }
            let close = self.words > 1 && keys.start >= Key::lowest(self.words).index();
            let candidates = if close { self.close(keys, room, &mut bytes)? } else { self.best(keys, room) };
            let best = candidates.iter().take(room);
            ranked.extend(best.map(Candidate::found));
        }
        Some(ranked)
    }

    /// The best of a class by key and order alone.
    fn best(&self, keys: Range<usize>, room: usize) -> Vec<Candidate> {
        let (keys, lowest) = self.enough(keys, room);
        let found = self.scored.par_iter().map(|scored| scored.candidates(keys.clone(), lowest));
        let mut candidates: Vec<Candidate> = found.flatten_iter().collect();
        candidates.sort_unstable_by_key(Candidate::place);
        // Each segment gave as many as might be wanted of it alone.
        candidates.truncate(room);
        candidates
    }

    /// The best of a class whose items hold all words: their texts are looked at, best keys first, until enough of
    /// them hold the phrase that no other item can come before them, or until the depth is reached.
    fn close(&mut self, keys: Range<usize>, room: usize, bytes: &mut usize) -> Option<Vec<Candidate>> {
        let mut candidates = self.best(keys.clone(), room.max(FIRST_LOOK));
        let (looked, phrases) = self.look_at(&mut candidates, room, bytes)?;
        let all: usize = self.scored.iter().map(|scored| scored.count(keys.clone())).sum();
        if phrases < room && looked < all {
            // The first ones do not tell; they begin the longer list too.
            let longer = self.best(keys, looked.saturating_add(*bytes / USUAL).max(room));
            candidates.extend(longer.into_iter().skip(candidates.len()));
            let rest = candidates.get_mut(looked..).unwrap_or_default();
            let (more, more_phrases) = self.look_at(rest, room - phrases, bytes)?;
            if phrases + more_phrases < room && looked + more < all {
                self.provisional = self.provisional.max(Provisional::Order);
            }
        }
        candidates.sort_unstable_by_key(Candidate::place);
        Some(candidates)
    }

    /// Looks at the texts of candidates until enough hold the phrase or the depth is reached; tells how many were
    /// looked at and how many of them hold it, or nothing when they are no longer wanted.
    fn look_at(
        &self,
        candidates: &mut [Candidate],
        room: usize,
        bytes: &mut usize,
    ) -> Option<(usize, usize)> {
        let (mut looked, mut phrases) = (0, 0);
        let mut rest = candidates;
        while !rest.is_empty() && phrases < room && *bytes > 0 {
            if !(self.wanted)() {
                return None;
            }
            let (items, read) = self.batch(rest, BATCH.min(*bytes));
            let (batch, after) = rest.split_at_mut(items);
            batch.par_iter_mut().for_each(|c| c.closeness = self.look(c.order.item()));
            phrases += batch.iter().filter(|c| c.closeness.phrase).count();
            looked += items;
            *bytes = bytes.saturating_sub(read);
            rest = after;
        }
        Some((looked, phrases))
    }

    /// How many of these, one at least, have about so many bytes of text, and how many they have.
    fn batch(&self, candidates: &[Candidate], most: usize) -> (usize, usize) {
        let mut read = 0;
        let longer = |candidate: &Candidate| {
            let item = candidate.order.item();
            if let Some(dossier) = self.collection.dossier(item) {
                each_text(dossier, item.part, |_, text| read += text.len());
            }
            read >= most
        };
        let items = candidates.iter().position(longer).map_or(candidates.len(), |last| last + 1);
        (items, read)
    }

    fn look(&self, item: ItemId) -> Closeness {
        let closeness = self.spotter.look(self.collection, item);
        // What only backs others follows them, phrase or not.
        Closeness { phrase: closeness.phrase && !backs(item.part), ..closeness }
    }

    /// The highest part of a range of keys that has enough items, and how many of its lowest key make it enough.
    fn enough(&self, keys: Range<usize>, room: usize) -> (Range<usize>, usize) {
        let mut room = room;
        for key in keys.clone().rev() {
            let count: usize = self.scored.iter().map(|scored| scored.count(key..key + 1)).sum();
            if count >= room {
                return (key..keys.end, room);
            }
            room -= count;
        }
        (keys, usize::MAX)
    }
}
