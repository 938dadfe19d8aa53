//! Saved searches in a query: the word `@name` is the query that was saved under that name.

use super::lexer::{Form, Sign, Token, tokens};
use super::parse::Query;
use super::word::{Cause, QueryProblem};
use crate::text::edit::nearest;
use std::collections::BTreeMap;
use std::ops::Range;

/// The saved queries by their names, which are in lower case and without the `@`.
pub type SavedSearches = BTreeMap<String, String>;

/// A query as typed, and as it is searched: with the saved searches that it names written out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WrittenOut {
    text: String,
    /// The stretches of the text, each with where it was typed.
    places: Vec<(Range<usize>, Range<usize>)>,
    problems: Vec<QueryProblem>,
}

impl WrittenOut {
    /// A query with these saved searches. A name that is not among them is left out, and is a problem.
    pub fn new(typed: &str, saved: &SavedSearches) -> Self {
        let mut out = Self::default();
        let all = tokens(typed);
        let mut end = 0;
        for (place, token) in all.iter().enumerate() {
            let Some(name) = named(typed, token) else { continue };
            out.copy(typed, end..token.range.start);
            end = token.range.end;
            let beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten();
            let is_joined = beside.filter_map(|place| all.get(place)).any(Token::is_or);
            match query_of(&name, saved).and_then(|query| fitted(&name, query, token.sign, is_joined)) {
                Ok(query) => {
                    let follows = !typed.get(end..).unwrap_or_default().trim().is_empty();
                    let is_open = tokens(&query).last().is_some_and(|last| last.form == Form::Quoting);
                    let close = if follows && is_open { "\"" } else { "" };
                    out.push(&format!("{query}{close}"), token.range.clone());
                }
                Err(message) => {
                    let range = token.range.clone();
                    out.problems.push(QueryProblem { range, message, cause: Cause::Filter });
                }
            }
        }
        out.copy(typed, end..typed.len());
        out
    }

    fn copy(&mut self, typed: &str, range: Range<usize>) {
        self.push(typed.get(range.clone()).unwrap_or_default(), range);
    }

    fn push(&mut self, words: &str, typed: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(words);
        self.places.push((start..self.text.len(), typed));
    }

    /// The text that is searched.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The query that is searched.
    pub fn query(&self) -> Query {
        Query::parse(&self.text)
    }

    /// The problems with the names, then those of the query, all where they were typed.
    pub fn problems(&self, of_query: &[QueryProblem]) -> Vec<QueryProblem> {
        let moved = of_query.iter().cloned();
        let moved = moved.map(|problem| QueryProblem { range: self.typed(&problem.range), ..problem });
        self.problems.iter().cloned().chain(moved).collect()
    }

    /// Where a range of the text was typed: for what is in a saved search, its name.
    fn typed(&self, range: &Range<usize>) -> Range<usize> {
        let piece = self.places.iter().find(|(text, _)| range.start < text.end || range.end <= text.end);
        match piece {
            Some((text, typed)) if text.len() == typed.len() => {
                let moved = |at: usize| (typed.start + at.saturating_sub(text.start)).min(typed.end);
                moved(range.start)..moved(range.end)
            }
            Some((_, typed)) => typed.clone(),
            None => range.clone(),
        }
    }
}

/// The name of a saved search, without its `@` and in lower case; `None` of any other word.
fn named(typed: &str, token: &Token) -> Option<String> {
    let name = token.text.strip_prefix('@').filter(|name| !name.is_empty())?;
    let is_plain = token.form == Form::Bare && token.field.is_none();
    let begins = typed.get(token.range.start..)?.trim_start_matches('-').starts_with('@');
    (is_plain && begins).then(|| name.to_lowercase())
}

fn query_of<'a>(name: &str, saved: &'a SavedSearches) -> Result<&'a str, String> {
    saved.get(name).map(String::as_str).ok_or_else(|| unknown_name(name, saved))
}

/// That no search is saved under a name, and which names are near.
pub fn unknown_name(name: &str, saved: &SavedSearches) -> String {
    let at = |name: &str| format!("@{name}");
    let known: Vec<String> = saved.keys().take(9).map(|name| at(name)).collect();
    match nearest(name, saved.keys().map(String::as_str)) {
        Some(meant) => format!("no search is saved as @{name}; did you mean @{meant}?"),
        None if known.is_empty() => format!("no search is saved as @{name}; none is saved yet"),
        None => format!("no search is saved as @{name}; there are {}", known.join(", ")),
    }
}

/// A saved query as it is written at a place where a single word is needed: after `-`, or beside `OR`.
fn fitted(name: &str, query: &str, sign: Sign, is_joined: bool) -> Result<String, String> {
    let all = tokens(query);
    let is_single = matches!(all.as_slice(), [one] if one.sign == Sign::Wanted);
    match sign {
        _ if is_joined && !is_single => {
            Err(format!("OR joins single words or filters; @{name} has several parts"))
        }
        Sign::Unwanted if !is_single => {
            Err(format!("only single words or filters are left out; @{name} has several parts"))
        }
        Sign::Unwanted => Ok(format!("-{query}")),
        Sign::Wanted => Ok(query.to_owned()),
    }
}

/// The names of saved searches with which the last word of a query may go on, and where that word begins.
pub fn complete_name(typed: &str, saved: &SavedSearches) -> (usize, Vec<String>) {
    let start = typed
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + typed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = typed.get(start..).unwrap_or_default();
    let begun = word.strip_prefix('@').map(str::to_lowercase);
    let names = begun.map(|begun| saved.keys().filter(move |name| name.starts_with(&begun)));
    (start, names.into_iter().flatten().map(|name| format!("@{name}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn saved() -> SavedSearches {
        let all = [("energy", "sector:energy oil"), ("sea", "fisheries"), ("open", "\"green ene")];
        all.map(|(name, query)| (name.to_owned(), query.to_owned())).into()
    }

    fn written(typed: &str) -> String {
        WrittenOut::new(typed, &saved()).text().to_owned()
    }

    #[test]
    fn a_name_is_the_query_that_was_saved() {
        for (typed, searched) in [
            ("@energy", "sector:energy oil"),
            ("@Energy gas", "sector:energy oil gas"),
            ("kind:clause @energy @sea", "kind:clause sector:energy oil fisheries"),
            ("-@sea gas", "-fisheries gas"),
            ("oil OR @sea", "oil OR fisheries"),
            ("@open", "\"green ene"),
            ("@open oil", "\"green ene\" oil"),
            ("\"@energy\"", "\"@energy\""),
            ("\\@energy", "\\@energy"),
            ("a@energy", "a@energy"),
            ("@", "@"),
            ("oil", "oil"),
        ] {
            assert_eq!(written(typed), searched, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_written_out_is_a_problem_where_it_was_typed() {
        for (typed, at, words) in [
            ("oil @enrgy", 4..10, "did you mean @energy?"),
            ("@zzzzzzzz", 0..9, "there are @energy, @open, @sea"),
            ("-@energy", 0..8, "@energy has several parts"),
            ("gas OR @energy", 7..14, "@energy has several parts"),
        ] {
            let written = WrittenOut::new(typed, &saved());
            let problems = written.problems(&[]);
            assert_eq!(problems.first().map(|p| p.range.clone()), Some(at), "{typed}");
            assert!(problems[0].message.contains(words), "{}", problems[0].message);
        }
        let none = WrittenOut::new("@a", &SavedSearches::new());
        assert!(none.problems(&[])[0].message.ends_with("none is saved yet"));
    }

    #[test]
    fn a_problem_within_a_saved_search_is_at_its_name() {
        let saved = [("bad".to_owned(), "oil nosuch:x".to_owned())].into();
        let written = WrittenOut::new("gas @bad other:y", &saved);
        let ranges: Vec<_> =
            written.problems(written.query().problems()).into_iter().map(|problem| problem.range).collect();
        assert_eq!(ranges, [4..8, 9..14]);
    }

    #[test]
    fn names_are_completed() {
        assert_eq!(complete_name("oil @e", &saved()), (4, vec!["@energy".to_owned()]));
        assert_eq!(complete_name("@", &saved()).1.len(), 3);
        assert_eq!(complete_name("oil", &saved()).1.len(), 0);
    }

    proptest! {
        #[test]
        fn any_query_is_written_out(typed in "[@a-z\"\\\\ ORé\u{3000}-]{0,30}|(@energy|@sea|@open|OR|-@sea| ){0,6}") {
            let written = WrittenOut::new(&typed, &saved());
            for problem in written.problems(written.query().problems()) {
                prop_assert!(typed.get(problem.range.clone()).is_some(), "{problem:?}");
            }
            if !typed.contains('@') {
                prop_assert_eq!(written.text(), typed);
            }
        }
    }
}
