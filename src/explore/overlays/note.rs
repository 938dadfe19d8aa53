//! A note that is being written.

use super::panel::{Backdrop, Entered, Panel};
use crate::data::personal::{Change, Mark};
use crate::explore::action::Motion;
use crate::explore::input_line::InputLine;
use crate::explore::mode::Mode;
use std::borrow::Cow;

/// The most letters of a note.
pub const LONGEST_NOTE: usize = 2_000;

/// A note that is being written in the reader.
#[derive(Clone, Debug)]
pub struct NoteEditor {
    /// What was typed.
    pub text: InputLine,
    before: Option<Mark>,
    mark: Mark,
    unused: usize,
}

impl NoteEditor {
    /// Begins with the note that is there; `before` is the mark that is kept, if there is one.
    pub fn new(before: Option<Mark>, mark: Mark) -> Self {
        let mut text = InputLine::of_text(LONGEST_NOTE);
        text.set(&mark.note);
        Self { text, before, mark, unused: 0 }
    }

    /// Whether it differs from what is kept.
    pub fn is_changed(&self) -> bool {
        self.text.text().trim() != self.mark.note
    }
}

impl Panel for NoteEditor {
    fn title(&self) -> Cow<'_, str> {
        "Note".into()
    }

    fn mode(&self) -> Mode {
        Mode::Note
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        0
    }

    fn position(&mut self) -> &mut usize {
        &mut self.unused
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.text)
    }

    fn step(&mut self, motion: Motion, _backdrop: &Backdrop<'_>) {
        match motion {
            Motion::Up => self.text.to_line(false),
            Motion::Down => self.text.to_line(true),
            _ => {}
        }
    }

    fn enter(&mut self, _backdrop: &Backdrop<'_>) -> Entered {
        let note = self.text.text().trim().to_owned();
        let words = if note.is_empty() { "Note cleared; the mark stays" } else { "Note kept" };
        if note.is_empty() && self.before.is_none() {
            return Entered::Keep(Change { before: None, after: None }.into(), "Nothing written".to_owned());
        }
        let after = Mark { note, ..self.mark.clone() };
        Entered::Keep(Change { before: self.before.clone(), after: Some(after) }.into(), words.to_owned())
    }
}
