//! `cargo xtask trust [--long] [STEP…]`: tries every promise of SECURITY.md that a program can try, and prints a table.
//!
//! The short form takes some minutes; the long one repeats more, and runs the fuzz targets and what else is installed
//! (cargo-fuzz, cargo-deny, cargo-llvm-cov, cargo-mutants). It fails if a promise is broken; what is not installed is named.
//! The long form takes hours, so each step can be run alone by its name.

mod chain;
mod commands;
mod fuzz;
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

/// One part of the trial.
struct Step {
    /// The name by which it is asked for.
    name: &'static str,
    /// Tries it; returns the rows of its table.
    rows: fn(&Trial) -> Result<Vec<Row>>,
}

impl Step {
    const fn new(name: &'static str, rows: fn(&Trial) -> Result<Vec<Row>>) -> Self {
        Self { name, rows }
    }
}

/// All of them, in order.
const STEPS: [Step; 19] = [
    Step::new("hostile", hostile::rows),
    Step::new("export-kills", |trial| kills::rows(trial, &kills::EXPORTS)),
    Step::new("view-kills", |trial| kills::rows(trial, &kills::VIEWS)),
    Step::new("mark-kills", |trial| kills::rows(trial, &kills::MARKS)),
    Step::new("memory", memory::rows),
    Step::new("faults", |trial| suites::rows(trial, &suites::FAULTS)),
    Step::new("damaged", |trial| suites::rows(trial, &suites::DAMAGED)),
    Step::new("properties", |trial| suites::rows(trial, &suites::PROPERTIES)),
    Step::new("outputs", |trial| suites::rows(trial, &suites::OUTPUTS)),
    Step::new("hand-back", |trial| suites::rows(trial, &suites::HAND_BACK)),
    Step::new("ctrl-c", |trial| suites::rows(trial, &suites::INTERRUPTS)),
    Step::new("signals", |trial| suites::rows(trial, &suites::SIGNALS)),
    Step::new("oracle", |trial| suites::rows(trial, &suites::ORACLE)),
    Step::new("fuzz", fuzz::rows),
    Step::new("crates", chain::crates),
    Step::new("calls", chain::calls),
    Step::new("deny", chain::deny),
    Step::new("coverage", chain::coverage),
    Step::new("mutants", chain::mutants),
];

/// Tries the steps with these names, or everything.
///
/// # Errors
/// A promise is broken, there is no step of a name, or the program cannot be built.
pub fn run(root: &Path, is_long: bool, names: &[&str]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step {unknown}; the steps are {}", known.join(", ")).into());
    }
    crate::run(Command::new(crate::cargo()).current_dir(root).args([
        "build",
        "--locked",
        "--package",
        "accords",
    ]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let trial = Trial { root: root.to_owned(), program: target.join("debug/accords"), is_long };
    let mut rows = Vec::new();
    for step in STEPS.iter().filter(|step| names.is_empty() || names.contains(&step.name)) {
        for row in (step.rows)(&trial)? {
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
