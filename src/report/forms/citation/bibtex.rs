//! A reference as a BibTeX entry.

use super::pinpoint::Abbreviated;
use super::reference::CitedWork;
use crate::text;

pub(super) fn write(reference: &CitedWork<'_>) -> String {
    // No type of BibTeX is a treaty; what none fits is @misc, with the word for it under `type`.
    let mut fields = vec![("title", format!("{{{}}}", escape(reference.title)))];
    fields.extend(reference.short_title.map(|title| ("shorttitle", format!("{{{}}}", escape(title)))));
    let authors = reference.authors();
    if !authors.is_empty() {
        // The inner braces keep a state's name whole; it has no surname.
        let authors: Vec<String> = authors.iter().map(|name| format!("{{{}}}", escape(name))).collect();
        fields.push(("author", authors.join(" and ")));
    }
    // biblatex reads the date as exactly as it is known, with ~ and A/B; older styles know only the year.
    fields.extend(reference.date.map(|date| ("date", date.to_string())));
    fields.extend(reference.date.map(|date| ("year", format!("{:04}", date.year()))));
    fields.extend(reference.genre.map(|genre| ("type", escape(genre))));
    fields.extend(reference.place.map(|place| ("location", escape(place))));
    fields.extend(reference.publisher.map(|publisher| ("publisher", escape(publisher))));
    // The field that every style prints as it is written.
    fields.extend(reference.series.as_deref().map(|series| ("howpublished", escape(series))));
    // A heading is neither a page nor a number; it is in the note.
    let number = reference.pinpoint.as_ref().and_then(|pinpoint| pinpoint.numbered(Abbreviated::Plain));
    fields.extend(number.map(|number| ("pages", escape(&number))));
    if !reference.keywords().is_empty() {
        // A comma separates keywords.
        let names: Vec<String> =
            reference.keywords().iter().map(|name| escape(&name.replace(',', ""))).collect();
        fields.push(("keywords", names.join(", ")));
    }
    fields.push(("note", escape(&reference.remarks().join("; "))));
    fields.extend(reference.url.map(|url| ("url", escape_url(url))));
    let fields: String =
        fields.into_iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@misc{{{},\n{fields}}}", key(&reference.address))
}

/// A key that every BibTeX reads: what no key may hold is a hyphen.
fn key(address: &str) -> String {
    address.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect()
}

/// Text safe inside the braces of a field.
fn escape(words: &str) -> String {
    let mut out = String::new();
    for c in text::shown(words).chars() {
        match c {
            // An escaped brace still counts for the braces that must match; these words for them do not.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '%' | '#' | '&' | '$' | '_' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// A web address in its field, which BibTeX takes word for word: what could end the field is percent-escaped.
fn escape_url(url: &str) -> String {
    let mut out = String::new();
    for c in text::shown(url).chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            _ => out.push(c),
        }
    }
    out
}
