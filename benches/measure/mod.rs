//! The time and the memory of processes, and folders that are filled once.

#![allow(dead_code, reason = "each bench uses a part")]

use std::path::{Path, PathBuf};

/// A figure of a process in megabytes (`VmRSS`, `VmHWM`), as reported by Linux; `self` is this process.
pub fn memory(process: &str, figure: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(figure))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? * 1024.0 / 1e6)
}

/// CPU time of this process and of its children that have ended, in milliseconds; Linux counts in hundredths of a second.
/// Wall-clock time alone says little on a busy machine.
pub fn cpu_ms() -> Option<f64> {
    ticks().map(|ticks| ticks.iter().sum::<f64>() * 10.0)
}

/// The same of the children alone.
pub fn children_cpu_ms() -> Option<f64> {
    ticks().map(|ticks| ticks.iter().skip(2).sum::<f64>() * 10.0)
}

/// The times of this process: its own in the program and in the system, then those of its children.
fn ticks() -> Option<Vec<f64>> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, figures) = stat.rsplit_once(')')?;
    figures.split_whitespace().skip(11).take(4).map(|ticks| ticks.parse().ok()).collect()
}

/// Creates a folder once; an interrupted run leaves none.
pub fn folder(temporary: &Path, name: &str, fill: impl FnOnce(&Path)) -> PathBuf {
    let folder = temporary.join(name);
    if !folder.exists() {
        let unfinished = temporary.join(format!("{name}.unfinished"));
        let _ = std::fs::remove_dir_all(&unfinished);
        std::fs::create_dir_all(&unfinished).unwrap();
        fill(&unfinished);
        std::fs::rename(&unfinished, &folder).unwrap();
    }
    folder
}
