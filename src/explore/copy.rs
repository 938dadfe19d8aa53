//! What is copied, in each form.

use super::action::CopyForm;
use super::state::State;
use crate::insight::page;
use crate::report::{self, Style};

/// The text to copy for the chosen link or what is read; `None` if there is nothing.
pub(super) fn copied(state: &State, form: CopyForm) -> Option<String> {
    let reader = &state.place.reader;
    let item = reader.chosen().or_else(|| reader.item())?;
    let collection = state.collection();
    match form {
        CopyForm::Quotation => report::quotation(collection, item),
        CopyForm::Citation => collection.item(item).map(|item| report::citation(item, Style::Text)),
        CopyForm::Address => collection.address(item).map(|a| a.to_string()),
        CopyForm::Json => {
            report::record(collection, item).and_then(|r| serde_json::to_string_pretty(&r).ok())
        }
        CopyForm::Markdown => page(collection, item).map(|page| report::markdown(&page)),
        CopyForm::Bibtex => collection.item(item).map(|item| report::citation(item, Style::Bibtex)),
    }
}
