//! Who signs with whom, as a matrix.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::action::Motion;
use crate::explore::mode::Mode;
use crate::insight::charts::Network;
use std::borrow::Cow;
use std::sync::Arc;

/// The network, as half of a matrix.
#[derive(Clone, Debug)]
pub struct NetworkView {
    /// The states and what they have in common.
    pub network: Arc<Network>,
    /// The row of the cursor.
    pub row: usize,
    /// The column of the cursor, less than the row but for the first.
    pub column: usize,
}

impl NetworkView {
    /// The network, with the cursor on the pair with most agreements in common.
    pub fn new(network: Network) -> Self {
        let rows = 0..network.states.len();
        let pairs = rows.flat_map(|row| (0..row).map(move |column| (row, column)));
        let most = pairs.rev().max_by_key(|(row, column)| network.shared(*row, *column));
        let (row, column) = most.unwrap_or_default();
        Self { network: Arc::new(network), row, column }
    }
}

impl Panel for NetworkView {
    fn title(&self) -> Cow<'_, str> {
        "Who signs with whom".into()
    }

    fn mode(&self) -> Mode {
        Mode::Picture
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.network.states.len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.row
    }

    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        if matches!(motion, Motion::Left | Motion::Right) {
            self.column = motion.apply(self.column, self.row, 2);
            return;
        }
        self.row = motion.apply(self.row, self.network.states.len(), backdrop.layout.rows / 2).max(1);
        self.row = self.row.min(self.network.states.len().saturating_sub(1));
        self.column = self.column.min(self.row.saturating_sub(1));
    }

    fn point_at(&mut self, row: usize, column: usize) {
        (self.row, self.column) = (row, column);
    }

    /// Goes to the latest agreement of the pair.
    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        match self.network.agreements(self.row, self.column).last() {
            Some(item) if self.row != self.column => Entered::GoTo(*item),
            _ => Entered::Refused("These two have no agreement in common here"),
        }
    }
}
