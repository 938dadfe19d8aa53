//! The contents of an agreement or of a chapter: its chapters, and the clauses that are in none of them.

use super::lists::clauses_of;
use super::naming::bare_number;
use crate::model::{Chapter, Clause, Collection, Item, ItemId, Kind, NUMBERED, Outline, Part};
use crate::text::count;
use std::iter;

/// A line of a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The chapter or the clause.
    pub item: ItemId,
    /// How many chapters of the same contents it is in.
    pub level: usize,
    /// Its number without its word ("28"), if its word is that of the first chapter; of a clause without that for an article.
    pub number: String,
    /// Its heading, after its number if that is not shown alone.
    pub heading: String,
    /// How many clauses it holds; 1 for a clause.
    pub clauses: usize,
    /// How many words their texts have.
    pub words: usize,
}

impl Entry {
    /// Number and heading: `28 · Dispute Settlement`.
    pub fn name(&self) -> String {
        match self.number.as_str() {
            "" => self.heading.clone(),
            number => format!("{number}{NUMBERED}{}", self.heading),
        }
    }

    /// How much it holds: `23 clauses, 7,158 words`; of a clause only the words.
    pub fn size(&self) -> String {
        let words = count(self.words, "word", "words");
        match self.item.kind() {
            Kind::Chapter => format!("{}, {words}", count(self.clauses, "clause", "clauses")),
            _ => words,
        }
    }
}

/// The contents of an agreement or a chapter in its order: its chapters with those in them, and the clauses that are directly
/// in it. Empty for anything else.
pub fn contents(collection: &Collection, item: ItemId) -> Vec<Entry> {
    let Some(of) = collection.item(item) else { return Vec::new() };
    let (Some(agreement), Some(a)) = (of.agreement(), agreement_place(item)) else { return Vec::new() };
    let outline = of.dossier().outline(a);
    let (chapters, level, clauses) = match (item.part, of.chapter(), outline) {
        (Part::Chapter(_, own), Some(chapter), Some(outline)) => {
            (own + 1..outline.end(own), chapter.level + 1, chapter.clauses.clone())
        }
        (Part::Agreement(_), ..) => {
            let count = outline.map_or(0, |outline| outline.chapters().len());
            let clauses = u32::try_from(agreement.clauses.len()).unwrap_or(u32::MAX);
            (0..u32::try_from(count).unwrap_or(u32::MAX), 0, 0..clauses)
        }
        _ => return Vec::new(),
    };
    let mut entries = Vec::new();
    let mut next = clauses.start;
    let sibling = |part| ItemId { part, ..item };
    let clause = |place: u32| {
        let clause = agreement.clauses.get(place as usize)?;
        Some(of_clause(sibling(Part::Clause(a, place)), clause))
    };
    for place in chapters {
        let Some((outline, chapter)) = outline.and_then(|o| Some((o, o.chapter(place)?))) else { continue };
        if chapter.level == level {
            entries.extend((next..chapter.clauses.start).filter_map(clause));
            next = chapter.clauses.end;
        }
        let (number, heading) = shown_number(outline, chapter);
        entries.push(Entry {
            item: sibling(Part::Chapter(a, place)),
            level: chapter.level - level,
            number: number.to_owned(),
            heading,
            clauses: chapter.len(),
            words: chapter.words(agreement),
        });
    }
    entries.extend((next..clauses.end).filter_map(clause));
    entries
}

fn of_clause(item: ItemId, clause: &Clause) -> Entry {
    Entry {
        item,
        level: 0,
        number: clause.number_apart().map(bare_number).unwrap_or_default().to_owned(),
        heading: clause.heading.clone(),
        clauses: 1,
        words: clause.words(),
    }
}

/// The place of the agreement that an item is or is in.
fn agreement_place(item: ItemId) -> Option<u32> {
    match item.agreement()?.part {
        Part::Agreement(place) => Some(place),
        _ => None,
    }
}

/// The number of a chapter alone and its heading; both in one for a section in a chapter, and if the number counts something
/// else than that of the first chapter does, as in an annex after chapters.
pub fn shown_number<'a>(outline: &Outline, chapter: &'a Chapter) -> (&'a str, String) {
    let mut beside = outline.chapters().iter().filter(|other| other.level == 0);
    let first = beside.find_map(|other| other.number_word());
    match chapter.number_word() {
        Some(word)
            if chapter.level == 0
                && Some(word) == first
                && chapter.number.as_deref() != Some(&chapter.heading) =>
        {
            (chapter.bare_number(), chapter.heading.clone())
        }
        _ => ("", chapter.name()),
    }
}

/// The innermost chapter that a clause is in, or that a chapter is in; `None` if there is none.
pub fn chapter_around(collection: &Collection, item: ItemId) -> Option<ItemId> {
    let outline = |a| collection.dossier(item)?.outline(a);
    let part = match item.part {
        Part::Clause(a, clause) => Part::Chapter(a, outline(a)?.around(clause)?),
        Part::Chapter(a, chapter) => Part::Chapter(a, outline(a)?.parent(chapter)?),
        _ => return None,
    };
    Some(ItemId { part, ..item })
}

/// The chapters that a clause or a chapter is in, the innermost first.
pub fn chapters_around(collection: &Collection, item: ItemId) -> impl Iterator<Item = ItemId> {
    iter::successors(chapter_around(collection, item), |own| chapter_around(collection, *own))
}

/// The words of all clauses of an agreement or a chapter.
pub fn word_count(collection: &Collection, item: ItemId) -> usize {
    match collection.item(item).map(|of| (of.chapter(), of.agreement())) {
        Some((Some(chapter), Some(agreement))) => chapter.words(agreement),
        _ => {
            let clauses = clauses_of(collection, item).filter_map(|clause| collection.item(clause));
            clauses.filter_map(|clause: Item<'_>| clause.clause()).map(Clause::words).sum()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dossier;
    use std::sync::Arc;

    #[test]
    fn contents_are_chapters_and_the_clauses_beside_them() {
        let clause = |id: &str, place: Option<&str>| serde_json::json!({ "id": id, "heading": id, "text": "three short words", "wording": "official", "place": place });
        let dossier: Dossier = serde_json::from_value(serde_json::json!({
            "format": "accords/1", "id": "d", "title": "D",
            "agreements": [{ "id": "a", "title": "A", "clauses": [
                clause("preamble", None),
                clause("one", Some("Chapter 1 · Trade")),
                clause("two", Some("Chapter 1 · Trade › Section A · Goods")),
                clause("three", Some("Chapter 1 · Trade › Section A · Goods")),
                clause("four", Some("Chapter 1 · Trade")),
                clause("lists", Some("Annex I · Lists")),
                clause("more", Some("Annex I · Lists")),
            ] }],
        }))
        .unwrap();
        let collection = Collection::new(vec![Arc::new(dossier.arrange())]);
        let shown = |address: &str| -> Vec<(String, usize, usize)> {
            let all = contents(&collection, collection.find(address).unwrap());
            let name = |e: &Entry| format!("{}{} {}", " ".repeat(e.level), e.number, e.heading);
            all.iter().map(|e| (name(e), e.clauses, e.words)).collect()
        };
        assert_eq!(
            shown("d/a"),
            [
                (" preamble".to_owned(), 1, 3),
                ("1 Trade".to_owned(), 4, 12),
                ("  Section A · Goods".to_owned(), 2, 6),
                (" Annex I · Lists".to_owned(), 2, 6),
            ]
        );
        assert_eq!(
            shown("d/a.chapter-1"),
            [(" one".to_owned(), 1, 3), (" Section A · Goods".to_owned(), 2, 6), (" four".to_owned(), 1, 3)]
        );
        let two = collection.find("d/a.two").unwrap();
        let around: Vec<String> =
            chapters_around(&collection, two).map(|item| collection.address_text(item)).collect();
        assert_eq!(around, ["d/a.chapter-1-section-a", "d/a.chapter-1"]);
    }
}
