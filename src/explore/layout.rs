//! How a screen is divided. Four classes of screens decide what is drawn at all. Within a class, the content decides
//! what fits: a column or a blank row is added while the rest keeps its minimum [`Share`].
//!
//! A [`Class::Large`] screen, here of 120 columns, has panes with full dates and side counts, and a reader with a margin:
//!
//! ```text
//!  accords   Azerbaijan – Kyrgyzstan   35 agreements · 132 events · 311 sources      Declaration signed 20 Apr 2022, Baku
//!  1 Timeline ─────────────────────────────────── 132 │  Mutual recognition of statehood and borders
//!    2022  19 Apr  → Japarov begins his official vis… │  signed 20 Apr 2022, Baku · 3 of 26 points on record
//!  2 Clauses ━━━━━━━━━━━━━━━━━━━━ 10 in 35 agreements │
//!  ▸   Mutual recognition of statehood and borders    ┃  Done since    nothing on record
//!      Continued political dialogue                   │
//!  3 Sectors ─────────────────── 19 · facts on record │  Source        [1] The Asia Today · commentary / analysis
//!  4 Memberships ──────────────────── 49 of 57 shared │
//!  / search   tab pane   enter open   z zoom   y copy   ? help   q quit                                    clause 1 of 10
//! ```
//!
//! A [`Class::Medium`] screen, of 100 columns, has short dates in the panes and no margin in the reader; its charts have
//! all their columns:
//!
//! ```text
//!  accords   Azerbaijan – Kyrgyzstan   35 agreements · 132 events            signed 20 Apr 2022, Baku
//!  1 Timeline ─────────────────────────── 132 │ Mutual recognition of statehood and borders
//!    2022 → Japarov begins his official visit │ signed 20 Apr 2022, Baku · 3 of 26 points on record
//!  2 Clauses ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 10 │
//!  ▸   Mutual recognition of statehood and b… ┃ Done since    nothing on record
//!  3 Sectors ───────────────────────────── 19 │
//!  4 Memberships ──────────── 49 of 57 shared │ Source
//!  / search   tab pane   enter open   z zoom   y copy   ? help   q quit                clause 1 of 10
//! ```
//!
//! A [`Class::Compact`] screen, of 80 columns, is divided in the same way; its charts leave out the less informative
//! columns:
//!
//! ```text
//!  accords   Azerbaijan – Kyrgyzstan   35 agreements     signed 20 Apr 2022, Baku
//!  1 Timeline ─────────────────── 132 │ Mutual recognition of statehood and
//!    2022 → Japarov begins his offic… │ borders
//!  2 Clauses ━━━━━━━━━━━━━━━━━━━━━ 10 │
//!  ▸   Mutual recognition of stateho… ┃ Done since    nothing on record
//!  3 Sectors ───────────────────── 19 │
//!  4 Memberships ──── 49 of 57 shared │ Source
//!  / search   tab pane   enter open   z zoom   y copy   ? help     clause 1 of 10
//! ```
//!
//! A [`Class::Small`] screen, of 40 columns, has no header, and one pane or the reader at a time. So has any screen that
//! is too low to be split:
//!
//! ```text
//!  2 Clauses ━━━━━━━━━━━━━━━━━━━━━━━━━ 10
//!  • Declaration on Strategic P…  3 of 26
//!  ▸   Mutual recognition of statehood a…
//!      Continued political dialogue
//!  / search  tab pane  enter open  z zoom
//! ```

pub use super::area::{Area, Share, window};
pub use super::sizes::{Left, Sizes};

/// The smallest screen, in columns and rows.
pub const SMALLEST: (usize, usize) = (20, 5);

/// The widest line of a text that is read, in columns.
pub const MEASURE: usize = 76;

/// The fewest columns of the panes and of the reader that dragging leaves.
const NARROWEST: usize = 24;

/// The fewest rows of the focused pane.
const LOWEST: usize = 3;

/// How a screen of some size is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the screen.
    pub columns: usize,
    /// Rows of the screen.
    pub rows: usize,
    /// What is left of the reader.
    pub left: Left,
    /// What was set by dragging.
    pub sizes: Sizes,
    /// Rows between the body and the footer, for a hint.
    pub below: usize,
}

/// A class of screens, by their columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Fewer than 60 columns: one pane or the reader at a time.
    Small,
    /// 60 to 99 columns: panes left, reader right.
    Compact,
    /// 100 to 119 columns: charts have all their columns.
    Medium,
    /// 120 columns and more: panes have all their columns too.
    Large,
}

impl Layout {
    /// The layout of a screen.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns, rows, left: Left::default(), sizes: Sizes::default(), below: 0 }
    }

    /// The layout after the screen got another size.
    #[must_use]
    pub fn resized(self, columns: usize, rows: usize) -> Self {
        Self { columns, rows, ..self }
    }

    /// The class of the screen.
    pub fn class(&self) -> Class {
        match self.columns {
            0..60 => Class::Small,
            60..100 => Class::Compact,
            100..120 => Class::Medium,
            _ => Class::Large,
        }
    }

    /// Whether the screen is too small for anything but a message that says so.
    pub fn is_too_small(&self) -> bool {
        self.columns < SMALLEST.0 || self.rows < SMALLEST.1
    }

    /// Whether panes and reader are shown side by side below a header, instead of one at a time.
    pub fn is_split(&self) -> bool {
        self.class() > Class::Small && self.rows >= 14
    }

    /// Whether there is room for blank rows.
    pub fn is_roomy(&self) -> bool {
        self.rows >= 40 && self.is_split()
    }

    /// Whether the four panes have columns for full dates and side counts.
    pub fn has_wide_panes(&self) -> bool {
        self.class() >= if self.is_split() { Class::Large } else { Class::Compact }
    }

    /// The number of blank rows between parts.
    pub fn gap(&self) -> usize {
        usize::from(self.is_roomy())
    }

    /// The area between header and footer, within the margins.
    pub fn body(&self) -> Area {
        let header = if self.is_split() { 1 + self.gap() } else { 0 };
        let below = if self.rows < 10 { 0 } else { self.below };
        let footer = 1 + self.gap().max(below);
        Area {
            x: 1,
            y: header,
            width: self.columns.saturating_sub(2),
            height: self.rows.saturating_sub(header + footer),
        }
    }

    /// The body below a search line, which takes the row of the header or, without a header, the first row.
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
            Left::Library if self.class() < Class::Large => 52,
            Left::Library => 60,
        };
        let width = match self.sizes.columns(self.left, self.columns) {
            Some(columns) => {
                columns.clamp(NARROWEST, self.columns.saturating_sub(NARROWEST + 4).max(NARROWEST))
            }
            None => (self.columns * percent + 50) / 100,
        };
        Area { width, ..body }
    }

    /// The column of the divider.
    pub fn divider(&self) -> usize {
        self.left().right() + 1
    }

    /// The area of the reader: beside the panes, at most [`MEASURE`] columns wide.
    pub fn reader(&self) -> Area {
        let body = self.body();
        let x = self.divider() + if self.class() == Class::Large { 3 } else { 2 };
        Area { x, width: self.columns.saturating_sub(x + 1).min(MEASURE), ..body }
    }

    /// The rows that the four panes share.
    pub fn pane_rows(&self) -> usize {
        self.left().height.saturating_sub(self.gap() * 3)
    }

    /// The areas of the four panes, from the top, with the rows that the others leave for the focused one. Those that are
    /// `folded` have one row.
    pub fn stack(&self, focused: usize, folded: [bool; 4]) -> [Area; 4] {
        let rows = self.pane_rows();
        let usual = if self.rows < 20 { 1 } else { (rows * 17 / 100).max(4) };
        let mut heights = [0; 4];
        for (place, (height, folded)) in heights.iter_mut().zip(folded).enumerate() {
            *height = match place == focused {
                true => 0,
                false if folded => 1,
                false => self.sizes.rows(place, rows).unwrap_or(usual),
            };
        }
        while heights.iter().sum::<usize>() + LOWEST > rows {
            match heights.iter_mut().max().filter(|height| **height > 1) {
                Some(tallest) => *tallest -= 1,
                None => break,
            }
        }
        let others: usize = heights.iter().sum();
        if let Some(height) = heights.get_mut(focused) {
            *height = rows.saturating_sub(others);
        }
        self.pile(self.left(), heights)
    }

    /// The areas of the four panes, from the top, each with as many of the `wanted` rows as a fair share allows.
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

/// Whether running text is readable in this many columns. Anything beside it is dropped before it gets narrower.
pub fn is_readable(columns: usize) -> bool {
    columns >= 45
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sizes_have_their_classes() {
        for (size, class, is_split) in [
            ((160, 50), Class::Large, true),
            ((120, 36), Class::Large, true),
            ((119, 36), Class::Medium, true),
            ((100, 30), Class::Medium, true),
            ((99, 30), Class::Compact, true),
            ((60, 14), Class::Compact, true),
            ((59, 50), Class::Small, false),
            ((160, 13), Class::Large, false),
            ((20, 5), Class::Small, false),
        ] {
            let layout = Layout::new(size.0, size.1);
            assert_eq!((layout.class(), layout.is_split()), (class, is_split), "{size:?}");
            assert!(!layout.is_too_small(), "{size:?}");
        }
        assert!(Layout::new(19, 5).is_too_small() && Layout::new(20, 4).is_too_small());
    }

    #[test]
    fn the_panes_are_where_the_design_has_them() {
        let layout = Layout::new(160, 50);
        assert_eq!(layout.left().width, 67);
        assert_eq!(layout.divider(), 69);
        assert_eq!(layout.reader(), Area { x: 72, y: 2, width: 76, height: 46 });
        let stack = layout.stack(1, [false; 4]);
        assert_eq!(stack.map(|a| (a.y, a.height)), [(2, 7), (10, 22), (33, 7), (41, 7)]);
    }

    proptest! {
        #[test]
        fn panes_never_overlap_and_stay_inside(columns in 60usize..300, rows in 14usize..120, focused in 0usize..4, wanted: [u8; 4], folded: [bool; 4], set: [Option<u16>; 6]) {
            let mut layout = Layout::new(columns, rows);
            let [panes, library, heights @ ..] = set.map(|share| share.map(|share| share % 1_001));
            layout.sizes = Sizes { width_of_panes: panes, width_of_library: library, rows: heights };
            let wanted = wanted.map(usize::from);
            for stack in [layout.stack(focused, folded), layout.share(layout.left(), wanted)] {
                let mut y = layout.left().y;
                for area in stack {
                    prop_assert!(area.y >= y);
                    y = area.bottom();
                }
                prop_assert!(y <= layout.left().bottom(), "{stack:?} in {layout:?}");
            }
            prop_assert!(layout.reader().right() < columns);
        }
    }
}
