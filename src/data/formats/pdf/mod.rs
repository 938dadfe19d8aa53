//! PDF: [`print`] makes a document of the bytes, [`process`] does so in a process of its own.

#[cfg(feature = "pdf")]
mod print;
mod process;

pub use process::{read_pdf, read_pdf_as_child, read_pdfs_with};

use crate::data::documents::Document;

/// Reads a PDF in this process, as the child does: for programs that limit themselves, such as fuzz targets.
///
/// # Errors
/// Why it was not read, as the rest of a sentence about the file.
pub fn read_pdf_here(bytes: Vec<u8>) -> Result<Document, String> {
    print::read(bytes)
}

/// Whether these are the bytes of a PDF. In a file with that name its beginning may be damaged; others may be the page of a
/// site that should have been a PDF.
pub(super) fn is_pdf(bytes: &[u8], is_named_pdf: bool) -> bool {
    bytes.trim_ascii_start().starts_with(b"%PDF-")
        || is_named_pdf && memchr::memmem::find(bytes, b"endobj").is_some()
}

#[cfg(not(feature = "pdf"))]
mod print {
    pub(super) fn read(_: Vec<u8>) -> Result<crate::data::documents::Document, String> {
        Err("is a PDF, which this build does not read; build it with the feature `pdf`".to_owned())
    }
}
