//! Files: each format is read whole, and what is written is read back the same.

#![cfg(test)]

#[path = "../support/optional.rs"]
mod optional;

mod akoma_ntoso;
mod corpora;
mod dossier;
mod load;
mod tota;
