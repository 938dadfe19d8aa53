//! Cuts what is printed into clauses: one way for all formats.

mod candidates;
mod chain;
mod clauses;
mod heading;
mod marks;
mod number;
mod numerals;
mod paragraphs;
mod print;
mod runs;
mod spoilt;
mod versions;
mod vocabulary;

use super::document::Document;
use super::facts::title;
use crate::model::Clause;

/// A text that was cut: an agreement in one language.
pub(super) struct Text {
    /// The two-letter code of its language; `None` if in doubt.
    pub(super) language: Option<&'static str>,
    /// What is printed before the preamble.
    pub(super) title: String,
    pub(super) clauses: Vec<Clause>,
    /// The numbers of its articles in order; those of annexes are not among them.
    pub(super) numbers: Vec<u16>,
}

/// What came of cutting a document.
pub(super) struct Cutting {
    /// The texts, the leading one first.
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
    let text = |version: versions::Version| {
        let first =
            version.runs.first().and_then(|run| run.first()).map_or(version.lines.end, |start| start.line);
        let first = found
            .marks
            .iter()
            .map(|(line, _)| *line)
            .find(|line| version.lines.contains(line))
            .unwrap_or(first)
            .min(first);
        let head: Vec<(&str, bool)> = lines
            .get(version.lines.start..first)
            .unwrap_or_default()
            .iter()
            .map(|line| (line.text.as_ref(), line.is_heading()))
            .collect();
        let (title, used) = title::title(&head);
        let body = version.lines.start + used;
        Text {
            language: version.language,
            title,
            clauses: clauses::clauses(&version, &found, &lines, body),
            numbers: version
                .runs
                .first()
                .map(|run| run.iter().map(|start| start.number.value).collect())
                .unwrap_or_default(),
        }
    };
    let texts = versions.into_iter().map(text).collect();
    Cutting { texts, contents: found.contents, has_articles: found.unit != runs::Unit::Paragraph }
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
