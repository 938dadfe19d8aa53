//! One item: what the reader shows of it. What stands elsewhere on the page is a link: its sources, its disputes, and the
//! agreement above a clause.

use super::document::{Document, web_link};
use crate::insight::{CitedSource, ClaimSide, Claims, Fact, Page, Phrase, Quote, Section};
use crate::model::{ItemId, Kind, Wording};
use crate::report::forms::html::{escape, lines, table};
use crate::text::grid::{Block, blocks};
use std::io::{self, Write};

pub(super) fn write(document: &mut Document<'_>, item: ItemId, out: &mut dyn Write) -> io::Result<()> {
    let Some(page) = document.page(item) else { return Ok(()) };
    let address = escape(&document.address(item));
    let (class, heading) = if is_below_agreement(document, item) { ("clause", "h4") } else { ("item", "h3") };
    writeln!(
        out,
        "<article id=\"{address}\" class=\"{class}\">\n<{heading}>{}</{heading}>",
        escape(&page.title)
    )?;
    for line in origin(document, &page) {
        writeln!(out, "<p class=\"origin\">{}</p>", escape(&line))?;
    }
    if let Some(quote) = &page.quote {
        writeln!(out, "{}", quotation(quote))?;
    }
    let rows: String =
        page.sections.chunk_by(|a, b| a.label == b.label).map(|same| row(document, &page, same)).collect();
    if !rows.is_empty() {
        writeln!(out, "<dl>\n{rows}</dl>")?;
    }
    let sources = document.cites(cited(&page));
    writeln!(out, "<p class=\"address\"><code>{address}</code> {sources}</p>\n</article>")
}

/// Whether an item is a clause whose agreement is on the page, just before it.
fn is_below_agreement(document: &Document<'_>, item: ItemId) -> bool {
    item.kind() == Kind::Clause && item.agreement().is_some_and(|agreement| document.holds(agreement))
}

/// Where the item is from. A clause below its agreement does not repeat what the agreement says.
fn origin(document: &Document<'_>, page: &Page) -> Vec<String> {
    let words = |phrase: &Phrase| phrase.words().to_owned();
    if !is_below_agreement(document, page.item) {
        return page.origin.iter().map(words).collect();
    }
    let clause = document.selection.collection.item(page.item).and_then(|item| item.clause());
    let place = clause.and_then(|clause| clause.place_and_page());
    let disputed = page.origin.iter().filter(|phrase| matches!(phrase, Phrase::Disputed(_))).map(words);
    place.into_iter().chain(disputed).collect()
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

/// The sources of a page.
fn cited(page: &Page) -> impl Iterator<Item = &CitedSource> {
    page.sections.iter().flat_map(|section| &section.facts).filter_map(|fact| match fact {
        Fact::Source(source) => Some(source),
        _ => None,
    })
}

/// Sections with the same label, as a term and what each says; nothing if all of it stands elsewhere on the page.
fn row(document: &Document<'_>, page: &Page, sections: &[Section]) -> String {
    let told: String = sections.iter().map(|section| description(document, page, section)).collect();
    match sections.first() {
        Some(first) if !told.is_empty() => format!("<div><dt>{}</dt>{told}</div>\n", escape(first.label)),
        _ => String::new(),
    }
}

fn description(document: &Document<'_>, page: &Page, section: &Section) -> String {
    let facts: Vec<&Fact> =
        section.facts.iter().filter(|fact| !stands_elsewhere(document, page, fact)).collect();
    let head: Vec<&str> = section.head.as_deref().into_iter().chain(section.remark.as_deref()).collect();
    if facts.is_empty() && head.is_empty() {
        return String::new();
    }
    let head = escape(&head.join(" · "));
    let written: Vec<String> = facts.iter().map(|one| fact(document, page, one)).collect();
    if facts.iter().any(|fact| takes_a_line(fact)) {
        let rows: String = written.iter().map(|words| format!("<li>{words}</li>\n")).collect();
        return format!("<dd>{head}<ul>{rows}</ul></dd>");
    }
    let head = (!head.is_empty()).then_some(head);
    format!("<dd>{}</dd>", head.into_iter().chain(written).collect::<Vec<_>>().join("; "))
}

/// Whether the page has a fact in another place: sources at the foot, the clauses of an agreement after it, the agreement of a
/// clause before it.
fn stands_elsewhere(document: &Document<'_>, page: &Page, fact: &Fact) -> bool {
    let below = is_below_agreement(document, page.item);
    match fact {
        Fact::Source(_) => true,
        Fact::Points { .. } => below,
        Fact::Link { item, .. } if below => page.item.agreement() == Some(*item),
        Fact::Link { item, .. } => {
            page.item.kind() == Kind::Agreement
                && item.agreement() == Some(page.item)
                && document.holds(*item)
        }
        Fact::Web(url) => cited(page).any(|source| source.web_address.as_ref() == Some(url)),
        Fact::Words(_) | Fact::Entry(_) | Fact::Claims(_) => false,
    }
}

/// Whether a fact is a line of a list, not one of several on a line.
fn takes_a_line(fact: &Fact) -> bool {
    matches!(fact, Fact::Link { date: Some(_), .. } | Fact::Entry(_) | Fact::Claims(_))
}

pub(super) fn fact(document: &Document<'_>, page: &Page, fact: &Fact) -> String {
    match fact {
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
        Fact::Source(cited) => document.cite(cited),
        Fact::Claims(claims) if claims.item == page.item => sides(document, claims),
        Fact::Claims(claims) => {
            let link = document.link(claims.item, &claims.topic);
            let sides = if document.holds(claims.item) { String::new() } else { sides(document, claims) };
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
    format!("<li>{} ({}) {}</li>", lines(&side.says), escape(&side.sure), document.cites(&side.sources))
}
