//! The text that each form of copying puts on the clipboard.

use super::action::CopyForm;
use super::state::State;
use super::view_report::ViewReport;
use crate::insight::page;
use crate::report::{self, Format};
use crate::text::web;

/// The notice where there is no web address.
pub(super) const NO_WEB_ADDRESS: &str = "No web address on record";

/// The text in a form: of the open comparison, else of the chosen link or the item in the reader. `None` if there is
/// nothing to copy.
pub(super) fn copied(state: &State, form: CopyForm) -> Option<String> {
    let (reader, collection) = (&state.place.reader, state.collection());
    let item = || reader.chosen().or_else(|| reader.item());
    match form {
        CopyForm::Quotation => report::quotation(collection, item()?),
        CopyForm::Citation(style) => Some(report::citation(collection.item(item()?)?, style)),
        CopyForm::Address => collection.address(item()?).map(|a| a.to_string()),
        CopyForm::WebAddress => web_address(state).filter(|url| web::host(url).is_ok()),
        CopyForm::Json => report::json(&report::record(collection, item()?)?),
        CopyForm::Markdown => page(collection, item()?).map(|page| report::markdown(&page)),
        CopyForm::Comparison | CopyForm::View => view(state),
    }
}

/// Why there is nothing to copy in a form.
pub(super) fn nothing_to_copy(state: &State, form: CopyForm) -> String {
    let address = web_address(state).filter(|_| form == CopyForm::WebAddress);
    match address.as_deref().map(web::host) {
        Some(Err(refused)) => format!("Not copied: {refused}"),
        _ if form == CopyForm::WebAddress => NO_WEB_ADDRESS.to_owned(),
        _ => "Nothing to copy here".to_owned(),
    }
}

/// The open view, as the command prints it.
fn view(state: &State) -> Option<String> {
    let mut text = Vec::new();
    ViewReport::of(state)?.write(state.collection(), Format::Text, &mut text).ok()?;
    String::from_utf8(text).ok()
}

/// The web address to open or to copy: of the chosen link, else of the item in the reader, else of its first source.
pub(super) fn web_address(state: &State) -> Option<String> {
    let reader = &state.place.reader;
    let chosen = reader.link.and_then(|link| reader.links().get(link).copied());
    let candidates = chosen.into_iter().chain(reader.item()).chain(reader.links().iter().copied());
    candidates.filter_map(|item| state.collection().source(item)?.url.clone()).next()
}
