//! The words below a picture: texts that wrap, and end in `…` where there is no more room.

use crate::explore::Role;
use crate::explore::layout::{Area, is_readable};
use crate::text;
use crate::tui::canvas::Canvas;

/// Rows that fill from the top.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// First column.
    pub x: usize,
    /// The row that is written next.
    pub y: usize,
    /// Columns.
    pub width: usize,
    /// The row after the last.
    pub bottom: usize,
}

impl Block {
    /// All of an area.
    pub fn new(area: Area) -> Self {
        Self { x: area.x, y: area.y, width: area.width, bottom: area.bottom() }
    }

    /// Rows still free.
    pub fn left(&self) -> usize {
        self.bottom.saturating_sub(self.y)
    }

    /// Writes a text, wrapped.
    pub fn write(&mut self, canvas: &mut Canvas<'_>, words: &str, role: Role) {
        self.write_in(canvas, words, role, usize::MAX);
    }

    /// Writes a text, wrapped, in at most so many rows.
    pub fn write_in(&mut self, canvas: &mut Canvas<'_>, words: &str, role: Role, rows: usize) {
        let rows = rows.min(self.left());
        let lines = text::wrap(words, self.width);
        for (i, line) in lines.iter().take(rows).enumerate() {
            let line = words.get(line.clone()).unwrap_or_default();
            // A dot between the words of a list says nothing at an edge.
            let line = if i > 0 { line.trim_start_matches("· ") } else { line };
            let line = if i + 1 < lines.len() { line.trim_end_matches(" ·") } else { line };
            if i + 1 == rows && lines.len() > rows {
                let kept = line.get(..text::fit(line, self.width.saturating_sub(1), 0)).unwrap_or_default();
                canvas.put_cut(self.x, self.y, &format!("{}…", kept.trim_end()), role, self.width);
            } else {
                canvas.put_cut(self.x, self.y, line, role, self.width);
            }
            self.y += 1;
        }
    }

    /// Leaves a row blank.
    pub fn skip(&mut self) {
        self.y += 1;
    }

    /// Writes a label in a margin and a text beside it; where it is narrow, one below the other.
    pub fn write_beside(
        &mut self,
        canvas: &mut Canvas<'_>,
        margin: usize,
        label: (&str, Role),
        words: (&str, Role),
    ) {
        if self.left() == 0 {
            return;
        }
        if !self.is_beside(margin, label.0) {
            self.write(canvas, label.0, label.1);
            return self.write(canvas, words.0, words.1);
        }
        canvas.put(self.x, self.y, label.0, label.1);
        let mut beside = Self { x: self.x + margin, width: self.width - margin, ..*self };
        beside.write(canvas, words.0, words.1);
        self.y = beside.y.max(self.y + 1);
    }

    /// Whether a text has room beside a label in a margin.
    fn is_beside(&self, margin: usize, label: &str) -> bool {
        is_readable(self.width.saturating_sub(margin)) && text::width(label) + 2 <= margin
    }

    /// How many rows [`Self::write_beside`] would take.
    pub fn rows_beside(&self, margin: usize, label: &str, words: &str) -> usize {
        if !self.is_beside(margin, label) {
            return text::wrap(label, self.width).len() + text::wrap(words, self.width).len();
        }
        text::wrap(words, self.width - margin).len()
    }
}

/// The line between a picture and its caption.
pub fn rule(canvas: &mut Canvas<'_>, area: Area, y: usize) {
    canvas.repeat(area.x, y, "─", area.width, Role::Rule);
}

/// One sentence instead of a picture.
pub fn nothing(canvas: &mut Canvas<'_>, area: Area, words: &str) {
    let mut block = Block::new(Area {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    });
    block.write(canvas, words, Role::Quiet);
}
