//! One item: what the reader shows of it.

use super::document::{Document, web_link};
use crate::insight::{CitedSource, ClaimSide, Fact, Quote, Section, page};
use crate::model::{ItemId, Kind, Wording};
use crate::report::forms::html::{escape, lines, table};
use crate::text::grid::{Block, blocks};
use std::io::{self, Write};

pub(super) fn write(document: &Document<'_>, item: ItemId, out: &mut dyn Write) -> io::Result<()> {
    let Some(page) = page(document.selection.collection, item) else { return Ok(()) };
    let class = if item.kind() == Kind::Clause { "clause" } else { "item" };
    let address = escape(&document.address(item));
    writeln!(out, "<article id=\"{address}\" class=\"{class}\">\n<h3>{}</h3>", escape(&page.title))?;
    for line in &page.origin {
        writeln!(out, "<p class=\"origin\">{}</p>", escape(line.words()))?;
    }
    if let Some(quote) = &page.quote {
        writeln!(out, "{}", quotation(quote))?;
    }
    for part in &page.sections {
        section(document, item, part, out)?;
    }
    writeln!(out, "<p class=\"address\"><code>{address}</code></p>\n</article>")
}

/// The text, and how close it is to the instrument, in words and by the line beside it.
fn quotation(quote: &Quote) -> String {
    let class = match quote.wording {
        Wording::Summary => "summary",
        Wording::Machine => "machine",
        Wording::Official | Wording::Translation => "wording",
    };
    let block = |block: Block| match block {
        Block::Grid(_, grid) => table(&grid),
        Block::Lines(range) => {
            format!("<p>{}</p>", lines(quote.text.get(range).unwrap_or_default().trim_matches('\n')))
        }
    };
    let text: Vec<String> = blocks(&quote.text).into_iter().map(block).collect();
    format!(
        "<blockquote class=\"{class}\">{}\n<p class=\"caption\">{} {}</p></blockquote>",
        text.join("\n"),
        escape(quote.caption),
        escape(&quote.cites)
    )
}

fn section(document: &Document<'_>, item: ItemId, section: &Section, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h4>{}</h4>", escape(section.label))?;
    let head: Vec<&str> = section.head.as_deref().into_iter().chain(section.remark.as_deref()).collect();
    if !head.is_empty() {
        writeln!(out, "<p>{}</p>", escape(&head.join(" · ")))?;
    }
    if section.facts.is_empty() {
        return Ok(());
    }
    writeln!(out, "<ul>")?;
    for entry in &section.facts {
        writeln!(out, "<li>{}</li>", fact(document, item, entry))?;
    }
    writeln!(out, "</ul>")
}

fn fact(document: &Document<'_>, item: ItemId, fact: &Fact) -> String {
    match fact {
        // The web address of a source is one of its facts.
        Fact::Words(line) if item.kind() == Kind::Source => web_link(line.words(), line.words()),
        Fact::Words(line) => lines(line.words()),
        Fact::Link { item, date, title, remark } => {
            let date = date.as_deref().map(|date| format!("{} · ", escape(date))).unwrap_or_default();
            let remark = if remark.is_empty() { String::new() } else { format!(" · {}", escape(remark)) };
            format!("{date}{}{remark}", document.link(*item, title))
        }
        Fact::Entry(entry) => {
            let indent = "\u{2003}".repeat(entry.level);
            format!("{indent}{} · {}", document.link(entry.item, &entry.name()), entry.size())
        }
        Fact::Points { held, total } => format!("{held} of {total} points"),
        Fact::Web(url) => web_link(url, url),
        Fact::Source(cited) => source(document, cited),
        Fact::Claims(claims) => {
            let sides: String = claims.sides.iter().map(|one| side(document, one)).collect();
            let rest = claims.shown.iter().chain(&claims.note);
            let rest: String = rest.map(|words| format!("<p>{}</p>", lines(words))).collect();
            format!("{}<ul>{sides}</ul>{rest}", document.link(claims.item, &claims.topic))
        }
    }
}

fn source(document: &Document<'_>, cited: &CitedSource) -> String {
    let web = cited.web_address.as_deref();
    let web = web.map(|url| format!(" · {}", web_link(url, url))).unwrap_or_default();
    let title = document.link(cited.item, &cited.title);
    format!("[{}] {}, {title}{web}", cited.number, escape(&cited.about))
}

fn side(document: &Document<'_>, side: &ClaimSide) -> String {
    let sources = side.sources.iter().map(|cited| format!("<li>{}</li>", source(document, cited)));
    let sources: String = sources.collect();
    let sources = if sources.is_empty() { sources } else { format!("<ul>{sources}</ul>") };
    format!("<li>{} ({}){sources}</li>", lines(&side.says), escape(&side.sure))
}
