//! Which keys of the explorer do something that can be heard.

use crate::tui::action::{Action, Mode};
use crate::tui::table::TABLE;

/// The keys that do something here, with what they do.
pub(super) fn keys(here: Mode) -> Vec<String> {
    let entries = TABLE.iter().filter(|entry| entry.modes.contains(&here));
    let heard = entries.filter(|entry| is_heard(here, (entry.action)(0)));
    heard.map(|entry| format!(":{}  {}", entry.keys.join(" :"), entry.what)).collect()
}

/// Whether what an action does can be heard: what moves a cursor or draws does not, what has a request of its own need
/// not.
pub(super) fn is_heard(here: Mode, action: Action) -> bool {
    match action {
        Action::Enter => here == Mode::Reader,
        Action::Pane(_) | Action::Export | Action::Warnings => here != Mode::Compare,
        _ if here == Mode::SearchPanes => false,
        Action::Dossier
        | Action::NextReference
        | Action::PreviousReference
        | Action::Forward
        | Action::NextMatch
        | Action::PreviousMatch
        | Action::Why
        | Action::Copy
        | Action::CopyAs(_)
        | Action::OpenSource
        | Action::Sort
        | Action::Pair
        | Action::Coverage
        | Action::Mark
        | Action::About
        | Action::Compare => here != Mode::Compare,
        Action::Swap | Action::CopyComparison => true,
        _ => false,
    }
}
