//! What a search found. The ranking is the explorer's.

use crate::insight::{body, title_among};
use crate::model::{Collection, ItemId, Kind};
use crate::report::forms::text::lines::Highlighted;
use crate::report::forms::{Columns, Datum, Labelled, Report, Sheet, TextWriter};
use crate::search::{Correction, Match, Matches};
use crate::text::{count, shown};
use serde_json::json;
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

/// The best matches of a search, with snippets; for people also the corrections of words that no item
/// has, and which matches have only some of the words.
pub struct SearchReport<'a> {
    matches: &'a Matches,
    hits: Vec<Hit>,
    /// How many matches there are, printed or not.
    pub all: usize,
    /// How many of them hold only some of the words.
    partly: usize,
}

/// A match as it is printed.
pub(in crate::report) struct Hit {
    address: String,
    kind: Kind,
    dossier: String,
    title: String,
    title_matched: Vec<Range<usize>>,
    /// The title as it is printed for people, among items of many agreements.
    among: String,
    snippet: String,
    matched: Vec<Range<usize>>,
    score: u32,
    whole: bool,
}

impl<'a> SearchReport<'a> {
    /// The best matches among those `wanted`, at most `limit`.
    pub fn new(
        collection: &Collection,
        matches: &'a Matches,
        limit: usize,
        wanted: impl Fn(ItemId) -> bool,
    ) -> Self {
        let wanted = || matches.ranked().iter().filter(|found| wanted(found.item));
        Self {
            matches,
            hits: wanted().take(limit).filter_map(|found| hit(collection, matches, found)).collect(),
            all: wanted().count(),
            partly: wanted().filter(|found| found.words < matches.words()).count(),
        }
    }

    /// The matches that are printed.
    pub(super) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// How many matches are printed.
    pub fn printed(&self) -> usize {
        self.hits.len()
    }
}

fn hit(collection: &Collection, matches: &Matches, found: &Match) -> Option<Hit> {
    /// Cells of a snippet.
    const SNIPPET: usize = 160;
    let item = collection.item(found.item)?;
    let snippet = matches.snippet(&body(collection, found.item), SNIPPET);
    Some(Hit {
        address: item.address().into(),
        kind: item.kind(),
        dossier: item.dossier().id.clone(),
        title_matched: matches.highlight(item.title()),
        title: item.title().to_owned(),
        among: title_among(collection, item),
        matched: snippet.matched,
        snippet: snippet.text,
        score: found.score,
        whole: found.words == matches.words(),
    })
}

impl Report for SearchReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(columns(), self.hits.len(), |place| self.hits.get(place))
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        if self.matches.only_close() && !self.hits.is_empty() {
            writeln!(out, "No exact match; closest:")?;
        }
        self.matches.corrections().try_for_each(|correction| writeln!(out, "{}", corrected(correction)))?;
        self.matches.unknown().try_for_each(|word| writeln!(out, "{}", no_word(word)))?;
        let whole = self.hits.iter().take_while(|hit| hit.whole).count();
        for (place, hit) in self.hits.iter().enumerate() {
            if place == whole {
                writeln!(out, "{}:", partial_matches(self.partly, self.matches.words()))?;
            }
            let kind = format!("{:<12}  ", hit.kind.word());
            let title = Highlighted::of(&hit.among, &self.matches.highlight(&hit.among));
            out.linked(&kind, title, &hit.address)?;
            if !hit.snippet.is_empty() {
                let snippet = Highlighted::of(&hit.snippet, &hit.matched);
                out.line(&" ".repeat(kind.len()), snippet)?;
            }
        }
        Ok(())
    }
}

/// A row about a match.
pub(super) trait AboutHit<'a> {
    /// The match.
    fn hit(&self) -> &'a Hit;
}

impl<'a> AboutHit<'a> for &'a Hit {
    fn hit(&self) -> &'a Hit {
        self
    }
}

pub(super) fn columns<'a>() -> Columns<'a, &'a Hit> {
    with_hit(Columns::new())
}

/// These columns, and those of a match.
pub(super) fn with_hit<'a, R: AboutHit<'a>>(columns: Columns<'a, R>) -> Columns<'a, R> {
    columns
        .column("address", "the item's address", |row| row.hit().address.as_str())
        .column("kind", "the kind of item", |row| Datum::term(row.hit().kind, row.hit().kind.word()))
        .data("dossier", "the id of its dossier", |row| row.hit().dossier.as_str())
        .column("title", "its title", |row| row.hit().title.as_str())
        .data("title_matched", "the byte ranges of the title that matched, each [start, end]", |row| {
            ranges(&row.hit().title_matched)
        })
        .column("snippet", "the part of its text with the most words of the query", |row| {
            row.hit().snippet.as_str()
        })
        .data("matched", "the byte ranges of the snippet that matched", |row| ranges(&row.hit().matched))
        .data("score", "higher is better; comparable within one search only", |row| {
            usize::try_from(row.hit().score).unwrap_or(usize::MAX)
        })
        .data("all_words", "whether it matches all words of the query, not only some", |row| row.hit().whole)
}

fn ranges(ranges: &[Range<usize>]) -> Datum<'static> {
    let range = |range: &Range<usize>| Labelled {
        data: json!([range.start, range.end]),
        words: Cow::Owned(format!("{}–{}", range.start, range.end)),
    };
    Datum::List(ranges.iter().map(range).collect())
}

/// The note on a word that no item contains.
pub fn no_word(word: &str) -> String {
    format!("No matches for \"{}\"", shown(word))
}

/// The note on a word that was corrected.
pub fn corrected(correction: &Correction) -> String {
    let (typed, found) = (shown(&correction.typed), shown(&correction.read_as));
    format!("No \"{typed}\"; showing {found} ({})", correction.reason)
}

/// The heading of the matches with only some of a query's `words`.
pub fn partial_matches(items: usize, words: usize) -> String {
    let verb = if items == 1 { "matches" } else { "match" };
    let some = if words == 2 { "only one word" } else { "only some words" };
    format!("{} {verb} {some}", count(items, "item", "items"))
}
