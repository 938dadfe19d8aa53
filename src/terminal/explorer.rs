//! The program that the loop runs: turns events into inputs of the explorer's state, returns its effects, and draws it.

use super::background::Rgb;
use super::events::{Event, Waker};
use super::log::Log;
use super::mouse::Pointed;
use super::run::Program;
use super::saver::Saving;
use crate::data::personal::Visit;
use crate::data::{Loader, Problem};
use crate::explore::action::Action;
use crate::explore::bindings::BINDINGS;
use crate::explore::layout::Layout;
use crate::explore::{
    Arrival, Effect, Errands, Finder, Finished, Input, Intake, Keymap, Memberships, Mouse, Opening, Remember,
    State, Wake, leave, opened, settle, step_or_update, update,
};
use crate::model::Collection;
use crate::search::Answer;
use crate::text::{capitalised, count};
use crate::tui::{self, Ground, Hits, Look, Theme, ThemeFrom};
use ratatui::Frame;
use std::io;
use std::sync::Arc;
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

/// How a person wants the explorer to be.
pub struct Setup {
    /// How things look.
    pub look: Look,
    /// What the theme follows from.
    pub theme_from: ThemeFrom,
    /// The view that it opens with.
    pub opening: Opening,
    /// The keys.
    pub keys: Arc<Keymap>,
    /// The table for the memberships of any two states.
    pub memberships: Option<Memberships>,
    /// What the person must know at the start.
    pub notice: Option<String>,
    /// The log.
    pub log: Log,
    /// The set of files, if the last visit to it is taken up again.
    pub files: Option<String>,
}

/// The explorer.
pub struct Explorer {
    state: State,
    look: Look,
    theme_from: ThemeFrom,
    /// What is behind the text, as far as it is known.
    ground: Ground,
    /// The person's own theme, if it was chosen.
    own_theme: Option<Theme>,
    /// The set of files, if the last visit to it is taken up again.
    files: Option<String>,
    log: Log,
    hits: Hits,
    intake: Intake,
    answers: Receiver<Answer>,
    errands: Receiver<Finished>,
}

impl Explorer {
    /// The explorer on the files being read; `first` has already arrived. The size is set by the first frame.
    pub fn new(background: Background, first: Vec<Arrival>, setup: Setup, waker: Waker) -> Self {
        let Setup { look, theme_from, opening, keys, memberships, notice, log, files } = setup;
        let Background { wake, finder, answers, intake } = background;
        let (errands, finished) = Errands::later(wake.clone());
        let state = opened(Collection::default(), Vec::new(), Layout::new(80, 24))
            .served_by(finder, errands)
            .opening_with(opening)
            .with_memberships(memberships)
            .with_keys(keys);
        let state = if files.is_some() { state.returning() } else { state };
        let call = waker.clone();
        wake.set(move || call.wake());
        let hits = Hits::default();
        let ground = look.theme.ground();
        let own_theme = Some(look.theme).filter(|theme| matches!(theme, Theme::Own(_)));
        let mut explorer = Self {
            state,
            look,
            theme_from,
            ground,
            own_theme,
            files,
            log,
            hits,
            intake,
            answers,
            errands: finished,
        };
        for arrival in first {
            explorer.log_arrival(&arrival);
            update(&mut explorer.state, Input::Arrival(arrival));
        }
        if let Some(notice) = notice {
            explorer.notice(notice);
        }
        // Arrivals after `first` were sent before the waker was set.
        explorer.receive();
        if explorer.is_empty() {
            waker.wake();
        }
        explorer
    }

    /// How the files are left, if the next visit is to begin there.
    pub fn visit(&mut self) -> Option<Visit> {
        settle(&mut self.state);
        leave(&self.state, self.files.as_ref()?)
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
        let arrivals: Vec<Arrival> = self.intake.arrived().collect();
        for arrival in arrivals {
            self.log_arrival(&arrival);
            update(&mut self.state, Input::Arrival(arrival));
        }
        for answer in self.answers.try_iter() {
            self.log.line(|| "a query is answered".to_owned());
            update(&mut self.state, Input::Answer(answer));
        }
        for finished in self.errands.try_iter() {
            self.log.line(|| "an errand is done".to_owned());
            update(&mut self.state, Input::Errand(finished));
        }
    }

    fn log_arrival(&mut self, arrival: &Arrival) {
        self.log.line(|| match arrival {
            Arrival::Read { holdings, loading, .. } => {
                let items = count(holdings.totals.items, "item", "items");
                format!("read {items}{}", if loading.is_some() { ", more to come" } else { ", all" })
            }
            Arrival::Reloaded { holdings, .. } => {
                format!("read again: {}", count(holdings.totals.items, "item", "items"))
            }
            Arrival::Broken { first, .. } => format!("files changed and cannot be read: {first}"),
            Arrival::Indexed(items) => format!("{} can be searched", count(*items, "item", "items")),
            Arrival::Unwatched(why) => format!("files are not watched: {why}"),
        });
        for problem in arrival.problems() {
            self.log.line(|| problem.to_string());
        }
    }

    fn update(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = step_or_update(&mut self.state, input);
        let before = effects.len();
        effects.retain(|effect| *effect != Effect::NextTheme);
        if effects.len() < before {
            self.theme_from = ThemeFrom::Person;
            update(&mut self.state, Input::Notice(self.look.next_theme(self.own_theme, self.ground)));
        }
        effects
    }

    /// Takes the theme for the colour behind the text, unless a person has chosen one; that of high contrast has colours
    /// for it.
    fn take_background(&mut self, colour: Rgb) -> Vec<Effect> {
        self.ground = Ground::of(colour);
        let theme = match (self.look.theme, self.theme_from) {
            (Theme::Contrast(_), _) => Theme::Contrast(self.ground),
            (chosen, ThemeFrom::Person) => chosen,
            (_, ThemeFrom::Terminal) => Theme::on(self.ground),
        };
        self.log.line(|| format!("the background is {colour:?}: theme {}", theme.word()));
        if theme == self.look.theme {
            return Vec::new();
        }
        self.look.theme = theme;
        vec![Effect::Redraw]
    }

    fn notice(&mut self, words: String) -> Vec<Effect> {
        self.log.line(|| words.clone());
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
            Event::Background(colour) => self.take_background(colour),
            Event::Mouse(Mouse::Explorer) => self.notice("The mouse is the explorer's again".to_owned()),
            Event::Mouse(Mouse::Terminal) => {
                let row = BINDINGS.iter().find(|row| (row.action)(0) == Action::Mouse);
                let keys = row.and_then(|row| self.state.keys.keys(row).first().map(|keys| keys.label()));
                let back = keys.map_or_else(String::new, |keys| format!("; {keys} takes it back"));
                self.notice(format!("The mouse selects text{back}"))
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
            Event::Saving(Saving::Underway(words)) => self.update(Input::Underway(words)),
            Event::Saving(Saving::Ended(Ok(saved))) => self.notice(saved.to_string()),
            Event::Saving(Saving::Ended(Err(error))) => self.notice(format!("Not saved: {error}")),
            Event::Remembered(remembered) => self.update(Input::Remembered(remembered)),
            Event::Edited(Ok(text)) => self.update(Input::Line(text)),
            Event::Edited(Err(error)) => self.notice(capitalised(&error.to_string())),
        }
    }

    fn resize(&mut self, columns: usize, rows: usize) {
        update(&mut self.state, Input::Resize { columns, rows });
    }

    fn wants_background(&self) -> bool {
        self.theme_from == ThemeFrom::Terminal || matches!(self.look.theme, Theme::Contrast(_))
    }

    fn begin(&mut self) -> Vec<Effect> {
        let visit = self.files.clone().map(Remember::Visit);
        let asked = [Remember::Marks, Remember::Searches(None), Remember::FirstTime].into_iter().chain(visit);
        asked.map(Effect::Remember).collect()
    }

    /// Draws the state, and keeps what is where, for the mouse.
    fn draw(&mut self, frame: &mut Frame) {
        settle(&mut self.state);
        self.hits = tui::draw(&self.state, self.look, frame);
    }
}
