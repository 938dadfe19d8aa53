//! Everything that changes the explorer's state.

use super::action::Action;
use super::chord::Chord;
use super::errands::Finished;
use super::gesture::Gesture;
use super::intake::Arrival;
use super::remember::Remembered;
use super::target::Target;
use crate::model::ItemId;
use crate::search::Answer;

/// An input of [`update`](super::update()).
pub enum Input {
    /// A key: an action, or text for the line being typed.
    Key(Chord),
    /// Text pasted into the line being typed.
    Paste(String),
    /// Text that replaces the line being typed.
    Line(String),
    /// The mouse, at a target or at nothing.
    Point(Gesture, Option<Target>),
    /// An action.
    Act(Action),
    /// Open an item and close everything that lies on top.
    GoTo(ItemId),
    /// Return to the start: no search, no filter, no history.
    Home,
    /// The size of the screen.
    Resize {
        /// Columns.
        columns: usize,
        /// Rows.
        rows: usize,
    },
    /// Files were read.
    Arrival(Arrival),
    /// A query was answered.
    Answer(Answer),
    /// An errand has a result.
    Errand(Finished),
    /// What is kept between visits was read or written.
    Remembered(Remembered),
    /// A notice to show, such as the result of an effect.
    Notice(String),
    /// How far something is that is done outside, which is shown like a message and not kept.
    Underway(String),
}
