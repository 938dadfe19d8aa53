//! The messages so far, to be read again.

use super::panel::{Backdrop, Panel, inner_width};
use crate::explore::messages::Messages;
use crate::explore::mode::Mode;
use crate::text::wrapped;
use std::borrow::Cow;

/// The columns of the time.
pub const TIMES: usize = 12;

/// The messages when the list was opened.
#[derive(Clone, Debug)]
pub struct Told {
    /// The first line in view.
    pub first: usize,
    messages: Vec<(String, String)>,
}

impl Told {
    /// These messages.
    pub fn new(messages: &Messages) -> Self {
        Self { first: 0, messages: messages.newest_first() }
    }

    /// The number of messages.
    pub fn count(&self) -> usize {
        self.messages.len()
    }

    /// Lines of at most this many columns, each with how long ago its message was, if it is the first.
    pub fn lines(&self, columns: usize) -> Vec<(&str, &str)> {
        let mut lines = Vec::new();
        for (ago, words) in &self.messages {
            let of_message = wrapped(words, columns.saturating_sub(TIMES)).enumerate();
            lines
                .extend(of_message.map(|(number, line)| (if number == 0 { ago.as_str() } else { "" }, line)));
        }
        lines
    }
}

impl Panel for Told {
    fn title(&self) -> Cow<'_, str> {
        "Messages".into()
    }

    fn mode(&self) -> Mode {
        Mode::Report
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        self.lines(inner_width(backdrop.layout)).len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.first
    }
}
