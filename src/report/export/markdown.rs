//! The pages of the reader as one Markdown file.

use super::selection::{Selection, heading};
use crate::data::MADE_BY;
use crate::insight::page;
use crate::report::forms::markdown::{escape, markdown_under};
use std::io::{self, Write};

pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escape(&selection.title()))?;
    for (_, dossier) in selection.dossiers() {
        let as_of = dossier.as_of.map(|date| format!(", as of {}", date.shown())).unwrap_or_default();
        writeln!(out, "\n*{}*{as_of}", escape(&dossier.title))?;
        if let Some(summary) = &dossier.summary {
            writeln!(out, "\n{}", escape(summary))?;
        }
    }
    let mut group = None;
    for item in &selection.items {
        if group != Some(heading(item.kind())) {
            group = Some(heading(item.kind()));
            writeln!(out, "\n## {}", heading(item.kind()))?;
        }
        if let Some(page) = page(selection.collection, *item) {
            write!(out, "\n{}", markdown_under(&page, 3))?;
        }
    }
    writeln!(out, "\n{MADE_BY}")
}
