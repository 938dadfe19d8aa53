//! Leaves out of dossiers the clauses that hold none of the wanted words, while they are read.

use super::texts::each_text;
use super::wanted::Wanted;
use super::written::Written;
use crate::model::{Dossier, Item, ItemId};
use crate::search::words::{Print, each_word};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Sifts dossiers, on several threads.
pub(crate) struct Sifter<'w> {
    wanted: &'w dyn Wanted,
    left_out: AtomicUsize,
    /// What threads that sift nothing now know of words.
    idle: Mutex<Vec<Known>>,
}

/// Which words, as written, are wanted, so that a thread looks at each of them only once.
#[derive(Default)]
struct Known {
    written: Written,
    buffer: String,
}

/// What the texts of an item hold.
#[derive(Clone, Copy, Default)]
struct Held {
    word: bool,
    wanted: bool,
}

impl<'w> Sifter<'w> {
    /// A sifter that keeps clauses with a word that is wanted.
    pub(crate) fn new(wanted: &'w dyn Wanted) -> Self {
        Self { wanted, left_out: AtomicUsize::new(0), idle: Mutex::default() }
    }

    /// Leaves out clauses without a wanted word. Of each agreement, the first clause that has words is kept, so that its
    /// clauses still are where its filters look for them, and in its language.
    pub(crate) fn sift(&self, dossier: &mut Dossier) {
        let mut known = self.idle().pop().unwrap_or_default();
        let mut kept = Vec::with_capacity(dossier.clause_count());
        for agreement in (0u32..).zip(&dossier.agreements) {
            let mut is_first = true;
            for part in agreement.1.parts(agreement.0) {
                let item = Item::of(dossier, ItemId { dossier: 0, part });
                let held = item.map(|item| known.held(self.wanted, item)).unwrap_or_default();
                kept.push(held.wanted || is_first);
                is_first &= !held.word;
            }
        }
        self.idle().push(known);
        let left_out = kept.iter().filter(|is_kept| !**is_kept).count();
        if left_out > 0 {
            self.left_out.fetch_add(left_out, Ordering::Relaxed);
            let mut kept = kept.into_iter();
            dossier.retain_clauses(|_| kept.next().unwrap_or(true));
        }
    }

    /// How many clauses were left out.
    pub(crate) fn left_out(&self) -> usize {
        self.left_out.load(Ordering::Relaxed)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Known>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    const WANTED: u32 = 1;

    fn held(&mut self, wanted: &dyn Wanted, item: Item<'_>) -> Held {
        let mut held = Held::default();
        each_text(item, |_, text| {
            if !held.wanted {
                each_word(text, |place, print| {
                    if let Some(is_wanted) = self.is_wanted(wanted, text, place, print) {
                        held.word = true;
                        held.wanted |= is_wanted;
                    }
                });
            }
        });
        held
    }

    /// Whether a word of a text is wanted; `None` if nothing is left of it when folded.
    #[inline]
    fn is_wanted(
        &mut self,
        wanted: &dyn Wanted,
        text: &str,
        place: &Range<usize>,
        print: Print,
    ) -> Option<bool> {
        if let Some(number) = self.written.get(text, place) {
            return Some(number == Self::WANTED);
        }
        let written = text.get(place.clone())?;
        let folded = print.folded(written, &mut self.buffer);
        if folded.is_empty() {
            return None;
        }
        let is_wanted = wanted.word(written, folded);
        self.written.insert(written, if is_wanted { Self::WANTED } else { 0 });
        Some(is_wanted)
    }
}
