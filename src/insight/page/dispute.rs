//! The page of a dispute: its sides, and what it is about.

use super::parts::{Writer, words};
use super::{Line, Page, Section};

pub(super) fn page(writer: Writer<'_>, i: u32) -> Option<Page> {
    let dispute = writer.dossier.dispute(i)?;
    let origin = vec![Line::Disputed("sources disagree".to_owned())];
    let mut number = 0;
    let claims = writer.claims(writer.item.part, &mut number);
    let related = &writer.related;
    let whole = dispute.about.contains(&writer.dossier.id).then(|| "the dossier as a whole".to_owned());
    let sections = vec![
        Section { label: "Claims", rows: claims.into_iter().collect(), ..Section::default() },
        words("About", whole),
        writer.links("Agreements", &related.agreements),
        writer.links("Clauses", &related.clauses),
        writer.dated_links("Events", &related.events),
        writer.links("Sectors", &related.sectors),
        writer.links("Organisations", &related.organisations),
    ];
    Some(writer.finish(dispute.topic.clone(), origin, None, sections))
}
