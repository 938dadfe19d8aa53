//! Files: each format is read completely, and what is written reads back the same.

#![cfg(test)]

#[path = "../support/archive.rs"]
mod archive;
#[path = "../support/optional.rs"]
mod optional;
#[path = "../support/pdf.rs"]
mod pdf_files;

mod akoma_ntoso;
mod chapters;
mod corpora;
mod cutting;
mod damaged;
mod dossier;
mod load;
mod pdf;
mod round_trips;
mod tables;
mod tota;
mod word;
