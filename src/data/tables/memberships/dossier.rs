//! The memberships in a dossier as a table.

use super::table::{Body, End, Form, Record, Table};
use crate::model::{Dossier, Membership, Status};
use std::collections::BTreeSet;

/// What a dossier says about the memberships of these states; `None` unless it says something about each.
pub fn of_dossier(dossier: &Dossier, wanted: &[String]) -> Option<Table> {
    let mut table = Table {
        name: dossier.title.clone(),
        form: Form::Spells,
        as_of: dossier.as_of,
        url: None,
        bodies: Vec::new(),
        records: Vec::new(),
        codes: BTreeSet::new(),
        warnings: Vec::new(),
    };
    for organisation in &dossier.organisations {
        let listed = organisation.memberships.iter().filter(|m| m.status != Status::Unknown);
        let own: Vec<&Membership> = listed.filter(|m| wanted.contains(&m.party)).collect();
        let body = table.bodies.len();
        table.codes.extend(own.iter().map(|membership| membership.party.clone()));
        table.records.extend(own.into_iter().map(|membership| record(dossier, membership, body)));
        table.bodies.push(Body {
            id: organisation.id.clone(),
            abbreviation: Some(organisation.list_name().to_owned()),
            names: vec![organisation.name.clone()],
        });
    }
    wanted.iter().all(|state| table.codes.contains(state)).then_some(table)
}

/// A membership lasts until its end, or up to the date of the dossier.
fn record(dossier: &Dossier, membership: &Membership, body: usize) -> Record {
    Record {
        state: membership.party.clone(),
        body,
        status: membership.status,
        word: membership.status_text.clone(),
        signed: None,
        ratified: None,
        since: membership.since,
        last: membership.until.or(dossier.as_of),
        end: if membership.until.is_some() { End::Ended } else { End::Open },
    }
}
