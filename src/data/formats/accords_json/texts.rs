//! Checks texts: dates, words of closed lists, ids and references.

use super::findings::Findings;
use super::shape::Text;
use crate::data::problem::{Severity, quoted};
use crate::model::{AgreementKind, Date};
use crate::text::edit::nearest;

/// A date outside these years is more likely a typo than a fact.
const USUAL_YEARS: std::ops::RangeInclusive<u16> = 1000..=2999;

/// Checks a text against its shape.
pub(super) fn check_text<'s>(text: &'s Text, value: &str, found: &mut Findings<'s>) {
    if text.date {
        check_date(value, found);
    }
    if text.open && AgreementKind::named(value).is_none() {
        found.note(Severity::Warning, || unlisted_word(value, &text.words));
    } else if !text.open && !text.words.is_empty() && !text.words.iter().any(|w| w == value) {
        found.note(Severity::Error, || unknown_word(value, &text.words));
    }
    if let Some(kind) = &text.declares {
        if !is_id(value, kind) {
            let state = if kind == "party" { "three capitals for a state, otherwise only " } else { "only " };
            found.error(format!("{} is not a valid id; use {state}a-z, 0-9 and hyphens", quoted(value)));
        }
        found.declare(kind, value);
    }
    if !text.refers_to.is_empty() {
        found.refer(&text.refers_to, value);
    }
}

fn check_date(value: &str, found: &mut Findings<'_>) {
    match value.parse::<Date>() {
        Err(error) => found.error(format!("{} {error}", quoted(value))),
        Ok(date) if !USUAL_YEARS.contains(&date.year()) || !USUAL_YEARS.contains(&date.ends().year) => {
            found.warning(format!("{} is outside the years 1000 to 2999", quoted(value)));
        }
        Ok(_) => {}
    }
}

/// The message for a word that is not in its closed list; a later version of the format gets its own.
fn unknown_word(value: &str, words: &[String]) -> String {
    if let Some(version) = value.strip_prefix("accords/").filter(|v| v.parse::<u32>().is_ok_and(|v| v > 1)) {
        return format!("is version {version} of the format, newer than this program; update the program");
    }
    let list = words.iter().map(|w| w.as_str()).collect::<Vec<_>>().join(", ");
    let meant = nearest(value, words.iter().map(String::as_str));
    let hint = meant.map(|m| format!("; did you mean {}?", quoted(m))).unwrap_or_default();
    format!("{} is not one of {list}{hint}", quoted(value))
}

/// The message for a word that is not in an open list.
fn unlisted_word(value: &str, words: &[String]) -> String {
    let meant = nearest(value, words.iter().map(String::as_str));
    let hint = meant.map(|m| format!("; did you mean {}?", quoted(m))).unwrap_or_default();
    format!("{} is not a known kind; it is shown as written{hint}", quoted(value))
}

/// Whether an id can be part of an address. Those of foreign files also have capitals, `_`, `%` and `~`; only the id of
/// the last part of an address, or of a whole dossier, may contain a full stop.
fn is_id(id: &str, kind: &str) -> bool {
    let stop = matches!(kind, "clause" | "dossier");
    let fits =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'%' | b'~') || (stop && b == b'.');
    id.bytes().all(fits) && !id.is_empty() && !id.starts_with('-')
}
