//! A page as plain text: what `accords show` prints, and what plain mode reads out.

use super::table_of_text::{aligned, folded};
use super::writer::{TextLook, TextWriter};
use crate::insight::{CitedSource, ClaimSide, Fact, Page, Section};
use crate::model::{Collection, ItemId};
use crate::text::grid::{Block, blocks};
use crate::text::shown;
use std::io::{self, Write};

/// How links are labelled.
#[derive(Debug)]
pub enum LinkLabels {
    /// By their addresses, after the words.
    Addresses,
    /// By numbers from 1, before the words; collects the items in the order of the numbers.
    Numbers(Vec<ItemId>),
}

/// Writes the page. Lines are wrapped if `look` has a width.
///
/// # Errors
/// What the writer returns.
pub fn page_text(
    collection: &Collection,
    page: &Page,
    look: TextLook,
    links: &mut LinkLabels,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut printer = Printer { collection, links, out: TextWriter::new(look, out) };
    printer.strong(&page.title)?;
    for line in &page.origin {
        printer.line("", line.words())?;
    }
    if let Some(quote) = &page.quote {
        printer.blank()?;
        printer.text("  ", &quote.text)?;
        printer.line("  ", &format!("({}) {}", quote.caption, quote.cites))?;
    }
    for section in &page.sections {
        printer.section(section)?;
    }
    if let Some(address) = &page.address {
        printer.blank()?;
        printer.line("", &format!("[{address}]"))?;
    }
    Ok(())
}

struct Printer<'a> {
    collection: &'a Collection,
    links: &'a mut LinkLabels,
    out: TextWriter<'a>,
}

impl Printer<'_> {
    fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    fn strong(&mut self, words: &str) -> io::Result<()> {
        match self.out.look.style {
            Some(style) => writeln!(self.out, "{style}{}\u{1b}[0m", shown(words)),
            None => self.line("", words),
        }
    }

    fn line(&mut self, indent: &str, words: &str) -> io::Result<()> {
        self.out.line(indent, words)
    }

    /// A text with its tables. They are aligned, or read out value by value.
    fn text(&mut self, indent: &str, text: &str) -> io::Result<()> {
        for block in blocks(text) {
            let columns = self.out.room(indent);
            match (block, &self.links) {
                (Block::Lines(range), _) => {
                    for line in text.get(range).unwrap_or_default().lines() {
                        self.line(indent, line)?;
                    }
                    continue;
                }
                (Block::Grid(_, grid), LinkLabels::Addresses) => aligned(&grid, columns),
                (Block::Grid(_, grid), LinkLabels::Numbers(_)) => folded(&grid, columns),
            }
            .iter()
            .try_for_each(|line| writeln!(self.out, "{}", format!("{indent}{line}").trim_end()))?;
        }
        Ok(())
    }

    /// Words that lead to an item.
    fn link(&mut self, indent: &str, words: &str, item: ItemId) -> io::Result<()> {
        if let LinkLabels::Numbers(items) = self.links {
            items.push(item);
            let number = items.len();
            return self.line(indent, &format!("{number}. {words}"));
        }
        let address = self.collection.address_text(item);
        self.out.linked(indent, words, &address)
    }

    fn section(&mut self, section: &Section) -> io::Result<()> {
        self.blank()?;
        let said: Vec<&str> = section.head.as_deref().into_iter().chain(section.remark.as_deref()).collect();
        let colon = if said.is_empty() { "" } else { ": " };
        self.line("", &format!("{}{colon}{}", section.label, said.join(" · ")))?;
        section.facts.iter().try_for_each(|fact| self.fact(fact))
    }

    fn fact(&mut self, fact: &Fact) -> io::Result<()> {
        match fact {
            Fact::Words(phrase) => self.line("  ", phrase.words()),
            Fact::Points { held, total } => self.line("  ", &format!("{held} of {total} points")),
            Fact::Link { item, date, title, remark } => {
                let parts = [date.as_deref().unwrap_or_default(), title, remark];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                self.link("  ", &parts.join("  "), *item)
            }
            Fact::Entry(entry) => {
                let indent = "  ".repeat(entry.level + 1);
                self.link(&indent, &format!("{}  {}", entry.name(), entry.size()), entry.item)
            }
            Fact::Web(url) => self.web(url, "  "),
            Fact::Source(source) => self.source(source, "  "),
            Fact::Claims(claims) => {
                self.link("  ", &claims.topic, claims.item)?;
                claims.sides.iter().try_for_each(|side| self.side(side))?;
                claims.shown.iter().chain(&claims.note).try_for_each(|words| self.line("    ", words))
            }
        }
    }

    fn side(&mut self, side: &ClaimSide) -> io::Result<()> {
        // A screen reader would skip the sign.
        let mark = match self.links {
            LinkLabels::Addresses => "  ≠ ",
            LinkLabels::Numbers(_) => "  One side: ",
        };
        self.line(mark, &format!("{} ({})", side.says, side.sure))?;
        side.sources.iter().try_for_each(|source| self.source(source, "      "))
    }

    fn source(&mut self, source: &CitedSource, indent: &str) -> io::Result<()> {
        let CitedSource { number, item, about, title, web_address } = source;
        self.link(indent, &format!("[{number}] {about}: {title}"), *item)?;
        web_address.iter().try_for_each(|url| self.web(url, &format!("{indent}    ")))
    }

    /// A web address, which is not wrapped.
    fn web(&mut self, url: &str, indent: &str) -> io::Result<()> {
        writeln!(self.out, "{indent}{}", shown(url))
    }
}
