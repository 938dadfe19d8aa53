//! The way to the screen: bytes are buffered until a frame is complete, then written at once.

use std::{
    cell::Cell,
    io::{self, Write},
    rc::Rc,
};

use super::{
    modes,
    system::{self, Screen},
};

/// A writer to standard output that buffers a frame until it is complete, and writes nothing once the terminal has been
/// restored (ratatui's `Terminal` shows the cursor when dropped, and prints an error if it cannot).
#[derive(Debug)]
pub(crate) struct FrameWriter {
    screen: Screen,
    buffer: Vec<u8>,
    held: Hold,
}

/// While set, a [`FrameWriter`] ignores `flush`: ratatui flushes in the middle of a frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hold(Rc<Cell<bool>>);

impl Hold {
    pub(crate) fn set(&self, on: bool) {
        self.0.set(on);
    }
}

impl FrameWriter {
    /// A writer to standard output, and the handle that holds it back.
    pub(crate) fn new() -> io::Result<(Self, Hold)> {
        let screen = system::screen()?;
        let held = Hold::default();
        Ok((Self { screen, buffer: Vec::with_capacity(16 * 1024), held: held.clone() }, held))
    }
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.0.get() {
            return Ok(());
        }
        let result = match modes::are_ours() {
            true => self.screen.write_all(&self.buffer).and_then(|()| self.screen.flush()),
            false => Ok(()),
        };
        self.buffer.clear();
        result
    }
}
