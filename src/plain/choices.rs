//! The choices at the current place.

use crate::data::personal::Mark;
use crate::explore::bindings::Binding;
use crate::explore::overlays::{MarksView, Overlay, forms};
use crate::explore::{Mode, Pane, Row, State};
use crate::insight::overlap::NamedState;
use crate::model::ItemId;
use crate::report::{corrected, no_word};
use crate::search::Matches;
use crate::text::{capitalised, count};
use std::sync::Arc;

/// The number of choices written at a time.
pub(super) const PART: usize = 20;

/// A list to choose from by number, from 1.
pub(super) enum Choices {
    /// The rows of the focused pane.
    Rows(Pane, Arc<[Row]>),
    /// The results of a search, best first, or the points where sources disagree.
    Items(String, Vec<ItemId>),
    /// States.
    States(String, Vec<NamedState>),
    /// The marks, or the collections of one.
    Lines(String, Vec<String>),
    /// The forms of copying.
    Forms(Vec<&'static Binding>),
    /// The links of a page, by the numbers they were written with.
    Links(Vec<ItemId>),
    /// Nothing.
    None,
}

impl Choices {
    /// The current choices; `links` are those of the page that was written last.
    pub(super) fn of(state: &State, links: &[ItemId]) -> Self {
        match (state.mode(), state.overlays.last()) {
            (Mode::Filter, Some(Overlay::About(about))) => {
                let found = about.disputes(state.collection());
                Self::Items("Points where sources disagree".to_owned(), found)
            }
            (Mode::Filter, Some(Overlay::Pair(pair))) => {
                let title = match &pair.first {
                    None => "First state; type a name or code to find it".to_owned(),
                    Some(first) => format!("Second state, beside {}", first.name),
                };
                Self::States(title, pair.states())
            }
            (_, Some(Overlay::Marks(view))) => Self::marks(state, view),
            (Mode::Filter, Some(Overlay::Collect(collecting))) => {
                let title = "Collections; type a name to find it or to start it".to_owned();
                let held = |name: &String| if collecting.is_in(name) { ", it is in it" } else { "" };
                let names = collecting.names(&state.marks);
                Self::Lines(title, names.iter().map(|name| format!("{name}{}", held(name))).collect())
            }
            (Mode::Filter, Some(Overlay::SaveSearch(naming))) => {
                let title = format!("Save {}; type one word as its name", naming.query);
                let line = |(name, replaced): (String, Option<&str>)| match replaced {
                    Some(query) => format!("@{name}, in place of {query}"),
                    None => format!("@{name}"),
                };
                Self::Lines(title, naming.names(&state.searches).into_iter().map(line).collect())
            }
            (Mode::Filter, Some(Overlay::Searches(searches))) => {
                let line = |(name, query): (Option<&str>, &str)| match name {
                    Some(name) => format!("@{name}: {query}"),
                    None => query.to_owned(),
                };
                let found = searches.found(&state.searches).into_iter().map(line).collect();
                Self::Lines("Saved and earlier searches; type words to find one".to_owned(), found)
            }
            (Mode::CopyMenu, _) => Self::Forms(forms()),
            (Mode::SearchLine, _) => Self::found(state),
            (Mode::Reader, _) => Self::Links(links.to_vec()),
            (Mode::Panes | Mode::Library | Mode::SearchPanes | Mode::Chart, _) => {
                let pane = state.place.pane;
                Self::Rows(pane, Arc::clone(&state.list(pane).rows))
            }
            _ => Self::None,
        }
    }

    fn marks(state: &State, view: &MarksView) -> Self {
        let line = |(mark, item): (&Mark, Option<ItemId>)| {
            let gone = if item.is_none() { ", not in the open files" } else { "" };
            let collections: Vec<&str> = mark.collections.iter().map(String::as_str).collect();
            let within = if collections.is_empty() {
                String::new()
            } else {
                format!(", in {}", collections.join(", "))
            };
            let note = if mark.note.is_empty() { String::new() } else { format!(". Note: {}", mark.note) };
            format!("{}: {}, {}{within}{gone}{note}", capitalised(&mark.kind), mark.title, mark.of)
        };
        let lines = view.places(&state.marks).into_iter().filter_map(|place| state.marks.at(place)).map(line);
        let of = view.collection(&state.marks).map(|name| format!(" in {name}")).unwrap_or_default();
        Self::Lines(format!("Marks and notes{of}"), lines.collect())
    }

    fn found(state: &State) -> Self {
        let Some(search) = &state.search else { return Self::None };
        let Some(matches) = &search.matches else { return Self::None };
        let items = matches.ranked().iter().map(|found| found.item).collect();
        Self::Items(found(search.line.text(), matches), items)
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Rows(_, rows) => rows.len(),
            Self::Items(_, items) | Self::Links(items) => items.len(),
            Self::States(_, states) => states.len(),
            Self::Lines(_, lines) => lines.len(),
            Self::Forms(forms) => forms.len(),
            Self::None => 0,
        }
    }

    /// The index of the chosen one.
    pub(super) fn chosen(&self, state: &State) -> usize {
        match (self, state.overlays.last(), &state.search) {
            (Self::Rows(pane, _), ..) => state.list(*pane).selected,
            (Self::Items(..), Some(Overlay::About(about)), _) => about.pick.chosen,
            (Self::Lines(..), Some(Overlay::Marks(view)), _) => view.chosen,
            (Self::Lines(..), Some(Overlay::Collect(collecting)), _) => collecting.pick.chosen,
            (Self::Lines(..), Some(Overlay::SaveSearch(naming)), _) => naming.pick.chosen,
            (Self::Lines(..), Some(Overlay::Searches(searches)), _) => searches.pick.chosen,
            (Self::States(..), Some(Overlay::Pair(pair)), _) => pair.pick.chosen,
            (Self::Items(..), None, Some(search)) => search.chosen,
            _ => 0,
        }
    }
}

/// The title of a search's results: how its words were understood, and how many items match.
fn found(typed: &str, matches: &Matches) -> String {
    let mut parts: Vec<String> = matches.problems().iter().map(|problem| problem.message.clone()).collect();
    parts.extend(matches.corrections().map(corrected));
    parts.extend(matches.unknown().map(no_word));
    let all = if matches.words() > 1 { " with all words" } else { "" };
    parts.push(format!("Results for {typed}: {}{all}", count(matches.all_words(), "match", "matches")));
    parts.join(". ")
}
