//! The child: reads one PDF and hands over what it prints.

use super::limits;
use crate::data::formats::pdf::print;
use std::ffi::OsString;
use std::io::{self, Read, Write};

/// The argument that makes the program a child.
pub(super) const ARGUMENT: &str = "--read-pdf-from-standard-input";

/// If these are the arguments of a child, reads the PDF on standard input, writes the [`Document`](crate::data::documents::Document)
/// or why there is none to standard output, and returns `true`. Must be the first thing that the program does.
pub fn read_pdf_as_child(arguments: &[OsString]) -> bool {
    let is_child = matches!(arguments, [_, only] if only == ARGUMENT);
    if is_child {
        limits::set();
        // The parent sees that nothing arrived.
        let _ = read();
    }
    is_child
}

fn read() -> io::Result<()> {
    // A panic costs a page; its message would say nothing to a reader.
    std::panic::set_hook(Box::new(|_| ()));
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut out, &print::read(bytes))?;
    out.flush()
}
