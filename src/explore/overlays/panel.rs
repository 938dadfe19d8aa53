//! What all overlays have in common.

use super::compare_lines::CompareLines;
use crate::data::Problem;
use crate::data::personal::{Change, Searches, SearchesChange};
use crate::explore::action::{Action, Motion};
use crate::explore::draft::Draft;
use crate::explore::input_line::InputLine;
use crate::explore::keymap::Keymap;
use crate::explore::layout::Layout;
use crate::explore::marked::Marked;
use crate::explore::mode::Mode;
use crate::insight::overlap::NamedState;
use crate::model::{Collection, ItemId};
use crate::report::Format;
use std::borrow::Cow;

/// The width of a box of text without its margins.
pub fn inner_width(layout: Layout) -> usize {
    layout.columns.min(120).saturating_sub(4)
}

/// What an overlay needs to know of the state.
pub struct Backdrop<'a> {
    /// All that is open.
    pub collection: &'a Collection,
    /// The problems of the files.
    pub problems: &'a [Problem],
    /// The layout of the screen.
    pub layout: Layout,
    /// The keys in effect.
    pub keys: &'a Keymap,
    /// The marks.
    pub marks: &'a Marked,
    /// The earlier and the saved queries.
    pub searches: &'a Searches,
    /// The lines of the open comparison.
    pub compared: &'a CompareLines,
}

/// What Enter does.
pub enum Entered {
    /// Nothing, or a change in the overlay.
    Nothing,
    /// Nothing, for the reason given.
    Refused(&'static str),
    /// Closes the overlay and carries out an action.
    Act(Action),
    /// Closes the overlay and goes to an item.
    GoTo(ItemId),
    /// Closes the overlay and saves a file, in this form and at this place, which are offered next time.
    Save(Draft, (Format, String)),
    /// Closes the overlay, changes the marks, and says so.
    Keep(Box<Change>, String),
    /// Closes the overlay, changes the saved searches, and says so.
    KeepSearch(SearchesChange, String),
    /// Closes the overlay and searches all texts for this.
    Search(String),
    /// Closes the overlay and shows the memberships of two states.
    Pair(Vec<NamedState>),
}

/// An overlay.
pub trait Panel {
    /// Its heading.
    fn title(&self) -> Cow<'_, str>;

    /// The mode of its keys.
    fn mode(&self) -> Mode;

    /// The number of rows to choose from, or of lines to scroll through.
    fn rows(&self, backdrop: &Backdrop<'_>) -> usize;

    /// The index of the chosen row, or of the first line in view.
    fn position(&mut self) -> &mut usize;

    /// The line of text that filters the rows, if there is one.
    fn line(&mut self) -> Option<&mut InputLine> {
        None
    }

    /// Whether the chosen row stays when the line is edited.
    fn keeps_choice(&self) -> bool {
        false
    }

    /// Turns to another page or another part of the list.
    fn turn(&mut self) {}

    /// The word for [`Panel::turn`]; `None` if there is nothing to turn to.
    fn turn_word(&self) -> Option<&'static str> {
        None
    }

    /// Moves the cursor, or scrolls.
    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        let total = self.rows(backdrop);
        let at = self.position();
        *at = motion.apply(*at, total, backdrop.layout.rows / 2);
    }

    /// Moves the cursor to a cell that was pointed at.
    fn point_at(&mut self, row: usize, _column: usize) {
        *self.position() = row;
    }

    /// What Enter does.
    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        Entered::Nothing
    }
}
