//! What each item belongs to, for the filters of the query language.

use crate::model::{Agreement, AgreementKind, Dossier, Part, Thing};
use crate::search::query::Filter;

/// Calls `each` with every filter and id that an item belongs to.
pub(super) fn each_tag(dossier: &Dossier, part: Part, mut each: impl FnMut(Filter, &str)) {
    match dossier.thing(part) {
        Some(Thing::Agreement(a)) => {
            all(Filter::Sector, &a.sectors, &mut each);
            all(Filter::Source, &a.sources, &mut each);
            each_of(dossier, a, &mut each);
            a.carries_out.iter().for_each(|c| each(Filter::Agreement, agreement_of(&c.clause)));
        }
        Some(Thing::Clause(c)) => {
            all(Filter::Sector, &c.sectors, &mut each);
            all(Filter::Source, &c.sources, &mut each);
        }
        Some(Thing::Event(e)) => {
            all(Filter::Sector, &e.sectors, &mut each);
            all(Filter::Source, &e.sources, &mut each);
            all(Filter::Organisation, &e.organisations, &mut each);
            all(Filter::Agreement, &e.agreements, &mut each);
            e.carries_out.iter().for_each(|c| each(Filter::Agreement, agreement_of(&c.clause)));
        }
        Some(Thing::Sector(s)) => {
            all(Filter::Source, &s.sources, &mut each);
            each(Filter::Sector, &s.id);
        }
        Some(Thing::Organisation(o)) => {
            all(Filter::Source, &o.sources, &mut each);
            for membership in &o.memberships {
                all(Filter::Source, &membership.sources, &mut each);
                each(Filter::Party, &membership.party);
            }
            each(Filter::Organisation, &o.id);
        }
        Some(Thing::Dispute(d)) => {
            d.claims.iter().for_each(|claim| all(Filter::Source, &claim.sources, &mut each));
        }
        Some(Thing::Source(s)) => each(Filter::Source, &s.id),
        None => debug_assert!(false, "{part:?} is in the dossier"),
    }
}

/// Calls `each` with what all clauses of a run belong to because their agreement does.
pub(super) fn each_shared_tag(dossier: &Dossier, part: Part, mut each: impl FnMut(Filter, &str)) {
    if let Part::Clause(i, _) = part
        && let Some(agreement) = dossier.agreement(i)
    {
        each_of(dossier, agreement, &mut each);
    }
}

/// What both an agreement and its clauses belong to.
fn each_of(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Filter, &str)) {
    each_party(dossier, agreement, each);
    each(Filter::Agreement, &agreement.id);
    let described = [
        (Filter::Language, agreement.language.as_deref()),
        (Filter::Status, agreement.status.as_deref()),
        (Filter::Form, agreement.kind.map(AgreementKind::word)),
    ];
    described.into_iter().for_each(|(tag, word)| word.into_iter().for_each(|word| each(tag, word)));
}

/// The parties of an agreement, and the states of the ministries and cities among them.
fn each_party(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Filter, &str)) {
    for id in &agreement.parties {
        each(Filter::Party, id);
        if let Some(of) = dossier.party(id).and_then(|party| party.of.as_deref()) {
            each(Filter::Party, of);
        }
    }
}

fn all(tag: Filter, ids: &[String], each: &mut impl FnMut(Filter, &str)) {
    ids.iter().for_each(|id| each(tag, id));
}

fn agreement_of(clause: &str) -> &str {
    clause.split_once('.').map_or(clause, |(agreement, _)| agreement)
}
