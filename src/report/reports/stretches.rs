//! Two texts as one, in stretches that both or only one of them has.

use crate::insight::compare::{Difference, Step};

/// A stretch of two texts that are shown as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum Stretch<'a> {
    /// What both have, or what is between words.
    Same(&'a str),
    /// What the left one alone has.
    Left(&'a str),
    /// What the right one alone has.
    Right(&'a str),
    /// What differs only as scanning errors do, as the left and as the right one has it.
    Misread(&'a str, &'a str),
}

impl<'a> Stretch<'a> {
    /// Its words; of misread ones those of the left text.
    pub(in crate::report) fn words(&self) -> &'a str {
        let (Self::Same(words) | Self::Left(words) | Self::Right(words) | Self::Misread(words, _)) = self;
        words
    }
}

/// The right text in the left one. What is between words is that of the left text, but for punctuation that only the right
/// one has beside words of its own, which goes with them.
pub(in crate::report) fn stretches<'a>(
    difference: &Difference,
    left: &'a str,
    right: &'a str,
) -> Vec<Stretch<'a>> {
    let mut merge = Merge { left, right, ..Merge::default() };
    for step in &difference.steps {
        match step {
            Step::Same(l, r) => {
                merge.close(l.start, r.start);
                merge.same(l.end);
                merge.at_right = r.end;
            }
            Step::Misread(l, r) => {
                merge.same(l.start);
                let (left, right) = (part(left, l.start, l.end), part(right, r.start, r.end));
                merge.out.push(Stretch::Misread(left, right));
                (merge.at_left, merge.at_right) = (l.end, r.end);
            }
            Step::Left(l) => {
                merge.same(l.start);
                merge.out.push(Stretch::Left(part(left, l.start, l.end)));
                merge.at_left = l.end;
            }
            Step::Right(r) => merge.right(r.start, r.end),
        }
    }
    merge.close(left.len(), right.len());
    merge.same(left.len());
    merge.out
}

/// A part of a text, by bytes.
fn part(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

#[derive(Default)]
struct Merge<'a> {
    left: &'a str,
    right: &'a str,
    out: Vec<Stretch<'a>>,
    /// How much of both is written.
    at_left: usize,
    at_right: usize,
    /// Where the last words of the right text alone begin.
    from: usize,
}

impl<'a> Merge<'a> {
    /// Writes the left text up to here.
    fn same(&mut self, to: usize) {
        self.out.push(Stretch::Same(part(self.left, self.at_left, to)));
        self.at_left = to;
    }

    /// Writes words of the right text alone, with the punctuation before them that the left one lacks.
    fn right(&mut self, start: usize, end: usize) {
        let before = part(self.right, self.at_right, start);
        let is_instead = matches!(self.out.last(), Some(Stretch::Left(_)));
        let after = self.left.get(self.at_left..).unwrap_or_default();
        let is_shared = !before.trim().is_empty() && after.starts_with(before);
        let marks = if is_instead || is_shared { "" } else { before.trim_start() };
        let is_apart = self
            .out
            .last()
            .is_none_or(|last| last.words().is_empty() || last.words().ends_with(char::is_whitespace));
        if is_shared {
            self.same(self.at_left + before.len());
        } else if !is_apart && (marks.is_empty() || marks.len() < before.len()) {
            // A replacement is on the line of what it replaces.
            self.out.push(Stretch::Same(if before.contains('\n') && !is_instead { "\n" } else { " " }));
        }
        self.from = start - marks.len();
        self.out.push(Stretch::Right(part(self.right, self.from, end)));
        self.at_right = end;
    }

    /// Ends words of the right text alone, before words that both have here, with the punctuation that the left one lacks.
    fn close(&mut self, left: usize, right: usize) {
        let between = part(self.left, self.at_left, left);
        let Some(last @ Stretch::Right(_)) = self.out.last_mut() else { return };
        if !between.trim().is_empty() {
            return;
        }
        let marks = part(self.right, self.at_right, right).trim_end().len();
        *last = Stretch::Right(part(self.right, self.from, self.at_right + marks));
        if between.is_empty() && left < self.left.len() {
            // What the left one lacks before its first word is as far from it as in the right one.
            self.out.push(Stretch::Same(part(self.right, self.at_right + marks, right)));
        }
    }
}
