//! Takes over the terminal, and restores it whatever happens.

use std::{
    io::{self, IsTerminal, Write},
    panic, thread,
    time::Duration,
};

use ratatui::{
    Frame, Terminal, TerminalOptions, Viewport,
    backend::CrosstermBackend,
    crossterm::{
        Command,
        cursor::{Hide, Show},
        event::{DisableBracketedPaste, EnableBracketedPaste},
        execute, queue,
        terminal::{
            BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
            disable_raw_mode, enable_raw_mode, size,
        },
    },
    layout::Rect,
};

use super::{
    frame_writer::{FrameWriter, Hold},
    job_control, modes,
    mouse::{ReleaseMouse, TakeMouse},
    scope::Scope,
    system,
};
use crate::explore::Mouse;

/// The largest frame, in columns and rows: allocating the buffers for a claimed 65,535 × 65,535 would abort.
const LARGEST: (u16, u16) = (1_000, 500);

/// Why the explorer cannot run in this terminal.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Standard output is a pipe or a file.
    #[error("the output is not a terminal; the explorer needs one to draw on")]
    NotATerminal,
    /// `TERM` is unset, empty or `dumb`.
    #[error(
        "this terminal cannot draw a screen (TERM is {0}); set TERM to your terminal's type, or explore line by line with accords --plain"
    )]
    Dumb(&'static str),
    /// Standard input is not a terminal and there is no `/dev/tty`.
    #[error("there is no terminal to read keys from")]
    NoInput,
    /// The terminal refused.
    #[error("terminal error: {}", crate::text::reason(.0))]
    Io(#[from] io::Error),
}

/// The terminal in the explorer's modes: raw, alternate screen, cursor hidden, bracketed paste. Dropping it restores the
/// terminal; so do a panic of the thread that entered, and [`leave`].
#[derive(Debug)]
pub struct TerminalGuard {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    hold: Hold,
    size: Rect,
    mouse: Mouse,
}

impl TerminalGuard {
    /// Takes over the terminal for the calling thread. If another thread panics, the screen is left alone and
    /// `worker_panicked` gets the message.
    ///
    /// # Errors
    ///
    /// When there is no usable terminal; nothing has been changed then.
    pub fn enter(
        mouse: Mouse,
        worker_panicked: impl Fn(String) + Send + Sync + 'static,
    ) -> Result<Self, TerminalError> {
        check()?;
        let (writer, hold) = FrameWriter::new()?;
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::ZERO) };
        let terminal = Terminal::with_options(CrosstermBackend::new(writer), options)?;
        install_panic_hook(worker_panicked);
        let mut guard = Self { terminal, hold, size: Rect::ZERO, mouse };
        enter_modes(mouse)?;
        guard.repaint()?;
        Ok(guard)
    }

    /// Draws one frame in one write, which the terminal shows whole or not at all.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.hold.set(true);
        let drawn = queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)
            .and_then(|()| self.terminal.draw(draw).map(drop))
            .and_then(|()| queue!(self.terminal.backend_mut(), EndSynchronizedUpdate));
        self.hold.set(false);
        drawn.and_then(|()| self.terminal.backend_mut().flush())
    }

    /// Reads the terminal's size and makes the next frame a complete one.
    ///
    /// `Terminal::clear` would do the latter, but it asks the terminal for its cursor and fails without an answer.
    ///
    /// # Errors
    ///
    /// When the size cannot be read.
    pub fn repaint(&mut self) -> io::Result<()> {
        let (width, height) = size()?;
        self.hold.set(true);
        self.size = Rect::new(0, 0, width.min(LARGEST.0), height.min(LARGEST.1));
        let resized = self.terminal.resize(self.size);
        self.hold.set(false);
        resized
    }

    /// The size of a frame, in columns and rows.
    pub fn size(&self) -> (usize, usize) {
        (self.size.width.into(), self.size.height.into())
    }

    /// Gives the mouse to the terminal, or takes it back; returns whose it is now.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn next_mouse(&mut self) -> io::Result<Mouse> {
        self.mouse = self.mouse.other();
        match self.mouse {
            Mouse::Explorer => self.send(TakeMouse)?,
            Mouse::Terminal => self.send(ReleaseMouse)?,
        }
        Ok(self.mouse)
    }

    /// Sends a command that draws nothing (a copy to the clipboard) to the terminal.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn send(&mut self, command: impl Command) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), command)
    }

    /// Restores the terminal, stops as on Ctrl-Z, and takes the terminal over again when continued. Does nothing without a
    /// shell that could continue the process.
    pub(crate) fn suspend(&mut self, scope: Scope) -> io::Result<()> {
        if !job_control::has_shell() {
            return Ok(());
        }
        leave();
        let stopped = job_control::stop(scope);
        enter_modes(self.mouse)?;
        self.repaint()?;
        stopped
    }

    /// Lends the terminal to another program while `work` runs, and takes it over again.
    pub(crate) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> io::Result<T> {
        leave();
        let lent = job_control::lend(work);
        enter_modes(self.mouse)?;
        self.repaint()?;
        Ok(lent)
    }

    /// Sets all modes again after a stop that left no time to undo them (SIGSTOP).
    #[cfg(unix)]
    pub(crate) fn reclaim(&mut self) -> io::Result<()> {
        // Off first: crossterm believes that raw mode is still on and would not set it again.
        disable_raw_mode()?;
        enter_modes(self.mouse)?;
        self.repaint()
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        leave();
    }
}

fn check() -> Result<(), TerminalError> {
    if !io::stdout().is_terminal() {
        return Err(TerminalError::NotATerminal);
    }
    system::can_draw().map_err(TerminalError::Dumb)?;
    match system::has_terminal() {
        true => Ok(()),
        false => Err(TerminalError::NoInput),
    }
}

fn enter_modes(mouse: Mouse) -> io::Result<()> {
    enable_raw_mode()?;
    modes::claim();
    let mut out = io::stdout();
    let entered = queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide).and_then(|()| match mouse {
        Mouse::Explorer => execute!(out, TakeMouse),
        Mouse::Terminal => out.flush(),
    });
    entered.inspect_err(|_| leave())
}

/// Undoes what [`TerminalGuard::enter`] did. May be called at any time, from any thread, any number of times. Errors are
/// ignored: they mean that the terminal is gone.
pub fn leave() {
    if modes::release() {
        write_leave();
        let _ = disable_raw_mode();
    }
}

/// [`leave`] for a thread that is about to end the process while the drawing thread may be stuck in a write, which would
/// block this one too: leaves raw mode first, then does what it can within a tenth of a second.
pub(crate) fn abandon() {
    if modes::release() {
        let _ = disable_raw_mode();
        let Ok(writer) = thread::Builder::new().spawn(write_leave) else { return };
        for _ in 0..20 {
            if writer.is_finished() {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn write_leave() {
    // Ends a synchronized update in case an error cut a frame off.
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        ReleaseMouse,
        DisableBracketedPaste,
        Show,
        LeaveAlternateScreen
    );
}

/// A panic of the calling thread restores the terminal before its message is printed. A panic of any other thread must not
/// touch a screen that is still in use.
fn install_panic_hook(worker_panicked: impl Fn(String) + Send + Sync + 'static) {
    let drawing = thread::current().id();
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() != drawing && modes::are_ours() {
            worker_panicked(info.to_string());
        } else {
            leave();
            print(info);
        }
    }));
}
