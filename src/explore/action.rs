//! What a person can ask for. The keys are in [`super::bindings`].

use super::pane::Pane;

/// What a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Move within a list, a text, a picture.
    Move(Motion),
    /// To a pane.
    Pane(Pane),
    /// To the next pane, or the next link of the reader.
    Next,
    /// To the previous pane, or the previous link of the reader.
    Previous,
    /// Open, narrow, follow, run: what Enter does here.
    Enter,
    /// Into the reader.
    Read,
    /// From the reader back to the panes.
    Leave,
    /// Out of what lies on top: overlay, search, picture, reader, narrowing.
    Escape,
    /// Follow the link with this number.
    Follow(usize),
    /// To the next reference in the text.
    NextReference,
    /// To the previous reference in the text.
    PreviousReference,
    /// Back as in a browser.
    Back,
    /// Forward as in a browser.
    Forward,
    /// The focused pane as a picture on the whole screen, and back.
    Zoom,
    /// A larger scale of time.
    LargerScale,
    /// A smaller scale of time.
    SmallerScale,
    /// Search as you type.
    Search,
    /// The next match.
    NextMatch,
    /// The previous match.
    PreviousMatch,
    /// Why this matched.
    Why,
    /// Choose what to copy.
    Copy,
    /// Copy in this form.
    CopyAs(CopyForm),
    /// Write what is shown to a file.
    Export,
    /// Open the source's web address.
    OpenSource,
    /// Another order of the focused pane.
    Sort,
    /// The panes follow the dossier of what is selected.
    Dossier,
    /// The memberships of two states to be chosen.
    Pair,
    /// Which agreement says something on which subject.
    Coverage,
    /// What is open, and on what its sources disagree.
    About,
    /// The warnings of the files.
    Warnings,
    /// Mark the open agreement or clause for comparison, or take the mark away.
    Mark,
    /// Compare the two marked ones.
    Compare,
    /// Left becomes right in a comparison.
    Swap,
    /// Every action by name.
    Palette,
    /// The keys.
    Help,
    /// Dark, light or no colour.
    Theme,
    /// Draw the whole screen anew.
    Repaint,
    /// Stop, to be continued by the shell.
    Suspend,
    /// Quit.
    Quit,
}

/// A move.
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
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the one with this place, from 0.
    To(usize),
}

impl Motion {
    /// The place after the move from `at` in a list of `total`, with `page` rows in view.
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

/// A form in which something is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyForm {
    /// The text with its source and address.
    Quotation,
    /// A reference to it.
    Citation,
    /// Its address.
    Address,
    /// The dossier's own record.
    Json,
    /// The page as Markdown.
    Markdown,
    /// A BibTeX entry.
    Bibtex,
    /// The open comparison as text.
    Comparison,
}

impl CopyForm {
    /// Its name at the start of a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Quotation => "Quotation",
            Self::Citation => "Citation",
            Self::Address => "Address",
            Self::Json => "JSON",
            Self::Markdown => "Markdown",
            Self::Bibtex => "BibTeX entry",
            Self::Comparison => "Comparison",
        }
    }
}
