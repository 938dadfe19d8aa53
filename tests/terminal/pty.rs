//! Runs the program in a real pseudo-terminal and sees what a person would see.
//!
//! A shell leads the session and outlives the program, as usual. If the program were the leader, the kernel would reset the
//! terminal's modes when it exits, and hide modes that it forgot to reset.

use std::{
    fs,
    io::{Read, Write},
    num::NonZero,
    path::PathBuf,
    process::Command,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser};

/// The timeout of every wait, long enough for slow machines.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Records the terminal's modes before and after the program, and its process id, exit code and errors
/// (which go to the screen with `PTY_STDERR=/dev/tty`).
const SCRIPT: &str = r#"cd "$PTY_NOTES"
stty -g >before
sh -c 'echo $$ >pid; exec "$PTY_BINARY"' 2>"${PTY_STDERR:-stderr}"
code=$?
stty -g >after
echo $code >code"#;

/// Variables by which terminals make themselves known.
const OF_TERMINALS: [&str; 8] = [
    "DOMTERM",
    "FORCE_HYPERLINK",
    "KONSOLE_VERSION",
    "STY",
    "TERM_PROGRAM",
    "TMUX",
    "VTE_VERSION",
    "WT_SESSION",
];

/// A word that the first screen shows at every size.
pub const FIRST: &str = "Timeline";

/// The terminal's modes as the program set them.
#[derive(Debug, PartialEq, Eq)]
pub struct Modes {
    pub alternate_screen: bool,
    pub cursor_hidden: bool,
    pub bracketed_paste: bool,
    pub mouse: bool,
}

/// The modes of a fresh terminal.
pub const UNTOUCHED: Modes =
    Modes { alternate_screen: false, cursor_hidden: false, bracketed_paste: false, mouse: false };
/// The modes while the explorer runs.
pub const TAKEN: Modes =
    Modes { alternate_screen: true, cursor_hidden: true, bracketed_paste: true, mouse: true };

/// What the reading thread has received.
struct Heard {
    parser: Parser,
    bytes: Vec<u8>,
}

/// A pseudo-terminal with a session in it.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    heard: Arc<Mutex<Heard>>,
    notes: PathBuf,
}

/// Starts the program at 80×24 as `sh` does, with these variables (`None` removes one).
pub fn start(variables: &[(&str, Option<&str>)]) -> Pty {
    Pty::new(&["sh", "-c", SCRIPT], (80, 24), variables)
}

/// What is kept of a person who has put the hint for the first time away.
pub const WELCOMED: &str = r#"{"format": "accords-visits/1", "visits": [], "is_welcomed": true}"#;

/// The sequences at both ends of a frame (synchronized update).
const FRAME_BEGIN: &[u8] = b"\x1b[?2026h";
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// The question that follows the first frame: the colour of the background.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// [`start`], up to the end of the first frame with the built-in dossier, which may be read after the very first.
pub fn started(variables: &[(&str, Option<&str>)]) -> Pty {
    let pty = start(variables);
    pty.wait_for_dossier();
    assert_eq!(pty.modes(), TAKEN);
    pty
}

impl Pty {
    /// Starts `arguments` as the leader of a session in a terminal of `size` (columns, rows).
    pub fn new(arguments: &[&str], size: (u16, u16), variables: &[(&str, Option<&str>)]) -> Self {
        let notes = new_folder();
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(arguments[0]);
        command.args(&arguments[1..]);
        // The tester's own environment must not matter.
        for name in ["ACCORDS_FAULT", "COLORFGBG", "NO_COLOR", "RUST_BACKTRACE"].iter().chain(&OF_TERMINALS) {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("PTY_BINARY", env!("CARGO_BIN_EXE_accords"));
        command.env("PTY_NOTES", &notes);
        command.env("XDG_CONFIG_HOME", notes.join("config"));
        command.env("XDG_STATE_HOME", notes.join("state"));
        for (name, value) in variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            }
        }
        // The hint for the first time would move the rows while a test points at them.
        fs::create_dir_all(notes.join("state/accords")).unwrap();
        fs::write(notes.join("state/accords/visits.json"), WELCOMED).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let heard = Arc::new(Mutex::new(Heard {
            parser: Parser::new(cells(size.1), cells(size.0), 0),
            bytes: Vec::new(),
        }));
        let reader = pair.master.try_clone_reader().unwrap();
        let ear = Arc::clone(&heard);
        thread::spawn(move || listen(reader, &ear));
        let writer = pair.master.take_writer().unwrap();
        Self { master: pair.master, writer, child, heard, notes }
    }

    /// Sends `keys`.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.write_all(keys.as_ref()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Changes the terminal's size (columns, rows).
    pub fn resize(&self, size: (u16, u16)) {
        self.heard().parser.screen_mut().set_size(cells(size.1), cells(size.0));
        self.master.resize(pty_size(size)).unwrap();
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.heard().parser.screen().contents()
    }

    /// The colours of the letters on the screen.
    pub fn colours(&self) -> Vec<vt100::Color> {
        let heard = self.heard();
        let screen = heard.parser.screen();
        let (rows, columns) = screen.size();
        let (rows, columns) = (rows.get(), columns.get());
        let cells = (0..rows).flat_map(|row| (0..columns).filter_map(move |column| screen.cell(row, column)));
        let mut colours: Vec<vt100::Color> = Vec::new();
        for cell in cells.filter(|cell| cell.has_contents()) {
            if !colours.contains(&cell.fgcolor()) {
                colours.push(cell.fgcolor());
            }
        }
        colours
    }

    /// Whether all of these rows are drawn, the footer included.
    pub fn fills(&self, rows: usize) -> bool {
        let screen = self.screen();
        screen.lines().count() == rows
            && screen.lines().next_back().is_some_and(|keys| keys.contains("search"))
    }

    /// The terminal's modes.
    pub fn modes(&self) -> Modes {
        let heard = self.heard();
        let screen = heard.parser.screen();
        Modes {
            alternate_screen: screen.alternate_screen(),
            cursor_hidden: screen.hide_cursor(),
            bracketed_paste: screen.bracketed_paste(),
            mouse: screen.mouse_protocol_mode() != MouseProtocolMode::None,
        }
    }

    /// Every byte that the terminal has received.
    pub fn bytes(&self) -> Vec<u8> {
        self.heard().bytes.clone()
    }

    /// Waits until the screen shows `text`.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(&format!("{text:?} on the screen"), || self.screen().contains(text));
    }

    /// Waits until a whole frame of the explorer shows `text`: within a frame the top of the screen may be new and the footer
    /// old, so that a click would hit what is about to go.
    pub fn wait_for_frame(&self, text: &str) {
        self.wait_until(&format!("{text:?} in a whole frame"), || {
            let heard = self.heard();
            let last = |mark: &[u8]| heard.bytes.windows(mark.len()).rposition(|bytes| bytes == mark);
            last(FRAME_END) > last(FRAME_BEGIN) && heard.parser.screen().contents().contains(text)
        });
    }

    /// Waits for the first frame with the built-in dossier. A key sent before it finds empty panes: the very first frame
    /// may be drawn while the dossier is still being read.
    pub fn wait_for_dossier(&self) {
        let is_read = |screen: &str| screen.contains(FIRST) && !screen.contains("Reading the files");
        self.wait_until("a whole frame with the dossier", || {
            let bytes = self.bytes();
            (bytes.ends_with(FRAME_END) || bytes.ends_with(QUESTION)) && is_read(&self.screen())
        });
    }

    /// Waits until `is_so` returns true; fails with `what` and the screen after [`PATIENCE`].
    pub fn wait_until(&self, what: &str, is_so: impl Fn() -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so() {
            assert!(Instant::now() < deadline, "no {what}; {:?}, screen:\n{}", self.modes(), self.screen());
            thread::sleep(Duration::from_millis(3));
        }
    }

    /// The text of a note that the script writes; empty if it is not there yet.
    pub fn note(&self, name: &str) -> String {
        fs::read_to_string(self.notes.join(name)).unwrap_or_default()
    }

    /// The program's process id.
    pub fn pid(&self) -> u32 {
        self.wait_until("process id", || self.note("pid").ends_with('\n'));
        self.note("pid").trim().parse().unwrap()
    }

    /// Sends the program a signal, by its name without SIG.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.pid().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for the program to exit and returns its exit code.
    pub fn exit_code(&self) -> i32 {
        self.wait_until("end of the program", || self.note("code").ends_with('\n'));
        self.note("code").trim().parse().unwrap()
    }

    /// Waits for exit code `code` and checks that the terminal's modes are restored.
    pub fn expect_handed_back(&self, code: i32) {
        assert_eq!(self.exit_code(), code, "stderr: {}", self.note("stderr"));
        assert!(!self.note("before").is_empty());
        assert_eq!(self.note("after"), self.note("before"), "termios");
        self.wait_until("untouched terminal", || self.modes() == UNTOUCHED);
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Ok(pid) = self.note("pid").trim().parse::<u32>()
            && self.note("code").is_empty()
        {
            let _ = Command::new("kill").args(["-s", "KILL", &pid.to_string()]).output();
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.notes);
    }
}

fn listen(mut reader: Box<dyn Read + Send>, heard: &Mutex<Heard>) {
    let mut chunk = [0; 16 * 1024];
    while let Ok(length @ 1..) = reader.read(&mut chunk) {
        let mut heard = heard.lock().unwrap();
        heard.parser.process(&chunk[..length]);
        heard.bytes.extend_from_slice(&chunk[..length]);
    }
}

/// A new temporary folder.
pub fn new_folder() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("pty-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}
