//! Dossiers as one page of HTML without network or scripts. Charts are SVG; everything in them is also said in words
//! beside them.

mod article;
mod document;
mod memberships;
mod timeline;

use super::selection::{Selection, heading};
use crate::model::{ItemId, Kind};
use crate::report::forms::html::{escape, lines};
use crate::report::words::{counted, not_on_record};
use document::Document;
use std::io::{self, Write};

/// The look of the page, on light and dark screens and on paper.
const STYLE: &str = include_str!("style.css");

/// Writes the page.
///
/// # Errors
/// What the writer returns.
pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let document = Document::new(selection);
    let title = escape(&selection.title());
    head(&title, out)?;
    writeln!(
        out,
        "<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<h1>{title}</h1>"
    )?;
    about(&document, out)?;
    let groups = groups(&document);
    contents(&groups, out)?;
    writeln!(out, "</header>\n<main id=\"content\">")?;
    for (name, items) in &groups {
        section(&document, name, items, out)?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

/// Writes a page with this title around a body that is HTML.
///
/// # Errors
/// What the writer returns.
pub(super) fn page(title: &str, body: &str, out: &mut dyn Write) -> io::Result<()> {
    let title = escape(title);
    head(&title, out)?;
    writeln!(out, "<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>")
}

/// Writes the head of a page. Nothing is loaded from outside, whatever a dossier contains.
fn head(title: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"accords {}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>",
        env!("CARGO_PKG_VERSION")
    )
}

/// The groups that have items, in the order of the page.
fn groups(document: &Document<'_>) -> Vec<(&'static str, Vec<ItemId>)> {
    let mut names: Vec<&'static str> = Vec::new();
    for name in document.selection.items.iter().map(|item| heading(item.kind())) {
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| (name, document.group(name))).collect()
}

/// What the dossiers are about, and what is not on record.
fn about(document: &Document<'_>, out: &mut dyn Write) -> io::Result<()> {
    let dossiers = document.selection.dossiers();
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
        .map(|kind| (*kind, document.selection.items.iter().filter(|i| i.kind() == *kind).count()));
    let counts: Vec<String> = kinds.filter(|(_, n)| *n > 0).map(|(kind, n)| counted(kind, n)).collect();
    writeln!(out, "<p>{}</p>", counts.join(" · "))?;
    let missing = not_on_record(document.selection.collection, &document.selection.items);
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

fn section(document: &Document<'_>, name: &str, items: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{name}</h2>", anchor(name))?;
    match items.first().map(|item| item.kind()) {
        Some(Kind::Event) => timeline::write(document, items, out)?,
        Some(Kind::Organisation) => memberships::write(document, items, out)?,
        _ => {}
    }
    for item in items {
        article::write(document, *item, out)?;
    }
    writeln!(out, "</section>")
}

/// The id of a group on the page. It cannot be an address, which has a slash.
fn anchor(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}
