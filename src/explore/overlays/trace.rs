//! Where a wording comes from: the text by how many agreements share it, the nearest clause, and who used it first.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::mode::Mode;
use crate::insight::trace::{ItemTrace, Near, Traced};
use crate::model::ItemId;
use std::borrow::Cow;
use std::sync::Arc;

/// A trace on the screen.
#[derive(Clone, Debug)]
pub struct TraceView {
    /// What was traced.
    pub trace: Arc<ItemTrace>,
    /// The index of the chosen first use.
    pub chosen: usize,
    near: usize,
}

impl TraceView {
    /// A trace at its earliest use and its nearest clause.
    pub fn new(trace: ItemTrace) -> Self {
        Self { trace: Arc::new(trace), chosen: 0, near: 0 }
    }

    /// The nearest clauses, nearest first; none of an agreement or a chapter.
    pub fn nearest(&self) -> &[Near] {
        match &self.trace.traced {
            Traced::Clause(trace) => &trace.nearest,
            Traced::Agreement(_) => &[],
        }
    }

    /// The clause beside the text, and its number among the nearest.
    pub fn near(&self) -> Option<(usize, &Near)> {
        Some((self.near + 1, self.nearest().get(self.near)?))
    }

    /// Goes to the next or previous of the nearest clauses; false if there is none.
    pub fn walk(&mut self, forward: bool) -> bool {
        let next = if forward { Some(self.near + 1) } else { self.near.checked_sub(1) };
        let next = next.filter(|next| *next < self.nearest().len());
        self.near = next.unwrap_or(self.near);
        next.is_some()
    }

    /// What the traced item is compared with: the nearest clause, or the chosen agreement.
    pub fn compared_with(&self) -> Option<ItemId> {
        match self.near() {
            Some((_, near)) => Some(near.item),
            None => Some(self.trace.origins.get(self.chosen)?.item),
        }
    }
}

impl Panel for TraceView {
    fn title(&self) -> Cow<'_, str> {
        "Trace".into()
    }

    fn mode(&self) -> Mode {
        Mode::Trace
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.trace.origins.len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.chosen
    }

    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        match self.trace.origins.get(self.chosen) {
            Some(origin) => Entered::GoTo(origin.item),
            None => Entered::Refused("No earlier agreement has a passage of it"),
        }
    }
}
