//! Which lines may be the headings of articles, and which are references to one or lines of a table of contents.

use super::chain::Candidate;
use super::heading::{self, is_referred, letters};
use super::number::{Number, leading};
use super::print::{Form, Line};
use super::shape::{Heading, Shape};

/// The lines that look like the headings of articles: for each way to read the number of a line a candidate.
pub(super) fn articles(lines: &[Line]) -> Vec<Candidate> {
    let headings = |(place, line): (usize, &'_ Line)| {
        let headings = if line.form == Form::Table { Vec::new() } else { heading::read(&line.text) };
        let kept = |heading: Heading| {
            let is_kept = line.is_heading() || !is_refused(&heading, place, line, lines);
            is_kept.then(|| candidate(heading, place, line))
        };
        headings.into_iter().filter_map(kept).collect::<Vec<_>>()
    };
    let found: Vec<Candidate> = lines.iter().enumerate().flat_map(headings).collect();
    let has_chapters = |candidate: &Candidate| candidate.number.as_ref().is_some_and(|n| n.within.is_some());
    if !found.iter().any(has_chapters) {
        return found;
    }
    let by_line = found.chunk_by(|a, b| a.line == b.line);
    by_line.flat_map(|ways| ways.iter().cloned().chain(as_chapter(ways))).collect()
}

/// A line whose number can only be read as a plain one, as a chapter that is one article.
fn as_chapter(ways: &[Candidate]) -> Option<Candidate> {
    // Less likely, so that a plain count is taken for what it is.
    const LIKELY: f64 = 0.7;
    let [candidate] = ways else { return None };
    let number = candidate.number.as_ref().filter(|_| !candidate.is_spoilt)?.as_chapter()?;
    let weight = candidate.weight * LIKELY;
    Some(Candidate { number: Some(number), weight, may_assume: 0.0, ..candidate.clone() })
}

fn candidate(heading: Heading, place: usize, line: &Line) -> Candidate {
    let alone = heading.shape == Shape::Alone && line.text.len() < 36;
    Candidate {
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
    }
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

pub(super) fn is_roman(word: &str) -> bool {
    super::number::roman(word).is_some()
}
