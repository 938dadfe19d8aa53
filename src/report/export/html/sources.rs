//! The sources, once each, with the numbers by which the page cites them.

use super::article::fact;
use super::document::Document;
use crate::insight::{Fact, Phrase};
use crate::model::ItemId;
use crate::report::forms::html::escape;
use std::io::{self, Write};

pub(super) fn write(document: &mut Document<'_>, sources: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<ol class=\"sources\">")?;
    for source in sources {
        let Some(page) = document.page(*source) else { continue };
        let about: Vec<String> = page.origin.iter().map(|line| escape(line.words())).collect();
        // Who cites a source is not said: that is where the number leads from.
        let own = page.sections.iter().flat_map(|section| &section.facts);
        let own = own.filter(|fact| matches!(fact, Fact::Web(_) | Fact::Words(Phrase::Text(_))));
        let own: String = own.map(|one| format!("<br>{}", fact(document, &page, one))).collect();
        let address = escape(&document.address(*source));
        writeln!(
            out,
            "<li id=\"{address}\"><b>{}</b> · {}{own}</li>",
            escape(&page.title),
            about.join(" · ")
        )?;
    }
    writeln!(out, "</ol>")
}
