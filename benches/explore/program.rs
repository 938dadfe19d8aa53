//! The program in a terminal, and the times of its frames.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use vt100::Parser;

/// The end of a frame (synchronized update).
const FRAME_END: &[u8] = b"\x1b[?2026l";
/// The timeout of every wait.
const PATIENCE: Duration = Duration::from_secs(120);

/// The program in a terminal.
pub struct Explorer {
    parser: Parser,
    /// The last bytes, which may hold the beginning of a frame's end.
    tail: Vec<u8>,
    bytes: Receiver<(Instant, Vec<u8>)>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// When it was started.
    pub started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Explorer {
    /// Starts it at this size (columns, rows).
    pub fn start(paths: &[PathBuf], (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_accords"));
        command.args(paths);
        // Nothing is kept, so that every start is the first one.
        command.arg("--fresh");
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
        let (rows, columns) = (NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
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
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool) -> Instant {
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

    /// Sends keys; returns when.
    pub fn send(&mut self, keys: &str) -> Instant {
        let pressed = Instant::now();
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        pressed
    }

    /// Waits until nothing more arrives.
    pub fn rest(&mut self) {
        loop {
            match self.bytes.recv_timeout(Duration::from_millis(60)) {
                Ok((_, bytes)) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// The time from a key to the end of the next frame, in milliseconds.
    pub fn key(&mut self, key: &str) -> f64 {
        let pressed = self.send(key);
        let shown = self.until(|_| true);
        self.rest();
        ms(shown - pressed)
    }

    /// The time from a key of a search to the end of the frame with its answer, in milliseconds.
    pub fn search_key(&mut self, key: &str, typed: &str) -> f64 {
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

    /// The most memory that it had, in MB.
    pub fn memory(&self) -> f64 {
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

/// A time in milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
