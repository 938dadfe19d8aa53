//! What this program wrote itself, which is not an agreement to read again.

/// The name by which pages of this program say what made them.
const GENERATOR: &str = "<meta name=\"generator\" content=\"accords ";

/// The last line of a text in Markdown that this program wrote.
pub const MADE_BY: &str = "<!-- made by accords -->";

/// Whether a page of HTML or a text in Markdown was exported by this program.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let end = bytes.trim_ascii_end();
    memchr::memmem::find(head, GENERATOR.as_bytes()).is_some() || end.ends_with(MADE_BY.as_bytes())
}
