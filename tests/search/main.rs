//! The search on the built-in dossier and on small ones: what is found, in which order, and what is highlighted.

#![cfg(test)]

mod dossier;
mod highlight;
mod hyphens;
mod language;
mod natural;
mod worker;
