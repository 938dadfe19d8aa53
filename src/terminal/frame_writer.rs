//! The way to the screen: bytes collect until a frame is complete, then leave in one write.

use std::{
    cell::Cell,
    fs::File,
    io::{self, Write},
    os::fd::AsFd,
    rc::Rc,
};

use super::ours;

/// A writer to standard output that holds everything back while a frame is being made, and says nothing once the
/// terminal has been given back (ratatui's `Terminal` shows the cursor when dropped, complaining if it cannot).
#[derive(Debug)]
pub(crate) struct FrameWriter {
    // Not `io::Stdout`: its line buffer would cut a frame in two, and its lock would block the last words of
    // another thread while this one is stuck in a write.
    screen: File,
    buffer: Vec<u8>,
    held: Hold,
}

/// While raised, a [`FrameWriter`] ignores `flush`: ratatui flushes in the middle of a frame.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hold(Rc<Cell<bool>>);

impl Hold {
    /// Raises or lowers the hold.
    pub(crate) fn set(&self, on: bool) {
        self.0.set(on);
    }
}

impl FrameWriter {
    /// A writer to standard output, and the handle to hold it.
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
        let result = if ours::is_ours() { self.screen.write_all(&self.buffer) } else { Ok(()) };
        self.buffer.clear();
        result
    }
}
