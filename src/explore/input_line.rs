//! A line of text being typed, or a text of several lines.

use super::chord::{Chord, Held, Key};
use unicode_segmentation::UnicodeSegmentation;

/// The most bytes that are accepted, so that a huge paste does no harm.
const LONGEST: usize = 1_000;

/// Characters that end a line beside the line feed: carriage return, line and paragraph separators.
const LINE_ENDS: [char; 3] = ['\r', '\u{2028}', '\u{2029}'];

/// How much can be typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Extent {
    /// A line.
    #[default]
    Line,
    /// Lines, with at most this many letters.
    Text(usize),
}

/// The text typed so far, and the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputLine {
    text: String,
    /// A byte offset at a grapheme boundary.
    cursor: usize,
    extent: Extent,
}

impl InputLine {
    /// An empty text of several lines with at most this many letters.
    pub fn of_text(most: usize) -> Self {
        Self { extent: Extent::Text(most), ..Self::default() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and after the cursor.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Sets the text and puts the cursor after it.
    pub fn set(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.insert(text);
    }

    /// Replaces a range of bytes with text and puts the cursor after it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_some() {
            self.text.replace_range(range.clone(), "");
            self.cursor = range.start;
            self.insert(text);
        }
    }

    /// Inserts typed or pasted text: line ends, but in a text of several lines, and tabs become spaces; other control
    /// characters, and text beyond the limit, are dropped.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace(LINE_ENDS, "\n");
        let has_lines = self.extent != Extent::Line;
        let clean: String = text
            .chars()
            .map(|c| match c {
                '\n' if has_lines => '\n',
                c if c.is_whitespace() && c.is_control() => ' ',
                c => c,
            })
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        let mut letters = self.letters();
        for grapheme in clean.graphemes(true) {
            letters += 1;
            let is_full = match self.extent {
                Extent::Line => self.text.len() + grapheme.len() > LONGEST,
                // A letter may have any number of marks, but not in a note.
                Extent::Text(most) => letters > most || self.text.len() + grapheme.len() > most * 8,
            };
            if is_full {
                return;
            }
            self.text.insert_str(self.cursor, grapheme);
            self.cursor += grapheme.len();
        }
    }

    /// The number of letters typed.
    pub fn letters(&self) -> usize {
        self.text.graphemes(true).count()
    }

    /// Moves the cursor to the next or the previous line, as far from its beginning as now.
    pub fn to_line(&mut self, down: bool) {
        let (before, after) = self.parts();
        let column = before.rsplit('\n').next().unwrap_or_default().graphemes(true).count();
        let start = match down {
            true => after.find('\n').map(|at| self.cursor + at + 1),
            false => before
                .rfind('\n')
                .map(|end| before.get(..end).and_then(|b| b.rfind('\n')).map_or(0, |at| at + 1)),
        };
        let Some(start) = start else { return };
        let line = self.text.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
        self.cursor = start + line.grapheme_indices(true).nth(column).map_or(line.len(), |(at, _)| at);
    }

    /// Handles a key that edits, as in a shell; any other key changes nothing.
    pub fn edit(&mut self, chord: Chord) {
        match (chord.key, chord.held) {
            (Key::Backspace, Held::Nothing) | (Key::Char('h'), Held::Control) => {
                self.remove_before(self.left());
            }
            (Key::Char('w'), Held::Control) | (Key::Backspace, Held::Control | Held::Alt) => {
                self.remove_before(self.word_start());
            }
            (Key::Char('u'), Held::Control) => self.remove_before(0),
            (Key::Char('k'), Held::Control) => self.remove_to(self.line_end()),
            (Key::Char('d'), Held::Alt) | (Key::Delete, Held::Control | Held::Alt) => {
                self.remove_to(self.word_end());
            }
            (Key::Delete, Held::Nothing) => self.remove_to(self.right()),
            (Key::Char('b'), Held::Alt) | (Key::Left, Held::Control | Held::Alt) => {
                self.cursor = self.word_start();
            }
            (Key::Char('f'), Held::Alt) | (Key::Right, Held::Control | Held::Alt) => {
                self.cursor = self.word_end();
            }
            (Key::Left, Held::Nothing) | (Key::Char('b'), Held::Control) => self.cursor = self.left(),
            (Key::Right, Held::Nothing) | (Key::Char('f'), Held::Control) => self.cursor = self.right(),
            (Key::Home, _) | (Key::Char('a'), Held::Control) => self.cursor = self.line_start(),
            (Key::End, _) | (Key::Char('e'), Held::Control) => self.cursor = self.line_end(),
            (Key::Char(c), Held::Nothing | Held::Alt) => self.insert(&c.to_string()),
            _ => {}
        }
    }

    fn left(&self) -> usize {
        self.parts().0.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.parts().1.graphemes(true).next().map_or(0, str::len)
    }

    fn line_start(&self) -> usize {
        self.parts().0.rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.parts().1.find('\n').map_or(self.text.len(), |at| self.cursor + at)
    }

    fn word_start(&self) -> usize {
        let before = self.parts().0.trim_end();
        before.rfind(char::is_whitespace).map_or(0, |at| at + 1)
    }

    fn word_end(&self) -> usize {
        let after = self.parts().1;
        let blanks = after.len() - after.trim_start().len();
        let word = after.trim_start();
        self.cursor + blanks + word.find(char::is_whitespace).unwrap_or(word.len())
    }

    fn remove_before(&mut self, start: usize) {
        if self.text.is_char_boundary(start) && start <= self.cursor {
            self.text.replace_range(start..self.cursor, "");
            self.cursor = start;
        }
    }

    fn remove_to(&mut self, end: usize) {
        if self.text.is_char_boundary(end) && end >= self.cursor {
            self.text.replace_range(self.cursor..end, "");
        }
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
    fn keys_move_and_delete_as_in_a_shell() {
        let typed = "fisheries subsidies  əliyev";
        for (keys, left) in [
            ("alt-b", ("fisheries subsidies  ", "əliyev")),
            ("alt-b alt-b", ("fisheries ", "subsidies  əliyev")),
            ("ctrl-left ctrl-left ctrl-right", ("fisheries subsidies", "  əliyev")),
            ("home alt-f", ("fisheries", " subsidies  əliyev")),
            ("home ctrl-right ctrl-k", ("fisheries", "")),
            ("home alt-d", ("", " subsidies  əliyev")),
            ("ctrl-a ctrl-delete end", (" subsidies  əliyev", "")),
            ("alt-backspace", ("fisheries subsidies  ", "")),
            ("ctrl-b ctrl-b ctrl-f delete", ("fisheries subsidies  əliye", "")),
            ("ctrl-b ctrl-u", ("", "v")),
        ] {
            let mut line = InputLine::default();
            line.set(typed);
            keys.split(' ').for_each(|name| line.edit(Chord::named(name).unwrap()));
            assert_eq!(line.parts(), left, "{keys}");
        }
    }

    #[test]
    fn every_line_end_and_tab_of_a_paste_is_a_blank() {
        let mut line = InputLine::default();
        line.insert("a\nb\rc\r\nd\te\u{b}f\u{c}g\u{85}h\u{2028}i\u{2029}j\u{1b}k");
        assert_eq!(line.text(), "a b c d e f g h i jk");
    }

    #[test]
    fn a_text_has_lines_up_to_its_limit() {
        let mut text = InputLine::of_text(12);
        text.insert("one\r\ntwo\tə\u{2029}x\u{1b}");
        assert_eq!(text.text(), "one\ntwo ə\nx");
        text.insert("yz");
        assert_eq!((text.text(), text.letters()), ("one\ntwo ə\nxy", 12));
        text.to_line(false);
        assert_eq!(text.parts(), ("one\ntw", "o ə\nxy"));
        text.edit(Chord::of(Key::End));
        text.to_line(false);
        assert_eq!(text.parts(), ("one", "\ntwo ə\nxy"));
        text.to_line(false);
        text.edit(Chord::of(Key::Home));
        text.to_line(true);
        text.edit(Chord::ctrl('k'));
        assert_eq!(text.parts(), ("one\n", "\nxy"));
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
            codes.into_iter().for_each(|code| line.edit(keys[code]));
            line.insert(&text);
            let (before, after) = line.parts();
            prop_assert_eq!(format!("{before}{after}"), line.text());
        }
    }
}
