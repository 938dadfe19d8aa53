//! A line of text being typed.

use super::chord::{Chord, Held, Key};
use unicode_segmentation::UnicodeSegmentation;

/// More than this many bytes are not taken: nobody types that, and a paste must not hurt.
const LONGEST: usize = 1_000;

/// What was typed, and where the cursor is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputLine {
    text: String,
    /// In bytes, at the edge of a grapheme.
    cursor: usize,
}

impl InputLine {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and after the cursor.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Sets the text, the cursor behind it.
    pub fn set(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.insert(text);
    }

    /// Puts text in the place of a range of bytes, the cursor behind it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_some() {
            self.text.replace_range(range.clone(), "");
            self.cursor = range.start;
            self.insert(text);
        }
    }

    /// Takes in typed or pasted text: line breaks become blanks, other controls and what is too much are left out.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .collect();
        for grapheme in clean.graphemes(true) {
            if self.text.len() + grapheme.len() > LONGEST {
                return;
            }
            self.text.insert_str(self.cursor, grapheme);
            self.cursor += grapheme.len();
        }
    }

    /// Takes in a key that edits; false for one that does not.
    pub fn edit(&mut self, chord: Chord) -> bool {
        match (chord.key, chord.held) {
            (Key::Char(c), Held::Nothing | Held::Alt) => self.insert(&c.to_string()),
            (Key::Backspace, Held::Nothing) | (Key::Char('h'), Held::Control) => {
                self.remove_before(self.left())
            }
            (Key::Char('w') | Key::Backspace, Held::Control) => self.remove_before(self.word_start()),
            (Key::Char('u'), Held::Control) => self.remove_before(0),
            (Key::Delete, _) => self.remove_after(),
            (Key::Left, Held::Nothing) => self.cursor = self.left(),
            (Key::Right, Held::Nothing) => self.cursor = self.right(),
            (Key::Home, _) | (Key::Char('a'), Held::Control) => self.cursor = 0,
            (Key::End, _) => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    fn left(&self) -> usize {
        self.parts().0.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.parts().1.graphemes(true).next().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let before = self.parts().0.trim_end();
        before.rfind(char::is_whitespace).map_or(0, |at| at + 1)
    }

    fn remove_before(&mut self, start: usize) {
        if self.text.is_char_boundary(start) && start <= self.cursor {
            self.text.replace_range(start..self.cursor, "");
            self.cursor = start;
        }
    }

    fn remove_after(&mut self) {
        let end = self.right();
        self.text.replace_range(self.cursor..end, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn it_edits_by_grapheme_and_word() {
        let mut line = InputLine::default();
        line.set("əliyev visit e\u{301}");
        line.edit(Chord::of(Key::Backspace));
        assert_eq!(line.text(), "əliyev visit ");
        line.edit(Chord::ctrl('w'));
        assert_eq!(line.text(), "əliyev ");
        line.edit(Chord::of(Key::Home));
        line.edit(Chord::of(Key::Delete));
        assert_eq!(line.parts(), ("", "liyev "));
    }

    #[test]
    fn a_large_paste_is_capped() {
        let mut line = InputLine::default();
        line.insert(&"ə\n".repeat(500_000));
        assert!(line.text().len() <= LONGEST);
    }

    proptest! {
        #[test]
        fn no_keys_make_it_panic(text in any::<String>(), codes in prop::collection::vec(0usize..7, 0..30)) {
            let keys = [
                Chord::of(Key::Left), Chord::of(Key::Right), Chord::of(Key::Delete), Chord::of(Key::Backspace),
                Chord::ctrl('w'), Chord::char('é'), Chord::of(Key::Home)];
            let mut line = InputLine::default();
            codes.into_iter().for_each(|code| { line.edit(keys[code]); });
            line.insert(&text);
            let (before, after) = line.parts();
            prop_assert_eq!(format!("{before}{after}"), line.text());
        }
    }
}
