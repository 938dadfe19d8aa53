//! Dates and treaty series as the styles of journals write them.

use crate::model::{CalendarDate, Date};

/// A date with the day first and the month in full: `10 December 1982`, `about 1982`, `1982–1984`.
pub(super) fn day_first(date: Date) -> String {
    written(date, |known| known.spelt())
}

/// A date with the month first, in full: `December 10, 1982`.
pub(super) fn month_first(date: Date) -> String {
    written(date, |known| american(known, known.month_name().unwrap_or_default()))
}

/// A date with the month first, abbreviated as American law reviews do: `Dec. 10, 1982`.
pub(super) fn month_first_short(date: Date) -> String {
    written(date, |known| {
        let month = known.month_name().unwrap_or_default();
        match month.get(..if month == "September" { 4 } else { 3 }) {
            Some(short) if month.len() > 4 => american(known, &format!("{short}.")),
            _ => american(known, month),
        }
    })
}

fn american(known: CalendarDate, month: &str) -> String {
    match (known.month, known.day) {
        (None, _) => format!("{:04}", known.year),
        (Some(_), None) => format!("{month} {:04}", known.year),
        (Some(_), Some(day)) => format!("{month} {day}, {:04}", known.year),
    }
}

/// A date, or the two that bound an interval, each as exactly as it is known.
fn written(date: Date, one: impl Fn(CalendarDate) -> String) -> String {
    let about = |known: CalendarDate| if known.about { "about " } else { "" };
    let dates: Vec<String> = date.bounds().map(|known| format!("{}{}", about(known), one(known))).collect();
    let are_years = date.bounds().all(|known| known.month.is_none() && !known.about);
    dates.join(if are_years { "–" } else { " – " })
}

/// The abbreviations of treaty series that have full stops where a style has them.
const SERIES: [&str; 9] = ["UNTS", "LNTS", "UST", "TIAS", "ILM", "ETS", "TS", "EAS", "OASTS"];

/// A treaty series without full stops: `1833 UNTS 3`, however it is written.
pub(super) fn without_stops(series: &str) -> String {
    each_word(series, |word| {
        let letters: String = word.chars().filter(|c| *c != '.').collect();
        if SERIES.contains(&letters.as_str()) { letters } else { word.to_owned() }
    })
}

/// A treaty series with full stops: `1833 U.N.T.S. 3`, however it is written.
pub(super) fn with_stops(series: &str) -> String {
    each_word(&without_stops(series), |word| {
        if SERIES.contains(&word) { word.chars().map(|c| format!("{c}.")).collect() } else { word.to_owned() }
    })
}

/// The first volume and page of a treaty series in a text: `1833 UNTS 3`.
pub(super) fn series_in(text: &str) -> Option<String> {
    let text = without_stops(text);
    let words: Vec<&str> = text.split(' ').map(|word| word.trim_matches([',', ';', '(', ')'])).collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_series = |found: &&[&str]| match found {
        [volume, series, page] => is_number(volume) && SERIES.contains(series) && is_number(page),
        _ => false,
    };
    words.windows(3).find(is_series).map(|found| found.join(" "))
}

fn each_word(text: &str, word: impl Fn(&str) -> String) -> String {
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_exactly_as_they_are_known() {
        for (date, day, month, short) in [
            ("1982-12-10", "10 December 1982", "December 10, 1982", "Dec. 10, 1982"),
            ("1954-07-15", "15 July 1954", "July 15, 1954", "July 15, 1954"),
            ("2001-09-04", "4 September 2001", "September 4, 2001", "Sept. 4, 2001"),
            ("1982-05", "May 1982", "May 1982", "May 1982"),
            ("1982~", "about 1982", "about 1982", "about 1982"),
            ("1982/1984", "1982–1984", "1982–1984", "1982–1984"),
            (
                "1992-02-16/1992-03-17",
                "16 February 1992 – 17 March 1992",
                "February 16, 1992 – March 17, 1992",
                "Feb. 16, 1992 – Mar. 17, 1992",
            ),
        ] {
            let date: Date = date.parse().unwrap();
            assert_eq!([day_first(date), month_first(date), month_first_short(date)], [day, month, short]);
        }
    }

    #[test]
    fn a_series_is_found_in_a_title() {
        for (title, series) in [
            ("1833 UNTS 3 & 50% #1", Some("1833 UNTS 3")),
            ("Registered text (1833 U.N.T.S. 3), in English", Some("1833 UNTS 3")),
            ("999 UNTS", None),
            ("UNTS 1833, page 3", None),
            ("", None),
        ] {
            assert_eq!(series_in(title).as_deref(), series, "{title}");
        }
    }

    #[test]
    fn a_series_has_the_stops_of_the_style() {
        for (series, plain, stopped) in [
            ("1833 UNTS 3", "1833 UNTS 3", "1833 U.N.T.S. 3"),
            ("1833 U.N.T.S. 3", "1833 UNTS 3", "1833 U.N.T.S. 3"),
            ("[1994] ATS 31", "[1994] ATS 31", "[1994] ATS 31"),
            ("T.I.A.S. No. 5433", "TIAS No. 5433", "T.I.A.S. No. 5433"),
        ] {
            assert_eq!([without_stops(series), with_stops(series)], [plain, stopped]);
        }
    }
}
