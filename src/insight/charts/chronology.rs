//! The events of a list in the order of time: sorted once for a list, so that the events in a cell of an axis are found
//! without going through all of them.

use crate::model::{Collection, EventKind, ItemId};
use std::ops::Range;

/// See the module.
#[derive(Debug, Default)]
pub struct Chronology {
    /// All of them.
    pub all: Track,
    lanes: Vec<(EventKind, Track)>,
}

impl Chronology {
    /// The events among these items.
    pub fn of(collection: &Collection, items: impl Iterator<Item = ItemId>) -> Self {
        let events = items.filter_map(|item| Some((item, collection.event(item)?)));
        let mut moments: Vec<_> = events
            .map(|(item, event)| {
                let begins = event.date.begins().as_years();
                let is_disputed = collection.is_disputed(item);
                (event.kind, Moment { item, begins, is_exact: !event.date.is_year(), is_disputed })
            })
            .collect();
        moments.sort_by(|(_, a), (_, b)| a.begins.total_cmp(&b.begins));
        let lanes = EventKind::ALL.iter().map(|kind| {
            let own = moments.iter().filter(|(other, _)| other == kind).map(|(_, moment)| *moment);
            (*kind, Track::of(own))
        });
        let lanes = lanes.filter(|(_, track)| track.count() > 0).collect();
        Self { all: Track::of(moments.into_iter().map(|(_, moment)| moment)), lanes }
    }

    /// The kinds that occur, in the order of the format.
    pub fn kinds(&self) -> impl Iterator<Item = EventKind> {
        self.lanes.iter().map(|(kind, _)| *kind)
    }

    /// The events of a kind, where there are any.
    pub fn lane(&self, kind: EventKind) -> Option<&Track> {
        self.lanes.iter().find(|(own, _)| *own == kind).map(|(_, track)| track)
    }
}

#[derive(Clone, Copy)]
struct Moment {
    item: ItemId,
    /// In years.
    begins: f64,
    /// Whether more than the year is known.
    is_exact: bool,
    /// Whether sources disagree about it.
    is_disputed: bool,
}

/// Events in the order of time; those of the same day as the list has them.
#[derive(Debug, Default)]
pub struct Track {
    items: Vec<ItemId>,
    /// When each begins, in years.
    begins: Vec<f64>,
    /// How many of the first n + 1 are known more exactly than to the year.
    exact: Vec<u32>,
    /// How many of the first n + 1 are disputed.
    disputed: Vec<u32>,
    /// How many begin in each year, in order.
    years: Vec<(u16, usize)>,
}

impl Track {
    fn of(moments: impl Iterator<Item = Moment>) -> Self {
        let mut track = Self::default();
        for Moment { item, begins, is_exact, is_disputed } in moments {
            track.items.push(item);
            track.begins.push(begins);
            track.exact.push(track.exact.last().copied().unwrap_or(0) + u32::from(is_exact));
            track.disputed.push(track.disputed.last().copied().unwrap_or(0) + u32::from(is_disputed));
            // A hair, since years are sums of twelfths.
            let year = (begins + 1e-6).floor() as u16;
            match track.years.last_mut() {
                Some((last, count)) if *last == year => *count += 1,
                _ => track.years.push((year, 1)),
            }
        }
        track
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// The places of those in a cell of an axis, which later moments never leave to the left.
    pub fn within<C: PartialOrd>(&self, cell: C, cell_of: impl Fn(f64) -> C) -> Range<usize> {
        let start = self.begins.partition_point(|years| cell_of(*years) < cell);
        let end = self.begins.partition_point(|years| cell_of(*years) <= cell);
        start..end
    }

    /// The items at these places.
    pub fn items(&self, places: Range<usize>) -> &[ItemId] {
        self.items.get(places).unwrap_or_default()
    }

    /// How many at these places are known more exactly than to the year.
    pub fn exact(&self, places: &Range<usize>) -> usize {
        among(&self.exact, places)
    }

    /// How many at these places are disputed.
    pub fn disputed(&self, places: &Range<usize>) -> usize {
        among(&self.disputed, places)
    }

    /// How many begin in each year that has any, in order.
    pub fn years(&self) -> &[(u16, usize)] {
        &self.years
    }

    /// The places of those that begin in these years.
    pub fn between(&self, years: Range<u16>) -> Range<usize> {
        let before = |year: u16| self.begins.partition_point(|begins| begins + 1e-6 < f64::from(year));
        before(years.start)..before(years.end)
    }
}

/// How many at these places, of how many there are up to each place.
fn among(up_to: &[u32], places: &Range<usize>) -> usize {
    let before = |end: usize| end.checked_sub(1).and_then(|last| up_to.get(last)).copied().unwrap_or(0);
    before(places.end).saturating_sub(before(places.start)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::charts::Span;
    use crate::model::{Event, Part};
    use std::sync::Arc;

    #[test]
    fn a_cell_holds_what_a_walk_over_all_events_finds() {
        let dossier = Arc::new(crate::data::builtin().unwrap());
        let collection = Collection::new(vec![Arc::clone(&dossier)]);
        // The order of the list is not that of time.
        let items = (0..dossier.events.len()).map(|i| ItemId { dossier: 0, part: Part::Event(i as u32) });
        let chronology = Chronology::of(&collection, items.rev());
        assert_eq!(chronology.all.count(), dossier.events.len());
        for (cells, scale, at) in [(7, 1, 2000.0), (36, 4, 2022.3), (140, 16, 1993.0)] {
            let span = Span::around(5, cells, (1992, 2026), scale, at);
            for kind in chronology.kinds() {
                let track = chronology.lane(kind).unwrap();
                for cell in 0..cells {
                    let is_there = |event: &&Event| {
                        event.kind == kind && span.column(event.date.begins().as_years()) == Some(5 + cell)
                    };
                    let walked: Vec<&Event> = dossier.events.iter().filter(is_there).collect();
                    let places = track.within(cell as f64, |years| span.cell(years));
                    let exact = walked.iter().filter(|event| !event.date.is_year()).count();
                    assert_eq!((places.len(), track.exact(&places)), (walked.len(), exact));
                    let about = |event: &&&Event| {
                        dossier.disputes.iter().any(|dispute| dispute.about.contains(&event.id))
                    };
                    assert_eq!(track.disputed(&places), walked.iter().filter(about).count());
                    let found = track.items(places).iter().filter_map(|item| collection.event(*item));
                    assert!(found.clone().all(|event| walked.contains(&event)));
                    assert!(found.is_sorted_by_key(|event| event.date.begins()));
                }
            }
        }
    }

    #[test]
    fn the_years_of_a_kind_are_those_of_its_events() {
        let dossier = Arc::new(crate::data::builtin().unwrap());
        let collection = Collection::new(vec![Arc::clone(&dossier)]);
        let items = (0..dossier.events.len()).map(|i| ItemId { dossier: 0, part: Part::Event(i as u32) });
        let chronology = Chronology::of(&collection, items);
        for kind in chronology.kinds() {
            let track = chronology.lane(kind).unwrap();
            assert_eq!(track.years().iter().map(|(_, count)| count).sum::<usize>(), track.count());
            for (year, count) in track.years() {
                let own = |event: &&Event| event.kind == kind && event.date.year() == *year;
                assert_eq!(*count, dossier.events.iter().filter(own).count(), "{kind:?} {year}");
                assert_eq!(track.between(*year..year + 1).len(), *count);
            }
        }
    }
}
