//! The program itself in a terminal of 160×50: `cargo bench --bench explore [-- PATH...]`.
//!
//! For the built-in dossier, for ToTA (as the tests unpack it into `target/tmp/tota`, or in the folder that
//! ACCORDS_TOTA names) and for each PATH: the time from the start of the process to the first frame, until all is read
//! and until all is searchable; then the time from a key to the last byte of its frame; then memory. A key that
//! searches is timed to the frame with its answer.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use vt100::Parser;

const SIZE: PtySize = PtySize { rows: 50, cols: 160, pixel_width: 0, pixel_height: 0 };
/// The end of a frame (synchronized update).
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// The timeout of every wait.
const PATIENCE: Duration = Duration::from_secs(120);
/// How many starts are timed; the median counts.
const STARTS: usize = 9;

/// Keys that do not search.
const MOVES: &str = "jjjjkk1jjjkk2jjjj3jj4jjk0jjjjk2zjjjz2lhjjG g";
/// Queries, typed letter by letter.
const SEARCHES: [&str; 4] =
    ["renewable energy", "disputte settlement", "the parties shall", "fisheries subsidies"];

struct Explorer {
    parser: Parser,
    /// The last bytes, which may hold the beginning of a frame's end.
    tail: Vec<u8>,
    bytes: Receiver<(Instant, Vec<u8>)>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Explorer {
    fn start(paths: &[PathBuf]) -> Self {
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_accords"));
        command.args(paths);
        command.env("TERM", "xterm-256color");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 || sender.send((Instant::now(), buffer[..read].to_vec())).is_err() {
                    break;
                }
            }
        });
        let (rows, columns) = (NonZero::new(SIZE.rows).unwrap(), NonZero::new(SIZE.cols).unwrap());
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            parser: Parser::new(rows, columns, 0),
            tail: Vec::new(),
            bytes,
            writer,
            child,
            started,
            _master: pair.master,
        }
    }

    /// Reads until the screen is as wanted at the end of a frame; returns when that frame was complete.
    fn until(&mut self, wanted: impl Fn(&str) -> bool) -> Instant {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.bytes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok((at, bytes)) => {
                    if self.ends_frame(&bytes) && wanted(&self.parser.screen().contents()) {
                        return at;
                    }
                }
                Err(error) => panic!("{error}; the screen is\n{}", self.parser.screen().contents()),
            }
        }
    }

    /// Takes in bytes, which may be cut anywhere; returns whether a frame ends in them.
    fn ends_frame(&mut self, bytes: &[u8]) -> bool {
        self.parser.process(bytes);
        self.tail.extend_from_slice(bytes);
        let ends = self.tail.windows(FRAME_END.len()).any(|window| window == FRAME_END);
        // Keep an end that was cut, but not one that was seen.
        let kept = if ends { 0 } else { self.tail.len().min(FRAME_END.len() - 1) };
        self.tail.drain(..self.tail.len() - kept);
        ends
    }

    fn send(&mut self, keys: &str) -> Instant {
        let pressed = Instant::now();
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        pressed
    }

    /// Waits until nothing more arrives.
    fn rest(&mut self) {
        loop {
            match self.bytes.recv_timeout(Duration::from_millis(60)) {
                Ok((_, bytes)) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// The time from a key to the end of the next frame, in milliseconds.
    fn key(&mut self, key: &str) -> f64 {
        let pressed = self.send(key);
        let shown = self.until(|_| true);
        self.rest();
        ms(shown - pressed)
    }

    /// The time from a key of a search to the end of the frame with its answer, in milliseconds.
    fn search_key(&mut self, key: &str, typed: &str) -> f64 {
        let pressed = self.send(key);
        // The counts are at the right of the search line; until the answer arrives they are those of the key before.
        let line = format!(" / {typed}");
        let first = self.until(|screen| screen.starts_with(line.trim_end()));
        let mut shown = first;
        while let Ok((at, bytes)) = self.bytes.recv_timeout(Duration::from_millis(60)) {
            // A second frame follows if the full answer says more than the first.
            if self.ends_frame(&bytes) && shown == first {
                shown = at;
            }
        }
        ms(shown - pressed)
    }

    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id().unwrap()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
        line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap_or(0.0) / 1024.0
    }
}

impl Drop for Explorer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if arguments.iter().any(|argument| argument == "--list" || argument == "--test") {
        return;
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
            let mut explorer = Explorer::start(paths);
            let started = explorer.started;
            ms(explorer.until(|screen| screen.contains("Timeline")) - started)
        })
        .collect();
    // One after the other, so that each has the machine to itself.
    let searchable = searchable(paths);
    let mut explorer = Explorer::start(paths);
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
    let mut explorer = Explorer::start(paths);
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

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
