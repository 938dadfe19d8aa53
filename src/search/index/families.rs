//! Which words of the vocabulary are forms of the same word.

use crate::search::stem::{Languages, Stem};
use rayon::prelude::*;
use std::collections::HashMap;

/// The words by stem, and the stems by word.
#[derive(Clone, Debug, Default)]
pub(super) struct Families {
    /// Ascending.
    members: Vec<(Stem, u32)>,
    /// Ascending.
    stems: Vec<(u32, Stem)>,
    /// The languages of the texts.
    languages: Languages,
}

impl Families {
    /// The stems of the word with this number.
    pub(super) fn stems(&self, number: u32) -> Vec<Stem> {
        of(&self.stems, number).collect()
    }

    /// The stems of a word in the languages of the texts.
    pub(super) fn stems_of(&self, written: &str) -> Vec<Stem> {
        Stem::each(written, self.languages).collect()
    }

    /// The words with this stem.
    pub(super) fn members(&self, stem: Stem) -> impl Iterator<Item = u32> + '_ {
        of(&self.members, stem)
    }

    pub(super) fn bytes(&self) -> usize {
        self.members.len() * size_of::<(Stem, u32)>() + self.stems.len() * size_of::<(u32, Stem)>()
    }
}

/// The second parts of the pairs with this first part; the pairs must ascend.
fn of<A: Ord + Copy, B: Copy>(pairs: &[(A, B)], first: A) -> impl Iterator<Item = B> + '_ {
    let start = pairs.partition_point(|(other, _)| *other < first);
    let rest = pairs.get(start..).unwrap_or_default();
    rest.iter().take_while(move |(other, _)| *other == first).map(|(_, second)| *second)
}

/// Gathers the stems of words while texts are read; each word is stemmed once in each language.
#[derive(Debug, Default)]
pub(super) struct Stemmed {
    /// By number: the languages in which the word is stemmed.
    spoken: Vec<Languages>,
    /// Written forms that folding changed, by number, likewise.
    forms: HashMap<(u32, Box<str>), Languages, foldhash::fast::RandomState>,
    members: Vec<(Stem, u32)>,
    languages: Languages,
}

/// A word by its number, with the languages of texts that it is in.
pub(super) type Spoken<'a> = (u32, &'a str, Languages);

impl Stemmed {
    /// Adds folded words, and forms of them as written, of texts in these languages.
    pub(super) fn add<'a>(
        &mut self,
        languages: Languages,
        words: impl Iterator<Item = Spoken<'a>>,
        forms: impl Iterator<Item = Spoken<'a>>,
    ) {
        let mut new: Vec<Spoken<'a>> = Vec::new();
        for (number, word, languages) in words {
            let place = number as usize;
            if self.spoken.len() <= place {
                self.spoken.resize(place + 1, Languages::default());
            }
            new.extend(
                self.spoken
                    .get_mut(place)
                    .and_then(|spoken| spoken.widen(languages))
                    .map(|new| (number, word, new)),
            );
        }
        for (number, written, languages) in forms {
            let spoken = self.forms.entry((number, Box::from(written))).or_default();
            new.extend(spoken.widen(languages).map(|new| (number, written, new)));
        }
        self.languages = self.languages.and(languages);
        let stems = new.par_iter().flat_map_iter(|(number, word, languages)| {
            Stem::each(word, *languages).map(|stem| (stem, *number))
        });
        self.members.par_extend(stems);
    }

    pub(super) fn families(&mut self) -> Families {
        self.members.par_sort_unstable();
        self.members.dedup();
        let mut stems: Vec<(u32, Stem)> =
            self.members.iter().map(|(stem, number)| (*number, *stem)).collect();
        stems.par_sort_unstable();
        Families { members: self.members.clone(), stems, languages: self.languages }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_a_family_in_the_language_of_their_texts() {
        let mut stemmed = Stemmed::default();
        let (english, spanish) = (Languages::of("en"), Languages::of("es"));
        let words = (0..).zip(["agree", "agreed", "agreement"]).map(|(number, word)| (number, word, english));
        stemmed.add(english, words, std::iter::empty());
        let words = [(3, "negociacion", spanish), (4, "negociaciones", spanish)];
        stemmed.add(spanish, words.into_iter(), [(3, "negociación", spanish)].into_iter());
        let families = stemmed.families();
        let family = |number: u32| -> Vec<u32> {
            let stems = families.stems(number);
            stems.into_iter().flat_map(|stem| families.members(stem).collect::<Vec<_>>()).collect()
        };
        assert_eq!(family(1), [0, 1]);
        assert!(family(3).contains(&4));
        assert!(families.stems_of("agreeing").iter().any(|stem| families.stems(0).contains(stem)));
        assert_eq!(stemmed.families().bytes(), families.bytes());
    }
}
