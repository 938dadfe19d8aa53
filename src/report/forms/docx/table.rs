//! Tables.

use super::file::Docx;
use super::paragraph::{Paragraph, Style};
use crate::text::grid::{Grid, Placed};
use std::io;

/// A cell: how many columns it is wide, whether it goes on from above or below, and what it says.
struct Cell {
    columns: usize,
    /// `restart` for a cell that goes on below, `continue` for one that began above.
    merge: Option<&'static str>,
    paragraphs: String,
}

impl Docx<'_> {
    /// Begins a table whose columns have these shares of the line, with a head that is repeated on each page.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn begin_table(&mut self, shares: &[usize], head: &[&str]) -> io::Result<()> {
        let total: usize = shares.iter().sum::<usize>().max(1);
        let widths: Vec<usize> = shares.iter().map(|share| self.width() * share / total).collect();
        self.open_table(&widths)?;
        let cell = |words: &&str| {
            let mut paragraph = Paragraph::new(Style::Cell);
            paragraph.bold(words);
            plain(&paragraph)
        };
        let cells: Vec<Cell> = head.iter().map(cell).collect();
        self.write(&row(&cells, true))
    }

    /// Writes a row of a table.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn row(&mut self, cells: &[Paragraph]) -> io::Result<()> {
        let cells: Vec<Cell> = cells.iter().map(plain).collect();
        self.write(&row(&cells, false))
    }

    /// Ends a table. A paragraph has to come after it.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn end_table(&mut self) -> io::Result<()> {
        self.write("</w:tbl>")?;
        self.paragraph(&Paragraph::new(Style::Aside))
    }

    /// Writes a table of a text.
    ///
    /// # Errors
    /// What the writer returns.
    pub(in crate::report) fn grid(&mut self, grid: &Grid, language: Option<&str>) -> io::Result<()> {
        let columns = grid.columns().max(1);
        self.open_table(&vec![self.width() / columns; columns])?;
        let mut reaching: Vec<Placed> = Vec::new();
        for (at, placed) in grid.rows().iter().enumerate() {
            let above = std::mem::take(&mut reaching);
            let mut cells: Vec<(&Placed, bool)> =
                placed.iter().map(|own| (own, false)).chain(above.iter().map(|own| (own, true))).collect();
            cells.sort_by_key(|(placed, _)| placed.column);
            let mut made = Vec::new();
            let mut next = 0;
            for (placed, is_continued) in &cells {
                made.extend((next..placed.column).map(|_| plain(&Paragraph::new(Style::Cell))));
                next = placed.end();
                made.push(spanned(placed, *is_continued, at < grid.headers(), language));
            }
            made.extend((next..columns).map(|_| plain(&Paragraph::new(Style::Cell))));
            self.write(&row(&made, at < grid.headers()))?;
            let below = cells.iter().filter(|(placed, _)| placed.cell.rows > 1).map(|(placed, _)| {
                let mut placed = (*placed).clone();
                placed.cell.rows -= 1;
                placed
            });
            reaching = below.collect();
        }
        self.end_table()
    }

    fn open_table(&mut self, widths: &[usize]) -> io::Result<()> {
        let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        self.write(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"AccordsTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>",
            widths.iter().sum::<usize>()
        ))
    }
}

fn plain(paragraph: &Paragraph) -> Cell {
    Cell { columns: 1, merge: None, paragraphs: paragraph.xml() }
}

fn spanned(placed: &Placed, is_continued: bool, is_head: bool, language: Option<&str>) -> Cell {
    let merge = match (is_continued, placed.cell.rows) {
        (true, _) => Some("continue"),
        (false, 2..) => Some("restart"),
        (false, _) => None,
    };
    let line = |words: &str| {
        let mut paragraph = Paragraph::new(Style::Cell).in_language(language);
        match is_head {
            true => paragraph.bold(words),
            false => paragraph.text(words),
        }
        paragraph.xml()
    };
    // A cell has at least one paragraph.
    let paragraphs = match is_continued || placed.cell.text.is_empty() {
        true => line(""),
        false => placed.cell.text.lines().map(line).collect(),
    };
    Cell { columns: placed.cell.columns, merge, paragraphs }
}

fn row(cells: &[Cell], is_head: bool) -> String {
    let head = if is_head { "<w:tblHeader/>" } else { "" };
    let cell = |cell: &Cell| {
        let span = match cell.columns {
            0 | 1 => String::new(),
            columns => format!("<w:gridSpan w:val=\"{columns}\"/>"),
        };
        let merge = cell.merge.map(|merge| format!("<w:vMerge w:val=\"{merge}\"/>")).unwrap_or_default();
        let shade = if is_head { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7ECF4\"/>" } else { "" };
        format!("<w:tc><w:tcPr>{span}{merge}{shade}</w:tcPr>{}</w:tc>", cell.paragraphs)
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
}
