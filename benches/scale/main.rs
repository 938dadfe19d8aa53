//! Measures how the time of every command grows with what it is given: `cargo bench --bench scale`.
//!
//! Each shape of dossier is made in four sizes, and each command that reads it runs on each. A row has the CPU time of the
//! process at each size, the exponent (least squares on logarithms; 1 is linear), that of the last step alone, and the
//! most memory beside the size of the files. Times under [`QUICK`] are too short to measure and left out. Where the
//! exponent is over [`LIMIT`], it is measured again: on a busy machine the least time at each size is the nearest to the truth.
//!
//! `-- SHAPE... COMMAND...` runs a part, `--sizes 1000,4000` makes other sizes, `--program FILE` measures another build, and
//! `--list` lists the shapes. Files are kept in the temporary directory.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

mod cases;
mod child;
#[path = "../corpus/mod.rs"]
mod corpus;
mod dossier;
mod edges;
#[path = "../measure/mod.rs"]
mod measure;
mod shapes;

use cases::Case;
use child::Run;
use measure::folder;
use shapes::Shape;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Times below this say little, in milliseconds: the clock counts in steps of ten.
const QUICK: f64 = 80.0;
/// The largest exponent.
const LIMIT: f64 = 1.15;
/// The most runs of a case; the least time at each size counts.
const RUNS: usize = 3;

fn main() -> ExitCode {
    let mut asked = Asked::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--test" => return ExitCode::SUCCESS,
            "--list" => asked.list = true,
            "--sizes" => asked.sizes = arguments.next().map(|sizes| sizes.split(',').map(number).collect()),
            "--program" => asked.program = PathBuf::from(arguments.next().unwrap()),
            flag if flag.starts_with("--") => {}
            _ => asked.names.push(argument),
        }
    }
    run(&asked)
}

/// What is measured.
struct Asked {
    program: PathBuf,
    sizes: Option<Vec<usize>>,
    names: Vec<String>,
    list: bool,
}

impl Default for Asked {
    fn default() -> Self {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_accords"));
        Self { program, sizes: None, names: Vec::new(), list: false }
    }
}

fn number(text: &str) -> usize {
    text.trim().parse().unwrap_or_else(|_| panic!("{text} is no size"))
}

fn run(asked: &Asked) -> ExitCode {
    let shapes = shapes::all();
    if asked.list {
        shapes.iter().for_each(|shape| println!("{:<12} {}", shape.name, shape.about));
        return ExitCode::SUCCESS;
    }
    let commands = commands(&asked.program);
    let missing: Vec<&String> = commands.iter().filter(|command| !is_covered(command, &shapes)).collect();
    for command in &missing {
        println!("MISSING: no case for the command {command}; add one to benches/scale/cases.rs");
    }
    let is_shape = |name: &String| shapes.iter().any(|shape| shape.name == name);
    let (shape_names, command_names): (Vec<String>, Vec<String>) =
        asked.names.iter().cloned().partition(is_shape);
    if let Some(unknown) = command_names.iter().find(|name| !commands.contains(name)) {
        println!("no shape or command is named {unknown}");
        return ExitCode::FAILURE;
    }
    let mut over = 0;
    for shape in
        shapes.iter().filter(|s| shape_names.is_empty() || shape_names.iter().any(|name| name == s.name))
    {
        let of_command =
            |case: &&Case| command_names.is_empty() || command_names.contains(&case.command.to_owned());
        over += measured(asked, shape, of_command);
    }
    println!("\n{over} over {LIMIT}; {} commands without a case", missing.len());
    if over == 0 && missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The commands that the command line itself lists.
fn commands(program: &Path) -> Vec<String> {
    let help = Command::new(program).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let lines = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    // A description that goes on in the next line is deeper.
    let named = lines.take_while(|line| line.starts_with("  ")).filter(|line| !line.starts_with("   "));
    let commands: Vec<String> =
        named.filter_map(|l| l.split_whitespace().next()).map(str::to_owned).collect();
    assert!(commands.len() > 10, "the help lists no commands");
    commands
}

/// Whether a command is measured on some shape, or reads nothing that could grow.
fn is_covered(command: &str, shapes: &[Shape]) -> bool {
    let on = |shape: &Shape| (shape.cases)(Path::new(""), 1).iter().any(|case| case.command == command);
    cases::CONSTANT.contains(&command) || shapes.iter().any(on)
}

/// Measures the cases of a shape, prints their rows, and returns how many grow too fast.
fn measured(asked: &Asked, shape: &Shape, wanted: impl Fn(&&Case) -> bool) -> usize {
    let sizes: &[usize] = asked.sizes.as_deref().unwrap_or(&shape.sizes);
    let temporary = std::env::temp_dir().join("accords-scale-bench");
    let names: Vec<String> =
        (shape.cases)(Path::new(""), 1).iter().filter(&wanted).map(|case| case.name.clone()).collect();
    if names.is_empty() {
        return 0;
    }
    let made = sizes.iter().map(|size| {
        let path = folder(&temporary, &format!("{}-{size}", shape.name), |path| (shape.write)(path, *size));
        (path.clone(), *size, bytes(&path))
    });
    let made: Vec<(PathBuf, usize, f64)> = made.collect();
    println!("\n{}: {} ({:.1} MB)", shape.name, shape.about, made.last().unwrap().2);
    let heads: String = sizes.iter().map(|size| format!(" {size:>9}")).collect();
    println!(
        "  {:<34}{heads} {:>9} {:>9} {:>9} {:>9}",
        "CPU ms", "exponent", "last step", "peak MB", "× files"
    );
    let mut over = 0;
    for (at, name) in names.iter().enumerate() {
        let once = || -> Vec<Run> {
            let run = |(path, size, _): &(PathBuf, usize, f64)| {
                let cases = (shape.cases)(path, *size);
                child::run(&asked.program, cases.iter().filter(&wanted).nth(at).unwrap(), &temporary)
            };
            made.iter().map(run).collect()
        };
        let mut runs = once();
        for _ in 1..RUNS {
            if exponent(sizes, &runs).is_some_and(|exponent| exponent > LIMIT) {
                runs = runs.into_iter().zip(once()).map(|(one, two)| one.less(two)).collect();
            }
        }
        let exponent_of_all = exponent(sizes, &runs);
        over += usize::from(exponent_of_all.is_some_and(|exponent| exponent > LIMIT));
        println!("{}", row(name, sizes, &runs, made.last().unwrap().2));
    }
    over
}

fn row(name: &str, sizes: &[usize], runs: &[Run], files: f64) -> String {
    let last = sizes.len().saturating_sub(2);
    let whole = exponent(sizes, runs);
    let shown = |value: Option<f64>| value.map_or("quick".to_owned(), |value| format!("{value:.2}"));
    let times: String = runs.iter().map(|run| format!(" {:>9.0}", run.cpu)).collect();
    let peak = runs.last().map_or(0.0, |run| run.peak);
    let step = exponent(&sizes[last..], &runs[last..]);
    let mark = if whole.is_some_and(|exponent| exponent > LIMIT) { "  OVER" } else { "" };
    format!(
        "  {name:<34}{times} {:>9} {:>9} {peak:>9.0} {:>9.1}{mark}",
        shown(whole),
        shown(step),
        peak / files
    )
}

/// The slope of the line through the logarithms of sizes and times; `None` if fewer than two times are long enough.
fn exponent(sizes: &[usize], runs: &[Run]) -> Option<f64> {
    let long = sizes.iter().zip(runs).filter(|(_, run)| run.cpu >= QUICK);
    let points: Vec<(f64, f64)> = long.map(|(size, run)| ((*size as f64).ln(), run.cpu.ln())).collect();
    if points.len() < 2 {
        return None;
    }
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let slope: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    Some(slope / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>())
}

/// The size of the files of a folder in megabytes.
fn bytes(folder: &Path) -> f64 {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
    files.sum::<u64>() as f64 / 1e6
}
