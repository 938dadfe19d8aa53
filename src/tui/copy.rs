//! What is copied, in each form.

use super::action::CopyForm;
use super::state::State;
use crate::model::ItemId;
use crate::report::{self, Style};

/// The text to copy for what is read or chosen; none where there is nothing.
pub fn copied(state: &State, form: CopyForm) -> Option<String> {
    let item = chosen(state)?;
    let collection = &state.collection;
    match form {
        CopyForm::Quotation => report::quotation(collection, item),
        CopyForm::Citation => collection.item(item).map(|item| report::citation(item, Style::Text)),
        CopyForm::Address => collection.address(item).map(|a| a.to_string()),
        CopyForm::Json => {
            report::record(collection, item).and_then(|r| serde_json::to_string_pretty(&r).ok())
        }
        CopyForm::Markdown => crate::insight::page(collection, item).map(|page| report::markdown(&page)),
        CopyForm::Bibtex => collection.item(item).map(|item| report::citation(item, Style::Bibtex)),
    }
}

/// The item that the screen is about: the chosen link, else what is read.
fn chosen(state: &State) -> Option<ItemId> {
    let reader = &state.place.reader;
    let link = reader.link.and_then(|link| reader.links().get(link).copied());
    let named = || reader.reference.and_then(|at| reader.references().get(at)).map(|named| named.target);
    link.or_else(named).or_else(|| reader.item())
}
