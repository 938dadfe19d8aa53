//! Makes a dossier of what has been read of a document or a collection of documents.

use super::body::Titles;
use super::components::Component;
use super::meta::Meta;
use crate::data::tables::kind_of_title;
use crate::model::{Agreement, Clause, Dossier, Instrument, Source, SourceKind, UniqueIds, Wording};
use crate::text::slug;
use std::path::Path;

/// The id of the source of everything that the file itself says; no foreign id has a `~`.
const DOCUMENT: &str = "document~";

/// The clauses of the document, followed by its footnotes.
pub(super) fn with_notes(meta: &Meta, mut clauses: Vec<Clause>) -> Vec<Clause> {
    if !meta.notes.is_empty() {
        clauses.push(notes(&meta.notes));
    }
    for clause in &mut clauses {
        clause.wording = if meta.is_translation { Wording::Translation } else { Wording::Official };
        clause.sources = vec![DOCUMENT.to_owned()];
    }
    clauses
}

/// The dossier of a file that is one document.
pub(super) fn one(file: &Path, meta: Meta, titles: Titles, clauses: Vec<Clause>) -> Dossier {
    let id = id(file, &meta);
    let agreement = agreement(id, &meta, titles, clauses);
    let source = source(&meta, &agreement.title);
    let mut dossier = Dossier::of_one_agreement(agreement);
    dossier.sources = vec![source];
    dossier.arrange()
}

/// The dossier of a collection, each of whose documents is an agreement. Text around them, if there is any, is one too.
pub(super) fn collection(
    file: &Path,
    meta: Meta,
    titles: Titles,
    around: Vec<Clause>,
    components: Vec<Component>,
) -> Dossier {
    let id = id(file, &meta);
    let named = titles.any().or_else(|| meta.name.clone()).unwrap_or_else(|| NO_TITLE.to_owned());
    let mut dossier = Dossier::new(&id, &named);
    dossier.sources = vec![source(&meta, &named)];
    let mut ids = UniqueIds::default();
    if !around.is_empty() {
        dossier.agreements.push(agreement(ids.unique(&id, '~'), &meta, titles, around));
    }
    for (number, Component { id: own, meta, titles, clauses }) in (1..).zip(components) {
        if clauses.is_empty() && titles.any().is_none() && meta.is_empty() {
            continue;
        }
        let of_work = id_of_uri(meta.uri.as_deref().unwrap_or_default());
        let wanted = [of_work, slug(&own)].into_iter().find(|id| !id.is_empty());
        let wanted = wanted.unwrap_or_else(|| format!("component-{number}"));
        let clauses = with_notes(&meta, clauses);
        dossier.agreements.push(agreement(ids.unique(&wanted, '~'), &meta, titles, clauses));
    }
    dossier.arrange()
}

const NO_TITLE: &str = "Document without a title";

/// The id of a dossier: that of the work, or else that of the file.
fn id(file: &Path, meta: &Meta) -> String {
    let of_work = id_of_uri(meta.uri.as_deref().unwrap_or_default());
    let of_file = slug(&file.file_stem().unwrap_or_default().to_string_lossy());
    [of_work, of_file].into_iter().find(|id| !id.is_empty()).unwrap_or_else(|| "document".to_owned())
}

fn agreement(id: String, meta: &Meta, titles: Titles, clauses: Vec<Clause>) -> Agreement {
    let title = titles.any().or_else(|| meta.name.clone()).unwrap_or_else(|| NO_TITLE.to_owned());
    Agreement {
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
    }
}

fn source(meta: &Meta, title: &str) -> Source {
    Source {
        id: DOCUMENT.to_owned(),
        kind: SourceKind::Primary,
        publisher: meta.publisher().unwrap_or("publisher not on record").to_owned(),
        title: title.to_owned(),
        author: None,
        published: meta.date,
        language: meta.language.clone(),
        url: meta.uri.clone().filter(|uri| uri.starts_with("http")),
        note: meta.version.as_ref().map(|version| {
            format!("Read as {version}, an earlier form of Akoma Ntoso 3.0 or a profile of it.")
        }),
    }
}

/// The footnotes of a document, as its last clause.
fn notes(notes: &[String]) -> Clause {
    // No id of the document has a `~`.
    Clause::new("notes~", "Notes", notes.join("\n"), Wording::Official)
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
