//! A quotation: a text and its citation.

use super::citation::{Style, citation};
use super::text::table_of_text::with_tables;
use crate::insight::page;
use crate::model::{Collection, ItemId, Wording};

/// The item's text and its citation; the citation alone if it has no text. `None` if the item is not in the collection.
pub fn quotation(collection: &Collection, item: ItemId) -> Option<String> {
    let cited = citation(collection.item(item)?, Style::Text);
    let Some(quote) = page(collection, item)?.quote else { return Some(cited) };
    let words = with_tables(&quote.text);
    // Only the instrument's own words, also as read by machine, or their translation are quoted.
    Some(match quote.wording {
        Wording::Official => format!("“{words}”\n{cited}"),
        Wording::Translation | Wording::Machine => format!("“{words}” ({})\n{cited}", quote.caption),
        Wording::Summary => format!("{words} ({})\n{cited}", quote.caption),
    })
}
