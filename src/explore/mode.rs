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
    /// Where a wording comes from.
    Trace,
    /// The marks and notes.
    Marks,
    /// A note that is being written.
    Note,
    /// A picture that covers the panes.
    Picture,
}

impl Mode {
    /// All modes, in the order of their list.
    pub const ALL: [Self; 15] = [
        Self::Panes,
        Self::Library,
        Self::Reader,
        Self::Chart,
        Self::SearchLine,
        Self::SearchPanes,
        Self::Filter,
        Self::CopyMenu,
        Self::Report,
        Self::Compare,
        Self::Matrix,
        Self::Trace,
        Self::Marks,
        Self::Note,
        Self::Picture,
    ];

    /// Its name in a file of keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Panes => "panes",
            Self::Library => "library",
            Self::Reader => "reader",
            Self::Chart => "chart",
            Self::SearchLine => "search-line",
            Self::SearchPanes => "search-panes",
            Self::Filter => "filter",
            Self::CopyMenu => "copy-menu",
            Self::Report => "report",
            Self::Compare => "compare",
            Self::Matrix => "matrix",
            Self::Trace => "trace",
            Self::Marks => "marks",
            Self::Note => "note",
            Self::Picture => "picture",
        }
    }

    /// Whether characters are text that is typed.
    pub fn takes_text(self) -> bool {
        matches!(self, Self::SearchLine | Self::Filter | Self::Note)
    }
}
