//! What a reader of the clauses must know about how they were cut.

use super::cut::{Cutting, Text};
use super::document::{Document, Kind, Piece};
use super::misread::misread_share;
use crate::model::{ArticleNumber, article_numbers, language_name, numbers};
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
    for text in &cutting.texts {
        all.extend(
            [
                gaps(text),
                missing_chapters(text),
                repeats(text),
                assumed(text),
                unread(text),
                damage(document.kind, text),
            ]
            .into_iter()
            .flatten(),
        );
    }
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
    let list = numbers(&poor);
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

fn several_texts(texts: &[Text]) -> Option<String> {
    let languages: Vec<&str> = texts
        .iter()
        .map(|text| text.language.map_or("a language that is not known", language_name))
        .collect();
    (texts.len() > 1).then(|| format!("the file has {} texts: {}", texts.len(), languages.join(", ")))
}

/// Articles that are missing from the order.
fn gaps(text: &Text) -> Option<String> {
    let missing = &text.articles.missing;
    (!missing.is_empty()).then(|| format!("{} not found", articles(missing, text)))
}

/// Chapters that are missing from the order, if articles count anew in each.
fn missing_chapters(text: &Text) -> Option<String> {
    let missing = &text.articles.missing_chapters;
    let chapter = if missing.len() == 1 { "chapter" } else { "chapters" };
    (!missing.is_empty()).then(|| format!("no article of {chapter} {} was found", missing.join(", ")))
}

/// `articles 3–5, 9 of the English text`.
fn articles(list: &[ArticleNumber], text: &Text) -> String {
    let article = if list.len() == 1 { "article" } else { "articles" };
    let whose = text
        .language
        .map_or_else(String::new, |language| format!(" of the {} text", language_name(language)));
    format!("{article} {}{whose}", article_numbers(list))
}

/// Numbers that articles of one text have more than once: the others are no clauses of their own.
fn repeats(text: &Text) -> Option<String> {
    let is = if text.repeated.len() == 1 { "is" } else { "are" };
    (!text.repeated.is_empty()).then(|| {
        let articles = articles(&text.repeated, text);
        format!("{articles} {is} there more than once; the repeated heading and its text are in the clause before it")
    })
}

/// Numbers that were damaged in print and follow from the order.
fn assumed(text: &Text) -> Option<String> {
    let assumed = text.clauses.iter().filter(|clause| clause.note.is_some());
    let headings: Vec<&str> = assumed.map(|clause| clause.heading.as_str()).collect();
    (!headings.is_empty()).then(|| {
        format!("the number of {} was damaged in print and follows from the order", headings.join(", "))
    })
}

/// The pages of a text that were left out because they cannot be read.
fn unread(text: &Text) -> Option<String> {
    let page = if text.unread.len() == 1 { "page" } else { "pages" };
    (!text.unread.is_empty())
        .then(|| format!("{page} {}: text that cannot be read, left out", numbers(&text.unread)))
}

/// Damaged words are named from this share on.
const MUCH_DAMAGE: f64 = 0.02;

/// The share of the words that scanning damaged; only what may have been scanned is asked.
fn damage(kind: Kind, text: &Text) -> Option<String> {
    if !matches!(kind, Kind::Pdf | Kind::Text) {
        return None;
    }
    let share = misread_share(text.clauses.iter().map(|clause| clause.text.as_str()));
    let whose =
        text.language.map_or("text".to_owned(), |language| format!("{} text", language_name(language)));
    (share >= MUCH_DAMAGE)
        .then(|| format!("about {:.0} % of the words of the {whose} look damaged by scanning", share * 100.0))
}

/// What the header of an agreement says about its file beside its articles.
pub(super) fn remarks(document: &Document, text: &Text) -> Vec<String> {
    let ocr = most_pages_are_poor(document).then(|| OCR.to_owned());
    [ocr, missing_chapters(text), unread(text)].into_iter().flatten().collect()
}

/// What to do with scans.
const OCR: &str = "to read scans: ocrmypdf -l tur+eng in.pdf out.pdf";

fn most_pages_are_poor(document: &Document) -> bool {
    let pages = words_by_page(document);
    pages.iter().filter(|(_, words)| *words < FEW_WORDS).count() * 2 > pages.len()
}
