//! Which keys of the explorer make sense line by line.

use crate::explore::action::{Action, CopyForm};
use crate::explore::bindings::BINDINGS;
use crate::explore::{Keymap, Mode};

/// What was printed last. A key may only act on that: the selected row of a list is visible on a screen, not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// The list of panes.
    Top,
    /// A pane.
    List,
    /// The results of a search.
    Results,
    /// A page of the reader.
    Page,
    /// The forms of copying.
    Forms,
    /// A comparison.
    Comparison,
    /// The marks and notes.
    Marks,
    /// Any other overlay.
    Overlay,
}

/// The keys of a mode that are available in a context, with what they do.
pub(super) fn available(keymap: &Keymap, mode: Mode, context: Context) -> Vec<String> {
    let bindings = BINDINGS.iter().filter(|binding| binding.modes.contains(&mode));
    let available = bindings.filter(|binding| is_available(context, (binding.action)(0)));
    let available = available.filter_map(|binding| {
        let keys: Vec<String> = keymap.keys_in(binding, mode).map(|keys| format!(":{keys}")).collect();
        (!keys.is_empty()).then(|| format!("{}  {}", keys.join(" "), binding.what))
    });
    available.collect()
}

/// Whether an action is available in a context. Actions that move a cursor or only affect the drawing are not, nor those
/// that have a request of their own.
pub(super) fn is_available(context: Context, action: Action) -> bool {
    use Context::{Comparison, Forms, List, Marks, Overlay, Page, Results, Top};
    match action {
        Action::Pane(_) => true,
        Action::Pair
        | Action::Coverage
        | Action::FollowUp
        | Action::Map
        | Action::Network
        | Action::About
        | Action::Forward
        | Action::Compare => {
            matches!(context, Top | List | Page)
        }
        Action::Warnings => matches!(context, Top | List | Page | Results),
        Action::SaveSearch => matches!(context, List | Page | Results),
        Action::Marks | Action::Messages | Action::Searches => matches!(context, Top | List | Page | Results),
        Action::Undo => matches!(context, Top | List | Page | Marks),
        Action::Next => context == Marks,
        Action::Export => matches!(context, List | Page | Results | Marks | Comparison | Overlay),
        Action::CopyAs(CopyForm::View) => context == Overlay,
        Action::Sort | Action::Unfold | Action::Fold | Action::FoldAll => context == List,
        Action::NextChapter | Action::PreviousChapter => matches!(context, List | Page),
        Action::Enter
        | Action::NextReference
        | Action::PreviousReference
        | Action::NextMatch
        | Action::PreviousMatch
        | Action::Why
        | Action::Copy
        | Action::OpenSource
        | Action::Mark
        | Action::Note
        | Action::Collect
        | Action::Trace => context == Page,
        Action::Swap | Action::CopyAs(CopyForm::Comparison) => context == Comparison,
        Action::CopyAs(_) => matches!(context, Page | Forms),
        _ => false,
    }
}
