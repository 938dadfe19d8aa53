//! How an agreement was read from a file that is only print, and what of it is a guess.

use super::words;
use crate::text::count;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// A fact about an agreement that can be guessed from its text.
    GuessedFact {
        /// Its kind.
        Kind => "kind",
        /// When it was signed.
        Signed => "signed",
        /// Where it was signed.
        Place => "place",
        /// Its parties.
        Parties => "parties",
        /// The language of its clauses.
        Language => "language",
    }
}

/// A fact that no source states: it was guessed from the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Guess {
    /// The fact.
    pub fact: GuessedFact,
    /// The words that it was guessed from.
    pub from: String,
}

/// How the text of an agreement was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// What kind of file it was: `PDF`, `Word`.
    pub format: String,
    /// How many pages the file has, if it has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// The number of the last article that was found; absent if no articles were found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub articles: Option<u32>,
    /// The numbers of the articles before it that were not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<u32>,
    /// What a reader must know of the file, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

impl Reading {
    /// Whether the text may have been made by a scanner, which misreads words: in a PDF, and in the text made of one.
    pub fn may_be_a_scan(&self) -> bool {
        ["PDF", "text"].contains(&self.format.as_str())
    }

    /// How well it was read, in a word or two: `in order`, `2 missing`, `no articles`.
    pub fn in_short(&self) -> String {
        match (self.articles, self.missing.len()) {
            (None, _) => "no articles".to_owned(),
            (Some(_), 0) => "in order".to_owned(),
            (Some(_), missing) => format!("{missing} missing"),
        }
    }

    /// In words: `read from PDF · 13 pages · articles 1–12 in order · Article 3 of the English text not found`, with the
    /// English name of the language of the text.
    pub fn shown(&self, language: Option<&str>) -> String {
        let mut words = vec![format!("read from {}", self.format)];
        words.extend(self.pages.map(|pages| count(pages as usize, "page", "pages")));
        words.push(match (self.articles, self.missing.as_slice()) {
            (None, _) => "no articles found".to_owned(),
            (Some(1), []) => "article 1".to_owned(),
            (Some(last), []) => format!("articles 1–{last} in order"),
            (Some(last), _) => format!("articles 1–{last}"),
        });
        if !self.missing.is_empty() {
            let article = if self.missing.len() == 1 { "Article" } else { "Articles" };
            let whose = language.map_or_else(String::new, |language| format!(" of the {language} text"));
            words.push(format!("{article} {}{whose} not found", numbers(&self.missing)));
        }
        words.extend(self.remarks.iter().cloned());
        words.join(" · ")
    }
}

/// Numbers in ascending order, neighbours as ranges: `2–5, 9`.
pub fn numbers(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|a, b| a.checked_add(1) == Some(*b));
    let shown = runs.map(|run| match run {
        [first, .., last] => format!("{first}–{last}"),
        [one] => one.to_string(),
        [] => String::new(),
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_says_what_is_missing() {
        let mut reading =
            Reading { format: "PDF".to_owned(), pages: Some(13), articles: Some(12), ..Reading::default() };
        assert_eq!(reading.shown(Some("English")), "read from PDF · 13 pages · articles 1–12 in order");
        reading.missing = vec![3];
        assert_eq!(
            reading.shown(Some("English")),
            "read from PDF · 13 pages · articles 1–12 · Article 3 of the English text not found"
        );
        reading.missing = vec![3, 4, 5, 9];
        assert_eq!(
            reading.shown(None),
            "read from PDF · 13 pages · articles 1–12 · Articles 3–5, 9 not found"
        );
        let none = Reading { format: "text".to_owned(), ..Reading::default() };
        assert_eq!(none.shown(None), "read from text · no articles found");
    }
}
