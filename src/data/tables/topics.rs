//! The list of topics: the words by which a topic is recognised in texts that name no sectors.
//!
//! The built-in list is `assets/topics.toml`, which also describes the method.

use crate::data::file::read_text;
use crate::data::problem::{Problem, place};
use serde::Deserialize;
use std::path::Path;

const TEXT: &str = include_str!("../../../assets/topics.toml");

/// A topic and its words. A word that ends with `*` stands for all words that begin like it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name.
    pub name: String,
    /// Words or phrases.
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    topic: Vec<Topic>,
}

/// The built-in list.
///
/// # Errors
/// None in a build whose tests pass.
pub fn builtin_topics() -> Result<Vec<Topic>, Problem> {
    parse_topics(Path::new("built-in topics"), TEXT)
}

/// The list in this file.
///
/// # Errors
/// The file cannot be read, or is not a list of topics; with its line.
pub fn read_topics(path: &Path, max_size: u64) -> Result<Vec<Topic>, Problem> {
    parse_topics(path, &read_text(path, max_size)?)
}

fn parse_topics(path: &Path, text: &str) -> Result<Vec<Topic>, Problem> {
    let file: File = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let words = format!("is not a list of topics: {}", error.message().replace('\n', " "));
        Problem::of_file(path, words).at(place(text, start))
    })?;
    let short = |w: &&String| w.ends_with('*') && !w.contains(' ') && w.chars().count() < 4;
    if let Some(word) = file.topic.iter().flat_map(|t| &t.words).find(short) {
        let words = format!("has \"{word}\"; at least three letters must come before a *");
        return Err(Problem::of_file(path, words));
    }
    let wordless = |t: &&Topic| {
        t.name.trim().is_empty() || t.words.iter().all(|w| w.trim_matches(['*', ' ']).is_empty())
    };
    if let Some(topic) = file.topic.iter().find(wordless) {
        let words = format!("has a topic without a name or without words (\"{}\")", topic.name);
        return Err(Problem::of_file(path, words));
    }
    if file.topic.is_empty() {
        return Err(Problem::of_file(path, "has no topics; write [[topic]] with a name and words"));
    }
    Ok(file.topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_list_is_good() {
        let topics = builtin_topics().unwrap();
        assert!(topics.len() > 20);
        let mut names: Vec<&str> = topics.iter().map(|t| t.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), topics.len());
    }

    #[test]
    fn what_is_wrong_is_reported_with_its_line() {
        let error =
            parse_topics(Path::new("t.toml"), "[[topic]]\nname = \"A\"\nword = [\"a\"]\n").unwrap_err();
        assert!(
            error.to_string().starts_with("t.toml:3:1: error: is not a list of topics: unknown field `word`"),
            "{error}"
        );
        for text in
            ["", "[[topic]]\nname = \"A\"\nwords = [\"*\"]\n", "[[topic]]\nname = \" \"\nwords = [\"a\"]"]
        {
            assert!(parse_topics(Path::new("t.toml"), text).is_err(), "{text}");
        }
    }
}
