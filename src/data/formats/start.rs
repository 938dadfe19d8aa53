//! How a file begins, by which its format is known.

use super::archive::Archive;
use super::xml::{self, Root};
use crate::data::file::decode_any;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::path::Path;

/// So many bytes are enough to know a format by.
const HEAD: usize = 16 << 10;

/// A file as it begins.
pub(super) struct Start<'a> {
    pub(super) file: &'a Path,
    pub(super) bytes: &'a [u8],
    head: OnceCell<Cow<'a, str>>,
    root: OnceCell<Option<Root>>,
    archive: OnceCell<Result<Archive<'a>, String>>,
}

impl<'a> Start<'a> {
    pub(super) fn of(file: &'a Path, bytes: &'a [u8]) -> Self {
        Self { file, bytes, head: OnceCell::new(), root: OnceCell::new(), archive: OnceCell::new() }
    }

    /// The first lines as text, without blanks before them; of what is no text, whatever it looks like.
    pub(super) fn head(&self) -> &str {
        let head = || {
            // The beginning of an archive is no text.
            if self.is_archive() {
                return Cow::Borrowed("");
            }
            let bytes = self.bytes.get(..HEAD).unwrap_or(self.bytes);
            // The last character may be cut.
            let whole = (0..4).find_map(|cut| decode_any(bytes.get(..bytes.len().checked_sub(cut)?)?, None));
            whole.map_or_else(|| String::from_utf8_lossy(bytes), |decoded| decoded.text)
        };
        self.head.get_or_init(head).trim_start()
    }

    /// Whether its name ends like this.
    pub(super) fn is_named(&self, extension: &str) -> bool {
        self.file.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension))
    }

    /// Whether it begins like a document of XML, well made or not.
    pub(super) fn is_xml(&self) -> bool {
        let head = self.head();
        let begins = head.starts_with("<?xml") || head.starts_with("<!");
        begins
            || head.starts_with('<')
                && (self.is_named("xml") || self.is_named("akn") || self.root_element().is_some())
    }

    /// The namespace and the name of the root element; both are empty if there is none.
    pub(super) fn root(&self) -> (&str, &str) {
        self.root_element().map_or(("", ""), |root| (root.namespace.as_str(), root.name.as_str()))
    }

    fn root_element(&self) -> Option<&Root> {
        let is_markup = self.head().starts_with('<');
        let root = || xml::root(std::str::from_utf8(self.bytes).ok().filter(|_| is_markup)?);
        self.root.get_or_init(root).as_ref()
    }

    fn is_archive(&self) -> bool {
        self.bytes.starts_with(b"PK\x03\x04") || self.bytes.starts_with(b"PK\x05\x06")
    }

    /// Its table of contents, if it is a ZIP archive.
    pub(super) fn archive(&self) -> Option<Result<&Archive<'a>, &str>> {
        let archive = || Archive::open(self.bytes);
        self.is_archive().then(|| self.archive.get_or_init(archive).as_ref().map_err(String::as_str))
    }
}
