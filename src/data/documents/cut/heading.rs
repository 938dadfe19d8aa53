//! The headings of articles: a word for an article beside a number.

use super::number::{self, Number, word_length};
use super::shape::{Heading, Shape, shape};
use super::spoilt;
use super::vocabulary::{is_before, is_behind, is_closing, is_reference, key};
use crate::text::fold::{fold, is_word_char};
use std::collections::HashMap;

/// The heading that a line begins with, if it does.
pub(super) fn read(line: &str) -> Option<Heading> {
    let start = line.len() - line.trim_start_matches(is_ornament).len();
    let text = line.get(start..)?;
    let found = unspaced(text).or_else(|| word_first(text)).or_else(|| number_first(text));
    let heading = found.or_else(|| spoilt::read(text))?;
    Some(Heading { rest: heading.rest + start, ..heading })
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

/// `第五条`, `第5條之一`, `제5조`.
fn unspaced(text: &str) -> Option<Heading> {
    let mut chars = text.chars();
    let (first, word, closings): (char, &str, &[char]) = match chars.next()? {
        // 弟 is a frequent misprint of 第.
        '第' | '弟' => ('第', "条", &['条', '條']),
        '제' => ('제', "조", &['조']),
        _ => return None,
    };
    let from = first.len_utf8();
    let after = text.get(from..)?.trim_start();
    let from = text.len() - after.len();
    let (mut number, length) = number::leading(after)?;
    let behind = after.get(length..)?.trim_start();
    let behind = behind.strip_prefix(closings)?;
    let (behind, more) = match behind.strip_prefix('之') {
        Some(more) => {
            let (more, length) = number::leading(more)?;
            (behind.get('之'.len_utf8() + length..)?, Some(more))
        }
        None => (behind, None),
    };
    if let Some(more) = more {
        number.suffix = more.value.to_string();
    }
    debug_assert!(from <= text.len());
    Some(heading(text, word.to_owned(), number, text.len() - behind.len()))
}

/// `Article 5`, `Madde (5)`, `Art. V`, `Article No. 5`, `المادة 5`, `§ 5`, `Kifungu cha 5`.
fn word_first(text: &str) -> Option<Heading> {
    let word = letters(text);
    let key = if text.starts_with('§') { "§".to_owned() } else { key(word) };
    if !is_before(&key) {
        return spelled_first(text);
    }
    let length = if key == "§" { text.len() - text.trim_start_matches('§').len() } else { word.len() };
    let after = text.get(length..)?;
    let glued = !after.starts_with([' ', '.', ':', '(', '（', '[', '{']);
    let mut rest = after.trim_start_matches([' ', '.', ':']);
    for label in ["n°", "nº", "no.", "No.", "№", "nr.", "Nr.", "N°", "number", "numéro", "número"] {
        rest = rest.strip_prefix(label).map_or(rest, str::trim_start);
    }
    let opened = rest.strip_prefix(['(', '（', '[', '{']);
    let inside = opened.map_or(rest, str::trim_start);
    let (number, length) = number::leading(inside).or_else(|| after_particle(inside))?;
    if glued && !inside.starts_with(|c: char| c.is_numeric()) {
        return None;
    }
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
    (!is_reference).then(|| heading(text, key, number, end))
}

/// "Kifungu cha 5": a particle of up to three letters between the word and a number in digits.
fn after_particle(text: &str) -> Option<(Number, usize)> {
    let (particle, rest) = text.split_once(' ')?;
    let short = particle.chars().count() <= 4 && particle.chars().all(char::is_alphabetic);
    if !short || is_reference(fold(particle).text()) || !rest.starts_with(|c: char| c.is_numeric()) {
        return None;
    }
    number::leading(rest).map(|(number, length)| (number, particle.len() + 1 + length))
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

/// `1-статья`, `5. cikk`, `5 §`, `3 дугаар зүйл`.
fn number_first(text: &str) -> Option<Heading> {
    if !text.starts_with(|c: char| c.is_numeric() || matches!(c, 'I' | 'V' | 'X')) {
        return None;
    }
    let (number, length) = number::leading(text)?;
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

/// Where headings of articles and closing formulas begin in a text without line breaks.
///
/// A heading is after the end of a sentence. A spelling whose numbers count up is that of the headings, whatever is before
/// it.
pub(super) fn inside(text: &str) -> Vec<usize> {
    let mut found: Vec<(usize, u16, bool, Shape)> = Vec::new();
    let mut spellings: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut starts: Vec<usize> = Vec::new();
    let (mut at, mut ended) = (0, true);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        if is_word_char(first) || first == '§' {
            let length = word_length(rest).max(first.len_utf8());
            let line = rest.get(..line_end(rest)).unwrap_or(rest);
            let spelling = letters(rest);
            let may = spelling.len() <= 24 && (ended || first.is_uppercase());
            if let Some(heading) = may.then(|| unspaced(line).or_else(|| word_first(line))).flatten() {
                if let Some(number) = heading.number {
                    spellings.entry(spelling).or_default().push(found.len());
                    let refers = heading.shape == Shape::Bare
                        && is_referred(line.get(heading.rest..).unwrap_or_default());
                    found.push((at, number.value, ended && !refers, heading.shape));
                }
            } else if ended && first.is_uppercase() && is_closing(fold(line).text()) {
                starts.push(at);
            }
            at += length;
            ended = false;
        } else {
            ended = if first == ' ' {
                ended
            } else {
                matches!(
                    first,
                    '.' | ';' | ':' | '!' | '?' | '”' | '"' | '»' | ')' | ']' | '。' | '；' | '：' | '*'
                )
            };
            at += first.len_utf8();
        }
    }
    let counts_up = |places: &Vec<usize>| {
        let numbers: Vec<u16> =
            places.iter().filter_map(|place| found.get(*place)).map(|found| found.1).collect();
        let steps = numbers.windows(2).filter(|pair| matches!(pair, [a, b] if *b == a + 1)).count();
        numbers.len() >= 3
            && numbers.first().is_some_and(|first| *first <= 2)
            && steps * 4 >= (numbers.len() - 1) * 3
    };
    let counting: Vec<&Vec<usize>> = spellings.values().filter(|places| counts_up(places)).collect();
    match counting.as_slice() {
        [] => starts.extend(found.iter().filter(|found| found.2).map(|found| found.0)),
        all => starts.extend(
            all.iter()
                .flat_map(|places| places.iter())
                .filter_map(|place| found.get(*place))
                .map(|found| found.0),
        ),
    }
    starts.retain(|start| *start > 0);
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// How much of a text is looked at for a heading.
fn line_end(text: &str) -> usize {
    text.char_indices().nth(80).map_or(text.len(), |(at, _)| at)
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
