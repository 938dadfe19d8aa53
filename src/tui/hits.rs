//! Where on the screen something is that can be pointed at.

use crate::explore::Target;
use crate::explore::layout::Area;

/// What was drawn where, as far as it can be pointed at.
#[derive(Clone, Debug, Default)]
pub struct Hits(Vec<(Area, Target)>);

impl Hits {
    /// What is at a cell, counted from 0: the last that was drawn there.
    pub fn at(&self, column: usize, row: usize) -> Option<Target> {
        self.0.iter().rev().find(|(area, _)| area.contains(column, row)).map(|(_, target)| *target)
    }

    /// All areas with their targets, in the order in which they were drawn.
    pub fn iter(&self) -> impl Iterator<Item = (Area, Target)> + '_ {
        self.0.iter().copied()
    }

    /// Adds an area over those that are there.
    pub(super) fn add(&mut self, area: Area, target: Target) {
        self.0.push((area, target));
    }

    /// Takes all away, since something was drawn over them.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_that_was_drawn_is_hit() {
        let mut hits = Hits::default();
        hits.add(Area { x: 2, y: 1, width: 10, height: 4 }, Target::Reader);
        hits.add(Area { x: 4, y: 2, width: 3, height: 1 }, Target::Link(0));
        assert_eq!(hits.at(2, 1), Some(Target::Reader));
        assert_eq!(hits.at(6, 2), Some(Target::Link(0)));
        assert_eq!(hits.at(7, 2), Some(Target::Reader));
        assert_eq!((hits.at(1, 1), hits.at(12, 1), hits.at(2, 5)), (None, None, None));
        hits.clear();
        assert_eq!(hits.at(6, 2), None);
    }
}
