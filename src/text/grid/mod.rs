//! Tables inside a text, in the one form in which the program writes them.
//!
//! ```text
//! | Product | 2020 | 2021 | 2022 |
//! | --- | --- | --- | --- |
//! | Wheat | | 5% | |
//! | Rice | 9% || 1% |
//! | ^^ | 8% | 6% | 2% |
//! ```
//!
//! Each row is a line that begins and ends with `|`, and one line of dashes is below the header rows, or first if there are
//! none; without it, lines with `|` are text. As in MultiMarkdown, nothing between two `|` makes the cell before wider by a
//! column, `^^` makes the cell above higher by a row, and an empty cell is a blank. Inside a cell, ` \ ` (or `<br>`) is a
//! line break, and a backslash comes before `|`, and before anything else that would not be read as text. None of these
//! marks has a letter, so that the words of a text are those of its cells.

mod cells;
mod lay_out;
mod read;
mod widths;
mod write;

pub use cells::{Cell, Grid, Placed, Slot};
pub use lay_out::{Part, Stretch};
pub use read::{Block, blocks, running, sources};

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::*;
    use crate::text::glyphs;
    use proptest::prelude::*;

    const TARIFFS: &str = "| Product | 2020 | 2021 | 2022 |\n| --- | --- | --- | --- |\n| Wheat | | 5% | |\n\
                           | Rice | 9% || 1% |\n| ^^ | 8% | 6% | 2% |";

    fn only(text: &str) -> Grid {
        match blocks(text).as_slice() {
            [Block::Grid(range, grid)] if *range == (0..text.len()) => grid.clone(),
            other => panic!("{text:?} is {other:?}"),
        }
    }

    fn spanned(text: &str, columns: usize, rows: usize) -> Cell {
        Cell { text: text.to_owned(), columns, rows }
    }

    #[test]
    fn a_table_is_read_and_written() {
        let grid = only(TARIFFS);
        assert_eq!((grid.headers(), grid.columns(), grid.rows().len()), (1, 4, 4));
        let at = |row: usize, at: usize| grid.rows()[row][at].clone();
        assert_eq!(at(1, 2), Placed { column: 2, cell: Cell::new("5%") });
        assert_eq!(at(2, 0), Placed { column: 0, cell: spanned("Rice", 1, 2) });
        assert_eq!(at(2, 1), Placed { column: 1, cell: spanned("9%", 2, 1) });
        assert_eq!(at(3, 0), Placed { column: 1, cell: Cell::new("8%") });
        assert_eq!(grid.to_string(), TARIFFS);
    }

    #[test]
    fn tables_are_found_between_lines() {
        let text = format!("Before:\r\n{TARIFFS}\nAfter | it\n\n| --- |\n| x |\n");
        let kinds: Vec<(&str, bool)> = blocks(&text)
            .into_iter()
            .map(|block| match block {
                Block::Lines(range) => (&text[range], false),
                Block::Grid(range, _) => (&text[range], true),
            })
            .collect();
        let rest = "After | it\n";
        assert_eq!(kinds, [("Before:", false), (TARIFFS, true), (rest, false), ("| --- |\n| x |", true)]);
    }

    #[test]
    fn what_only_looks_like_a_table_is_text() {
        for text in [
            "| a | b |",
            "| a | b |\n| c | d |",
            "a | b\n--- | ---\nc | d",
            "| --- |",
            "|",
            "||\n|",
            "| - | - |\n| 1 | 2 |",
            "| a |\n| --- | --- \\|\n",
            "|x| is the absolute value of x, and |y|",
            "",
        ] {
            assert!(blocks(text).iter().all(|block| matches!(block, Block::Lines(_))), "{text:?}");
        }
    }

    #[test]
    fn a_table_of_hand_may_be_untidy() {
        let grid = only("|a|b|\n  |:--|--:|  \n|one<br />two| c \\ d |\n| ^^ || x\\|y |\n|^^|^^|");
        let rows: Vec<Vec<&str>> = grid
            .rows()
            .iter()
            .map(|row| row.iter().map(|placed| placed.cell.text.as_str()).collect())
            .collect();
        // What no cell above has the width of is no mark.
        assert_eq!(rows, [vec!["a", "b"], vec!["one\ntwo", "c\nd"], vec!["^^", "x|y"], vec!["^^", "^^"]]);
    }

    #[test]
    fn spans_are_made_to_fit() {
        let rows = vec![
            vec![spanned("title", 99, 1)],
            vec![],
            vec![Cell::new("a"), spanned("high", 1, 9), spanned("wide", 3, 0)],
            vec![spanned("too wide", 2, 1), Cell::new("  b \t c\n\n d ")],
            vec![],
        ];
        let grid = Grid::new(2, rows);
        let text =
            "| title |||\n| --- | --- | --- |\n| a | high | wide |\n| too wide | ^^ | b c \\ d |\n| | ^^ |";
        assert_eq!((grid.to_string().as_str(), grid.headers()), (text, 1));
    }

    #[test]
    fn absurd_spans_are_ignored() {
        let tall: Vec<Cell> = (0..2000).map(|_| spanned("x", 1, usize::MAX)).collect();
        let rows = std::iter::once(tall).chain((0..2000).map(|_| vec![spanned("y", usize::MAX, 1)]));
        assert!(Grid::new(0, rows.collect()).to_string().len() < 100_000);
        let many: Vec<Cell> = (0..2000).map(|_| Cell::new("x")).collect();
        let rows = std::iter::once(many).chain((0..2000).map(|_| vec![spanned("y", 2000, 1)]));
        assert!(Grid::new(0, rows.collect()).to_string().len() < 100_000);
    }

    /// The lines of a table as a screen shows them.
    fn lines(grid: &Grid, columns: usize) -> Vec<String> {
        let line = |stretches: Vec<Stretch<'_>>| {
            let mut line = String::new();
            for stretch in stretches {
                line.push_str(&" ".repeat(stretch.x - crate::text::width(&line)));
                line.push_str(&stretch.text);
            }
            line
        };
        grid.lay_out(columns).into_iter().map(line).collect()
    }

    #[test]
    fn columns_are_aligned_and_spans_are_seen() {
        assert_eq!(
            lines(&only(TARIFFS), 40),
            [
                "Product │ 2020 │ 2021 │ 2022",
                "────────┼──────┼──────┼─────",
                "Wheat   │      │ 5%   │",
                "────────┼──────┴──────┼─────",
                "Rice    │ 9%          │ 1%",
                "        ├──────┬──────┼─────",
                "        │ 8%   │ 6%   │ 2%",
            ]
        );
        assert_eq!(
            lines(&only("| a | b |\n| --- | --- |\n| c | |\n| d |"), 40),
            ["a │ b", "──┼──", "c │", "d"]
        );
        assert_eq!(
            lines(
                &only("| --- |\n| a long cell in a table \\ of two lines || b || c |\n| ^^ || d ||| e |"),
                25
            ),
            ["a long cell   │ b │ c", "in a table    ├───┴───┬──", "of two lines  │ d     │ e"]
        );
    }

    #[test]
    fn a_table_that_is_too_wide_is_folded() {
        assert_eq!(
            lines(&only(TARIFFS), 20),
            [
                "Product: Wheat",
                "  2021: 5%",
                "Product: Rice",
                "  2020, 2021: 9%",
                "  2022: 1%",
                "Product: Rice",
                "  2020: 8%",
                "  2021: 6%",
                "  2022: 2%",
            ]
        );
        let nested =
            "| A | Rates ||\n| ^^ | one | two |\n| --- | --- | --- |\n| everything |||\n| x | 1 | 2 |";
        assert_eq!(
            lines(&only(nested), 9),
            [
                "everyth", "  ing", "A: x", "  Rates", "    ·", "    one:", "    1", "  Rates", "    ·",
                "    two:", "    2"
            ]
        );
        assert_eq!(
            lines(&only("| --- |\n| | x | y z |"), 9),
            ["column", "  2: x", "  colum", "    n 3:", "    y z"]
        );
    }

    #[test]
    fn cells_are_where_they_are_written() {
        let table = "| a | b |\n| --- | --- |\n| ^^ || c\\|d|\n| e |  f |";
        let found: Vec<Vec<&str>> =
            sources(table).into_iter().map(|row| row.into_iter().map(|at| &table[at]).collect()).collect();
        assert_eq!(found, [vec![" a ", " b "], vec![" ^^ ", " c\\|d"], vec![" e ", "  f "]]);
    }

    #[test]
    fn running_words_have_no_marks() {
        assert_eq!(
            running(TARIFFS),
            "Product · 2020 · 2021 · 2022 / Wheat · 5% / Rice · 9% · 1% / 8% · 6% · 2%"
        );
        assert_eq!(running("One\n| a |"), "One\n| a |");
    }

    fn any_grid() -> impl Strategy<Value = Grid> {
        let text = "([a-z|\\\\^:<>/ \n-]{0,6}|\\PC{0,4}|<br>|\\^\\^|---|:-)";
        let cell =
            (text, 1..4usize, 1..4usize).prop_map(|(text, columns, rows)| Cell { text, columns, rows });
        let rows = prop::collection::vec(prop::collection::vec(cell, 0..5), 0..6);
        (0..3usize, rows).prop_map(|(headers, rows)| Grid::new(headers, rows))
    }

    proptest! {
        #[test]
        fn a_table_that_was_written_is_read_the_same(grid in any_grid()) {
            let text = grid.to_string();
            let read = blocks(&text);
            if grid.rows().is_empty() {
                prop_assert_eq!(read, vec![]);
            } else {
                prop_assert_eq!(read, vec![Block::Grid(0..text.len(), grid)]);
            }
        }

        #[test]
        fn cells_do_not_overlap_and_fill_their_rows(grid in any_grid()) {
            for slots in grid.slots() {
                let mut column = 0;
                for slot in slots {
                    prop_assert_eq!(slot.placed.column, column);
                    column = slot.placed.end();
                }
            }
        }

        #[test]
        fn a_table_fits_and_loses_no_letter(grid in any_grid(), columns in 1..60usize) {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            let (body, all) = grid.rows().split_at_checked(grid.headers()).unwrap_or_default();
            let all = if all.is_empty() { body } else { all };
            let least: usize = all.iter().flatten().map(|placed| letters(&placed.cell.text)).sum();
            // In a label a heading comes after a blank, on which a mark at its start falls.
            let of_cell =
                |placed: &Placed| glyphs(&format!(" {}", placed.cell.text)).map(|glyph| glyph.width).max();
            let widest = grid.rows().iter().flatten().filter_map(of_cell).max().unwrap_or(1);
            let mut found = 0;
            for line in grid.lay_out(columns) {
                let mut end = 0;
                for stretch in line {
                    prop_assert!(stretch.x >= end, "{stretch:?}");
                    end = stretch.x + crate::text::width(&stretch.text);
                    found += letters(&stretch.text);
                }
                // Two levels of indent and the widest letter are the least.
                prop_assert!(end <= columns.max(4 + widest), "{end}");
            }
            prop_assert!(found >= least);
        }

        #[test]
        fn every_cell_has_its_source(grid in any_grid()) {
            let found = sources(&grid.to_string());
            prop_assert_eq!(found.len(), grid.rows().len());
            for (sources, cells) in found.iter().zip(grid.rows()) {
                prop_assert_eq!(sources.len(), cells.len());
            }
        }

        #[test]
        fn blocks_cover_a_text_in_order(text in "([|a \\\\^-]|\n|\r\n|\\| --- \\|){0,30}") {
            let mut at = 0;
            for block in blocks(&text) {
                let (Block::Lines(range) | Block::Grid(range, _)) = block;
                prop_assert!(text[at..range.start].trim().is_empty());
                at = range.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
