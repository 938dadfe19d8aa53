//! The copy menu: the forms of copying, by letter.

use super::panel::{Backdrop, Panel};
use crate::explore::bindings::{BINDINGS, Binding};
use crate::explore::mode::Mode;
use std::borrow::Cow;

/// The copy menu.
#[derive(Clone, Copy, Debug, Default)]
pub struct CopyMenu {
    chosen: usize,
}

/// The forms of copying.
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
