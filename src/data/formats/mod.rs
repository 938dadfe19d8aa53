//! Which reader a text is for, told by its content, never by the name of its file.

mod accords_json;
pub mod akoma_ntoso;
mod tota;
mod xml;

pub use accords_json::{example, schema};

use crate::data::loaded::Loaded;
use crate::data::problem::{Problem, quoted};
use crate::model::Dossier;
use std::path::Path;
use xml::{Fault, Node, Reader};

/// Reads the text of a file: a dossier in JSON, a treaty of ToTA, or a document of Akoma Ntoso 3.0.
pub fn parse(file: &Path, text: &str) -> Loaded {
    if !text.trim_start().starts_with('<') {
        return accords_json::parse(file, text);
    }
    match xml(file, text) {
        Ok((dossier, problems)) => Loaded { problems, ..dossier.into() },
        Err(fault) => fault.problem(file, text).into(),
    }
}

fn xml(file: &Path, text: &str) -> Result<(Dossier, Vec<Problem>), Fault> {
    let mut reader = Reader::new(text)?;
    while let Some(node) = reader.next()? {
        let Node::Open(root) = node else { continue };
        let namespace = reader.namespace(&root).unwrap_or_default();
        return match (namespace, root.name()) {
            (akoma_ntoso::NAMESPACE, "akomaNtoso") => akoma_ntoso::read(file, &mut reader),
            (_, "akomaNtoso") => Err(reader.fault(format!(
                "is Akoma Ntoso, but not of version 3.0; its namespace must be {}",
                akoma_ntoso::NAMESPACE
            ))),
            ("", "treaty") => tota::read(file, text, &mut reader),
            _ => {
                let fault = reader.fault(format!(
                    "is XML, but neither a treaty of ToTA nor Akoma Ntoso 3.0: its root is {}",
                    quoted(root.name())
                ));
                // A file that is no XML at all is told so first.
                while reader.next()?.is_some() {}
                Err(fault)
            }
        };
    }
    Err(reader.fault("is XML without any element"))
}
