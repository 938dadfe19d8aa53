//! The page of a source, with all that rests on it.

use super::parts::{Writer, words};
use super::{Line, Page, Row, Section};

pub(super) fn page(writer: Writer<'_>, i: u32) -> Option<Page> {
    let source = writer.dossier.source(i)?;
    let origin = vec![
        Line::Text(source.publisher.clone()),
        Line::Quiet(format!(
            "{} · {} · {}",
            source.kind.word(),
            source.published.map_or_else(|| "undated".to_owned(), |d| d.shown()),
            source.language_name().unwrap_or("language not on record"),
        )),
    ];
    let related = &writer.related;
    let disputes: Vec<Row> =
        related.disputes.iter().filter_map(|part| writer.link(*part, None, String::new())).collect();
    let sections = vec![
        words("Author", source.author.clone()),
        words("Address", source.url.clone()),
        words("Note", source.note.clone()),
        writer.links("Clauses", &related.clauses),
        writer.dated_links("Agreements", &related.agreements),
        writer.dated_links("Events", &related.events),
        writer.links("Sectors", &related.sectors),
        writer.links("Organisations", &related.organisations),
        Section { label: "Disputes", rows: disputes, ..Section::default() },
    ];
    Some(writer.finish(source.title.clone(), origin, None, sections))
}
