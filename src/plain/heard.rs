//! Which keys of the explorer do something that can be heard.

use crate::explore::Mode;
use crate::explore::action::{Action, CopyForm};
use crate::explore::bindings::{BINDINGS, Binding};

/// What a person hears. A key may only do something with what is heard: the selected row of a list is seen, not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// The beginning.
    Top,
    /// A pane.
    List,
    /// What a search has found.
    Found,
    /// A page of the reader.
    Page,
    /// The forms in which it may be copied.
    Forms,
    /// A comparison.
    Comparison,
    /// Anything else that lies on top.
    Overlay,
}

/// The keys that do something here, with what they do. `mode` is the one whose keys hold.
pub(super) fn keys(mode: Mode, here: Whereabouts) -> Vec<String> {
    let bindings = BINDINGS.iter().filter(|binding| binding.modes.contains(&mode));
    let heard = bindings.filter(|binding| is_heard(here, (binding.action)(0)));
    let keys =
        |binding: &Binding| binding.keys.iter().map(|key| format!(":{key}")).collect::<Vec<_>>().join(" ");
    heard.map(|binding| format!("{}  {}", keys(binding), binding.what)).collect()
}

/// Whether what an action does can be heard here: what moves a cursor or draws cannot, and what has a request of its own
/// need not.
pub(super) fn is_heard(here: Whereabouts, action: Action) -> bool {
    use Whereabouts::{Comparison, Forms, Found, List, Page, Top};
    match action {
        Action::Pane(_) => true,
        Action::Pair | Action::Coverage | Action::About | Action::Forward | Action::Compare => {
            matches!(here, Top | List | Page)
        }
        Action::Warnings => matches!(here, Top | List | Page | Found),
        Action::Export => matches!(here, List | Page | Found),
        Action::Sort => here == List,
        Action::Enter
        | Action::NextReference
        | Action::PreviousReference
        | Action::NextMatch
        | Action::PreviousMatch
        | Action::Why
        | Action::Copy
        | Action::OpenSource
        | Action::Mark => here == Page,
        Action::Swap | Action::CopyAs(CopyForm::Comparison) => here == Comparison,
        Action::CopyAs(_) => matches!(here, Page | Forms),
        _ => false,
    }
}
