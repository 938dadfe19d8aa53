//! The memberships of two states according to one table, as a dossier, so that they are shown like those of any
//! dossier.

use super::participation::{Participation, Verdict};
use super::shared::key;
use super::states::NamedState;
use crate::data::memberships::{Record, Table};
use crate::model::{
    Dossier, Membership, Organisation, Party, PartyKind, Source, SourceKind, Status, UniqueIds,
};

const SOURCE: &str = "table";

/// A dossier with only the memberships of these states, from a table and its web address, if it has one. If the table
/// does not list a state in an organisation, its status is unknown, with a note that this does not mean "no". Of
/// several spells, the one at the date of the table counts, or else the last.
pub fn dossier_of(states: &[NamedState], table: &Table, url: Option<&str>) -> Dossier {
    let codes: Vec<String> = states.iter().map(|s| s.code.clone()).collect();
    let names: Vec<&str> = states.iter().map(|s| s.name.as_str()).collect();
    let mut dossier =
        Dossier::new(&format!("memberships-{}", codes.join("-").to_lowercase()), &names.join(" – "));
    dossier.as_of = table.as_of;
    dossier.parties = states.iter().map(party).collect();
    dossier.sources = vec![Source {
        id: SOURCE.to_owned(),
        kind: SourceKind::Reference,
        publisher: table.name.clone(),
        title: "Table of memberships".to_owned(),
        author: None,
        published: table.as_of,
        language: None,
        url: url.map(str::to_owned),
        note: None,
    }];
    dossier.organisations = organisations(&codes, table);
    dossier.compares = codes;
    dossier.arrange()
}

fn party(state: &NamedState) -> Party {
    Party {
        id: state.code.clone(),
        kind: PartyKind::State,
        of: None,
        name: state.name.clone(),
        formal_name: None,
        names: Default::default(),
    }
}

fn organisations(codes: &[String], table: &Table) -> Vec<Organisation> {
    let mut ids = UniqueIds::default();
    let mut found = Vec::new();
    for (i, body) in table.bodies.iter().enumerate() {
        let own = |code: &&String| table.records.iter().any(|r| r.body == i && r.state == **code);
        if codes.iter().find(own).is_none() {
            continue;
        }
        let short = body.abbreviation.as_ref().unwrap_or(&body.id);
        found.push(Organisation {
            id: ids.unique(&key(&body.id), '-'),
            name: body.names.first().unwrap_or(short).clone(),
            abbreviation: Some(short.clone()),
            founded: None,
            summary: None,
            sources: vec![SOURCE.to_owned()],
            note: None,
            memberships: codes.iter().map(|code| membership(table, i, code)).collect(),
        });
    }
    found.sort_by_key(|o| o.list_name().to_lowercase());
    found
}

fn membership(table: &Table, body: usize, code: &str) -> Membership {
    let records: Vec<&Record> = table.records.iter().filter(|r| r.body == body && r.state == code).collect();
    let place = Participation::new(table, code, &records, table.as_of);
    let line = place.line(table, table.as_of);
    let ended = line.filter(|l| l.ended == Verdict::Yes);
    let note = line
        .is_none()
        .then(|| "Not listed in this table, which does not mean that it takes no part.".to_owned());
    Membership {
        party: code.to_owned(),
        status: line.map_or(Status::Unknown, |l| l.status),
        status_text: line.and_then(|l| l.word.clone()),
        founding: false,
        since: line.and_then(|l| l.since),
        until: ended.and_then(|l| l.last),
        sources: vec![SOURCE.to_owned()],
        since_sources: Vec::new(),
        note,
    }
}
