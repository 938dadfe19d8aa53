//! The explorer as the program that the loop runs: news in, effects out, frames drawn.

use super::canvas::Look;
use super::errands::Errands;
use super::finder::Finder;
use super::intake::{Arrival, Intake};
use super::layout::Layout;
use super::state::{Memberships, State};
use super::term::events::{Event, Waker};
use super::term::run::{Effect, Program};
use super::update::arrival::arrived;
use super::{screen, update};
use crate::data::Problem;
use crate::model::Collection;
use ratatui::Frame;

/// The explorer.
pub struct Explorer {
    state: State,
    intake: Intake,
}

impl Explorer {
    /// The explorer on what is read; `first` has arrived already. The size comes with the first frame.
    pub fn new(intake: Intake, first: Vec<Arrival>, look: Look, waker: Waker) -> Self {
        let mut state = State::new(Collection::default(), Vec::new(), look, Layout::new(80, 24))
            .served_by(Finder::later(intake.worker()), Errands::later(waker.clone()));
        state.loading = Some(Default::default());
        intake.wake_with(waker.clone());
        let mut explorer = Self { state, intake };
        first.into_iter().for_each(|arrival| arrived(&mut explorer.state, arrival));
        // What came after `first` woke nobody.
        explorer.take_in();
        if explorer.is_empty() {
            waker.wake();
        }
        explorer
    }

    /// Takes the memberships of any two states from this table.
    #[must_use]
    pub fn with_memberships(mut self, read: Option<Memberships>) -> Self {
        self.state.memberships = read;
        self
    }

    /// What there is to say about the files.
    pub fn problems(&self) -> &[Problem] {
        &self.state.warnings
    }

    /// Whether everything was read and nothing could be opened.
    pub fn is_empty(&self) -> bool {
        self.state.loading.is_none() && self.state.collection.dossiers().is_empty()
    }

    fn take_in(&mut self) {
        for arrival in self.intake.arrived() {
            arrived(&mut self.state, arrival);
        }
        for answer in self.intake.answers() {
            self.state.take_answer(answer);
        }
        self.state.take_outcome();
    }

    fn notice(&mut self, words: String) -> Vec<Effect> {
        self.state.notice = Some(words);
        vec![Effect::Redraw]
    }
}

impl Program for Explorer {
    fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => update::key(&mut self.state, &key),
            Event::Paste(text) => update::paste(&mut self.state, &text),
            Event::Resize => vec![Effect::Redraw],
            Event::Wake => {
                self.take_in();
                // There is nothing to look at, only something to be said, on the screen of the shell.
                vec![if self.is_empty() { Effect::Quit } else { Effect::Redraw }]
            }
            Event::WorkerPanic(message) => {
                self.notice(format!("something failed in the background: {message}"))
            }
            Event::Copied(Ok(way)) => self.notice(format!("copied with {way}")),
            Event::Copied(Err(error)) => self.notice(error.to_string()),
            Event::Opened(Ok(())) => self.notice("asked the browser to open it".to_owned()),
            Event::Opened(Err(error)) => self.notice(error.to_string()),
            Event::Saved(Ok(file)) => self.notice(format!("written to {}", file.display())),
            Event::Saved(Err(error)) => self.notice(error.to_string()),
        }
    }

    fn draw(&mut self, frame: &mut Frame) {
        let area = frame.area();
        update::resize(&mut self.state, usize::from(area.width), usize::from(area.height));
        screen::draw(&self.state, frame);
    }
}
