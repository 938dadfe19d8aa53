//! A page as Markdown.

use crate::insight::{Page, Row};
use crate::text;

/// The page as Markdown; nothing of the data acts as markup.
pub fn markdown(page: &Page) -> String {
    markdown_under(page, 2)
}

/// [`markdown`] with a heading of this level, from 1.
pub(super) fn markdown_under(page: &Page, level: usize) -> String {
    let mut out = vec![format!("{} {}", "#".repeat(level), escape(&page.title)), String::new()];
    out.extend(page.origin.iter().map(|line| format!("{}  ", escape(line.words()))));
    if let Some(quote) = &page.quote {
        out.push(String::new());
        out.extend(quote.text.lines().map(|line| format!("> {}", escape(line))));
        out.push(format!(">\n> *{}* {}", quote.caption, escape(&quote.cites)));
    }
    for section in &page.sections {
        out.push(format!("\n**{}**", section.label));
        let head: Vec<&str> = section.head.as_deref().into_iter().chain(section.remark.as_deref()).collect();
        if !head.is_empty() {
            out.push(format!(" {}", escape(&head.join(" · "))));
        }
        out.push(String::new());
        out.extend(section.rows.iter().map(row));
    }
    out.extend(page.address.iter().map(|address| format!("\n`{address}`")));
    out.push(String::new());
    out.join("\n")
}

fn row(row: &Row) -> String {
    match row {
        Row::Words(line) => format!("- {}", escape(line.words())),
        Row::Link { date, title, remark, .. } => {
            let parts: Vec<&str> = date
                .as_deref()
                .into_iter()
                .chain([title.as_str(), remark.as_str()])
                .filter(|p| !p.is_empty())
                .collect();
            format!("- {}", escape(&parts.join(" · ")))
        }
        Row::Points { held, total } => format!("- {held} of {total} points"),
        Row::Source { number, about, title, .. } => {
            format!("- [{number}] {}, *{}*", escape(about), escape(title))
        }
        Row::Claims { topic, sides, note, .. } => {
            let mut lines = vec![format!("- {}", escape(topic))];
            lines.extend(sides.iter().map(|side| format!("  - {} ({})", escape(&side.says), side.sure)));
            lines.extend(note.iter().map(|note| format!("  - {}", escape(note))));
            lines.join("\n")
        }
    }
}

/// The words as Markdown in which none of them is markup, on one line.
pub(super) fn escape(words: &str) -> String {
    let mut out = String::new();
    for c in text::shown(words).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
