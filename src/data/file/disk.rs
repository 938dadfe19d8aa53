//! What is asked of the disk. Each operation can be made to fail, so that tests can see what that leaves behind.
//!
//! `ACCORDS_FAULT=disk:7` makes the seventh operation of a debug build fail and report its name on standard error. Release
//! builds do not contain this.

use std::io::{self, Read, Write};

/// An operation that the disk may refuse.
#[derive(Clone, Copy, Debug)]
pub(super) enum Operation {
    /// Opening or creating a file.
    Open,
    /// Reading from it.
    Read,
    /// Writing to it.
    Write,
    /// Waiting until it is on the disk.
    Sync,
    /// Giving it its name.
    Rename,
}

/// Does an operation.
///
/// # Errors
/// The operation fails, or was ordered to.
pub(super) fn ask<T>(operation: Operation, run: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    ordered(operation).map_or_else(run, Err)
}

/// A file, or what is read and written like one.
pub(super) struct OnDisk<F>(pub(super) F);

impl<F: Read> Read for OnDisk<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        ask(Operation::Read, || self.0.read(buffer))
    }
}

impl<F: Write> Write for OnDisk<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        ask(Operation::Write, || self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The error that ACCORDS_FAULT orders for this operation.
#[cfg(debug_assertions)]
fn ordered(operation: Operation) -> Option<io::Error> {
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicUsize, Ordering};
    /// The number of the operation that fails.
    static ORDERED: LazyLock<Option<usize>> =
        LazyLock::new(|| std::env::var("ACCORDS_FAULT").ok()?.strip_prefix("disk:")?.parse().ok());
    static DONE: AtomicUsize = AtomicUsize::new(0);
    let wanted = (*ORDERED)?;
    let number = DONE.fetch_add(1, Ordering::Relaxed) + 1;
    (number == wanted).then(|| {
        let _ = writeln!(io::stderr(), "fault: operation {number} on the disk fails: {operation:?}");
        io::Error::other("ordered by ACCORDS_FAULT")
    })
}

/// None in a release build.
#[cfg(not(debug_assertions))]
fn ordered(_operation: Operation) -> Option<io::Error> {
    None
}
