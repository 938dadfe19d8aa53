//! The list of contents: the groups of the page, and what is in each, for screens and for paper.

use super::links::link;
use crate::model::Kind;
use crate::report::export::document::{Document, Group};
use crate::report::forms::html::escape;
use std::io::{self, Write};

pub(super) fn write(document: &Document<'_>, groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<nav aria-label=\"Contents\">\n<ul>")?;
    for (name, items) in groups {
        writeln!(
            out,
            "<li><a href=\"#{}\">{name}</a> <span class=\"origin\">{}</span>",
            anchor(name),
            items.len()
        )?;
        let entries = document.contents(items);
        if !entries.is_empty() {
            let is_years = items.first().is_some_and(|item| item.kind() == Kind::Event);
            let links = entries.iter().map(|(item, words)| link(document, *item, words));
            let entries: String = links.map(|link| format!("<li>{link}</li>\n")).collect();
            writeln!(out, "<ul{}>{entries}</ul>", if is_years { " class=\"years\"" } else { "" })?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>\n</nav>")
}

/// The id of a group on the page. It cannot be an address, which has a slash.
pub(super) fn anchor(name: &str) -> String {
    escape(&name.to_lowercase().replace(' ', "-"))
}
