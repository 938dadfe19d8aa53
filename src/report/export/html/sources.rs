//! The sources, once each, with the numbers by which the page cites them.

use super::links::web_link;
use crate::model::ItemId;
use crate::report::export::document::Document;
use crate::report::export::listed_source::{Detail, ListedSource};
use crate::report::forms::html::{escape, lines};
use std::io::{self, Write};

pub(super) fn write(document: &mut Document<'_>, sources: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<ol class=\"sources\">")?;
    for source in sources {
        let Some(listed) = ListedSource::of(document, *source) else { continue };
        let line = |detail: &Detail| match detail {
            Detail::Web(url) => format!("<br>{}", web_link(url, url)),
            Detail::Words(words) => format!("<br>{}", lines(words)),
        };
        let own: String = listed.details.iter().map(line).collect();
        let address = escape(&document.address(*source));
        let (title, about) = (escape(&listed.title), escape(&listed.about));
        writeln!(out, "<li id=\"{address}\"><b>{title}</b> · {about}{own}</li>")?;
    }
    writeln!(out, "</ol>")
}
