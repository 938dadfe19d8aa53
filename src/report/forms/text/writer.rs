//! Where a report writes its text.

use std::io::{self, Write};

/// How text looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextLook {
    /// The cells of a line; `None` if lines are never cut: in a pipe or a file.
    pub columns: Option<usize>,
    /// The escape sequence that begins a highlight; `None` without styles.
    pub style: Option<&'static str>,
}

/// A writer of text that knows how the text looks.
pub struct TextWriter<'a> {
    /// How the text looks.
    pub look: TextLook,
    out: &'a mut dyn Write,
}

impl<'a> TextWriter<'a> {
    /// A writer to `out`.
    pub fn new(look: TextLook, out: &'a mut dyn Write) -> Self {
        Self { look, out }
    }
}

impl Write for TextWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
