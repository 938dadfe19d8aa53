//! Finds references to articles of open agreements in a text: `Article 5`, `Article 5(2)`, `Articles 3 and 4`,
//! `Artículo 9-9`, `Article XX of the GATT 1994`.
//!
//! Only unambiguous references count. Followed by no name, or by `of this Agreement`, a number means an article of the
//! same agreement; followed by the title of an open agreement (or the abbreviation in brackets in its title), an
//! article of that one; followed by any other name, nothing. Roman and Arabic numbers are the same. If several
//! articles have the number, the one in the same chapter is meant, or else none. `paragraph 2` alone means nothing.

use super::wording::each_word;
use crate::model::{Collection, ItemId, Part};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

mod articles;
mod number;
mod owner;
mod titles;

use articles::Articles;
use number::{ARTICLE, Number, number_at};
use owner::Owner;
use titles::Titles;

/// A part of a text that refers to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it refers to.
    pub target: ItemId,
}

/// Words between two numbers of a list.
const BETWEEN: [&str; 8] = ["and", "or", "to", "through", "y", "e", "et", "a"];
/// The references in a text of an item, in order, to open items other than the item itself.
///
/// Takes time in proportion to the text, the titles of the open agreements and the clauses of those that are named.
pub fn references(collection: &Collection, item: ItemId, text: &str) -> Vec<Reference> {
    let Some(own) = item.agreement().filter(|own| *own != item) else { return Vec::new() };
    let lists = named_articles(text);
    let owners: Vec<Owner> =
        lists.iter().map(|(range, _)| Owner::of(text.get(range.end..).unwrap_or_default())).collect();
    let titles = Titles::of(collection, owners.iter().filter_map(Owner::asked).collect());
    let agreements: Vec<Option<ItemId>> = owners.iter().map(|owner| owner.agreement(own, &titles)).collect();
    let mut asked: HashMap<ItemId, HashSet<&str>> = HashMap::new();
    for (agreement, (_, numbers)) in agreements.iter().zip(&lists) {
        if let Some(agreement) = agreement {
            asked.entry(*agreement).or_default().extend(numbers.iter().flat_map(Number::readings));
        }
    }
    let place = collection.item(item).and_then(|from| from.clause()?.place.as_deref());
    let articles: HashMap<ItemId, Articles> = asked
        .iter()
        .filter_map(|(id, asked)| Some((*id, Articles::of(collection.agreement(*id)?, asked, place))))
        .collect();
    let mut found = Vec::new();
    for (agreement, (_, numbers)) in agreements.iter().zip(&lists) {
        let Some(ItemId { dossier, part: Part::Agreement(a) }) = *agreement else { continue };
        for number in numbers {
            let clause = agreement.and_then(|agreement| articles.get(&agreement)?.clause(number));
            let target = clause.map(|clause| ItemId { dossier, part: Part::Clause(a, clause) });
            let range = number.from..number.range.end;
            found.extend(target.filter(|target| *target != item).map(|target| Reference { range, target }));
        }
    }
    found
}

/// The lists of article numbers in a text: the bytes of each, and its numbers.
fn named_articles(text: &str) -> Vec<(Range<usize>, Vec<Number>)> {
    let mut heads: Vec<Range<usize>> = Vec::new();
    each_word(text, |range, word| heads.extend(ARTICLE.contains(&word).then_some(range)));
    let mut found: Vec<(Range<usize>, Vec<Number>)> = Vec::new();
    for head in heads {
        if found.last().is_some_and(|(range, _)| head.start < range.end) {
            continue;
        }
        let mut numbers: Vec<Number> = number_at(text, head.end).into_iter().collect();
        if let Some(first) = numbers.first_mut() {
            first.from = head.start;
        }
        while let Some(next) = numbers.last().and_then(|last| next_of_list(text, last.range.end)) {
            numbers.push(next);
        }
        if let Some(last) = numbers.last() {
            found.push((head.start..last.range.end, numbers));
        }
    }
    found
}

/// The next number of a list: after a comma, or a word like `and`.
fn next_of_list(text: &str, from: usize) -> Option<Number> {
    let rest = text.get(from..)?;
    let after_comma = rest.strip_prefix(',').unwrap_or(rest).trim_start_matches(' ');
    let word: &str = after_comma.split(' ').next()?;
    let after = match BETWEEN.contains(&word) {
        true => after_comma.get(word.len()..)?,
        false if rest.starts_with(',') => after_comma,
        false => return None,
    };
    number_at(text, text.len() - after.len())
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests;
