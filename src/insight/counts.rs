//! Counts of facts, in one place so that no two screens count differently.

use crate::model::{Collection, Day, Dossier, ItemId, ItemMap, Kind, Part};
use std::collections::BTreeMap;

/// How many facts are on record for a sector: events tagged with it, and clauses and agreements that name it.
pub fn sector_count(collection: &Collection, sector: ItemId) -> usize {
    sector_facts(collection, sector).count()
}

/// The facts on record for a sector: events tagged with it, and clauses and agreements that name it, each once, in the
/// order of the dossier.
pub fn sector_facts(collection: &Collection, sector: ItemId) -> impl Iterator<Item = ItemId> + '_ {
    let naming = collection.dossier(sector).map(|d| d.links().naming(sector.part)).unwrap_or_default();
    naming
        .iter()
        .filter(|part| !matches!(part, Part::Dispute(_)))
        .map(move |part| ItemId { part: *part, ..sector })
}

/// [`sector_count`] of every sector.
pub fn sector_counts(collection: &Collection) -> ItemMap<usize> {
    let mut counts = ItemMap::default();
    for (place, dossier) in (0u32..).zip(collection.dossiers()) {
        for part in dossier.parts(Kind::Sector) {
            let sector = ItemId { dossier: place, part };
            counts.insert(sector, sector_count(collection, sector));
        }
    }
    counts
}

/// The facts of a sector by the year in which they begin; undated ones under `None`.
pub fn sector_years(collection: &Collection, sector: ItemId) -> BTreeMap<Option<u16>, Vec<ItemId>> {
    let mut years: BTreeMap<Option<u16>, Vec<ItemId>> = BTreeMap::new();
    for item in sector_facts(collection, sector) {
        years.entry(collection.date(item).map(|d| d.year())).or_default().push(item);
    }
    years
}

/// The years that a chart spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first year.
    pub first: u16,
    /// The last year, included.
    pub last: u16,
}

impl Axis {
    /// The number of years.
    pub fn years(&self) -> usize {
        usize::from(self.last.saturating_sub(self.first)) + 1
    }

    /// The position of a day on the axis, from 0 at its start to 1 at its end, clamped.
    pub fn part(&self, day: Day) -> f64 {
        let part = (day.as_years() - f64::from(self.first)) / self.years() as f64;
        part.clamp(0.0, 1.0)
    }

    /// The cell of a point in time (in years) on an axis of `cells` cells, clamped.
    pub fn cell(&self, years: f64, cells: usize) -> usize {
        let span = self.years() as f64;
        let at = (years - f64::from(self.first)) / span * cells as f64;
        (at.max(0.0) as usize).min(cells.saturating_sub(1))
    }
}

/// The axis that timeline and memberships share: from the first event or membership of any dossier to the last, or to
/// the date of a dossier. `None` if nothing is dated.
pub fn axis(collection: &Collection) -> Option<Axis> {
    let years = || collection.dossiers().iter().flat_map(|d| years(d));
    let first = years().map(|(begins, _)| begins).min()?;
    let last = years().map(|(_, ends)| ends).max()?;
    Some(Axis { first, last })
}

fn years(dossier: &Dossier) -> impl Iterator<Item = (u16, u16)> {
    let events = dossier.events.iter().map(|e| e.date);
    let memberships = dossier.organisations.iter().flat_map(|o| &o.memberships);
    let compared = memberships.filter(|m| dossier.compares.contains(&m.party)).filter_map(|m| m.since);
    let kept = dossier.as_of.iter().copied();
    events.chain(compared).chain(kept).map(|d| (d.year(), d.ends().year))
}

/// Whether the agreement that a dossier opens with, or one of its clauses, names a sector.
pub fn named_by_leading(dossier: &Dossier, sector: u32) -> bool {
    let (Some(leading), Some(sector)) = (dossier.leading(), dossier.sectors.get(sector as usize)) else {
        return false;
    };
    leading.sectors.contains(&sector.id) || leading.clauses.iter().any(|c| c.sectors.contains(&sector.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;
    use std::sync::Arc;

    #[test]
    fn one_pass_counts_as_one_by_one() {
        let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
        let counts = sector_counts(&collection);
        assert_eq!(counts.len(), builtin().unwrap().sectors.len());
        for (item, count) in counts {
            assert_eq!(count, sector_count(&collection, item), "{:?}", collection.title(item));
            assert_eq!(count, sector_years(&collection, item).values().map(Vec::len).sum::<usize>());
        }
    }

    #[test]
    fn the_axis_spans_events_and_memberships() {
        let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
        let axis = axis(&collection).unwrap();
        assert_eq!((axis.first, axis.last, axis.years()), (1991, 2026, 36));
        assert_eq!(
            (axis.cell(1991.0, 36), axis.cell(2026.5, 36), axis.cell(1800.0, 36), axis.cell(3000.0, 36)),
            (0, 35, 0, 35)
        );
        assert_eq!(super::axis(&Collection::default()), None);
    }
}
