//! Which agreement a reference means, by the words after it.

use super::titles::Titles;
use crate::insight::wording::each_word;
use crate::model::ItemId;

/// Words before the name of the agreement that has the article.
const OF: [&str; 5] = ["of", "de", "del", "du", "des"];
/// Words for the agreement itself.
const OWN: [&str; 8] = ["this", "present", "este", "presente", "ce", "cet", "chapter", "section"];
/// What an agreement calls itself.
const KINDS: [&str; 6] = ["agreement", "treaty", "convention", "acuerdo", "tratado", "accord"];
/// Words after such a kind that make it the name of another agreement.
const NAMED: [&str; 8] = ["on", "establishing", "for", "between", "relating", "concerning", "sobre", "of"];

/// What the words after a reference say about the agreement that it means.
pub(super) enum Owner {
    /// The agreement of the referring text.
    Own,
    /// Another one, that is not named.
    Other,
    /// The one whose title these folded words begin with; if none is open, that of the referring text.
    NamedOrOwn(String),
    /// The one whose title these folded words begin with.
    Named(String),
}

impl Owner {
    /// By the text after a reference.
    pub(super) fn of(behind: &str) -> Self {
        /// In words, and in characters: no title is longer.
        const LONGEST: (usize, usize) = (24, 600);
        let behind = behind.trim_start_matches([' ', ',']);
        let end = behind.char_indices().nth(LONGEST.1).map_or(behind.len(), |(end, _)| end);
        let behind = behind.get(..end).unwrap_or_default();
        let sentence = behind.split(['.', ';', '\n']).next().unwrap_or_default();
        let mut words: Vec<String> = Vec::new();
        each_word(sentence, |_, word| words.extend((words.len() < LONGEST.0).then(|| word.to_owned())));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.split_first() {
            None => Self::Own,
            Some((first, rest)) if OF.contains(first) => Self::after_of(rest),
            Some(_) => {
                // "Article III GATT 1994": followed by a name in capitals.
                let name: String = sentence.chars().take_while(|c| c.is_alphanumeric()).collect();
                let is_name = name.len() > 2 && name.chars().all(char::is_uppercase);
                if is_name { Self::Named(words.join(" ")) } else { Self::Own }
            }
        }
    }

    fn after_of(words: &[&str]) -> Self {
        let words = words.strip_prefix(&["the"]).or(words.strip_prefix(&["la"])).unwrap_or(words);
        let Some((name, after)) = words.split_first() else { return Self::Other };
        if OWN.contains(name) {
            return Self::Own;
        }
        // "of the Agreement" means the same agreement, "of the Agreement on Agriculture" does not.
        let another = after.first().is_some_and(|word| NAMED.contains(word));
        match KINDS.contains(name) && !another {
            true => Self::NamedOrOwn(words.join(" ")),
            false => Self::Named(words.join(" ")),
        }
    }

    /// The words that may be a title.
    pub(super) fn asked(&self) -> Option<&str> {
        match self {
            Self::NamedOrOwn(words) | Self::Named(words) => Some(words),
            Self::Own | Self::Other => None,
        }
    }

    /// The agreement that is meant; `None` if it is not open.
    pub(super) fn agreement(&self, own: ItemId, titles: &Titles) -> Option<ItemId> {
        match self {
            Self::Own => Some(own),
            Self::Other => None,
            Self::NamedOrOwn(words) => titles.longest(words).or(Some(own)),
            Self::Named(words) => titles.longest(words),
        }
    }
}
