//! Measures the search beside its peers on generated treaties: `cargo bench --bench search`, `-- --short` for a form
//! that takes less than a minute. Each contender has its own process, so that memory is its own. A table goes to
//! stdout, the same as JSON to `target/search-bench.json` (or where `--json` says).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench ends when something is wrong, and prints"
)]

mod contenders;
mod corpus;
mod measure;
mod queries;
mod random;
mod words;

use measure::{Task, measure};
use std::time::Duration;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, name, clauses, limit, known] = arguments.as_slice()
        && child == "--child"
    {
        let task = Task {
            name: name.clone(),
            clauses: clauses.parse().expect("a number of clauses"),
            limit: Duration::from_secs_f64(limit.parse().expect("seconds")),
            known: known.parse().expect("a number of clauses to look for"),
        };
        println!("{}", measure(&task));
        return;
    }
}
