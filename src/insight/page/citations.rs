//! The numbers by which sources are cited.

use crate::model::ItemId;
use std::collections::HashMap;

/// Numbers of sources from 1, in the order in which they are first cited: on one page, or on all pages of a document.
#[derive(Debug, Default)]
pub struct Citations {
    sources: Vec<ItemId>,
    numbers: HashMap<ItemId, usize>,
}

impl Citations {
    /// The number of a source; a new one if it was not cited yet.
    pub fn number(&mut self, source: ItemId) -> usize {
        *self.numbers.entry(source).or_insert_with(|| {
            self.sources.push(source);
            self.sources.len()
        })
    }

    /// The sources in the order of their numbers.
    pub fn sources(&self) -> &[ItemId] {
        &self.sources
    }
}

/// Numbers as `[1]`, `[1–3]`, `[1] [3]`.
pub(super) fn shown(numbers: impl Iterator<Item = usize>) -> String {
    let mut sorted: Vec<usize> = numbers.collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for n in sorted {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == n => *end = n,
            _ => runs.push((n, n)),
        }
    }
    let one = |(a, b): (usize, usize)| if a == b { format!("[{a}]") } else { format!("[{a}–{b}]") };
    runs.into_iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn citations_are_short() {
        let cases = [(vec![], ""), (vec![1], "[1]"), (vec![3, 1, 2], "[1–3]"), (vec![1, 3, 4], "[1] [3–4]")];
        for (numbers, expected) in cases {
            assert_eq!(shown(numbers.into_iter()), expected);
        }
    }
}
