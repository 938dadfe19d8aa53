//! Dates known to the year, the month or the day, and intervals of them.
//!
//! The written form is that of ISO 8601-2 (EDTF): `2022`, `2022-04`, `2022-04-20`, `A/B`, each optionally with `~` for
//! "about".

use super::calendar::{CalendarDate, DateError, Day, month_number};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A date exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    from: CalendarDate,
    to: Option<CalendarDate>,
}

impl Date {
    /// By what dated things are sorted if some have no date: these come last.
    pub fn undated_last(date: Option<Self>) -> impl Ord {
        (date.is_none(), date)
    }

    /// The first day that the date can mean.
    pub fn begins(&self) -> Day {
        self.from.first()
    }

    /// The last day that the date can mean.
    pub fn ends(&self) -> Day {
        self.to.unwrap_or(self.from).last()
    }

    /// The date as exactly as it is known; of an interval, its first date.
    pub fn from(&self) -> CalendarDate {
        self.from
    }

    /// The date as exactly as it is known, or the two dates that bound an interval.
    pub fn bounds(&self) -> impl Iterator<Item = CalendarDate> + use<> {
        std::iter::once(self.from).chain(self.to)
    }

    /// Whether it is one calendar date, neither an interval nor approximate.
    pub fn is_exact(&self) -> bool {
        self.to.is_none() && !self.from.about
    }

    /// The year in which the date begins.
    pub fn year(&self) -> u16 {
        self.from.year
    }

    /// The date as shown to people, `undated` if there is none.
    pub fn shown_or_undated(date: Option<Self>) -> String {
        date.map_or_else(|| "undated".to_owned(), |date| date.shown())
    }

    /// Whether the date is an exact day.
    pub fn is_day(&self) -> bool {
        self.is_exact() && self.from.day.is_some()
    }

    /// The date that a sentence starts with: `16 May 2007`, `October 2007`, `1993`. `None` if it starts otherwise.
    pub fn leading(sentence: &str) -> Option<Self> {
        let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let first = words.next()?;
        let text = match (first.parse::<u16>().ok(), month_number(first)) {
            (Some(year), _) if first.len() == 4 => format!("{year:04}"),
            (Some(day), _) => format!("{1:0>4}-{0:02}-{day:02}", month_number(words.next()?)?, words.next()?),
            (None, Some(month)) => format!("{:0>4}-{month:02}", words.next()?),
            (None, None) => return None,
        };
        text.parse().ok()
    }

    /// The first and the last day, if both are known to the day.
    pub fn known_days(&self) -> Option<(Day, Day)> {
        let known = |date: &CalendarDate| date.day.is_some() && !date.about;
        (known(&self.from) && self.to.as_ref().is_none_or(known)).then(|| (self.begins(), self.ends()))
    }

    /// Whether only the year is known.
    pub fn is_year(&self) -> bool {
        self.from.month.is_none()
    }

    /// The date as shown to people: `20 Apr 2022`, `Apr 2022`, `2022`, `about 2022`, `16 Feb – 17 Mar 1992`.
    pub fn shown(&self) -> String {
        match self.to {
            None => self.from.shown(true),
            Some(to) => format!(
                "{} – {}",
                self.from.shown(self.from.year != to.year || self.from.month.is_none()),
                to.shown(true)
            ),
        }
    }

    /// Day and month without the year, in at most six cells: `20 Apr`, `   Apr`, or nothing for a year.
    pub fn day_and_month(&self) -> String {
        match (self.from.short_month(), self.from.day) {
            (Some(month), Some(day)) => format!("{day:>2} {month}"),
            (Some(month), None) => format!("   {month}"),
            _ => String::new(),
        }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (from, to) = match text.split_once('/') {
            Some((from, to)) => (CalendarDate::parse(from)?, Some(CalendarDate::parse(to)?)),
            None => (CalendarDate::parse(text)?, None),
        };
        let date = Self { from, to };
        if date.begins() > date.ends() { Err(DateError::Backwards) } else { Ok(date) }
    }
}

/// By the first day, then by the last.
impl Ord for Date {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.begins(), self.ends(), self.from.about).cmp(&(other.begins(), other.ends(), other.from.about))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The written form that [`FromStr`] reads.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.to.map_or(Ok(()), |to| write!(f, "/{to}"))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Date")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "edtf",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?~?(/\d{4}(-\d{2}(-\d{2})?)?~?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_shown_as_exactly_as_it_is_known() {
        for (text, shown) in [
            ("2022", "2022"),
            ("2022-04", "Apr 2022"),
            ("2022-04-20", "20 Apr 2022"),
            ("2022~", "about 2022"),
            ("1992-02-16/1992-02-17", "16 Feb – 17 Feb 1992"),
            ("1991/1993", "1991 – 1993"),
        ] {
            assert_eq!(date(text).shown(), shown);
        }
        assert_eq!(date("2022-04-20").day_and_month(), "20 Apr");
        assert_eq!(date("2022-04").day_and_month(), "   Apr");
        assert_eq!(date("2022").day_and_month(), "");
    }

    #[test]
    fn days_are_known_or_not() {
        for (text, last) in
            [("2022-04-20", Some(20)), ("1992-02-16/1992-02-17", Some(17)), ("1992-02/1992-02-17", None)]
        {
            assert_eq!(date(text).known_days().map(|(_, last)| last.day), last, "{text}");
        }
        assert_eq!((date("2022").known_days(), date("2022-04-20~").known_days()), (None, None));
    }

    #[test]
    fn every_day_has_one_after_it() {
        for (text, next) in [
            ("2022-04-20", "2022-04-21"),
            ("2024-02-28", "2024-02-29"),
            ("2023-02-28", "2023-03-01"),
            ("2022-12-31", "2023-01-01"),
        ] {
            assert_eq!(date(text).begins().next(), date(next).begins());
        }
    }

    #[test]
    fn what_is_no_date_is_told_apart() {
        for (text, error) in [
            ("", DateError::Form),
            ("22", DateError::Form),
            ("2022-4-2", DateError::Form),
            ("2022-04-20-01", DateError::Form),
            ("+022", DateError::Form),
            ("2022-13", DateError::Month),
            ("2022-00", DateError::Month),
            ("2022-02-29", DateError::Day),
            ("2022-04-31", DateError::Day),
            ("2022/2021", DateError::Backwards),
        ] {
            assert_eq!(text.parse::<Date>(), Err(error), "{text}");
        }
        assert!("2024-02-29".parse::<Date>().is_ok());
    }

    #[test]
    fn a_sentence_may_begin_with_a_date() {
        for (sentence, found) in [
            ("16 May 2007", Some("2007-05-16")),
            ("October 2007", Some("2007-10")),
            ("1993, after the end of the Soviet Union (no day)", Some("1993")),
            ("19 January 1993", Some("1993-01-19")),
            ("August 2023, according to a minister", Some("2023-08")),
            ("A first agreement in 1992", None),
            ("Ten in all", None),
            ("300", None),
            ("100 animals under a contract", None),
            ("By the end of 2024", None),
        ] {
            assert_eq!(Date::leading(sentence).map(|d| d.to_string()).as_deref(), found, "{sentence}");
        }
    }

    #[test]
    fn dates_sort_by_their_start() {
        let mut dates = ["2022-04-20", "2022", "2022-04", "1993~", "2021/2023"].map(date);
        dates.sort();
        assert_eq!(
            dates.map(|d| d.to_string()),
            ["1993~", "2021/2023", "2022", "2022-04", "2022-04-20"].map(String::from).to_vec().as_slice()
        );
    }

    proptest! {
        #[test]
        fn written_and_read_back(year in 0u16..9999, month in prop::option::of(1u8..13), day in prop::option::of(1u8..29), about: bool) {
            let from = CalendarDate { year, month, day: month.and(day), about };
            let date = Date { from, to: None };
            prop_assert_eq!(date.to_string().parse::<Date>(), Ok(date));
            prop_assert!(date.begins() <= date.ends());
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9~/-]{0,24}") {
            let _ = text.parse::<Date>();
        }
    }
}
