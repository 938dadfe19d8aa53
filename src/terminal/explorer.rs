//! The program that the loop runs: turns events into inputs of the explorer's state, returns its effects, and draws it.

use super::events::{Event, Waker};
use super::mouse::Pointed;
use super::run::Program;
use crate::data::{Loader, Problem};
use crate::explore::layout::Layout;
use crate::explore::{
    Arrival, Effect, Errands, Finder, Finished, Input, Intake, Memberships, Mouse, Opening, State, Wake,
    opened, update,
};
use crate::model::Collection;
use crate::search::Answer;
use crate::text::capitalised;
use crate::tui::{self, Hits, Look};
use ratatui::Frame;
use std::io;
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// The explorer's background threads.
pub struct Background {
    wake: Wake,
    finder: Finder,
    answers: Receiver<Answer>,
    intake: Intake,
}

impl Background {
    /// Starts reading the files.
    ///
    /// # Errors
    /// When a thread cannot be started.
    pub fn start(loader: Loader) -> io::Result<Self> {
        let wake = Wake::default();
        let (finder, worker, answers) = Finder::later(wake.clone())?;
        let intake = Intake::start(loader, worker, wake.clone())?;
        Ok(Self { wake, finder, answers, intake })
    }

    /// Waits at most `limit` for files, so that small ones are on the first frame.
    pub fn first(&self, limit: Duration) -> Vec<Arrival> {
        self.intake.first(limit)
    }
}

/// The explorer.
pub struct Explorer {
    state: State,
    look: Look,
    hits: Hits,
    intake: Intake,
    answers: Receiver<Answer>,
    errands: Receiver<Finished>,
}

impl Explorer {
    /// The explorer on the files being read; `first` has already arrived. The size is set by the first frame.
    pub fn new(
        background: Background,
        first: Vec<Arrival>,
        look: Look,
        opening: Opening,
        memberships: Option<Memberships>,
        waker: Waker,
    ) -> Self {
        let Background { wake, finder, answers, intake } = background;
        let (errands, finished) = Errands::later(wake.clone());
        let state = opened(Collection::default(), Vec::new(), Layout::new(80, 24))
            .served_by(finder, errands)
            .opening_with(opening)
            .with_memberships(memberships);
        let call = waker.clone();
        wake.set(move || call.wake());
        let mut explorer = Self { state, look, hits: Hits::default(), intake, answers, errands: finished };
        for arrival in first {
            update(&mut explorer.state, Input::Arrival(arrival));
        }
        // Arrivals after `first` were sent before the waker was set.
        explorer.receive();
        if explorer.is_empty() {
            waker.wake();
        }
        explorer
    }

    /// What is wrong with the files.
    pub fn problems(&self) -> &[Problem] {
        &self.state.problems
    }

    /// Whether everything is read and nothing could be opened.
    fn is_empty(&self) -> bool {
        self.state.loading.is_none() && self.state.collection().dossiers().is_empty()
    }

    /// Passes on everything that has arrived from the background threads.
    fn receive(&mut self) {
        let arrivals = self.intake.arrived().map(Input::Arrival);
        let answers = self.answers.try_iter().map(Input::Answer);
        let errands = self.errands.try_iter().map(Input::Errand);
        for input in arrivals.chain(answers).chain(errands) {
            update(&mut self.state, input);
        }
    }

    fn update(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = update(&mut self.state, input);
        let before = effects.len();
        effects.retain(|effect| *effect != Effect::NextTheme);
        if effects.len() < before {
            update(&mut self.state, Input::Notice(self.look.next_theme()));
        }
        effects
    }

    fn notice(&mut self, words: String) -> Vec<Effect> {
        self.update(Input::Notice(words))
    }
}

impl Program for Explorer {
    fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(chord) => self.update(Input::Key(chord)),
            Event::Pointed(Pointed { gesture, column, row }) => {
                let target = self.hits.at(column, row);
                self.update(Input::Point(gesture, target))
            }
            Event::Mouse(Mouse::Explorer) => self.notice("The mouse is the explorer's again".to_owned()),
            Event::Mouse(Mouse::Terminal) => {
                self.notice("The mouse selects text; alt-m takes it back".to_owned())
            }
            Event::Paste(text) => self.update(Input::Paste(text)),
            Event::Wake => {
                self.receive();
                // There is nothing to show; the errors are printed after the screen is restored.
                vec![if self.is_empty() { Effect::Quit } else { Effect::Redraw }]
            }
            Event::WorkerPanic(message) => self.notice(format!("Background error: {message}")),
            Event::Copied(Ok(form)) => self.notice(format!("{} copied", form.word())),
            Event::Copied(Err(error)) => self.notice(capitalised(&error.to_string())),
            Event::NotOpened(error) => self.notice(capitalised(&error.to_string())),
            Event::Saved(Ok(saved)) => self.notice(saved.to_string()),
            Event::Saved(Err(error)) => self.notice(format!("Not saved: {error}")),
        }
    }

    fn resize(&mut self, columns: usize, rows: usize) {
        update(&mut self.state, Input::Resize { columns, rows });
    }

    /// Draws the state, and keeps what is where, for the mouse.
    fn draw(&mut self, frame: &mut Frame) {
        self.hits = tui::draw(&self.state, self.look, frame);
    }
}
