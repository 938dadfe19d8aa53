//! Measures the search beside its peers on generated treaties: `cargo bench -p contenders --bench search`, with
//! `-- --short` for less than a minute. Each contender runs in its own process, so that memory is its own. A table goes
//! to stdout, the same figures as JSON to `search-bench.json` in the temporary directory, or to `--json FILE`.

mod contenders;
#[path = "../../corpus/mod.rs"]
mod corpus;
mod measure;
mod queries;
mod report;

use measure::{Task, measure};
use serde_json::Value;
use std::process::{Command, Stdio};
use std::time::Duration;

/// A contender, the number of clauses, the limit of typing in seconds, and how many clauses to look for by their words.
type Plan = (&'static str, usize, u32, usize);

const FULL: &[Plan] = &[
    ("accords", 26, 20, 0),
    ("frizbee", 26, 20, 0),
    ("nucleo-matcher", 26, 20, 0),
    ("fuzzy-matcher", 26, 20, 0),
    ("accords", 100_000, 60, 300),
    ("frizbee", 100_000, 30, 300),
    ("nucleo-matcher", 100_000, 45, 100),
    ("fuzzy-matcher", 100_000, 45, 60),
    ("fzf", 100_000, 0, 1),
    ("accords", 1_000_000, 60, 300),
    ("frizbee", 1_000_000, 60, 0),
    ("nucleo-matcher", 1_000_000, 40, 0),
    ("fuzzy-matcher", 1_000_000, 40, 0),
];

const SHORT: &[Plan] = &[
    ("accords", 26, 5, 0),
    ("frizbee", 26, 5, 0),
    ("nucleo-matcher", 26, 5, 0),
    ("fuzzy-matcher", 26, 5, 0),
    ("accords", 100_000, 10, 100),
    ("frizbee", 100_000, 6, 30),
    ("nucleo-matcher", 100_000, 6, 0),
    ("fuzzy-matcher", 100_000, 6, 0),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, name, clauses, limit, known] = arguments.as_slice()
        && child == "--child"
    {
        let task = Task {
            name: name.clone(),
            clauses: clauses.parse().expect("a number of clauses"),
            limit: Duration::from_secs(limit.parse().expect("seconds")),
            known: known.parse().expect("a number of clauses to look for"),
        };
        println!("{}", measure(&task));
        return;
    }
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if has("--list") || has("--test") {
        return;
    }
    let plans = if has("--short") { SHORT } else { FULL };
    let results: Vec<Value> = plans.iter().filter_map(in_child).collect();
    print!("{}", report::table(&results));
    print!("{}", report::verdicts(&results));
    let place =
        arguments.iter().position(|argument| argument == "--json").and_then(|at| arguments.get(at + 1));
    let place = place.map_or_else(|| std::env::temp_dir().join("search-bench.json"), Into::into);
    std::fs::write(&place, serde_json::to_string_pretty(&results).expect("figures"))
        .expect("a place for the figures");
    println!("\nfigures as JSON: {}", place.display());
}

/// Measures in its own process; `None` if the contender is not installed.
fn in_child((name, clauses, limit, known): &Plan) -> Option<Value> {
    if *name == "fzf" && !contenders::has_fzf() {
        eprintln!("fzf is not installed; left out");
        return None;
    }
    eprintln!("measuring {name} on {clauses} clauses");
    let arguments = ["--child", name, &clauses.to_string(), &limit.to_string(), &known.to_string()];
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(arguments).stderr(Stdio::inherit()).output().expect("a process");
    assert!(output.status.success(), "{name} on {clauses} clauses failed");
    Some(serde_json::from_slice(&output.stdout).expect("a line of JSON"))
}
