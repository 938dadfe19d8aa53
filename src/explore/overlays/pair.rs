//! The choice of two states for the Memberships pane.

use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::insight::overlap::{NamedState, find_states};

/// The choice of two states.
#[derive(Clone, Debug, Default)]
pub struct Pair {
    /// The first state, once it is chosen.
    pub first: Option<NamedState>,
    /// The filter and the chosen state.
    pub pick: Pick,
}

impl Pair {
    /// The states that match the filter.
    pub fn states(&self) -> Vec<NamedState> {
        find_states(self.pick.line.text())
    }
}

impl PickList for Pair {
    const TITLE: &'static str = "Memberships of two states";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.states().len()
    }

    fn choose(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        let Some(chosen) = self.states().get(self.pick.chosen).cloned() else { return Entered::Nothing };
        match self.first.take() {
            None => {
                *self = Self { first: Some(chosen), pick: Pick::default() };
                Entered::Nothing
            }
            Some(first) if first == chosen => {
                self.first = Some(first);
                Entered::Refused("Choose a different second state")
            }
            Some(first) => Entered::Pair(vec![first, chosen]),
        }
    }
}
