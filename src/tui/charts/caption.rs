//! The caption below a chart: wrapped texts, which end in `…` if there is not enough room.

use crate::explore::layout::{Area, MEASURE, is_readable};
use crate::explore::{Pane, Role};
use crate::text;
use crate::tui::canvas::Canvas;

/// An area that is filled with text from the top.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// First column.
    pub x: usize,
    /// The next row to write.
    pub y: usize,
    /// The width, in columns.
    pub width: usize,
    /// The row after the last one.
    pub bottom: usize,
}

impl Block {
    /// A block that fills an area.
    pub fn new(area: Area) -> Self {
        Self { x: area.x, y: area.y, width: area.width, bottom: area.bottom() }
    }

    /// The number of free rows.
    pub fn left(&self) -> usize {
        self.bottom.saturating_sub(self.y)
    }

    /// Writes a wrapped text.
    pub fn write(&mut self, canvas: &mut Canvas<'_>, words: &str, role: Role) {
        self.write_in(canvas, words, role, usize::MAX);
    }

    /// Writes a wrapped text in at most `rows` rows, no wider than one can read; a single row is as wide as the block.
    pub fn write_in(&mut self, canvas: &mut Canvas<'_>, words: &str, role: Role, rows: usize) {
        let width = if rows == 1 { self.width } else { self.width.min(MEASURE) };
        let rows = rows.min(self.left());
        let lines = text::wrap(words, width);
        for (i, line) in lines.iter().take(rows).enumerate() {
            let line = words.get(line.clone()).unwrap_or_default();
            // A separating dot is not needed at the edge.
            let line = if i > 0 { line.trim_start_matches("· ") } else { line };
            let line = if i + 1 < lines.len() { line.trim_end_matches(" ·") } else { line };
            if i + 1 == rows && lines.len() > rows {
                let kept = line.get(..text::fit(line, width.saturating_sub(1), 0)).unwrap_or_default();
                canvas.put_cut(self.x, self.y, &format!("{}…", kept.trim_end()), role, self.width);
            } else {
                canvas.put_cut(self.x, self.y, line, role, self.width);
            }
            self.y += 1;
        }
    }

    /// Leaves a blank row.
    pub fn skip(&mut self) {
        self.y += 1;
    }

    /// Writes a label in a margin and a text beside it, or below it if the block is narrow.
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

    /// Whether there is room for a text beside a label in a margin.
    fn is_beside(&self, margin: usize, label: &str) -> bool {
        is_readable(self.width.saturating_sub(margin)) && text::width(label) + 2 <= margin
    }

    /// The number of rows that [`Self::write_beside`] would need.
    pub fn rows_beside(&self, margin: usize, label: &str, words: &str) -> usize {
        if !self.is_beside(margin, label) {
            let width = self.width.min(MEASURE);
            return text::wrap(label, width).len() + text::wrap(words, width).len();
        }
        text::wrap(words, (self.width - margin).min(MEASURE)).len()
    }
}

/// Draws the line between a chart and its caption.
pub fn rule(canvas: &mut Canvas<'_>, area: Area, y: usize) {
    canvas.repeat(area.x, y, "─", area.width, Role::Rule);
}

/// Like [`rule`], and says how many rows of the list are not in view: the first that is, how many are, and all.
pub fn rule_below(canvas: &mut Canvas<'_>, area: Area, y: usize, (first, shown, all): (usize, usize, usize)) {
    rule(canvas, area, y);
    if let Some(words) = more(first, all.saturating_sub(first + shown)) {
        canvas.put(area.x + 2, y, &format!(" {words} "), Role::Quiet);
    }
}

/// How much there is above and below what is in view, in words: `↑ 3 ↓ 12 more`; `None` if nothing is.
pub fn more(above: usize, below: usize) -> Option<String> {
    Some(match (above, below) {
        (0, 0) => return None,
        (above, 0) => format!("↑ {} more", text::thousands(above)),
        (0, below) => format!("↓ {} more", text::thousands(below)),
        (above, below) => format!("↑ {} ↓ {} more", text::thousands(above), text::thousands(below)),
    })
}

/// Draws instead of a pane's chart why it is empty: what is missing, or that none of `total` items matches.
pub fn empty(canvas: &mut Canvas<'_>, area: Area, pane: Pane, total: usize) {
    match total {
        0 => nothing(canvas, area, &pane.lacking().words()),
        total => nothing(canvas, area, pane.why_empty(total)),
    }
}

/// Draws one sentence instead of a chart.
pub fn nothing(canvas: &mut Canvas<'_>, area: Area, words: &str) {
    let mut block = Block::new(Area {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    });
    block.write(canvas, words, Role::Quiet);
}
