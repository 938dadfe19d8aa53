//! The loop: waits for messages, passes events to the program, carries out its effects, and draws when something changed.

use std::io::{self, IsTerminal};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use ratatui::Frame;

use super::{
    background::{self, AskBackground},
    browser, clipboard,
    delivery::HANGUP_CODE,
    editor,
    events::{self, Event, Inbox, Message, Outbox, Waker},
    fault,
    guard::{TerminalError, TerminalGuard},
    input,
    keeper::Keeper,
    keys::{INTERRUPT, SUSPEND},
    saver,
    scope::Scope,
};
use crate::explore::action::CopyForm;
use crate::explore::{Draft, Effect, Memory, Mouse, Remember};

/// The most messages handled between two frames, so that even an endless flood of them is seen to have an effect.
const MOST_BETWEEN_FRAMES: usize = 4_096;
/// The least time between two frames while messages keep arriving: what is typed or pasted at once is one frame, not many.
/// A message that arrives later than this after a frame is drawn at once.
const BETWEEN_FRAMES: Duration = Duration::from_millis(8);

/// What the loop runs: takes events, returns effects, and can be drawn.
pub trait Program {
    /// Handles one event; the effects are carried out in order. No effects: nothing visible changed. Ctrl-C and Ctrl-Z
    /// do not arrive here.
    fn handle(&mut self, event: Event) -> Vec<Effect>;

    /// Sets the size of the screen. Called before the first frame and whenever the size may have changed.
    fn resize(&mut self, columns: usize, rows: usize);

    /// Whether the colour behind the text matters, so that the terminal is asked for it after the first frame.
    fn wants_background(&self) -> bool;

    /// What is to be done after the first frame.
    fn begin(&mut self) -> Vec<Effect>;

    /// Draws the whole screen. Called only after an effect, a resize, or a return to the terminal.
    fn draw(&mut self, frame: &mut Frame);
}

/// Runs the program that `start` makes until it quits, and returns it with the exit code: 0, or 128 + n after signal n
/// (129 also if the terminal disappears). The terminal is restored before this returns.
///
/// # Errors
///
/// When there is no usable terminal (nothing has been changed then), or it fails while in use.
pub fn run<P: Program>(mouse: Mouse, start: impl FnOnce(Waker) -> P) -> Result<(u8, P), TerminalError> {
    let (outbox, inbox) = events::queue();
    let panics = outbox.clone();
    input::listen_to_signals(outbox.clone())?;
    let guard =
        TerminalGuard::enter(mouse, move |message| panics.send(Message::Event(Event::WorkerPanic(message))))?;
    let program = start(Waker(outbox.clone()));
    let mut run = Run {
        guard,
        program,
        outbox,
        saving: Vec::new(),
        keeper: None,
        changed: true,
        drawn: Instant::now(),
        asked: None,
        exit: None,
    };
    let ended = run.until_quit(&inbox);
    let program = run.finish();
    let code = match ended {
        // A write to a terminal that has just disappeared fails before anything else notices.
        Err(_) if !io::stdout().is_terminal() => HANGUP_CODE,
        Err(error) => return Err(error.into()),
        Ok(code) => code,
    };
    Ok((code, program))
}

struct Run<P> {
    guard: TerminalGuard,
    program: P,
    outbox: Outbox,
    /// The threads that save files.
    saving: Vec<JoinHandle<()>>,
    /// The thread that writes what is kept between visits, once there is something.
    keeper: Option<Keeper>,
    changed: bool,
    /// When the last frame was drawn.
    drawn: Instant,
    /// When the terminal was asked for its colour.
    asked: Option<Instant>,
    exit: Option<u8>,
}

impl<P: Program> Run<P> {
    fn until_quit(&mut self, inbox: &Inbox) -> io::Result<u8> {
        self.resize();
        self.draw()?;
        input::listen_to_terminal(&self.outbox)?;
        self.ask_background()?;
        let first = self.program.begin();
        self.carry_out(first)?;
        fault::inject("worker");
        while let Some(message) = inbox.wait() {
            self.handle(message)?;
            for _ in 1..MOST_BETWEEN_FRAMES {
                if self.exit.is_some() {
                    break;
                }
                let Some(message) = inbox.next_until(self.drawn + BETWEEN_FRAMES) else { break };
                self.handle(message)?;
            }
            if let Some(code) = self.exit {
                return Ok(code);
            }
            self.draw()?;
        }
        Ok(0)
    }

    /// Asks the terminal for the colour behind the text. The console of Linux has no answer and may print the question.
    fn ask_background(&mut self) -> io::Result<()> {
        let is_console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
        if self.program.wants_background() && !is_console {
            self.asked = Some(Instant::now());
            self.guard.send(AskBackground)?;
        }
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        if !self.changed {
            return Ok(());
        }
        self.changed = false;
        let drawn = self.guard.draw(|frame| {
            fault::inject("draw");
            self.program.draw(frame);
        });
        self.drawn = Instant::now();
        drawn
    }

    fn handle(&mut self, message: Message) -> io::Result<()> {
        match message {
            Message::Quit(code) => self.exit = Some(code),
            Message::Resize => self.repaint()?,
            Message::Background { colour, at } => {
                // What comes late, or unasked, is dropped.
                let in_time = |asked: Instant| at.saturating_duration_since(asked) <= background::PATIENCE;
                if self.asked.take().is_some_and(in_time) {
                    self.pass_on(Event::Background(colour))?;
                }
            }
            #[cfg(unix)]
            Message::Suspend => self.suspend(Scope::Process)?,
            #[cfg(unix)]
            Message::Resume => {
                self.guard.reclaim()?;
                self.resize();
            }
            Message::Event(Event::Key(key)) if key == INTERRUPT => self.exit = Some(0),
            Message::Event(Event::Key(key)) if key == SUSPEND => self.suspend(Scope::Job)?,
            Message::Event(event) => self.pass_on(event)?,
        }
        Ok(())
    }

    fn pass_on(&mut self, event: Event) -> io::Result<()> {
        if matches!(event, Event::Key(_)) {
            fault::inject("key");
        }
        let effects = self.program.handle(event);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Redraw => self.changed = true,
                Effect::Repaint => self.repaint()?,
                // Handled by the program.
                Effect::NextTheme => {}
                Effect::NextMouse => {
                    let mouse = self.guard.next_mouse()?;
                    self.pass_on(Event::Mouse(mouse))?;
                }
                Effect::Suspend => self.suspend(Scope::Job)?,
                Effect::Quit => self.exit = Some(0),
                Effect::Copy { form, text } => self.copy(form, text)?,
                Effect::Open(address) => {
                    let outbox = self.outbox.clone();
                    browser::open(address, move |error| outbox.send(Message::Event(Event::NotOpened(error))));
                }
                Effect::Save(draft) => self.save(draft),
                Effect::Remember(asked) => self.remember(asked)?,
                Effect::Edit(text) => {
                    let edited = self.guard.lend(|| editor::edit(&text))?;
                    self.resize();
                    self.pass_on(Event::Edited(edited))?;
                }
            }
        }
        Ok(())
    }

    fn save(&mut self, draft: Draft) {
        let outbox = self.outbox.clone();
        self.saving.retain(|thread| !thread.is_finished());
        // Without a thread nothing is written, and no notice says that it was.
        let tell = move |saving| outbox.send(Message::Event(Event::Saving(saving)));
        self.saving.extend(saver::start(draft, tell).ok());
    }

    fn remember(&mut self, asked: Remember) -> io::Result<()> {
        if self.keeper.is_none() {
            let outbox = self.outbox.clone();
            let done = move |remembered| outbox.send(Message::Event(Event::Remembered(remembered)));
            self.keeper = Some(Keeper::start(Memory::of_person(), done)?);
        }
        self.keeper.iter().for_each(|keeper| keeper.ask(asked.clone()));
        Ok(())
    }

    /// Restores the terminal, waits for files that are being saved, and returns the program.
    fn finish(self) -> P {
        drop(self.guard);
        self.keeper.map(Keeper::finish).unwrap_or_default();
        for thread in self.saving {
            let _ = thread.join();
        }
        self.program
    }

    fn suspend(&mut self, scope: Scope) -> io::Result<()> {
        self.guard.suspend(scope)?;
        self.resize();
        Ok(())
    }

    /// Reads the terminal's size again and redraws every cell.
    fn repaint(&mut self) -> io::Result<()> {
        self.guard.repaint()?;
        self.resize();
        Ok(())
    }

    /// Passes the size of the screen to the program, for the next frame.
    fn resize(&mut self) {
        let (columns, rows) = self.guard.size();
        self.program.resize(columns, rows);
        self.changed = true;
    }

    fn copy(&mut self, form: CopyForm, text: String) -> io::Result<()> {
        let outbox = self.outbox.clone();
        let done =
            move |result: Result<(), _>| outbox.send(Message::Event(Event::Copied(result.map(|()| form))));
        match clipboard::copy(text, done) {
            Some(sequence) => self.guard.send(sequence),
            None => Ok(()),
        }
    }
}
