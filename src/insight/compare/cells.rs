//! Words in the cells of tables: a value that moves to another column differs, though it is the same word.

use crate::insight::wording::Words;
use crate::text::grid::{Block, Grid, blocks, sources};
use std::collections::HashMap;
use std::ops::Range;

/// A cell of a table: where it is written in the text, and the columns that it is in.
struct Place {
    range: Range<usize>,
    columns: Range<usize>,
}

/// The words of both texts, numbered so that the same word in different columns has different numbers; `None` unless both
/// texts have tables. Tables are matched by their order. If two have as many columns, columns are matched by their order
/// too, else by their headings.
pub(super) fn by_column(left: (&str, &Words), right: (&str, &Words)) -> Option<[Vec<u32>; 2]> {
    let (tables, others) = (tables(left.0), tables(right.0));
    if tables.is_empty() || others.is_empty() {
        return None;
    }
    let mut numbers: HashMap<(u32, String), u32> = HashMap::new();
    let mut numbered =
        |words: &Words, own: &[(Grid, Vec<Place>)], others: &[(Grid, Vec<Place>)]| -> Vec<u32> {
            let mut found = words.numbers.clone();
            let mut next = 0;
            for (at, (grid, cells)) in own.iter().enumerate() {
                let is_alike = others.get(at).is_some_and(|(other, _)| other.columns() == grid.columns());
                for cell in cells {
                    let label =
                        if is_alike { format!("{:?}", cell.columns) } else { headings(grid, &cell.columns) };
                    let after = words.ranges.partition_point(|word| word.start < cell.range.end);
                    next = words.ranges.partition_point(|word| word.start < cell.range.start).max(next);
                    for number in found.get_mut(next..after).into_iter().flatten() {
                        // Numbers from the end, since words are numbered from the start.
                        let fresh = u32::MAX - u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                        *number = *numbers.entry((*number, format!("{at} {label}"))).or_insert(fresh);
                    }
                    next = after.max(next);
                }
            }
            found
        };
    let of_left = numbered(left.1, &tables, &others);
    let of_right = numbered(right.1, &others, &tables);
    Some([of_left, of_right])
}

/// The tables of a text, each with its cells below the header rows.
fn tables(text: &str) -> Vec<(Grid, Vec<Place>)> {
    let table = |block: Block| match block {
        Block::Lines(_) => None,
        Block::Grid(range, grid) => {
            let written = sources(text.get(range.clone()).unwrap_or_default());
            let rows = grid.rows().iter().zip(written).skip(grid.headers());
            let place = |(placed, at): (&crate::text::grid::Placed, Range<usize>)| Place {
                range: range.start + at.start..range.start + at.end,
                columns: placed.column..placed.end(),
            };
            let cells =
                rows.flat_map(|(row, written)| row.iter().zip(written).map(place).collect::<Vec<_>>());
            let cells = cells.collect();
            Some((grid, cells))
        }
    };
    blocks(text).into_iter().filter_map(table).collect()
}

/// The headings above some columns; their numbers if there are none.
fn headings(grid: &Grid, columns: &Range<usize>) -> String {
    let over = grid.rows().iter().take(grid.headers()).flatten();
    let over = over.filter(|placed| placed.column < columns.end && placed.end() > columns.start);
    let texts: Vec<&str> = over.map(|placed| placed.cell.text.as_str()).collect();
    if texts.is_empty() { format!("{columns:?}") } else { texts.join("\n") }
}
