//! Dossiers as one page of HTML that needs no network and no scripts. Charts are SVG; everything in them is also said in
//! words beside them. Where scripts run, a box finds words on the page.

mod article;
mod contents;
mod links;
mod memberships;
mod sources;
mod timeline;

use super::document::Document;
use super::selection::{Selection, heading};
use crate::model::{ItemId, Kind};
use crate::report::forms::html::{escape, lines};
use contents::anchor;
use std::io::{self, Write};

/// The look of the page, on light and dark screens and on paper.
const STYLE: &str = include_str!("style.css");

/// What finds words on the page.
const SCRIPT: &str = include_str!("find.js");

/// The only script that a browser may run on the page: the SHA-256 of [`SCRIPT`], as a policy names it.
const SCRIPT_HASH: &str = "sha256-rBlneQs8Akhw9Dr9bpZ4zjXIZE6AWrXOKehh9jbmk/c=";

/// The box that finds words; shown by the script.
const FIND: &str = "<form role=\"search\" hidden>\n<label>Find on this page <input type=\"search\"></label> \
    <output></output>\n</form>";

/// Writes the page.
///
/// # Errors
/// What the writer returns.
pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut document = Document::new(selection);
    let title = escape(&selection.title());
    head(&title, out)?;
    writeln!(
        out,
        "<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<h1>{title}</h1>"
    )?;
    about(&document, out)?;
    let groups = document.groups();
    contents::write(&document, &groups, out)?;
    writeln!(out, "{FIND}\n</header>\n<main id=\"content\">")?;
    for (name, items) in &groups {
        section(&mut document, name, items, out)?;
    }
    let sources = document.sources();
    if !sources.is_empty() {
        open(heading(Kind::Source), out)?;
        sources::write(&mut document, &sources, out)?;
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</main>\n<script>{SCRIPT}</script>\n</body>\n</html>")
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
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src '{SCRIPT_HASH}'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"accords {}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>",
        env!("CARGO_PKG_VERSION")
    )
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
    writeln!(out, "<p>{}</p>", document.counts())?;
    let missing = document.missing();
    if !missing.is_empty() {
        let rows: String = missing.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
        writeln!(out, "<ul class=\"missing\">{rows}</ul>")?;
    }
    Ok(())
}

/// Begins a section of the page.
fn open(name: &str, out: &mut dyn Write) -> io::Result<()> {
    let id = anchor(name);
    writeln!(out, "<section class=\"{id}\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{name}</h2>")
}

fn section(document: &mut Document<'_>, name: &str, items: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    match items.first().map(|item| item.kind()) {
        Some(Kind::Source) | None => return Ok(()),
        Some(Kind::Event) => {
            open(name, out)?;
            timeline::write(document, items, out)?;
        }
        Some(Kind::Organisation) => {
            open(name, out)?;
            memberships::write(document, items, out)?;
        }
        Some(_) => open(name, out)?,
    }
    for item in items {
        article::write(document, *item, out)?;
    }
    writeln!(out, "</section>")
}
