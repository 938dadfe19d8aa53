//! Which articles of a text were found, and which are missing from their order.

use super::number::{Number, Within, chapter_name};
use super::runs::Start;
use crate::model::ArticleNumber;
use std::collections::{BTreeMap, BTreeSet};

/// The articles of a text; those of annexes are not among them.
#[derive(Default)]
pub(in crate::data::documents) struct Tally {
    pub(in crate::data::documents) count: usize,
    /// The first, and that with the highest number.
    pub(in crate::data::documents) ends: Option<(ArticleNumber, ArticleNumber)>,
    /// Those before the last that were not found, in order.
    pub(in crate::data::documents) missing: Vec<ArticleNumber>,
    /// Chapters of whose articles none was found, though there are articles of chapters before and after them.
    pub(in crate::data::documents) missing_chapters: Vec<String>,
}

/// The tally of the articles of a text, in order.
pub(super) fn tally(run: &[Start]) -> Tally {
    let numbers: Vec<&Number> = run.iter().map(|start| &start.number).collect();
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return Tally::default() };
    let first = if first.within.is_some() { shown(first) } else { ArticleNumber::Plain(1) };
    let highest = numbers
        .iter()
        .copied()
        .fold(*last, |highest, number| if number.is_after(highest) { number } else { highest });
    Tally {
        count: numbers.len(),
        ends: Some((first, shown(&Number { suffix: String::new(), ..highest.clone() }))),
        missing: missing(&numbers),
        missing_chapters: missing_chapters(&numbers),
    }
}

/// A number as it is known outside.
pub(super) fn shown(number: &Number) -> ArticleNumber {
    match number.within {
        Some(_) => ArticleNumber::Within(number.shown()),
        None => ArticleNumber::Plain(u32::from(number.value)),
    }
}

fn missing(numbers: &[&Number]) -> Vec<ArticleNumber> {
    let mut chapters = BTreeMap::new();
    // A chapter that is one article counts among chapters.
    for number in numbers.iter().filter(|number| !number.within.as_ref().is_some_and(Within::is_whole)) {
        let (_, values) = chapters.entry(number.chapter()).or_insert_with(|| (*number, BTreeSet::new()));
        values.insert(number.value);
    }
    let of_chapter = |(one, values): (&Number, BTreeSet<u16>)| {
        let last = values.last().copied().unwrap_or(0);
        let absent = (1..=last).filter(move |value| !values.contains(value));
        let one = one.clone();
        absent.map(move |value| shown(&Number { value, suffix: String::new(), ..one.clone() }))
    };
    chapters.into_values().flat_map(of_chapter).collect()
}

fn missing_chapters(numbers: &[&Number]) -> Vec<String> {
    let found: BTreeSet<_> = numbers.iter().filter_map(|number| number.outermost()).collect();
    let (Some((numerals, first)), Some((_, last))) = (found.first(), found.last()) else { return Vec::new() };
    (*first..*last)
        .filter(|value| !found.contains(&(*numerals, *value)))
        .map(|value| chapter_name(*numerals, value))
        .collect()
}
