//! What a pane and its chart show of a whole list, computed on first use and kept with the list.

use super::pane::Pane;
use super::row::Row;
use crate::insight::charts::{Chronology, Groups, Heat, Matrix, shared};
use crate::model::{Collection, ItemId, ItemMap};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The number of items in each year, in order.
type Years = Vec<(u16, usize)>;

/// The figures of a list. Those that belong to other panes are `None`.
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
    /// The figures of a pane's rows, not yet computed.
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
        self.rows.iter().filter(|row| !row.is_heading()).map(|row| row.item())
    }

    /// The events in chronological order.
    pub fn chronology(&self, collection: &Collection) -> Option<&Chronology> {
        let OfPane::Timeline { chronology, .. } = &self.of else { return None };
        Some(chronology.get_or_init(|| Chronology::of(collection, self.items())))
    }

    /// The number of events or agreements in each year, in order.
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

    /// The largest number of facts of a sector, at least 1.
    pub fn most(&self, facts: &ItemMap<usize>) -> usize {
        let OfPane::Sectors { most, .. } = &self.of else { return 1 };
        let counts = || self.items().filter_map(|item| facts.get(&item)).copied();
        *most.get_or_init(|| counts().max().unwrap_or(1).max(1))
    }

    /// Sectors by years.
    pub fn heat(&self, collection: &Collection) -> Option<&Heat> {
        let OfPane::Sectors { heat, .. } = &self.of else { return None };
        Some(heat.get_or_init(|| Heat::of(collection, self.items())))
    }

    /// The number of shared organisations, and of those in which the status differs.
    pub fn shared(&self, collection: &Collection) -> (usize, usize) {
        let OfPane::Memberships { shared: counts, .. } = &self.of else { return (0, 0) };
        *counts.get_or_init(|| shared(collection, self.items()))
    }

    /// The organisations in groups, as in their chart.
    pub fn groups(&self, collection: &Collection) -> Option<&Groups> {
        let OfPane::Memberships { groups, .. } = &self.of else { return None };
        Some(groups.get_or_init(|| Groups::of(collection, self.items())))
    }

    /// Computes what the pane's chart needs.
    pub fn work_out_chart(&self, collection: &Collection) {
        let _ = (self.matrix(collection), self.heat(collection));
    }

    /// Whether the chart can be drawn within a frame.
    pub fn has_chart(&self) -> bool {
        match &self.of {
            OfPane::Clauses { matrix } => matrix.get().is_some(),
            OfPane::Sectors { heat, .. } => heat.get().is_some(),
            OfPane::Timeline { .. } | OfPane::Memberships { .. } | OfPane::Library { .. } => true,
        }
    }
}
