//! When and where a text says that it was signed.

use super::date::{Written, dates};
use crate::model::Date;
use crate::text::fold::fold;

/// A guess, with the words that it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::data::documents) struct Guessed<T> {
    pub(in crate::data::documents) value: T,
    pub(in crate::data::documents) from: String,
}

/// Words that say that something was signed, folded, as beginnings of words.
const SIGNED: &[&str] = &[
    "done",
    "signed",
    "concluded",
    "executed",
    "made",
    "fait",
    "faite",
    "signe",
    "conclu",
    "hecho",
    "hecha",
    "firmad",
    "suscrit",
    "gedaan",
    "ondertekend",
    "getekend",
    "geteekend",
    "onderteekend",
    "geschehen",
    "unterzeichnet",
    "feito",
    "assinad",
    "fatto",
    "firmat",
    "sovershen",
    "uchinen",
    "podpisan",
    "zaklyuchen",
    "imzalan",
    "imzolan",
    "imza",
    "duzenlen",
    "akdedil",
    "tertib",
    "baglan",
    "tuzild",
    "sporzadzono",
    "sacinjeno",
    "sastavljeno",
    "vchinen",
    "жасалд",
];

/// When a text was signed, by its closing formula.
pub(in crate::data::documents) fn date_of_closing(closing: &str) -> Option<Guessed<Date>> {
    let found = dates(closing);
    let first = found.iter().find(|found| is_signed(closing, found)).or(found.first())?;
    Some(guess(closing, first))
}

/// When a text was signed, by what is before its articles or by its last article: only beside a word for signing.
pub(in crate::data::documents) fn date_beside_signing(text: &str) -> Option<Guessed<Date>> {
    let found = dates(text);
    let signed: Vec<&Written> = found.iter().filter(|found| is_signed(text, found)).collect();
    let first = signed.first()?;
    // Two days of signing: one of them is of something else.
    signed.iter().all(|other| other.date == first.date).then(|| guess(text, first))
}

/// The date in brackets behind a title, or the last words of it: "(Baku, 5 May 2004)".
pub(in crate::data::documents) fn date_of_title(title: &str) -> Option<Guessed<Date>> {
    let found = dates(title);
    let [only] = found.as_slice() else { return None };
    let rest = title.get(only.range.end..)?.trim_matches(|c: char| !c.is_alphanumeric());
    let before = title.get(..only.range.start)?;
    let bracket =
        before.rfind('(').is_some_and(|at| before.get(at..).is_some_and(|inside| !inside.contains(')')));
    (rest.is_empty() && (bracket || is_signed(title, only))).then(|| guess(title, only))
}

/// How far from a date a word for signing may be, in bytes.
const NEAR: usize = 140;

/// Whether a word for signing is beside a date, in the same sentence.
fn is_signed(text: &str, found: &Written) -> bool {
    let sentence = sentence(text, found);
    let folded = fold(sentence);
    let mut words = folded.text().split(|c: char| !c.is_alphanumeric());
    let named = words.any(|word| SIGNED.iter().any(|signed| word.starts_with(signed)));
    named
        || ["签订", "签署", "订于", "签字", "حرر", "وقع", "署名", "作成"]
            .iter()
            .any(|word| sentence.contains(word))
}

/// The words around a date, up to the ends of the sentence or of what is near.
fn sentence<'t>(text: &'t str, found: &Written) -> &'t str {
    let near = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let from = near(found.range.start.saturating_sub(NEAR));
    let to = near((found.range.end + NEAR).min(text.len()));
    let before = text.get(from..found.range.start).unwrap_or_default();
    let ends = |c: char| matches!(c, '\n' | ';' | '"' | '”' | '“');
    let start = before.rfind(ends).map_or(from, |at| {
        from + at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    let start = before.rfind(". ").map_or(start, |at| start.max(from + at + 2));
    let after = text.get(found.range.end..to).unwrap_or_default();
    let end = after.find(ends).map_or(to, |at| found.range.end + at);
    let end = after.find(". ").map_or(end, |at| end.min(found.range.end + at + 1));
    text.get(start..end).unwrap_or_default()
}

fn guess(text: &str, found: &Written) -> Guessed<Date> {
    let words = sentence(text, found).trim();
    let from = if words.is_empty() { text.get(found.range.clone()).unwrap_or_default() } else { words };
    Guessed { value: found.date, from: from.replace('\n', " ") }
}

/// Words before the place of signing.
const PLACE_BEFORE: &[&[&str]] = &[
    &["done", "signed", "concluded", "executed", "made"],
    &["fait", "signe", "conclu"],
    &["hecho", "firmado", "suscrito"],
    &["gedaan", "ondertekend", "getekend"],
    &["geschehen", "unterzeichnet", "gegeben"],
    &["feito", "assinado"],
    &["fatto", "firmato"],
    &["soversheno", "podpisano", "podpisan", "uchineno"],
];

/// Words between a word for signing and the place.
const PREPOSITIONS: &[&str] = &[
    "at", "in", "a", "en", "te", "zu", "em", "v", "the", "city", "of", "la", "ciudad", "de", "ville",
    "gorode", "g", "this",
];

/// Where a text was signed, by the words around the date: "Done at Ankara on", "fait à Rabat, le", "Bakı şəhərində".
pub(in crate::data::documents) fn place(from: &str) -> Option<Guessed<String>> {
    let place = after_signing(from).or_else(|| with_ending(from))?;
    Some(Guessed { value: place, from: from.to_owned() })
}

fn after_signing(text: &str) -> Option<String> {
    let words: Vec<crate::text::Word<'_>> = crate::text::words(text).collect();
    let begins = |word: &str| {
        PLACE_BEFORE.iter().flat_map(|group| group.iter()).any(|known| fold(word).text() == *known)
    };
    for (at, _) in words.iter().enumerate().filter(|(_, word)| begins(word.text)) {
        // Only behind a preposition that opens the name: "done in duplicate at Ankara".
        for (place, word) in words.iter().enumerate().skip(at + 1).take(9) {
            let before =
                words.get(place - 1).map(|word| fold(word.text).text().to_owned()).unwrap_or_default();
            let capital =
                word.text.starts_with(char::is_uppercase) && !word.text.chars().all(|c| c.is_ascii_digit());
            let named = PREPOSITIONS.contains(&before.as_str()) && !before.is_empty();
            let is_date = !super::date::dates(&format!("1 {} 2000", word.text)).is_empty();
            if capital && named && !is_date {
                return Some(name_from(text, &words, place));
            }
        }
    }
    None
}

/// A name of several words: "San Francisco", "Den Haag", "Santiago de Chile".
fn name_from(text: &str, words: &[crate::text::Word<'_>], at: usize) -> String {
    let Some(first) = words.get(at) else { return String::new() };
    let mut end = first.range.end;
    for word in words.iter().skip(at + 1).take(2) {
        let gap = text.get(end..word.range.start).unwrap_or_default();
        let goes_on =
            gap == "-" || (word.text.starts_with(char::is_uppercase) && matches!(gap, " " | "'" | "’"));
        if !goes_on {
            break;
        }
        end = word.range.end;
    }
    text.get(first.range.start..end).unwrap_or_default().to_owned()
}

/// "Bakı şəhərində", "İstanbul'da", "Ankara’da".
fn with_ending(text: &str) -> Option<String> {
    let words: Vec<crate::text::Word<'_>> = crate::text::words(text).collect();
    for pair in words.windows(2) {
        let [name, next] = pair else { continue };
        let capital = name.text.starts_with(char::is_uppercase) && name.text.chars().count() > 2;
        let gap = text.get(name.range.end..next.range.start).unwrap_or_default();
        let ending = fold(next.text);
        let apostrophe =
            matches!(gap.trim(), "'" | "’" | "‘") && ["da", "de", "ta", "te"].contains(&ending.text());
        if capital && (apostrophe || ["seherinde", "sehrinde", "shahrida"].contains(&ending.text())) {
            return Some(name.text.to_owned());
        }
    }
    None
}
