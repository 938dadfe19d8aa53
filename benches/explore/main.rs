//! The program itself in a terminal of 160×50: `cargo bench --bench explore [-- PATH...]`; with `-- frames` only the frames of
//! 100,000 clauses, at 120×36 and 500×200.
//!
//! For the built-in dossier, for ToTA (as the tests unpack it into `target/tmp/tota`, or in the folder that
//! ACCORDS_TOTA names) and for each PATH: the time from the start of the process to the first frame, until all is read
//! and until all is searchable; then the time from a key to the last byte of its frame; then memory. A key that
//! searches is timed to the frame with its answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

#[path = "../corpus/mod.rs"]
mod corpus;
mod frames;
mod program;

use program::{Explorer, ms};
use std::path::{Path, PathBuf};

/// The size of the terminal.
const SIZE: (u16, u16) = (160, 50);
/// How many starts are timed; the median counts.
const STARTS: usize = 9;

/// Keys that do not search.
const MOVES: &str = "jjjjkk1jjjkk2jjjj3jj4jjk0jjjjk2zjjjz2lhjjG g";
/// Queries, typed letter by letter.
const SEARCHES: [&str; 4] =
    ["renewable energy", "disputte settlement", "the parties shall", "fisheries subsidies"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if arguments.iter().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    if arguments == ["frames"] {
        return frames::print();
    }
    println!(
        "{:34} {:>9} {:>8} {:>11} {:>9} {:>9} {:>10} {:>10} {:>8}",
        "", "first ms", "read ms", "search ms", "key p50", "key p99", "query p50", "query p99", "peak MB"
    );
    row("built-in dossier", &[]);
    let tota = std::env::var_os("ACCORDS_TOTA")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("tota"), PathBuf::from);
    match tota.exists() {
        true => row("ToTA, 450 files", &[tota]),
        false => println!("skipped: no files of ToTA in {}", tota.display()),
    }
    for path in arguments {
        row(&path.clone(), &[PathBuf::from(path)]);
    }
}

fn row(name: &str, paths: &[PathBuf]) {
    let mut firsts: Vec<f64> = (0..STARTS)
        .map(|_| {
            let mut explorer = Explorer::start(paths, SIZE);
            let started = explorer.started;
            ms(explorer.until(|screen| screen.contains("Timeline")) - started)
        })
        .collect();
    // One after the other, so that each has the machine to itself.
    let searchable = searchable(paths);
    let mut explorer = Explorer::start(paths, SIZE);
    let started = explorer.started;
    let read = ms(explorer.until(is_read) - started);
    explorer.send("/th");
    explorer.until(answers_from_all);
    explorer.rest();
    explorer.send("\x1b");
    explorer.rest();
    let mut keys: Vec<f64> = MOVES.chars().map(|key| explorer.key(&key.to_string())).collect();
    let mut queries = Vec::new();
    for query in SEARCHES {
        explorer.key("/");
        for end in 1..=query.len() {
            let t = explorer.search_key(&query[end - 1..end], &query[..end]);
            if std::env::var_os("EACH").is_some() {
                eprintln!("{t:.2} {}", &query[..end]);
            }
            queries.push(t);
        }
        explorer.key("\x1b");
    }
    for times in [&mut firsts, &mut keys, &mut queries] {
        times.sort_by(f64::total_cmp);
    }
    println!(
        "{:34} {:>9.1} {read:>8.0} {searchable:>11.0} {:>9.2} {:>9.2} {:>10.2} {:>10.2} {:>8.0}",
        &name[name.len().saturating_sub(34)..],
        at(&firsts, 0.5),
        at(&keys, 0.5),
        at(&keys, 0.99),
        at(&queries, 0.5),
        at(&queries, 0.99),
        explorer.memory()
    );
}

/// Whether the header no longer shows files being read.
fn is_read(screen: &str) -> bool {
    let header = screen.lines().next().unwrap_or_default();
    header.contains("accords") && !header.contains(" files") && !header.contains("nothing open")
}

/// The time from the start to the answer of a query that matches in every file, typed at once.
fn searchable(paths: &[PathBuf]) -> f64 {
    let mut explorer = Explorer::start(paths, SIZE);
    let started = explorer.started;
    explorer.until(|screen| screen.contains("Timeline"));
    explorer.send("/th");
    ms(explorer.until(answers_from_all) - started)
}

/// Whether that query has been answered from everything, not from a part.
fn answers_from_all(screen: &str) -> bool {
    let line = screen.lines().next().unwrap_or_default();
    line.starts_with(" / th") && line.contains("items match") && !line.contains("searching")
}

fn at(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}
