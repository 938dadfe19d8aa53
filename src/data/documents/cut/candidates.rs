//! Which lines may be the headings of articles, and which are references to one or lines of a table of contents.

use super::chain::Candidate;
use super::heading::{self, is_referred, letters};
use super::number::{Number, leading};
use super::print::{Form, Line};
use super::shape::{Heading, Shape};
use crate::text::fold::fold;

/// The lines that look like the headings of articles.
pub(super) fn articles(lines: &[Line]) -> Vec<Candidate> {
    let heading = |(place, line): (usize, &Line)| {
        let heading = if line.form == Form::Table { None } else { heading::read(&line.text) }?;
        if !line.is_heading() && is_refused(&heading, place, line, lines) {
            return None;
        }
        let alone = heading.shape == Shape::Alone && line.text.len() < 36;
        Some(Candidate {
            line: place,
            is_spoilt: heading.is_spoilt,
            may_assume: match (heading.is_spoilt, alone) {
                (true, _) => 0.55,
                (false, true) => 0.3,
                (false, false) => 0.0,
            },
            weight: if heading.shape == Shape::Bare { 0.8 } else { 1.0 },
            number: heading.number,
            word: heading.word,
            rest: heading.rest,
        })
    };
    lines.iter().enumerate().filter_map(heading).collect()
}

/// Whether a line that is like a heading is a reference, a wrapped sentence, or a line of the contents.
fn is_refused(heading: &Heading, place: usize, line: &Line, lines: &[Line]) -> bool {
    let text = line.text.as_ref();
    let behind = text.get(heading.rest..).unwrap_or_default();
    let before = place.checked_sub(1).and_then(|before| lines.get(before));
    let open = line.is_printed() && !line.after_gap && before.is_some_and(|before| is_open(before));
    let next_goes_on =
        lines.get(place + 1).is_some_and(|next| !next.after_gap && next.text.starts_with(char::is_lowercase));
    let small = text.starts_with(char::is_lowercase) && !text.starts_with("art");
    if has_leader(text) || (small && line.form != Form::Divided) {
        return true;
    }
    match heading.shape {
        Shape::Alone => open && next_goes_on,
        Shape::Marked => open || behind.starts_with([',', ';']),
        Shape::Bare if line.form == Form::Divided => is_referred(behind) && behind.starts_with([',', ';']),
        Shape::Bare => {
            open || (is_referred(behind) && !(line.after_gap && behind.starts_with(char::is_uppercase)))
        }
    }
}

/// Whether a line is long enough to go on in the next one, and its sentence has not ended.
fn is_open(line: &Line) -> bool {
    let text = line.text.as_ref();
    let ended = text.ends_with(|c: char| {
        matches!(
            c,
            '.' | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '"'
                | '”'
                | '»'
                | ')'
                | ']'
                | '。'
                | '；'
                | '：'
                | '）'
                | '،'
                | '؛'
                | '-'
                | '–'
                | '—'
        )
    });
    let shouted = !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    line.is_printed() && !ended && text.chars().count() > 45 && !shouted
}

/// Whether a line ends in dots that lead to the number of a page.
pub(super) fn has_leader(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_numeric() || c == ' ');
    let dots =
        bare.chars().rev().take_while(|c| matches!(c, '.' | ' ' | '…' | '·' | '_')).filter(|c| *c != ' ');
    let weight: usize = dots.map(|c| if c == '…' { 3 } else { 1 }).sum();
    weight >= 4
}

/// The numbered points of a text without articles: `1.`, `(2)`, `III.`, `First.`, `三、`.
pub(super) fn points(lines: &[Line]) -> Vec<Candidate> {
    let point = |(place, line): (usize, &Line)| {
        let text = line.text.as_ref();
        let inside = text.trim_start_matches(['(', '（', '*', '#', ' ']);
        let (number, length) = leading(inside)?;
        let at = text.len() - inside.len() + length;
        let behind = text.get(at..)?;
        let body = behind
            .trim_start_matches(['.', ')', '）', '、', '．', ':', ',', '-', '–', '—', ' ', '*', 'º', 'ª']);
        let marks = behind.get(..behind.len() - body.len())?;
        let spelled = inside.starts_with(char::is_alphabetic)
            && letters(inside).chars().count() > 2
            && !is_roman(letters(inside));
        let marked = marks.contains(['.', ')', '）', '、', '．', ':'])
            || (spelled && (body.is_empty() || marks.contains([',', '-', '–', '—'])));
        let begins = |c: char| !c.is_lowercase() && !c.is_numeric();
        let fits = marked && (body.is_empty() && (spelled || line.is_heading()) || body.starts_with(begins));
        let open = line.is_printed()
            && !line.after_gap
            && place.checked_sub(1).and_then(|before| lines.get(before)).is_some_and(is_open);
        let small = spelled && inside.starts_with(char::is_lowercase);
        (fits && !open && !small && !has_leader(text)).then(|| Candidate {
            line: place,
            number: Some(Number { suffix: String::new(), ..number }),
            word: kind_of_point(inside, marks, spelled),
            rest: text.len() - body.len(),
            weight: 1.0,
            may_assume: 0.0,
            is_spoilt: false,
        })
    };
    lines.iter().enumerate().filter(|(_, line)| line.form != Form::Table).filter_map(point).collect()
}

/// What points of one list have in common.
fn kind_of_point(text: &str, marks: &str, spelled: bool) -> String {
    let numeral = match text.chars().next() {
        _ if spelled => "word",
        Some(c) if c.is_ascii_digit() => "digit",
        Some(c) if c.is_ascii_alphabetic() => "roman",
        _ => "other",
    };
    format!("{numeral}{}", marks.trim())
}

fn is_roman(word: &str) -> bool {
    super::numerals::roman(word).is_some()
}

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
        best.first().filter(|first| first.number.as_ref().is_some_and(|number| number.value == 2))
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
    let (number, length) = leading(text.get(at..)?)?;
    let (head, tail) = (text.get(..at)?, text.get(at + length..)?);
    if tail.contains(char::is_numeric) {
        return None;
    }
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

/// Those of the candidates that count 1, 2, 3 …, or 2, 3, 4 ….
fn counting(all: &[Candidate]) -> Vec<Candidate> {
    let from = |first: u16| {
        let mut want = first;
        let mut chain = Vec::new();
        for candidate in all {
            if candidate.number.as_ref().is_some_and(|number| number.value == want) {
                chain.push(candidate.clone());
                want += 1;
            }
        }
        chain
    };
    let (one, two) = (from(1), from(2));
    if one.len() > two.len() { one } else { two }
}
