//! The sources, once each, with the numbers by which the document cites them.

use super::writer::Writer;
use crate::model::ItemId;
use crate::report::export::listed_source::{Detail, ListedSource};
use crate::report::forms::docx::{Paragraph, Style};
use std::io;

pub(super) fn write(writer: &mut Writer<'_, '_>, sources: &[ItemId]) -> io::Result<()> {
    for (number, source) in (1..).zip(sources) {
        let Some(listed) = ListedSource::of(&mut writer.document, *source) else { continue };
        let mut paragraph = Paragraph::new(Style::Source);
        writer.bookmark(&mut paragraph, *source, &format!("[{number}]"));
        paragraph.label("");
        paragraph.bold(&listed.title);
        paragraph.text(&format!(" · {}", listed.about));
        for detail in &listed.details {
            paragraph.text("\n");
            match detail {
                Detail::Web(url) => writer.web(&mut paragraph, url),
                Detail::Words(words) => paragraph.text(words),
            }
        }
        writer.docx.paragraph(&paragraph)?;
    }
    Ok(())
}
