//! The command palette: finds an action by name.

use super::actions::{self, found};
use super::panel::{Backdrop, Entered, Panel};
use super::pick::Pick;
use crate::explore::input_line::InputLine;
use crate::explore::mode::Mode;
use std::borrow::Cow;

/// The command palette.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// The filter and the chosen action.
    pub pick: Pick,
}

impl Panel for Palette {
    fn title(&self) -> Cow<'_, str> {
        "Commands".into()
    }

    fn mode(&self) -> Mode {
        Mode::Filter
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        found(self.pick.line.text()).len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.pick.chosen
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.pick.line)
    }

    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        actions::run(&self.pick)
    }
}
