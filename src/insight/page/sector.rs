//! The page of a sector.

use super::parts::{Writer, words};
use super::{Line, Page};
use crate::insight::{named_by_leading, sector_count};
use crate::model::Wording;
use crate::text::count;

pub(super) fn page(mut writer: Writer<'_>, i: u32) -> Option<Page> {
    let dossier = writer.dossier;
    let sector = dossier.sector(i)?;
    let facts = count(sector_count(writer.collection, writer.item), "fact on record", "facts on record");
    let mut origin = vec![Line::Quiet(format!("sector · {facts}"))];
    if let Some(leading) = dossier.leading() {
        let named = if named_by_leading(dossier, i) { "named in" } else { "not known to be in" };
        origin.push(Line::Quiet(format!("{named} {}", leading.list_title())));
    }
    origin.extend(writer.disputed());
    let quote = writer.quote(sector.summary.as_ref(), Wording::Summary, "summary", &sector.sources);
    let related = &writer.related;
    let sections = vec![
        words("Note", sector.note.clone()),
        writer.links("Clauses", &related.clauses),
        writer.dated_links("Agreements", &related.agreements),
        writer.dated_links("Events", &related.events),
    ];
    Some(writer.finish(sector.name.clone(), origin, quote, sections))
}
