//! Parts of the screen, and what of them is left when something is taken.

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
    /// The row after the last one.
    pub fn bottom(&self) -> usize {
        self.y + self.height
    }

    /// The part from a row down.
    #[must_use]
    pub fn below(self, y: usize) -> Self {
        Self { y, height: self.bottom().saturating_sub(y), ..self }
    }

    /// The column after the last one.
    pub fn right(&self) -> usize {
        self.x + self.width
    }

    /// The area of one row.
    pub fn row(x: usize, y: usize, width: usize) -> Self {
        Self { x, y, width, height: 1 }
    }

    /// What is in both areas.
    #[must_use]
    pub fn intersection(&self, other: Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let width = self.right().min(other.right()).saturating_sub(x);
        Self { x, y, width, height: self.bottom().min(other.bottom()).saturating_sub(y) }
    }

    /// Whether a cell is inside.
    pub fn contains(&self, column: usize, row: usize) -> bool {
        (self.x..self.right()).contains(&column) && (self.y..self.bottom()).contains(&row)
    }
}

/// A minimum share that is kept of something, such as `Share(3, 4)` for three quarters.
#[derive(Clone, Copy, Debug)]
pub struct Share(pub usize, pub usize);

impl Share {
    /// Whether this share of `whole` cells is left after `taken` are used.
    pub fn is_left(self, whole: usize, taken: usize) -> bool {
        whole.saturating_sub(taken) * self.1 >= whole * self.0
    }
}

/// The first row to show of `total`, so that row `at` is among the `shown` rows, near the middle.
pub fn window(total: usize, shown: usize, at: usize) -> usize {
    at.saturating_sub(shown / 2).min(total.saturating_sub(shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_share_is_left_or_not() {
        assert!(Share(3, 4).is_left(12, 3) && !Share(3, 4).is_left(11, 3));
        assert!(Share(1, 2).is_left(0, 0) && !Share(1, 2).is_left(3, 4));
    }

    #[test]
    fn what_two_areas_share_is_inside_of_both() {
        let (one, other) =
            (Area { x: 1, y: 1, width: 4, height: 3 }, Area { x: 3, y: 0, width: 9, height: 3 });
        assert_eq!(one.intersection(other), Area { x: 3, y: 1, width: 2, height: 2 });
        assert_eq!(one.intersection(Area::row(9, 1, 2)).width, 0);
    }

    proptest! {
        #[test]
        fn the_window_holds_the_row(total in 1usize..1000, shown in 1usize..100, at in 0usize..1000) {
            let at = at % total;
            let first = window(total, shown, at);
            prop_assert!(first <= at && at < first + shown);
        }
    }
}
