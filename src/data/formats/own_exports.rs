//! What this program wrote itself, which is not an agreement to read again.

use super::archive::Archive;
use super::start::Start;
use crate::data::documents::Kind;
use std::path::Path;

/// The name by which pages of this program say what made them.
const GENERATOR: &str = "<meta name=\"generator\" content=\"accords ";

/// The last line of a text in Markdown that this program wrote.
pub const MADE_BY: &str = "<!-- made by accords -->";

/// What the properties of a Word document say of a program that wrote pages about agreements, and of one that wrote an
/// agreement, which can be opened again.
pub const WORD_PAGES: &str = "<Application>accords</Application>";
/// See [`WORD_PAGES`].
pub const WORD_AGREEMENT: &str = "<Application>accords, an agreement</Application>";

/// The name of the style of what is about the text of a Word document and no part of it; other styles are based on it.
pub const WORD_ASIDE: &str = "Accords aside";

/// Whether a Word document is one of pages that this program wrote.
pub(super) fn is_own_word(archive: &Archive<'_>) -> bool {
    let properties = archive.part("docProps/app.xml").ok().flatten();
    properties.is_some_and(|part| part.text.contains(WORD_PAGES))
}

/// Whether a page of HTML or a text in Markdown was exported by this program.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let end = bytes.trim_ascii_end();
    memchr::memmem::find(head, GENERATOR.as_bytes()).is_some() || end.ends_with(MADE_BY.as_bytes())
}
/// Whether this program wrote a file, and not to be opened again.
pub(super) fn is_aside(file: &Path, bytes: &[u8], kind: Kind) -> bool {
    match kind {
        Kind::Word => {
            let start = Start::of(file, bytes);
            start.archive().and_then(Result::ok).is_some_and(is_own_word)
        }
        _ => is_own(bytes),
    }
}
