//! Everything that changes the explorer's state.

use super::action::Action;
use super::chord::Chord;
use super::errands::Finished;
use super::intake::Arrival;
use crate::model::ItemId;
use crate::search::Answer;

/// See the module. [`update`](super::update()) is the one door for all of it.
pub enum Input {
    /// A key: an action by the table, or text for the line that is being typed.
    Key(Chord),
    /// Text pasted into the line that is being typed.
    Paste(String),
    /// Text in place of what is in the line that is being typed.
    Line(String),
    /// An action.
    Act(Action),
    /// An item is to be read, in place of whatever lies on top.
    GoTo(ItemId),
    /// To the beginning: nothing searched, narrowed or gone back to.
    Home,
    /// The size of the screen.
    Resize {
        /// Columns.
        columns: usize,
        /// Rows.
        rows: usize,
    },
    /// Files have been read.
    Arrival(Arrival),
    /// A query has been answered.
    Answer(Answer),
    /// An errand is done.
    Errand(Finished),
    /// How an effect went, in words.
    Notice(String),
}
