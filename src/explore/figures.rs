//! What a pane and its chart show of a whole list: worked out when it is first asked for, and kept with the list.

use super::pane::Pane;
use super::rows::Row;
use crate::insight::charts::{Chronology, Groups, Heat, Matrix, shared};
use crate::model::{Collection, ItemId};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

/// How many items there are of each year, in its order.
type Years = Vec<(u16, usize)>;

/// The figures of a list. Those of another pane's list are `None`.
#[derive(Debug)]
pub struct Figures {
    rows: Arc<[Row]>,
    of: OfPane,
}

#[derive(Debug)]
enum OfPane {
    Timeline { chronology: OnceLock<Chronology>, years: OnceLock<Years> },
    Clauses { matrix: OnceLock<Matrix> },
    Sectors { most: OnceLock<usize>, heat: OnceLock<Heat> },
    Memberships { shared: OnceLock<(usize, usize)>, groups: OnceLock<Groups> },
    Library { years: OnceLock<Years> },
}

impl Figures {
    /// The figures of a pane's rows; nothing is worked out yet.
    pub fn new(pane: Pane, rows: Arc<[Row]>) -> Self {
        let of = match pane {
            Pane::Timeline => OfPane::Timeline { chronology: OnceLock::new(), years: OnceLock::new() },
            Pane::Clauses => OfPane::Clauses { matrix: OnceLock::new() },
            Pane::Sectors => OfPane::Sectors { most: OnceLock::new(), heat: OnceLock::new() },
            Pane::Memberships => OfPane::Memberships { shared: OnceLock::new(), groups: OnceLock::new() },
            Pane::Library => OfPane::Library { years: OnceLock::new() },
        };
        Self { rows, of }
    }

    fn items(&self) -> impl Iterator<Item = ItemId> + '_ {
        self.rows.iter().map(|row| row.item())
    }

    /// The events in the order of time.
    pub fn chronology(&self, collection: &Collection) -> Option<&Chronology> {
        let OfPane::Timeline { chronology, .. } = &self.of else { return None };
        Some(chronology.get_or_init(|| Chronology::of(collection, self.items())))
    }

    /// How many events or agreements there are of each year, in its order.
    pub fn years(&self, collection: &Collection) -> &[(u16, usize)] {
        let (OfPane::Timeline { years, .. } | OfPane::Library { years }) = &self.of else { return &[] };
        years.get_or_init(|| {
            let mut years: BTreeMap<u16, usize> = BTreeMap::new();
            for date in self.items().filter_map(|item| collection.date(item)) {
                *years.entry(date.year()).or_default() += 1;
            }
            years.into_iter().collect()
        })
    }

    /// Clauses by sectors.
    pub fn matrix(&self, collection: &Collection) -> Option<&Matrix> {
        let OfPane::Clauses { matrix } = &self.of else { return None };
        Some(matrix.get_or_init(|| Matrix::of(collection, self.items())))
    }

    /// The most facts that a sector has, at least 1.
    pub fn most(&self, facts: &HashMap<ItemId, usize>) -> usize {
        let OfPane::Sectors { most, .. } = &self.of else { return 1 };
        let counts = || self.items().filter_map(|item| facts.get(&item)).copied();
        *most.get_or_init(|| counts().max().unwrap_or(1).max(1))
    }

    /// Sectors by years.
    pub fn heat(&self, collection: &Collection) -> Option<&Heat> {
        let OfPane::Sectors { heat, .. } = &self.of else { return None };
        Some(heat.get_or_init(|| Heat::of(collection, self.items())))
    }

    /// How many organisations are shared, and in how many of those the status differs.
    pub fn shared(&self, collection: &Collection) -> (usize, usize) {
        let OfPane::Memberships { shared: counts, .. } = &self.of else { return (0, 0) };
        *counts.get_or_init(|| shared(collection, self.items()))
    }

    /// The organisations in the groups of their chart.
    pub fn groups(&self, collection: &Collection) -> Option<&Groups> {
        let OfPane::Memberships { groups, .. } = &self.of else { return None };
        Some(groups.get_or_init(|| Groups::of(collection, self.items())))
    }

    /// Works out what the pane's chart needs.
    pub fn work_out_chart(&self, collection: &Collection) {
        let _ = (self.matrix(collection), self.heat(collection));
    }

    /// Whether the chart can be drawn without more than a frame's work.
    pub fn has_chart(&self) -> bool {
        match &self.of {
            OfPane::Clauses { matrix } => matrix.get().is_some(),
            OfPane::Sectors { heat, .. } => heat.get().is_some(),
            OfPane::Timeline { .. } | OfPane::Memberships { .. } | OfPane::Library { .. } => true,
        }
    }
}
