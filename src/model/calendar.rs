//! Calendar days, and dates known to the year, the month or the day.

use std::fmt;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar day, the unit in which dates are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day as years since the year 0, for positions on an axis.
    pub fn as_years(self) -> f64 {
        f64::from(self.year) + f64::from(self.month - 1) / 12.0 + f64::from(self.day - 1) / 372.0
    }

    /// The next day.
    pub fn next(self) -> Self {
        match (self.month, self.day) {
            (month, day) if day < days_in(self.year, month) => Self { day: day + 1, ..self },
            (12, _) => Self { year: self.year + 1, month: 1, day: 1 },
            (month, _) => Self { month: month + 1, day: 1, ..self },
        }
    }
}

/// A year, a month or a day; what is not known is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CalendarDate {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
    /// Whether it is only approximate.
    pub about: bool,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It has none of the known forms.
    #[error("is not a date; write 2022, 2022-04, 2022-04-20 or two of them as A/B, each with ~ for about")]
    Form,
    /// The month is not 1 to 12.
    #[error("has no such month")]
    Month,
    /// The month has no such day.
    #[error("has no such day")]
    Day,
    /// The interval ends before it begins.
    #[error("ends before it begins")]
    Backwards,
}

impl CalendarDate {
    /// Parses `2022`, `2022-04` or `2022-04-20`, followed by `~` for "about".
    pub(super) fn parse(text: &str) -> Result<Self, DateError> {
        let (text, about) = match text.strip_suffix('~') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(DateError::Form)?;
        let month = number(parts.next(), 2)?;
        let day = number(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let month = month
            .map(|m| u8::try_from(m).ok().filter(|m| (1..=12).contains(m)).ok_or(DateError::Month))
            .transpose()?;
        let day = match (day, month) {
            (Some(d), Some(m)) => {
                let most = days_in(year, m);
                Some(u8::try_from(d).ok().filter(|d| (1..=most).contains(d)).ok_or(DateError::Day)?)
            }
            _ => None,
        };
        Ok(Self { year, month, day, about })
    }

    pub(super) fn first(&self) -> Day {
        Day { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    pub(super) fn last(&self) -> Day {
        let month = self.month.unwrap_or(12);
        Day { year: self.year, month, day: self.day.unwrap_or_else(|| days_in(self.year, month)) }
    }

    /// The date as shown to people, with or without the year: `about 20 Apr 2022`.
    pub(super) fn shown(&self, with_year: bool) -> String {
        let mut words: Vec<String> = Vec::with_capacity(4);
        if self.about {
            words.push("about".to_owned());
        }
        words.extend(self.day.map(|day| day.to_string()));
        words.extend(self.short_month().map(str::to_owned));
        if with_year {
            words.push(self.year.to_string());
        }
        words.join(" ")
    }

    /// The month in three letters: `Apr`.
    pub(super) fn short_month(&self) -> Option<&'static str> {
        self.month_name()?.get(..3)
    }

    /// The month in full: `April`.
    pub fn month_name(&self) -> Option<&'static str> {
        self.month.and_then(month_name)
    }

    /// The date with the month in full, without "about": `20 April 2022`.
    pub fn spelt(&self) -> String {
        let day = self.day.map(|day| day.to_string());
        let month = self.month_name().map(str::to_owned);
        let known = [day, month, Some(format!("{:04}", self.year))];
        known.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn number(part: Option<&str>, digits: usize) -> Result<Option<u16>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    part.parse().map(Some).map_err(|_| DateError::Form)
}

/// The English name of a month, 1 to 12.
fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The number of a month, 1 to 12, by the first three letters of its name.
pub(super) fn month_number(name: &str) -> Option<usize> {
    let short = name.get(..3)?;
    MONTHS
        .iter()
        .position(|month| month.get(..3).is_some_and(|m| m.eq_ignore_ascii_case(short)))
        .map(|i| i + 1)
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))?;
        f.write_str(if self.about { "~" } else { "" })
    }
}
