//! Glyphs become words.

use super::glyphs::{Direction, Glyph};
use super::letters::logical;
use crate::text::is_right_to_left;
use unicode_normalization::char::is_combining_mark;

/// A word, or a part of one that is set apart.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) text: String,
    /// Whether any of its letters is written from right to left.
    pub(super) is_right_to_left: bool,
    /// Whether a blank is printed after it.
    pub(super) has_blank_after: bool,
    pub(super) is_painted: bool,
}

impl Word {
    /// The white between this word and another, whichever comes first; negative if they overlap.
    pub(super) fn gap(&self, other: &Self) -> f32 {
        (other.left - self.right).max(self.left - other.right)
    }
}

/// The words that run in this direction, in the order of the content stream: a glyph belongs to the word before it if it is
/// on its baseline and touches it.
pub(super) fn words(glyphs: &[Glyph], direction: Direction) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Open<'_>> = None;
    for glyph in glyphs.iter().filter(|glyph| glyph.direction == direction) {
        if glyph.text.trim().is_empty() {
            words.extend(open.take().map(|word| word.close(true)));
        } else if let Some(word) = open.as_mut().filter(|word| word.takes(glyph)) {
            word.push(glyph);
        } else {
            words.extend(open.replace(Open::new(glyph)).map(|word| word.close(false)));
        }
    }
    words.extend(open.map(|word| word.close(false)));
    words
}

/// A word to which glyphs may be added.
struct Open<'a> {
    glyphs: Vec<&'a Glyph>,
    left: f32,
    right: f32,
    size: f32,
}

impl<'a> Open<'a> {
    fn new(glyph: &'a Glyph) -> Self {
        Self { glyphs: vec![glyph], left: glyph.left, right: glyph.right, size: glyph.size }
    }

    fn baseline(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |first| first.baseline)
    }

    fn takes(&self, glyph: &Glyph) -> bool {
        let em = self.size.max(glyph.size);
        let (after, before) = (glyph.left - self.right, self.left - glyph.right);
        let follows = after > -0.6 * em && after < 0.1 * em;
        // Right-to-left text is drawn from either side.
        let precedes = before > -0.2 * em && before < 0.1 * em && glyph.text.chars().any(is_right_to_left);
        (self.baseline() - glyph.baseline).abs() < 0.25 * em && (follows || precedes)
    }

    fn push(&mut self, glyph: &'a Glyph) {
        self.left = self.left.min(glyph.left);
        self.right = self.right.max(glyph.right);
        self.size = self.size.max(glyph.size);
        self.glyphs.push(glyph);
    }

    fn close(mut self, has_blank_after: bool) -> Word {
        let is_right_to_left = self.glyphs.iter().any(|glyph| glyph.text.chars().any(is_right_to_left));
        let text = if is_right_to_left { self.right_to_left() } else { self.left_to_right() };
        Word {
            left: self.left,
            right: self.right,
            baseline: self.baseline(),
            size: self.size,
            text,
            is_right_to_left,
            has_blank_after,
            is_painted: self.glyphs.iter().any(|glyph| glyph.is_painted),
        }
    }

    fn left_to_right(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
    }

    /// Letters by their places, as some files draw from the left and others from the right; marks stay with the letter
    /// that they are drawn after.
    fn right_to_left(&mut self) -> String {
        let mut letters: Vec<(f32, String)> = Vec::new();
        for glyph in &self.glyphs {
            match letters.last_mut() {
                Some((_, letter)) if glyph.text.chars().all(is_combining_mark) => {
                    letter.push_str(&glyph.text)
                }
                _ => letters.push((glyph.left + glyph.right, glyph.text.clone())),
            }
        }
        letters.sort_by(|a, b| a.0.total_cmp(&b.0));
        logical(&letters.iter().map(|(_, letter)| letter.as_str()).collect::<Vec<_>>())
    }
}
