//! Lines that keep to a width, with highlights.

use super::writer::TextWriter;
use crate::text::{shown, shown_lines, width, wrap};
use std::io::{self, Write};
use std::ops::Range;

/// Text that is safe to print, with highlights.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::report) struct Highlighted {
    text: String,
    highlights: Vec<Range<usize>>,
}

impl Highlighted {
    /// One line of text with these ranges highlighted, in order.
    pub(in crate::report) fn of(text: &str, lit: &[Range<usize>]) -> Self {
        let mut words = Self::default();
        let mut at = 0;
        for range in lit {
            words.text.push_str(&shown(text.get(at..range.start).unwrap_or_default()));
            words.highlight(&shown(text.get(range.clone()).unwrap_or_default()));
            at = range.end;
        }
        words.text.push_str(&shown(text.get(at..).unwrap_or_default()));
        words
    }

    /// More text, with its line breaks.
    pub(in crate::report) fn push(&mut self, text: &str) {
        self.text.push_str(&shown_lines(text));
        // `shown_lines` keeps breaks between lines, not the one at the end.
        if text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// More text, highlighted between these marks, which work without colour.
    pub(in crate::report) fn push_highlighted(&mut self, marks: (&str, &str), text: &str) {
        let start = self.text.len();
        self.text.push_str(marks.0);
        self.push(text);
        self.text.push_str(marks.1);
        self.highlights.push(start..self.text.len());
    }

    fn highlight(&mut self, shown: &str) {
        let start = self.text.len();
        self.text.push_str(shown);
        self.highlights.push(start..self.text.len());
    }

    /// A range of the text; a style ends with the line, because pagers drop it there.
    fn styled(&self, line: Range<usize>, style: Option<&str>) -> String {
        let words = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let Some(style) = style else { return words(line).to_owned() };
        let (mut out, mut at) = (String::new(), line.start);
        let first = self.highlights.partition_point(|lit| lit.end <= line.start);
        let lit = self.highlights.get(first..).unwrap_or_default().iter();
        for lit in lit.take_while(|lit| lit.start < line.end) {
            let (start, end) = (lit.start.max(line.start), lit.end.min(line.end));
            out.push_str(words(at..start));
            out.push_str(&format!("{style}{}\u{1b}[0m", words(start..end)));
            at = end;
        }
        out.push_str(words(at..line.end));
        out
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Highlighted {
    fn from(text: &T) -> Self {
        Self::of(text.as_ref(), &[])
    }
}

impl TextWriter<'_> {
    /// Writes text after `before`, wrapped if lines have a width; further lines are indented like the first.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn line(&mut self, before: &str, text: impl Into<Highlighted>) -> io::Result<()> {
        self.wrapped(before, &text.into(), self.room(before))
    }

    /// How many cells a line has after `before`.
    pub(super) fn room(&self, before: &str) -> usize {
        /// A line narrower than this is not wrapped further.
        const LEAST: usize = 20;
        let room = |columns: usize| columns.saturating_sub(width(before)).max(LEAST);
        self.look.columns.map_or(usize::MAX, room)
    }

    fn wrapped(&mut self, before: &str, text: &Highlighted, room: usize) -> io::Result<()> {
        for (i, line) in wrap(&text.text, room).into_iter().enumerate() {
            let start = if i == 0 { before.to_owned() } else { " ".repeat(width(before)) };
            let line = format!("{start}{}", text.styled(line, self.look.style));
            writeln!(self, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// Writes text that leads to an item. The address is never wrapped, so that it can be copied whole.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn linked(
        &mut self,
        before: &str,
        text: impl Into<Highlighted>,
        address: &str,
    ) -> io::Result<()> {
        let (mut text, address) = (text.into(), format!("[{}]", shown(address)));
        let whole = width(before) + width(&text.text) + 2 + width(&address);
        if self.look.columns.is_none_or(|columns| whole <= columns) {
            text.text.push_str(&format!("  {address}"));
            return self.wrapped(before, &text, usize::MAX);
        }
        self.line(before, text)?;
        writeln!(self, "{}  {address}", " ".repeat(width(before)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::TextLook;
    use super::*;

    fn written(words: Highlighted, before: &str, columns: usize, style: Option<&'static str>) -> String {
        let mut out = Vec::new();
        let look = TextLook { columns: Some(columns), style };
        TextWriter::new(look, &mut out).line(before, words).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_break_between_words_and_hang() {
        let words = Highlighted::of("No duty is raised on what is grown at home", &[]);
        assert_eq!(
            written(words, "  1. ", 26, None),
            "  1. No duty is raised on\n     what is grown at home\n"
        );
    }

    #[test]
    fn a_style_ends_with_its_line() {
        let mut words = Highlighted::default();
        words.push("the first words ");
        words.push_highlighted(("[-", "-]"), "are not there any more");
        assert_eq!(
            written(words, "", 20, Some("<")),
            "the first words\n<[-are not there any\u{1b}[0m\n<more-]\u{1b}[0m\n"
        );
    }

    #[test]
    fn an_address_stays_whole() {
        let mut out = Vec::new();
        let look = TextLook { columns: Some(20), style: None };
        TextWriter::new(look, &mut out).linked("  ", "Canada - Honduras", "tota-442/a39135").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "  Canada - Honduras\n    [tota-442/a39135]\n");
    }
}
