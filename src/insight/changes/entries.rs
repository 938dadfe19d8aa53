//! A dossier as a list of entries, in the order in which people read it.

use super::kind::EntryKind;
use crate::model::{Date, Dossier, Kind, Part};
use crate::text::repeated;
use serde::Serialize;
use serde_json::{Map, Value, to_value};

/// An entry of a dossier.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: EntryKind,
    /// The id of what it is in: the agreement of a clause, the organisation of a membership; else empty.
    pub(super) parent: String,
    /// Its own id, or what stands for one.
    pub(super) own: String,
    pub(super) address: Option<String>,
    pub(super) title: String,
    /// Its fields, without its id and the entries in it.
    pub(super) value: Map<String, Value>,
}

/// The entries of a dossier.
pub(super) fn entries(dossier: &Dossier) -> Vec<Entry> {
    let mut all = Entries { dossier, list: Vec::new() };
    all.push(EntryKind::Dossier, "", &dossier.title, &Itself::of(dossier));
    for (at, agreement) in (0u32..).zip(&dossier.agreements) {
        let parts = agreement.parts(at);
        all.item(
            Part::Agreement(at),
            EntryKind::Agreement,
            ("", &agreement.id),
            agreement.list_title(),
            agreement,
        );
        for (part, clause) in parts.zip(&agreement.clauses) {
            let title = match dossier.agreements.len() {
                1 => clause.numbered_heading(),
                // Articles of several agreements have the same names.
                _ => format!("{} · {}", repeated(agreement.list_title()), clause.numbered_heading()),
            };
            all.item(part, EntryKind::Clause, (&agreement.id, &clause.id), &title, clause);
        }
    }
    for (part, event) in dossier.parts(Kind::Event).into_iter().zip(&dossier.events) {
        let title = format!("{} · {}", Date::shown_or_undated(Some(event.date)), event.title);
        all.item(part, EntryKind::Event, ("", &event.id), &title, event);
    }
    for (part, organisation) in dossier.parts(Kind::Organisation).into_iter().zip(&dossier.organisations) {
        for membership in &organisation.memberships {
            let party = repeated(dossier.party_name(&membership.party));
            let title = format!("{} · {party}", repeated(organisation.list_name()));
            let key = (organisation.id.as_str(), membership.party.as_str());
            all.item(part, EntryKind::Membership, key, &title, membership);
        }
    }
    for (part, organisation) in dossier.parts(Kind::Organisation).into_iter().zip(&dossier.organisations) {
        all.item(
            part,
            EntryKind::Organisation,
            ("", &organisation.id),
            organisation.list_name(),
            organisation,
        );
    }
    for (part, sector) in dossier.parts(Kind::Sector).into_iter().zip(&dossier.sectors) {
        all.item(part, EntryKind::Sector, ("", &sector.id), &sector.name, sector);
    }
    for (part, source) in dossier.parts(Kind::Source).into_iter().zip(&dossier.sources) {
        let title = format!("{}, {}", source.publisher, source.title);
        all.item(part, EntryKind::Source, ("", &source.id), &title, source);
    }
    for (part, dispute) in dossier.parts(Kind::Dispute).into_iter().zip(&dossier.disputes) {
        // One without an id is addressed by its place, which changes with every dispute before it.
        let own = dispute.id.as_deref().unwrap_or(&dispute.topic);
        all.item(part, EntryKind::Dispute, ("", own), &dispute.topic, dispute);
    }
    dossier.places.iter().for_each(|place| all.push(EntryKind::Place, &place.id, &place.name, place));
    dossier.parties.iter().for_each(|party| all.push(EntryKind::Party, &party.id, &party.name, party));
    dossier.people.iter().for_each(|person| all.push(EntryKind::Person, &person.name, &person.name, person));
    for allowance in &dossier.allow {
        let title = [Some(allowance.lint.as_str()), allowance.at.as_deref()];
        let title = title.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        all.push(EntryKind::Allowance, &title, &title, allowance);
    }
    all.list
}

struct Entries<'a> {
    dossier: &'a Dossier,
    list: Vec<Entry>,
}

impl Entries<'_> {
    /// Adds what has an address.
    fn item(
        &mut self,
        part: Part,
        kind: EntryKind,
        (parent, own): (&str, &str),
        title: &str,
        thing: &impl Serialize,
    ) {
        self.push(kind, own, title, thing);
        let id = &self.dossier.id;
        if let (Some(entry), Some(local)) = (self.list.last_mut(), self.dossier.local_id(part)) {
            parent.clone_into(&mut entry.parent);
            let party = if kind == EntryKind::Membership { format!(":{own}") } else { String::new() };
            let address = if local.is_empty() { id.clone() } else { format!("{id}/{local}{party}") };
            entry.address = Some(address);
        }
    }

    fn push(&mut self, kind: EntryKind, own: &str, title: &str, thing: &impl Serialize) {
        // The types of the model always become objects.
        let Ok(Value::Object(mut value)) = to_value(thing) else { return };
        if kind != EntryKind::Dossier {
            value.retain(|name, _| !["id", "clauses", "memberships"].contains(&name.as_str()));
        }
        let address = (kind == EntryKind::Dossier).then(|| self.dossier.id.clone());
        let (own, title) = (own.to_owned(), title.to_owned());
        self.list.push(Entry { kind, parent: String::new(), own, address, title, value });
    }
}

/// What a dossier says of itself.
#[derive(Serialize)]
struct Itself<'a> {
    id: &'a str,
    title: &'a str,
    summary: Option<&'a str>,
    as_of: Option<Date>,
    leading: Option<&'a str>,
    compares: &'a [String],
}

impl<'a> Itself<'a> {
    fn of(dossier: &'a Dossier) -> Self {
        Self {
            id: &dossier.id,
            title: &dossier.title,
            summary: dossier.summary.as_deref(),
            as_of: dossier.as_of,
            leading: dossier.leading.as_deref(),
            compares: &dossier.compares,
        }
    }
}
