//! The explorer as the program that the loop runs: news in, effects out, frames drawn.

use super::canvas::Look;
use super::finder::Finder;
use super::layout::Layout;
use super::state::State;
use super::term::events::{Event, Waker};
use super::term::run::{Effect, Program};
use super::{screen, update};
use crate::data::{Problem, Severity};
use crate::model::Collection;
use crate::text::count;
use ratatui::Frame;
use std::sync::Arc;

/// The explorer.
pub struct Explorer {
    state: State,
}

impl Explorer {
    /// The explorer on these dossiers. The size comes with the first frame.
    pub fn new(collection: Collection, warnings: Vec<Problem>, look: Look, waker: Waker) -> Self {
        let notice = told(&warnings);
        let mut state = State::new(collection, warnings, look, Layout::new(80, 24));
        state.notice = notice;
        let finder = Finder::later(Arc::clone(&state.collection), move || waker.wake());
        // Without a thread to spare, queries are answered at once, which is slower but as good.
        Self { state: state.with_finder(finder.unwrap_or_default()) }
    }
}

/// What there is to say about the files, and where to read it; none where there is nothing.
fn told(problems: &[Problem]) -> Option<String> {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    let words = [(errors, "error", "errors"), (warnings, "warning", "warnings")];
    let said: Vec<String> =
        words.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many)).collect();
    let left_out = if errors > 0 { ", what has errors is left out" } else { "" };
    (!said.is_empty()).then(|| format!("{} in the files{left_out}; w tells them", said.join(" and ")))
}

impl Program for Explorer {
    fn handle(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => update::key(&mut self.state, &key),
            Event::Paste(text) => update::paste(&mut self.state, &text),
            Event::Resize => vec![Effect::Redraw],
            Event::Wake => self.state.take_answer().then_some(Effect::Redraw).into_iter().collect(),
            Event::WorkerPanic(message) => {
                self.notice(format!("something failed in the background: {message}"))
            }
            Event::Copied(Ok(way)) => self.notice(format!("copied with {way}")),
            Event::Copied(Err(error)) => self.notice(error.to_string()),
            Event::Opened(Ok(())) => self.notice("asked the browser to open it".to_owned()),
            Event::Saved(Ok(file)) => self.notice(format!("written: {}", file.display())),
            Event::Saved(Err(error)) => self.notice(error.to_string()),
            Event::Opened(Err(error)) => self.notice(error.to_string()),
        }
    }

    fn draw(&mut self, frame: &mut Frame) {
        let area = frame.area();
        update::resize(&mut self.state, usize::from(area.width), usize::from(area.height));
        screen::draw(&self.state, frame);
    }
}

impl Explorer {
    fn notice(&mut self, words: String) -> Vec<Effect> {
        self.state.notice = Some(words);
        vec![Effect::Redraw]
    }
}
