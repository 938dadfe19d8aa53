//! A reference as RIS: a tag of two letters and a value on each line.

use super::pinpoint::Pinpoint;
use super::reference::{CitedWork, Sort};
use crate::model::Date;
use crate::text;

pub(super) fn write(reference: &CitedWork<'_>) -> String {
    // RIS knows no treaty. CitedWork managers read STAT as a statute and keep its title, date and section; they read
    // the general GEN as an article in a journal.
    let kind = match reference.sort {
        Sort::Treaty => "STAT",
        Sort::Document(_) if reference.url.is_some() => "ELEC",
        Sort::Document(_) | Sort::Entry => "GEN",
    };
    let mut lines = vec![line("TY", kind), line("ID", &reference.address), line("TI", reference.title)];
    let mut add = |tag: &str, value: Option<&str>| lines.extend(value.map(|value| line(tag, value)));
    add("ST", reference.short_title);
    for author in reference.authors() {
        // A comma would part a surname from a first name.
        add("AU", Some(&author.replace(", ", " ")));
    }
    if let Some(date) = reference.date {
        add("PY", Some(&format!("{:04}", date.year())));
        add("DA", Some(&day(&date)));
    }
    add("CY", reference.place);
    add("PB", reference.publisher);
    add("LA", reference.language);
    add("M3", reference.genre);
    add("T2", reference.series.as_deref());
    add("SE", reference.pinpoint.as_ref().map(Pinpoint::section).as_deref());
    for party in reference.keywords() {
        add("KW", Some(party));
    }
    add("DB", reference.source.map(|source| source.publisher.as_str()));
    for remark in reference.remarks() {
        add("N1", Some(&remark));
    }
    add("UR", reference.url);
    // The last line has its two blanks and nothing after them, as the format wants it.
    lines.push("ER  - ".to_owned());
    lines.join("\r\n")
}

/// One line; a line break in the value would begin a tag of its own.
fn line(tag: &str, value: &str) -> String {
    format!("{tag}  - {}", text::shown(value))
}

/// `YYYY/MM/DD/words`: what is not known is left empty, and words say what the numbers cannot.
fn day(date: &Date) -> String {
    let number = |number: Option<u8>| number.map(|number| format!("{number:02}")).unwrap_or_default();
    let known = date.from();
    let words = if date.is_exact() { String::new() } else { date.shown() };
    format!("{:04}/{}/{}/{words}", known.year, number(known.month), number(known.day))
}
