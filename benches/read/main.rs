//! Reads the documents of `../shared/documents`: `cargo bench --bench read`. Without the folder it says so and ends.
//!
//! First it prints each file beside what was counted in it by hand, then how fast each format is read and how much memory
//! that takes, beside `pdftotext`, `pandoc` and `rg` where they are installed, then how a folder of 2,000 mixed files
//! opens. With `-- counts`, `-- speed`, `-- memory` or `-- folder` it prints only that.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

mod counts;
mod folder;
mod memory;
mod speed;

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    accords::data::read_pdfs_with(env!("CARGO_BIN_EXE_accords").into());
    if let [child, file] = arguments.as_slice()
        && child == "--child"
    {
        println!("{}", memory::of_this_process(Path::new(file)));
        return;
    }
    let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/documents");
    if !documents.join("counts.tsv").exists() {
        println!("skipped: {} is not there", documents.display());
        return;
    }
    let part = arguments.iter().find(|argument| !argument.starts_with("--"));
    let is_wanted = |name: &str| part.is_none_or(|part| part == name);
    if is_wanted("counts") {
        counts::print(&documents);
    }
    // A test build says nothing about speed, and `cargo test` only wants to know that the files are read.
    let is_test = arguments.iter().any(|argument| argument == "--test") || cfg!(debug_assertions);
    if is_wanted("speed") && (part.is_some() || !is_test) {
        speed::print(&documents);
    }
    if is_wanted("memory") && (part.is_some() || !is_test) {
        memory::print(&documents);
    }
    if is_wanted("folder") && (part.is_some() || !is_test) {
        folder::print(&documents);
    }
}

/// The files in a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|own| own == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Whether a program can be started.
fn is_installed(program: &str) -> bool {
    Command::new(program).arg("-h").output().is_ok()
}
