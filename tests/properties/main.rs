//! Properties of any file, any keys, any size and any query, checked on generated cases.

#![cfg(test)]

#[path = "../support/screen.rs"]
mod screen;

mod explorer;
mod scan;
mod search;
