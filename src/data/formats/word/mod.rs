//! Word documents (`.docx`): what is printed, with automatic numbers, and tracked changes as if they were accepted.

mod body;
mod notes;
mod numbering;
mod runs;
mod styles;

use super::archive::Archive;
use super::print::Flow;
use super::xml::{Node, Reader};
use crate::data::documents::{Document, Kind};
use body::Body;
use notes::Notes;
use numbering::Numbering;
use styles::Styles;

/// The name of the part with the text, unless an archive names another.
const USUAL_PART: &str = "word/document.xml";

/// Whether an archive holds a Word document.
pub(super) fn is_word(archive: &Archive<'_>) -> bool {
    archive.has(USUAL_PART) || main_part(archive).is_some()
}

/// Reads a document.
///
/// # Errors
/// A message: its main part cannot be read.
pub(super) fn read(archive: &Archive<'_>) -> Result<Document, String> {
    let main = main_part(archive).ok_or("is no Word document")?;
    let mut flow = Flow::new(Kind::Word);
    let body = archive.part(&main)?.ok_or("is no Word document")?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut beside = |name: &str, costs: &str| match archive.part(&format!("{folder}/{name}.xml")) {
        Ok(part) => {
            if part.as_ref().is_some_and(|part| part.is_damaged) {
                flow.doubt(format!(
                    "the part {name} of the file is damaged; {costs} may be missing or wrong"
                ));
            }
            part.map(|part| part.text).unwrap_or_default()
        }
        Err(why) => {
            flow.doubt(format!("the file {why}; {costs} are missing"));
            String::new()
        }
    };
    let styles = Styles::read(&beside("styles", "headings"));
    let numbering = Numbering::read(&beside("numbering", "automatic numbers"), &styles);
    let footnotes = Notes::read(&beside("footnotes", "footnotes"), "footnote");
    let endnotes = Notes::read(&beside("endnotes", "endnotes"), "endnote");
    flow.about().language = styles.language().map(str::to_owned);
    if body.is_damaged {
        flow.doubt("its main part is damaged; text may be missing");
    }
    let mut document = Body::new(flow, styles, numbering, footnotes, endnotes).read(&body.text);
    document.title = archive.part("docProps/core.xml").ok().flatten().and_then(|part| title(&part.text));
    Ok(document)
}

/// The name of the part with the text: the one that the archive names, or the usual one.
fn main_part(archive: &Archive<'_>) -> Option<String> {
    let named = || {
        let part = archive.part("_rels/.rels").ok().flatten()?;
        let mut reader = Reader::unchecked(&part.text);
        while let Ok(Some(node)) = reader.next() {
            let Node::Open(element) = node else { continue };
            if element.local("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
                return element.local("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
        }
        None
    };
    let usual = || Some(USUAL_PART.to_owned());
    [named(), usual()].into_iter().flatten().find(|name| name.starts_with("word/") && archive.has(name))
}

/// The title in the properties of a document.
fn title(properties: &str) -> Option<String> {
    let mut reader = Reader::unchecked(properties);
    while let Ok(Some(node)) = reader.next() {
        if matches!(&node, Node::Open(element) if element.name() == "title") {
            let title = reader.text_inside().ok()?.trim().to_owned();
            return Some(title).filter(|title| !title.is_empty());
        }
    }
    None
}

#[cfg(test)]
mod tests;
