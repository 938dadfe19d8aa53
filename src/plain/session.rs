//! A session: turns each request into actions of the explorer.

use super::choices::{Choices, PART};
use super::describe;
use super::keys::{Context, available, is_available};
use super::request::{HELP, Request};
use crate::data::{Meter, Problem};
use crate::explore::action::{Action, Motion};
use crate::explore::keymap::Meaning;
use crate::explore::layout::Layout;
use crate::explore::overlays::Overlay;
use crate::explore::{
    Effect, Input, Keymap, Keys, Listed, Memberships, Memory, Mode, Pane, Remember, State, opened, save,
    update,
};
use crate::insight::{resolve, resolve_in_search};
use crate::model::{Collection, ItemId};
use crate::text::thousands;
use std::io::{self, Write};
use std::sync::Arc;

/// The explorer's state, and what only the line-by-line explorer needs.
pub struct Session {
    state: State,
    /// Whether the list of panes is the current place, unless something lies over it. A screen shows all panes instead.
    at_top: bool,
    /// The last query.
    searched: String,
    /// The links of the page that was written last, by their numbers.
    links: Vec<ItemId>,
    /// Where things are kept between visits; `None` if they are not.
    memory: Option<Memory>,
}

/// The result of a request, with lines to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The current place has changed.
    Moved(Vec<String>),
    /// The current place is the same.
    Stayed(Vec<String>),
    Quit,
}

impl Outcome {
    fn stayed(words: impl Into<String>) -> Self {
        Self::Stayed(vec![words.into()])
    }
}

/// What two places can differ in.
#[derive(PartialEq, Eq)]
struct Spot {
    at_top: bool,
    mode: Mode,
    overlays: usize,
    pane: Pane,
    part: usize,
    rows: usize,
    listed: Listed,
    read: Option<ItemId>,
}

impl Session {
    /// A session on a collection; `warnings` are the problems of its files.
    pub fn new(collection: Collection, warnings: Vec<Problem>) -> Self {
        // A screen this small shows one thing at a time, as this explorer does.
        let layout = Layout::new(50, 24);
        let state = opened(collection, warnings, layout);
        Self { state, at_top: true, searched: String::new(), links: Vec::new(), memory: None }
    }

    /// Keeps marks and notes between visits, and reads those that are kept.
    #[must_use]
    pub fn with_memory(mut self, memory: Memory) -> Self {
        self.memory = Some(memory);
        self.remember(Remember::Marks);
        self.remember(Remember::Searches(None));
        self.remember(Remember::FirstTime);
        self
    }

    /// Takes the memberships of any two states from this table.
    #[must_use]
    pub fn with_memberships(mut self, read: Option<Memberships>) -> Self {
        self.state = self.state.with_memberships(read);
        self
    }

    /// Uses these keys.
    #[must_use]
    pub fn with_keys(mut self, keys: Arc<Keymap>) -> Self {
        self.state = self.state.with_keys(keys);
        self
    }

    /// Writes the current place and its choices.
    pub(super) fn describe(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.is_at_top() {
            return describe::top(&self.state, out);
        }
        self.links = describe::place(&self.state, out)?;
        Ok(())
    }

    /// The hint for the first time; `None` after that.
    pub(super) fn welcome(&mut self) -> Option<&'static str> {
        self.state.welcome.take()?;
        self.remember(Remember::Welcomed);
        Some(
            "First time here? Type 2 and a number to read a clause, b to go back, h for all that you can type.",
        )
    }

    /// Carries out a request.
    pub(super) fn answer(&mut self, request: Request) -> Outcome {
        match request {
            Request::Choose(number) => self.choose(number),
            Request::Search(words) => self.search(&words),
            Request::Open(typed) if self.state.mode() == Mode::Filter => self.filter(&typed),
            Request::Note(words) => self.note(&words),
            Request::Open(address) => match resolve(self.state.collection(), &address) {
                Ok(item) => self.open(item),
                Err(why) => Outcome::stayed(format!("{why}. To search, type /{address}. h: help.")),
            },
            Request::Key(key) => self.key(&key),
            Request::Keys => Outcome::Stayed(available(&self.state.keys, self.key_mode(), self.context())),
            Request::Next => self.turn(|part| part.checked_add(1)),
            Request::Previous => self.turn(|part| part.checked_sub(1)),
            Request::Back => self.back(),
            Request::Top => self.top(),
            Request::Again => Outcome::Moved(Vec::new()),
            Request::Help => Outcome::stayed(HELP.trim_end()),
            Request::Quit => Outcome::Quit,
        }
    }

    /// What a line asks for: a note takes any line.
    pub(super) fn read(&self, line: &str) -> Request {
        match self.state.mode() {
            Mode::Note => Request::Note(line.trim().to_owned()),
            _ => Request::read(line),
        }
    }

    /// Keeps a note, clears it, or leaves it as it is.
    fn note(&mut self, words: &str) -> Outcome {
        if words.is_empty() {
            return self.act(Action::Escape);
        }
        self.update(Input::Line(if words == "-" { String::new() } else { words.to_owned() }));
        self.act(Action::Enter)
    }

    /// Writes or reads what is kept between visits.
    fn remember(&mut self, asked: Remember) {
        if let Some(memory) = &self.memory {
            let remembered = memory.carry_out(asked);
            self.update(Input::Remembered(remembered));
        }
    }

    /// Carries out an action and collects what it has to print.
    fn act(&mut self, action: Action) -> Outcome {
        let before = self.spot();
        let mut words = Vec::new();
        let mut effects = self.update(Input::Act(action));
        if matches!(self.state.overlays.last(), Some(Overlay::Export(_))) {
            // Without a screen, the form and the place that are offered first.
            effects.extend(self.update(Input::Act(Action::Enter)));
        }
        for effect in effects {
            match effect {
                Effect::Quit => return Outcome::Quit,
                Effect::Copy { text, .. } => words.push(text),
                Effect::Open(url) => words.push(url),
                Effect::Save(draft) => words.push(match save(&draft, &Meter::default()) {
                    Ok(saved) => format!("{saved}."),
                    Err(error) => format!("Not saved: {error}."),
                }),
                Effect::Remember(asked) => self.remember(asked),
                Effect::Redraw
                | Effect::Repaint
                | Effect::Suspend
                | Effect::NextTheme
                | Effect::NextMouse
                | Effect::Edit(_) => {}
            }
        }
        words.extend(self.state.notice.clone());
        if matches!(action, Action::Pane(_) | Action::Sort) {
            // A list is written from its beginning; a screen would show where in it the selection is.
            self.update(Input::Act(Action::Move(Motion::First)));
        }
        words.extend(match action {
            Action::NextReference | Action::PreviousReference => describe::reference(&self.state),
            Action::NextMatch | Action::PreviousMatch => describe::matched_line(&self.state),
            Action::Enter if before.mode == Mode::Reader => describe::narrowed(&self.state),
            _ => None,
        });
        // The copied text is printed instead of the place, which choosing a form does not change.
        let copied = matches!(action, Action::CopyAs(_));
        let moved = (self.spot() != before && !copied) || words.is_empty();
        if moved { Outcome::Moved(words) } else { Outcome::Stayed(words) }
    }

    fn spot(&self) -> Spot {
        let choices = self.choices();
        Spot {
            at_top: self.is_at_top(),
            mode: self.state.mode(),
            overlays: self.state.overlays.len(),
            pane: self.state.place.pane,
            part: choices.chosen(&self.state) / PART,
            rows: choices.len(),
            listed: self.state.place.listed,
            read: self.state.place.reader.item().filter(|_| self.state.mode() == Mode::Reader),
        }
    }

    fn choices(&self) -> Choices {
        Choices::of(&self.state, &self.links)
    }

    fn is_at_top(&self) -> bool {
        self.at_top && matches!(self.state.mode(), Mode::Panes | Mode::Library)
    }

    fn choose(&mut self, number: usize) -> Outcome {
        if self.is_at_top() {
            return match number {
                0 => self.pane(Pane::Library),
                1..=4 => self.pane(Pane::at(number - 1)),
                describe::SOURCES => self.search("kind:source"),
                _ => {
                    Outcome::stayed(format!("There is no {number}; choose from 0 to {}.", describe::SOURCES))
                }
            };
        }
        let choices = self.choices();
        let total = choices.len();
        let Some(place) = number.checked_sub(1).filter(|place| *place < total) else {
            return Outcome::stayed(match total {
                0 => "There is nothing to choose here.".to_owned(),
                total => format!("There is no {number}; choose from 1 to {}.", thousands(total)),
            });
        };
        let nothing = Outcome::Stayed(Vec::new());
        match choices {
            Choices::Forms(forms) => forms.get(place).map_or(nothing, |form| self.act((form.action)(0))),
            Choices::Links(items) => items.get(place).map_or(nothing, |item| self.open(*item)),
            _ => {
                self.update(Input::Act(Action::Move(Motion::To(place))));
                let entered = self.act(Action::Enter);
                // The second of two states was chosen: their pane is the place now.
                self.at_top &= self.state.place.pair.is_none();
                entered
            }
        }
    }

    fn pane(&mut self, pane: Pane) -> Outcome {
        self.at_top = false;
        self.act(Action::Pane(pane))
    }

    /// Opens an item and closes everything that lies on top.
    fn open(&mut self, item: ItemId) -> Outcome {
        self.update(Input::GoTo(item));
        Outcome::Moved(Vec::new())
    }

    /// To the list of panes, with everything shown.
    fn top(&mut self) -> Outcome {
        self.update(Input::Home);
        self.at_top = true;
        Outcome::Moved(Vec::new())
    }

    /// Closes overlays and the search.
    fn close(&mut self) {
        while !self.state.overlays.is_empty() || self.state.search.is_some() {
            self.update(Input::Act(Action::Escape));
        }
    }

    fn update(&mut self, input: Input) -> Vec<Effect> {
        update(&mut self.state, input)
    }

    /// Lists the results of a search, best first.
    fn search(&mut self, words: &str) -> Outcome {
        let words = if words.is_empty() { self.searched.clone() } else { words.to_owned() };
        if words.is_empty() {
            return Outcome::stayed(describe::NO_WORDS);
        }
        if let Some(item) = resolve_in_search(self.state.collection(), &words) {
            return self.open(item);
        }
        self.close();
        self.update(Input::Act(Action::Search));
        self.update(Input::Line(words.clone()));
        if let Some(why) = describe::nothing_found(&self.state) {
            self.update(Input::Act(Action::Escape));
            return Outcome::stayed(why);
        }
        self.searched = words;
        Outcome::Moved(Vec::new())
    }

    /// Filters a list by these words.
    fn filter(&mut self, typed: &str) -> Outcome {
        self.update(Input::Line(typed.to_owned()));
        Outcome::Moved(Vec::new())
    }

    /// What was printed last.
    fn context(&self) -> Context {
        match self.state.mode() {
            _ if self.is_at_top() => Context::Top,
            Mode::Reader => Context::Page,
            Mode::SearchLine | Mode::SearchPanes => Context::Results,
            Mode::Panes | Mode::Library | Mode::Chart => Context::List,
            Mode::CopyMenu => Context::Forms,
            Mode::Compare => Context::Comparison,
            Mode::Marks => Context::Marks,
            Mode::Picture | Mode::Note | Mode::Filter | Mode::Report | Mode::Matrix | Mode::Trace => {
                Context::Overlay
            }
        }
    }

    /// The mode whose keys apply: the results of a search are not typed into here.
    fn key_mode(&self) -> Mode {
        match self.state.mode() {
            Mode::SearchLine => Mode::SearchPanes,
            other => other,
        }
    }

    /// Carries out the action of a key of the explorer.
    fn key(&mut self, key: &str) -> Outcome {
        let keys = Keys::named(key);
        let meaning = keys.map_or(Meaning::Nothing, |keys| self.state.keys.meaning(self.key_mode(), keys));
        match meaning {
            Meaning::Action(Action::Pane(pane)) => {
                self.close();
                self.pane(pane)
            }
            Meaning::Action(action) if is_available(self.context(), action) => {
                self.at_top &= action != Action::Forward;
                self.act(action)
            }
            _ => Outcome::stayed(format!("{key} does nothing here. A colon alone lists the keys that do.")),
        }
    }

    /// To another part of the list.
    fn turn(&mut self, to: impl Fn(usize) -> Option<usize>) -> Outcome {
        let choices = self.choices();
        let part = choices.chosen(&self.state) / PART;
        if self.is_at_top() || choices.len() == 0 || matches!(choices, Choices::Links(_)) {
            return Outcome::stayed("There is no more here. h: help.");
        }
        let Some(next) = to(part) else { return Outcome::stayed("This is the beginning of the list.") };
        if next * PART >= choices.len() {
            return Outcome::stayed("This is the end of the list.");
        }
        self.act(Action::Move(Motion::To(next * PART)))
    }

    fn back(&mut self) -> Outcome {
        match self.state.mode() {
            _ if self.is_at_top() => Outcome::stayed("This is the top."),
            Mode::Panes | Mode::Library if self.state.back.is_empty() => {
                self.at_top = true;
                Outcome::Moved(Vec::new())
            }
            Mode::Panes | Mode::Library | Mode::Chart | Mode::Reader => self.act(Action::Back),
            _ => self.act(Action::Escape),
        }
    }
}
