//! The way to the screen: bytes are buffered until a frame is complete, then written at once.

use std::{
    cell::Cell,
    fs::File,
    io::{self, Write},
    os::fd::AsFd,
    rc::Rc,
};

use super::modes;

/// A writer to standard output that buffers a frame until it is complete, and writes nothing once the terminal has been
/// restored (ratatui's `Terminal` shows the cursor when dropped, and prints an error if it cannot).
#[derive(Debug)]
pub(crate) struct FrameWriter {
    // Not `io::Stdout`: its line buffer would split a frame, and its lock would block another thread's last message
    // while this one is stuck in a write.
    screen: File,
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
        let screen = File::from(io::stdout().as_fd().try_clone_to_owned()?);
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
        let result = if modes::are_ours() { self.screen.write_all(&self.buffer) } else { Ok(()) };
        self.buffer.clear();
        result
    }
}
