//! Sorts the items of a search.

use super::closeness::{Closeness, Spotter};
use super::key::Key;
use super::score::{Candidate, Scored};
use crate::model::{Collection, ItemId};
use crate::search::index::{Field, backs, each_text};
use crate::search::results::{Match, Provisional};
use rayon::prelude::*;
use std::ops::Range;

/// How thorough a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Depth {
    /// The most matches that are ranked.
    pub ranked: usize,
    /// The most bytes of text that are read for phrases; beyond them matches are provisional.
    pub bytes: usize,
}

impl Depth {
    /// The final order.
    pub const FULL: Self = Self { ranked: 1000, bytes: usize::MAX };
    /// As much as fits into a frame.
    pub const FRAME: Self = Self { ranked: 120, bytes: 192 << 10 };
}

/// Bytes of text that are read before checking whether that is enough.
const BATCH: usize = 128 << 10;

/// The usual length of a text in bytes, to estimate how many items a number of bytes has.
pub(super) const USUAL: usize = 512;

/// How many items are sorted first; often these are enough.
const FIRST_LOOK: usize = 256;

pub(super) struct Ranking<'a, W> {
    pub(super) collection: &'a Collection,
    pub(super) scored: &'a [Scored<'a>],
    pub(crate) words: usize,
    pub(super) spotter: Spotter<'a>,
    pub(super) depth: Depth,
    pub(crate) provisional: Provisional,
    pub(super) wanted: &'a W,
}

impl<W: Fn() -> bool + Sync> Ranking<'_, W> {
    /// The best matches, class by class; `None` if they are no longer wanted.
    pub(crate) fn ranked(&mut self) -> Option<Vec<Match>> {
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
        // Each segment returned as many as might be needed if all came from it.
        candidates.truncate(room);
        candidates
    }

    /// The best of a class whose items hold all words. Their texts are read, best keys first, until enough of them have
    /// the phrase that no other item can come before them, or until the depth is reached.
    fn close(&mut self, keys: Range<usize>, room: usize, bytes: &mut usize) -> Option<Vec<Candidate>> {
        let mut candidates = self.best(keys.clone(), room.max(FIRST_LOOK));
        let (looked, phrases) = self.look_at(&mut candidates, room, bytes)?;
        let all: usize = self.scored.iter().map(|scored| scored.count(keys.clone())).sum();
        if phrases < room && looked < all {
            // The first ones are not enough; the longer list starts with them.
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

    /// Reads the texts of candidates until enough have the phrase or the depth is reached. Returns how many were read
    /// and how many of them have it; `None` if they are no longer wanted.
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

    /// How many of these, at least one, have about `most` bytes of text, and how many bytes they have.
    fn batch(&self, candidates: &[Candidate], most: usize) -> (usize, usize) {
        let mut read = 0;
        let longer = |candidate: &Candidate| {
            if let Some(item) = self.collection.item(candidate.order.item()) {
                each_text(item, |_, text| read += text.len());
            }
            read >= most
        };
        let items = candidates.iter().position(longer).map_or(candidates.len(), |last| last + 1);
        (items, read)
    }

    fn look(&self, item: ItemId) -> Closeness {
        // A remark says something about the record, not what the item is about.
        let closeness = self.spotter.look_at(self.collection, item, |field| field != Field::Note);
        // Sources and disputes come after the items they back, phrase or not.
        Closeness { phrase: closeness.phrase && !backs(item.part), ..closeness }
    }

    /// The highest part of a range of keys with enough items, and how many items of its lowest key are needed.
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
