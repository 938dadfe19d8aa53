//! What of the screen can be pointed at.

use super::keys::Keys;
use super::pane::Pane;
use crate::model::ItemId;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of a pane or its chart.
    Heading(Pane),
    /// A row of a pane or its chart, by its place in the list.
    Row(Pane, usize),
    /// A cell of the focused pane's chart, by the place of its row in the list and its column; in the coverage table by
    /// subject and agreement.
    Cell {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
    },
    /// A mark of the timeline's chart: the first of the events in it.
    Event(ItemId),
    /// The reader, where there is nothing to follow.
    Reader,
    /// A link of the reader, by its number.
    Link(usize),
    /// A reference in the reader's text, by its number.
    Reference(usize),
    /// The line between panes and reader.
    Divider,
    /// The line of a search.
    SearchLine,
    /// A best match or, if nothing matches, a similar word, by its place.
    Match(usize),
    /// A row of the list of the overlay on top, by its place.
    Choice(usize),
    /// A map, where no site is.
    Map,
    /// Keys that are shown together with what they do.
    Keys(Keys),
}
