//! What the styles of journals have in common. Each says how it writes a treaty and a document.

use super::reference::{CitedWork, Sort};
use crate::model::{Date, Source};
use crate::text;

/// A style of journals. No citation has the full stop that ends a footnote.
pub(super) struct Journal {
    /// An agreement or a clause of one, without its web address.
    pub(super) treaty: fn(&CitedWork<'_>) -> String,
    /// A document with its web address.
    pub(super) document: fn(&Source) -> String,
    /// The title of an entry of a dossier.
    pub(super) quoted: fn(&str) -> String,
    /// A date.
    pub(super) date: fn(Date) -> String,
    /// A web address, with what separates it from the words before it.
    pub(super) web: fn(&str) -> String,
}

/// The reference in a style.
pub(super) fn write(journal: &Journal, work: &CitedWork<'_>) -> String {
    let mut words = match work.sort {
        Sort::Treaty => (journal.treaty)(work),
        Sort::Document(source) => (journal.document)(source),
        Sort::Entry => {
            let date = work.date.map(|date| format!(" ({})", (journal.date)(date))).unwrap_or_default();
            format!("{}{date}", (journal.quoted)(work.title))
        }
    };
    let is_document = matches!(work.sort, Sort::Document(_));
    if let Some(source) = work.reported_by() {
        words.push_str(&format!(", as reported by {}", (journal.document)(source)));
    } else if let Some(url) = work.url.filter(|_| work.series.is_none() && !is_document) {
        words.push_str(&(journal.web)(url));
    }
    text::shown(&words).into_owned()
}

/// The words that there are, with a separator between them.
pub(super) fn joined<const N: usize>(words: [Option<String>; N], separator: &str) -> String {
    words.into_iter().flatten().collect::<Vec<_>>().join(separator)
}
