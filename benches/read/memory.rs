//! How much memory reading takes, as Linux reports it.

use super::files;
use accords::data::{Loader, parse};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const MEGABYTE: f64 = 1e6;

/// Prints the most memory that the program takes beside the size of the text, and that a child takes beside its PDF.
pub fn print(folder: &Path) {
    println!("\nmemory at most");
    let charter = std::fs::read(folder.join("txt/un-charter-en.txt")).unwrap();
    let large = std::env::temp_dir().join("accords-read-bench.txt");
    std::fs::write(&large, charter.repeat((50 << 20) / charter.len())).unwrap();
    for file in
        [large.clone(), folder.join("txt/un-charter-en.txt"), folder.join("html/open-treaties-vclt.html")]
    {
        let own = std::env::current_exe().unwrap();
        let output = Command::new(own).arg("--child").arg(&file).output().unwrap();
        let peak: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(f64::NAN);
        let text = std::fs::metadata(&file).unwrap().len() as f64 / MEGABYTE;
        let allowed = 4.0 * text + 32.0;
        let name = file.file_name().unwrap().to_string_lossy();
        println!("  {:<24} {peak:>6.1} MB; allowed are 4 x {text:.2} + 32 = {allowed:.0} MB", name);
    }
    std::fs::remove_file(large).unwrap();
    let mut worst = (f64::MIN, String::new());
    for file in files(folder, "pdf") {
        let bytes = std::fs::read(&file).unwrap();
        let peak = of_child(&bytes);
        let allowed = 4.0 * bytes.len() as f64 / MEGABYTE + 64.0;
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let row = format!("{name}: {peak:.1} MB; allowed are {allowed:.0} MB");
        if peak > allowed {
            println!("  child of a PDF over the limit: {row}");
        }
        if peak - allowed > worst.0 {
            worst = (peak - allowed, row);
        }
    }
    println!("  child of a PDF, nearest to its limit: {}", worst.1);
}

/// Reads a file as a command does, and returns the most memory that this process had, in megabytes.
pub fn of_this_process(file: &Path) -> f64 {
    let loaded = match std::fs::read(file) {
        Ok(bytes) => parse(file, bytes),
        Err(_) => Loader::new(vec![file.to_owned()]).open(),
    };
    let peak = memory("self");
    drop(loaded);
    peak.unwrap_or(f64::NAN)
}

/// The most memory of the child that reads this PDF, in megabytes, asked for every half millisecond until it ends.
fn of_child(pdf: &[u8]) -> f64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_accords"))
        .arg("--read-pdf-from-standard-input")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let id = child.id().to_string();
    let mut peak: f64 = 0.0;
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(pdf));
        scope.spawn(move || {
            let mut sent = Vec::new();
            let _ = stdout.read_to_end(&mut sent);
        });
        while child.try_wait().unwrap().is_none() {
            peak = peak.max(memory(&id).unwrap_or(0.0));
            std::thread::sleep(Duration::from_micros(500));
        }
    });
    peak
}

/// The most memory that a process has had, in megabytes.
fn memory(process: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? * 1024.0 / MEGABYTE)
}
