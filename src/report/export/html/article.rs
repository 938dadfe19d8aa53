//! One item on the page. What is elsewhere on it is a link.

use super::links::{cite, cites, link, web_link};
use crate::insight::{ClaimSide, Claims, Fact, Quote};
use crate::model::{ItemId, Wording};
use crate::report::export::article::{Article, Row, Told};
use crate::report::export::document::Document;
use crate::report::forms::html::{escape, lines, table};
use crate::text::grid::{Block, blocks};
use std::io::{self, Write};

pub(super) fn write(document: &mut Document<'_>, item: ItemId, out: &mut dyn Write) -> io::Result<()> {
    let Some(article) = Article::of(document, item) else { return Ok(()) };
    let address = escape(&document.address(item));
    let (class, heading) = if article.is_below { ("clause", "h4") } else { ("item", "h3") };
    writeln!(
        out,
        "<article id=\"{address}\" class=\"{class}\">\n<{heading}>{}</{heading}>",
        escape(&article.title)
    )?;
    for line in &article.origin {
        writeln!(out, "<p class=\"origin\">{}</p>", escape(line))?;
    }
    if let Some(quote) = &article.quote {
        writeln!(out, "{}", quotation(quote))?;
    }
    let rows: String = article.rows.iter().map(|told| row(document, &article, told)).collect();
    if !rows.is_empty() {
        writeln!(out, "<dl>\n{rows}</dl>")?;
    }
    let sources = cites(document, &article.cited);
    writeln!(out, "<p class=\"address\"><code>{address}</code> {sources}</p>\n</article>")
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
    let caption = escape(quote.caption);
    format!(
        "<blockquote class=\"{class}\">{}\n<p class=\"caption\">{caption}</p></blockquote>",
        text.join("\n")
    )
}

/// A term and what each section says.
fn row(document: &Document<'_>, article: &Article, row: &Row) -> String {
    let told: String = row.told.iter().map(|told| description(document, article, told)).collect();
    format!("<div><dt>{}</dt>{told}</div>\n", escape(row.label))
}

fn description(document: &Document<'_>, article: &Article, told: &Told) -> String {
    let head = escape(&told.head);
    let written: Vec<String> = told.facts.iter().map(|one| fact(document, article, one)).collect();
    if told.is_list() {
        let rows: String = written.iter().map(|words| format!("<li>{words}</li>\n")).collect();
        return format!("<dd>{head}<ul>{rows}</ul></dd>");
    }
    let head = (!head.is_empty()).then_some(head);
    format!("<dd>{}</dd>", head.into_iter().chain(written).collect::<Vec<_>>().join("; "))
}

pub(super) fn fact(document: &Document<'_>, article: &Article, fact: &Fact) -> String {
    match fact {
        Fact::Words(line) => lines(line.words()),
        Fact::Link { item, date, title, remark } => {
            let date = date.as_deref().map(|date| format!("{} · ", escape(date))).unwrap_or_default();
            let remark = if remark.is_empty() { String::new() } else { format!(" · {}", escape(remark)) };
            format!("{date}{}{remark}", link(document, *item, title))
        }
        Fact::Entry(entry) => {
            let indent = "\u{2003}".repeat(entry.level);
            format!("{indent}{} · {}", link(document, entry.item, &entry.name()), entry.size())
        }
        Fact::Points { held, total } => format!("{held} of {total} points"),
        Fact::Web(url) => web_link(url, url),
        Fact::Source(cited) => cite(document, cited),
        Fact::Claims(claims) if claims.item == article.item => sides(document, claims),
        Fact::Claims(claims) => {
            let link = link(document, claims.item, &claims.topic);
            let is_told = article.tells_sides(document, claims);
            let sides = if is_told { sides(document, claims) } else { String::new() };
            format!("≠ {link}{sides}")
        }
    }
}

/// The sides of a dispute, with what is shown of them and a remark.
fn sides(document: &Document<'_>, claims: &Claims) -> String {
    let sides: String = claims.sides.iter().map(|one| side(document, one)).collect();
    let rest = claims.shown.iter().chain(&claims.note);
    let rest: String = rest.map(|words| format!("<p>{}</p>", lines(words))).collect();
    format!("<ul>{sides}</ul>{rest}")
}

fn side(document: &Document<'_>, side: &ClaimSide) -> String {
    format!("<li>{} ({}) {}</li>", lines(&side.says), escape(&side.sure), cites(document, &side.sources))
}
