//! Headings with a word for an article that the vocabulary does not have.

use super::candidates::is_roman;
use super::chain::Candidate;
use super::heading::letters;
use super::number::{Number, of_article};
use super::print::{Form, Line};
use crate::text::fold::fold;

/// An article word that the vocabulary does not have: short lines alike but for a number that counts up. Returns the
/// headings, at least three, without the vocabulary's help.
pub(super) fn learned(lines: &[Line]) -> Vec<Candidate> {
    let mut alike: std::collections::BTreeMap<String, Vec<Candidate>> = std::collections::BTreeMap::new();
    for (place, line) in
        lines.iter().enumerate().filter(|(_, line)| line.form != Form::Table && line.text.len() < 90)
    {
        if let Some(candidate) = numbered(place, &line.text) {
            alike.entry(candidate.word.clone()).or_default().push(candidate);
        }
    }
    let mut best: Vec<Candidate> = Vec::new();
    for all in alike.into_values() {
        let chain = counting(&all);
        if chain.len() >= 3 && chain.len() * 10 >= all.len() * 6 && chain.len() > best.len() {
            best = chain;
        }
    }
    if let Some(first) =
        best.first().filter(|first| first.number.as_ref().is_some_and(|number| *number == Number::plain(2)))
    {
        // The first is often written out: "Aya jina", "Artykuł pierwszy".
        let word = first
            .word
            .split(' ')
            .find(|word| !word.is_empty() && *word != "#")
            .unwrap_or_default()
            .to_owned();
        let begins = |line: &&Line| line.text.len() < 60 && fold(letters(&line.text)).text() == word;
        let before = lines.iter().take(first.line).enumerate().rev().find(|(_, line)| begins(line));
        match before {
            Some((place, line)) => best.insert(
                0,
                Candidate {
                    line: place,
                    number: Some(Number::plain(1)),
                    rest: line.text.len(),
                    ..first.clone()
                },
            ),
            None => best.clear(),
        }
    }
    best
}

/// The numbers of a short line, each with what is around it as its word.
fn numbered(place: usize, text: &str) -> Option<Candidate> {
    let (at, _) = text.char_indices().find(|(_, c)| c.is_numeric()).or_else(|| capital_numeral(text))?;
    let (head, behind) = text.split_at_checked(at)?;
    let whole = |(_, length): &(Number, usize)| {
        behind.get(*length..).is_some_and(|tail| !tail.contains(char::is_numeric))
    };
    let (number, length) = of_article(behind).into_iter().rfind(whole)?;
    let tail = behind.get(length..)?;
    let word = format!("{} # {}", spaced(head), spaced(tail));
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=28).contains(&letters).then_some(Candidate {
        line: place,
        number: Some(number),
        word,
        rest: text.len(),
        weight: 1.0,
        may_assume: 0.0,
        is_spoilt: false,
    })
}

/// A Roman number in capitals as a word of its own.
fn capital_numeral(text: &str) -> Option<(usize, char)> {
    let begins = |(at, c): &(usize, char)| {
        let apart = text.get(..*at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        let word = text.get(*at..).map(letters).unwrap_or_default();
        apart && matches!(c, 'I' | 'V' | 'X') && is_roman(word) && !word.contains(char::is_lowercase)
    };
    text.char_indices().find(begins)
}

/// The words of a text, folded, with single blanks.
fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.text().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Those of the candidates that count 1, 2, 3 …, or 2, 3, 4 …, or anew in each chapter.
fn counting(all: &[Candidate]) -> Vec<Candidate> {
    let from = |first: u16| {
        let mut chain: Vec<Candidate> = Vec::new();
        for candidate in all {
            let Some(number) = &candidate.number else { continue };
            let fits = match chain.last().and_then(|last| last.number.as_ref()) {
                Some(last) => number.is_next_of(last),
                None => number.value == first,
            };
            if fits {
                chain.push(candidate.clone());
            }
        }
        chain
    };
    let (one, two) = (from(1), from(2));
    if one.len() > two.len() { one } else { two }
}
