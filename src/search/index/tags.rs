//! What each item belongs to, for the fields of the query language.

use crate::model::{Agreement, AgreementKind, Dossier, Part, Thing};
use crate::search::query::Tag;

/// Hears what an item belongs to: each field with the id of what is named there.
pub(super) fn each_tag(dossier: &Dossier, part: Part, mut each: impl FnMut(Tag, &str)) {
    match dossier.thing(part) {
        Some(Thing::Agreement(a)) => {
            all(Tag::Sector, &a.sectors, &mut each);
            all(Tag::Source, &a.sources, &mut each);
            each_of(dossier, a, &mut each);
            a.carries_out.iter().for_each(|c| each(Tag::Agreement, agreement_of(&c.clause)));
        }
        Some(Thing::Clause(c)) => {
            all(Tag::Sector, &c.sectors, &mut each);
            all(Tag::Source, &c.sources, &mut each);
        }
        Some(Thing::Event(e)) => {
            all(Tag::Sector, &e.sectors, &mut each);
            all(Tag::Source, &e.sources, &mut each);
            all(Tag::Organisation, &e.organisations, &mut each);
            all(Tag::Agreement, &e.agreements, &mut each);
            e.carries_out.iter().for_each(|c| each(Tag::Agreement, agreement_of(&c.clause)));
        }
        Some(Thing::Sector(s)) => {
            all(Tag::Source, &s.sources, &mut each);
            each(Tag::Sector, &s.id);
        }
        Some(Thing::Organisation(o)) => {
            all(Tag::Source, &o.sources, &mut each);
            for membership in &o.memberships {
                all(Tag::Source, &membership.sources, &mut each);
                each(Tag::Party, &membership.party);
            }
            each(Tag::Organisation, &o.id);
        }
        Some(Thing::Dispute(d)) => {
            d.claims.iter().for_each(|claim| all(Tag::Source, &claim.sources, &mut each));
        }
        Some(Thing::Source(s)) => each(Tag::Source, &s.id),
        None => debug_assert!(false, "{part:?} is in the dossier"),
    }
}

/// Hears what all clauses of a run belong to, as their agreement does.
pub(super) fn each_shared_tag(dossier: &Dossier, part: Part, mut each: impl FnMut(Tag, &str)) {
    if let Part::Clause(i, _) = part
        && let Some(agreement) = dossier.agreement(i)
    {
        each_of(dossier, agreement, &mut each);
    }
}

/// What an agreement and its clauses belong to alike.
fn each_of(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Tag, &str)) {
    each_party(dossier, agreement, each);
    each(Tag::Agreement, &agreement.id);
    let described = [
        (Tag::Language, agreement.language.as_deref()),
        (Tag::Status, agreement.status.as_deref()),
        (Tag::Form, agreement.kind.map(AgreementKind::word)),
    ];
    described.into_iter().for_each(|(tag, word)| word.into_iter().for_each(|word| each(tag, word)));
}

/// The parties of an agreement, and the states that ministries and cities among them belong to.
fn each_party(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Tag, &str)) {
    for id in &agreement.parties {
        each(Tag::Party, id);
        if let Some(of) = dossier.party(id).and_then(|party| party.of.as_deref()) {
            each(Tag::Party, of);
        }
    }
}

fn all(tag: Tag, ids: &[String], each: &mut impl FnMut(Tag, &str)) {
    ids.iter().for_each(|id| each(tag, id));
}

fn agreement_of(clause: &str) -> &str {
    clause.split_once('.').map_or(clause, |(agreement, _)| agreement)
}
