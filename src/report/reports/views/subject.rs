//! The item of a row, with its links.

use crate::insight::{Related, Relations, of_item};
use crate::model::{Address, Collection, Item, ItemId, Part};
use crate::report::forms::{Columns, Datum, Labelled};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::cell::OnceCell;

/// The item of a row. Everything it names is named by its address.
pub(super) struct Subject<'a> {
    pub(super) collection: &'a Collection,
    pub(super) item: Item<'a>,
    related: OnceCell<Relations>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(collection: &'a Collection, item: ItemId) -> Option<Self> {
        Some(Self { collection, item: collection.item(item)?, related: OnceCell::new() })
    }

    /// What is related to the item; worked out only for lists that show some of it.
    pub(super) fn related(&self) -> &Relations {
        self.related.get_or_init(|| of_item(self.collection, self.item.id()))
    }

    pub(super) fn address(&self) -> Datum<'a> {
        self.item.address().into()
    }

    /// Items by their addresses; for people by their titles.
    pub(super) fn links(&self, parts: &[Part]) -> Datum<'a> {
        let items = parts.iter().filter_map(|part| self.item.sibling(*part));
        let link = |item: Item<'a>| Labelled {
            data: Value::from(String::from(item.address())),
            words: Cow::Borrowed(item.list_title()),
        };
        Datum::List(items.map(link).collect())
    }

    /// The agreement of a clause, by its address; for people by its title. Absent for anything else.
    pub(super) fn parent(&self) -> Datum<'a> {
        let agreement = self.item.id().agreement().filter(|id| *id != self.item.id());
        let agreement = agreement.and_then(|id| self.collection.item(id));
        agreement.map(|of| Datum::Named(of.address().into(), of.list_title().into())).unwrap_or_default()
    }

    /// Acts and the clauses they carry out, each with its basis.
    pub(super) fn acts(&self, acts: &[Related]) -> Datum<'a> {
        let act = |act: &Related| {
            let item = self.item.sibling(act.part)?;
            let data = json!({ "address": item.address().as_str(), "basis": act.basis });
            Some(Labelled { data, words: Cow::Borrowed(item.list_title()) })
        };
        Datum::List(acts.iter().filter_map(act).collect())
    }

    /// The item's sources by their addresses; for people by their publishers.
    pub(super) fn sources(&self) -> Datum<'a> {
        let source = |id: &'a String| Labelled {
            data: Value::from(self.id_address(id)),
            words: Cow::Borrowed(self.item.dossier().source_by_id(id).map_or(id, |source| &source.publisher)),
        };
        Datum::List(self.item.sources().iter().map(source).collect())
    }

    /// The address of the item with this id.
    pub(super) fn id_address(&self, id: &str) -> String {
        Address::new(&self.item.dossier().id, id).into()
    }

    /// The summary, or the text of a clause.
    pub(super) fn text(&self) -> Option<&'a str> {
        self.item.text()
    }
}

/// The columns of rows about an item and what it is.
pub(super) type ColumnsOf<'a, T> = Columns<'a, (Subject<'a>, T)>;

impl<'a, T> ColumnsOf<'a, T> {
    pub(super) fn sources(self) -> Self {
        self.data("sources", "its sources", |(s, _)| s.sources())
    }

    /// The publishers of the sources, beside their addresses.
    pub(super) fn source_names(self) -> Self {
        self.data("source_names", "the publishers of its sources, in the same order", |(s, _)| {
            s.sources().in_words()
        })
    }

    pub(super) fn disputes(self) -> Self {
        self.data("disputes", "the disputes about it", |(s, _)| s.links(&s.related().disputes))
    }

    pub(super) fn note(self) -> Self {
        self.data("note", "a note", |(s, _)| s.item.note())
    }
}
