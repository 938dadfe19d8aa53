//! Text taken from markup: white space made single spaces, blocks put on lines of their own, tables between blank lines.

use super::table::OpenTable;
use crate::text::grid::{Cell, Grid, Placed};

/// A text being collected.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    /// What comes before the next word.
    pending: Pending,
    /// How many notes are open; in these, blocks do not break the line.
    glued: usize,
    /// The tables that are open, each inside a cell of the one before.
    tables: Vec<OpenTable<Outside>>,
}

/// The text around a table or a cell that is open.
#[derive(Debug, Default)]
pub(super) struct Outside {
    text: String,
    pending: Pending,
    glued: usize,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    #[default]
    Nothing,
    Blank,
    Break,
    /// After a number; its text follows on the same line, even in another block.
    AfterNumber,
    /// After an opening bracket; its text follows without a space.
    AfterBracket,
    /// After a table; whatever follows is below a blank line.
    AfterTable,
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
                Pending::Break => self.text.push('\n'),
                Pending::AfterTable => self.text.push_str("\n\n"),
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

    /// Until [`Self::end_table`], what is read belongs to a table.
    pub(super) fn begin_table(&mut self) {
        let outside = self.set_aside();
        self.tables.push(OpenTable::new(outside));
    }

    pub(super) fn begin_row(&mut self) {
        match self.tables.last_mut() {
            Some(table) => table.begin_row(),
            None => self.end_line(),
        }
    }

    /// Until [`Self::end_cell`], what is read belongs to a cell of this size.
    pub(super) fn begin_cell(&mut self, is_header: bool, columns: usize, rows: usize) {
        let outside = self.set_aside();
        match self.tables.last_mut() {
            Some(table) => table.begin_cell(is_header, Cell { columns, rows, ..Cell::new("") }, outside),
            None => self.put_back(outside),
        }
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(outside) = self.tables.last_mut().and_then(|table| table.end_cell(&mut self.text)) {
            self.put_back(outside);
        }
    }

    /// Writes the table, below what it has outside its cells.
    pub(super) fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let caption = std::mem::take(&mut self.text);
        let (grid, outside) = table.close();
        self.put_back(outside);
        self.end_line();
        self.lines(&caption);
        if grid.rows().is_empty() {
            return;
        }
        if self.glued > 0 || !self.tables.is_empty() {
            grid.rows().iter().for_each(|row| self.lines(&row_as_line(row)));
        } else {
            self.grid(&grid);
        }
    }

    fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.push(line);
            self.end_line();
        }
    }

    fn grid(&mut self, grid: &Grid) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(&grid.to_string());
        self.pending = Pending::AfterTable;
    }

    fn set_aside(&mut self) -> Outside {
        Outside {
            text: std::mem::take(&mut self.text),
            pending: std::mem::take(&mut self.pending),
            glued: std::mem::take(&mut self.glued),
        }
    }

    fn put_back(&mut self, outside: Outside) {
        (self.text, self.pending, self.glued) = (outside.text, outside.pending, outside.glued);
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
        if self.pending != Pending::AfterTable {
            self.pending = Pending::Nothing;
        }
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

/// A row where no table can be: its cells between blanks and bars.
fn row_as_line(row: &[Placed]) -> String {
    let cells = row.iter().map(|placed| placed.cell.text.replace('\n', " "));
    cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_text_and_a_note_its_line() {
        let mut lines = Lines::default();
        lines.end_line();
        lines.push("(a)");
        lines.after_number();
        lines.end_line();
        lines.push(" \n the  first ");
        lines.end_line();
        lines.push("end");
        lines.begin_note();
        lines.end_line();
        lines.push("see 1");
        lines.end_line();
        lines.end_note();
        assert_eq!(lines.take(), "(a) the first\nend [see 1]");
    }

    /// A row of cells, each with its paragraphs.
    fn row(lines: &mut Lines, is_header: bool, cells: &[&str]) {
        lines.begin_row();
        for cell in cells {
            lines.begin_cell(is_header, 1, 1);
            lines.lines(cell);
            lines.end_cell();
        }
    }

    #[test]
    fn a_table_is_between_blank_lines_below_its_caption() {
        let mut lines = Lines::default();
        lines.push("(a)");
        lines.after_number();
        lines.begin_table();
        lines.push("Rates");
        row(&mut lines, true, &["x", ""]);
        row(&mut lines, false, &["", "one\ntwo"]);
        lines.end_table();
        lines.begin_table();
        row(&mut lines, false, &["z"]);
        lines.end_table();
        lines.end_line();
        lines.push("end");
        let tables = "| x | |\n| --- | --- |\n| | one \\ two |\n\n| --- |\n| z |";
        assert_eq!(lines.take(), format!("(a) Rates\n\n{tables}\n\nend"));
    }

    #[test]
    fn a_table_in_a_cell_becomes_its_lines() {
        let mut lines = Lines::default();
        lines.begin_table();
        lines.begin_row();
        lines.begin_cell(false, 1, 1);
        lines.push("before");
        lines.begin_table();
        row(&mut lines, false, &["a", "b"]);
        row(&mut lines, false, &["c", ""]);
        lines.end_table();
        lines.push("after");
        lines.end_cell();
        lines.end_table();
        assert_eq!(lines.take(), "| --- |\n| before \\ a \\| b \\ c \\ after |");
    }
}
