//! Lines that keep to a width, with highlights.

use crate::text::{shown, shown_lines, width, wrap};
use std::io::{self, Write};
use std::ops::Range;

/// How text looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextLook {
    /// The cells of a line; `None` if lines are never cut: in a pipe or a file.
    pub columns: Option<usize>,
    /// The escape sequence that begins a highlight; `None` without styles.
    pub style: Option<&'static str>,
}

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

    /// A blank or a line break, unless the text ends with one.
    pub(in crate::report) fn gap(&mut self, gap: char) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(gap);
        }
    }

    fn highlight(&mut self, shown: &str) {
        let start = self.text.len();
        self.text.push_str(shown);
        self.highlights.push(start..self.text.len());
    }

    /// Writes the text after `before`, wrapped if `look` has a width; further lines are indented like the first.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn write(
        &self,
        before: &str,
        look: TextLook,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        /// A line narrower than this is not wrapped further.
        const LEAST: usize = 20;
        let indent = width(before);
        let room = look.columns.map_or(usize::MAX, |columns| columns.saturating_sub(indent).max(LEAST));
        for (i, line) in wrap(&self.text, room).into_iter().enumerate() {
            let start = if i == 0 { before.to_owned() } else { " ".repeat(indent) };
            let line = format!("{start}{}", self.styled(line, look.style));
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
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

/// Writes a line as [`Highlighted::write`] does.
///
/// # Errors
/// What the writer returns.
pub(in crate::report) fn wrapped(
    before: &str,
    words: &str,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    Highlighted::of(words, &[]).write(before, look, out)
}

/// Writes text that leads to an item. The address is never wrapped, so that it can be copied whole.
///
/// # Errors
/// What the writer returns.
pub(in crate::report) fn linked(
    before: &str,
    mut words: Highlighted,
    address: &str,
    look: TextLook,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (indent, address) = (width(before), format!("[{}]", shown(address)));
    let whole = indent + width(&words.text) + 2 + width(&address);
    if look.columns.is_none_or(|columns| whole <= columns) {
        words.text.push_str("  ");
        words.text.push_str(&address);
        return words.write(before, TextLook { columns: None, ..look }, out);
    }
    words.write(before, look, out)?;
    writeln!(out, "{}  {address}", " ".repeat(indent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(words: &Highlighted, before: &str, columns: usize, style: Option<&'static str>) -> String {
        let mut out = Vec::new();
        words.write(before, TextLook { columns: Some(columns), style }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_break_between_words_and_hang() {
        let words = Highlighted::of("No duty is raised on what is grown at home", &[]);
        assert_eq!(
            written(&words, "  1. ", 26, None),
            "  1. No duty is raised on\n     what is grown at home\n"
        );
    }

    #[test]
    fn a_style_ends_with_its_line() {
        let mut words = Highlighted::default();
        words.push("the first words ");
        words.push_highlighted(("[-", "-]"), "are not there any more");
        assert_eq!(
            written(&words, "", 20, Some("<")),
            "the first words\n<[-are not there any\u{1b}[0m\n<more-]\u{1b}[0m\n"
        );
    }

    #[test]
    fn an_address_stays_whole() {
        let mut out = Vec::new();
        let look = TextLook { columns: Some(20), style: None };
        linked("  ", Highlighted::of("Canada - Honduras", &[]), "tota-442/a39135", look, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "  Canada - Honduras\n    [tota-442/a39135]\n");
    }
}
