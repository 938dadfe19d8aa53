//! What a search found, for people and for programs. The ranking is the explorer's.

use crate::insight::body;
use crate::model::{Collection, Kind};
use crate::search::Matches;
use crate::text::{count, shown};
use serde::Serialize;
use std::io::{self, Write};
use std::ops::Range;

/// One match, as JSON has it.
#[derive(Debug, Serialize)]
pub struct Found {
    /// The item's address.
    pub address: String,
    /// What it is.
    pub kind: Kind,
    /// Its dossier's id.
    pub dossier: String,
    /// Its title.
    pub title: String,
    /// The stretch of its text that holds most of the query's words.
    pub snippet: String,
    /// Higher is better; comparable within one search only.
    pub score: u32,
    /// The byte ranges of the snippet that matched.
    pub matched: Vec<[usize; 2]>,
    #[serde(skip)]
    title_matched: Vec<Range<usize>>,
    #[serde(skip)]
    whole: bool,
}

/// The best matches, of one kind if asked for, at most `limit`.
pub fn found(collection: &Collection, matches: &Matches, kind: Option<Kind>, limit: usize) -> Vec<Found> {
    /// Cells of a snippet.
    const SNIPPET: usize = 160;
    let wanted = matches.ranked().iter().filter(|m| kind.is_none_or(|kind| m.item.kind() == kind));
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
                matched: snippet.matched.iter().map(|r| [r.start, r.end]).collect(),
                snippet: snippet.text,
                score: m.score,
                whole: m.words == matches.words(),
            })
        })
        .collect()
}

/// Writes the matches as a JSON array.
///
/// # Errors
/// What the writer returns.
pub fn search_json(found: &[Found], out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, found)?;
    writeln!(out)
}

/// Writes the matches for people; says how a slip was read, and which hold only some of the words.
///
/// # Errors
/// What the writer returns.
pub fn search_text(
    found: &[Found],
    matches: &Matches,
    colour: Option<&str>,
    out: &mut impl Write,
) -> io::Result<()> {
    for problem in matches.problems() {
        writeln!(out, "{}", shown(&problem.message))?;
    }
    if matches.only_close() && !found.is_empty() {
        writeln!(out, "no exact match; closest:")?;
    }
    for reading in matches.readings() {
        writeln!(
            out,
            "{} is not in what is open; read as {} ({})",
            shown(&reading.typed),
            shown(&reading.read_as),
            reading.reason
        )?;
    }
    let mut partial = false;
    for item in found {
        if !item.whole && !partial {
            partial = true;
            let rest = found.iter().filter(|f| !f.whole).count();
            writeln!(out, "{}", count(rest, "holds some of the words:", "hold some of the words:"))?;
        }
        writeln!(
            out,
            "{}  {}  [{}]",
            kind(item.kind),
            lit(&item.title, &item.title_matched, colour),
            item.address
        )?;
        if !item.snippet.is_empty() {
            let ranges: Vec<Range<usize>> = item.matched.iter().map(|[start, end]| *start..*end).collect();
            writeln!(out, "              {}", lit(&item.snippet, &ranges, colour))?;
        }
    }
    Ok(())
}

fn kind(kind: Kind) -> String {
    format!("{:<12}", kind.word())
}

/// The text with what matched between the escape sequences of a style, where one is given.
fn lit(text: &str, ranges: &[Range<usize>], style: Option<&str>) -> String {
    let Some(style) = style else { return shown(text).into_owned() };
    let mut out = String::new();
    let mut at = 0;
    for range in ranges {
        out.push_str(&shown(text.get(at..range.start).unwrap_or_default()));
        out.push_str(style);
        out.push_str(&shown(text.get(range.clone()).unwrap_or_default()));
        out.push_str("\u{1b}[0m");
        at = range.end;
    }
    out.push_str(&shown(text.get(at..).unwrap_or_default()));
    out
}
