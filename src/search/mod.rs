//! Finds by word.
