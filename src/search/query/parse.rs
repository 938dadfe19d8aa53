//! Parses a query. This never fails: what is not understood is reported as a problem, and the rest is searched.

use super::condition::{Condition, Test, Within};
use super::filters::{Filter, field, unknown};
use super::lexer::{Form, Sign, Token};
use super::searched::{MAX_DIFFERENT, searched};
use super::word::{Cause, QueryProblem, QueryWord, Shape};
use crate::search::words::{Print, words};
use crate::text::fold::is_unspaced;
use crate::text::{each_joined, is_hyphen, span};
use std::borrow::Cow;
use std::ops::Range;

/// The most words that are searched: nobody types more, and a pasted book must not stall the screen.
pub(crate) const MAX_WORDS: usize = 8;

/// How many letters of a run without blanks are ranked; the others are only conditions, and leave room for more words.
const RANKED_OF_RUN: usize = MAX_WORDS / 2;

/// The most bytes of a query that are read.
pub(super) const MAX_BYTES: usize = 1024;

/// A query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    text: String,
    words: Vec<QueryWord>,
    loose: Vec<usize>,
    open_quotation: Option<String>,
    alternatives: Vec<(usize, QueryWord)>,
    sequence: Vec<usize>,
    conditions: Vec<Condition>,
    problems: Vec<QueryProblem>,
}

impl Query {
    /// Parses a query; problems are in [`Self::problems`].
    pub fn parse(text: &str) -> Self {
        Self::parse_knowing(text, &|_| false)
    }

    /// The query with the words that hyphens join read as one word where it is known; all others are words by themselves.
    pub(crate) fn knowing(&self, is_known: &dyn Fn(&QueryWord) -> bool) -> Cow<'_, Self> {
        let has_hyphens = self.text.contains(is_hyphen);
        if has_hyphens { Cow::Owned(Self::parse_knowing(&self.text, is_known)) } else { Cow::Borrowed(self) }
    }

    fn parse_knowing(text: &str, is_known: &dyn Fn(&QueryWord) -> bool) -> Self {
        let end = (0..=MAX_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let read = text.get(..end).unwrap_or_default();
        let mut query = Self { text: read.to_owned(), ..Self::default() };
        if end < text.len() {
            query.problem(end..text.len(), format!("only the first {MAX_BYTES} bytes are searched"));
        }
        let mut joins = Join::None;
        let (tokens, beyond) = searched(read);
        let last = tokens.last().filter(|token| token.form == Form::Quoting);
        query.open_quotation = last.map(|token| token.text.clone());
        for (at, token) in tokens.iter().enumerate() {
            // OR at either end joins nothing; it may be an unfinished word.
            if token.is_or() && at > 0 && at + 1 < tokens.len() {
                joins = Join::Or;
                continue;
            }
            let words = query.words_of(token, is_known);
            query.add(token, words, std::mem::replace(&mut joins, Join::None));
        }
        if let Some(token) = beyond {
            let message = format!("only the first {MAX_DIFFERENT} different words are looked up");
            query.problem(token.range.start..end, message);
        }
        query
    }

    fn add(&mut self, token: &Token, words: Vec<QueryWord>, join: Join) {
        match (&token.field, token.sign) {
            (Some((name, range)), _) => match field(name) {
                Some(field) => self.add_filter(field, token, words, join),
                None => self.problems.push(QueryProblem {
                    range: range.clone(),
                    message: unknown(name),
                    cause: Cause::Filter,
                }),
            },
            (None, Sign::Unwanted) if words.is_empty() => {}
            (None, Sign::Unwanted) => {
                let tests = variants(&words).into_iter().map(|words| Test::Phrase(Within::Item, words));
                self.conditions.extend(tests.map(Condition::Without));
            }
            (None, Sign::Wanted) => self.add_words(token, words, join),
        }
    }

    fn add_filter(&mut self, field: Filter, token: &Token, words: Vec<QueryWord>, join: Join) {
        let words = if field == Filter::Number { self.words_of_number(token) } else { words };
        let test = |words| Test::of_filter(field, &token.text, words, token.range.clone());
        let mut tests: Vec<Test> = match variants(&words).into_iter().map(test).collect() {
            Ok(tests) => tests,
            Err(message) => return self.problem(token.range.clone(), message),
        };
        tests.dedup();
        match (token.sign, join, self.conditions.last_mut()) {
            (Sign::Wanted, Join::Or, Some(Condition::With(any))) => any.append(&mut tests),
            (Sign::Wanted, ..) => self.conditions.push(Condition::With(tests)),
            (Sign::Unwanted, ..) => self.conditions.extend(tests.into_iter().map(Condition::Without)),
        }
    }

    fn add_words(&mut self, token: &Token, words: Vec<QueryWord>, join: Join) {
        if matches!(token.form, Form::Quoted | Form::Quoting) {
            let tests = variants(&words).into_iter().map(|words| Test::Phrase(Within::Item, words));
            self.conditions.extend((!words.is_empty()).then(|| Condition::With(tests.collect())));
        }
        match (join, words.as_slice(), self.words.len().checked_sub(1)) {
            (Join::Or, [word], Some(last)) if token.form != Form::Quoted => {
                let is_same = |(at, own): &(usize, QueryWord)| *at == last && own.folded == word.folded;
                if !self.alternatives.iter().any(is_same) {
                    self.alternatives.push((last, word.clone()));
                }
                return;
            }
            (Join::Or, ..) => self.problem(
                token.range.clone(),
                "OR joins single words or filters; this part is searched as well".to_owned(),
            ),
            (Join::None, ..) => {}
        }
        match token.form {
            Form::Quoted | Form::Quoting => words.into_iter().for_each(|word| {
                self.add_word(word);
            }),
            Form::Bare | Form::Starred => self.add_runs(words),
        }
    }

    /// Adds the words of a token. Words without anything between them are a phrase, of which the first few are ranked.
    fn add_runs(&mut self, words: Vec<QueryWord>) {
        for run in words.chunk_by(|a, b| a.range.end == b.range.start) {
            if let [word] = run {
                let place = self.add_word(word.clone());
                self.loose.extend(place.filter(|place| !self.loose.contains(place)));
                continue;
            }
            self.conditions.push(Condition::With(vec![Test::Phrase(Within::Item, run.to_vec())]));
            run.iter().take(RANKED_OF_RUN).for_each(|word| {
                self.add_word(word.clone());
            });
        }
    }

    /// The words of a token, each with its shape; those that hyphens join are one word if it is known.
    pub(super) fn words_of(&self, token: &Token, is_known: &dyn Fn(&QueryWord) -> bool) -> Vec<QueryWord> {
        let mut found = Vec::new();
        let is_known = |range| is_known(&self.word(token, range, Print::Joined));
        each_joined(&token.text, words(&token.text), is_known, |parts| {
            let mut all =
                parts.iter().map(|range| self.word(token, range.clone(), Print::Whole)).collect::<Vec<_>>();
            match parts {
                [_] => found.append(&mut all),
                _ => found.push(QueryWord { parts: all, ..self.word(token, span(parts), Print::Joined) }),
            }
        });
        found.retain(|word| !word.folded.is_empty());
        found
    }

    fn word(&self, token: &Token, place: Range<usize>, print: Print) -> QueryWord {
        let typed = token.text.get(place.clone()).unwrap_or_default();
        let last = place.end == token.text.len();
        let range = token.typed(place);
        let mut letters = typed.chars().filter(|c| !is_hyphen(*c));
        let capitals = typed.chars().count() > 1 && letters.all(char::is_uppercase);
        let shape = match token.form {
            Form::Quoting if last => Shape::Starred,
            Form::Quoted | Form::Quoting => Shape::Quoted,
            Form::Starred if last => Shape::Starred,
            _ if typed.chars().any(is_unspaced) => Shape::Quoted,
            _ if token.sign == Sign::Unwanted => Shape::Quoted,
            _ if capitals => Shape::Capitals,
            Form::Bare if range.end == self.text.len() => Shape::Growing,
            _ => Shape::Finished,
        };
        let folded = print.folded(typed, &mut String::new()).to_owned();
        QueryWord { typed: typed.to_owned(), folded, range, shape, parts: Vec::new() }
    }

    /// The words of the last part of a number, by which items are looked up: of `Article 5` only `5`.
    pub(super) fn words_of_number(&self, token: &Token) -> Vec<QueryWord> {
        let part = token.text.split_whitespace().next_back().map_or(0, |last| words(last).count());
        let mut all = self.words_of(token, &|_| false);
        all.iter_mut().for_each(|word| word.shape = Shape::Quoted);
        all.split_off(all.len().saturating_sub(part))
    }

    /// Adds a word and returns its index; `None` if there is no room for it.
    fn add_word(&mut self, word: QueryWord) -> Option<usize> {
        let place = match self.words.iter().position(|other| other.folded == word.folded) {
            Some(at) => {
                // A repeated word is searched once, in its least strict shape.
                if let Some(other) = self.words.get_mut(at).filter(|_| word.shape == Shape::Growing) {
                    other.shape = word.shape;
                }
                at
            }
            None if self.words.len() < MAX_WORDS => {
                self.words.push(word);
                self.words.len() - 1
            }
            None => {
                self.problem(word.range, format!("only the first {MAX_WORDS} words are searched"));
                return None;
            }
        };
        self.sequence.push(place);
        Some(place)
    }

    fn problem(&mut self, range: Range<usize>, message: String) {
        self.problems.push(QueryProblem { range, message, cause: Cause::Value });
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The different words, in the order typed.
    pub fn words(&self) -> &[QueryWord] {
        &self.words
    }

    /// The words typed outside of phrases, as indices into [`Self::words`].
    pub(crate) fn loose(&self) -> &[usize] {
        &self.loose
    }

    /// Words typed with `OR`, each with the index in [`Self::words`] of the word it may replace.
    pub(crate) fn alternatives(&self) -> &[(usize, QueryWord)] {
        &self.alternatives
    }

    /// The words in the order typed, as indices into [`Self::words`]; a repeated word has one index.
    pub(crate) fn sequence(&self) -> &[usize] {
        &self.sequence
    }

    pub(crate) fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The parts that are not understood or not searched.
    pub fn problems(&self) -> &[QueryProblem] {
        &self.problems
    }

    /// That a quotation mark is not closed, and which; `None` if all are.
    pub fn open_quotation(&self) -> Option<String> {
        self.open_quotation.as_ref().map(|after| match after.trim() {
            "" => "the quotation mark at the end is not closed".to_owned(),
            after => format!("the quotation mark before {after} is not closed"),
        })
    }

    /// Whether there is nothing to search.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.conditions.is_empty()
    }
}

/// The ways to print words in a row: as they are, and if some have hyphens with the parts of these as words.
fn variants(words: &[QueryWord]) -> Vec<Vec<QueryWord>> {
    let parts =
        |word: &QueryWord| if word.parts.is_empty() { vec![word.clone()] } else { word.parts.clone() };
    let mut variants = vec![words.to_vec(), words.iter().flat_map(parts).collect()];
    variants.dedup();
    variants
}

/// How a token is joined to the previous one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    None,
    Or,
}
