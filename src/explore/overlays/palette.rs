//! The command palette: finds an action by name.

use super::actions::{self, found};
use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};

/// The command palette.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// The filter and the chosen action.
    pub pick: Pick,
}

impl PickList for Palette {
    const TITLE: &'static str = "Commands";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        found(backdrop.keys, self.pick.line.text()).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        actions::run(backdrop.keys, &self.pick)
    }
}
