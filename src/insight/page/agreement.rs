//! The page of an agreement.

use super::clause::{on_record, signed};
use super::parts::{Writer, shown_date, words};
use super::{Line, Page, Row, Section};
use crate::model::{Agreement, Dossier, Signatory, Wording};

pub(super) fn page(mut writer: Writer<'_>, i: u32) -> Option<Page> {
    let dossier = writer.dossier;
    let agreement = dossier.agreement(i)?;
    let kind = agreement.kind.map_or("kind not on record", |k| k.word());
    let mut origin = vec![Line::Quiet(format!("{kind} · {}", signed(agreement)))];
    origin.extend(writer.disputed());
    let quote = writer.quote(agreement.summary.as_ref(), Wording::Summary, "summary", &agreement.sources);
    let related = &writer.related;
    let mut clauses = writer.links("Clauses", &related.clauses);
    if agreement.missing() > 0 {
        let words = format!("? {} more, not on record", agreement.missing());
        clauses.rows.push(Row::Words(Line::Quiet(words)));
    }
    let mut done = writer.done_since();
    if related.done_since.is_empty() && related.clauses.is_empty() {
        done = Section::default();
    }
    let sections = vec![
        words("In force", agreement.in_force.map(|d| shown_date(Some(d)))),
        words("Status", agreement.status.clone()),
        words("Parties", agreement.parties.iter().map(|id| party(dossier, id))),
        words("Signed by", agreement.signatories.iter().map(|s| signatory(dossier, s))),
        clauses,
        on_record(agreement),
        words("Note", agreement.note.clone()),
        writer.sectors(),
        done,
        writer.carries_out(),
        writer.dated_links("Events", &related.events),
        package(&writer, agreement),
    ];
    Some(writer.finish(agreement.title.clone(), origin, quote, sections))
}

fn party(dossier: &Dossier, id: &str) -> String {
    let Some(party) = dossier.party(id) else { return id.to_owned() };
    let name = party.formal_name.as_deref().unwrap_or(&party.name);
    match party.of.as_deref() {
        Some(of) => format!("{name} ({})", dossier.party_name(of)),
        None => name.to_owned(),
    }
}

fn signatory(dossier: &Dossier, signatory: &Signatory) -> String {
    let party = signatory.party.as_deref().map(|id| dossier.party_name(id));
    let rest: Vec<&str> = signatory.office.as_deref().into_iter().chain(party).collect();
    if rest.is_empty() { signatory.name.clone() } else { format!("{}, {}", signatory.name, rest.join(", ")) }
}

fn package(writer: &Writer<'_>, agreement: &Agreement) -> Section {
    let others = &writer.related.agreements;
    let head = (!others.is_empty() && agreement.package.is_some()).then(|| {
        format!(
            "{} of the same package",
            crate::text::count(others.len(), "other document", "other documents")
        )
    });
    Section { head, ..writer.links("Package", others) }
}
