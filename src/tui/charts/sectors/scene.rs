//! What the parts of the sectors chart share: the counts, the years, and the positions of the columns.

use crate::explore::layout::Area;
use crate::explore::{Pane, State};
use crate::insight::charts::{Facts, Heat, Shades};
use crate::model::{Collection, ItemId};

/// The columns.
pub(super) struct Columns {
    /// The width of the names.
    pub(super) name: usize,
    /// The distance of the years.
    pub(super) pitch: usize,
    /// The first year in view, and their number.
    pub(super) first: usize,
    pub(super) count: usize,
    /// The widths of the columns at the right: undated, facts, last date.
    pub(super) undated: usize,
    pub(super) total: usize,
    pub(super) last: usize,
}

/// What the chart is drawn from.
pub(super) struct Scene<'a> {
    pub(super) state: &'a State,
    pub(super) area: Area,
    pub(super) heat: &'a Heat,
    pub(super) shades: Shades,
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
