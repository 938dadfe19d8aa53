//! Which open agreement the words after a reference name.

use crate::insight::wording::each_word;
use crate::model::{Collection, ItemId, Part};
use crate::text::fold::fold;
use std::collections::HashMap;

/// The titles and abbreviations of open agreements that some of the asked words begin with, in folded words.
///
/// All are found in one walk over the agreements, as a text may hold thousands of references.
pub(super) struct Titles(HashMap<String, ItemId>);

impl Titles {
    /// Those that `asked` begin with; each is folded words with a blank between them.
    pub(super) fn of(collection: &Collection, mut asked: Vec<&str>) -> Self {
        let mut known = HashMap::new();
        asked.sort_unstable();
        if !asked.is_empty() {
            for (dossier, held) in (0u32..).zip(collection.dossiers()) {
                for (a, agreement) in (0u32..).zip(&held.agreements) {
                    let item = ItemId { dossier, part: Part::Agreement(a) };
                    let titles = std::iter::once(&agreement.title).chain(&agreement.short_title);
                    for name in titles.flat_map(|title| names(title)) {
                        // Of agreements with the same title, the first one is meant.
                        named(name, &asked).into_iter().for_each(|title| {
                            known.entry(title).or_insert(item);
                        });
                    }
                }
            }
        }
        Self(known)
    }

    /// The agreement with the longest title that these words begin with.
    pub(super) fn longest(&self, words: &str) -> Option<ItemId> {
        let ends = words.rmatch_indices(' ').map(|(end, _)| end);
        std::iter::once(words.len()).chain(ends).find_map(|end| self.0.get(words.get(..end)?).copied())
    }
}

/// The name in a title, and the abbreviation in brackets after it.
fn names(title: &str) -> impl Iterator<Item = &str> {
    let (name, short) = match title.split_once('(') {
        Some((name, short)) => (name, short.split(')').next()),
        None => (title, None),
    };
    std::iter::once(name).chain(short)
}

/// The folded words of a name, if some of the sorted texts begin with them.
fn named(name: &str, asked: &[&str]) -> Option<String> {
    // Most titles have another first letter; only the others are folded.
    let initial = name.trim_start().chars().next()?;
    let initial = fold(initial.encode_utf8(&mut [0; 4])).text().to_owned();
    begins_one(asked, &initial)?;
    let mut words = String::new();
    each_word(name, |_, word| {
        words.extend((!words.is_empty()).then_some(' '));
        words.push_str(word);
    });
    let after = begins_one(asked, &words)?;
    (!words.is_empty() && (after.is_empty() || after.starts_with(' '))).then_some(words)
}

/// What comes after this beginning in the first of the sorted texts that has it.
fn begins_one<'a>(sorted: &[&'a str], beginning: &str) -> Option<&'a str> {
    let at = sorted.partition_point(|text| *text < beginning);
    sorted.get(at)?.strip_prefix(beginning)
}
