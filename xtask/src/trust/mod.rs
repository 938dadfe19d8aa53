//! `cargo xtask trust [--long]`: tries every promise of SECURITY.md that a program can try, and prints a table.
//!
//! The short form takes some minutes; the long one repeats more, and runs the fuzz targets and what else is installed
//! (cargo-fuzz, cargo-deny, cargo-llvm-cov, cargo-mutants). It fails if a promise is broken; what is not installed is named.

mod chain;
mod commands;
mod hostile;
mod kills;
mod memory;
mod suites;

use crate::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is tried, and how much of it.
pub struct Trial {
    /// The folder of the project.
    root: PathBuf,
    /// The program: a debug build, which alone takes orders to fail.
    program: PathBuf,
    /// Whether all of it is tried.
    is_long: bool,
}

/// A row of the table.
pub struct Row {
    /// What was tried.
    name: String,
    /// What came of it.
    result: Outcome,
    /// In figures.
    figures: String,
}

/// What came of a trial.
pub enum Outcome {
    /// The promise holds.
    Kept,
    /// It does not.
    Broken,
    /// It was not tried.
    Skipped,
}

impl Row {
    fn new(name: impl Into<String>, is_kept: bool, figures: impl Into<String>) -> Self {
        let result = if is_kept { Outcome::Kept } else { Outcome::Broken };
        Self { name: name.into(), result, figures: figures.into() }
    }

    fn skipped(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self { name: name.into(), result: Outcome::Skipped, figures: why.into() }
    }
}

/// The seed of everything that is random here.
const SEED: u64 = 20_261_128;

/// One part of the trial, and the rows of its table.
type Part = fn(&Trial) -> Result<Vec<Row>>;

/// Tries everything.
///
/// # Errors
/// A promise is broken, or the program cannot be built.
pub fn run(root: &Path, is_long: bool) -> Result<()> {
    crate::run(Command::new(crate::cargo()).current_dir(root).args([
        "build",
        "--locked",
        "--package",
        "accords",
    ]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let trial = Trial { root: root.to_owned(), program: target.join("debug/accords"), is_long };
    let parts: [Part; 5] = [hostile::rows, kills::rows, memory::rows, suites::rows, chain::rows];
    let mut rows = Vec::new();
    for part in parts {
        for row in part(&trial)? {
            println!("{}", line(&row));
            rows.push(row);
        }
    }
    let version = |program: &str| {
        let told = Command::new(program).arg("--version").output();
        told.map_or_else(
            |_| "unknown".to_owned(),
            |told| String::from_utf8_lossy(&told.stdout).trim().to_owned(),
        )
    };
    println!("\n{}; {}; seed {SEED}", version(&trial.program.to_string_lossy()), version("rustc"));
    let broken = rows.iter().filter(|row| matches!(row.result, Outcome::Broken)).count();
    match broken {
        0 => Ok(()),
        broken => Err(format!("{broken} promises are broken").into()),
    }
}

fn line(row: &Row) -> String {
    let result = match row.result {
        Outcome::Kept => "kept",
        Outcome::Broken => "BROKEN",
        Outcome::Skipped => "skipped",
    };
    format!("{result:<8} {:<44} {}", row.name, row.figures)
}
