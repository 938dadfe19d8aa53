//! Reads a PDF in a process of its own: the program starts itself again as a child, which limits what it may use, reads the
//! file on its standard input and sends the document back. So no file can stop the program, fill its memory or touch the
//! terminal.

mod child;
mod limits;
mod parent;

pub use child::read_pdf_as_child;
pub use parent::{read_pdf, read_pdfs_with};
