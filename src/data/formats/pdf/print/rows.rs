//! Words become lines of text.

use super::letters::superscript;
use super::median::median;
use super::words::Word;
use crate::text;
use crate::text::is_right_to_left;

/// The words of a line, from left to right.
pub(super) struct Row<'a>(Vec<&'a Word>);

/// The lines of a block, from top to bottom. A word belongs to the line whose last word has nearly its baseline, so that the
/// lines of a slanted scan hold together.
pub(super) fn rows<'a>(words: &[&'a Word]) -> Vec<Row<'a>> {
    let mut words = words.to_vec();
    words.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut rows: Vec<Row<'a>> = Vec::new();
    for word in words {
        let distance =
            |row: &Row<'_>| row.last().map_or(f32::INFINITY, |last| (last.baseline - word.baseline).abs());
        let nearest = rows
            .iter_mut()
            .filter(|row| row.goes_on_with(word))
            .min_by(|a, b| distance(a).total_cmp(&distance(b)));
        match nearest {
            Some(row) => row.0.push(word),
            None => rows.push(Row(vec![word])),
        }
    }
    rows.sort_by(|a, b| a.middle().total_cmp(&b.middle()));
    rows
}

/// The lines of the content stream, in its order.
pub(super) fn streamed(words: &[Word]) -> Vec<Row<'_>> {
    let goes_on = |before: &Word, word: &Word| {
        let em = before.size.max(word.size);
        let is_beside = (before.baseline - word.baseline).abs() <= 0.5 * em;
        let is_forward = word.left >= before.left - 0.5 * em || word.is_right_to_left;
        is_beside && is_forward && word.left - before.right <= 4.0 * em
    };
    let mut rows: Vec<Row<'_>> = words.chunk_by(goes_on).map(|row| Row(row.iter().collect())).collect();
    for row in &mut rows {
        row.0.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

impl<'a> Row<'a> {
    fn last(&self) -> Option<&'a Word> {
        self.0.last().copied()
    }

    fn goes_on_with(&self, word: &Word) -> bool {
        self.last().is_some_and(|last| {
            let em = last.size.max(word.size);
            let overlap = 0.5 * em.min(last.right - last.left + 1.0);
            (last.baseline - word.baseline).abs() < 0.42 * em && word.left > last.right - overlap
        })
    }

    /// The height of the line on the page.
    pub(super) fn middle(&self) -> f32 {
        self.0.iter().map(|word| word.baseline).sum::<f32>() / self.0.len().max(1) as f32
    }

    /// The usual size of its words.
    pub(super) fn size(&self) -> f32 {
        median(self.0.iter().map(|word| word.size).collect())
    }

    /// Whether it is painted, unlike the text under a scan.
    pub(super) fn is_painted(&self) -> bool {
        self.0.iter().all(|word| word.is_painted)
    }

    /// Its text, as it is read.
    pub(super) fn text(&self) -> String {
        let words = in_reading_order(&self.0);
        let size = self.size();
        let mut text = String::new();
        let mut before: Option<&Word> = None;
        for &word in without_specks(&words) {
            let mark =
                before.filter(|before| is_raised(word, before, size)).and_then(|_| superscript(&word.text));
            if mark.is_none() && before.is_some_and(|before| are_apart(before, word)) {
                text.push(' ');
            }
            text.push_str(mark.as_deref().unwrap_or(&word.text));
            before = Some(word);
        }
        text.trim().to_owned()
    }
}

/// The words in the order in which they are read: all words of a right-to-left line are turned, and the runs in it that run
/// to the right are turned back; in another line only its right-to-left runs are turned.
fn in_reading_order<'a>(words: &[&'a Word]) -> Vec<&'a Word> {
    let mut words = words.to_vec();
    if !words.iter().any(|word| word.is_right_to_left) {
        return words;
    }
    let letters = words.iter().flat_map(|word| word.text.chars()).filter(|c| c.is_alphabetic());
    let (left, right): (Vec<char>, Vec<char>) = letters.partition(|c| is_right_to_left(*c));
    let line_runs_left = left.len() >= right.len();
    if line_runs_left {
        words.reverse();
    }
    let is_turned =
        |word: &Word| word.is_right_to_left != line_runs_left && word.text.chars().any(char::is_alphanumeric);
    for run in words.chunk_by_mut(|a, b| is_turned(a) && is_turned(b)) {
        if run.len() > 1 {
            run.reverse();
        }
    }
    words
}

/// The words without the specks of a scan in its margins, which are read as signs far from the text.
fn without_specks<'a, 'b>(mut words: &'b [&'a Word]) -> &'b [&'a Word] {
    let is_speck = |word: &Word, next: &Word| {
        !word.text.chars().any(char::is_alphanumeric) && word.gap(next) > 1.5 * next.size
    };
    while let [first, rest @ ..] = words
        && rest.first().is_some_and(|next| is_speck(first, next))
    {
        words = rest;
    }
    while let [rest @ .., last] = words
        && rest.last().is_some_and(|next| is_speck(last, next))
    {
        words = rest;
    }
    words
}

/// Whether a word is set small and high, as the mark of a footnote is. What is not painted was recognised from a scan, which
/// measures no such thing.
fn is_raised(word: &Word, before: &Word, size: f32) -> bool {
    word.is_painted
        && word.size <= 0.8 * size
        && before.baseline - word.baseline > 0.15 * before.size
        && word.gap(before) < 0.3 * size
}

/// Whether a blank is written between two words of a line.
fn are_apart(before: &Word, word: &Word) -> bool {
    let gap = before.gap(word);
    let is_wide = |c: Option<char>| c.is_some_and(|c| text::width(c.encode_utf8(&mut [0; 4])) == 2);
    if is_wide(before.text.chars().last()) && is_wide(word.text.chars().next()) {
        return gap > 0.6 * word.size;
    }
    gap > 0.1 * word.size.min(before.size) || before.has_blank_after || word.is_right_to_left
}
