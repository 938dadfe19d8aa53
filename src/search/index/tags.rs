//! What each item belongs to, for the filters of the query language.

use crate::model::{Agreement, Dossier, Item, Thing};
use crate::search::query::Filter;

/// Calls `each` with every filter and id that an item belongs to.
pub(super) fn each_tag(item: Item<'_>, mut each: impl FnMut(Filter, &str)) {
    all(Filter::Sector, item.thing().sectors(), &mut each);
    all(Filter::Source, item.sources(), &mut each);
    for act in item.thing().carries_out() {
        each(Filter::Agreement, act.clause.split('.').next().unwrap_or_default());
    }
    match item.thing() {
        Thing::Agreement(agreement) => each_of(item.dossier(), agreement, &mut each),
        Thing::Clause(_) | Thing::Chapter(_) => {}
        Thing::Event(event) => {
            all(Filter::Organisation, &event.organisations, &mut each);
            all(Filter::Agreement, &event.agreements, &mut each);
        }
        Thing::Sector(sector) => each(Filter::Sector, &sector.id),
        Thing::Organisation(organisation) => {
            for membership in &organisation.memberships {
                all(Filter::Source, &membership.sources, &mut each);
                each(Filter::Party, &membership.party);
            }
            each(Filter::Organisation, &organisation.id);
        }
        Thing::Dispute(dispute) => {
            dispute.claims.iter().for_each(|claim| all(Filter::Source, &claim.sources, &mut each));
        }
        Thing::Source(source) => each(Filter::Source, &source.id),
    }
}

/// Calls `each` with what all clauses of a run belong to because their agreement does.
pub(super) fn each_shared_tag(item: Item<'_>, mut each: impl FnMut(Filter, &str)) {
    if let (Some(agreement), Thing::Clause(_)) = (item.agreement(), item.thing()) {
        each_of(item.dossier(), agreement, &mut each);
    }
}

/// What both an agreement and its clauses belong to.
fn each_of(dossier: &Dossier, agreement: &Agreement, each: &mut impl FnMut(Filter, &str)) {
    each_party(dossier, agreement, each);
    each(Filter::Agreement, &agreement.id);
    let described = [
        (Filter::Language, agreement.language.as_deref()),
        (Filter::Status, agreement.status.as_deref()),
        (Filter::Form, agreement.kind_word()),
        (Filter::Place, agreement.place.as_deref()),
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
