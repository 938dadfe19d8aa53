//! The texts of a document: one for each language that it is printed in, with the articles of its annexes.

use super::marks::Mark;
use super::print::Line;
use super::runs::{Found, Start};
use crate::data::documents::facts::language::{among, language, language_of_articles};
use std::ops::Range;

/// One text: a whole agreement in one language.
pub(super) struct Version {
    /// Its lines.
    pub(super) lines: Range<usize>,
    /// Its articles, then those of its annexes and of what else follows it.
    pub(super) runs: Vec<Vec<Start>>,
    /// The code of its language.
    pub(super) language: Option<&'static str>,
}

/// Divides what was found into texts.
pub(super) fn versions(found: &mut Found, lines: &[Line]) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    for run in std::mem::take(&mut found.runs) {
        let word = run.first().map_or("", |start| start.word.as_str());
        let own = language_of_articles(&sample(&run, lines), word);
        let first = run.first().map_or(0, |start| start.line);
        let last = versions.last().and_then(Version::last_start).unwrap_or(0);
        let follows_annex =
            found.marks.iter().any(|(line, mark)| *mark == Mark::Annex && (last..first).contains(line));
        match versions.last_mut() {
            Some(version) if !begins_version(version, &run, own, follows_annex) => {
                version.runs.push(run);
                version.language = version.language.or(own);
            }
            Some(version) => {
                let at = boundary(last + 1..first, (version.language, own), found, lines);
                version.lines.end = at;
                versions.push(Version { lines: at..lines.len(), runs: vec![run], language: own });
            }
            None => versions.push(Version { lines: 0..lines.len(), runs: vec![run], language: own }),
        }
    }
    if versions.is_empty() {
        let text: String =
            lines.iter().take(200).map(|line| line.text.as_ref()).collect::<Vec<_>>().join("\n");
        versions.push(Version { lines: 0..lines.len(), runs: Vec::new(), language: language(&text) });
    }
    versions
}

impl Version {
    fn last_start(&self) -> Option<usize> {
        self.runs.last().and_then(|run| run.last()).map(|start| start.line)
    }
}

/// Whether a run of articles begins another text than the one before it.
fn begins_version(before: &Version, run: &[Start], own: Option<&str>, follows_annex: bool) -> bool {
    let (Some(first), Some(new)) = (before.runs.first(), run.first()) else { return true };
    let same_word =
        first.iter().any(|start| start.word.starts_with(&new.word) || new.word.starts_with(&start.word));
    match (before.language, own) {
        (Some(one), Some(other)) if one == other => !same_word && !follows_annex,
        (Some(_), Some(_)) => !follows_annex || run.len() * 2 >= first.len(),
        _ => !follows_annex && !same_word,
    }
}

/// The beginning of the text of a run.
fn sample(run: &[Start], lines: &[Line]) -> String {
    let first = run.first().map_or(0, |start| start.line);
    let last = run.last().map_or(first, |start| start.line + 8).min(lines.len());
    let mut text = String::new();
    for line in lines.get(first..last).unwrap_or_default() {
        text.push_str(&line.text);
        text.push('\n');
        if text.len() > 12_000 {
            break;
        }
    }
    text
}

/// How many lines before a run are looked at for the beginning of its text.
const FARTHEST: usize = 300;

/// The line with which the next text begins, somewhere between the last article of one and the first of the next.
fn boundary(
    between: Range<usize>,
    languages: (Option<&'static str>, Option<&'static str>),
    found: &Found,
    lines: &[Line],
) -> usize {
    let (from, to) = (between.start.max(between.end.saturating_sub(FARTHEST)), between.end);
    let closing =
        found.marks.iter().rev().find(|(line, mark)| *mark == Mark::Closing && (from..to).contains(line));
    let (Some(one), Some(other)) = languages else {
        let after = closing.map_or(from, |(line, _)| *line);
        let page =
            |at: &usize| lines.get(*at).is_some_and(|line| line.is_heading() || changes_page(*at, lines));
        return (after + 1..to).find(page).unwrap_or(to);
    };
    // Each line speaks for one of the two; the best place has most that agree on both sides.
    let mut score = 0i32;
    let mut best = (0, to);
    for at in (from..to).rev() {
        let Some(line) = lines.get(at) else { continue };
        let weight = i32::try_from(line.text.len().min(400)).unwrap_or(0);
        let rather = if line.text.len() < 15 { None } else { among(&line.text, &[one, other]) };
        score += match rather {
            Some(lang) if lang == other => weight,
            Some(_) => -weight,
            None if line.is_heading() => 1,
            None => 0,
        };
        if score > best.0 {
            best = (score, at);
        }
    }
    best.1
}

/// Whether a line is the first of its page.
fn changes_page(at: usize, lines: &[Line]) -> bool {
    let page = |at: usize| lines.get(at).map(|line| line.page);
    at.checked_sub(1).is_some_and(|before| page(before) != page(at))
}
