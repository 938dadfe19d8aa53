//! References to an item, as text and for BibTeX.

use crate::model::{Agreement, Collection, Date, Dossier, ItemId, Part};
use crate::text;

/// What a reference names.
struct Reference<'a> {
    parties: Vec<&'a str>,
    title: &'a str,
    /// The clause, where one is meant.
    pinpoint: Option<String>,
    date: Option<Date>,
    place: Option<&'a str>,
    url: Option<&'a str>,
    publisher: Option<&'a str>,
    address: String,
}

/// A reference as one line of text. None where the item is not in the collection.
pub fn citation(collection: &Collection, item: ItemId) -> Option<String> {
    let reference = reference(collection, item)?;
    let mut parts = Vec::new();
    if !reference.parties.is_empty() {
        parts.push(reference.parties.join(" and "));
    }
    parts.push(reference.title.to_owned());
    parts.extend(reference.date.map(|d| d.shown()));
    parts.extend(reference.place.map(str::to_owned));
    parts.extend(reference.pinpoint);
    parts.extend(reference.publisher.map(|p| format!("as told by {p}")));
    parts.extend(reference.url.map(str::to_owned));
    Some(text::shown(&format!("{} [{}]", parts.join(", "), reference.address)).into_owned())
}

/// A BibTeX entry. None where the item is not in the collection.
pub fn bibtex(collection: &Collection, item: ItemId) -> Option<String> {
    let reference = reference(collection, item)?;
    let key: String =
        reference.address.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut fields = vec![("title", format!("{{{}}}", escape(reference.title)))];
    if !reference.parties.is_empty() {
        let authors: Vec<String> = reference.parties.iter().map(|p| format!("{{{}}}", escape(p))).collect();
        fields.push(("author", authors.join(" and ")));
    }
    fields.extend(reference.date.map(|d| ("date", d.to_string())));
    fields.extend(reference.place.map(|p| ("location", escape(p))));
    fields.extend(reference.pinpoint.map(|p| ("pages", escape(&p))));
    fields.extend(reference.publisher.map(|p| ("note", format!("as told by {}", escape(p)))));
    fields.extend(reference.url.map(|u| ("url", escape(u))));
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    Some(format!("@misc{{{key},\n{}}}", fields.concat()))
}

fn reference<'a>(collection: &'a Collection, item: ItemId) -> Option<Reference<'a>> {
    let dossier = collection.dossier(item)?;
    let address = collection.address(item)?.to_string();
    let blank = Reference {
        parties: Vec::new(),
        title: collection.title(item)?,
        pinpoint: None,
        date: collection.date(item),
        place: None,
        url: None,
        publisher: None,
        address,
    };
    Some(match item.part {
        Part::Agreement(i) => of_agreement(dossier, dossier.agreement(i)?, blank),
        Part::Clause(i, _) => {
            let (agreement, clause) = (dossier.agreement(i)?, dossier.clause(item.part)?);
            let number = clause.number_apart().map(|n| format!("{n} ")).unwrap_or_default();
            let pinpoint = Some(format!("{number}“{}”", clause.heading));
            let cited = with_source(dossier, &clause.sources, blank);
            Reference { pinpoint, ..of_agreement(dossier, agreement, cited) }
        }
        Part::Event(i) => with_source(dossier, &dossier.event(i)?.sources, blank),
        Part::Sector(i) => with_source(dossier, &dossier.sector(i)?.sources, blank),
        Part::Organisation(i) => with_source(dossier, &dossier.organisation(i)?.sources, blank),
        Part::Source(i) => {
            let source = dossier.source(i)?;
            Reference { url: source.url.as_deref(), place: Some(&source.publisher), ..blank }
        }
        Part::Dispute(i) => {
            let sources =
                dossier.dispute(i)?.claims.first().map(|c| c.sources.as_slice()).unwrap_or_default();
            with_source(dossier, sources, blank)
        }
    })
}

fn of_agreement<'a>(
    dossier: &'a Dossier,
    agreement: &'a Agreement,
    reference: Reference<'a>,
) -> Reference<'a> {
    let parties = agreement.parties.iter().map(|id| dossier.party_name(id)).collect();
    let named =
        Reference { parties, title: &agreement.title, place: agreement.place.as_deref(), ..reference };
    if named.publisher.is_some() { named } else { with_source(dossier, &agreement.sources, named) }
}

/// The reference with the best of these sources.
fn with_source<'a>(dossier: &'a Dossier, sources: &[String], reference: Reference<'a>) -> Reference<'a> {
    let best = sources.iter().filter_map(|id| dossier.source_by_id(id)).min_by_key(|s| s.kind);
    match best {
        Some(source) => {
            Reference { publisher: Some(&source.publisher), url: source.url.as_deref(), ..reference }
        }
        None => reference,
    }
}

/// Text safe inside the braces of a BibTeX field.
fn escape(words: &str) -> String {
    let mut out = String::new();
    for c in text::shown(words).chars() {
        match c {
            '{' | '}' | '%' | '#' | '&' | '$' | '_' => {
                out.push('\\');
                out.push(c);
            }
            '\\' => out.push_str("\\textbackslash "),
            _ => out.push(c),
        }
    }
    out
}
