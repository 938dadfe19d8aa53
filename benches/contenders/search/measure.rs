//! What one process measures of one contender, printed as one line of JSON.

use crate::contenders::{Contender, contender};
use crate::queries::{SET_A, SET_B, holds, keys, known};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The task of a process.
pub struct Task {
    /// The contender.
    pub name: String,
    /// The number of clauses.
    pub clauses: usize,
    /// The time limit for typing; if it is reached, only some of the keys are timed, evenly spread.
    pub limit: Duration,
    /// How many clauses to look for by their words; with 0, relevance is not measured.
    pub known: usize,
}

/// Keys are typed in strides of this many, so that a run cut short has timed keys of every query.
const STRIDE: usize = 7;

/// Runs the task; returns an object.
pub fn measure(task: &Task) -> Value {
    let contender = contender(&task.name, task.clauses);
    let (peak, settled) = (memory("VmHWM"), memory("VmRSS"));
    let built = contender.built();
    let cpu = cpu_ms();
    let (mut times, worst) = type_keys(&*contender, task.limit);
    let key_cpu = cpu_ms().zip(cpu).map(|(after, before)| (after - before) / times.len().max(1) as f64);
    times.sort_by(f64::total_cmp);
    let mut result = json!({
        "contender": task.name, "clauses": task.clauses, "text_mb": contender.text_bytes() as f64 / 1e6,
        "keys": times.len(), "p50_ms": percentile(&times, 0.5), "p99_ms": percentile(&times, 0.99),
        "max_ms": times.last(), "worst": worst, "peak_mb": peak, "settled_mb": settled,
        "build_ms": built.map(|b| b.ms), "build_cpu_ms": built.and_then(|b| b.cpu_ms),
        "key_cpu_ms": key_cpu, "ready_ms": contender.ready(),
        "bytes_a_clause": built.map(|b| b.bytes as f64 / task.clauses as f64),
    });
    if task.known > 0 {
        relevance(&*contender, task, &mut result);
    }
    result
}

fn type_keys(contender: &dyn Contender, limit: Duration) -> (Vec<f64>, String) {
    let keys = keys();
    let start = Instant::now();
    let (mut times, mut worst): (Vec<f64>, _) = (Vec::new(), (0.0, ""));
    for key in (0..STRIDE).flat_map(|first| keys.iter().skip(first).step_by(STRIDE)) {
        let pressed = Instant::now();
        contender.key(key);
        let time = pressed.elapsed().as_secs_f64() * 1e3;
        times.push(time);
        if time > worst.0 {
            worst = (time, key);
        }
        if start.elapsed() > limit {
            break;
        }
    }
    (times, worst.1.to_owned())
}

fn relevance(contender: &dyn Contender, task: &Task, result: &mut Value) {
    let share = |set: &[(&str, &str)]| {
        let right = |(query, meant): &(&str, &str)| {
            let best = contender.best(query, 10);
            best.iter().filter(|clause| holds(contender.text(**clause), meant)).count() as f64 / 10.0
        };
        set.iter().map(right).sum::<f64>() / set.len() as f64
    };
    result["set_a"] = json!(share(&SET_A));
    result["set_b"] = json!(share(&SET_B));
    let known = known(task.clauses, task.known);
    let found = |query: &str, clause| f64::from(u8::from(contender.best(query, 10).contains(&clause)));
    let many = known.len() as f64;
    result["known_clean"] = json!(known.iter().map(|k| found(&k.clean, k.clause)).sum::<f64>() / many);
    result["known_slipped"] = json!(known.iter().map(|k| found(&k.slipped, k.clause)).sum::<f64>() / many);
    if let Ok(shown) = std::env::var("SHOW_MISSED") {
        for k in known.iter().filter(|k| found(&k.slipped, k.clause) == 0.0).take(shown.parse().unwrap_or(20))
        {
            eprintln!("missed: {} ({})", k.slipped, k.clean);
        }
        for (query, meant) in SET_A.iter().chain(&SET_B) {
            let best = contender.best(query, 10);
            let right = best.iter().filter(|clause| holds(contender.text(**clause), meant)).count();
            if right < 10 {
                eprintln!("{query}: {right} of {}", best.len());
            }
        }
    }
}

fn percentile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = (sorted.len() as f64 * part).ceil() as usize;
    sorted.get(place.clamp(1, sorted.len().max(1)) - 1).copied()
}

/// CPU time of this process so far in milliseconds; Linux counts in hundredths of a second.
pub fn cpu_ms() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, figures) = stat.rsplit_once(')')?;
    let ticks = figures.split_whitespace().skip(11).take(2);
    Some(ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0)
}

/// A figure of this process in megabytes, as reported by Linux.
fn memory(figure: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(figure))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? * 1024.0 / 1e6)
}
