//! The overlays: a file for each, with its state, its rows and what Enter does.

mod about;
mod actions;
mod collect;
mod compare;
mod compare_lines;
mod copy;
mod coverage;
mod export;
mod follow_up;
mod help;
mod map;
mod marks;
mod network;
mod note;
mod pair;
mod palette;
mod panel;
mod pick;
mod save_search;
mod searches;
mod told;
mod trace;
mod warnings;
mod why;

pub use about::About;
pub use actions::{Command, actions, found, keys};
pub use collect::Collecting;
pub use compare::ComparisonView;
pub use compare_lines::{CompareLines, Stop, lay_out, middle, text_area};
pub use copy::{CopyMenu, forms};
pub use coverage::{CoverageLine, CoverageTable, GAP, half};
pub use export::{ExportMenu, purpose};
pub use follow_up::FollowUpView;
pub use help::{Help, HelpLine, HelpPage, HelpRow};
pub use map::{MapView, NARROW};
pub use marks::{Heading, MarksView};
pub use network::NetworkView;
pub use note::{LONGEST_NOTE, NoteEditor};
pub use pair::Pair;
pub use palette::{Lists, Palette, PaletteRow};
pub use panel::{Backdrop, Entered, Panel, inner_width};
pub use pick::Pick;
pub use save_search::SaveSearch;
pub use searches::Searches;
pub use told::{TIMES, Told};
pub use trace::TraceView;
pub use warnings::{Warnings, problem_lines};
pub use why::Why;

/// An overlay.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The help.
    Help(Help),
    /// The command palette.
    Palette(Palette),
    /// The overview.
    About(About),
    /// The problems of the files.
    Warnings(Warnings),
    /// The copy menu.
    Copy(CopyMenu),
    /// The form and the place of an export.
    Export(ExportMenu),
    /// The choice of a pair of states.
    Pair(Pair),
    /// Which agreements cover which subjects.
    Coverage(CoverageTable),
    /// What was done since, clause by clause.
    FollowUp(FollowUpView),
    /// The parties of agreements on a map.
    Map(MapView),
    /// Which states sign with the same others.
    Network(NetworkView),
    /// Two agreements or clauses side by side.
    Compare(ComparisonView),
    /// Where a wording comes from.
    Trace(TraceView),
    /// Why an item matched.
    Why(Why),
    /// The marks and notes.
    Marks(MarksView),
    /// A note that is being written.
    Note(NoteEditor),
    /// The messages so far.
    Told(Told),
    /// The collections of a mark.
    Collect(Collecting),
    /// The name for a search.
    SaveSearch(SaveSearch),
    /// The saved and the earlier searches.
    Searches(Searches),
}

/// The overlay as a panel, shared or mutable as the overlay is.
macro_rules! as_panel {
    ($overlay:expr) => {
        match $overlay {
            Self::Help(panel) => panel,
            Self::Palette(panel) => panel,
            Self::About(panel) => panel,
            Self::Warnings(panel) => panel,
            Self::Copy(panel) => panel,
            Self::Export(panel) => panel,
            Self::Pair(panel) => panel,
            Self::Coverage(panel) => panel,
            Self::FollowUp(panel) => panel,
            Self::Map(panel) => panel,
            Self::Network(panel) => panel,
            Self::Compare(panel) => panel,
            Self::Trace(panel) => panel,
            Self::Why(panel) => panel,
            Self::Marks(panel) => panel,
            Self::Note(panel) => panel,
            Self::Collect(panel) => panel,
            Self::Told(panel) => panel,
            Self::SaveSearch(panel) => panel,
            Self::Searches(panel) => panel,
        }
    };
}

impl Overlay {
    /// The overlay as a panel.
    pub fn panel(&self) -> &dyn Panel {
        as_panel!(self)
    }

    /// The overlay as a mutable panel.
    pub fn panel_mut(&mut self) -> &mut dyn Panel {
        as_panel!(self)
    }
}
