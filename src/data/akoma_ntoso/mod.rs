//! Reads a document of Akoma Ntoso 3.0 (LegalDocML): an act, a bill, a doc, a statement, a collection of these.
//!
//! One pass: `meta` says what the document is, `structure` which elements are parts, clauses and lines, `body` makes
//! clauses of them, `record` adds what this program wrote beside the text when it exported an agreement.

mod body;
mod line;
mod meta;
mod record;
mod structure;

use super::problem::{Problem, Severity, quoted};
use super::xml::{Fault, Node, Reader};
use crate::model::{Agreement, Clause, Dossier, Source, SourceKind, Wording, unescape_id};
use body::Body;
use meta::Meta;
use std::borrow::Cow;
use std::path::Path;

/// The namespace of the format.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The namespace of what the format has no place for: the element `record` holds JSON of format `accords/1`.
pub const RECORD_NAMESPACE: &str = "urn:accords:record:1";

/// The id of the clause that stands in an exported document where an agreement has no clauses on record.
pub const PLACEHOLDER: &str = "not-on-record";

/// The `eId` under which the clause with this id is written: the foreign id that it once was, where XML can hold it.
pub fn written_id(id: &str) -> Cow<'_, str> {
    let foreign = unescape_id(id);
    let fits = !foreign.is_empty() && !foreign.chars().any(|c| c.is_whitespace() || c.is_control());
    if fits { foreign } else { Cow::Borrowed(id) }
}

/// The kinds of documents that can be agreements.
const DOCUMENTS: [&str; 5] = ["act", "bill", "doc", "statement", "documentCollection"];

/// The source of everything that a file says itself; no foreign id holds a `~`.
const DOCUMENT: &str = "document~";

/// Reads a document; its root `akomaNtoso` is the element opened last.
pub(super) fn read(file: &Path, reader: &mut Reader<'_>) -> Result<(Dossier, Vec<Problem>), Fault> {
    let (mut meta, mut body) = (Meta::default(), Body::default());
    let mut document = None;
    while let Some(node) = reader.next()? {
        match node {
            Node::Open(element) if document.is_none() => {
                if !DOCUMENTS.contains(&element.name()) {
                    let name = quoted(element.name());
                    let known = DOCUMENTS.join(", ");
                    return Err(reader.fault(format!("holds a {name} of Akoma Ntoso; only {known} are read")));
                }
                meta.named(element.attribute("name").as_deref());
                document = Some(());
            }
            Node::Open(element) if element.name() == "meta" && meta.is_empty() => meta.read(reader)?,
            Node::Open(element) if element.name() == "meta" => {
                reader.text_inside()?;
            }
            Node::Open(element) => body.open(&element),
            Node::Text(text) => body.text(&text),
            Node::Close => body.close(),
        }
    }
    if document.is_none() {
        return Err(reader.fault("is Akoma Ntoso without a document in it"));
    }
    Ok(assemble(file, meta, body))
}

fn assemble(file: &Path, meta: Meta, body: Body) -> (Dossier, Vec<Problem>) {
    let wording = if meta.is_translation { Wording::Translation } else { Wording::Official };
    let (titles, mut clauses) = body.finish();
    if !meta.notes.is_empty() {
        clauses.push(notes(&meta.notes));
    }
    for clause in &mut clauses {
        clause.wording = wording;
        clause.sources = vec![DOCUMENT.to_owned()];
    }
    let title = titles.title.clone().or_else(|| titles.short.clone()).or_else(|| meta.name.clone());
    let title = title.unwrap_or_else(|| "Document without a title".to_owned());
    let id = slug(meta.uri.as_deref().unwrap_or_default())
        .or_else(|| slug(&file.file_stem().unwrap_or_default().to_string_lossy()))
        .unwrap_or_else(|| "document".to_owned());
    let mut problems = Vec::new();
    if let Some(json) = &meta.record {
        match record::merge(json, &titles, &clauses) {
            Ok(dossier) => return (dossier, problems),
            Err(error) => {
                let message = format!("its record of accords cannot be read and is left out: {error}");
                problems.push(Problem { severity: Severity::Warning, ..Problem::of_file(file, message) });
            }
        }
    }
    let agreement = Agreement {
        id: id.clone(),
        short_title: titles.short.filter(|short| *short != title),
        kind: meta.kind(),
        signed: meta.date,
        language: meta.language.clone(),
        sources: vec![DOCUMENT.to_owned()],
        note: meta.note(),
        clauses,
        title,
        ..Agreement::default()
    };
    let source = Source {
        id: DOCUMENT.to_owned(),
        kind: SourceKind::Primary,
        publisher: meta.publisher().unwrap_or("publisher not on record").to_owned(),
        title: agreement.title.clone(),
        author: None,
        published: meta.date,
        language: meta.language.clone(),
        url: meta.uri.filter(|uri| uri.starts_with("http")),
        note: None,
    };
    let mut dossier = Dossier::of_one_agreement(id, agreement);
    dossier.sources = vec![source];
    (dossier.arrange(), problems)
}

/// The footnotes of a document, as its last clause.
fn notes(notes: &[String]) -> Clause {
    Clause {
        // No id of the document holds the sign.
        id: "notes~".to_owned(),
        number: None,
        heading: "Notes".to_owned(),
        text: notes.join("\n"),
        wording: Wording::Official,
        sectors: Vec::new(),
        sources: Vec::new(),
        place: None,
        note: None,
    }
}

/// An id of small letters, digits and hyphens from the address of a work; none where nothing would be left.
fn slug(uri: &str) -> Option<String> {
    let path =
        uri.split_once("://").map_or(uri, |(_, rest)| rest.split_once('/').map_or(rest, |(_, path)| path));
    let path = path.trim_start_matches('/');
    let path = path.strip_prefix("akn/").or_else(|| path.strip_prefix("id/")).unwrap_or(path);
    let mut out = String::new();
    for c in path.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-').to_owned();
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn an_address_of_a_work_becomes_an_id() {
        for (uri, id) in [
            ("/akn/us/act/2011-11-29/112-61", Some("us-act-2011-11-29-112-61")),
            ("http://www.legislation.gov.uk/id/asp/2017/1/enacted", Some("asp-2017-1-enacted")),
            ("/akn/Ü/", None),
            ("", None),
        ] {
            assert_eq!(slug(uri).as_deref(), id);
        }
    }
}
