//! What the parts of the timeline chart share: the events, the axis, and the distribution of the rows.

use super::plan::Plan;
use crate::explore::State;
use crate::explore::layout::Area;
use crate::insight::charts::{Chronology, Span, Track};
use crate::model::{Event, EventKind, ItemId};
use std::ops::Range;

/// What the chart is drawn from.
pub(super) struct Scene<'a> {
    pub(super) state: &'a State,
    pub(super) area: Area,
    pub(super) span: Span,
    pub(super) plan: Plan,
    /// The kinds that have a lane.
    pub(super) kinds: Vec<EventKind>,
    /// The events of the list.
    pub(super) events: &'a Chronology,
    pub(super) chosen: (ItemId, &'a Event),
    /// The column of the chosen event.
    pub(super) cursor: usize,
    /// Whether events crowd, so that lanes are bars instead of signs.
    pub(super) is_dense: bool,
}

impl Scene<'_> {
    /// The indices of the events in the column of the chosen one.
    pub(super) fn under_the_cursor(&self, track: &Track) -> Range<usize> {
        track.within((self.cursor - self.span.x) as f64, |years| self.span.cell(years))
    }
}
