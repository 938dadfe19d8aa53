//! The choice of two states for the Memberships pane.

use super::panel::{Backdrop, Entered, Panel};
use super::pick::Pick;
use crate::explore::input_line::InputLine;
use crate::explore::mode::Mode;
use crate::insight::overlap::{NamedState, find_states};
use std::borrow::Cow;

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

impl Panel for Pair {
    fn title(&self) -> Cow<'_, str> {
        "Memberships of two states".into()
    }

    fn mode(&self) -> Mode {
        Mode::Filter
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.states().len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.pick.chosen
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.pick.line)
    }

    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
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
