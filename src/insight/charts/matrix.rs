//! Which clauses and sectors the chart of a list of clauses has: worked out once for a list, not for every frame.

use crate::model::{Collection, ItemId, Thing};
use std::collections::{HashMap, HashSet};

/// A sector that a clause names: one column, the same for all dossiers that have a sector of that name.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How many clauses name it.
    pub clauses: usize,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Matrix {
    /// The places of the rows of agreements with clauses on record.
    pub places: Vec<usize>,
    /// The same, with a blank before every agreement but the first.
    pub lines: Vec<Option<usize>>,
    /// The sectors that any of the rows names, in the order in which they come up.
    pub columns: Vec<Column>,
    /// The names of the sectors that none of them names.
    pub unnamed: Vec<String>,
}

impl Matrix {
    /// The matrix of a list in which each agreement is followed by its clauses and, once more, by itself where points of
    /// it are not on record.
    pub fn of(collection: &Collection, items: impl Iterator<Item = ItemId>) -> Self {
        let mut matrix = Self::default();
        let mut sectors = Sectors { dossier: None, columns: HashMap::new() };
        let mut by_name = HashMap::new();
        let mut before = None;
        for (place, item) in items.enumerate() {
            if collection.agreement(item).is_none_or(|agreement| agreement.clauses.is_empty()) {
                continue;
            }
            let agreement = item.agreement();
            if agreement != before && before.is_some() {
                matrix.lines.push(None);
            }
            before = agreement;
            matrix.places.push(place);
            matrix.lines.push(Some(place));
            for column in sectors.of(collection, item, &mut by_name, &mut matrix.columns) {
                if let Some(column) = matrix.columns.get_mut(column) {
                    column.clauses += 1;
                }
            }
        }
        let mut seen: HashSet<&str> = HashSet::new();
        let all = collection.dossiers().iter().flat_map(|dossier| &dossier.sectors);
        let unnamed = all.map(|sector| sector.name.as_str());
        let unnamed = unnamed.filter(|name| !by_name.contains_key(*name) && seen.insert(name));
        matrix.unnamed = unnamed.map(str::to_owned).collect();
        matrix
    }
}

/// The columns of the sectors of one dossier, by their ids.
struct Sectors<'a> {
    dossier: Option<u32>,
    columns: HashMap<&'a str, usize>,
}

impl<'a> Sectors<'a> {
    /// The columns of the sectors that a clause names, each once.
    fn of(
        &mut self,
        collection: &'a Collection,
        item: ItemId,
        by_name: &mut HashMap<&'a str, usize>,
        columns: &mut Vec<Column>,
    ) -> Vec<usize> {
        let Some(dossier) = collection.dossier(item) else { return Vec::new() };
        if self.dossier != Some(item.dossier) {
            (self.dossier, self.columns) = (Some(item.dossier), HashMap::new());
        }
        let ids = dossier.clause(item.part).map(|clause| clause.sectors.as_slice()).unwrap_or_default();
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let known = self.columns.get(id.as_str()).copied();
            let column = known.or_else(|| {
                let Some(Thing::Sector(sector)) = dossier.thing(dossier.find(id)?) else { return None };
                let name = sector.name.as_str();
                let column = *by_name.entry(name).or_insert_with(|| {
                    columns.push(Column { name: name.to_owned(), clauses: 0 });
                    columns.len() - 1
                });
                self.columns.insert(id, column);
                Some(column)
            });
            found.extend(column.filter(|column| !found.contains(column)));
        }
        found
    }
}
