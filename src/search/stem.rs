//! What the forms of a word have in common: its stem, by the Snowball algorithm of its language; for a numeral its number.

use super::numerals::numeral;
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::hash::BuildHasher;
use unicode_normalization::UnicodeNormalization;

/// The languages whose words are stemmed, by their two-letter codes. English, Russian and Arabic also stand for all words in
/// their script whose language is not on record.
const LANGUAGES: [(&str, Algorithm); 14] = [
    ("ar", Algorithm::Arabic),
    ("de", Algorithm::German),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fa", Algorithm::Persian),
    ("fr", Algorithm::French),
    ("it", Algorithm::Italian),
    ("nl", Algorithm::Dutch),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("tr", Algorithm::Turkish),
    ("uk", Algorithm::Ukrainian),
];

/// A set of languages, one bit each by its place in [`LANGUAGES`]; the highest bit is a language that is not on record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Languages(u32);

impl Languages {
    /// Not on record: each word counts as being in the usual language of its script.
    pub(super) const UNKNOWN: Self = Self(1 << 31);

    /// Any.
    pub(super) const ANY: Self = Self(u32::MAX);

    /// The language with this code. Empty if its words are not stemmed.
    pub(super) fn of(code: &str) -> Self {
        let language = code.get(..2).filter(|_| code.len() == 2 || code.get(2..3) == Some("-"));
        let place =
            LANGUAGES.iter().position(|(known, _)| language.is_some_and(|l| l.eq_ignore_ascii_case(known)));
        place.map_or_else(Self::default, |place| Self(1 << place))
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds languages, and returns those that are new; `None` if none is.
    pub(super) fn widen(&mut self, more: Self) -> Option<Self> {
        let new = Self(more.0 & !self.0);
        self.0 |= more.0;
        (new.0 != 0).then_some(new)
    }

    /// The algorithms for a word, each with the code of its language.
    fn algorithms(self, word: &str) -> impl Iterator<Item = (&'static str, Algorithm)> + use<> {
        let usual = (self.0 & Self::UNKNOWN.0 != 0).then(|| usual_language(word)).flatten();
        let known = LANGUAGES.iter().zip(0u32..);
        let spoken = known.filter(move |((code, _), bit)| self.0 & 1 << bit != 0 || usual == Some(*code));
        spoken.map(|(language, _)| *language)
    }
}

fn usual_language(word: &str) -> Option<&'static str> {
    match word.chars().next()? {
        'a'..='z' | '\u{df}'..='\u{24f}' => Some("en"),
        '\u{430}'..='\u{45f}' => Some("ru"),
        '\u{620}'..='\u{64a}' => Some("ar"),
        _ => None,
    }
}

/// A stem in a language, or the number that a numeral means. Equal stems are those of forms of the same word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stem {
    Numeral(u8),
    /// The hash of the language and the folded stem.
    Word(u64),
}

/// The letters by which a form may be longer than what it has in common with another. Beyond that Snowball joins words of
/// different meanings, such as "internal" and "international", "organic" and "organization".
const ENDING: usize = 5;

impl Stem {
    /// The stems of a word in these languages. Words with other characters than letters have none, numbers aside.
    pub(super) fn each(word: &str, languages: Languages) -> impl Iterator<Item = Self> + use<> {
        let lower: String = word.to_lowercase().nfc().collect();
        let digits = numeral("", &lower).map(Self::Numeral);
        let letters = lower.chars().all(char::is_alphabetic);
        let algorithms = languages.algorithms(&lower).filter(move |_| letters);
        let stems = algorithms.map(move |(code, algorithm)| match numeral(code, &lower) {
            Some(number) => Self::Numeral(number),
            None => {
                let stem = Stemmer::create(algorithm).stem(&lower).into_owned();
                Self::Word(FixedState::default().hash_one((code, fold(&stem).text())))
            }
        });
        digits.into_iter().chain(stems)
    }

    /// Whether two folded words with this stem are forms of the same word.
    pub(super) fn is_shared(self, one: &str, other: &str) -> bool {
        let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let ending = |word: &str| word.chars().count() - common;
        matches!(self, Self::Numeral(_)) || ending(one).max(ending(other)) <= ENDING
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn are_forms(code: &str, one: &str, other: &str) -> bool {
        let stems = |word: &str| Stem::each(word, Languages::of(code)).collect::<Vec<_>>();
        let other_stems = stems(other);
        let folded = |word: &str| fold(word).text().to_owned();
        stems(one)
            .iter()
            .any(|stem| other_stems.contains(stem) && stem.is_shared(&folded(one), &folded(other)))
    }

    #[test]
    fn forms_of_a_word_share_a_stem_in_its_language() {
        for (code, one, other) in [
            ("en", "fishery", "Fisheries"),
            ("en", "strategic", "strategically"),
            ("en", "agreed", "agree"),
            ("en", "parties", "party"),
            ("en", "ten", "10"),
            ("en", "Twenty", "20"),
            ("es", "negociaciones", "negociación"),
            ("es", "doce", "12"),
            ("fr", "coopérations", "coopération"),
            ("ru", "соглашения", "соглашение"),
            ("ru", "десять", "10"),
            ("ar", "عشرة", "10"),
            ("de", "Verträge", "Vertrag"),
            ("tr", "anlaşmalar", "anlaşma"),
        ] {
            assert!(are_forms(code, one, other), "{one} and {other}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (code, one, other) in [
            ("en", "internal", "international"),
            ("en", "organic", "organization"),
            ("en", "party", "part"),
            ("en", "diez", "10"),
            ("en", "11", "12"),
            ("es", "fisheries", "fishery"),
            ("zh", "agreed", "agree"),
        ] {
            assert!(!are_forms(code, one, other), "{one} and {other}");
        }
    }

    #[test]
    fn a_language_that_is_not_on_record_is_that_of_the_script() {
        let stems = |word: &str| Stem::each(word, Languages::UNKNOWN).collect::<Vec<_>>();
        assert_eq!(stems("agreed"), stems("agree"));
        assert_eq!(stems("договора"), stems("договор"));
        assert_eq!(stems("日本").len(), 0);
        assert_eq!(Languages::of("en-GB"), Languages::of("EN"));
        assert_eq!(Languages::of("english"), Languages::default());
    }

    proptest! {
        #[test]
        fn no_word_does_harm(word in r"\p{L}{0,20}|[a-zàéñçß]{0,30}|[а-яёі]{0,20}|[آ-ي]{0,20}|\PC{0,20}") {
            for (code, _) in LANGUAGES {
                prop_assert!(Stem::each(&word, Languages::of(code)).count() <= 2);
            }
        }
    }
}
