//! The formats of files. Which one a file has is decided by its content, never by its name; only a broken dossier is known
//! by `.json`, so that it is reported as one.
//!
//! A format is a folder or a file of this module, and a line in [`FORMATS`]. Some hold what is known of agreements as
//! data; of the others the print is read, and cut by [`documents`](super::documents).

mod accords_json;
pub mod akoma_ntoso;
mod archive;
mod clml;
mod formex;
mod html;
mod markdown;
mod open_document;
mod own_exports;
mod pdf;
mod plain_text;
mod print;
mod refuse;
mod start;
mod table;
mod tota;
mod word;
mod xml;

pub use accords_json::{
    Addition, Appended, FieldAbout, Holds, NotAppended, Remarks, appended, canonical, example, fields_about,
    fields_of, places_of, schema, write_canonical, write_with_remarks,
};
pub use own_exports::{MADE_BY, WORD_AGREEMENT, WORD_ASIDE, WORD_PAGES};
pub use pdf::{read_pdf, read_pdf_as_child, read_pdf_here, read_pdfs_with};

use crate::data::documents::{Document, Kind, article_run, cut};
use crate::data::file::{Decoded, decode, decode_any};
use crate::data::loaded::Loaded;
use crate::data::problem::{Problem, Severity};
use archive::Archive;
use start::Start;
use std::path::Path;

/// A format that can be read.
struct Format {
    /// What messages call a file of this format.
    name: &'static str,
    /// When a folder is opened, its files with these extensions are read.
    extensions: &'static [&'static str],
    /// Whether a file that begins like this has the format.
    matches: fn(&Start) -> bool,
    read: Read,
}

/// How a format is read.
enum Read {
    /// As data, which says what an agreement is and what its clauses are.
    Data(fn(&Path, &str) -> Loaded),
    /// As a table.
    Table(fn(&Start) -> Loaded),
    /// As print, in which that has yet to be found.
    Print(fn(&Start) -> Result<Document, Problem>),
}

use Read::{Data, Print, Table};

/// All formats. Of Akoma Ntoso, other versions match too, so that reading them can say which one is read.
#[rustfmt::skip]
const FORMATS: [Format; 12] = [
    Format { name: "a dossier in JSON", extensions: &["json"], matches: is_json, read: Data(accords_json::read) },
    Format { name: "a treaty of ToTA", extensions: &["xml"], matches: |start| start.root() == ("", "treaty"), read: Data(tota::read) },
    Format { name: "Akoma Ntoso 3.0", extensions: &["xml", "akn"], matches: |start| start.root().1 == "akomaNtoso", read: Data(akoma_ntoso::read) },
    Format { name: "CLML", extensions: &["xml"], matches: |start| start.root() == (clml::NAMESPACE, "Legislation"), read: Print(|start| of_xml(start, clml::read)) },
    Format { name: "Formex", extensions: &["xml"], matches: |start| formex::ROOTS.contains(&start.root().1), read: Print(|start| of_xml(start, formex::read)) },
    Format { name: "PDF", extensions: &["pdf"], matches: |start| pdf::is_pdf(start.bytes, start.is_named("pdf")), read: Print(|start| pdf::read_pdf(start.bytes).map_err(|why| Problem::of_file(start.file, why))) },
    Format { name: "HTML", extensions: &["html", "htm", "xhtml"], matches: is_html, read: Print(|start| of_text(start, html::declared(start.bytes), html::read)) },
    Format { name: "Word", extensions: &["docx", "docm"], matches: |start| is_archive(start, word::is_word), read: Print(|start| of_archive(start, word::read)) },
    Format { name: "OpenDocument", extensions: &["odt"], matches: |start| is_archive(start, open_document::is_open_document), read: Print(|start| of_archive(start, open_document::read)) },
    Format { name: "a table", extensions: &["csv", "tsv"], matches: table::is_table, read: Table(table::read) },
    Format { name: "Markdown", extensions: &["md", "markdown"], matches: is_markdown, read: Print(|start| of_text(start, None, markdown::read)) },
    Format { name: "text", extensions: &["txt", "text"], matches: |start| !start.is_xml() && start.archive().is_none(), read: Print(|start| of_text(start, None, plain_text::read)) },
];

fn is_json(start: &Start<'_>) -> bool {
    start.is_named("json") || start.head().starts_with('{')
}

fn is_html(start: &Start<'_>) -> bool {
    html::is_page(start.head())
        || html::is_piece(start.head()) && !start.is_named("xml") && !markdown::outweighs_tags(start.head())
}

/// Markdown may begin with a tag, of which its makers leave a `<meta>` or a centred title.
fn is_markdown(start: &Start<'_>) -> bool {
    let begins = !start.is_xml() || html::is_piece(start.head()) && markdown::outweighs_tags(start.head());
    begins && markdown::is_markdown(start.head())
}

fn is_archive(start: &Start<'_>, matches: fn(&Archive<'_>) -> bool) -> bool {
    start.archive().is_some_and(|archive| archive.is_ok_and(matches))
}

fn of_archive(
    start: &Start<'_>,
    read: fn(&Archive<'_>) -> Result<Document, String>,
) -> Result<Document, Problem> {
    let archive = start.archive().unwrap_or(Err("is no archive")).map_err(str::to_owned);
    archive.and_then(read).map_err(|why| Problem::of_file(start.file, why))
}

fn of_text(
    start: &Start<'_>,
    declared: Option<String>,
    read: fn(Decoded<'_>) -> Document,
) -> Result<Document, Problem> {
    let decoded = decode_any(start.bytes, declared.as_deref());
    let message = "is not text that can be read; if it is a document, save it as DOCX, PDF or UTF-8 text";
    decoded.map(read).ok_or_else(|| Problem::of_file(start.file, message))
}

fn of_xml(
    start: &Start<'_>,
    read: fn(&mut xml::Reader<'_>) -> Result<Document, xml::Fault>,
) -> Result<Document, Problem> {
    let text = decode(start.file, start.bytes)?;
    let document = xml::Reader::new(text).and_then(|mut reader| {
        reader.root()?;
        read(&mut reader)
    });
    document.map_err(|fault| fault.problem(start.file, text))
}

/// The extensions of files that are read when their folder is opened.
pub(super) fn extensions() -> Vec<&'static str> {
    let mut all: Vec<&str> = FORMATS.iter().flat_map(|format| format.extensions).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What a file is.
enum Content {
    /// What it holds as data.
    Data(Loaded),
    /// What it holds as a table.
    Table(Loaded),
    /// What it prints.
    Print(Document),
}

/// Reads a file in the format that it has.
///
/// # Errors
/// It has none that is read, or is broken.
fn content(file: &Path, bytes: &[u8]) -> Result<Content, Problem> {
    let start = Start::of(file, bytes);
    let is_json = is_json(&start);
    if let Some(why) = refuse::refusal(&start).filter(|_| !is_json || bytes.starts_with(b"{\\rtf")) {
        return Err(Problem::of_file(file, why));
    }
    let Some(format) = FORMATS.iter().find(|format| (format.matches)(&start)) else {
        if let Some(why) = refuse::archive(&start) {
            return Err(Problem::of_file(file, why));
        }
        let known: Vec<&str> =
            FORMATS.iter().filter(|f| f.extensions.contains(&"xml")).map(|f| f.name).collect();
        return Ok(Content::Data(xml::refuse(file, decode(file, bytes)?, &known.join(" nor "))));
    };
    match format.read {
        Data(read) => Ok(Content::Data(read(file, decode(file, bytes)?))),
        Table(read) => Ok(Content::Table(read(&start))),
        Print(read) => read(&start).map(Content::Print),
    }
}

/// Reads a file that was named, in the format that it has.
pub fn parse(file: &Path, bytes: impl AsRef<[u8]>) -> Loaded {
    match content(file, bytes.as_ref()) {
        Ok(Content::Data(loaded) | Content::Table(loaded)) => loaded,
        Ok(Content::Print(document)) => {
            // A large file is not kept beside what it prints.
            drop(bytes);
            cut(file, document)
        }
        Err(problem) => problem.into(),
    }
}

/// The wording of a file: a plain text as it is, the clauses of anything else.
///
/// # Errors
/// It cannot be read.
pub(super) fn wording(file: &Path, bytes: &[u8]) -> Result<String, Problem> {
    let loaded = match content(file, bytes)? {
        Content::Print(document) if document.kind == Kind::Text => {
            let decoded = decode_any(bytes, None);
            return Ok(decoded.map(|decoded| decoded.text.into_owned()).unwrap_or_default());
        }
        Content::Print(document) => cut(file, document),
        Content::Data(loaded) | Content::Table(loaded) => loaded,
    };
    if let Some(error) = loaded.problems.iter().find(|problem| problem.severity == Severity::Error) {
        return Err(error.clone());
    }
    let clauses =
        loaded.dossiers.iter().flat_map(|dossier| dossier.agreements.iter().flat_map(|a| &a.clauses));
    Ok(clauses
        .map(|clause| format!("{}\n{}", clause.numbered_heading(), clause.text))
        .collect::<Vec<_>>()
        .join("\n\n"))
}

/// Reads a file that was found in a folder; `None` if its print is most likely no agreement.
pub(super) fn parse_found(file: &Path, bytes: impl AsRef<[u8]>) -> Option<Loaded> {
    match content(file, bytes.as_ref()) {
        Ok(Content::Data(_)) if accords_json::is_schema(bytes.as_ref()) => None,
        Ok(Content::Data(loaded)) => Some(loaded),
        // A table of anything else is passed over.
        Ok(Content::Table(loaded)) => Some(loaded).filter(|loaded| !loaded.has_errors()),
        Ok(Content::Print(document)) if own_exports::is_aside(file, bytes.as_ref(), document.kind) => None,
        Ok(Content::Print(document)) => {
            drop(bytes);
            let has_articles = article_run(&document) > 1;
            let loaded = cut(file, document);
            (has_articles || is_agreement(&loaded)).then_some(loaded)
        }
        // Nothing is no agreement, but a dossier that is empty has been lost.
        Err(_) if bytes.as_ref().trim_ascii().is_empty() && !is_named_as_data(file) => None,
        Err(problem) => Some(problem.into()),
    }
}

/// Whether a file is one that holds data, by its name.
fn is_named_as_data(file: &Path) -> bool {
    let is_named = |known: &&str| file.extension().is_some_and(|own| own.eq_ignore_ascii_case(known));
    FORMATS.iter().any(|format| matches!(format.read, Data(_)) && format.extensions.iter().any(is_named))
}

/// Whether a text without articles has the title and the closing formula of an agreement.
fn is_agreement(loaded: &Loaded) -> bool {
    let mut agreements = loaded.dossiers.iter().flat_map(|dossier| &dossier.agreements);
    agreements.any(|agreement| agreement.kind.is_some() && agreement.signed.is_some())
}
