//! Measures loading: `cargo bench --bench load`, with `-- --short` without the large folders. ToTA is read from
//! `../shared/corpora`; dossiers are generated in the temporary directory, the same in every run. Each row has its own
//! process, so that memory is its own. A table goes to stdout, the same figures as JSON to `load-bench.json` in the
//! temporary directory.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

#[path = "../corpus/mod.rs"]
mod corpus;
mod dossiers;
#[path = "../measure/mod.rs"]
mod measure;

use crate::measure::{cpu_ms, memory};
use accords::data::Loader;
use accords::model::Collection;
use accords::search::Index;
use serde_json::{Value, json};
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What is measured on the files of a folder.
const TASKS: [&str; 6] =
    ["read the bytes", "xmllint --noout", "rg -c tariff", "load, 1 thread", "load", "load and index"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, task, folder] = arguments.as_slice()
        && child == "--child"
    {
        println!("{}", figures(task, Path::new(folder)));
        return;
    }
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if has("--list") || has("--test") {
        return;
    }
    let temporary = std::env::temp_dir().join("accords-load-bench");
    let mut rows = Vec::new();
    if let Some(folder) = tota(&temporary) {
        rows.extend(TASKS.iter().filter_map(|task| in_child("ToTA, 450 files", task, &folder)));
    }
    if !has("--short") {
        for (name, folder) in [
            ("1,000,000 clauses, 250 files", dossiers::many(&temporary, 250)),
            ("1,000,000 clauses, 1 file", dossiers::many(&temporary, 1)),
            ("100,000 small files", dossiers::small(&temporary, 100_000)),
        ] {
            let tasks = ["read the bytes", "load, 1 thread", "load", "load and index"];
            rows.extend(tasks.iter().filter_map(|task| in_child(name, task, &folder)));
        }
    }
    print!("{}", table(&rows));
    let file = std::env::temp_dir().join("load-bench.json");
    std::fs::write(&file, serde_json::to_string_pretty(&rows).unwrap()).unwrap();
    println!("\nJSON: {}", file.display());
}

/// The folder of ToTA, unpacked if necessary; `None` if the corpus is missing.
fn tota(temporary: &Path) -> Option<PathBuf> {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/tota/tota-xml.tar.xz");
    let folder = temporary.join("xml");
    if !archive.exists() {
        println!("skipped: {} is not here", archive.display());
        return None;
    }
    if !folder.exists() {
        std::fs::create_dir_all(temporary).unwrap();
        assert!(
            Command::new("tar").arg("-C").arg(temporary).arg("-xf").arg(archive).status().unwrap().success()
        );
    }
    Some(folder)
}

/// Runs a task in its own process; `None` if a program is missing.
fn in_child(corpus: &str, task: &str, folder: &Path) -> Option<Value> {
    let program = task.split(' ').next()?;
    if ["xmllint", "rg"].contains(&program) && Command::new(program).arg("--version").output().is_err() {
        println!("skipped: {program} is not installed");
        return None;
    }
    let own = std::env::current_exe().unwrap();
    let output =
        Command::new(own).args(["--child", task]).arg(folder).stderr(Stdio::inherit()).output().unwrap();
    let mut row: Value = serde_json::from_slice(&output.stdout).ok()?;
    row["corpus"] = json!(corpus);
    row["task"] = json!(task);
    Some(row)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
}

/// Runs the task once to warm the file cache if it is quick, then measures it.
fn figures(task: &str, folder: &Path) -> Value {
    let files = files(folder);
    let bytes: u64 = files.iter().map(|file| std::fs::metadata(file).unwrap().len()).sum();
    let begin = Instant::now();
    let mut facts = match task {
        "read the bytes" => {
            let read: usize = files.iter().map(|file| std::fs::read(file).unwrap().len()).sum();
            assert_eq!(read as u64, bytes);
            json!({})
        }
        "xmllint --noout" => run(Command::new("xmllint").arg("--noout").args(&files)),
        "rg -c tariff" => run(Command::new("rg").args(["-c", "tariff"]).arg(folder)),
        "load, 1 thread" => load(folder, Some(1)).1,
        "load" => load(folder, None).1,
        _ => {
            let (collection, mut facts) = load(folder, None);
            let loaded = Instant::now();
            let index = Index::build(&collection);
            facts["index_ms"] = json!(loaded.elapsed().as_secs_f64() * 1e3);
            drop(index);
            facts
        }
    };
    facts["cpu_ms"] = json!(cpu_ms());
    facts["ms"] = json!(begin.elapsed().as_secs_f64() * 1e3);
    facts["mb"] = json!(bytes as f64 / 1e6);
    facts["peak_mb"] = json!(memory("self", "VmHWM"));
    facts["files"] = json!(files.len());
    facts
}

fn run(command: &mut Command) -> Value {
    command.stdout(Stdio::null()).status().unwrap();
    json!({})
}

fn load(folder: &Path, threads: Option<usize>) -> (Collection, Value) {
    let mut loader = Loader::new(vec![folder.to_owned()]);
    loader.threads = threads.and_then(NonZero::new).unwrap_or(loader.threads);
    let begin = Instant::now();
    let (mut dossiers, mut first, mut clauses) = (Vec::new(), None, 0);
    loader.read(|batch, progress| {
        if !batch.dossiers.is_empty() {
            first.get_or_insert_with(|| begin.elapsed().as_secs_f64() * 1e3);
        }
        assert!(batch.problems.is_empty(), "{}", batch.problems[0]);
        clauses = progress.clauses;
        dossiers.extend(batch.dossiers);
        ControlFlow::Continue(())
    });
    (
        Collection::new(dossiers),
        json!({"first_ms": first, "clauses": clauses, "kept_mb": memory("self", "VmRSS")}),
    )
}

fn table(rows: &[Value]) -> String {
    let mut out = String::new();
    let mut corpus = "";
    let mut bytes_ms = 1.0;
    for row in rows {
        let number = |key: &str| row[key].as_f64();
        if row["corpus"].as_str().unwrap() != corpus {
            corpus = row["corpus"].as_str().unwrap();
            bytes_ms = number("ms").unwrap();
            out.push_str(&format!("\n{corpus}, {:.1} MB\n", number("mb").unwrap()));
            out.push_str(&format!(
                "  {:<16} {:>9} {:>9} {:>12} {:>9} {:>9} {:>9} {:>12}\n",
                "", "ms", "cpu ms", "× the bytes", "first ms", "peak MB", "× text", "kept × text"
            ));
        }
        let shown =
            |value: Option<f64>, digits: usize| value.map_or("–".to_owned(), |v| format!("{v:.digits$}"));
        let times = |key: &str| number(key).map(|mb| mb / number("mb").unwrap());
        out.push_str(&format!(
            "  {:<16} {:>9} {:>9} {:>12} {:>9} {:>9} {:>9} {:>12}\n",
            row["task"].as_str().unwrap(),
            shown(number("ms"), 0),
            shown(number("cpu_ms"), 0),
            shown(Some(number("ms").unwrap() / bytes_ms), 1),
            shown(number("first_ms"), 1),
            shown(number("peak_mb"), 0),
            shown(times("peak_mb"), 2),
            shown(times("kept_mb"), 2),
        ));
    }
    out
}
