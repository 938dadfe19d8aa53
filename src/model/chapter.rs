//! The parts, chapters and sections of agreements, as the places of their clauses say.

use super::{Agreement, Clause, Part, UniqueIds};
use crate::text::fold::fold;
use crate::text::slug;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

/// What separates a part from a part of it, in the place of a clause.
pub const WITHIN: &str = " › ";

/// What separates the number of a part from its heading.
pub const NUMBERED: &str = " · ";

/// A part of an agreement that holds clauses: a part, a title, a chapter, a section, an annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its id, unique in the agreement and different from those of its clauses (`chapter-28`, `part-two-section-a`).
    pub id: String,
    /// Its number as printed, with its word ("CHAPTER 28"), if it has one.
    pub number: Option<String>,
    /// Its heading; its number if it has no heading.
    pub heading: String,
    /// How many chapters it is in.
    pub level: usize,
    /// Its clauses, by their places in the agreement; those of the chapters in it too.
    pub clauses: Range<u32>,
    /// The words of its clauses, counted on first use.
    words: OnceLock<usize>,
}

impl Chapter {
    /// Number and heading: `CHAPTER 28 · Dispute Settlement`.
    pub fn name(&self) -> String {
        match self.number.as_deref().filter(|number| *number != self.heading) {
            Some(number) => format!("{number}{NUMBERED}{}", self.heading),
            None => self.heading.clone(),
        }
    }

    /// The number without its word: `28`; empty if it has none.
    pub fn bare_number(&self) -> &str {
        let number = self.number.as_deref().unwrap_or_default();
        number.split_once(' ').map_or(number, |(_, bare)| bare)
    }

    /// The word that its number counts: `CHAPTER`; empty if the number is alone, `None` if it has none.
    pub fn number_word(&self) -> Option<&str> {
        self.number.as_deref().map(|number| number.split_once(' ').map_or("", |(word, _)| word))
    }

    /// How many words the texts of its clauses have, in the agreement that has it.
    pub fn words(&self, agreement: &Agreement) -> usize {
        let range = self.clauses.start as usize..self.clauses.end as usize;
        let clauses = agreement.clauses.get(range).unwrap_or_default();
        *self.words.get_or_init(|| clauses.iter().map(Clause::words).sum())
    }

    /// How many clauses it holds.
    pub fn len(&self) -> usize {
        self.clauses.len()
    }

    /// Whether it holds no clause; never, in an outline.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Its clauses as parts of a dossier in which its agreement has this place.
    pub fn parts(&self, agreement: u32) -> impl Iterator<Item = Part> + use<> {
        self.clauses.clone().map(move |clause| Part::Clause(agreement, clause))
    }
}

/// The chapters of an agreement in its order, each before those in it; empty if it has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline(Vec<Chapter>);

impl Outline {
    /// The outline that the places of the clauses say.
    pub(super) fn of(agreement: &Agreement) -> Self {
        if agreement.clauses.iter().all(|clause| clause.place.is_none()) {
            return Self::default();
        }
        let mut builder = Builder { agreement, chapters: Vec::new(), open: Vec::new() };
        let clauses = agreement.clauses.as_slice();
        for (at, clause) in (0u32..).zip(clauses) {
            builder.add(at, &path(clause, clauses.get(at as usize + 1)));
        }
        builder.finish()
    }

    /// The chapters.
    pub fn chapters(&self) -> &[Chapter] {
        &self.0
    }

    /// A chapter by its place in the outline.
    pub fn chapter(&self, place: u32) -> Option<&Chapter> {
        self.0.get(place as usize)
    }

    /// The place of the chapter with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        u32::try_from(self.0.iter().position(|chapter| chapter.id == id)?).ok()
    }

    /// The place of the innermost chapter that a clause is in.
    pub fn around(&self, clause: u32) -> Option<u32> {
        let begun = self.0.partition_point(|chapter| chapter.clauses.start <= clause);
        let holds = |chapter: &Chapter| chapter.clauses.contains(&clause);
        u32::try_from(self.0.get(..begun)?.iter().rposition(holds)?).ok()
    }

    /// The place of the chapter that a chapter is in.
    pub fn parent(&self, place: u32) -> Option<u32> {
        let level = self.chapter(place)?.level;
        let before = self.0.get(..place as usize)?;
        u32::try_from(before.iter().rposition(|chapter| chapter.level < level)?).ok()
    }

    /// The place after the last chapter in a chapter.
    pub fn end(&self, place: u32) -> u32 {
        let Some(chapter) = self.chapter(place) else { return place };
        let after = self.0.iter().skip(place as usize + 1);
        let within = after.take_while(|other| other.level > chapter.level).count();
        place.saturating_add(1).saturating_add(u32::try_from(within).unwrap_or(u32::MAX))
    }
}

/// The outlines of the agreements of a dossier, found on first use; none if no agreement has chapters.
#[derive(Clone, Debug, Default)]
pub(super) struct Outlines(OnceLock<Box<[Outline]>>);

/// What was asked so far is no difference between dossiers.
impl PartialEq for Outlines {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Outlines {
    /// The outline of the agreement at this place of all those of the dossier; `None` if it has no chapters.
    pub(super) fn of(&self, agreements: &[Agreement], at: u32) -> Option<&Outline> {
        let outlines = self.0.get_or_init(|| {
            let outlines: Vec<Outline> = agreements.iter().map(Outline::of).collect();
            let none = outlines.iter().all(|outline| outline.0.is_empty());
            if none { Box::default() } else { outlines.into() }
        });
        outlines.get(at as usize).filter(|outline| !outline.0.is_empty())
    }
}

/// The chapters that a clause is in, the outermost first. The text that a chapter has before its first article is a clause
/// with the name of the chapter, which is in it too.
fn path<'a>(clause: &'a Clause, next: Option<&'a Clause>) -> Vec<&'a str> {
    let mut path = levels(clause);
    if let Some(next) = next.filter(|next| next.place != clause.place) {
        let deeper = levels(next);
        if let Some(own) =
            deeper.get(path.len()).filter(|own| deeper.starts_with(&path) && names(clause, own))
        {
            path.push(own);
        }
    }
    path
}

fn levels(clause: &Clause) -> Vec<&str> {
    clause.place.as_deref().map(|place| place.split(WITHIN).collect()).unwrap_or_default()
}

/// Whether a clause has this name.
fn names(clause: &Clause, name: &str) -> bool {
    clause.heading == name || clause.numbered_heading() == name || clause.number.as_deref() == Some(name)
}

struct Builder<'a> {
    agreement: &'a Agreement,
    chapters: Vec<(&'a str, Chapter)>,
    /// The places of the chapters that are open, the outermost first.
    open: Vec<usize>,
}

impl<'a> Builder<'a> {
    fn add(&mut self, clause: u32, path: &[&'a str]) {
        let is_open =
            |(place, name): &(&usize, &&str)| self.chapters.get(**place).is_some_and(|(own, _)| own == *name);
        let same = self.open.iter().zip(path).take_while(is_open).count();
        self.open.truncate(same);
        for place in &self.open {
            if let Some((_, chapter)) = self.chapters.get_mut(*place) {
                chapter.clauses.end = clause + 1;
            }
        }
        for (level, name) in path.iter().enumerate().skip(same) {
            let (number, heading) = number_and_heading(name);
            let (number, heading) = (number.map(str::to_owned), heading.to_owned());
            let clauses = clause..clause + 1;
            let words = OnceLock::new();
            let chapter = Chapter { id: String::new(), number, heading, level, clauses, words };
            self.open.push(self.chapters.len());
            self.chapters.push((name, chapter));
        }
    }

    /// The outline, without chapters that are nothing but a clause with the same name.
    fn finish(self) -> Outline {
        let Self { agreement, chapters, .. } = self;
        let is_clause = |name: &str, chapter: &Chapter| {
            let first = agreement.clauses.get(chapter.clauses.start as usize);
            chapter.len() == 1 && first.is_some_and(|clause| names(clause, name))
        };
        let taken: HashSet<&str> = agreement.clauses.iter().map(|clause| clause.id.as_str()).collect();
        let mut ids = UniqueIds::default();
        let mut outline: Vec<Chapter> = Vec::with_capacity(chapters.len());
        let mut above: Vec<String> = Vec::new();
        for (_, mut chapter) in chapters.into_iter().filter(|(name, chapter)| !is_clause(name, chapter)) {
            above.truncate(chapter.level);
            let own = own_id(&chapter);
            let id = above.last().map_or_else(|| own.clone(), |above| format!("{above}-{own}"));
            chapter.id = ids.unique(&id, '~');
            while taken.contains(chapter.id.as_str()) {
                chapter.id = ids.unique(&id, '~');
            }
            above.push(chapter.id.clone());
            outline.push(chapter);
        }
        Outline(outline)
    }
}

/// The number of a chapter with its word, and its heading: `CHAPTER 28` and `Dispute Settlement`. Without a heading, the
/// number is the heading too.
fn number_and_heading(name: &str) -> (Option<&str>, &str) {
    if let Some((number, heading)) = name.split_once(NUMBERED) {
        return (Some(number), heading);
    }
    let Some(word) = name.split(' ').next().filter(|word| word.chars().all(char::is_alphabetic)) else {
        return (None, name);
    };
    let behind = name.get(word.len()..).unwrap_or_default().trim_start();
    let bare = behind.split(' ').next().unwrap_or_default();
    if !is_number(bare.trim_end_matches(['.', ':', ')', '-', '–', '—'])) {
        return (None, name);
    }
    let end = name.len() - behind.len() + bare.len();
    let number = name.get(..end).unwrap_or(name).trim_end_matches(['.', ':', '-', '–', '—', ' ']);
    let heading = name.get(end..).unwrap_or_default().trim_matches(['.', ':', '-', '–', '—', ' ']);
    (Some(number), if heading.is_empty() { number } else { heading })
}

/// Whether a word is digits, a Roman number, or a single capital letter, perhaps with digits.
fn is_number(word: &str) -> bool {
    let is_roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L');
    let first = word.chars().next();
    first.is_some_and(|first| {
        first.is_numeric()
            || word.chars().all(is_roman)
            || (first.is_uppercase()
                && word.chars().skip(1).all(|c| c.is_numeric() || matches!(c, '-' | '.')))
    })
}

/// The id of a chapter among those beside it: its number, after the word `chapter` if the number is alone; else its
/// heading.
fn own_id(chapter: &Chapter) -> String {
    /// Letters of a heading: enough to know it by.
    const LONGEST: usize = 40;
    let number = chapter.number.as_deref().unwrap_or_default();
    let printed = if number.is_empty() { &chapter.heading } else { number };
    let whole = slug(fold(printed).text());
    let cut = whole.get(..=LONGEST).and_then(|start| start.rsplit_once('-')).map(|(words, _)| words);
    let id = cut.unwrap_or_else(|| whole.get(..LONGEST).unwrap_or(&whole));
    // Of a word in another script only the number is left.
    let is_bare = is_number(number) || !id.contains(|c: char| c.is_ascii_alphabetic());
    match (is_bare, id) {
        (_, "") => "chapter".to_owned(),
        (true, id) => format!("chapter-{id}"),
        (false, id) => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, Wording};

    fn agreement(clauses: &[(&str, Option<&str>)]) -> Agreement {
        let clause = |(at, (heading, place)): (usize, &(&str, Option<&str>))| Clause {
            place: place.map(str::to_owned),
            ..Clause::new(format!("c{at}"), *heading, "t", Wording::Official)
        };
        let clauses = clauses.iter().enumerate().map(clause).collect();
        Agreement { id: "a".to_owned(), title: "A".to_owned(), clauses, ..Agreement::default() }
    }

    fn shown(outline: &Outline) -> Vec<String> {
        let line = |chapter: &Chapter| {
            format!("{} {}:{} {:?}", chapter.level, chapter.id, chapter.name(), chapter.clauses)
        };
        outline.chapters().iter().map(line).collect()
    }

    #[test]
    fn the_places_of_clauses_make_chapters() {
        let outline = Outline::of(&agreement(&[
            ("Preamble", Some("Preamble")),
            ("Aim", Some("CHAPTER 1 · General")),
            ("Words", Some("CHAPTER 1 · General")),
            ("Rules", Some("CHAPTER 2 · Trade › SECTION A")),
            ("More", Some("CHAPTER 2 · Trade › SECTION B · Origin")),
            ("Depositary", None),
            ("Lists", Some("Annex I – Tariffs")),
            ("Again", Some("CHAPTER 1 · General")),
        ]));
        assert_eq!(
            shown(&outline),
            [
                "0 chapter-1:CHAPTER 1 · General 1..3",
                "0 chapter-2:CHAPTER 2 · Trade 3..5",
                "1 chapter-2-section-a:SECTION A 3..4",
                "1 chapter-2-section-b:SECTION B · Origin 4..5",
                "0 annex-i:Annex I · Tariffs 6..7",
                "0 chapter-1~2:CHAPTER 1 · General 7..8",
            ]
        );
        assert_eq!((outline.around(4), outline.around(5), outline.around(2)), (Some(3), None, Some(0)));
        assert_eq!((outline.parent(3), outline.parent(1), outline.end(1)), (Some(1), None, 4));
    }

    #[test]
    fn the_text_before_the_first_article_is_in_the_chapter() {
        let outline = Outline::of(&agreement(&[
            ("Trade", None),
            ("First", Some("Trade")),
            ("Second", Some("Trade")),
            ("Last", None),
        ]));
        assert_eq!(shown(&outline), ["0 trade:Trade 0..3"]);
        assert_eq!(Outline::of(&agreement(&[("One", None), ("Two", None)])).chapters(), []);
    }

    #[test]
    fn numbers_are_known_without_a_sign_after_them() {
        for (name, number, heading, id) in [
            ("CHAPTER IV TRADE IN GOODS", Some("CHAPTER IV"), "TRADE IN GOODS", "chapter-iv"),
            ("Part 2", Some("Part 2"), "Part 2", "part-2"),
            ("Trade in goods", None, "Trade in goods", "trade-in-goods"),
            ("3 · Customs", Some("3"), "Customs", "chapter-3"),
            ("CAPÍTULO 7 · Comercio", Some("CAPÍTULO 7"), "Comercio", "capitulo-7"),
            ("Annex A: Lists", Some("Annex A"), "Lists", "annex-a"),
            ("第一章", None, "第一章", "chapter"),
            ("Глава 3", Some("Глава 3"), "Глава 3", "glava-3"),
        ] {
            let outline = Outline::of(&agreement(&[("One", Some(name)), ("Two", Some(name))]));
            let chapter = &outline.chapters()[0];
            assert_eq!((chapter.number.as_deref(), chapter.heading.as_str()), (number, heading), "{name}");
            assert_eq!(chapter.id, id);
        }
    }

    #[test]
    fn chapters_have_addresses() {
        let mut one = agreement(&[("One", Some("CHAPTER 1 · X")), ("Two", Some("CHAPTER 2 · Y"))]);
        one.clauses[0].id = "chapter-2".to_owned();
        let many = Dossier { agreements: vec![one.clone()], ..Dossier::new("d", "D") }.arrange();
        assert_eq!(many.find("a.chapter-2"), Some(Part::Clause(0, 0)));
        assert_eq!(many.find("a.chapter-2~2"), Some(Part::Chapter(0, 1)));
        assert_eq!(many.local_id(Part::Chapter(0, 0)).as_deref(), Some("a.chapter-1"));
        let alone = Dossier::of_one_agreement(one).arrange();
        assert_eq!(alone.find("chapter-1"), Some(Part::Chapter(0, 0)));
        assert_eq!(alone.local_id(Part::Chapter(0, 0)).as_deref(), Some("chapter-1"));
        assert_eq!(alone.find("chapter-9"), None);
    }
}
