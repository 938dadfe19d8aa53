//! HTML in which nothing of the data is markup.

use crate::text::grid::Grid;
use crate::text::{shown, shown_lines};

/// Text on one line, fit for the text and the attributes of markup.
pub fn escape(words: &str) -> String {
    markup(&shown(words))
}

/// Text with its line breaks.
pub(in crate::report) fn lines(words: &str) -> String {
    markup(&shown_lines(words)).replace('\n', "<br>\n")
}

/// A table of a text. Text that is written from right to left has its first column on the right.
pub(in crate::report) fn table(grid: &Grid) -> String {
    let mut out = "<table class=\"grid\" dir=\"auto\">\n".to_owned();
    for (at, row) in grid.rows().iter().enumerate() {
        out.push_str("<tr>");
        for cell in row.iter().map(|placed| &placed.cell) {
            let name = if at < grid.headers() { "th" } else { "td" };
            out.push_str(&format!("<{name}"));
            for (span, size) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                if size > 1 {
                    out.push_str(&format!(" {span}=\"{size}\""));
                }
            }
            // Within one line, so that the table is one block in Markdown too.
            let words = lines(&cell.text).replace('\n', "");
            let direction = if cell.text.is_ascii() { "" } else { " dir=\"auto\"" };
            out.push_str(&format!("{direction}>{words}</{name}>"));
        }
        out.push_str("</tr>\n");
    }
    out + "</table>"
}

fn markup(shown: &str) -> String {
    let mut out = String::with_capacity(shown.len() + 8);
    for c in shown.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
