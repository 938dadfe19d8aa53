//! A comparison as a Word document with tracked changes: rejecting them all gives the left text, accepting them all the
//! right one. This is the form in which drafts are exchanged.

mod order;
mod pieces;
mod writer;

#[cfg(test)]
mod tests;

pub(super) use writer::write;
