//! The item of a row, with what belongs to it.

use crate::insight::{Related, Relations, of_item};
use crate::model::{Address, Collection, Dossier, ItemId, Part};
use crate::report::table::{Cell, Entry};
use serde_json::{Value, json};
use std::borrow::Cow;

/// The item of a row. Everything it names is named by its address.
pub(super) struct Subject<'a> {
    pub(super) collection: &'a Collection,
    pub(super) dossier: &'a Dossier,
    pub(super) item: ItemId,
    pub(super) related: Relations,
}

impl<'a> Subject<'a> {
    pub(super) fn new(collection: &'a Collection, item: ItemId) -> Option<Self> {
        let dossier = collection.dossier(item)?;
        Some(Self { collection, dossier, item, related: of_item(collection, item) })
    }

    pub(super) fn address(&self) -> Cell<'a> {
        Cell::Text(Cow::Owned(self.address_of(self.item.part)))
    }

    fn address_of(&self, part: Part) -> String {
        let item = ItemId { part, ..self.item };
        self.collection.address(item).map(|address| address.to_string()).unwrap_or_default()
    }

    fn title_of(&self, part: Part) -> &'a str {
        let title = self.collection.title(ItemId { part, ..self.item }).unwrap_or_default();
        match part {
            Part::Agreement(i) => self.dossier.agreement(i).map_or(title, |agreement| agreement.list_title()),
            _ => title,
        }
    }

    /// Things by their addresses; for people by their titles.
    pub(super) fn links(&self, parts: &[Part]) -> Cell<'a> {
        let entry = |part: &Part| Entry {
            data: Value::from(self.address_of(*part)),
            words: Cow::Borrowed(self.title_of(*part)),
        };
        Cell::List(parts.iter().map(entry).collect())
    }

    /// The agreement that a clause stands in, by its address; for people by its title. Absent for anything else.
    pub(super) fn parent(&self) -> Cell<'a> {
        match self.item.part {
            Part::Clause(i, _) => Cell::Named(
                self.address_of(Part::Agreement(i)),
                Cow::Borrowed(self.title_of(Part::Agreement(i))),
            ),
            _ => Cell::Absent,
        }
    }

    /// Acts and the clauses they carry out, each with what ties the two: a source, or a reading.
    pub(super) fn acts(&self, acts: &[Related]) -> Cell<'a> {
        let entry = |act: &Related| Entry {
            data: json!({ "address": self.address_of(act.part), "basis": act.basis }),
            words: Cow::Borrowed(self.title_of(act.part)),
        };
        Cell::List(acts.iter().map(entry).collect())
    }

    /// Sources by their addresses; for people by who published them.
    pub(super) fn sources(&self, ids: &'a [String]) -> Cell<'a> {
        let entry = |id: &'a String| Entry {
            data: Value::from(self.id_address(id)),
            words: Cow::Borrowed(self.dossier.source_by_id(id).map_or(id, |source| &source.publisher)),
        };
        Cell::List(ids.iter().map(entry).collect())
    }

    /// The address of what has this id in the dossier.
    pub(super) fn id_address(&self, id: &str) -> String {
        Address::new(&self.dossier.id, id).to_string()
    }

    pub(super) fn disputes(&self) -> Cell<'a> {
        self.links(&self.related.disputes)
    }
}
