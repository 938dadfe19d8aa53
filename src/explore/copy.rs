//! The text that each form of copying puts on the clipboard.

use super::action::CopyForm;
use super::overlays::Overlay;
use super::state::State;
use crate::insight::page;
use crate::report::{self, CompareReport, Format, Style, TextLook};

/// The text in a form: of the open comparison, else of the chosen link or the item in the reader. `None` if there is
/// nothing to copy.
pub(super) fn copied(state: &State, form: CopyForm) -> Option<String> {
    let (reader, collection) = (&state.place.reader, state.collection());
    let item = || reader.chosen().or_else(|| reader.item());
    match form {
        CopyForm::Quotation => report::quotation(collection, item()?),
        CopyForm::Citation => Some(report::citation(collection.item(item()?)?, Style::Text)),
        CopyForm::Address => collection.address(item()?).map(|a| a.to_string()),
        CopyForm::Json => serde_json::to_string_pretty(&report::record(collection, item()?)?).ok(),
        CopyForm::Markdown => page(collection, item()?).map(|page| report::markdown(&page)),
        CopyForm::Bibtex => Some(report::citation(collection.item(item()?)?, Style::Bibtex)),
        CopyForm::Comparison => comparison(state),
    }
}

/// The open comparison, as the command prints it.
fn comparison(state: &State) -> Option<String> {
    let Some(Overlay::Compare(view)) = state.overlays.last() else { return None };
    let mut text = Vec::new();
    let report = CompareReport { collection: state.collection(), comparison: &view.comparison };
    Format::Text.write(&report, TextLook::default(), &mut text).ok()?;
    String::from_utf8(text).ok()
}
