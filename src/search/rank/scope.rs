//! The items that are in what an address names: in an agreement, a chapter, or a whole dossier.

use crate::model::{Collection, ItemId, ItemMap, ItemSet, Part};
use crate::search::index::Segment;
use roaring::RoaringBitmap;
use std::collections::HashSet;
use std::ops::Range;

/// What `in:` means.
#[derive(Default)]
pub(super) struct Scope {
    dossiers: HashSet<u32>,
    /// Agreements with the clauses that are in it; the agreement too if its clauses are all of them.
    clauses: ItemMap<Vec<Range<u32>>>,
    /// Items of other kinds, which hold nothing but themselves.
    others: ItemSet,
}

/// All clauses of an agreement.
const ALL: Range<u32> = 0..u32::MAX;

impl Scope {
    /// What an address means, with its dossier or without; everything that has it if several have.
    ///
    /// # Errors
    /// A message if nothing has it.
    pub(super) fn of(collection: &Collection, address: &str) -> Result<Self, String> {
        let mut scope = Self::default();
        for item in collection.addressed(address) {
            match (item.part, item.agreement()) {
                (Part::Agreement(_), _) => scope.add(item, ALL),
                (Part::Chapter(..), Some(agreement)) => {
                    let chapter = collection.item(item).and_then(|item| item.chapter());
                    chapter.into_iter().for_each(|chapter| scope.add(agreement, chapter.clauses.clone()));
                }
                _ => _ = scope.others.insert(item),
            }
        }
        let named = (0u32..).zip(collection.dossiers()).filter(|(_, dossier)| dossier.id == address);
        scope.dossiers.extend(named.map(|(place, _)| place));
        if scope.dossiers.is_empty() && scope.clauses.is_empty() && scope.others.is_empty() {
            return Err(format!("no agreement, chapter or dossier has the address {address}"));
        }
        Ok(scope)
    }

    fn add(&mut self, agreement: ItemId, clauses: Range<u32>) {
        self.clauses.entry(agreement).or_default().push(clauses);
    }

    /// The items of a segment that are in it.
    pub(super) fn passing(&self, segment: &Segment) -> RoaringBitmap {
        let mut items = RoaringBitmap::new();
        for run in &segment.runs {
            let (first, numbers) = (run.order.item(), run.numbers());
            if self.dossiers.contains(&first.dossier) {
                items.insert_range(numbers);
                continue;
            }
            let Some(ranges) = first.agreement().and_then(|agreement| self.clauses.get(&agreement)) else {
                continue;
            };
            for range in ranges {
                match first.part {
                    Part::Clause(_, clause) => {
                        let place = |wanted: u32| numbers.start.saturating_add(wanted.saturating_sub(clause));
                        items.insert_range(place(range.start)..place(range.end).min(numbers.end));
                    }
                    _ if *range == ALL => _ = items.insert_range(numbers.clone()),
                    _ => {}
                }
            }
        }
        items.extend(self.others.iter().filter_map(|item| segment.number(*item)));
        items
    }
}
