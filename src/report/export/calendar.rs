//! Dates known to the day, as all-day events of iCalendar (RFC 5545).

use super::selection::Selection;
use crate::insight::of_item;
use crate::model::{Collection, Date, Day, Item, ItemId, Source, Thing};
use crate::text::{count, shown, web};
use std::io::{self, Write};

/// The longest line of the format, in bytes, without its line break.
const LONGEST_LINE: usize = 75;

/// An entry of the calendar.
struct CalendarEntry<'a> {
    item: Item<'a>,
    /// What distinguishes it from other entries of the item: signing, entry into force.
    what: &'static str,
    date: Option<Date>,
    title: String,
    category: &'a str,
    place: Option<&'a str>,
}

pub(super) fn write(selection: &Selection<'_>, out: &mut dyn Write) -> io::Result<Vec<String>> {
    let mut left_out = 0;
    line(out, "BEGIN", "VCALENDAR")?;
    line(out, "VERSION", "2.0")?;
    line(out, "PRODID", concat!("-//accords//accords ", env!("CARGO_PKG_VERSION"), "//EN"))?;
    line(out, "NAME", &text(&selection.title()))?;
    // The name of a calendar in older programs.
    line(out, "X-WR-CALNAME", &text(&selection.title()))?;
    for entry in selection.items.iter().flat_map(|item| entries(selection.collection, *item)) {
        match entry.date.and_then(|date| date.known_days()) {
            Some(days) => event(selection.collection, &entry, days, out)?,
            None => left_out += 1,
        }
    }
    line(out, "END", "VCALENDAR")?;
    let counted = count(left_out, "date is", "dates are");
    let note = format!("{counted} not known to the day and left out of the calendar");
    Ok(if left_out > 0 { vec![note] } else { Vec::new() })
}

/// The entries of an event (when it was) and of an agreement (when signed; when in force, if it is on record).
fn entries(collection: &Collection, item: ItemId) -> Vec<CalendarEntry<'_>> {
    let Some(item) = collection.item(item) else { return Vec::new() };
    match item.thing() {
        Thing::Event(event) => {
            let (title, category) = (event.title.clone(), event.kind.word());
            vec![CalendarEntry { item, what: "", date: Some(event.date), title, category, place: None }]
        }
        Thing::Agreement(agreement) => {
            let entry = |what, word: &str, date, place| {
                let title = format!("{word}: {}", agreement.title);
                let category = agreement.kind_word().unwrap_or("agreement");
                CalendarEntry { item, what, date, title, category, place }
            };
            let signed = entry(".signed", "Signed", agreement.signed, agreement.place.as_deref());
            let in_force = agreement.in_force.map(|date| entry(".in-force", "In force", Some(date), None));
            [signed].into_iter().chain(in_force).collect()
        }
        _ => Vec::new(),
    }
}

fn event(
    collection: &Collection,
    entry: &CalendarEntry<'_>,
    (first, last): (Day, Day),
    out: &mut dyn Write,
) -> io::Result<()> {
    let (item, dossier) = (entry.item, entry.item.dossier());
    line(out, "BEGIN", "VEVENT")?;
    line(out, "UID", &text(&format!("{}{}@accords", item.address(), entry.what)))?;
    // The time of the last revision is the date of the dossier, not the clock's, so that the same dossier always gives
    // the same file.
    let revised = dossier.as_of.map_or(first, |date| date.begins());
    line(out, "DTSTAMP", &format!("{}T000000Z", written(revised)))?;
    line(out, "DTSTART;VALUE=DATE", &written(first))?;
    line(out, "DTEND;VALUE=DATE", &written(last.next()))?;
    line(out, "TRANSP", "TRANSPARENT")?;
    line(out, "SUMMARY", &text(&entry.title))?;
    line(out, "CATEGORIES", &text(entry.category))?;
    if let Some(place) = entry.place {
        line(out, "LOCATION", &text(place))?;
    }
    line(out, "DESCRIPTION", &text(&description(collection, item)))?;
    let sources = item.sources().iter().filter_map(|id| dossier.source_by_id(id));
    let best = sources.min_by_key(|source| source.kind);
    if let Some(url) = best.and_then(|source| source.url.as_deref()).and_then(web::link) {
        line(out, "URL", &url)?;
    }
    line(out, "END", "VEVENT")
}

/// The text, the sources, the disputes and the address, a line each.
fn description(collection: &Collection, item: Item<'_>) -> String {
    let mut lines: Vec<String> = item.text().map(str::to_owned).into_iter().collect();
    let said = |source: &Source| format!("Source: {}, {}", source.publisher, source.title);
    lines.extend(item.sources().iter().filter_map(|id| item.dossier().source_by_id(id)).map(said));
    let disputes = of_item(collection, item.id()).disputes;
    let disputes = disputes.into_iter().filter_map(|part| item.sibling(part));
    lines.extend(disputes.map(|dispute| format!("Sources disagree: {}", dispute.title())));
    lines.push(item.address().into());
    lines.join("\n")
}

fn written(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}

/// A text as a value: line breaks, commas, semicolons and backslashes are escaped.
fn text(words: &str) -> String {
    let lines: Vec<String> = words
        .lines()
        .map(|line| shown(line).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,"))
        .collect();
    lines.join("\\n")
}

/// One line of content, folded between characters so that no line is too long; it continues after a line break and a
/// blank.
fn line(out: &mut dyn Write, name: &str, value: &str) -> io::Result<()> {
    let mut length = 0;
    for c in format!("{name}:{value}").chars() {
        if length + c.len_utf8() > LONGEST_LINE {
            write!(out, "\r\n ")?;
            length = 1;
        }
        write!(out, "{c}")?;
        length += c.len_utf8();
    }
    write!(out, "\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let mut out = Vec::new();
        line(&mut out, "SUMMARY", &"ə".repeat(100)).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "ə".repeat(100)));
    }

    #[test]
    fn a_text_cannot_end_its_line() {
        assert_eq!(text("a;b,c\\d\r\nEND:VEVENT\u{1b}"), "a\\;b\\,c\\\\d\\nEND:VEVENT␛");
    }
}
