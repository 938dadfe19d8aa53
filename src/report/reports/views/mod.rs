//! The explorer's lists: one kind of item each, with what the explorer shows and what programs may need.

mod context;
mod instruments;
mod subject;

use crate::model::{Collection, ItemId, Kind, Thing};
use crate::report::forms::{Attribute, Datum, Sheet};
use subject::Subject;

/// A sheet of items of one kind; others are left out.
pub fn view(collection: &Collection, kind: Kind, items: Vec<ItemId>) -> Sheet<'_> {
    match kind {
        Kind::Agreement => sheet(&instruments::AGREEMENT, instruments::agreement, collection, items),
        Kind::Clause => sheet(&instruments::CLAUSE, instruments::clause, collection, items),
        Kind::Event => sheet(&context::EVENT, context::event, collection, items),
        Kind::Sector => sheet(&context::SECTOR, context::sector, collection, items),
        Kind::Organisation => sheet(&context::ORGANISATION, context::organisation, collection, items),
        Kind::Dispute => sheet(&context::DISPUTE, context::dispute, collection, items),
        Kind::Source => sheet(&context::SOURCE, context::source, collection, items),
    }
}

/// A sheet of items of any kind, with the attributes that all kinds share.
pub fn mixed(collection: &Collection, items: Vec<ItemId>) -> Sheet<'_> {
    sheet(&MIXED, any, collection, items)
}

/// The attributes of a view.
pub fn columns(kind: Kind) -> &'static [Attribute] {
    view(&Collection::default(), kind, Vec::new()).attributes()
}

/// A sheet whose rows have as many data as it has attributes.
fn sheet<'a, const N: usize>(
    attributes: &'static [Attribute; N],
    row: fn(&Subject<'a>) -> Option<[Datum<'a>; N]>,
    collection: &'a Collection,
    items: Vec<ItemId>,
) -> Sheet<'a> {
    Sheet::new(attributes, items.len(), move |index| {
        row(&Subject::new(collection, *items.get(index)?)?).map(Vec::from)
    })
}

const MIXED: [Attribute; 12] = [
    Attribute::new("address", "the item's address"),
    Attribute::new("kind", "the kind of item"),
    Attribute::new("date", "when it happened, was signed or was published"),
    Attribute::new("title", "its title"),
    Attribute::new("agreement", "the agreement of a clause"),
    Attribute::data(
        "text",
        "the text of a clause, the claims of a dispute, the publisher of a source, the summary of anything else",
    ),
    Attribute::data(
        "wording",
        "how near a clause's text is to the instrument: official, translation or summary",
    ),
    Attribute::data("not_on_record", "how many points of an agreement are not on record"),
    Attribute::data("sectors", "the sectors it names or touches"),
    Attribute::data("sources", "its sources"),
    Attribute::data("disputes", "the disputes about it"),
    Attribute::data("note", "a note"),
];

fn any<'a>(subject: &Subject<'a>) -> Option<[Datum<'a>; 12]> {
    let item = subject.item;
    let mut text = subject.text();
    let (mut wording, mut missing) = (Datum::Absent, None);
    match item.thing() {
        Thing::Clause(clause) => wording = Datum::term(clause.wording, clause.wording.word()),
        Thing::Agreement(agreement) => missing = agreement.points.map(|_| agreement.missing()),
        Thing::Source(source) => text = Datum::from(source.publisher.as_str()),
        Thing::Dispute(dispute) => {
            let sides: Vec<&str> = dispute.claims.iter().map(|claim| claim.says.as_str()).collect();
            text = Datum::from(sides.join("; "));
        }
        Thing::Event(_) | Thing::Sector(_) | Thing::Organisation(_) => {}
    }
    Some([
        subject.address(),
        Datum::term(item.kind(), item.kind().word()),
        item.date().map(|date| Datum::Date(Some(date))).unwrap_or_default(),
        Datum::from(item.title()),
        subject.parent(),
        text,
        wording,
        Datum::number(missing),
        subject.links(&subject.related.sectors),
        subject.sources(),
        subject.disputes(),
        subject.note(),
    ])
}
