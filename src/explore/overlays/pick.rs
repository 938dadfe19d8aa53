//! A list that is filtered by typing.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::input_line::InputLine;
use crate::explore::mode::Mode;
use std::borrow::Cow;

/// A filter and the chosen row.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// The filter.
    pub line: InputLine,
    /// The index of the chosen row.
    pub chosen: usize,
}

/// An overlay that is a list filtered by typing.
pub trait PickList {
    /// Its heading.
    const TITLE: &'static str;

    /// The filter and the chosen row.
    fn pick(&mut self) -> &mut Pick;

    /// The number of rows that match the filter.
    fn len(&self, backdrop: &Backdrop<'_>) -> usize;

    /// What Enter does with the chosen row.
    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered;

    /// Whether the chosen row stays when the line is edited.
    fn keeps_choice(&self) -> bool {
        false
    }

    /// Turns to another page or another part of the list.
    fn turn(&mut self) {}

    /// The word for that; `None` if there is nothing to turn to.
    fn turn_word(&self) -> Option<&'static str> {
        None
    }
}

impl<T: PickList> Panel for T {
    fn title(&self) -> Cow<'_, str> {
        T::TITLE.into()
    }

    fn mode(&self) -> Mode {
        Mode::Filter
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        self.len(backdrop)
    }

    fn position(&mut self) -> &mut usize {
        &mut self.pick().chosen
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.pick().line)
    }

    fn keeps_choice(&self) -> bool {
        PickList::keeps_choice(self)
    }

    fn turn(&mut self) {
        PickList::turn(self);
    }

    fn turn_word(&self) -> Option<&'static str> {
        PickList::turn_word(self)
    }

    fn enter(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        self.choose(backdrop)
    }
}
