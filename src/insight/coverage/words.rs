//! Finds the topics of a text by the words of a list.

use crate::data::Topic;
use crate::text::fold::fold_into;
use crate::text::words;
use foldhash::{HashMap, HashMapExt};

/// The number of first letters by which open patterns are looked up.
const BUCKET: usize = 3;

/// Folded words in a row; if `open`, the last may be the start of a word.
struct Pattern {
    topic: usize,
    words: Vec<String>,
    open: bool,
}

/// A list of topics, prepared for matching.
pub(super) struct TopicWords {
    patterns: Vec<Pattern>,
    /// Patterns by their first word, if that must match whole.
    whole: HashMap<String, Vec<usize>>,
    /// Open patterns of one word, by its first letters.
    begins: HashMap<String, Vec<usize>>,
}

impl TopicWords {
    pub(super) fn new(topics: &[Topic]) -> Self {
        let mut ready = Self { patterns: Vec::new(), whole: HashMap::new(), begins: HashMap::new() };
        let mut buffer = String::new();
        for (topic, phrase) in
            topics.iter().enumerate().flat_map(|(i, t)| t.words.iter().map(move |w| (i, w)))
        {
            let (phrase, open) = match phrase.trim().strip_suffix('*') {
                Some(beginning) => (beginning, true),
                None => (phrase.trim(), false),
            };
            fold_into(phrase, &mut buffer);
            let words: Vec<String> = words(&buffer).map(|word| word.text.to_owned()).collect();
            let place = ready.patterns.len();
            match words.as_slice() {
                [] => continue,
                [only] if open => ready.begins.entry(start(only).to_owned()).or_default().push(place),
                [first, ..] => ready.whole.entry(first.clone()).or_default().push(place),
            }
            ready.patterns.push(Pattern { topic, words, open });
        }
        ready
    }

    /// Calls `hit` with the topic wherever the words of one are in a text; `buffer` is scratch space.
    pub(super) fn count(&self, text: &str, buffer: &mut String, mut hit: impl FnMut(usize)) {
        fold_into(text, buffer);
        let words: Vec<&str> = words(buffer).map(|word| word.text).collect();
        for (at, word) in words.iter().enumerate() {
            let whole = self.whole.get(*word);
            let begins = self.begins.get(start(word));
            for place in whole.into_iter().chain(begins).flatten() {
                let Some(pattern) = self.patterns.get(*place) else { continue };
                if words.get(at..).is_some_and(|rest| pattern.stands(rest)) {
                    hit(pattern.topic);
                }
            }
        }
    }
}

impl Pattern {
    /// Whether these words start with the pattern.
    fn stands(&self, words: &[&str]) -> bool {
        let Some((last, before)) = self.words.split_last() else { return false };
        let Some(here) = words.get(before.len()) else { return false };
        let ends = if self.open { here.starts_with(last.as_str()) } else { here == last };
        ends && before.iter().zip(words).all(|(own, word)| own == word)
    }
}

fn start(word: &str) -> &str {
    let end = word.char_indices().nth(BUCKET).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(words: &[&str], text: &str) -> u32 {
        let topics = [Topic { name: "T".into(), words: words.iter().map(|w| (*w).to_owned()).collect() }];
        let mut hits = 0;
        TopicWords::new(&topics).count(text, &mut String::new(), |_| hits += 1);
        hits
    }

    #[test]
    fn words_match_whole_and_beginnings_where_marked() {
        assert_eq!(hits(&["oil"], "Oil, toil and OIL-soils"), 2);
        assert_eq!(hits(&["energ*"], "Energy and energies, not renergy"), 2);
        assert_eq!(hits(&["rules of origin"], "the Rules\nof Origin; rules of the origin"), 1);
        assert_eq!(hits(&["customs dut*"], "customs duties, a customs duty, customs"), 2);
        assert_eq!(hits(&["duty-free"], "duty free and duty-free"), 2);
    }

    #[test]
    fn accents_do_not_count() {
        assert_eq!(hits(&["energie*"], "l’Énergie"), 1);
        assert_eq!(hits(&["энерг*"], "Энергия и энергетика"), 2);
    }
}
