//! The memberships of two states according to tables, as a dossier, so that they are shown like those of any dossier.

use super::participation::{Spell, Verdict};
use super::shared::{Says, Shared, disagree, key, rows};
use super::states::NamedState;
use crate::data::memberships::Table;
use crate::model::{
    Claim, Dispute, Dossier, Membership, Organisation, Party, Source, SourceKind, Status, UniqueIds,
};

/// A dossier with only the memberships of these states, from tables of which the first counts first. If no table lists a
/// state in an organisation, its status is unknown, with a note that this does not mean "no". Of several spells, the one
/// at the date of the table counts, or else the last. Where tables disagree, there is a dispute with what each says.
pub fn dossier_of(states: &[NamedState], tables: &[Table]) -> Dossier {
    let codes: Vec<String> = states.iter().map(|s| s.code.clone()).collect();
    let names: Vec<&str> = states.iter().map(|s| s.name.as_str()).collect();
    let mut dossier =
        Dossier::new(&format!("memberships-{}", codes.join("-").to_lowercase()), &names.join(" – "));
    dossier.as_of = tables.iter().filter_map(|table| table.as_of).max();
    dossier.parties = states.iter().map(|state| Party::state(&state.code, &state.name)).collect();
    dossier.sources = tables.iter().enumerate().map(source).collect();
    let mut ids = UniqueIds::default();
    let (rows, _) = rows(states, None, tables);
    for row in rows.iter().filter(|row| row.says.iter().flatten().any(Says::names_any)) {
        let id = ids.unique(&key(&row.id), '-');
        for (place, state) in states.iter().enumerate() {
            dossier.disputes.extend(dispute(row, &id, state, place, tables));
        }
        dossier.organisations.push(organisation(row, id, &codes, tables));
    }
    dossier.organisations.sort_by_key(|o| o.list_name().to_lowercase());
    dossier.compares = codes;
    dossier.arrange()
}

/// The id of the source that a table is.
fn source_id(place: usize) -> String {
    if place == 0 { "table".to_owned() } else { format!("table-{}", place + 1) }
}

fn source((place, table): (usize, &Table)) -> Source {
    Source {
        id: source_id(place),
        kind: SourceKind::Reference,
        publisher: table.name.clone(),
        title: "Table of memberships".to_owned(),
        author: None,
        published: table.as_of,
        language: None,
        url: table.url.map(str::to_owned),
        note: None,
    }
}

fn organisation(row: &Shared, id: String, codes: &[String], tables: &[Table]) -> Organisation {
    Organisation {
        id,
        name: row.name.as_ref().unwrap_or(&row.id).clone(),
        abbreviation: Some(row.id.clone()),
        founded: None,
        summary: None,
        sources: sources(row),
        note: None,
        memberships: codes.iter().enumerate().map(|(at, code)| membership(row, at, code, tables)).collect(),
    }
}

/// The tables that have an organisation.
fn sources(row: &Shared) -> Vec<String> {
    let saying = row.says.iter().enumerate().filter(|(_, says)| says.is_some());
    saying.map(|(place, _)| source_id(place)).collect()
}

/// What each table that lists a state says, with the place of the table.
fn lines<'a>(row: &'a Shared, state: usize, tables: &[Table]) -> Vec<(usize, &'a Spell)> {
    let said = row.says.iter().zip(tables).enumerate();
    said.filter_map(|(place, (says, table))| {
        Some((place, says.as_ref()?.places.get(state)?.line(table, table.as_of)?))
    })
    .collect()
}

fn membership(row: &Shared, state: usize, code: &str, tables: &[Table]) -> Membership {
    let lines = lines(row, state, tables);
    let first = lines.first().map(|(_, line)| *line);
    let dated = lines.iter().find(|(_, line)| line.since.is_some());
    let note = first
        .is_none()
        .then(|| "Not listed in this table, which does not mean that it takes no part.".to_owned());
    let listing: Vec<String> = lines.iter().map(|(place, _)| source_id(*place)).collect();
    let since_source = dated.filter(|_| tables.len() > 1).map(|(place, _)| source_id(*place));
    Membership {
        party: code.to_owned(),
        status: first.map_or(Status::Unknown, |l| l.status),
        status_text: first.filter(|l| l.word.is_some()).map(Spell::shown),
        founding: false,
        since: dated.and_then(|(_, line)| line.since),
        until: first.filter(|l| l.ended == Verdict::Yes).and_then(|l| l.last),
        earlier: Vec::new(),
        sources: if listing.is_empty() { sources(row) } else { listing },
        since_sources: since_source.into_iter().collect(),
        note,
    }
}

/// What tables say about a state in an organisation, if they disagree.
fn dispute(row: &Shared, id: &str, state: &NamedState, at: usize, tables: &[Table]) -> Option<Dispute> {
    if !disagree(&row.says, at) {
        return None;
    }
    let claim = |(place, line): (usize, &Spell)| Claim {
        says: match line.since {
            Some(since) => format!("{}, since {}", line.shown(), since.shown()),
            None => line.shown(),
        },
        sources: vec![source_id(place)],
    };
    Some(Dispute {
        id: None,
        about: vec![format!("{id}:{}", state.code)],
        topic: format!("{} in {}", state.name, row.id),
        claims: lines(row, at, tables).into_iter().map(claim).collect(),
        note: None,
    })
}
