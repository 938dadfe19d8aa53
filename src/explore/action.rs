//! The actions of the explorer. Their keys are in [`super::bindings`].

use super::pane::Pane;
use crate::report::Style;

/// An action of the explorer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Move within a list, a text or a chart.
    Move(Motion),
    /// Go to a pane.
    Pane(Pane),
    /// Go to the next pane, or the next link in the reader.
    Next,
    /// Go to the previous pane, or the previous link in the reader.
    Previous,
    /// Open, filter, follow or run: what Enter does here.
    Enter,
    /// Go to the reader.
    Read,
    /// Go back from the reader to the panes.
    Leave,
    /// Leave what is on top: overlay, search, chart, reader or filter.
    Escape,
    /// Follow the link with this number.
    Follow(usize),
    /// Go to the next reference in the text.
    NextReference,
    /// Go to the previous reference in the text.
    PreviousReference,
    /// Go back, as in a browser.
    Back,
    /// Go forward, as in a browser.
    Forward,
    /// Show the focused pane as a chart, or the reader on the full screen; and back.
    Zoom,
    /// Enlarge the scale of a chart, or open what it folds.
    LargerScale,
    /// Reduce the scale of a chart, or fold.
    SmallerScale,
    /// Move a map to another part of the world.
    Pan(Motion),
    /// Open the selected chapter in the list of clauses.
    Unfold,
    /// Fold the chapter of the selected row.
    Fold,
    /// Open all chapters, or fold all.
    FoldAll,
    /// Go to the next chapter.
    NextChapter,
    /// Go to the previous chapter.
    PreviousChapter,
    /// Search as you type.
    Search,
    /// Go to the next match.
    NextMatch,
    /// Go to the previous match.
    PreviousMatch,
    /// Show why an item matched.
    Why,
    /// Save the search under a name.
    SaveSearch,
    /// List the saved and the earlier searches.
    Searches,
    /// Choose what to copy.
    Copy,
    /// Copy in a form.
    CopyAs(CopyForm),
    /// Save what is shown to a file.
    Export,
    /// Open the source in the web browser.
    OpenSource,
    /// Change the sort order of the focused pane.
    Sort,
    /// Filter the panes by the dossier of the selected item.
    Dossier,
    /// Choose two states and show their memberships.
    Pair,
    /// Show which agreements cover which subjects.
    Coverage,
    /// Show what was done since, clause by clause.
    FollowUp,
    /// Show the parties of what is shown on a map.
    Map,
    /// Show which states sign with the same others.
    Network,
    /// Show the overview and the disputes.
    About,
    /// List the problems of the files.
    Warnings,
    /// Mark the open item, or unmark it.
    Mark,
    /// Write a note on the open item, or on the chosen mark.
    Note,
    /// A new line of the note that is being written.
    NewLine,
    /// Go on writing the note in the person's own editor.
    Editor,
    /// List the marks and notes.
    Marks,
    /// Put the open item, or the chosen mark, into a collection, or take it out.
    Collect,
    /// Remove the chosen mark with its note.
    RemoveMark,
    /// Compare the two marked items.
    Compare,
    /// Show where the wording of what is read comes from.
    Trace,
    /// Undo the newest mark, filter or sort order.
    Undo,
    /// Show the messages so far.
    Messages,
    /// Swap the sides of a comparison.
    Swap,
    /// Go to the next or previous difference within the pairs of a comparison.
    NextDifference,
    /// See [`Action::NextDifference`].
    PreviousDifference,
    /// Hide the pairs of a comparison that are alike, or show them again.
    OnlyDiffering,
    /// Find an action by name.
    Palette,
    /// Show all keys.
    Help,
    /// Change the theme.
    Theme,
    /// Let go of the mouse, so that the terminal selects text with it, or take it back.
    Mouse,
    /// Redraw the whole screen.
    Repaint,
    /// Stop, as on Ctrl-Z.
    Suspend,
    /// Quit.
    Quit,
}

/// A move of a cursor or of the lines in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One down.
    Down,
    /// One up.
    Up,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// To the top.
    First,
    /// To the bottom.
    Last,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// One page down.
    PageDown,
    /// One page up.
    PageUp,
    /// To this index.
    To(usize),
}

impl Motion {
    /// Left, down, up and right, in the order of their keys.
    pub fn across(place: usize) -> Self {
        match place {
            0 => Self::Left,
            1 => Self::Down,
            2 => Self::Up,
            _ => Self::Right,
        }
    }

    /// The index after the move from `at` in a list of `total`, with `page` rows in view.
    pub fn apply(self, at: usize, total: usize, page: usize) -> usize {
        let last = total.saturating_sub(1);
        let page = page.max(2);
        match self {
            Self::Down | Self::Right => (at + 1).min(last),
            Self::Up | Self::Left => at.saturating_sub(1),
            Self::First => 0,
            Self::Last => last,
            Self::HalfDown => (at + page / 2).min(last),
            Self::HalfUp => at.saturating_sub(page / 2),
            Self::PageDown => (at + page - 1).min(last),
            Self::PageUp => at.saturating_sub(page - 1),
            Self::To(place) => place.min(last),
        }
    }
}

/// A form of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyForm {
    /// The text with its source and address.
    Quotation,
    /// A citation in a style.
    Citation(Style),
    /// The address.
    Address,
    /// The web address.
    WebAddress,
    /// The record of the dossier as JSON.
    Json,
    /// The page as Markdown.
    Markdown,
    /// The open comparison as text.
    Comparison,
    /// The open trace or picture as text.
    View,
}

impl CopyForm {
    /// Its name at the start of a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Quotation => "Quotation",
            Self::Citation(style) => style.title(),
            Self::Address => "Address",
            Self::WebAddress => "Web address",
            Self::Json => "JSON",
            Self::Markdown => "Markdown",
            Self::Comparison => "Comparison",
            Self::View => "View",
        }
    }
}
