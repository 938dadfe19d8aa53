//! Markdown in which nothing of the data is markup: a sheet as a table, a page with its headings.

use super::html;
use super::sheet::Sheet;
use crate::insight::{ClaimSide, Fact, Page};
use crate::text;
use crate::text::grid::{Block, Grid, Placed, blocks};
use std::io::{self, Write};

/// Writes a sheet as a table.
pub(super) fn write(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let shown = sheet.shown();
    let line = |words: Vec<String>| format!("| {} |", words.join(" | "));
    writeln!(out, "{}", line(shown.iter().map(|(_, attribute)| attribute.head()).collect()))?;
    writeln!(out, "|{}", "---|".repeat(shown.len()))?;
    for row in sheet.shown_rows() {
        let words = |(index, _): &(usize, _)| row.get(*index).map(|datum| escape(&datum.words()));
        writeln!(out, "{}", line(shown.iter().map(|at| words(at).unwrap_or_default()).collect()))?;
    }
    sheet.notes().iter().try_for_each(|note| writeln!(out, "\n{}", escape(note)))
}

/// A page as Markdown.
pub fn markdown(page: &Page) -> String {
    markdown_under(page, 2)
}

/// [`markdown`] with a heading of this level, from 1.
pub fn markdown_under(page: &Page, level: usize) -> String {
    let mut out = vec![format!("{} {}", "#".repeat(level), escape(&page.title)), String::new()];
    out.extend(page.origin.iter().map(|line| format!("{}  ", escape(line.words()))));
    if let Some(quote) = &page.quote {
        out.push(String::new());
        out.extend(text_lines(&quote.text).into_iter().map(|line| format!("> {line}").trim_end().to_owned()));
        out.push(format!(">\n> *{}* {}", quote.caption, escape(&quote.cites)));
    }
    for section in &page.sections {
        out.push(format!("\n**{}**", section.label));
        let head: Vec<&str> = section.head.as_deref().into_iter().chain(section.remark.as_deref()).collect();
        if !head.is_empty() {
            out.push(format!(" {}", escape(&head.join(" · "))));
        }
        out.push(String::new());
        out.extend(section.facts.iter().map(fact));
    }
    out.extend(page.address.iter().map(|address| format!("\n`{address}`")));
    out.push(String::new());
    out.join("\n")
}

/// The lines of a text. A table that Markdown cannot represent, with cells over several columns or rows, is HTML.
fn text_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks(text) {
        match block {
            Block::Lines(range) => {
                let own = text.get(range).unwrap_or_default();
                // A line right below a table would be a row of it.
                let is_below = lines.last().is_some_and(|line| !line.is_empty());
                lines.extend((is_below && !own.starts_with('\n')).then(String::new));
                lines.extend(own.lines().map(escape));
            }
            Block::Grid(_, grid) => {
                let is_apart = lines.last().is_none_or(String::is_empty);
                lines.extend((!is_apart).then(String::new));
                match is_plain(&grid) {
                    true => lines.extend(table(&grid)),
                    false => lines.extend(html::table(&grid).lines().map(str::to_owned)),
                }
            }
        }
    }
    lines
}

fn is_plain(grid: &Grid) -> bool {
    let mut cells = grid.rows().iter().flatten().map(|placed| &placed.cell);
    grid.headers() < 2 && cells.all(|cell| cell.columns == 1 && cell.rows == 1)
}

/// The lines of a table without spans; a table must have a header row, though it may be empty.
fn table(grid: &Grid) -> Vec<String> {
    let line = |mut cells: Vec<String>| {
        cells.resize(grid.columns(), String::new());
        format!("| {} |", cells.join(" | "))
    };
    let words = |placed: &Placed| {
        let lines: Vec<String> = placed.cell.text.lines().map(escape).collect();
        lines.join("<br>")
    };
    let mut rows = grid.rows().iter().map(|row| line(row.iter().map(words).collect()));
    let head = if grid.headers() == 0 { Some(line(Vec::new())) } else { rows.next() };
    let dashes = format!("|{}", "---|".repeat(grid.columns()));
    head.into_iter().chain([dashes]).chain(rows).collect()
}

fn fact(fact: &Fact) -> String {
    match fact {
        Fact::Words(line) => format!("- {}", escape(line.words())),
        Fact::Link { date, title, remark, .. } => {
            let parts: Vec<&str> = date
                .as_deref()
                .into_iter()
                .chain([title.as_str(), remark.as_str()])
                .filter(|p| !p.is_empty())
                .collect();
            format!("- {}", escape(&parts.join(" · ")))
        }
        Fact::Entry(entry) => {
            let indent = "  ".repeat(entry.level);
            format!("{indent}- {} ({})", escape(&entry.name()), entry.size())
        }
        Fact::Points { held, total } => format!("- {held} of {total} points"),
        Fact::Web(url) => format!("- {}", web(url, &escape(url))),
        Fact::Source(source) => {
            let title = format!("*{}*", escape(&source.title));
            let title = source.web_address.as_deref().map_or_else(|| title.clone(), |url| web(url, &title));
            format!("- [{}] {}, {title}", source.number, escape(&source.about))
        }
        Fact::Claims(claims) => {
            let side = |side: &ClaimSide| format!("  - {} ({})", escape(&side.says), side.sure);
            let mut lines = vec![format!("- {}", escape(&claims.topic))];
            lines.extend(claims.sides.iter().map(side));
            lines.extend(claims.note.iter().map(|note| format!("  - {}", escape(note))));
            lines.join("\n")
        }
    }
}

/// Words, already escaped, as a link to a web address; if it may not be opened, the words alone.
fn web(url: &str, words: &str) -> String {
    text::web::link(url).map_or_else(|| words.to_owned(), |url| format!("[{words}](<{url}>)"))
}

/// The words as Markdown in which none of them is markup, on one line.
pub fn escape(words: &str) -> String {
    let mut out = String::new();
    for c in text::shown(words).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
