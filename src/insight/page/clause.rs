//! The page of a clause.

use super::parts::{Writer, words};
use super::{Line, Page, Row, Section};
use crate::insight::references::references;
use crate::model::Agreement;

pub(super) fn page(mut writer: Writer<'_>, agreement: u32) -> Option<Page> {
    let dossier = writer.dossier;
    let clause = dossier.clause(writer.item.part)?;
    let agreement = dossier.agreement(agreement)?;
    let title = match clause.number_apart() {
        Some(number) => format!("{number} · {}", clause.heading),
        None => clause.heading.clone(),
    };
    let mut origin = vec![Line::Text(agreement.title.clone()), Line::Quiet(signed(agreement))];
    origin.extend(clause.place.clone().map(Line::Quiet));
    origin.extend(writer.disputed());
    let mut quote = writer.quote(Some(&clause.text), clause.wording, clause.wording.word(), &clause.sources);
    if let Some(quote) = &mut quote {
        quote.references = references(writer.collection, writer.item, &clause.text);
    }
    let mut record = on_record(agreement);
    record.rows.extend(clause.note.iter().map(|note| Row::Words(Line::Text(note.clone()))));
    let agreement_link = writer.links("Agreement", &writer.related.agreements);
    let sections = vec![writer.sectors(), writer.done_since(), record, agreement_link];
    Some(writer.finish(title, origin, quote, sections))
}

/// When and where an agreement was signed, and how much of it is on record.
pub(super) fn signed(agreement: &Agreement) -> String {
    let mut parts = Vec::new();
    let date =
        agreement.signed.map_or_else(|| "date not on record".to_owned(), |d| format!("signed {}", d.shown()));
    parts.push(match &agreement.place {
        Some(place) => format!("{date}, {place}"),
        None => date,
    });
    if let Some(points) = agreement.points {
        parts.push(format!("{} of {points} points on record", agreement.clauses.len()));
    }
    parts.join(" · ")
}

/// How many of the declared points are on record.
pub(super) fn on_record(agreement: &Agreement) -> Section {
    match agreement.points.and_then(|n| usize::try_from(n).ok()) {
        Some(total) => {
            let rows = vec![Row::Points { held: agreement.clauses.len().min(total), total }];
            Section { label: "On record", rows, ..Section::default() }
        }
        None => words("On record", []),
    }
}
