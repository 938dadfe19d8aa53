//! Headings in a text without line breaks.

use super::heading::{is_referred, letters, sound};
use super::number::{Number, word_length};
use super::shape::Shape;
use super::vocabulary::is_closing;
use crate::text::fold::{fold, is_word_char};
use std::collections::HashMap;

/// Where headings of articles and closing formulas begin in a text without line breaks.
///
/// A heading is after the end of a sentence. A spelling whose numbers count up is that of the headings, whatever is before
/// it.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut found: Vec<(usize, Vec<Number>, bool)> = Vec::new();
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
            let headings = if may { sound(line) } else { Vec::new() };
            if let Some(heading) = headings.first() {
                spellings.entry(spelling).or_default().push(found.len());
                let refers =
                    heading.shape == Shape::Bare && is_referred(line.get(heading.rest..).unwrap_or_default());
                let numbers = headings.iter().filter_map(|heading| heading.number.clone()).collect();
                found.push((at, numbers, ended && !refers));
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
        let numbers: Vec<&[Number]> =
            places.iter().filter_map(|place| found.get(*place)).map(|found| found.1.as_slice()).collect();
        let follows = |a: &[Number], b: &[Number]| b.iter().any(|b| a.iter().any(|a| b.is_next_of(a)));
        let steps = numbers.windows(2).filter(|pair| matches!(pair, [a, b] if follows(a, b))).count();
        let begins = |first: &&[Number]| first.iter().any(|number| number.value <= 2);
        numbers.len() >= 3 && numbers.first().is_some_and(begins) && steps * 4 >= (numbers.len() - 1) * 3
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
