//! Finds references to articles of open agreements in a text: `Article 5`, `Article 5(2)`, `Articles 3 and 4`,
//! `Artículo 9-9`, `Article XX of the GATT 1994`.
//!
//! Only unambiguous references count. Followed by no name, or by `of this Agreement`, a number means an article of the
//! same agreement; followed by the title of an open agreement (or the abbreviation in brackets in its title), an
//! article of that one; followed by any other name, nothing. Roman and Arabic numbers are the same. If several
//! articles have the number, the one in the same chapter is meant, or else none. `paragraph 2` alone means nothing.

use super::wording::each_word;
use crate::model::{Clause, Collection, ItemId, Part};
use crate::text::fold::fold;
use std::ops::Range;

mod number;

use number::{Number, number_at};

/// A part of a text that refers to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it refers to.
    pub target: ItemId,
}

/// Folded words before the number of an article, in English, Spanish and French.
const ARTICLE: [&str; 5] = ["article", "articles", "articulo", "articulos", "art"];
/// Words between two numbers of a list.
const BETWEEN: [&str; 8] = ["and", "or", "to", "through", "y", "e", "et", "a"];
/// Words before the name of the agreement that has the article.
const OF: [&str; 5] = ["of", "de", "del", "du", "des"];
/// Words for the agreement itself.
const OWN: [&str; 8] = ["this", "present", "este", "presente", "ce", "cet", "chapter", "section"];
/// What an agreement calls itself.
const KINDS: [&str; 6] = ["agreement", "treaty", "convention", "acuerdo", "tratado", "accord"];
/// Words after such a kind that make it the name of another agreement.
const NAMED: [&str; 8] = ["on", "establishing", "for", "between", "relating", "concerning", "sobre", "of"];

/// The references in a text of an item, in order, to open items other than the item itself.
pub fn references(collection: &Collection, item: ItemId, text: &str) -> Vec<Reference> {
    let Some(own) = item.agreement().filter(|own| *own != item) else { return Vec::new() };
    let mut found = Vec::new();
    for (range, numbers) in named_articles(text) {
        let Some(agreement) = belongs_to(collection, own, text.get(range.end..).unwrap_or_default()) else {
            continue;
        };
        for number in numbers {
            let target = article(collection, agreement, &number, item).filter(|target| *target != item);
            found.extend(target.map(|target| Reference { range: number.from..number.range.end, target }));
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

/// The agreement that a reference means, by the words after it; `None` if it is not open.
fn belongs_to(collection: &Collection, own: ItemId, behind: &str) -> Option<ItemId> {
    const LONGEST: usize = 24;
    let behind = behind.trim_start_matches([' ', ',']);
    let sentence = behind.split(['.', ';', '\n']).next().unwrap_or_default();
    let mut words: Vec<String> = Vec::new();
    each_word(sentence, |_, word| words.extend((words.len() < LONGEST).then(|| word.to_owned())));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (first, rest) = match words.split_first() {
        None => return Some(own),
        Some((first, rest)) => (*first, rest),
    };
    if !OF.contains(&first) {
        // "Article III GATT 1994": followed by a name in capitals.
        let name: String = sentence.chars().take_while(|c| c.is_alphanumeric()).collect();
        let capitals = name.len() > 2 && name.chars().all(|c| c.is_uppercase());
        return if capitals { by_title(collection, &words) } else { Some(own) };
    }
    let rest = rest.strip_prefix(&["the"]).or(rest.strip_prefix(&["la"])).unwrap_or(rest);
    let (name, after) = rest.split_first()?;
    if OWN.contains(name) {
        return Some(own);
    }
    by_title(collection, rest).or_else(|| {
        // "of the Agreement" means the same agreement, "of the Agreement on Agriculture" does not.
        let another = after.first().is_some_and(|word| NAMED.contains(word));
        (KINDS.contains(name) && !another).then_some(own)
    })
}

/// The open agreement whose title or abbreviation the words start with; the longest title wins.
fn by_title(collection: &Collection, words: &[&str]) -> Option<ItemId> {
    let mut best: Option<(usize, ItemId)> = None;
    for (dossier, held) in (0u32..).zip(collection.dossiers()) {
        for (a, agreement) in (0u32..).zip(&held.agreements) {
            for title in std::iter::once(&agreement.title).chain(&agreement.short_title) {
                let len = begins_with(words, title);
                if len > best.map_or(0, |(len, _)| len) {
                    best = Some((len, ItemId { dossier, part: Part::Agreement(a) }));
                }
            }
        }
    }
    best.map(|(_, item)| item)
}

/// The number of words of the title, or of the abbreviation in brackets, if the words start with all of it; else 0.
fn begins_with(words: &[&str], title: &str) -> usize {
    let Some(first) = words.first() else { return 0 };
    let (name, short) = match title.split_once('(') {
        Some((name, short)) => (name, short.split(')').next().unwrap_or_default()),
        None => (title, ""),
    };
    let length = |name: &str| {
        // Most titles have another first letter; only the others are compared word by word.
        let initial =
            name.trim_start().chars().next().map(|c| fold(c.encode_utf8(&mut [0; 4])).text().to_owned());
        if !initial.is_some_and(|initial| first.starts_with(&initial)) {
            return 0;
        }
        let (mut count, mut same) = (0, true);
        each_word(name, |_, word| {
            same &= words.get(count) == Some(&word);
            count += 1;
        });
        if same { count } else { 0 }
    };
    length(name).max(length(short))
}

/// The article of an agreement with a number; of several, the one in the chapter of the referring text.
fn article(collection: &Collection, agreement: ItemId, number: &Number, from: ItemId) -> Option<ItemId> {
    let Part::Agreement(a) = agreement.part else { return None };
    let held = collection.dossier(agreement)?.agreement(a)?;
    let at = collection.item(from).and_then(|from| from.clause()?.place.as_deref());
    number.readings().find_map(|reading| {
        let has = |clause: &&Clause| number_of(clause).is_some_and(|own| own.is(reading));
        let mut all = (0u32..).zip(&held.clauses).filter(|(_, clause)| has(clause));
        let first = all.next()?;
        let several = all.next().is_some();
        let place = match several {
            false => first.0,
            true => {
                let near = |(_, clause): &(u32, &Clause)| has(clause) && clause.place.as_deref() == at;
                let mut near = (0u32..).zip(&held.clauses).filter(near);
                let only = near.next().filter(|_| at.is_some())?;
                near.next().is_none().then_some(only.0)?
            }
        };
        Some(ItemId { part: Part::Clause(a, place), ..agreement })
    })
}

/// The number of a clause, or the number in its heading: `ARTICLE 5`, `5`, `Artículo 9-9`.
fn number_of(clause: &Clause) -> Option<Number> {
    let text = clause.number.as_deref().unwrap_or(&clause.heading);
    let mut head = None;
    each_word(text, |range, word| {
        if head.is_none() {
            head = Some(if ARTICLE.contains(&word) { range.end } else { range.start });
        }
    });
    number_at(text, head?)
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests;
