//! Properties of any file, any keys, any size and any query, checked on generated cases.

#![cfg(test)]

#[path = "../support/archive.rs"]
mod archive;
#[path = "../support/entries.rs"]
mod entries;
#[path = "../support/screen.rs"]
mod screen;

mod bytes;
mod explorer;
mod scan;
mod search;
