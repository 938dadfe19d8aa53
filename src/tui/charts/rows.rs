//! Distributes the rows of a chart to its parts, in the order of their importance.

use crate::explore::layout::Area;

/// The rows that are still free.
pub struct Rows(usize);

/// A part that gets its rows in several steps.
pub struct Part {
    /// The rows it has got.
    pub rows: usize,
    /// The most that it can use.
    most: usize,
}

impl Part {
    /// A part without rows.
    pub fn of(most: usize) -> Self {
        Self { rows: 0, most }
    }
}

impl Rows {
    /// All rows of an area.
    pub fn of(area: Area) -> Self {
        Self(area.height)
    }

    /// Takes this many rows, or as many as there are; returns how many.
    pub fn take(&mut self, rows: usize) -> usize {
        let taken = rows.min(self.0);
        self.0 -= taken;
        taken
    }

    /// Takes this many rows or, if there are fewer, none; returns how many.
    pub fn take_all(&mut self, rows: usize) -> usize {
        if rows <= self.0 { self.take(rows) } else { 0 }
    }

    /// Gives a part this many rows more, as far as there are any and it can use them.
    pub fn give(&mut self, part: &mut Part, rows: usize) {
        part.rows += self.take(rows.min(part.most - part.rows));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_is_given_twice() {
        let mut rows = Rows::of(Area { height: 10, ..Area::default() });
        let (mut list, mut caption) = (Part::of(4), Part::of(usize::MAX));
        rows.give(&mut list, 3);
        assert_eq!((rows.take(2), rows.take_all(6)), (2, 0));
        rows.give(&mut list, 3);
        rows.give(&mut caption, usize::MAX);
        assert_eq!((list.rows, caption.rows, rows.take(1)), (4, 4, 0));
    }
}
