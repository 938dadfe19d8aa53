//! The explorer without a terminal: keys, arrivals and lines in, state and text out.

#![cfg(test)]

#[path = "../support/screen.rs"]
mod screen;

/// The dossier that the explorer opens with.
fn built_in() -> accords::model::Dossier {
    accords::data::builtin().expect("the built-in dossier")
}

mod arrival;
mod compare;
mod copy;
mod insights;
mod jobs;
mod keys;
mod library;
mod marks;
mod mouse;
mod outline;
mod plain;
mod returning;
mod searches;
mod tables;
mod trace;
mod views;
mod welcome;
