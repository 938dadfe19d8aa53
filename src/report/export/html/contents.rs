//! The list of contents: the groups of the page, and what is in each, for screens and for paper.

use super::document::Document;
use crate::model::{ItemId, Kind};
use crate::report::forms::html::escape;
use std::io::{self, Write};

/// A group with a name on the page: its heading and its items.
pub(super) type Group = (&'static str, Vec<ItemId>);

pub(super) fn write(document: &Document<'_>, groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<nav aria-label=\"Contents\">\n<ul>")?;
    for (name, items) in groups {
        writeln!(
            out,
            "<li><a href=\"#{}\">{name}</a> <span class=\"origin\">{}</span>",
            anchor(name),
            items.len()
        )?;
        let entries = entries(document, items);
        if !entries.is_empty() {
            let is_years = items.first().is_some_and(|item| item.kind() == Kind::Event);
            writeln!(out, "<ul{}>{entries}</ul>", if is_years { " class=\"years\"" } else { "" })?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>\n</nav>")
}

/// What a group holds, by name; events by year. Disputes and sources are too many and too long for a list.
fn entries(document: &Document<'_>, items: &[ItemId]) -> String {
    let collection = document.selection.collection;
    let mut last_year = None;
    let mut out = String::new();
    for item in items.iter().filter_map(|id| collection.item(*id)) {
        let link = match item.kind() {
            Kind::Agreement | Kind::Sector | Kind::Organisation => {
                document.link(item.id(), item.list_title())
            }
            Kind::Event => {
                let year = item.date().map(|date| date.begins().year);
                if year == last_year {
                    continue;
                }
                last_year = year;
                document.link(item.id(), &year.map(|year| year.to_string()).unwrap_or_default())
            }
            Kind::Clause | Kind::Chapter | Kind::Dispute | Kind::Source => continue,
        };
        out.push_str(&format!("<li>{link}</li>\n"));
    }
    out
}

/// The id of a group on the page. It cannot be an address, which has a slash.
pub(super) fn anchor(name: &str) -> String {
    escape(&name.to_lowercase().replace(' ', "-"))
}
