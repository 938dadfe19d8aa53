//! Cuts a query into tokens: words, quotations and filters, each with its place in what was typed.

use std::ops::Range;

/// A piece of a query between spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the query.
    pub(super) range: Range<usize>,
    pub(super) sign: Sign,
    /// The name before a colon, and its place.
    pub(super) field: Option<(String, Range<usize>)>,
    pub(super) form: Form,
    /// Its text without quotes, stars and escapes.
    pub(super) text: String,
    /// Where each byte of the text was typed.
    places: Vec<usize>,
}

/// Whether a token is wanted or excluded with `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    Wanted,
    Unwanted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `word`
    Bare,
    /// `word*`
    Starred,
    /// `"words"`
    Quoted,
    /// `"words` with the closing quote not typed yet
    Quoting,
}

impl Token {
    /// Where a range of the text was typed.
    pub(super) fn typed(&self, text: Range<usize>) -> Range<usize> {
        let place = |at: usize| self.places.get(at).copied().unwrap_or(self.range.end);
        let last = text.end.checked_sub(1).map_or(self.range.start, place);
        // The end of the last byte, because an escape comes before the character it escapes.
        place(text.start)..(last + 1).max(place(text.start))
    }

    /// Whether it is the `OR` that joins alternatives.
    pub(super) fn is_or(&self) -> bool {
        self.form == Form::Bare && self.field.is_none() && self.sign == Sign::Wanted && self.text == "OR"
    }
}

pub(super) fn tokens(query: &str) -> Vec<Token> {
    let mut chars: Vec<(usize, char)> = query.char_indices().collect();
    chars.reverse();
    let mut lexer = Lexer { rest: chars, end: query.len() };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.token() {
        tokens.push(token);
    }
    tokens
}

/// The rest of a query, last character first.
struct Lexer {
    rest: Vec<(usize, char)>,
    end: usize,
}

impl Lexer {
    fn at(&self) -> usize {
        self.rest.last().map_or(self.end, |(at, _)| *at)
    }

    fn next_is(&self, ahead: usize, test: impl Fn(char) -> bool) -> bool {
        self.rest.iter().rev().nth(ahead).is_some_and(|(_, c)| test(*c))
    }

    fn token(&mut self) -> Option<Token> {
        while self.next_is(0, char::is_whitespace) {
            self.rest.pop();
        }
        let start = self.rest.last()?.0;
        let mut sign = Sign::Wanted;
        if self.next_is(0, |c| c == '-') && self.next_is(1, |c| !c.is_whitespace() && c != '-') {
            self.rest.pop();
            sign = Sign::Unwanted;
        }
        let field = self.field();
        let mut token = Token {
            range: start..start,
            sign,
            field,
            form: Form::Bare,
            text: String::new(),
            places: Vec::new(),
        };
        if self.next_is(0, |c| c == '"') {
            self.rest.pop();
            self.quoted(&mut token);
        } else {
            self.bare(&mut token);
        }
        token.range.end = self.at();
        Some(token)
    }

    /// A name of letters followed by a colon and a value.
    fn field(&mut self) -> Option<(String, Range<usize>)> {
        let start = self.at();
        let name: String =
            self.rest.iter().rev().map(|(_, c)| *c).take_while(char::is_ascii_alphabetic).collect();
        let follows = |c: char| !c.is_whitespace() && c != '/';
        if name.is_empty()
            || !self.next_is(name.len(), |c| c == ':')
            || !self.next_is(name.len() + 1, follows)
        {
            return None;
        }
        self.rest.truncate(self.rest.len() - name.len() - 1);
        let end = start + name.len();
        Some((name.to_ascii_lowercase(), start..end))
    }

    fn quoted(&mut self, token: &mut Token) {
        token.form = Form::Quoting;
        while let Some((at, c)) = self.rest.pop() {
            match c {
                '"' => {
                    token.form = Form::Quoted;
                    return;
                }
                '\\' if !self.rest.is_empty() => self.escaped(token),
                c => push(token, at, c),
            }
        }
    }

    fn bare(&mut self, token: &mut Token) {
        while let Some((at, c)) = self.rest.pop_if(|(_, c)| !c.is_whitespace()) {
            match c {
                '\\' if !self.rest.is_empty() => self.escaped(token),
                '*' if self.rest.is_empty() || self.next_is(0, char::is_whitespace) => {
                    token.form = Form::Starred
                }
                c => push(token, at, c),
            }
        }
    }

    fn escaped(&mut self, token: &mut Token) {
        if let Some((at, c)) = self.rest.pop() {
            push(token, at, c);
        }
    }
}

fn push(token: &mut Token, at: usize, c: char) {
    token.text.push(c);
    token.places.extend(at..at + c.len_utf8());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(query: &str) -> Vec<String> {
        let show = |t: Token| {
            let field = t.field.map(|(name, _)| format!("{name}:")).unwrap_or_default();
            format!("{:?} {field}{} {:?}", t.sign, t.text, t.form)
        };
        tokens(query).into_iter().map(show).collect()
    }

    #[test]
    fn a_query_is_cut_at_blanks_outside_quotes() {
        assert_eq!(
            shown(r#"green -"oil gas" sector:energy sol* \-x a\"b "open qu"#),
            [
                "Wanted green Bare",
                "Unwanted oil gas Quoted",
                "Wanted sector:energy Bare",
                "Wanted sol Starred",
                "Wanted -x Bare",
                "Wanted a\"b Bare",
                "Wanted open qu Quoting"
            ]
        );
        assert_eq!(
            shown("Japarov: trust - http://x"),
            ["Wanted Japarov: Bare", "Wanted trust Bare", "Wanted - Bare", "Wanted http://x Bare"]
        );
    }

    proptest! {
        #[test]
        fn places_point_into_the_query(query in any::<String>()) {
            let mut end = 0;
            for token in tokens(&query) {
                prop_assert!(token.range.start >= end && token.range.end <= query.len());
                prop_assert!(query.get(token.range.clone()).is_some());
                end = token.range.end;
                for (at, c) in token.text.char_indices() {
                    let typed = token.typed(at..at + c.len_utf8());
                    prop_assert_eq!(query.get(typed).map(|t| t.ends_with(c)), Some(true));
                }
            }
        }
    }
}
