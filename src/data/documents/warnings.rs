//! What a reader of the clauses must know about how they were cut.

use super::cut::{Cutting, Text};
use super::document::{Document, Piece};
use crate::text::count;

/// A page with fewer words than this is hardly read: most often it is a picture.
const FEW_WORDS: usize = 20;

/// The warnings of a document, a sentence each: the reader's own doubts first.
pub(super) fn warnings(document: &Document, cutting: &Cutting) -> Vec<String> {
    let mut all = document.doubts.clone();
    all.extend(poor_pages(document));
    if !cutting.has_articles {
        all.push("no articles were found; the text is divided into groups of paragraphs".to_owned());
    }
    if cutting.contents > 0 {
        let lines = count(cutting.contents, "line", "lines");
        all.push(format!("a table of contents was left out ({lines})"));
    }
    all.extend(several_texts(&cutting.texts));
    all.extend(cutting.texts.iter().filter_map(gaps));
    all
}

/// Pages with hardly any words, and what to do if they are most of them.
fn poor_pages(document: &Document) -> Option<String> {
    let pages = words_by_page(document);
    let poor: Vec<u32> =
        pages.iter().filter(|(_, words)| *words < FEW_WORDS).map(|(page, _)| *page).collect();
    if poor.is_empty() {
        return None;
    }
    let list = listed(&poor);
    let page = if poor.len() == 1 { "page" } else { "pages" };
    let named = format!("{page} {list} of {}: fewer than {FEW_WORDS} words were read", pages.len());
    Some(if poor.len() * 2 > pages.len() {
        format!("{named}; to read scans: ocrmypdf -l tur+eng in.pdf out.pdf")
    } else {
        named
    })
}

/// The number of words of each page.
fn words_by_page(document: &Document) -> Vec<(u32, usize)> {
    let mut pages: Vec<(u32, usize)> = Vec::new();
    for piece in &document.pieces {
        match piece {
            Piece::Page(page) => pages.push((*page, 0)),
            Piece::Line(line) => {
                if let Some((_, words)) = pages.last_mut() {
                    *words += line.text.split_whitespace().count();
                }
            }
            Piece::Table(text) => {
                if let Some((_, words)) = pages.last_mut() {
                    *words += text.split_whitespace().count();
                }
            }
            Piece::Blank => {}
        }
    }
    pages
}

/// Numbers with neighbours as ranges: `2–5, 9`.
pub(super) fn listed(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| *b == a + 1);
    let shown = runs.map(|run| match run {
        [first, .., last] => format!("{first}–{last}"),
        [one] => one.to_string(),
        [] => String::new(),
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn several_texts(texts: &[Text]) -> Option<String> {
    let languages: Vec<&str> =
        texts.iter().map(|text| text.language.unwrap_or("an unknown language")).collect();
    (texts.len() > 1).then(|| format!("the file has {} texts: {}", texts.len(), languages.join(", ")))
}

/// Articles that are missing from the order, or there twice.
fn gaps(text: &Text) -> Option<String> {
    let last = text.numbers.iter().copied().max()?;
    let missing: Vec<u32> =
        (1..=last).filter(|number| !text.numbers.contains(number)).map(u32::from).collect();
    let article = if missing.len() == 1 { "article" } else { "articles" };
    let whose = text.language.map_or_else(String::new, |language| format!(" of the text in {language}"));
    (!missing.is_empty()).then(|| format!("{article} {}{whose} not found", listed(&missing)))
}
