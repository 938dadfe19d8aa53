//! What every overlay can be asked, whatever is in it.

use super::compare_lines::CompareLines;
use crate::data::Problem;
use crate::explore::action::{Action, Motion};
use crate::explore::input_line::InputLine;
use crate::explore::layout::Layout;
use crate::explore::mode::Mode;
use crate::insight::overlap::NamedState;
use crate::model::{Collection, ItemId};
use std::borrow::Cow;

/// What an overlay lies over.
pub struct Backdrop<'a> {
    /// All that is open.
    pub collection: &'a Collection,
    /// What is wrong with the files.
    pub problems: &'a [Problem],
    /// The size of the screen.
    pub layout: Layout,
    /// The lines of the comparison that is open.
    pub compared: &'a CompareLines,
}

/// What Enter leads to.
pub enum Entered {
    /// Nothing, or a change within the overlay.
    Nothing,
    /// Nothing, for this reason.
    Refused(&'static str),
    /// An action in place of the overlay.
    Act(Action),
    /// An item in place of the overlay.
    GoTo(ItemId),
    /// The memberships of two states in place of the overlay.
    Pair(Vec<NamedState>),
}

/// The questions that every overlay answers.
pub trait Panel {
    /// Its heading.
    fn title(&self) -> Cow<'_, str>;

    /// What keys mean in it.
    fn mode(&self) -> Mode;

    /// How many rows there are to choose from, or lines to scroll through.
    fn rows(&self, backdrop: &Backdrop<'_>) -> usize;

    /// The chosen row, or the first line in view.
    fn position(&mut self) -> &mut usize;

    /// The line that takes what is typed, if there is one; what is typed filters the rows.
    fn line(&mut self) -> Option<&mut InputLine> {
        None
    }

    /// Moves the cursor, or scrolls.
    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        let total = self.rows(backdrop);
        let at = self.position();
        *at = motion.apply(*at, total, backdrop.layout.rows / 2);
    }

    /// What Enter does.
    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        Entered::Nothing
    }
}
