//! What keys mean depends on where they go.

/// What keys mean depends on this.
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
    /// The panes, narrowed by the search line.
    SearchPanes,
    /// The choice of what to copy.
    CopyMenu,
    /// A list that takes typing as a filter.
    Filter,
    /// The library has the focus.
    Library,
    /// A list to read.
    Report,
    /// A comparison.
    Compare,
    /// The matrix of coverage.
    Matrix,
}
