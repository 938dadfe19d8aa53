//! How many facts are on record for each sector and year.

use crate::insight::counts::sector_facts;
use crate::model::{Collection, Date, ItemId, ItemMap};
use std::collections::BTreeMap;

/// The facts of one sector.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// How many begin in each year.
    pub years: BTreeMap<u16, usize>,
    /// How many have no date.
    pub undated: usize,
    /// How many in all.
    pub total: usize,
    /// The latest date.
    pub last: Option<Date>,
}

/// The facts of the listed sectors, and their sums.
#[derive(Debug)]
pub struct Heat {
    sectors: ItemMap<Facts>,
    none: Facts,
    /// Facts of all these sectors in each year; one that touches two sectors counts in both.
    pub sums: BTreeMap<u16, usize>,
    /// The largest number of facts of one sector in one year.
    pub most: usize,
    /// Facts without a date.
    pub undated: usize,
    /// All of them.
    pub total: usize,
}

impl Heat {
    /// Counts events tagged with a sector, and clauses and agreements that name it.
    pub fn of(collection: &Collection, sectors: impl Iterator<Item = ItemId>) -> Heat {
        let facts = |sector| {
            let mut facts = Facts::default();
            sector_facts(collection, sector).for_each(|fact| facts.add(collection.date(fact)));
            (sector, facts)
        };
        let sectors: ItemMap<Facts> = sectors.map(facts).collect();
        let mut heat =
            Heat { sectors, none: Facts::default(), sums: BTreeMap::new(), most: 0, undated: 0, total: 0 };
        for facts in heat.sectors.values() {
            heat.undated += facts.undated;
            heat.total += facts.total;
            for (year, count) in &facts.years {
                heat.most = heat.most.max(*count);
                *heat.sums.entry(*year).or_default() += count;
            }
        }
        heat
    }

    /// The facts of a sector.
    pub fn of_sector(&self, sector: ItemId) -> &Facts {
        self.sectors.get(&sector).unwrap_or(&self.none)
    }

    /// The years from the first with a fact to the last of the axis; empty if nothing is dated.
    pub fn years(&self, last: Option<u16>) -> Vec<u16> {
        let (Some((first, _)), Some((latest, _))) = (self.sums.first_key_value(), self.sums.last_key_value())
        else {
            return Vec::new();
        };
        (*first..=last.unwrap_or(*latest).max(*latest)).collect()
    }
}

impl Facts {
    fn add(&mut self, date: Option<Date>) {
        self.total += 1;
        match date {
            Some(date) => *self.years.entry(date.year()).or_default() += 1,
            None => self.undated += 1,
        }
        self.last = self.last.max(date);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{sector_count, sector_years};
    use crate::model::Part;
    use std::sync::Arc;

    #[test]
    fn the_chart_counts_as_everything_else_does() {
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        let sectors: Vec<ItemId> = (0u32..)
            .zip(&collection.dossiers()[0].sectors)
            .map(|(i, _)| ItemId { dossier: 0, part: Part::Sector(i) })
            .collect();
        let heat = Heat::of(&collection, sectors.iter().copied());
        for item in sectors.iter().copied() {
            let facts = heat.of_sector(item);
            let years = sector_years(&collection, item);
            assert_eq!(facts.total, sector_count(&collection, item));
            assert_eq!(facts.undated, years.get(&None).map_or(0, Vec::len));
            for (year, found) in years {
                if let Some(year) = year {
                    assert_eq!(facts.years.get(&year), Some(&found.len()), "{item:?} {year}");
                }
            }
        }
        let cells = sectors.iter().flat_map(|item| heat.of_sector(*item).years.values());
        assert_eq!(Some(heat.most), cells.max().copied());
        let sum: usize = sectors.iter().map(|item| sector_count(&collection, *item)).sum();
        assert_eq!(heat.total, sum);
        assert_eq!(heat.sums.values().sum::<usize>() + heat.undated, sum);
        let years = heat.years(None);
        assert!(heat.sums.keys().all(|year| years.contains(year)));
    }
}
