//! The time from a key to its frame, and from the start to the first frame, on the built-in dossier.
//!
//! `cargo bench --bench draw`. The first part times updates and drawing in this process; the second starts
//! programs in a pseudo-terminal and times their first full frame: ours, and peers that are installed.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

use accords::data::builtin;
use accords::explore::layout::Layout;
use accords::explore::{Chord, Input, State, opened, update};
use accords::model::Collection;
use accords::tui::Theme;
use accords::tui::draw;
use accords::tui::{Bidi, Look, Symbols, WebLinks};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const COLUMNS: u16 = 160;
const ROWS: u16 = 50;

fn main() {
    println!("start: built-in dossier to state, {COLUMNS}x{ROWS}");
    report("parse the dossier", times(30, || drop(builtin().unwrap())));
    report("parse, state, first frame", times(30, || frame(&mut start())));
    println!("\nkey to frame, one session of moves, searches, zooms and links");
    for (name, session) in [
        ("move and read", "jjjjkkkk1jjjj3jjj4jjj"),
        ("search, letter by letter", "/renewabel energy"),
        ("charts", "1zllll"),
        ("links and back", "jjlab[["),
    ] {
        report(name, keys(session));
    }
    println!("\nprocess start to first full frame in a pseudo-terminal of {COLUMNS}x{ROWS}");
    let ours = env!("CARGO_BIN_EXE_accords");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let file = file.to_str().unwrap();
    for command in [&[ours][..], &["less", file], &["tig"], &["htop"], &["vim", file]] {
        if let Some(times) = first_frames(command) {
            report(Path::new(command[0]).file_name().unwrap().to_str().unwrap(), times);
        }
    }
    println!("\nsettled memory of the explorer: {} kB", settled_memory(ours));
}

const LOOK: Look =
    Look { theme: Theme::Dark, symbols: Symbols::Unicode, web: WebLinks::Text, bidi: Bidi::Terminal };

fn start() -> State {
    let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
    opened(collection, Vec::new(), Layout::new(COLUMNS.into(), ROWS.into()))
}

fn terminal() -> Terminal<CrosstermBackend<std::io::Sink>> {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, COLUMNS, ROWS)) };
    Terminal::with_options(CrosstermBackend::new(std::io::sink()), options).unwrap()
}

fn frame(state: &mut State) {
    terminal().draw(|frame| drop(draw(state, LOOK, frame))).unwrap();
}

fn times(runs: usize, mut work: impl FnMut()) -> Vec<Duration> {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect()
}

/// The time of each key of a session, its frame included; each session runs 20 times.
fn keys(session: &str) -> Vec<Duration> {
    let mut found = Vec::new();
    for _ in 0..20 {
        let mut state = start();
        let mut terminal = terminal();
        terminal.draw(|frame| drop(draw(&state, LOOK, frame))).unwrap();
        for c in session.chars() {
            let start = Instant::now();
            update(&mut state, Input::Key(Chord::char(c)));
            terminal.draw(|frame| drop(draw(&state, LOOK, frame))).unwrap();
            found.push(start.elapsed());
        }
    }
    found
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "  {name:<28} p50 {:>8.3} ms   p99 {:>8.3} ms   max {:>8.3} ms   n {}",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
}

/// Starts a program 15 times and times when its output first pauses; `None` if it is not installed.
fn first_frames(command: &[&str]) -> Option<Vec<Duration>> {
    (0..15).map(|_| first_frame(command)).collect()
}

fn first_frame(command: &[&str]) -> Option<Duration> {
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).ok()?;
    let mut builder = CommandBuilder::new(command[0]);
    builder.args(&command[1..]);
    builder.env("TERM", "xterm-256color");
    builder.cwd(env!("CARGO_MANIFEST_DIR"));
    let mut reader = pair.master.try_clone_reader().ok()?;
    let mut writer = pair.master.take_writer().ok()?;
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(builder).ok()?;
    drop(pair.slave);
    let (sender, bytes) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 65536];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if sender.send((Instant::now(), n)).is_err() {
                return;
            }
        }
    });
    let mut last = None;
    let mut total = 0;
    while let Ok((when, n)) =
        bytes.recv_timeout(if total > 400 { Duration::from_millis(150) } else { Duration::from_secs(3) })
    {
        (last, total) = (Some(when), total + n);
    }
    let _ = writer.write_all(b"q:q!\r");
    let _ = child.kill();
    let _ = child.wait();
    last.map(|when| when - start)
}

/// Resident kilobytes after the first frame and a search.
fn settled_memory(program: &str) -> String {
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut builder = CommandBuilder::new(program);
    builder.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(builder).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    std::thread::spawn(move || std::io::copy(&mut reader, &mut std::io::sink()));
    let mut writer = pair.master.take_writer().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    writer.write_all(b"/renewable energy").unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", child.process_id().unwrap())).unwrap_or_default();
    let _ = child.kill();
    let _ = child.wait();
    let resident =
        status.lines().find(|l| l.starts_with("VmHWM")).map(|l| l.replace("VmHWM:", "").replace("kB", ""));
    resident.map_or_else(|| "not told by this system".to_owned(), |kb| kb.trim().to_owned())
}
