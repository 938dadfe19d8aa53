//! OpenDocument texts (`.odt`): what is printed, with automatic numbers, and without what tracked changes deleted.

mod body;
mod lists;
mod styles;

use super::archive::Archive;
use super::print::Flow;
use super::xml::{Node, Reader};
use crate::data::documents::{Document, Kind};
use body::Body;
use styles::Styles;

/// Whether an archive holds an OpenDocument text.
pub(super) fn is_open_document(archive: &Archive<'_>) -> bool {
    let kind = archive.part("mimetype").ok().flatten().map(|part| part.text);
    let is_text = |kind: &str| kind.starts_with("application/vnd.oasis.opendocument.text");
    archive.has("content.xml") && kind.as_deref().is_none_or(is_text)
}

/// Reads a document.
///
/// # Errors
/// A message: its main part cannot be read.
pub(super) fn read(archive: &Archive<'_>) -> Result<Document, String> {
    let mut flow = Flow::new(Kind::OpenDocument);
    let content = archive.part("content.xml")?.ok_or("is no OpenDocument text")?;
    let manifest = archive.part("META-INF/manifest.xml").ok().flatten().map(|part| part.text);
    if manifest.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err("is protected by a password; save it without one".to_owned());
    }
    if content.is_damaged {
        flow.doubt("its main part is damaged; text may be missing");
    }
    let common = match archive.part("styles.xml") {
        Ok(part) => {
            if part.as_ref().is_some_and(|part| part.is_damaged) {
                flow.doubt("the styles of the file are damaged; automatic numbers may be missing or wrong");
            }
            part.map(|part| part.text).unwrap_or_default()
        }
        Err(why) => {
            flow.doubt(format!("the file {why}; automatic numbers are missing"));
            String::new()
        }
    };
    let styles = Styles::read(&[&common, &content.text]);
    let (title, language) =
        archive.part("meta.xml").ok().flatten().map(|part| about(&part.text)).unwrap_or_default();
    let mut document = Body::new(flow, styles).read(&content.text);
    (document.title, document.language) = (title, language);
    Ok(document)
}

/// Title and language in the properties of a document.
fn about(properties: &str) -> (Option<String>, Option<String>) {
    let (mut title, mut language) = (None, None);
    let mut reader = Reader::unchecked(properties);
    while let Ok(Some(node)) = reader.next() {
        let Node::Open(element) = node else { continue };
        let found = match element.name() {
            "title" => &mut title,
            "language" => &mut language,
            _ => continue,
        };
        *found = reader.text_inside().ok().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    (title, language)
}

#[cfg(test)]
mod tests;
