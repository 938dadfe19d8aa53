//! The part of a query that is searched, so that no query costs more than a person can mean by it.

use super::lexer::{Form, Sign, Token, tokens};
use crate::search::words::words;
use std::collections::HashSet;

/// The most different words that are looked up, those of phrases, filters and alternatives included.
pub(super) const MAX_DIFFERENT: usize = 64;

/// The tokens of a query up to the first with a word too many, which is returned too if there is one. A phrase, a filter or
/// an exclusion that is repeated is there once.
pub(super) fn searched(query: &str) -> (Vec<Token>, Option<Token>) {
    let all = tokens(query);
    let (mut read, mut different, mut seen) = (Vec::new(), HashSet::new(), HashSet::new());
    for (at, token) in all.iter().enumerate() {
        different.extend(words(&token.text).map(|word| word.text));
        if different.len() > MAX_DIFFERENT {
            return (read, Some(token.clone()));
        }
        let beside = [at.checked_sub(1), Some(at + 1)];
        let is_joined = beside.into_iter().flatten().any(|at| all.get(at).is_some_and(Token::is_or));
        let field = token.field.as_ref().map(|(name, _)| name);
        let is_plain = field.is_none() && token.sign == Sign::Wanted && token.form != Form::Quoted;
        if is_plain || is_joined || seen.insert((field, token.sign, token.form, &token.text)) {
            read.push(token.clone());
        }
    }
    (read, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::Query;

    fn read(query: &str) -> String {
        let words = searched(query).0.into_iter().map(|token| token.text);
        words.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn what_is_repeated_is_searched_once() {
        assert_eq!(read("a \"b c\" a \"b c\" -d -d title:e title:e text:e"), "a|b c|a|d|e|e");
        assert_eq!(read("title:e OR title:f OR title:e title:e"), "e|OR|f|OR|e|e");
    }

    #[test]
    fn a_word_too_many_is_told() {
        let query = (0..200).map(|n| format!("\"w{n}\"")).collect::<Vec<_>>().join(" ");
        let (read, beyond) = searched(&query);
        assert_eq!((read.len(), beyond.map(|token| token.text)), (MAX_DIFFERENT, Some("w64".to_owned())));
        let problems = Query::parse(&query);
        let message = format!("only the first {MAX_DIFFERENT} different words are looked up");
        assert!(problems.problems().iter().any(|problem| problem.message == message));
        assert!(problems.conditions().len() <= MAX_DIFFERENT);
    }
}
