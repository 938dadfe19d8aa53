//! The headings of articles: a word for an article beside a number.

use super::number::{self, Number};
use super::shape::{Heading, Shape, shape};
use super::spoilt;
use super::vocabulary::{is_before, is_behind, is_reference, key};
use crate::text::fold::{fold, is_word_char};

/// The headings that the beginning of a line may be, the likeliest first: its number may be read in several ways.
pub(super) fn read(line: &str) -> Vec<Heading> {
    let text = line.trim_start_matches(is_ornament);
    let start = line.len() - text.len();
    let mut found = sound(text);
    if found.is_empty() {
        found = number_first(text);
    }
    if found.is_empty() {
        found.extend(spoilt::read(text));
    }
    for heading in &mut found {
        heading.rest += start;
    }
    found
}

/// Headings with their word first, or in a script without blanks.
pub(super) fn sound(text: &str) -> Vec<Heading> {
    let found = unspaced(text);
    if found.is_empty() { word_first(text) } else { found }
}

/// Marks before a heading.
fn is_ornament(c: char) -> bool {
    matches!(
        c,
        '#' | '*' | '_' | '>' | '|' | '·' | '•' | '-' | '–' | '—' | '[' | '.' | ' ' | '=' | '~' | '【'
    )
}

/// A heading with this number, which ends at a byte of the text.
fn heading(text: &str, word: String, number: Number, end: usize) -> Heading {
    let (shape, rest) = shape(text, end);
    Heading { number: Some(number), word, shape, rest, is_spoilt: false }
}

/// `第五条`, `第5條之一`, `제5조`, `第一・二条`.
fn unspaced(text: &str) -> Vec<Heading> {
    let (first, word, closings): (char, &str, &[char]) = match text.chars().next() {
        // 弟 is a frequent misprint of 第.
        Some('第' | '弟') => ('第', "条", &['条', '條']),
        Some('제') => ('제', "조", &['조']),
        _ => return Vec::new(),
    };
    let after = text.get(first.len_utf8()..).unwrap_or_default().trim_start();
    let closed = |(mut number, length): (Number, usize)| {
        let behind = after.get(length..)?.trim_start().strip_prefix(closings)?;
        let behind = match behind.strip_prefix('之') {
            Some(more) => {
                let (addition, length) = number::leading(more)?;
                number.suffix = addition.value.to_string();
                more.get(length..)?
            }
            None => behind,
        };
        Some(heading(text, word.to_owned(), number, text.len() - behind.len()))
    };
    number::of_article(after).into_iter().filter_map(closed).collect()
}

/// `Article 5`, `Madde (5)`, `Art. V`, `Article No. 5`, `المادة 5`, `§ 5`, `Kifungu cha 5`, `Article 14.1`.
fn word_first(text: &str) -> Vec<Heading> {
    let word = letters(text);
    let key = if text.starts_with('§') { "§".to_owned() } else { key(word) };
    if !is_before(&key) {
        return spelled_first(text).into_iter().collect();
    }
    let length = if key == "§" { text.len() - text.trim_start_matches('§').len() } else { word.len() };
    let after = text.get(length..).unwrap_or_default();
    let glued = !after.starts_with([' ', '.', ':', '(', '（', '[', '{']);
    let rest = after.trim_start_matches([' ', '.', ':']);
    // "Article - 5".
    let mut rest = rest.strip_prefix(['-', '–']).map_or(rest, str::trim_start);
    for label in ["n°", "nº", "no.", "No.", "№", "nr.", "Nr.", "N°", "number", "numéro", "número"] {
        rest = rest.strip_prefix(label).map_or(rest, str::trim_start);
    }
    let opened = rest.strip_prefix(['(', '（', '[', '{']);
    let inside = opened.map_or(rest, str::trim_start);
    if glued && !inside.starts_with(|c: char| c.is_numeric()) {
        return Vec::new();
    }
    let mut numbers = number::of_article(inside);
    if numbers.is_empty() {
        numbers = after_particle(inside);
    }
    let named = |(number, length): (Number, usize)| {
        let mut end = text.len() - inside.len() + length;
        if opened.is_some() {
            let close = text.get(end..)?.trim_start();
            // "Article (2) ..." closes what it opens; a scan may read another bracket.
            close.strip_prefix([')', '）', ']', '}'])?;
            end = text.len() - close.len() + close.chars().next().map_or(0, char::len_utf8);
        }
        let behind = text.get(end..)?;
        let is_reference =
            behind.starts_with([',', '/']) || behind.starts_with('(') || behind.starts_with("、第");
        (!is_reference).then(|| heading(text, key.clone(), number, end))
    };
    numbers.into_iter().filter_map(named).collect()
}

/// "Kifungu cha 5": a particle of up to three letters between the word and a number in digits.
fn after_particle(text: &str) -> Vec<(Number, usize)> {
    let Some((particle, rest)) = text.split_once(' ') else { return Vec::new() };
    let short = particle.chars().count() <= 4 && particle.chars().all(char::is_alphabetic);
    if !short || is_reference(fold(particle).text()) || !rest.starts_with(|c: char| c.is_numeric()) {
        return Vec::new();
    }
    let behind = |(number, length)| (number, particle.len() + 1 + length);
    number::of_article(rest).into_iter().map(behind).collect()
}

/// `Erster Artikel`, `Birinci Madde`.
fn spelled_first(text: &str) -> Option<Heading> {
    if !text.starts_with(char::is_uppercase) || text.len() > 60 {
        return None;
    }
    let (number, length) = number::leading(text)?;
    let behind = text.get(length..)?.strip_prefix(' ')?;
    let word = letters(behind);
    let key = key(word);
    let named = is_behind(&key) || is_before(&key);
    let heading = heading(text, key, number, length + 1 + word.len());
    (named && heading.shape == Shape::Alone).then_some(heading)
}

/// `1-статья`, `5. cikk`, `5 §`, `3 дугаар зүйл`, `14.1 straipsnis`.
fn number_first(text: &str) -> Vec<Heading> {
    if !text.starts_with(|c: char| c.is_numeric() || matches!(c, 'I' | 'V' | 'X')) {
        return Vec::new();
    }
    number::of_article(text)
        .into_iter()
        .filter_map(|(number, length)| before_word(text, number, length))
        .collect()
}

/// The heading with a number of this length at the start of a text, and its word behind it.
fn before_word(text: &str, number: Number, length: usize) -> Option<Heading> {
    let behind = text.get(length..)?.trim_start_matches([' ', '.', '-', '‐', '‑', '–', '°', 'º', ')']);
    let mut word = letters(behind);
    let mut end = text.len() - behind.len() + word.len();
    if behind.starts_with('§') {
        (word, end) = ("§", text.len() - behind.len() + '§'.len_utf8());
    } else if !is_behind(&key(word)) && word.chars().count() <= 7 {
        let next = text.get(end..)?.strip_prefix(' ')?;
        word = letters(next);
        end += 1 + word.len();
    }
    let key = key(word);
    if !is_behind(&key) {
        return None;
    }
    let heading = heading(text, key, number, end);
    let behind = text.get(heading.rest..)?;
    let refers = heading.shape == Shape::Bare && !behind.starts_with(char::is_uppercase);
    (!refers && number::leading(behind).is_none()).then_some(heading)
}

/// The letters that a text begins with, without digits.
pub(super) fn letters(text: &str) -> &str {
    let end = text.find(|c: char| !is_word_char(c) || c.is_numeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Whether what is behind the number of an article makes it a reference: "of", a comma, a small letter.
pub(super) fn is_referred(behind: &str) -> bool {
    let first = behind.chars().next();
    let word = fold(letters(behind));
    let unspaced = first.is_some_and(|c| is_reference(c.encode_utf8(&mut [0; 4])) && !c.is_ascii());
    first.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | '/'))
        || is_reference(word.text())
        || unspaced
}
