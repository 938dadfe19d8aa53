//! A thin, distrustful layer over `quick-xml`: what it lets through and XML forbids is refused here, with its place.
//!
//! Nothing is fetched and nothing is expanded: a document type that declares entities, an entity other than those of XML
//! and HTML, a second root, a cut-off file, control characters and deep nesting are errors. Nothing here recurses over the
//! data.

mod characters;
mod reader;

pub(super) use reader::{Element, Fault, Node, Reader};

use crate::data::loaded::Loaded;
use crate::data::problem::quoted;
use std::path::Path;

/// The root element of a document, by which its format is known.
#[derive(Debug)]
pub(super) struct Root {
    pub(super) namespace: String,
    pub(super) name: String,
}

/// The root element of a text that begins like XML; `None` if it is not found.
pub(super) fn root(text: &str) -> Option<Root> {
    let mut reader = Reader::unchecked(text);
    let root = reader.root().ok()?;
    let namespace = reader.namespace(&root).unwrap_or_default().to_owned();
    Some(Root { namespace, name: root.name().to_owned() })
}

/// Reads a file with `read`, which continues after the start of the root element. A fault becomes the only problem.
pub(super) fn read(
    file: &Path,
    text: &str,
    read: impl FnOnce(Element<'_>, &mut Reader<'_>) -> Result<Loaded, Fault>,
) -> Loaded {
    let run = || {
        let mut reader = Reader::new(text)?;
        let root = reader.root()?;
        let loaded = read(root, &mut reader)?;
        while reader.next()?.is_some() {}
        Ok(loaded)
    };
    run().unwrap_or_else(|fault: Fault| fault.problem(file, text).into())
}

/// Refuses a document that has none of the known formats; if it is not XML at all, says why.
pub(super) fn refuse(file: &Path, text: &str, known: &str) -> Loaded {
    read(file, text, |root, reader| {
        let fault = reader.fault(format!("is XML, but neither {known}: its root is {}", quoted(root.name())));
        while reader.next()?.is_some() {}
        Err(fault)
    })
}
