//! What a person searched for, and what they saved of it under a name.

use super::state_file::Kept;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was searched for, and what was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searches {
    /// Each query once, the newest last.
    #[serde(default)]
    pub earlier: Vec<String>,
    /// The saved queries by their names, which are in lower case and without the `@` before them in a query.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub saved: BTreeMap<String, String>,
}

impl Kept for Searches {
    const FORMAT: &'static str = "accords-searches/1";
}

/// A change of the searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchesChange {
    /// This query is the newest.
    Add(String),
    /// A query is saved under a name, in place of the one of that name.
    Save {
        /// The name, as [`Searches::name`] makes it.
        name: String,
        /// The query.
        query: String,
    },
    /// The query of this name is saved no more.
    Remove(String),
}

impl Searches {
    /// The most queries that are remembered.
    const MOST: usize = 500;

    /// Makes a change.
    pub fn apply(&mut self, change: SearchesChange) {
        match change {
            SearchesChange::Add(query) => self.add(query),
            SearchesChange::Save { name, query } => drop(self.saved.insert(name, query)),
            SearchesChange::Remove(name) => drop(self.saved.remove(&name)),
        }
    }

    fn add(&mut self, query: String) {
        self.earlier.retain(|other| *other != query);
        self.earlier.push(query);
        let old = self.earlier.len().saturating_sub(Self::MOST);
        self.earlier.drain(..old);
    }

    /// A name as it is kept: in lower case, without blanks around it and the `@` before it.
    ///
    /// # Errors
    /// It cannot be a word of a query.
    pub fn name(typed: &str) -> Result<String, &'static str> {
        let typed = typed.trim();
        let name = typed.strip_prefix('@').unwrap_or(typed).to_lowercase();
        let is_part = |c: char| !c.is_whitespace() && !c.is_control() && !"\"\\*@".contains(c);
        match name.chars().count() {
            0 => Err("type a name for the search"),
            1..=40 if name.chars().all(is_part) => Ok(name),
            1..=40 => Err("the name of a search is one word, without blanks, quotes, stars and backslashes"),
            _ => Err("the name of a search has at most 40 letters"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_remembered_once() {
        let mut searches = Searches::default();
        ["one", "two", "one"]
            .iter()
            .for_each(|query| searches.apply(SearchesChange::Add((*query).to_owned())));
        assert_eq!(searches.earlier, ["two", "one"]);
    }

    #[test]
    fn a_name_is_a_word_of_a_query() {
        assert_eq!(Searches::name(" @Energy-2020 "), Ok("energy-2020".to_owned()));
        assert_eq!(Searches::name("Ənerji"), Ok("ənerji".to_owned()));
        for wrong in ["", "@", "two words", "a\"b", "a*", "a\\b", "a@b", &"x".repeat(41)] {
            assert!(Searches::name(wrong).is_err(), "{wrong}");
        }
    }
}
