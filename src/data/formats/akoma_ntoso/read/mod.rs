//! Reads an act, a bill, a doc, a statement, or a collection of these.
//!
//! In one pass, `meta` reads what the document is, `structure` tells parts, clauses and lines apart by their elements, and
//! `body` makes clauses of them; `record` adds what this program wrote beside the text when it exported an agreement.

mod body;
mod components;
mod line;
mod meta;
mod record;
mod structure;

use crate::data::formats::akoma_ntoso::names::NAMESPACE;
use crate::data::formats::titles::kind_of_title;
use crate::data::formats::xml::{self, Fault, Node, Reader};
use crate::data::loaded::Loaded;
use crate::data::problem::{Problem, quoted};
use crate::model::{Agreement, Clause, Dossier, Instrument, Source, SourceKind, Wording};
use crate::text::slug;
use body::{Body, Titles};
use components::Components;
use meta::Meta;
use std::path::Path;

/// The documents that can be agreements.
const DOCUMENTS: [&str; 5] = ["act", "bill", "doc", "statement", COLLECTION];

/// Several documents in one.
const COLLECTION: &str = "documentCollection";

/// The id of the source of everything that the file itself says; no foreign id has a `~`.
const DOCUMENT: &str = "document~";

/// Reads a document.
pub(in crate::data::formats) fn read(file: &Path, text: &str) -> Loaded {
    xml::read(file, text, |root, reader| match reader.namespace(&root) {
        Some(NAMESPACE) => document(file, reader),
        _ => {
            Err(reader
                .fault(format!("is Akoma Ntoso, but not version 3.0; its namespace must be {NAMESPACE}")))
        }
    })
}

fn document(file: &Path, reader: &mut Reader<'_>) -> Result<Loaded, Fault> {
    let (mut meta, mut body) = (Meta::default(), Body::new());
    // What the documents of a collection are is known only from this program's record.
    let mut components: Option<Components> = None;
    let mut document = None;
    while let Some(node) = reader.next()? {
        match node {
            Node::Open(element) if document.is_none() => {
                if !DOCUMENTS.contains(&element.name()) {
                    let name = quoted(element.name());
                    let known = DOCUMENTS.join(", ");
                    return Err(reader.fault(format!("is a {name} in Akoma Ntoso; only {known} are read")));
                }
                meta.named(element.attribute("name").as_deref());
                document = Some(element.name() == COLLECTION);
            }
            Node::Open(element) if element.name() == "meta" && meta.is_empty() => {
                meta.read(reader)?;
                components = (document == Some(true) && meta.record.is_some()).then(Components::default);
            }
            Node::Open(element) if element.name() == "meta" => {
                reader.text_inside()?;
            }
            Node::Open(element) => {
                body.open(&element);
                components.iter_mut().for_each(|components| components.open(&element));
            }
            Node::Text(text) => {
                body.text(&text);
                components.iter_mut().for_each(|components| components.text(&text));
            }
            Node::Close => {
                body.close();
                components.iter_mut().for_each(Components::close);
            }
        }
    }
    if document.is_none() {
        return Err(reader.fault("is Akoma Ntoso without a document"));
    }
    let mut problems = Vec::new();
    let (titles, clauses) = body.finish();
    if let Some(json) = &meta.record {
        let merged = match components {
            Some(components) => record::merge_all(json, &components.finish()),
            None => record::merge(json, &titles, &with_notes(&meta, clauses.clone())),
        };
        match merged {
            Ok(dossier) => return Ok(dossier.into()),
            Err(error) => {
                let message = format!("its accords record cannot be read and is ignored: {error}");
                problems.push(Problem::of_file(file, message).into_warning());
            }
        }
    }
    let clauses = with_notes(&meta, clauses);
    Ok(Loaded { problems, ..assemble(file, meta, titles, clauses).into() })
}

/// The clauses of the document, followed by its footnotes.
fn with_notes(meta: &Meta, mut clauses: Vec<Clause>) -> Vec<Clause> {
    if !meta.notes.is_empty() {
        clauses.push(notes(&meta.notes));
    }
    for clause in &mut clauses {
        clause.wording = if meta.is_translation { Wording::Translation } else { Wording::Official };
        clause.sources = vec![DOCUMENT.to_owned()];
    }
    clauses
}

fn assemble(file: &Path, meta: Meta, titles: Titles, clauses: Vec<Clause>) -> Dossier {
    let title = titles.title.clone().or_else(|| titles.short.clone()).or_else(|| meta.name.clone());
    let title = title.unwrap_or_else(|| "Document without a title".to_owned());
    let of_work = id_of_uri(meta.uri.as_deref().unwrap_or_default());
    let of_file = slug(&file.file_stem().unwrap_or_default().to_string_lossy());
    let id =
        [of_work, of_file].into_iter().find(|id| !id.is_empty()).unwrap_or_else(|| "document".to_owned());
    let agreement = Agreement {
        id,
        short_title: titles.short.filter(|short| *short != title),
        kind: meta.kind().or_else(|| kind_of_title(&title)).map(Instrument::from),
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
    let mut dossier = Dossier::of_one_agreement(agreement);
    dossier.sources = vec![source];
    dossier.arrange()
}

/// The footnotes of a document, as its last clause.
fn notes(notes: &[String]) -> Clause {
    Clause {
        // No id of the document has a `~`.
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

/// An id from the address of a work; empty if nothing in it can be part of an id.
fn id_of_uri(uri: &str) -> String {
    let path =
        uri.split_once("://").map_or(uri, |(_, rest)| rest.split_once('/').map_or(rest, |(_, path)| path));
    let path = path.trim_start_matches('/');
    slug(path.strip_prefix("akn/").or_else(|| path.strip_prefix("id/")).unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::id_of_uri;

    #[test]
    fn an_address_of_a_work_becomes_an_id() {
        for (uri, id) in [
            ("/akn/us/act/2011-11-29/112-61", "us-act-2011-11-29-112-61"),
            ("http://www.legislation.gov.uk/id/asp/2017/1/enacted", "asp-2017-1-enacted"),
            ("/akn/Ü/", ""),
            ("", ""),
        ] {
            assert_eq!(id_of_uri(uri), id);
        }
    }
}
