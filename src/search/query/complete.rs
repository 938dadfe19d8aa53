//! Completions of filters and their values, for Tab.

use super::filters::{FILTERS, Filter, Fit, each_named, field, fit, kind_words};
use super::lexer::{Token, tokens};
use crate::model::Collection;
use crate::text::fold::fold_into;
use std::collections::BTreeSet;
use std::ops::Range;

/// The most completions that are offered; typing on is faster than reading more.
const MOST: usize = 40;

/// A completion of what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the query that it replaces.
    pub range: Range<usize>,
    /// The text that replaces them.
    pub text: String,
    /// What it means, in words.
    pub name: String,
}

/// Completions of the filter or value that ends at `cursor` (a byte of the query), best first.
pub fn complete(collection: &Collection, query: &str, cursor: usize) -> Vec<Completion> {
    let typed = query.get(..cursor).unwrap_or(query);
    let Some(token) = tokens(typed).pop().filter(|token| token.range.end == typed.len()) else {
        return Vec::new();
    };
    match &token.field {
        Some((name, place)) => {
            let value = place.end + 1..token.range.end;
            field(name).map_or_else(Vec::new, |field| values(collection, field, &token.text, value))
        }
        None => {
            // A filter without a value yet is still a word to the lexer.
            let begun = token.text.strip_suffix(':').and_then(field);
            match begun {
                Some(field) => values(collection, field, "", token.range.end..token.range.end),
                None => names(&token),
            }
        }
    }
}

fn names(token: &Token) -> Vec<Completion> {
    let start = token.typed(0..token.text.len()).start;
    let typed = token.text.to_ascii_lowercase();
    let fields = FILTERS.iter().filter(|(name, _)| !typed.is_empty() && name.starts_with(&typed));
    let completion = |(name, _): &(&str, Filter)| Completion {
        range: start..token.range.end,
        text: format!("{name}:"),
        name: (*name).to_owned(),
    };
    fields.map(completion).collect()
}

fn values(collection: &Collection, field: Filter, typed: &str, range: Range<usize>) -> Vec<Completion> {
    let mut folded = String::new();
    fold_into(typed, &mut folded);
    let mut found: BTreeSet<(std::cmp::Reverse<Option<Fit>>, String, String)> = BTreeSet::new();
    let mut offer = |id: &str, names: &[&str]| {
        let fit = fit(&folded, id, names.iter().copied());
        if fit.is_some() || folded.is_empty() {
            let name = names.first().copied().unwrap_or(id);
            found.insert((std::cmp::Reverse(fit), id.to_owned(), name.to_owned()));
        }
    };
    let field = if field == Filter::Kind {
        kind_words().for_each(|word| offer(word, &[word]));
        Filter::Form
    } else {
        field
    };
    for dossier in collection.dossiers() {
        each_named(dossier, field, &mut offer);
    }
    let completion = |(_, id, name): (_, String, _)| {
        let text = if id.contains(char::is_whitespace) { format!("\"{id}\"") } else { id };
        Completion { range: range.clone(), text, name }
    };
    found.into_iter().take(MOST).map(completion).collect()
}
