//! What a search found, for people and for programs. The ranking is the explorer's.

use super::lines::{Words, linked};
use super::table::{Cell, Column, Entry, Table, TextLook};
use crate::insight::body;
use crate::model::{Collection, ItemId, Kind};
use crate::search::{Correction, Matches};
use crate::text::{count, shown};
use serde_json::json;
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

/// One match.
#[derive(Debug)]
pub struct Found {
    /// The item's address.
    pub address: String,
    /// What it is.
    pub kind: Kind,
    dossier: String,
    title: String,
    title_matched: Vec<Range<usize>>,
    snippet: String,
    matched: Vec<Range<usize>>,
    score: u32,
    whole: bool,
}

/// The columns of a search.
pub const SEARCH_COLUMNS: [Column; 9] = [
    Column::new("address", "the item's address"),
    Column::new("kind", "what it is"),
    Column::data("dossier", "its dossier's id"),
    Column::new("title", "its title"),
    Column::data("title_matched", "the byte ranges of the title that matched, each [start, end]"),
    Column::new("snippet", "the stretch of its text that holds most of the words"),
    Column::data("matched", "the byte ranges of the snippet that matched"),
    Column::data("score", "higher is better; comparable within one search only"),
    Column::data("all_words", "whether it holds all words of the query, not only some"),
];

/// The best matches among those wanted, at most `limit`.
pub fn found(
    collection: &Collection,
    matches: &Matches,
    limit: usize,
    wanted: impl Fn(ItemId) -> bool,
) -> Vec<Found> {
    /// Cells of a snippet.
    const SNIPPET: usize = 160;
    let wanted = matches.ranked().iter().filter(|m| wanted(m.item));
    wanted
        .take(limit)
        .filter_map(|m| {
            let title = collection.title(m.item)?.to_owned();
            let snippet = matches.snippet(&body(collection, m.item), SNIPPET);
            Some(Found {
                address: collection.address(m.item)?.to_string(),
                kind: m.item.kind(),
                dossier: collection.dossier(m.item)?.id.clone(),
                title_matched: matches.highlight(&title),
                title,
                matched: snippet.matched,
                snippet: snippet.text,
                score: m.score,
                whole: m.words == matches.words(),
            })
        })
        .collect()
}

/// The matches as a table, for every form of output but text.
pub fn search_table(found: &[Found]) -> Table<'_> {
    Table::new(&SEARCH_COLUMNS, found.len(), |place| found.get(place).map(|found| Vec::from(row(found))))
}

fn row(found: &Found) -> [Cell<'_>; 9] {
    [
        Cell::text(Some(&found.address)),
        Cell::term(found.kind, found.kind.word()),
        Cell::text(Some(&found.dossier)),
        Cell::text(Some(&found.title)),
        ranges(&found.title_matched),
        Cell::text(Some(&found.snippet)),
        ranges(&found.matched),
        Cell::Number(usize::try_from(found.score).unwrap_or(usize::MAX)),
        Cell::Flag(found.whole),
    ]
}

fn ranges(ranges: &[Range<usize>]) -> Cell<'static> {
    let entry = |range: &Range<usize>| Entry {
        data: json!([range.start, range.end]),
        words: Cow::Owned(format!("{}–{}", range.start, range.end)),
    };
    Cell::List(ranges.iter().map(entry).collect())
}

/// Writes the matches for people; says how a slip was read, and which hold only some of the words: `partly` of all
/// matches, printed or not.
///
/// # Errors
/// What the writer returns.
pub fn search_text(
    found: &[Found],
    partly: usize,
    matches: &Matches,
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    if matches.only_close() && !found.is_empty() {
        writeln!(out, "no exact match; closest:")?;
    }
    for correction in matches.corrections() {
        writeln!(out, "{}", read_as(correction))?;
    }
    for word in matches.unknown() {
        writeln!(out, "{}", held_by_nothing(word))?;
    }
    let mut partial = false;
    for item in found {
        if !item.whole && !partial {
            partial = true;
            writeln!(out, "{}", count(partly, "holds some of the words:", "hold some of the words:"))?;
        }
        let kind = format!("{:<12}  ", item.kind.word());
        linked(&kind, Words::of(&item.title, &item.title_matched), &item.address, look, out)?;
        if !item.snippet.is_empty() {
            Words::of(&item.snippet, &item.matched).write(&" ".repeat(kind.len()), look, out)?;
        }
    }
    Ok(())
}

/// Says of a word that nothing holds it.
pub fn held_by_nothing(word: &str) -> String {
    format!("{} is not in what is open", shown(word))
}

/// Says as what a word was read that nothing holds.
pub fn read_as(correction: &Correction) -> String {
    format!(
        "{} is not in what is open; read as {} ({})",
        shown(&correction.typed),
        shown(&correction.read_as),
        correction.reason
    )
}
