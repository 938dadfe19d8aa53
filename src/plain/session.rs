//! A person's way through the explorer: each request becomes actions of the explorer.

use super::choices::{Choices, PART};
use super::heard::{Whereabouts, is_heard, keys};
use super::request::{HELP, Request};
use super::say;
use crate::data::Problem;
use crate::explore::action::{Action, Motion};
use crate::explore::bindings::action;
use crate::explore::layout::Layout;
use crate::explore::{Chord, Effect, Input, Listed, Memberships, Mode, Pane, State, opened, save, update};
use crate::insight::resolve;
use crate::model::{Collection, ItemId};
use crate::text::thousands;
use std::io::{self, Write};

/// The explorer's state, and what has no place in it.
pub struct Session {
    state: State,
    /// Whether the panes are where they are chosen, at the beginning; on a screen they are all in view. What lies over
    /// them hides it.
    at_top: bool,
    /// What was searched last.
    searched: String,
    /// The items of the page that was read out last, by their numbers.
    links: Vec<ItemId>,
}

/// What came of a request: what there is to tell first, and whether the person is elsewhere now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The person is elsewhere.
    Moved(Vec<String>),
    /// The person is where they were.
    Told(Vec<String>),
    /// The end was asked for.
    Quit,
}

impl Outcome {
    fn told(words: impl Into<String>) -> Self {
        Self::Told(vec![words.into()])
    }
}

/// By what two places differ that a person can be at.
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
    /// A session on what is open; `warnings` is what there is to say about the files.
    pub fn new(collection: Collection, warnings: Vec<Problem>) -> Self {
        // On a screen as small as this, one thing is shown at a time, as here one is said.
        let layout = Layout::new(50, 24);
        let state = opened(collection, warnings, layout);
        Self { state, at_top: true, searched: String::new(), links: Vec::new() }
    }

    /// Takes the memberships of any two states from this table.
    #[must_use]
    pub fn with_memberships(mut self, read: Option<Memberships>) -> Self {
        self.state = self.state.with_memberships(read);
        self
    }

    /// Says where the person is and what there is to choose.
    pub(super) fn say(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.is_at_top() {
            return say::top(&self.state, out);
        }
        self.links = say::place(&self.state, out)?;
        Ok(())
    }

    /// Does what was asked for.
    pub(super) fn heed(&mut self, request: Request) -> Outcome {
        match request {
            Request::Choose(number) => self.choose(number),
            Request::Search(words) => self.search(&words),
            Request::Open(typed) if self.state.mode() == Mode::Filter => self.filter(&typed),
            Request::Open(address) => match resolve(self.state.collection(), &address) {
                Ok(item) => self.open(item),
                Err(why) => Outcome::told(format!("{why}. To search, type /{address}. h: help.")),
            },
            Request::Key(key) => self.key(&key),
            Request::Keys => Outcome::Told(keys(self.keys_of(), self.whereabouts())),
            Request::Next => self.turn(|part| part.checked_add(1)),
            Request::Previous => self.turn(|part| part.checked_sub(1)),
            Request::Back => self.back(),
            Request::Top => self.top(),
            Request::Again => Outcome::Moved(Vec::new()),
            Request::Help => Outcome::told(HELP.trim_end()),
            Request::Quit => Outcome::Quit,
        }
    }

    /// Carries out an action, and tells what it leads to.
    fn act(&mut self, action: Action) -> Outcome {
        let before = self.spot();
        let mut words = Vec::new();
        for effect in self.update(Input::Act(action)) {
            match effect {
                Effect::Quit => return Outcome::Quit,
                Effect::Copy { text, .. } => words.push(text),
                Effect::Open(url) => words.push(url),
                Effect::Save(draft) => words.push(match save(&draft) {
                    Ok(saved) => format!("{saved}."),
                    Err(error) => format!("Not saved: {error}."),
                }),
                Effect::Redraw | Effect::Repaint | Effect::Suspend | Effect::NextTheme => {}
            }
        }
        words.extend(self.state.notice.clone());
        if matches!(action, Action::Pane(_) | Action::Sort) {
            // What is heard begins at the beginning; a screen would show where in the list it is.
            self.update(Input::Act(Action::Move(Motion::First)));
        }
        words.extend(match action {
            Action::NextReference | Action::PreviousReference => say::reference(&self.state),
            Action::NextMatch | Action::PreviousMatch => say::matched_line(&self.state),
            Action::Enter if before.mode == Mode::Reader => say::narrowed(&self.state),
            _ => None,
        });
        // What was copied is said in place of where one is, which the choice of a form did not change.
        let copied = matches!(action, Action::CopyAs(_));
        let moved = (self.spot() != before && !copied) || words.is_empty();
        if moved { Outcome::Moved(words) } else { Outcome::Told(words) }
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
                _ => Outcome::told(format!("There is no {number}; choose from 0 to 4.")),
            };
        }
        let choices = self.choices();
        let total = choices.len();
        let Some(place) = number.checked_sub(1).filter(|place| *place < total) else {
            return Outcome::told(match total {
                0 => "There is nothing to choose here.".to_owned(),
                total => format!("There is no {number}; choose from 1 to {}.", thousands(total)),
            });
        };
        let nothing = Outcome::Told(Vec::new());
        match choices {
            Choices::Forms(forms) => forms.get(place).map_or(nothing, |form| self.act((form.action)(0))),
            Choices::Links(items) => items.get(place).map_or(nothing, |item| self.open(*item)),
            _ => {
                self.update(Input::Act(Action::Move(Motion::To(place))));
                let entered = self.act(Action::Enter);
                // Two states were chosen, and their pane has come.
                self.at_top &= self.state.place.pair.is_none();
                entered
            }
        }
    }

    fn pane(&mut self, pane: Pane) -> Outcome {
        self.at_top = false;
        self.act(Action::Pane(pane))
    }

    /// Opens an item, out of whatever lies on top.
    fn open(&mut self, item: ItemId) -> Outcome {
        self.update(Input::GoTo(item));
        Outcome::Moved(Vec::new())
    }

    /// To the beginning, with all that is open in the panes.
    fn top(&mut self) -> Outcome {
        self.update(Input::Home);
        self.at_top = true;
        Outcome::Moved(Vec::new())
    }

    /// Out of overlays and the search.
    fn close(&mut self) {
        while !self.state.overlays.is_empty() || self.state.search.is_some() {
            self.update(Input::Act(Action::Escape));
        }
    }

    fn update(&mut self, input: Input) -> Vec<Effect> {
        update(&mut self.state, input)
    }

    /// Lists what a search finds, best first.
    fn search(&mut self, words: &str) -> Outcome {
        let words = if words.is_empty() { self.searched.clone() } else { words.to_owned() };
        if words.is_empty() {
            return Outcome::told(say::NO_WORDS);
        }
        self.close();
        self.update(Input::Act(Action::Search));
        self.update(Input::Line(words.clone()));
        if let Some(why) = say::nothing_found(&self.state) {
            self.update(Input::Act(Action::Escape));
            return Outcome::told(why);
        }
        self.searched = words;
        Outcome::Moved(Vec::new())
    }

    /// Leaves of a list what holds these words.
    fn filter(&mut self, typed: &str) -> Outcome {
        self.update(Input::Line(typed.to_owned()));
        Outcome::Moved(Vec::new())
    }

    /// What is heard here.
    fn whereabouts(&self) -> Whereabouts {
        match self.state.mode() {
            _ if self.is_at_top() => Whereabouts::Top,
            Mode::Reader => Whereabouts::Page,
            Mode::SearchLine | Mode::SearchPanes => Whereabouts::Found,
            Mode::Panes | Mode::Library | Mode::Chart => Whereabouts::List,
            Mode::CopyMenu => Whereabouts::Forms,
            Mode::Compare => Whereabouts::Comparison,
            Mode::Filter | Mode::Report | Mode::Matrix => Whereabouts::Overlay,
        }
    }

    /// The mode whose keys hold here: what is found is not typed on while it is heard.
    fn keys_of(&self) -> Mode {
        match self.state.mode() {
            Mode::SearchLine => Mode::SearchPanes,
            other => other,
        }
    }

    /// What a key does in the explorer.
    fn key(&mut self, key: &str) -> Outcome {
        match Chord::named(key).and_then(|chord| action(self.keys_of(), chord)) {
            Some(Action::Pane(pane)) => {
                self.close();
                self.pane(pane)
            }
            Some(action) if is_heard(self.whereabouts(), action) => {
                self.at_top &= action != Action::Forward;
                self.act(action)
            }
            _ => Outcome::told(format!("{key} does nothing here. A colon alone lists the keys that do.")),
        }
    }

    /// To another part of a list.
    fn turn(&mut self, to: impl Fn(usize) -> Option<usize>) -> Outcome {
        let choices = self.choices();
        let part = choices.chosen(&self.state) / PART;
        if self.is_at_top() || choices.len() == 0 || matches!(choices, Choices::Links(_)) {
            return Outcome::told("There is no more here. h: help.");
        }
        let Some(next) = to(part) else { return Outcome::told("This is the beginning of the list.") };
        if next * PART >= choices.len() {
            return Outcome::told("This is the end of the list.");
        }
        self.act(Action::Move(Motion::To(next * PART)))
    }

    /// To where the person was before.
    fn back(&mut self) -> Outcome {
        match self.state.mode() {
            _ if self.is_at_top() => Outcome::told("This is the top."),
            Mode::Panes | Mode::Library if self.state.back.is_empty() => {
                self.at_top = true;
                Outcome::Moved(Vec::new())
            }
            Mode::Panes | Mode::Library | Mode::Chart | Mode::Reader => self.act(Action::Back),
            _ => self.act(Action::Escape),
        }
    }
}
