//! A hint: keys and a word for what they do here.

use super::canvas::Canvas;
use crate::explore::action::Action;
use crate::explore::layout::Area;
use crate::explore::{Keys, Role, State, Target};
use crate::text::width;

/// Keys and what they do here.
pub struct Hint {
    /// Their labels; the dash of a range is no key.
    pub keys: Vec<(String, Option<Keys>)>,
    pub word: &'static str,
    /// Whether they lead out of here.
    pub is_way_back: bool,
}

impl Hint {
    /// The keys of several actions that one word is for; `None` if none of them has keys.
    pub fn of(state: &State, actions: &[Action], word: &'static str) -> Option<Self> {
        let keys = actions.iter().filter_map(|action| state.keys.shown(*action, state.mode()));
        let keys: Vec<(String, Option<Keys>)> = keys.map(|keys| (keys.label(), Some(keys))).collect();
        (!keys.is_empty()).then_some(Self { keys, word, is_way_back: false })
    }

    /// Its columns.
    pub fn width(&self) -> usize {
        self.keys.iter().map(|(sign, _)| width(sign)).sum::<usize>() + 1 + width(self.word)
    }

    /// Draws it and returns the column after it. The word of a single key is a target like the key.
    pub fn draw(&self, canvas: &mut Canvas<'_>, x: usize, y: usize) -> usize {
        if let [(_, Some(key))] = self.keys.as_slice() {
            canvas.hit(Area::row(x, y, self.width()), Target::Keys(*key));
        }
        let mut at = x;
        for (sign, key) in &self.keys {
            if let Some(key) = key {
                canvas.hit(Area::row(at, y, width(sign)), Target::Keys(*key));
            }
            at = canvas.put(at, y, sign, Role::Key);
        }
        canvas.put(at + 1, y, self.word, Role::Quiet)
    }
}
