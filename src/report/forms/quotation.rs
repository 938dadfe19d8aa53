//! A quotation with its source and address.

use super::text::table_of_text::with_tables;
use crate::insight::{CitedSource, Fact, page};
use crate::model::{Collection, ItemId, Wording};
use crate::text;

/// The item's text as a quotation: text, origin, how close it is to the instrument, sources and address. `None` if the
/// item is not in the collection.
pub fn quotation(collection: &Collection, item: ItemId) -> Option<String> {
    let page = page(collection, item)?;
    let mut lines = Vec::new();
    match &page.quote {
        Some(quote) => {
            let words = with_tables(&quote.text);
            // Only the instrument's own words, also as read by machine, or their translation are quoted.
            lines.push(match quote.wording {
                Wording::Summary => words,
                Wording::Official | Wording::Translation | Wording::Machine => format!("“{words}”"),
            });
            lines.push(format!("({})", quote.caption));
        }
        None => lines.push(text::shown(&page.title).into_owned()),
    }
    let mut origin: Vec<String> = if page.quote.is_some() { vec![page.title.clone()] } else { Vec::new() };
    origin.extend(page.origin.iter().map(|line| line.words().to_owned()));
    if !origin.is_empty() {
        lines.push(format!("— {}", text::shown(&origin.join(", "))));
    }
    for fact in page.sections.iter().flat_map(|section| &section.facts) {
        if let Fact::Source(CitedSource { about, title, item, .. }) = fact {
            let url = collection
                .source(*item)
                .and_then(|s| s.url.as_deref())
                .map(|u| format!(", {u}"))
                .unwrap_or_default();
            lines.push(text::shown(&format!("Source: {about}, {title}{url}")).into_owned());
        }
    }
    lines.extend(page.address.map(|a| a.to_string()));
    Some(lines.join("\n"))
}
