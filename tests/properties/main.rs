//! What holds for any file, any keys, any size and any query: generated cases against a definition.

#![cfg(test)]

#[path = "../support/screen.rs"]
mod screen;

mod explorer;
mod scan;
mod search;
