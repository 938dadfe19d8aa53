//! What was done since, clause by clause, on a line of time.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::action::Motion;
use crate::explore::mode::Mode;
use crate::insight::charts::Done;
use crate::model::ItemId;
use std::borrow::Cow;
use std::sync::Arc;

/// The picture of what was done since.
#[derive(Clone, Debug)]
pub struct FollowUpView {
    /// What was done.
    pub done: Arc<Done>,
    /// The cursor's line.
    pub line: usize,
    /// The cursor's act, among those of its clause.
    pub act: usize,
}

impl FollowUpView {
    /// The picture, with the cursor on an item or the agreement of it; else on the first clause that was followed.
    pub fn new(done: Done, at: Option<ItemId>) -> Self {
        let place = |wanted: ItemId| (0..done.lines.len()).find(|line| done.item(*line) == Some(wanted));
        let own = at.and_then(|item| place(item).or_else(|| place(item.agreement()?)));
        let first = |line: &usize| done.clause(*line).is_some_and(|clause| !clause.acts.is_empty());
        let line = own.or_else(|| (0..done.lines.len()).find(first)).unwrap_or(0);
        let mut view = Self { done: Arc::new(done), line, act: 0 };
        view.choose_last_act();
        view
    }

    /// The act of the cursor.
    pub fn chosen(&self) -> Option<ItemId> {
        let clause = self.done.clause(self.line)?;
        let (act, _) = clause.acts.get(self.act)?;
        Some(ItemId { part: act.part, ..clause.item })
    }

    fn choose_last_act(&mut self) {
        self.act = self.done.clause(self.line).map_or(0, |clause| clause.acts.len().saturating_sub(1));
    }
}

impl Panel for FollowUpView {
    fn title(&self) -> Cow<'_, str> {
        "Done since".into()
    }

    fn mode(&self) -> Mode {
        Mode::Picture
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.done.lines.len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.line
    }

    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        if matches!(motion, Motion::Left | Motion::Right) {
            let acts = self.done.clause(self.line).map_or(0, |clause| clause.acts.len());
            self.act = motion.apply(self.act, acts, 2);
            return;
        }
        self.line = motion.apply(self.line, self.done.lines.len(), backdrop.layout.body().height / 2);
        self.choose_last_act();
    }

    fn point_at(&mut self, row: usize, column: usize) {
        (self.line, self.act) = (row, column);
    }

    /// Goes to the act of the cursor, or to the clause if nothing was done about it.
    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        match self.chosen().or_else(|| self.done.item(self.line)) {
            Some(item) => Entered::GoTo(item),
            None => Entered::Refused("No clauses are on record"),
        }
    }
}
