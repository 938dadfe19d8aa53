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

/// The number of an article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ArticleNumber {
    /// Counted through the whole text.
    Plain(u32),
    /// Counted anew in each chapter, as it is printed: `14.1`.
    Within(String),
}

impl std::fmt::Display for ArticleNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Plain(number) => number.fmt(f),
            Self::Within(number) => f.write_str(number),
        }
    }
}

impl ArticleNumber {
    /// Whether another number is the next in the same count.
    fn is_before(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Plain(one), Self::Plain(next)) => one.checked_add(1) == Some(*next),
            (Self::Within(one), Self::Within(next)) => {
                let parts = |number: &str| -> Option<(usize, u32)> {
                    let at = number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
                    Some((at, number.get(at..)?.parse().ok()?))
                };
                let (Some((at, value)), Some((_, after))) = (parts(one), parts(next)) else { return false };
                one.get(..at) == next.get(..at) && value.checked_add(1) == Some(after)
            }
            _ => false,
        }
    }
}

/// How the text of an agreement was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// What kind of file it was: `PDF`, `Word`.
    pub format: String,
    /// How many pages the file has, if it has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// The number of the first article, if articles count anew in each chapter; absent if it is 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<ArticleNumber>,
    /// The number of the last article that was found; absent if no articles were found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub articles: Option<ArticleNumber>,
    /// The numbers of the articles before it that were not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<ArticleNumber>,
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
        match (&self.articles, self.missing.len()) {
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
        let first = self.first.as_ref().unwrap_or(&ArticleNumber::Plain(1));
        words.push(match (&self.articles, self.missing.as_slice()) {
            (None, _) => "no articles found".to_owned(),
            (Some(last), []) if last == first => format!("article {first}"),
            (Some(last), []) => format!("articles {first}–{last} in order"),
            (Some(last), _) => format!("articles {first}–{last}"),
        });
        if !self.missing.is_empty() {
            let article = if self.missing.len() == 1 { "Article" } else { "Articles" };
            let whose = language.map_or_else(String::new, |language| format!(" of the {language} text"));
            words.push(format!("{article} {}{whose} not found", article_numbers(&self.missing)));
        }
        words.extend(self.remarks.iter().cloned());
        words.join(" · ")
    }
}

/// Numbers in ascending order, neighbours as ranges: `2–5, 9`.
pub fn numbers(numbers: &[u32]) -> String {
    ranges(numbers, |a, b| a.checked_add(1) == Some(*b))
}

/// Numbers of articles in order, neighbours as ranges: `2–5, 9`, `14.2–14.5`.
pub fn article_numbers(numbers: &[ArticleNumber]) -> String {
    ranges(numbers, ArticleNumber::is_before)
}

fn ranges<T: std::fmt::Display>(numbers: &[T], is_next: impl Fn(&T, &T) -> bool) -> String {
    let shown = numbers.chunk_by(|a, b| is_next(a, b)).map(|run| match run {
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
        let mut reading = Reading {
            format: "PDF".to_owned(),
            pages: Some(13),
            articles: Some(ArticleNumber::Plain(12)),
            ..Reading::default()
        };
        assert_eq!(reading.shown(Some("English")), "read from PDF · 13 pages · articles 1–12 in order");
        reading.missing = vec![ArticleNumber::Plain(3)];
        assert_eq!(
            reading.shown(Some("English")),
            "read from PDF · 13 pages · articles 1–12 · Article 3 of the English text not found"
        );
        reading.missing = [3, 4, 5, 9].map(ArticleNumber::Plain).into();
        assert_eq!(
            reading.shown(None),
            "read from PDF · 13 pages · articles 1–12 · Articles 3–5, 9 not found"
        );
        let within = |number: &str| ArticleNumber::Within(number.to_owned());
        let chapters = Reading {
            format: "Word".to_owned(),
            first: Some(within("1.1")),
            articles: Some(within("3.12")),
            missing: ["1.3", "1.4", "1.5", "2.1", "3.9", "3.10"].map(within).into(),
            ..Reading::default()
        };
        assert_eq!(
            chapters.shown(None),
            "read from Word · articles 1.1–3.12 · Articles 1.3–1.5, 2.1, 3.9–3.10 not found"
        );
        let none = Reading { format: "text".to_owned(), ..Reading::default() };
        assert_eq!(none.shown(None), "read from text · no articles found");
    }
}
