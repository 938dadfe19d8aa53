//! Cuts what is printed into clauses: one way for all formats.

mod candidates;
mod chain;
mod clauses;
mod ends;
mod heading;
mod inside;
mod learned;
mod marks;
mod number;
mod paragraphs;
mod pieces;
mod print;
mod runs;
mod shape;
mod spoilt;
mod tally;
mod versions;
mod vocabulary;

use super::document::Document;
use super::facts::title::{self, HeadLine};
use crate::model::{ArticleNumber, Clause};
use clauses::Cut;
use tally::Tally;

/// A text that was cut: an agreement in one language.
pub(super) struct Text {
    /// The two-letter code of its language; `None` if in doubt.
    pub(super) language: Option<&'static str>,
    /// Its title; empty if it has none.
    pub(super) title: String,
    pub(super) clauses: Vec<Clause>,
    pub(super) articles: Tally,
    /// The pages whose text cannot be read and was left out.
    pub(super) unread: Vec<u32>,
    /// How many lines of a table of contents were left out before its first article.
    pub(super) contents: usize,
    /// The numbers of its articles that are there more than once, in order.
    pub(super) repeated: Vec<ArticleNumber>,
}

/// What came of cutting a document.
pub(super) struct Cutting {
    /// The texts in the order of the document.
    pub(super) texts: Vec<Text>,
    /// How many headings of a table of contents were left out.
    pub(super) contents: usize,
    /// Whether articles or points were found.
    pub(super) has_articles: bool,
}

/// Cuts a document.
pub(super) fn texts(document: &Document) -> Cutting {
    let lines = print::lines(document);
    let mut found = runs::find(&lines);
    let versions = versions::versions(&mut found, &lines);
    let texts: Vec<Text> = versions.iter().map(|version| text(version, &found, &lines)).collect();
    let contents = found.contents + texts.iter().map(|text| text.contents).sum::<usize>();
    Cutting { texts, contents, has_articles: found.unit != runs::Unit::Paragraph }
}

/// How many lines of a text without articles may have its title.
const FIRST_PAGE: usize = 60;

/// How many lines before the first article the title may be.
const FARTHEST_TITLE: usize = 300;

fn text(version: &versions::Version, found: &runs::Found, lines: &[print::Line]) -> Text {
    let first =
        version.runs.first().and_then(|run| run.first()).map_or(version.lines.end, |start| start.line);
    let mark = found.marks.iter().map(|(line, _)| *line).find(|line| version.lines.contains(line));
    let head = version.lines.start..mark.unwrap_or(first).min(first);
    // A title is near the first article, or on the first page of a text without articles.
    let near = match version.runs.is_empty() {
        true => head.start..head.end.min(head.start + FIRST_PAGE),
        false => head.start.max(head.end.saturating_sub(FARTHEST_TITLE))..head.end,
    };
    let head_lines = lines.get(near.clone()).unwrap_or_default().iter();
    let head_lines: Vec<HeadLine> = head_lines
        .map(|line| HeadLine {
            text: line.text.as_ref(),
            after_gap: line.after_gap,
            is_heading: line.is_heading(),
        })
        .collect();
    let title = title::title(&head_lines);
    let body = match title.lines.is_empty() && title.text.is_empty() {
        true => head.start..head.start,
        false => near.start + title.lines.start..near.start + title.lines.end,
    };
    let Cut { clauses, unread, contents } = clauses::clauses(version, found, lines, body);
    let own = found.repeats.iter().filter(|(line, _)| version.lines.contains(line));
    let mut repeated: Vec<ArticleNumber> = own.map(|(_, number)| tally::shown(number)).collect();
    repeated.sort_unstable();
    repeated.dedup();
    Text {
        repeated,
        language: version.language,
        title: title.text,
        clauses,
        articles: version.runs.first().map(|run| tally::tally(run)).unwrap_or_default(),
        unread,
        contents,
    }
}

/// How many articles of a document are in unbroken order. A reader that doubts in which order a page is to be read chooses
/// the order that gives more.
pub fn article_run(document: &Document) -> usize {
    let lines = print::lines(document);
    let found = runs::find(&lines);
    match found.unit {
        runs::Unit::Article => runs::in_order(&found.runs),
        runs::Unit::Point | runs::Unit::Paragraph => 0,
    }
}
