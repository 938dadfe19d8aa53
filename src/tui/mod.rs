//! The explorer in a terminal.
