//! The page of an organisation.

use super::parts::{Writer, words};
use super::{Line, Page, Row, Section};
use crate::model::{Dossier, Membership, Organisation, Standing, Wording};

pub(super) fn page(mut writer: Writer<'_>, i: u32) -> Option<Page> {
    let dossier = writer.dossier;
    let organisation = dossier.organisation(i)?;
    let title = match &organisation.abbreviation {
        Some(short) if *short != organisation.name => format!("{} ({short})", organisation.name),
        _ => organisation.name.clone(),
    };
    let founded = organisation
        .founded
        .map_or_else(|| "founding date not on record".to_owned(), |d| format!("founded {}", d.shown()));
    let mut origin = vec![Line::Quiet(format!("organisation · {founded}"))];
    origin.extend(writer.disputed());
    let quote =
        writer.quote(organisation.summary.as_ref(), Wording::Summary, "summary", &organisation.sources);
    let mut sections = vec![words("Shared", shared(dossier, organisation))];
    for membership in &organisation.memberships {
        sections.push(place(&mut writer, membership));
    }
    sections.push(words("Note", organisation.note.clone()));
    sections.push(writer.dated_links("Events", &writer.related.events));
    Some(writer.finish(title, origin, quote, sections))
}

/// Since when the compared parties sit together, in words.
fn shared(dossier: &Dossier, organisation: &Organisation) -> Option<String> {
    if dossier.compares.len() < 2 {
        return None;
    }
    let since = match organisation.shared_since(&dossier.compares) {
        Some(date) => format!("since {}", date.shown()),
        None => "since when is not on record".to_owned(),
    };
    let all = if dossier.compares.len() == 2 { "both" } else { "all" };
    Some(match dossier.standing(organisation) {
        Standing::Same => format!("{all} take part, {since}"),
        Standing::Differ => format!("{all} take part, in different status, {since}"),
        Standing::OneSided => format!("not {all} are on record as taking part"),
    })
}

/// A party's place: status, since when, who says so.
fn place(writer: &mut Writer<'_>, membership: &Membership) -> Section {
    let mut words = vec![membership.status_word()];
    words.push(
        membership
            .since
            .map_or_else(|| "since when is not on record".to_owned(), |d| format!("since {}", d.shown())),
    );
    words.extend(membership.until.map(|d| format!("until {}", d.shown())));
    if !membership.status.takes_part() && membership.since.is_none() {
        words.truncate(1);
    }
    let cites = writer.cite(&membership.sources);
    let since_cites = writer.cite(&membership.since_sources);
    let who = if since_cites.is_empty() || since_cites == cites {
        cites
    } else {
        format!("{cites}, date {since_cites}")
    };
    let name = writer.dossier.party_name(&membership.party).to_owned();
    let mut rows = vec![Row::Words(Line::Text(format!("{name}: {} {who}", words.join(" · "))))];
    rows.extend(membership.note.iter().map(|note| Row::Words(Line::Quiet(note.clone()))));
    Section { label: "Membership", rows, ..Section::default() }
}
