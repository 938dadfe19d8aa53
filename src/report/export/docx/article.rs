//! One item in the document. What is elsewhere in it is a link.

use super::chapters;
use super::writer::Writer;
use crate::insight::{ClaimSide, Claims, Fact, Quote};
use crate::model::{ItemId, Kind};
use crate::report::export::article::{Article, Row, Told};
use crate::report::forms::docx::{Paragraph, Style};
use crate::text::grid::{Block, blocks};
use std::io;

pub(super) fn write(writer: &mut Writer<'_, '_>, item: ItemId) -> io::Result<()> {
    let Some(article) = Article::of(&mut writer.document, item) else { return Ok(()) };
    // The only agreement is the title of the document.
    if writer.alone != Some(item) {
        let mut heading = Paragraph::new(Style::Heading(level(writer, item)));
        writer.bookmark(&mut heading, item, &article.title);
        writer.docx.paragraph(&heading)?;
    }
    for line in &article.origin {
        writer.words(Style::Origin, line)?;
    }
    if let Some(quote) = &article.quote {
        quotation(writer, item, quote)?;
    }
    for told in &article.rows {
        row(writer, &article, told)?;
    }
    let mut address = Paragraph::new(Style::Aside);
    // The text of anything but a clause is short, and its caption no line of its own.
    let caption = article.quote.as_ref().filter(|_| item.kind() != Kind::Clause).map(|quote| quote.caption);
    let words: Vec<String> =
        caption.map(str::to_owned).into_iter().chain([writer.document.address(item)]).collect();
    address.text(&words.join(" · "));
    writer.cite(&mut address, &article.cited);
    writer.docx.paragraph(&address)
}

fn level(writer: &Writer<'_, '_>, item: ItemId) -> usize {
    match item.kind() {
        Kind::Agreement | Kind::Sector | Kind::Organisation => 2,
        Kind::Clause => chapters::base(writer) + chapters::depth(&writer.document, item),
        Kind::Chapter | Kind::Event | Kind::Dispute | Kind::Source => 3,
    }
}

/// The text, a paragraph for each of its lines, and how close it is to the instrument.
fn quotation(writer: &mut Writer<'_, '_>, item: ItemId, quote: &Quote) -> io::Result<()> {
    let agreement =
        writer.document.selection.collection.agreement(item).filter(|_| item.kind() == Kind::Clause);
    let language = agreement.and_then(|agreement| agreement.language.clone());
    // The summary of an agreement is about its text. A clause is the text.
    let style = if item.kind() == Kind::Clause { Style::Quote } else { Style::Summary };
    for block in blocks(&quote.text) {
        match block {
            Block::Grid(_, grid) => writer.docx.grid(&grid, language.as_deref())?,
            Block::Lines(range) => {
                let lines = quote.text.get(range).unwrap_or_default().lines();
                for line in lines.filter(|line| !line.trim().is_empty()) {
                    let mut paragraph = Paragraph::new(style).in_language(language.as_deref());
                    paragraph.text(line);
                    writer.docx.paragraph(&paragraph)?;
                }
            }
        }
    }
    match item.kind() {
        Kind::Clause => writer.words(Style::Aside, quote.caption),
        _ => Ok(()),
    }
}

/// A label and what each section says.
fn row(writer: &mut Writer<'_, '_>, article: &Article, row: &Row) -> io::Result<()> {
    let mut label = row.label;
    for told in &row.told {
        let mut paragraph = Paragraph::new(Style::Fact);
        paragraph.label(label);
        // Said once for all sections with it.
        label = "";
        paragraph.text(&told.head);
        match told.is_list() {
            true => {
                writer.docx.paragraph(&paragraph)?;
                list(writer, article, told)?;
            }
            false => {
                for (at, one) in told.facts.iter().enumerate() {
                    paragraph.text(if at > 0 || !told.head.is_empty() { "; " } else { "" });
                    fact(writer, &mut paragraph, one);
                }
                writer.docx.paragraph(&paragraph)?;
            }
        }
    }
    Ok(())
}

/// Facts that are a line each.
fn list(writer: &mut Writer<'_, '_>, article: &Article, told: &Told) -> io::Result<()> {
    for one in &told.facts {
        let mut paragraph = Paragraph::new(Style::Bullet);
        match one {
            Fact::Claims(claims) if claims.item == article.item => sides(writer, claims)?,
            Fact::Claims(claims) => {
                fact(writer, &mut paragraph, one);
                writer.docx.paragraph(&paragraph)?;
                if article.tells_sides(&writer.document, claims) {
                    sides(writer, claims)?;
                }
            }
            _ => {
                fact(writer, &mut paragraph, one);
                writer.docx.paragraph(&paragraph)?;
            }
        }
    }
    Ok(())
}

fn fact(writer: &mut Writer<'_, '_>, paragraph: &mut Paragraph, fact: &Fact) {
    match fact {
        Fact::Words(line) => paragraph.text(line.words()),
        Fact::Link { item, date, title, remark } => {
            if let Some(date) = date {
                paragraph.text(&format!("{date} · "));
            }
            writer.link(paragraph, *item, title);
            if !remark.is_empty() {
                paragraph.text(&format!(" · {remark}"));
            }
        }
        Fact::Entry(entry) => {
            paragraph.text(&"\u{2003}".repeat(entry.level));
            writer.link(paragraph, entry.item, &entry.name());
            paragraph.text(&format!(" · {}", entry.size()));
        }
        Fact::Points { held, total } => paragraph.text(&format!("{held} of {total} points")),
        Fact::Web(url) => writer.web(paragraph, url),
        Fact::Source(cited) => writer.cite(paragraph, std::slice::from_ref(cited)),
        Fact::Claims(claims) => {
            paragraph.text("≠ ");
            writer.link(paragraph, claims.item, &claims.topic);
        }
    }
}

/// The sides of a dispute, with what is shown of them and a remark.
fn sides(writer: &mut Writer<'_, '_>, claims: &Claims) -> io::Result<()> {
    for side in &claims.sides {
        self::side(writer, side)?;
    }
    for words in claims.shown.iter().chain(&claims.note) {
        writer.words(Style::Bullet, words)?;
    }
    Ok(())
}

fn side(writer: &mut Writer<'_, '_>, side: &ClaimSide) -> io::Result<()> {
    let mut paragraph = Paragraph::of(Style::Bullet, &format!("{} ({})", side.says, side.sure));
    writer.cite(&mut paragraph, &side.sources);
    writer.docx.paragraph(&paragraph)
}
