//! How wide the columns of a table are on a screen.

use super::cells::{Grid, Placed};
use crate::text::width;

/// The cells of the screen between two columns: a rule between blanks.
pub(super) const BETWEEN: usize = 3;

/// A column of words is not made narrower than this, unless it needs less.
const NARROW: usize = 10;

/// A word that is longer may be broken.
const LONG_WORD: usize = 20;

/// The widths of the columns in `room` cells of the screen; `None` if they do not fit, or there are none.
pub(super) fn widths(grid: &Grid, room: usize) -> Option<Vec<usize>> {
    let gaps = BETWEEN * grid.columns().checked_sub(1)?;
    let room = room.saturating_sub(gaps);
    let wanted = needs(grid, |text| text.lines().map(width).max().unwrap_or(0));
    if sum(&wanted) <= room {
        return Some(wanted);
    }
    let least = needs(grid, least);
    let spare = room.checked_sub(sum(&least))?;
    let more: Vec<usize> =
        wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least)).collect();
    let all = sum(&more).max(1);
    let share = |(least, more): (&usize, &usize)| least + more * spare / all;
    Some(least.iter().zip(&more).map(share).collect())
}

fn sum(widths: &[usize]) -> usize {
    widths.iter().sum()
}

/// The width below which a cell is hard to read.
fn least(text: &str) -> usize {
    let word = text.split_whitespace().map(width).max().unwrap_or(0).min(LONG_WORD);
    let line = text.lines().map(width).max().unwrap_or(0);
    word.max(NARROW.min(line))
}

/// What each column needs if each cell needs so much. What a cell over several columns needs beyond what they have is
/// shared by them.
fn needs(grid: &Grid, of: impl Fn(&str) -> usize) -> Vec<usize> {
    let mut needs = vec![1; grid.columns()];
    let (single, wide): (Vec<&Placed>, Vec<&Placed>) =
        grid.rows().iter().flatten().partition(|placed| placed.cell.columns == 1);
    for placed in single {
        if let Some(need) = needs.get_mut(placed.column) {
            *need = of(&placed.cell.text).max(*need);
        }
    }
    for placed in wide {
        let Some(columns) = needs.get_mut(placed.column..placed.end()) else { continue };
        let has = sum(columns) + BETWEEN * (columns.len() - 1);
        let missing = of(&placed.cell.text).saturating_sub(has);
        let count = columns.len();
        for (at, need) in columns.iter_mut().enumerate() {
            *need += missing / count + usize::from(at < missing % count);
        }
    }
    needs
}
