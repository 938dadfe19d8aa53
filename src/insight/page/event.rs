//! The page of an event.

use super::parts::{Writer, words};
use super::{Line, Page};
use crate::model::Wording;

pub(super) fn page(mut writer: Writer<'_>, i: u32) -> Option<Page> {
    let event = writer.dossier.event(i)?;
    let mut origin = vec![Line::Quiet(format!("{} · {}", event.date.shown(), event.kind.word()))];
    origin.extend(writer.disputed());
    let quote = writer.quote(event.summary.as_ref(), Wording::Summary, "summary", &event.sources);
    let related = &writer.related;
    let sections = vec![
        words("Note", event.note.clone()),
        writer.links("Agreements", &related.agreements),
        writer.carries_out(),
        writer.sectors(),
        writer.links("Organisations", &related.organisations),
        words("How sure", Some(writer.sure(&event.sources))),
    ];
    Some(writer.finish(event.title.clone(), origin, quote, sections))
}
