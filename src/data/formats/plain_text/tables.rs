//! Tables in plain text: framed by `|`, or figures in columns that are aligned by blanks.

use crate::text::grid::{Cell, Grid};

/// The fewest rows of a table.
const FEWEST_ROWS: usize = 3;

/// The longest cell of a table of figures, in characters: anything longer is text in columns.
const LONGEST_CELL: usize = 60;

/// The table that lines begin with, and how many of them it takes; `None` with how many lines are surely none.
pub(super) fn leading(lines: &[&str]) -> Result<(Grid, usize), usize> {
    let framed = lines.iter().take_while(|line| is_framed(line) || is_rule(line)).count();
    if framed > 1 {
        return of_frame(lines.get(..framed).unwrap_or_default()).map(|grid| (grid, framed)).ok_or(framed);
    }
    if lines.first().is_some_and(|line| has_gap(line)) { aligned(lines) } else { Err(1) }
}

/// Whether two blanks or a tab are between the words of a line.
fn has_gap(line: &str) -> bool {
    let line = line.trim();
    memchr::memmem::find(line.as_bytes(), b"  ").is_some() || line.contains('\t')
}

/// `| a | b |`
fn is_framed(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2
}

/// `+----+----+`, `|----|----|`, `------------`
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4 && line.contains("--") && line.bytes().all(|byte| b"+-|=: ".contains(&byte))
}

fn of_frame(lines: &[&str]) -> Option<Grid> {
    let is_row = |line: &&&str| !is_rule(line);
    let rows: Vec<Vec<Cell>> = lines
        .iter()
        .filter(is_row)
        .map(|line| line.trim().trim_matches('|').split('|').map(|cell| Cell::new(cell.trim())).collect())
        .collect();
    let columns = rows.first()?.len();
    let first = lines.iter().position(|line| !is_rule(line))?;
    let is_headed = lines.get(first + 1).is_some_and(|line| is_rule(line)) && rows.len() > 1;
    let is_table = rows.len() > 1 && rows.iter().all(|row| row.len() == columns);
    is_table.then(|| Grid::new(usize::from(is_headed), rows))
}

/// The columns of a line that are blank, from and to, two or more wide; from its end on, everything is.
fn gaps(line: &[char]) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let mut begin = Some(0);
    for (at, c) in line.iter().enumerate() {
        match (c.is_whitespace(), begin) {
            (true, None) => begin = Some(at),
            (false, Some(from)) => {
                if at >= from + 2 {
                    gaps.push((from, at));
                }
                begin = None;
            }
            _ => {}
        }
    }
    gaps.push((begin.unwrap_or(line.len()), usize::MAX));
    gaps
}

/// The columns of a line with its tabs as blanks up to the next eighth column.
fn columns(line: &str) -> Vec<char> {
    let mut columns: Vec<char> = Vec::new();
    for c in line.trim_end().chars() {
        match c {
            '\t' => columns.resize((columns.len() / 8 + 1) * 8, ' '),
            c => columns.push(c),
        }
    }
    columns
}

/// What is blank in both lists.
fn common(one: &[(usize, usize)], other: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut both = Vec::new();
    let mut rest = other.iter().peekable();
    for (from, to) in one {
        while rest.next_if(|(_, end)| end <= from).is_some() {}
        for (own_from, own_to) in rest.clone().take_while(|(begin, _)| begin < to) {
            both.push((*from.max(own_from), *to.min(own_to)));
        }
    }
    both
}

fn aligned(lines: &[&str]) -> Result<(Grid, usize), usize> {
    let mut rows: Vec<Vec<char>> = Vec::new();
    let mut parted: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        if !has_gap(line) {
            break;
        }
        let row = columns(line);
        let own = gaps(&row);
        let both = if rows.is_empty() { own } else { common(&parted, &own) };
        // What is blank before the first column and behind the last one parts nothing.
        let widest = rows.iter().map(Vec::len).max().unwrap_or(0).max(row.len());
        let inside = both.iter().filter(|(from, to)| *from > 0 && *to < widest).count();
        let before = parted.iter().filter(|(from, to)| *from > 0 && *to < usize::MAX).count();
        if inside == 0 || (rows.len() > 1 && inside < before) || row.is_empty() {
            break;
        }
        parted = both;
        rows.push(row);
    }
    if rows.len() < FEWEST_ROWS {
        return Err(1);
    }
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cuts: Vec<usize> =
        parted.iter().filter(|(from, to)| *from > 0 && *to < widest).map(|(_, to)| *to).collect();
    let cells: Vec<Vec<String>> = rows.iter().map(|row| cut(row, &cuts)).collect();
    of_figures(&cells).map(|grid| (grid, rows.len())).ok_or(rows.len())
}

/// The cells of a row, each beginning at one of these columns.
fn cut(row: &[char], cuts: &[usize]) -> Vec<String> {
    let ends = cuts.iter().copied().chain([usize::MAX]);
    let mut from = 0;
    let mut cells = Vec::new();
    for end in ends {
        let cell: String =
            row.get(from.min(row.len())..end.min(row.len())).unwrap_or_default().iter().collect();
        cells.push(cell.trim().to_owned());
        from = end;
    }
    cells
}

/// A table, if most of what is not in its first column are figures; signatures side by side are none, nor is a list of
/// contents.
fn of_figures(cells: &[Vec<String>]) -> Option<Grid> {
    let is_figure = |cell: &&String| {
        cell.contains(|c: char| c.is_numeric()) && cell.chars().filter(|c| c.is_alphabetic()).count() < 6
            || matches!(cell.as_str(), "-" | "–" | "—")
    };
    let is_headed = cells.first().is_some_and(|row| row.iter().skip(1).all(|cell| !is_figure(&cell)));
    let behind = cells.iter().skip(usize::from(is_headed)).flat_map(|row| row.iter().skip(1));
    let (mut figures, mut all) = (0, 0);
    for cell in behind.filter(|cell| !cell.is_empty()) {
        all += 1;
        figures += usize::from(is_figure(&cell));
    }
    let mut every = cells.iter().flatten();
    let is_text = every.any(|cell| cell.chars().count() > LONGEST_CELL || cell.contains("..."));
    if is_text || figures * 10 < all * 6 || figures < FEWEST_ROWS - 1 {
        return None;
    }
    let rows = cells.iter().map(|row| row.iter().map(Cell::new).collect()).collect();
    Some(Grid::new(usize::from(is_headed), rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let lines: Vec<&str> = text.lines().collect();
        leading(&lines).ok().map(|(grid, used)| format!("{used}\n{grid}"))
    }

    #[test]
    fn framed_tables_keep_their_grid() {
        let framed =
            "+------+------+\n| Good | Duty |\n+------+------+\n| Rice | 5 % |\n| Tea | |\n+------+------+";
        let expected = "6\n| Good | Duty |\n| --- | --- |\n| Rice | 5 % |\n| Tea | |";
        assert_eq!(found(framed).as_deref(), Some(expected));
        assert_eq!(found("| x | is said |\nof a value"), None);
    }

    #[test]
    fn figures_in_aligned_columns_keep_their_grid() {
        let text = "Product        2020    2021\nWheat            5%     10%\nRice, of any     9%\nkind             8%      7%\nAs agreed.";
        let expected = "4\n| --- | --- | --- |\n| Product | 2020 | 2021 |\n| Wheat | 5% | 10% |\n| Rice, of any | 9% | |\n| kind | 8% | 7% |";
        assert_eq!(found(text).as_deref(), Some(expected));
    }

    #[test]
    fn signatures_contents_and_texts_side_by_side_are_no_tables() {
        for text in [
            "For the Government of A        For the Government of B\nJohn Smith                     Mary Jones\nMinister                       Minister",
            "Article 1  Purpose ......... 3\nArticle 2  Scope   ......... 4\nArticle 3  Costs   ......... 5",
            "The Parties shall cooperate       Les Parties cooperent dans le\nin the field of water and of      domaine de l'eau et de la\nenergy, as Article 5 says.        comme le dit l'article 5.",
            "A paragraph of text that is printed  with wide gaps  in it\nand goes on here\nand here.",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
