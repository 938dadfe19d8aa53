//! Which clauses and sectors the chart of a list of clauses has: worked out once for a list, not for every frame.

use crate::model::{Collection, ItemId, Kind, Thing};
use std::collections::{HashMap, HashSet};

/// A sector that a clause names: one column, the same for all dossiers that have a sector of that name.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How many clauses name it.
    pub clauses: usize,
}

/// A line of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The row at this place of the list.
    Row(usize),
    /// This many clauses of an agreement that name no sector; the first of them is at this place.
    Silent(usize, usize),
    /// Between two agreements.
    Blank,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Matrix {
    /// The places of the rows that the cursor can be on, in the order of the lines.
    pub places: Vec<usize>,
    /// The lines, with a blank before every agreement but the first.
    pub lines: Vec<Line>,
    /// The line of each place of the list; `None` for what has none.
    line_of: Vec<Option<usize>>,
    /// The headings of the clauses in each line of those that name no sector, by the place of the first.
    silent: HashMap<usize, Vec<ItemId>>,
    /// How many agreements are left out, because none of their clauses is on record.
    pub left_out: usize,
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
        let mut silent: Vec<(usize, ItemId)> = Vec::new();
        for (place, item) in items.enumerate() {
            matrix.line_of.push(None);
            let is_first = item.agreement() != before;
            if is_first {
                matrix.fold(&mut silent);
            }
            let held = collection.agreement(item).map_or(0, |agreement| agreement.clauses.len());
            if held == 0 {
                matrix.left_out += usize::from(is_first);
                before = item.agreement();
                continue;
            }
            if is_first && !matrix.lines.is_empty() {
                matrix.lines.push(Line::Blank);
            }
            before = item.agreement();
            let named = sectors.of(collection, item, &mut by_name, &mut matrix.columns);
            if named.is_empty() && item.kind() == Kind::Clause {
                silent.push((place, item));
                continue;
            }
            if item.kind() == Kind::Agreement {
                // Points that are not on record come after what is.
                matrix.fold(&mut silent);
            }
            matrix.push(Line::Row(place), place);
            for column in named {
                if let Some(column) = matrix.columns.get_mut(column) {
                    column.clauses += 1;
                }
            }
        }
        matrix.fold(&mut silent);
        let mut seen: HashSet<&str> = HashSet::new();
        let all = collection.dossiers().iter().flat_map(|dossier| &dossier.sectors);
        let unnamed = all.map(|sector| sector.name.as_str());
        let unnamed = unnamed.filter(|name| !by_name.contains_key(*name) && seen.insert(name));
        matrix.unnamed = unnamed.map(str::to_owned).collect();
        matrix
    }

    /// The line of a row of the list.
    pub fn line_of(&self, place: usize) -> Option<usize> {
        self.line_of.get(place).copied().flatten()
    }

    /// The clauses in a line of those that name no sector, by the place of the first.
    pub fn silent(&self, first: usize) -> &[ItemId] {
        self.silent.get(&first).map(Vec::as_slice).unwrap_or_default()
    }

    fn push(&mut self, line: Line, place: usize) {
        if let Some(own) = self.line_of.get_mut(place) {
            *own = Some(self.lines.len());
        }
        self.places.push(place);
        self.lines.push(line);
    }

    /// Puts the clauses that name no sector into one line.
    fn fold(&mut self, silent: &mut Vec<(usize, ItemId)>) {
        let Some((first, _)) = silent.first().copied() else { return };
        let line = self.lines.len();
        self.push(Line::Silent(first, silent.len()), first);
        for (place, _) in silent.iter() {
            if let Some(own) = self.line_of.get_mut(*place) {
                *own = Some(line);
            }
        }
        self.silent.insert(first, silent.drain(..).map(|(_, item)| item).collect());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{Order, items};
    use std::sync::Arc;

    #[test]
    fn every_clause_has_a_line_and_those_without_a_sector_share_one() {
        let dossier = Arc::new(crate::data::builtin().unwrap());
        let collection = Collection::new(vec![Arc::clone(&dossier)]);
        let agreements = items(&collection, Kind::Agreement, Order::Usual).into_iter();
        let listed: Vec<ItemId> = agreements
            .flat_map(|item| {
                let Some(agreement) = collection.agreement(item) else { return Vec::new() };
                let crate::model::Part::Agreement(i) = item.part else { return Vec::new() };
                let clauses = agreement.parts(i).map(|part| ItemId { part, ..item });
                std::iter::once(item).chain(clauses).collect()
            })
            .collect();
        let matrix = Matrix::of(&collection, listed.iter().copied());
        let empty = dossier.agreements.iter().filter(|agreement| agreement.clauses.is_empty()).count();
        assert_eq!(matrix.left_out, empty);
        for (place, item) in listed.iter().enumerate() {
            let of = collection.agreement(*item).unwrap();
            let line = matrix.line_of(place).map(|line| matrix.lines[line]);
            let clause = dossier.clause(item.part);
            match (of.clauses.is_empty(), clause.is_some_and(|clause| clause.sectors.is_empty())) {
                (true, _) => assert_eq!(line, None),
                (false, true) => {
                    let Some(Line::Silent(first, count)) = line else { panic!("{line:?}") };
                    assert_eq!(matrix.silent(first).len(), count);
                    assert!(matrix.silent(first).contains(item));
                }
                (false, false) => assert_eq!(line, Some(Line::Row(place))),
            }
        }
        assert!(matrix.places.windows(2).all(|two| two[0] != two[1]));
    }
}
