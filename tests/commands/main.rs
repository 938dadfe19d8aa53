//! The commands: what they print, write and refuse, in every output format.

#![cfg(test)]

#[path = "../support/archive.rs"]
mod archive;
#[path = "../support/optional.rs"]
mod optional;
#[path = "../support/screen.rs"]
mod screen;

mod adding;
mod authoring;
mod citations;
mod comparisons;
mod config;
mod csl;
mod diff;
mod documents;
mod exports;
mod faults;
mod formatting;
#[cfg(unix)]
mod help;
mod insights;
mod keys;
mod limits;
mod lists;
mod manual;
mod outputs;
mod overlap;
mod package;
mod program;
mod queries;
mod readme;
mod searches;
mod shell;
mod spreadsheets;
mod states;
mod tables;
