//! The explorer's lists: one kind of item each, with what the explorer shows and what programs may need.

mod context;
mod instruments;
mod subject;

use crate::model::{Agreement, Collection, Item, ItemId, Kind, Thing};
use crate::report::forms::{Attribute, Datum, Sheet};
use subject::{ColumnsOf, Subject};

/// A sheet of items of one kind; others are left out.
pub fn view(collection: &Collection, kind: Kind, items: Vec<ItemId>) -> Sheet<'_> {
    match kind {
        Kind::Agreement => sheet(instruments::agreement(), own_agreement, collection, items),
        Kind::Clause => sheet(instruments::clause(), |item| item.clause(), collection, items),
        Kind::Chapter => sheet(instruments::chapter(), |item| item.chapter(), collection, items),
        Kind::Event => sheet(context::event(), |item| item.event(), collection, items),
        Kind::Sector => sheet(context::sector(), |item| item.sector(), collection, items),
        Kind::Organisation => sheet(context::organisation(), |item| item.organisation(), collection, items),
        Kind::Dispute => sheet(context::dispute(), |item| item.dispute(), collection, items),
        Kind::Source => sheet(context::source(), |item| item.source(), collection, items),
    }
}

/// The agreement that an item is, not that of a clause.
fn own_agreement(item: Item<'_>) -> Option<&Agreement> {
    if let Thing::Agreement(agreement) = item.thing() { Some(agreement) } else { None }
}

/// A sheet of items of any kind, with the attributes that all kinds share.
pub fn mixed(collection: &Collection, items: Vec<ItemId>) -> Sheet<'_> {
    sheet(any(), Some, collection, items)
}

/// The attributes of a view.
pub fn columns(kind: Kind) -> Vec<Attribute> {
    view(&Collection::default(), kind, Vec::new()).attributes().to_vec()
}

fn sheet<'a, T: 'a>(
    columns: ColumnsOf<'a, T>,
    thing: fn(Item<'a>) -> Option<T>,
    collection: &'a Collection,
    items: Vec<ItemId>,
) -> Sheet<'a> {
    Sheet::new(columns, items.len(), move |index| {
        let subject = Subject::new(collection, *items.get(index)?)?;
        let thing = thing(subject.item)?;
        Some((subject, thing))
    })
}

fn any<'a>() -> ColumnsOf<'a, Item<'a>> {
    ColumnsOf::<Item<'a>>::new()
        .column("address", "the item's address", |(s, _)| s.address())
        .column("kind", "the kind of item", |(_, item)| Datum::term(item.kind(), item.kind().word()))
        .column("date", "when it happened, was signed or was published", |(_, item)| {
            item.date()
        })
        .column("title", "its title", |(_, item)| item.title())
        .column("agreement", "the agreement of a clause or a chapter", |(s, _)| s.parent())
        .data(
            "text",
            "the text of a clause, the claims of a dispute, the publisher of a source, the summary of anything else",
            |(_, item)| text(*item),
        )
        .data(
            "wording",
            "how close a clause's text is to the instrument: official, translation, summary or machine",
            |(_, item)| item.clause().map(|c| Datum::term(c.wording, c.wording.word())),
        )
        .data("not_on_record", "how many points of an agreement are not on record", |(_, item)| {
            let agreement = own_agreement(*item);
            agreement.and_then(|of| of.points.map(|_| of.missing()))
        })
        .data("sectors", "the sectors it names or touches", |(s, _)| s.links(&s.related().sectors))
        .sources()
        .disputes()
        .note()
        .source_names()
}

fn text(item: Item<'_>) -> Datum<'_> {
    match item.thing() {
        Thing::Source(source) => source.publisher.as_str().into(),
        Thing::Dispute(dispute) => {
            let sides: Vec<&str> = dispute.claims.iter().map(|claim| claim.says.as_str()).collect();
            sides.join("; ").into()
        }
        _ => item.text().into(),
    }
}
