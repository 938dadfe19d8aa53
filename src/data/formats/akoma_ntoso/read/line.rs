//! Text taken from markup: white space made single spaces, blocks put on lines of their own.

/// A text being collected.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// What comes before the next word.
    pending: Pending,
    /// How many rows and notes are open; in these, blocks do not break the line.
    glued: usize,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    #[default]
    Nothing,
    Blank,
    /// Between two cells.
    Cell,
    Break,
    /// After a number; its text follows on the same line, even in another block.
    AfterNumber,
    /// After an opening bracket; its text follows without a space.
    AfterBracket,
}

impl Lines {
    /// Adds text; any run of white space becomes one space.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.pending = self.pending.max(Pending::Blank);
                continue;
            }
            match self.pending {
                _ if self.text.is_empty() => {}
                Pending::Nothing | Pending::AfterBracket => {}
                Pending::Blank | Pending::AfterNumber => self.text.push(' '),
                Pending::Cell => self.text.push_str(" | "),
                Pending::Break => self.text.push('\n'),
            }
            self.pending = Pending::Nothing;
            self.text.push(c);
        }
    }

    /// The next word begins a line, unless it is inside a row or a note.
    pub(super) fn end_line(&mut self) {
        let wanted = if self.glued > 0 { Pending::Blank } else { Pending::Break };
        self.pending = self.pending.max(wanted);
    }

    /// What a number belongs to follows on the same line.
    pub(super) fn after_number(&mut self) {
        if self.pending < Pending::Break {
            self.pending = Pending::AfterNumber;
        }
    }

    /// Until [`Self::end_row`], blocks do not break the line.
    pub(super) fn begin_row(&mut self) {
        self.end_line();
        self.glued += 1;
    }

    pub(super) fn begin_cell(&mut self) {
        self.pending = self.pending.max(Pending::Cell);
    }

    pub(super) fn end_row(&mut self) {
        self.glued = self.glued.saturating_sub(1);
        self.pending = Pending::Nothing;
        self.end_line();
    }

    /// Until [`Self::end_note`], the text is a remark in brackets.
    pub(super) fn begin_note(&mut self) {
        self.push(" ");
        self.open_mark("[");
        self.glued += 1;
    }

    pub(super) fn end_note(&mut self) {
        self.glued = self.glued.saturating_sub(1);
        self.close_mark("]");
    }

    /// Adds a bracket or quotation mark; what follows it is on the same line.
    pub(super) fn open_mark(&mut self, mark: &str) {
        self.push(mark);
        self.pending = Pending::AfterBracket;
    }

    /// Adds the mark that closes it to the line before.
    pub(super) fn close_mark(&mut self, mark: &str) {
        self.pending = Pending::Nothing;
        self.push(mark);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes the text and starts a new one.
    pub(super) fn take(&mut self) -> String {
        self.pending = Pending::Nothing;
        std::mem::take(&mut self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_text_and_a_row_its_cells() {
        let mut lines = Lines::default();
        lines.end_line();
        lines.push("(a)");
        lines.after_number();
        lines.end_line();
        lines.push(" \n the  first ");
        lines.begin_row();
        for cell in ["x", "y"] {
            lines.begin_cell();
            lines.push(cell);
            lines.end_line();
        }
        lines.end_row();
        lines.push("end");
        lines.begin_note();
        lines.end_line();
        lines.push("see 1");
        lines.end_line();
        lines.end_note();
        assert_eq!(lines.take(), "(a) the first\nx | y\nend [see 1]");
    }
}
