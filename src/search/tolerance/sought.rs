//! The words that an index for one query must have.
//!
//! Which words a query word matches depends on what the texts have: without the word itself it may match inside others,
//! without any match it is taken for a typo. So the first index is made with the words that are most likely to count; what
//! it has shows what else is needed, until nothing more is.

use super::hits::Hits;
use super::reach::{LONG_ENOUGH, Reach, reach, tier};
use super::typos::{may_be_meant, may_be_near};
use crate::model::Collection;
use crate::search::index::{Vocabulary, Wanted, languages_of, spellings};
use crate::search::query::{Filter, Lookups, Query, QueryWord, Shape};
use crate::search::stem::{Languages, Stem};
use crate::text::is_hyphen;
use std::collections::HashSet;

/// What is sought, as far as is known.
pub(crate) struct Sought {
    words: Vec<SoughtWord>,
    filters: Vec<Filter>,
    /// The languages of the texts.
    languages: Languages,
    /// The spellings of each part of a name.
    spellings: HashSet<Vec<String>>,
    /// Other spellings of what is sought.
    names: HashSet<String>,
    /// Words that are sought because of how some texts write them.
    written: HashSet<String>,
    /// Whether words are sought that are merely like those of the query.
    is_near: bool,
}

/// A word of the query.
struct SoughtWord {
    word: QueryWord,
    /// Whether it is only looked up if texts have it, because hyphens may join it.
    is_joined: bool,
    reach: Reach,
    /// The word, and words that it may be a typo of, each with its stems.
    families: Vec<(String, Vec<Stem>)>,
    /// Whether words are sought that it may be a typo of.
    is_typo: bool,
}

impl Sought {
    /// What is sought first in a collection.
    pub(crate) fn new(collection: &Collection, query: &Query) -> Self {
        let mut sought = Self::of(query, languages_of(collection));
        sought.add_names(collection);
        sought
    }

    /// What is sought first where it is not known yet which languages and names there are.
    pub(crate) fn before_reading(query: &Query) -> Self {
        Self::of(query, Languages::ANY)
    }

    fn of(query: &Query, languages: Languages) -> Self {
        let Lookups { words, joined, filters } = query.lookups();
        let plain = words.into_iter().map(|word| (word, false));
        let all = plain.chain(joined.into_iter().map(|word| (word, true)));
        Self {
            words: all.map(|(word, is_joined)| SoughtWord::new(word, is_joined, languages)).collect(),
            filters,
            languages,
            spellings: HashSet::new(),
            names: HashSet::new(),
            written: HashSet::new(),
            is_near: false,
        }
    }

    /// The same, and words that are merely like those of the query.
    pub(crate) fn and_near(mut self) -> Self {
        self.is_near = true;
        self.find_names();
        self
    }

    /// Adds the names of a collection. Returns whether more is sought for them.
    pub(crate) fn add_names(&mut self, collection: &Collection) -> bool {
        self.spellings.extend(collection.dossiers().iter().flat_map(|dossier| spellings(dossier)));
        let before = std::mem::take(&mut self.names);
        self.find_names();
        self.names.iter().any(|name| !before.contains(name) && !self.is_sought("", name))
    }

    /// Adds what is needed besides, given the words of an index of what was sought so far. Returns whether it is more.
    pub(crate) fn widen(&mut self, vocabulary: &Vocabulary) -> bool {
        let mut is_more = false;
        for word in &mut self.words {
            is_more |= word.widen(vocabulary, self.languages);
        }
        // A word with accents may have been found by its stem, which others that fold to the same do not have.
        for rank in 0..vocabulary.len() {
            let (word, number) = (vocabulary.word(rank), vocabulary.number(rank));
            if vocabulary.count(number) > 0 && !self.word("", word) {
                is_more |= self.written.insert(word.to_owned());
            }
        }
        self.find_names();
        is_more
    }

    fn find_names(&mut self) {
        let is_sought = |group: &&Vec<String>| group.iter().any(|name| self.is_sought("", name));
        self.names = self.spellings.iter().filter(is_sought).flatten().cloned().collect();
    }

    fn is_sought(&self, written: &str, folded: &str) -> bool {
        self.written.contains(folded)
            || self
                .words
                .iter()
                .any(|word| word.matches_by_letters(folded) || self.is_near && word.is_near(folded))
            || self.is_form(written, folded)
    }

    /// Whether a word has a stem of a word that is sought.
    fn is_form(&self, written: &str, folded: &str) -> bool {
        let families = || self.words.iter().flat_map(|word| &word.families);
        // Stemming costs more than comparing letters.
        if !families().any(|(word, stems)| stems.iter().any(|stem| stem.is_shared(word, folded))) {
            return false;
        }
        let form: String = if written.is_ascii() {
            String::new()
        } else {
            written.chars().filter(|c| !is_hyphen(*c) && !c.is_whitespace()).collect()
        };
        let stems: Vec<Stem> =
            [folded, &form].into_iter().flat_map(|word| Stem::each(word, self.languages)).collect();
        families()
            .any(|(word, own)| own.iter().any(|stem| stems.contains(stem) && stem.is_shared(word, folded)))
    }
}

impl Wanted for Sought {
    fn word(&self, written: &str, folded: &str) -> bool {
        self.is_sought(written, folded) || self.names.contains(folded)
    }

    fn filter(&self, filter: Filter) -> bool {
        self.filters.contains(&filter)
    }
}

impl SoughtWord {
    fn new(word: QueryWord, is_joined: bool, languages: Languages) -> Self {
        let reach = least_reach(&word, is_joined);
        let mut families = Vec::new();
        if is_joined || has_forms(&word) {
            let stems = [&word.typed, &word.folded].into_iter().flat_map(|word| Stem::each(word, languages));
            families.push((word.folded.clone(), stems.collect()));
        }
        Self { word, is_joined, reach, families, is_typo: false }
    }

    fn matches_by_letters(&self, folded: &str) -> bool {
        tier(&self.word.folded, folded, self.reach).is_some()
            || self.is_typo && may_be_meant(&self.word, folded)
    }

    fn is_near(&self, folded: &str) -> bool {
        may_be_near(&self.word.folded, folded)
    }

    fn widen(&mut self, vocabulary: &Vocabulary, languages: Languages) -> bool {
        let reach = self.reach.max(reach(vocabulary, &self.word));
        let mut is_more = reach > self.reach;
        self.reach = reach;
        if self.is_joined || has_forms(&self.word) {
            is_more |= self.add_family(&self.word.folded.clone(), vocabulary, languages);
        }
        let hits = Hits::find(vocabulary, &self.word);
        let Some(meant) = hits.meant() else { return is_more };
        let is_held = hits.all().any(|number| vocabulary.count(number) > 0);
        if !self.is_typo && (is_held || !self.is_joined) {
            self.is_typo = true;
            return true;
        }
        meant.iter().fold(is_more, |is_more, number| {
            self.add_family(vocabulary.numbered(*number), vocabulary, languages) || is_more
        })
    }

    /// Adds the stems that a word has in the texts, or would have in any of their languages; returns whether some are new.
    fn add_family(&mut self, word: &str, vocabulary: &Vocabulary, languages: Languages) -> bool {
        let mut stems = vocabulary.stems(word);
        stems.extend(Stem::each(word, languages));
        match self.families.iter_mut().find(|(other, _)| other == word) {
            Some((_, known)) => {
                let before = known.len();
                known.extend(stems.into_iter().filter(|stem| !known.contains(stem)).collect::<Vec<_>>());
                known.len() > before
            }
            None => {
                self.families.push((word.to_owned(), stems));
                true
            }
        }
    }
}

fn has_forms(word: &QueryWord) -> bool {
    !matches!(word.shape, Shape::Quoted | Shape::Starred)
}

/// How loosely a word matches whatever the texts have.
fn least_reach(word: &QueryWord, is_joined: bool) -> Reach {
    let has_digit = word.folded.bytes().any(|byte| byte.is_ascii_digit());
    match word.shape {
        Shape::Quoted if !is_joined => Reach::Whole,
        Shape::Quoted | Shape::Starred => Reach::Beginning,
        _ if has_digit || word.folded.chars().count() < LONG_ENOUGH => Reach::Beginning,
        _ => Reach::Inside,
    }
}
