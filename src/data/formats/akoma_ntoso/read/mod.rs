//! Reads an act, a bill, a doc, a statement, or a collection of these.
//!
//! In one pass, `meta` reads what the document is, `structure` tells parts, clauses and lines apart by their elements, and
//! `body` makes clauses of them; `record` adds what this program wrote beside the text when it exported an agreement.

mod assemble;
mod body;
mod components;
mod line;
mod meta;
mod record;
mod structure;
mod table;

use crate::data::formats::akoma_ntoso::names::{NAMESPACE, version};
use crate::data::formats::xml::{self, Fault, Node, Reader};
use crate::data::loaded::Loaded;
use crate::data::problem::{Problem, quoted};
use assemble::with_notes;
use body::Body;
use components::Components;
use meta::Meta;
use std::path::Path;

/// The documents that can be opened.
const DOCUMENTS: [&str; 12] = [
    "act",
    "bill",
    "doc",
    "statement",
    "portion",
    "judgment",
    "officialGazette",
    "amendmentList",
    "amendment",
    "debate",
    "debateReport",
    COLLECTION,
];

/// Several documents in one.
const COLLECTION: &str = "documentCollection";

/// Reads a document.
pub(in crate::data::formats) fn read(file: &Path, text: &str) -> Loaded {
    xml::read(file, text, |root, reader| match reader.namespace(&root).and_then(version) {
        Some(version) => {
            let mut read = Document::default();
            read.meta.version = Some(version).filter(|version| !version.is_empty());
            read.all(reader)?;
            Ok(read.loaded(file, text))
        }
        None => Err(reader
            .fault(format!("is Akoma Ntoso, but not version 2.0 or 3.0; its namespace must be {NAMESPACE}"))),
    })
}

/// A document as it is read.
struct Document {
    meta: Meta,
    body: Body,
    /// Of a collection, its documents.
    components: Option<Components>,
    /// What an empty reference that was opened last is replaced by.
    placeholder: Option<String>,
}

impl Default for Document {
    fn default() -> Self {
        Self { meta: Meta::default(), body: Body::new(), components: None, placeholder: None }
    }
}

impl Document {
    fn all(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        let mut has_document = false;
        while let Some(node) = reader.next()? {
            match node {
                Node::Open(element) if !has_document => {
                    self.begin(&element, reader)?;
                    has_document = true;
                }
                Node::Open(element) if element.name() == "meta" => self.read_meta(reader)?,
                Node::Open(element) => self.open(&element),
                Node::Text(text) => {
                    self.placeholder = self.placeholder.take().filter(|_| text.trim().is_empty());
                    self.text(&text);
                }
                Node::Close => {
                    if let Some(text) = self.placeholder.take() {
                        self.text(&text);
                    }
                    if !self.components.as_mut().is_some_and(Components::close) {
                        self.body.close();
                    }
                }
            }
        }
        if has_document { Ok(()) } else { Err(reader.fault("is Akoma Ntoso without a document")) }
    }

    fn begin(&mut self, element: &xml::Element<'_>, reader: &Reader<'_>) -> Result<(), Fault> {
        if !DOCUMENTS.contains(&element.name()) {
            let (name, known) = (quoted(element.name()), DOCUMENTS.join(", "));
            return Err(reader.fault(format!("is a {name} in Akoma Ntoso; only {known} are read")));
        }
        self.meta.named(element.attribute("name").as_deref());
        self.components = (element.name() == COLLECTION).then(Components::default);
        Ok(())
    }

    /// Reads the first meta part of the document or of one in the collection; others say nothing about agreements.
    fn read_meta(&mut self, reader: &mut Reader<'_>) -> Result<(), Fault> {
        let meta = match &mut self.components {
            Some(components) if components.is_open() => components.meta(),
            _ => Some(&mut self.meta).filter(|meta| meta.is_empty()),
        };
        match meta {
            Some(meta) => meta.read(reader),
            None => reader.text_inside().map(drop),
        }
    }

    fn open(&mut self, element: &xml::Element<'_>) {
        self.placeholder = self.meta.placeholder(element);
        if !self.components.as_mut().is_some_and(|components| components.open(element)) {
            self.body.open(element);
        }
    }

    fn text(&mut self, text: &str) {
        if !self.components.as_mut().is_some_and(|components| components.text(text)) {
            self.body.text(text);
        }
    }

    /// The dossier, with what is wrong in the file.
    fn loaded(self, file: &Path, text: &str) -> Loaded {
        let Self { mut meta, body, components, .. } = self;
        let (titles, clauses) = body.finish();
        let mut components = components.map(Components::finish);
        let mut problems: Vec<Problem> = Vec::new();
        if let Some(json) = &meta.record {
            let merged = match &components {
                Some(components) => record::merge_all(json, components),
                None => record::merge(json, &titles, &with_notes(&meta, clauses.clone())),
            };
            match merged {
                Ok(dossier) => return dossier.into(),
                Err(error) => {
                    let message = format!("its accords record cannot be read and is ignored: {error}");
                    problems.push(Problem::of_file(file, message).into_warning());
                }
            }
        }
        let all = std::iter::once(&mut meta)
            .chain(components.iter_mut().flatten().map(|component| &mut component.meta));
        let faults = all.flat_map(|meta| std::mem::take(&mut meta.warnings));
        problems.extend(faults.map(|fault| fault.problem(file, text).into_warning()));
        let clauses = with_notes(&meta, clauses);
        let dossier = match components.filter(|components| !components.is_empty()) {
            Some(components) => assemble::collection(file, meta, titles, clauses, components),
            None => assemble::one(file, meta, titles, clauses),
        };
        Loaded { problems, ..dossier.into() }
    }
}
