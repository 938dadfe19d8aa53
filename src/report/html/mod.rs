//! Dossiers as one page of HTML that needs nothing else: no network, no script. Pictures are drawn into it as SVG, and
//! everything in them stands in words beside them.

mod article;
mod memberships;
mod timeline;

use super::export::{Selection, heading, web_address};
use super::views::{counted, not_on_record};
use crate::model::{ItemId, Kind};
use crate::text::{shown, shown_lines};
use std::collections::HashSet;
use std::io::{self, Write};

/// The page's whole look, for screens light and dark and for paper.
const STYLE: &str = include_str!("style.css");

/// The page being written, and what stands on it.
struct Sheet<'a> {
    selection: &'a Selection<'a>,
    /// What can be linked to.
    on_page: HashSet<ItemId>,
}

impl Sheet<'_> {
    /// A link to an item where it stands on the page; else its words, and its address so that it can be found.
    fn link(&self, item: ItemId, words: &str) -> String {
        let address = self.address(item);
        if self.on_page.contains(&item) {
            return format!("<a href=\"#{}\">{}</a>", escape(&address), escape(words));
        }
        format!("{} <code>{}</code>", escape(words), escape(&address))
    }

    /// The address of an item, which is its name on the page too.
    fn address(&self, item: ItemId) -> String {
        self.selection.collection.address(item).map(|address| address.to_string()).unwrap_or_default()
    }

    /// The items of a group of kinds.
    fn group(&self, name: &str) -> Vec<ItemId> {
        self.selection.items.iter().copied().filter(|item| heading(item.kind()) == name).collect()
    }
}

/// Writes the page.
///
/// # Errors
/// What the writer returns.
pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let sheet = Sheet { selection, on_page: selection.items.iter().copied().collect() };
    let title = escape(&selection.title());
    // Nothing from outside is loaded, whatever a dossier may hold.
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"accords {}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>",
        env!("CARGO_PKG_VERSION")
    )?;
    writeln!(
        out,
        "<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<h1>{title}</h1>"
    )?;
    about(&sheet, out)?;
    let groups = groups(&sheet);
    contents(&groups, out)?;
    writeln!(out, "</header>\n<main id=\"content\">")?;
    for (name, items) in &groups {
        section(&sheet, name, items, out)?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

/// The groups that have items, in the order of the page.
fn groups(sheet: &Sheet<'_>) -> Vec<(&'static str, Vec<ItemId>)> {
    let mut names: Vec<&'static str> = Vec::new();
    for name in sheet.selection.items.iter().map(|item| heading(item.kind())) {
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| (name, sheet.group(name))).collect()
}

/// What the dossiers are about, and what is not on record.
fn about(sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
    let dossiers = sheet.selection.dossiers();
    for (_, dossier) in &dossiers {
        if dossiers.len() > 1 {
            writeln!(out, "<h2>{}</h2>", escape(&dossier.title))?;
        }
        if let Some(summary) = &dossier.summary {
            writeln!(out, "<p>{}</p>", lines(summary))?;
        }
        if let Some(date) = dossier.as_of {
            writeln!(out, "<p>As of {}.</p>", date.shown())?;
        }
    }
    let kinds = Kind::ALL
        .iter()
        .map(|kind| (*kind, sheet.selection.items.iter().filter(|i| i.kind() == *kind).count()));
    let counts: Vec<String> = kinds.filter(|(_, n)| *n > 0).map(|(kind, n)| counted(kind, n)).collect();
    writeln!(out, "<p>{}</p>", counts.join(" · "))?;
    let missing = not_on_record(sheet.selection.collection, &sheet.selection.items);
    if !missing.is_empty() {
        let rows: String = missing.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
        writeln!(out, "<ul class=\"missing\">{rows}</ul>")?;
    }
    Ok(())
}

fn contents(groups: &[(&str, Vec<ItemId>)], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<nav aria-label=\"Contents\">\n<ul>")?;
    for (name, _) in groups {
        writeln!(out, "<li><a href=\"#{}\">{name}</a></li>", anchor(name))?;
    }
    writeln!(out, "</ul>\n</nav>")
}

fn section(sheet: &Sheet<'_>, name: &str, items: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{name}</h2>", anchor(name))?;
    match items.first().map(|item| item.kind()) {
        Some(Kind::Event) => timeline::write(sheet, items, out)?,
        Some(Kind::Organisation) => memberships::write(sheet, items, out)?,
        _ => {}
    }
    for item in items {
        article::write(sheet, *item, out)?;
    }
    writeln!(out, "</section>")
}

/// The name of a group on the page. No address is like it: addresses have a slash.
fn anchor(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

/// Text in which nothing is markup, on one line.
fn escape(words: &str) -> String {
    markup(&shown(words))
}

/// Text in which nothing is markup, its line breaks kept.
fn lines(words: &str) -> String {
    markup(&shown_lines(words)).replace('\n', "<br>\n")
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

/// A web address as a link; anything else as words.
fn web_link(url: &str, words: &str) -> String {
    match web_address(url) {
        Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape(url), escape(words)),
        None => escape(words),
    }
}
