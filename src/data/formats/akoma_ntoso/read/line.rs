//! Text as it flows out of markup: blanks made single, blocks on lines of their own.

/// A text that is being written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// What comes before the next word.
    pending: Pending,
    /// How many rows and notes are open, in which blocks do not break the line.
    glued: usize,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    #[default]
    Nothing,
    Blank,
    /// A cell ended and another begins.
    Cell,
    Break,
    /// A number came; its text follows on the same line whatever blocks stand between.
    AfterNumber,
    /// A bracket came; what it holds follows at once.
    AfterBracket,
}

impl Lines {
    /// Adds text; any run of blanks is one.
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

    /// The next word begins a line, unless a row or a note holds it.
    pub(super) fn end_line(&mut self) {
        let wanted = if self.glued > 0 { Pending::Blank } else { Pending::Break };
        self.pending = self.pending.max(wanted);
    }

    /// A number may have been written; what it numbers follows on its line.
    pub(super) fn after_number(&mut self) {
        if self.pending < Pending::Break {
            self.pending = Pending::AfterNumber;
        }
    }

    /// From here to [`Self::end_row`] blocks do not break the line.
    pub(super) fn begin_row(&mut self) {
        self.end_line();
        self.glued += 1;
    }

    /// A cell begins.
    pub(super) fn begin_cell(&mut self) {
        self.pending = self.pending.max(Pending::Cell);
    }

    /// Ends what [`Self::begin_row`] began.
    pub(super) fn end_row(&mut self) {
        self.glued = self.glued.saturating_sub(1);
        self.pending = Pending::Nothing;
        self.end_line();
    }

    /// From here to [`Self::end_note`] the text is a remark in brackets.
    pub(super) fn begin_note(&mut self) {
        self.push(" [");
        self.pending = Pending::AfterBracket;
        self.glued += 1;
    }

    /// Ends what [`Self::begin_note`] began.
    pub(super) fn end_note(&mut self) {
        self.glued = self.glued.saturating_sub(1);
        self.pending = Pending::Nothing;
        self.push("]");
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes the text; a new one begins.
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
