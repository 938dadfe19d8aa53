//! The choice of what to copy, by its letter.

use super::panel::{Backdrop, Panel};
use crate::explore::bindings::{BINDINGS, Binding};
use crate::explore::mode::Mode;
use std::borrow::Cow;

/// See the module.
#[derive(Clone, Copy, Debug, Default)]
pub struct CopyMenu {
    chosen: usize,
}

/// What may be copied.
pub fn forms() -> Vec<&'static Binding> {
    BINDINGS.iter().filter(|binding| binding.modes == [Mode::CopyMenu]).collect()
}

impl Panel for CopyMenu {
    fn title(&self) -> Cow<'_, str> {
        "Copy".into()
    }

    fn mode(&self) -> Mode {
        Mode::CopyMenu
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        forms().len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.chosen
    }
}
