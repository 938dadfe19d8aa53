//! A span of time that a filter asks for.

use crate::model::{Date, Day};

/// Days from the first to the last; without one of them it is open at that end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    first: Option<Day>,
    last: Option<Day>,
}

impl Span {
    /// Parses a date or an interval of dates, `A/B`, with `..` at an end that is open: `2010/..`.
    ///
    /// # Errors
    /// What is wrong with it, for people.
    pub(super) fn parse(value: &str) -> Result<Self, String> {
        let date = |text: &str| text.parse::<Date>().map_err(|error| format!("{value} {error}"));
        match value.split_once('/') {
            Some((first, "..")) => Ok(Self { first: Some(date(first)?.begins()), last: None }),
            Some(("..", last)) => Ok(Self { first: None, last: Some(date(last)?.ends()) }),
            _ => date(value).map(|date| Self { first: Some(date.begins()), last: Some(date.ends()) }),
        }
    }

    /// Whether a date can mean a day of it.
    pub(crate) fn overlaps(&self, date: Date) -> bool {
        self.first.is_none_or(|first| date.ends() >= first)
            && self.last.is_none_or(|last| date.begins() <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_may_be_open_at_one_end() {
        let overlaps = |span: &str, date: &str| Span::parse(span).unwrap().overlaps(date.parse().unwrap());
        assert!(overlaps("2010/..", "2010-12-31") && !overlaps("2010/..", "2009-12-31"));
        assert!(overlaps("../2010-03", "2010") && !overlaps("../2010-03", "2010-04-01"));
        assert!(overlaps("2010/2012", "2011-05") && !overlaps("2010/2012", "2013"));
        assert!(
            Span::parse("../..").is_err()
                && Span::parse("soon").is_err()
                && Span::parse("2012/2010").is_err()
        );
    }
}
