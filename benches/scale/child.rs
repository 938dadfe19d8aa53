//! One run of the program: its CPU time and its memory.

use crate::cases::Case;
use crate::measure::{children_cpu_ms, memory};
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a run took.
pub struct Run {
    /// Its CPU time in milliseconds.
    pub cpu: f64,
    /// The most memory that it held in megabytes, as seen every millisecond.
    pub peak: f64,
}

impl Run {
    /// The less of both figures.
    pub fn less(self, other: Self) -> Self {
        Self { cpu: self.cpu.min(other.cpu), peak: self.peak.min(other.peak) }
    }
}

/// Runs a case; what it prints goes to a file, as a pipe would need somebody who reads it.
pub fn run(program: &Path, case: &Case, temporary: &Path) -> Run {
    let before = children_cpu_ms().unwrap();
    let out = File::create(temporary.join("out")).unwrap();
    let errors = File::create(temporary.join("errors")).unwrap();
    let input = case.input.as_ref().map_or_else(Stdio::null, |file| File::open(file).unwrap().into());
    let mut child = Command::new(program)
        .args(&case.arguments)
        .env("XDG_CONFIG_HOME", temporary.join("no-config"))
        .env("XDG_STATE_HOME", temporary.join("no-state"))
        .stdin(input)
        .stdout(out)
        .stderr(errors)
        .spawn()
        .unwrap();
    let id = child.id().to_string();
    let mut peak = 0.0;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        peak = memory(&id, "VmHWM").unwrap_or(peak).max(peak);
        std::thread::sleep(Duration::from_millis(1));
    };
    let errors = std::fs::read_to_string(temporary.join("errors")).unwrap();
    assert!(status.success(), "{:?}: {status}: {errors}", case.arguments);
    Run { cpu: children_cpu_ms().unwrap() - before, peak }
}
