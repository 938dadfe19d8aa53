//! The modes that decide what keys mean.

/// What keys mean depends on the mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A pane has the focus.
    Panes,
    /// The reader has the focus.
    Reader,
    /// A chart fills the screen.
    Chart,
    /// The search line takes what is typed.
    SearchLine,
    /// The panes, filtered by the search line.
    SearchPanes,
    /// The copy menu.
    CopyMenu,
    /// A list that is filtered by typing.
    Filter,
    /// The library has the focus.
    Library,
    /// A list to scroll.
    Report,
    /// A comparison.
    Compare,
    /// The coverage matrix.
    Matrix,
}
