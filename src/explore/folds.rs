//! The chapters of an agreement as rows that fold: a folded one is a single row, whatever it holds.

use super::row::Row;
use crate::insight::clauses_of;
use crate::model::{Collection, ItemId, ItemSet, Outline, Part};
use std::ops::Range;

/// An agreement with this many clauses or fewer is listed without its chapters: all of it can be seen at once.
const FEW: usize = 20;

/// The chapters that are open. All others are folded.
#[derive(Clone, Debug, Default)]
pub struct Folds(ItemSet);

impl Folds {
    /// Whether every chapter is folded.
    pub fn is_none_open(&self) -> bool {
        self.0.is_empty()
    }

    /// The open chapters, in order.
    pub fn opened(&self) -> Vec<ItemId> {
        let mut opened: Vec<ItemId> = self.0.iter().copied().collect();
        opened.sort_unstable();
        opened
    }

    /// Opens a chapter.
    pub fn open(&mut self, chapter: ItemId) {
        self.0.insert(chapter);
    }

    /// Folds a chapter.
    pub fn fold(&mut self, chapter: ItemId) {
        self.0.remove(&chapter);
    }

    /// Folds every chapter.
    pub fn fold_all(&mut self) {
        self.0.clear();
    }

    /// The rows of what is in an agreement: its clauses, or its chapters and what is in those that are open.
    pub fn rows_of_agreement(&self, collection: &Collection, agreement: ItemId, rows: &mut Vec<Row>) {
        match tree_of(collection, agreement) {
            Some((outline, clauses)) => {
                let end = u32::try_from(outline.chapters().len()).unwrap_or(u32::MAX);
                Tree { outline, agreement, folds: self }.push(0..end, 0..clauses, rows);
            }
            None => rows.extend(clauses_of(collection, agreement).map(Row::Item)),
        }
    }

    /// The rows below that of an open chapter.
    pub fn rows_of_chapter(&self, collection: &Collection, chapter: ItemId) -> Vec<Row> {
        let mut rows = Vec::new();
        let tree = chapter.agreement().and_then(|of| Some((of, tree_of(collection, of)?.0)));
        if let (Some((agreement, outline)), Part::Chapter(_, place)) = (tree, chapter.part)
            && let Some(own) = outline.chapter(place)
        {
            let tree = Tree { outline, agreement, folds: self };
            tree.push(place + 1..outline.end(place), own.clauses.clone(), &mut rows);
        }
        rows
    }
}

/// The outline of an agreement that is listed as a tree, and the number of its clauses.
fn tree_of(collection: &Collection, agreement: ItemId) -> Option<(&Outline, u32)> {
    let Part::Agreement(place) = agreement.part else { return None };
    let clauses = collection.agreement(agreement)?.clauses.len();
    let outline = collection.dossier(agreement).filter(|_| clauses > FEW)?.outline(place)?;
    Some((outline, u32::try_from(clauses).ok()?))
}

/// How many chapters an agreement that is listed as a tree has, without those in others; 0 if it is not.
pub fn chapter_count(collection: &Collection, agreement: ItemId) -> usize {
    tree_of(collection, agreement)
        .map_or(0, |(outline, _)| outline.chapters().iter().filter(|chapter| chapter.level == 0).count())
}

struct Tree<'a> {
    outline: &'a Outline,
    agreement: ItemId,
    folds: &'a Folds,
}

impl Tree<'_> {
    fn push(&self, chapters: Range<u32>, clauses: Range<u32>, rows: &mut Vec<Row>) {
        let Part::Agreement(of) = self.agreement.part else { return };
        let item = |part| ItemId { part, ..self.agreement };
        let listed = |range: Range<u32>| range.map(move |clause| Row::Item(item(Part::Clause(of, clause))));
        let (mut next, mut place) = (clauses.start, chapters.start);
        while let Some(chapter) = self.outline.chapter(place).filter(|_| place < chapters.end) {
            rows.extend(listed(next..chapter.clauses.start));
            let (own, end) = (item(Part::Chapter(of, place)), self.outline.end(place));
            if self.folds.0.contains(&own) {
                rows.push(Row::Item(own));
                self.push(place + 1..end, chapter.clauses.clone(), rows);
            } else {
                rows.push(Row::Folded(own, chapter.clauses.end - chapter.clauses.start));
            }
            (next, place) = (chapter.clauses.end, end);
        }
        rows.extend(listed(next..clauses.end));
    }
}
