//! Where things stand on a screen of a given size.

/// The smallest screen, in columns and rows.
pub const SMALLEST: (usize, usize) = (20, 5);

/// A part of the screen, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Area {
    /// First column.
    pub x: usize,
    /// First row.
    pub y: usize,
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

impl Area {
    /// The row after the last.
    pub fn bottom(&self) -> usize {
        self.y + self.height
    }

    /// What is left below a row of it.
    #[must_use]
    pub fn below(self, y: usize) -> Self {
        Self { y, height: self.bottom().saturating_sub(y), ..self }
    }

    /// The column after the last.
    pub fn right(&self) -> usize {
        self.x + self.width
    }
}

/// How a screen of some size is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the screen.
    pub columns: usize,
    /// Rows of the screen.
    pub rows: usize,
    /// What stands left of the reader.
    pub left: Left,
}

/// What stands left of the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Left {
    /// The four panes.
    #[default]
    Panes,
    /// The library, which needs more columns.
    Library,
}

/// What a size allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Nothing but a request for more.
    TooSmall,
    /// One pane or the reader at a time, without a header.
    One,
    /// Four panes left, the reader right.
    Split,
}

impl Layout {
    /// The layout of a screen.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns, rows, left: Left::default() }
    }

    /// What the size allows.
    pub fn room(&self) -> Room {
        if self.columns < SMALLEST.0 || self.rows < SMALLEST.1 {
            Room::TooSmall
        } else if self.columns < 60 || self.rows < 14 {
            Room::One
        } else {
            Room::Split
        }
    }

    /// Whether there are rows to spare for blank ones.
    pub fn is_roomy(&self) -> bool {
        self.rows >= 40 && self.room() == Room::Split
    }

    /// Blank rows between parts.
    pub fn gap(&self) -> usize {
        usize::from(self.is_roomy())
    }

    /// All rows between header and footer, at full width inside the margins.
    pub fn body(&self) -> Area {
        let header = match self.room() {
            Room::Split => 1 + self.gap(),
            Room::One | Room::TooSmall => 0,
        };
        let footer = 1 + self.gap();
        Area {
            x: 1,
            y: header,
            width: self.columns.saturating_sub(2),
            height: self.rows.saturating_sub(header + footer),
        }
    }

    /// The body below a search line, which takes the header's row or, without a header, the first.
    pub fn search_body(&self) -> Area {
        let body = self.body();
        let top = body.y.max(1);
        Area { y: top, height: body.bottom().saturating_sub(top), ..body }
    }

    /// The panes' column.
    pub fn left(&self) -> Area {
        let body = self.body();
        let percent = match self.left {
            Left::Panes => 42,
            Left::Library if self.columns < 120 => 52,
            Left::Library => 60,
        };
        Area { width: (self.columns * percent + 50) / 100, ..body }
    }

    /// The column of the divider.
    pub fn divider(&self) -> usize {
        self.left().right() + 1
    }

    /// The reader: beside the panes, at most 76 columns wide.
    pub fn reader(&self) -> Area {
        let body = self.body();
        let x = self.divider() + if self.columns >= 120 { 3 } else { 2 };
        Area { x, width: self.columns.saturating_sub(x + 1).min(76), ..body }
    }

    /// The rows of each of the four panes when the focused one opens up, top to bottom.
    pub fn stack(&self, focused: usize) -> [Area; 4] {
        let column = self.left();
        let rows = column.height.saturating_sub(self.gap() * 3);
        let folded = if self.rows < 20 { 1 } else { (rows * 17 / 100).max(4) };
        let mut heights = [folded; 4];
        if let Some(height) = heights.get_mut(focused) {
            *height = rows.saturating_sub(folded * 3);
        }
        self.pile(column, heights)
    }

    /// The rows of each of the four panes when each gets what it needs, the rest shared fairly.
    pub fn share(&self, column: Area, wanted: [usize; 4]) -> [Area; 4] {
        let rows = column.height.saturating_sub(self.gap() * 3);
        let mut given = wanted.map(|want| want.min(2));
        while given.iter().sum::<usize>() < rows && given != wanted {
            for (give, want) in given.iter_mut().zip(wanted) {
                *give += usize::from(*give < want);
            }
        }
        let over = given.iter().sum::<usize>().saturating_sub(rows);
        if let Some(largest) = given.iter_mut().max() {
            *largest = largest.saturating_sub(over);
        }
        self.pile(column, given)
    }

    fn pile(&self, column: Area, heights: [usize; 4]) -> [Area; 4] {
        let mut y = column.y;
        heights.map(|height| {
            let area = Area { y, height, ..column };
            y += height + self.gap();
            area
        })
    }
}

/// The first of `total` rows to show so that row `at` is among `shown`, near the middle.
pub fn window(total: usize, shown: usize, at: usize) -> usize {
    at.saturating_sub(shown / 2).min(total.saturating_sub(shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sizes_have_their_rooms() {
        for (size, room) in [
            ((160, 50), Room::Split),
            ((60, 14), Room::Split),
            ((59, 50), Room::One),
            ((160, 13), Room::One),
            ((20, 5), Room::One),
            ((19, 5), Room::TooSmall),
            ((20, 4), Room::TooSmall),
        ] {
            assert_eq!(Layout::new(size.0, size.1).room(), room, "{size:?}");
        }
    }

    #[test]
    fn the_panes_stand_where_the_design_has_them() {
        let layout = Layout::new(160, 50);
        assert_eq!(layout.left().width, 67);
        assert_eq!(layout.divider(), 69);
        assert_eq!(layout.reader(), Area { x: 72, y: 2, width: 76, height: 46 });
        let stack = layout.stack(1);
        assert_eq!(stack.map(|a| (a.y, a.height)), [(2, 7), (10, 22), (33, 7), (41, 7)]);
    }

    proptest! {
        #[test]
        fn panes_never_overlap_and_stay_inside(columns in 60usize..300, rows in 14usize..120, focused in 0usize..4, wanted: [u8; 4]) {
            let layout = Layout::new(columns, rows);
            let wanted = wanted.map(usize::from);
            for stack in [layout.stack(focused), layout.share(layout.left(), wanted)] {
                let mut y = layout.left().y;
                for area in stack {
                    prop_assert!(area.y >= y);
                    y = area.bottom();
                }
                prop_assert!(y <= layout.left().bottom(), "{stack:?} in {layout:?}");
            }
            prop_assert!(layout.reader().right() < columns);
        }

        #[test]
        fn the_window_holds_the_row(total in 1usize..1000, shown in 1usize..100, at in 0usize..1000) {
            let at = at % total;
            let first = window(total, shown, at);
            prop_assert!(first <= at && at < first + shown);
        }
    }
}
