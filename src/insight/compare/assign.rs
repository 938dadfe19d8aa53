//! Finds the pairs with the largest sum of likeness.

/// For each row, the column it is paired with (or `None`) so that the sum of the weights is as large as possible.
/// Weights must not be negative; a weight of 0 pairs nothing.
///
/// The Hungarian method with potentials, one row at a time (Kuhn 1955, Munkres 1957; in this form e.g.
/// <https://cp-algorithms.com/graph/hungarian-algorithm.html>): rows² × columns steps.
pub(super) fn assign(weights: &[Vec<f64>], columns: usize) -> Vec<Option<usize>> {
    if weights.len() > columns {
        let turned = assign(&turn(weights, columns), weights.len());
        let partner = |row: usize| turned.iter().position(|found| *found == Some(row));
        return (0..weights.len()).map(partner).collect();
    }
    let mut assignment = Assignment::new(weights, columns);
    for row in 0..weights.len() {
        assignment.place(row);
    }
    let mut found = vec![None; weights.len()];
    for (column, held) in assignment.columns.iter().enumerate() {
        let Some(row) = held.row else { continue };
        let weight = weights.get(row).and_then(|w| w.get(column)).copied().unwrap_or(0.0);
        if let Some(partner) = found.get_mut(row).filter(|_| weight > 0.0) {
            *partner = Some(column);
        }
    }
    found
}

fn turn(weights: &[Vec<f64>], columns: usize) -> Vec<Vec<f64>> {
    let column = |c: usize| weights.iter().map(|row| row.get(c).copied().unwrap_or(0.0)).collect();
    (0..columns).map(column).collect()
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    /// The row it is assigned to.
    row: Option<usize>,
    potential: f64,
    /// In the current search: the least slack seen, the previous column on the path, whether it is done.
    slack: f64,
    before: Option<usize>,
    done: bool,
}

struct Assignment<'a> {
    weights: &'a [Vec<f64>],
    rows: Vec<f64>,
    columns: Vec<Slot>,
}

impl<'a> Assignment<'a> {
    fn new(weights: &'a [Vec<f64>], columns: usize) -> Self {
        let free = Slot { row: None, potential: 0.0, slack: f64::INFINITY, before: None, done: false };
        Self { weights, rows: vec![0.0; weights.len()], columns: vec![free; columns] }
    }

    /// Assigns a column to a row, moving earlier rows to other columns if that improves the sum.
    fn place(&mut self, new: usize) {
        for column in &mut self.columns {
            (column.slack, column.before, column.done) = (f64::INFINITY, None, false);
        }
        let (mut row, mut at) = (new, None);
        loop {
            let Some((next, slack)) = self.nearest(row, at) else { return };
            self.shift(new, slack);
            at = Some(next);
            let Some(column) = self.columns.get_mut(next) else { return };
            match column.row {
                Some(held) => {
                    column.done = true;
                    row = held;
                }
                None => break,
            }
        }
        self.hand_over(at, new);
    }

    /// Updates the slack of all columns that are not done, from a row, and returns the column with the least.
    fn nearest(&mut self, row: usize, from: Option<usize>) -> Option<(usize, f64)> {
        let weights = self.weights.get(row)?;
        let potential = self.rows.get(row).copied()?;
        let mut best: Option<(usize, f64)> = None;
        for (place, (column, weight)) in self.columns.iter_mut().zip(weights).enumerate() {
            if column.done {
                continue;
            }
            let slack = -weight - potential - column.potential;
            if slack < column.slack {
                (column.slack, column.before) = (slack, from);
            }
            if best.is_none_or(|(_, least)| column.slack < least) {
                best = Some((place, column.slack));
            }
        }
        best
    }

    fn shift(&mut self, new: usize, by: f64) {
        if let Some(potential) = self.rows.get_mut(new) {
            *potential += by;
        }
        for column in &mut self.columns {
            if !column.done {
                column.slack -= by;
                continue;
            }
            column.potential -= by;
            if let Some(potential) = column.row.and_then(|row| self.rows.get_mut(row)) {
                *potential += by;
            }
        }
    }

    /// Shifts the columns of the path: each to the row of the one before, the first to the new row.
    fn hand_over(&mut self, end: Option<usize>, new: usize) {
        let mut at = end;
        while let Some(place) = at {
            let before = self.columns.get(place).and_then(|column| column.before);
            let row = match before {
                Some(before) => self.columns.get(before).and_then(|column| column.row),
                None => Some(new),
            };
            if let Some(column) = self.columns.get_mut(place) {
                column.row = row;
            }
            at = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sum(weights: &[Vec<f64>], found: &[Option<usize>]) -> f64 {
        found.iter().enumerate().filter_map(|(row, column)| Some(weights[row][(*column)?])).sum()
    }

    /// The best sum, by trying everything.
    fn best(weights: &[Vec<f64>], row: usize, free: &mut Vec<bool>) -> f64 {
        if row == weights.len() {
            return 0.0;
        }
        let mut most = best(weights, row + 1, free);
        for column in 0..free.len() {
            if free[column] {
                free[column] = false;
                most = most.max(weights[row][column] + best(weights, row + 1, free));
                free[column] = true;
            }
        }
        most
    }

    #[test]
    fn the_best_pair_is_not_taken_at_the_cost_of_the_whole() {
        let weights = vec![vec![0.9, 0.8], vec![0.8, 0.1]];
        assert_eq!(assign(&weights, 2), [Some(1), Some(0)]);
        assert_eq!(assign(&[], 3), []);
        assert_eq!(assign(&[vec![], vec![]], 0), [None, None]);
        assert_eq!(assign(&[vec![0.0], vec![0.5]], 1), [None, Some(0)]);
    }

    proptest! {
        #[test]
        fn no_assignment_is_better(rows in 1usize..6, columns in 1usize..6, seed: [[u8; 5]; 5]) {
            let weights: Vec<Vec<f64>> =
                (0..rows).map(|r| (0..columns).map(|c| f64::from(seed[r][c] / 16)).collect()).collect();
            let found = assign(&weights, columns);
            let mut taken: Vec<usize> = found.iter().copied().flatten().collect();
            taken.sort_unstable();
            let count = taken.len();
            taken.dedup();
            prop_assert_eq!(taken.len(), count);
            prop_assert_eq!(sum(&weights, &found), best(&weights, 0, &mut vec![true; columns]));
        }
    }
}
