//! The loop: waits, hands news to the program, carries out what it wants, draws when something changed.

use std::io::{self, IsTerminal};
use std::thread::JoinHandle;

use ratatui::Frame;

use super::{
    browser, clipboard,
    events::{self, Event, Inbox, Message, Outbox, Waker},
    fault,
    input::{self, HANGUP_CODE, is_ctrl_c, is_ctrl_z},
    job_control::Scope,
    saver,
    terminal::{Session, TerminalError},
};
use crate::explore::action::CopyForm;
use crate::explore::{Draft, Effect};

/// Messages handled before a frame is due even though more are waiting: an endless flood must not hide its effect.
const MOST_BETWEEN_FRAMES: usize = 4_096;

/// What the loop runs: a state that answers events with effects and can be drawn.
pub trait Program {
    /// Takes in one event; the effects are carried out in order. None means that nothing visible changed.
    /// Ctrl-C and Ctrl-Z never arrive here.
    fn handle(&mut self, event: Event) -> Vec<Effect>;

    /// Takes over the size of the screen; called before the first frame and whenever it may have changed.
    fn resize(&mut self, columns: usize, rows: usize);

    /// Draws the whole screen. Called only after an effect, a new size, or a return to the terminal.
    fn draw(&self, frame: &mut Frame);
}

/// Runs the program that `start` makes until it quits, and returns it with the exit code: 0, or 128 + n after signal n
/// (129 also when the terminal vanishes). The terminal is given back before this returns.
///
/// # Errors
///
/// When there is no usable terminal (nothing has been changed then), or it fails while in use.
pub fn run<P: Program>(start: impl FnOnce(Waker) -> P) -> Result<(u8, P), TerminalError> {
    let (outbox, inbox) = events::queue();
    let panics = outbox.clone();
    input::listen_to_signals(outbox.clone())?;
    let session = Session::enter(move |message| panics.send(Message::Event(Event::WorkerPanic(message))))?;
    let program = start(Waker(outbox.clone()));
    let mut run = Run { session, program, outbox, saving: Vec::new(), changed: true, exit: None };
    let ended = run.until_quit(&inbox);
    let program = run.finish();
    let code = match ended {
        // A write to a terminal that has just gone fails before anything else notices.
        Err(_) if !io::stdout().is_terminal() => HANGUP_CODE,
        Err(error) => return Err(error.into()),
        Ok(code) => code,
    };
    Ok((code, program))
}

struct Run<P> {
    session: Session,
    program: P,
    outbox: Outbox,
    /// Files on their way to the disk.
    saving: Vec<JoinHandle<()>>,
    changed: bool,
    exit: Option<u8>,
}

impl<P: Program> Run<P> {
    fn until_quit(&mut self, inbox: &Inbox) -> io::Result<u8> {
        self.fit();
        self.draw()?;
        input::listen_to_terminal(&self.outbox)?;
        fault::strike("worker");
        while let Some(message) = inbox.wait() {
            self.take(message)?;
            for _ in 1..MOST_BETWEEN_FRAMES {
                let (None, Some(message)) = (self.exit, inbox.next_waiting()) else { break };
                self.take(message)?;
            }
            if let Some(code) = self.exit {
                return Ok(code);
            }
            self.draw()?;
        }
        Ok(0)
    }

    fn draw(&mut self) -> io::Result<()> {
        if !self.changed {
            return Ok(());
        }
        self.changed = false;
        self.session.draw(|frame| {
            fault::strike("draw");
            self.program.draw(frame);
        })
    }

    fn take(&mut self, message: Message) -> io::Result<()> {
        match message {
            Message::Quit(code) => self.exit = Some(code),
            Message::Resize => self.repaint()?,
            Message::Suspend => self.suspend(Scope::Process)?,
            Message::Resume => {
                self.session.reclaim()?;
                self.fit();
            }
            Message::Event(Event::Key(key)) if is_ctrl_c(&key) => self.exit = Some(0),
            Message::Event(Event::Key(key)) if is_ctrl_z(&key) => self.suspend(Scope::Job)?,
            Message::Event(event) => self.tell(event)?,
        }
        Ok(())
    }

    fn tell(&mut self, event: Event) -> io::Result<()> {
        if matches!(event, Event::Key(_)) {
            fault::strike("key");
        }
        for effect in self.program.handle(event) {
            match effect {
                Effect::Redraw => self.changed = true,
                Effect::Repaint => self.repaint()?,
                // The program's own.
                Effect::NextTheme => {}
                Effect::Suspend => self.suspend(Scope::Job)?,
                Effect::Quit => self.exit = Some(0),
                Effect::Copy { form, text } => self.copy(form, text)?,
                Effect::Open(address) => {
                    let outbox = self.outbox.clone();
                    browser::open(&address, move |result| outbox.send(Message::Event(Event::Opened(result))));
                }
                Effect::Save(draft) => self.save(draft),
            }
        }
        Ok(())
    }

    fn save(&mut self, draft: Draft) {
        let outbox = self.outbox.clone();
        self.saving.retain(|thread| !thread.is_finished());
        // Without a thread nothing is written, and nothing says that it was.
        self.saving
            .extend(saver::start(draft, move |saved| outbox.send(Message::Event(Event::Saved(saved)))).ok());
    }

    /// Gives the terminal back; then a file that was asked for is written to its end. What is left is the program.
    fn finish(self) -> P {
        drop(self.session);
        for thread in self.saving {
            let _ = thread.join();
        }
        self.program
    }

    fn suspend(&mut self, scope: Scope) -> io::Result<()> {
        self.session.suspend(scope)?;
        self.fit();
        Ok(())
    }

    /// Takes over the terminal's present size, and draws every cell again.
    fn repaint(&mut self) -> io::Result<()> {
        self.session.repaint()?;
        self.fit();
        Ok(())
    }

    /// Tells the program the size of the screen; the next frame has it.
    fn fit(&mut self) {
        let (columns, rows) = self.session.size();
        self.program.resize(columns, rows);
        self.changed = true;
    }

    fn copy(&mut self, form: CopyForm, text: String) -> io::Result<()> {
        let outbox = self.outbox.clone();
        let done =
            move |result: Result<(), _>| outbox.send(Message::Event(Event::Copied(result.map(|()| form))));
        match clipboard::copy(text, done) {
            Some(sequence) => self.session.send(sequence),
            None => Ok(()),
        }
    }
}
