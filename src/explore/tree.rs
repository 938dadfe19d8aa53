//! Opens and folds chapters in the list of clauses. Takes as long as the rows that are listed, not those that are folded.

use super::folds::Folds;
use super::list::List;
use super::pane::Pane;
use super::row::Row;
use crate::insight::chapters_around;
use crate::model::{Collection, ItemId, Part};
use std::ops::Range;

impl Folds {
    /// Opens a chapter that the list of clauses has folded.
    pub fn open_in(&mut self, collection: &Collection, list: &mut List, chapter: ItemId) {
        let is_own = |row: &Row| matches!(row, Row::Folded(item, _) if *item == chapter);
        let Some(place) = list.rows.iter().position(is_own) else { return };
        self.open(chapter);
        let inner = self.rows_of_chapter(collection, chapter);
        replace(list, place..place + 1, [Row::Item(chapter)].into_iter().chain(inner));
    }

    /// Folds a chapter whose row is at this place of the list of clauses, and selects it.
    pub fn fold_in(&mut self, collection: &Collection, list: &mut List, (chapter, place): (ItemId, usize)) {
        self.fold(chapter);
        let after = list.rows.iter().skip(place + 1);
        let hidden = after.take_while(|row| is_within(collection, chapter, **row)).count();
        let clauses = collection.item(chapter).and_then(|item| item.chapter()).map_or(0, |own| own.len());
        let folded = Row::Folded(chapter, u32::try_from(clauses).unwrap_or(u32::MAX));
        replace(list, place..place + 1 + hidden, [folded].into_iter());
        list.selected = place;
    }

    /// Selects the row of an item in the list of clauses, and opens the chapters that hide it; false if it is not listed.
    pub fn reveal(&mut self, collection: &Collection, list: &mut List, item: ItemId) -> bool {
        if list.select(item) {
            return true;
        }
        let around: Vec<ItemId> = chapters_around(collection, item).collect();
        around.into_iter().rev().for_each(|chapter| self.open_in(collection, list, chapter));
        list.select(item)
    }
}

/// Puts rows in the place of others; the counts of the list stay, and its selection if it is still listed.
fn replace(list: &mut List, gone: Range<usize>, rows: impl Iterator<Item = Row>) {
    let was = list.row();
    let (before, after) = (list.rows.iter().take(gone.start), list.rows.iter().skip(gone.end));
    let rows = before.copied().chain(rows).chain(after.copied()).collect();
    *list = List::new(Pane::Clauses, list.listing(rows));
    if let Some(was) = was {
        list.select(was.item());
    }
}

/// Whether a row is below that of an open chapter.
fn is_within(collection: &Collection, chapter: ItemId, row: Row) -> bool {
    let item = row.item();
    if item.agreement() != chapter.agreement() {
        return false;
    }
    let of = collection.item(chapter).and_then(|item| item.chapter());
    match (chapter.part, item.part, of) {
        (_, Part::Clause(_, clause), Some(of)) => of.clauses.contains(&clause),
        (Part::Chapter(a, own), Part::Chapter(_, other), _) => {
            let outline = collection.dossier(chapter).and_then(|dossier| dossier.outline(a));
            let end = outline.map_or(0, |outline| outline.end(own));
            (own + 1..end).contains(&other)
        }
        _ => false,
    }
}
