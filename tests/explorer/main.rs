//! The explorer without a terminal: keys, arrivals and lines in, state and text out.

#![cfg(test)]

#[path = "../support/screen.rs"]
mod screen;

mod arrival;
mod compare;
mod copy;
mod insights;
mod keys;
mod library;
mod mouse;
mod plain;
mod tables;
