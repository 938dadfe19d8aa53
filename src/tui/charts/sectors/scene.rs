//! What the parts of the sectors' chart draw from: the heat of the cells, the years, and where the columns are.

use crate::explore::layout::Area;
use crate::explore::{Pane, State};
use crate::insight::charts::{Facts, Heat};
use crate::model::{Collection, ItemId};

/// Where the columns stand.
pub(super) struct Columns {
    /// Cells of the names.
    pub(super) name: usize,
    /// Cells from a year to the next.
    pub(super) pitch: usize,
    /// The first year in view, and how many are.
    pub(super) first: usize,
    pub(super) count: usize,
    /// Cells at the right for undated, facts and the last date.
    pub(super) undated: usize,
    pub(super) total: usize,
    pub(super) last: usize,
}

/// See the module.
pub(super) struct Scene<'a> {
    pub(super) state: &'a State,
    pub(super) area: Area,
    pub(super) heat: &'a Heat,
    pub(super) years: Vec<u16>,
    pub(super) columns: Columns,
    /// The column of the cursor.
    pub(super) cursor: usize,
}

impl Scene<'_> {
    /// The sector and the year under the cursor.
    pub(super) fn under_cursor(&self) -> Option<(ItemId, Option<u16>)> {
        let item = self.state.list(Pane::Sectors).row()?.item();
        Some((item, self.years.get(self.cursor).copied()))
    }

    pub(super) fn collection(&self) -> &Collection {
        self.state.collection()
    }

    pub(super) fn facts(&self, item: ItemId) -> &Facts {
        self.heat.of_sector(item)
    }
}
