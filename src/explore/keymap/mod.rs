//! The keys in effect: the defaults of `assets/keys.toml`, with those of a person's own file in their place.

mod bound;
mod conflicts;
mod lines;

use super::action::Action;
use super::bindings::{BINDINGS, Binding};
use super::chord::{Chord, Key};
use super::keys::Keys;
use super::mode::Mode;
use crate::data::Problem;
use crate::data::personal::TomlFile;
pub use bound::{Bound, Origin};
use conflicts::conflicts;
use lines::{Line, lines};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The default keys, as a file.
pub const DEFAULTS: &str = include_str!("../../../assets/keys.toml");

/// What keys mean in a mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They run this action.
    Action(Action),
    /// Another key has to follow.
    Begins,
    /// Nothing.
    Nothing,
}

/// The keys in effect.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// The keys of each row of the table of actions, in its order.
    rows: Vec<Vec<Bound>>,
}

impl Keymap {
    /// The default keys.
    pub fn builtin() -> Arc<Self> {
        static BUILTIN: LazyLock<Arc<Keymap>> = LazyLock::new(|| Arc::new(Keymap::of(&[])));
        Arc::clone(&BUILTIN)
    }

    /// The default keys, with the lines of a person's file in their place.
    ///
    /// # Errors
    /// All that is wrong with the file: sections, actions and keys that do not exist, and keys that mean two things.
    pub fn merged(own: &TomlFile) -> Result<Self, Vec<Problem>> {
        let own_lines = lines(own, Origin::Own)?;
        let keymap = Self::of(&own_lines);
        let problems = conflicts(&keymap.all().collect::<Vec<_>>(), own, &own_lines);
        if problems.is_empty() { Ok(keymap) } else { Err(problems) }
    }

    fn of(own: &[Line]) -> Self {
        static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
            let file = TomlFile::parse(Path::new("assets/keys.toml"), DEFAULTS);
            // A test shows that nothing is wrong with it.
            file.ok().and_then(|file| lines(&file, |_| Origin::Default).ok()).unwrap_or_default()
        });
        Self { rows: BINDINGS.iter().map(|row| bound(row, own, &LINES)).collect() }
    }

    /// What keys mean in a mode.
    pub fn meaning(&self, mode: Mode, keys: Keys) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for (row, bound) in self.all().filter(|(_, bound)| bound.mode == mode) {
            if bound.keys == keys {
                return Meaning::Action((row.action)(bound.number));
            }
            if keys.then.is_none() && bound.keys.first == keys.first {
                meaning = Meaning::Begins;
            }
        }
        meaning
    }

    /// Whether any key comes from the person's file.
    pub fn has_own(&self) -> bool {
        self.all().any(|(_, bound)| matches!(bound.origin, Origin::Own(_)))
    }

    /// What keys do in the panes or in the reader.
    pub fn elsewhere(&self, keys: Keys) -> Option<&'static str> {
        let is_there = |mode| matches!(mode, Mode::Panes | Mode::Reader);
        let mut rows =
            self.all().filter(|(row, bound)| bound.keys == keys && is_there(bound.mode) && row.count == 1);
        rows.next().map(|(row, _)| row.what)
    }

    /// All keys, with the rows of the table they belong to, in its order.
    pub fn all(&self) -> impl Iterator<Item = (&'static Binding, &Bound)> {
        BINDINGS.iter().zip(&self.rows).flat_map(|(row, keys)| keys.iter().map(move |bound| (row, bound)))
    }

    /// The keys of a row in any of its modes, each once.
    pub fn keys(&self, row: &Binding) -> Vec<Keys> {
        let mut keys: Vec<Keys> = Vec::new();
        for bound in self.of_row(row) {
            if !keys.contains(&bound.keys) {
                keys.push(bound.keys);
            }
        }
        keys
    }

    /// The keys of a row in a mode; of a row of several actions, in the order of the actions.
    pub fn keys_in(&self, row: &Binding, mode: Mode) -> impl Iterator<Item = Keys> {
        self.of_row(row).iter().filter(move |bound| bound.mode == mode).map(|bound| bound.keys)
    }

    /// The keys that run an action in a mode, an arrow before others.
    pub fn shown(&self, action: Action, mode: Mode) -> Option<Keys> {
        let is_arrow = |keys: &Keys| matches!(keys.first.key, Key::Up | Key::Down | Key::Left | Key::Right);
        let of_action =
            |(row, bound): &(&Binding, &Bound)| bound.mode == mode && (row.action)(bound.number) == action;
        self.all().filter(of_action).map(|(_, bound)| bound.keys).max_by_key(|keys| is_arrow(keys))
    }

    /// What follows a first key in a mode: the second keys, with what they do.
    pub fn continued(&self, mode: Mode, first: Chord) -> impl Iterator<Item = (Chord, &'static str)> {
        let begins = move |bound: &Bound| bound.mode == mode && bound.keys.first == first;
        self.all()
            .filter(move |(_, bound)| begins(bound))
            .filter_map(|(row, b)| Some((b.keys.then?, row.what)))
    }

    fn of_row(&self, row: &Binding) -> &[Bound] {
        let place = BINDINGS.iter().position(|other| std::ptr::eq(other, row));
        place.and_then(|place| self.rows.get(place)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The keys of a row in each of its modes. A line for a mode comes before one for all, a person's before a default.
fn bound(row: &Binding, own: &[Line], defaults: &[Line]) -> Vec<Bound> {
    let lines = || own.iter().chain(defaults).filter(|line| line.action == row.name);
    let mut found = Vec::new();
    for mode in row.modes.iter().copied() {
        let fixed = row.fixed.iter().map(|chord| (Keys::one(*chord), Origin::Fixed));
        let line = lines().find(|l| l.mode == Some(mode)).or_else(|| lines().find(|l| l.mode.is_none()));
        let of_line = line.into_iter().flat_map(|line| line.keys.iter().map(|keys| (*keys, line.origin)));
        let of_line = of_line.filter(|(keys, _)| !(mode.takes_text() && keys.first.is_character()));
        let mut of_mode: Vec<Bound> = Vec::new();
        for (at, (keys, origin)) in of_line.chain(fixed).enumerate() {
            let is_new = !of_mode.iter().any(|bound| bound.keys == keys);
            if is_new || row.count > 1 {
                of_mode.push(Bound { keys, mode, number: if row.count > 1 { at } else { 0 }, origin });
            }
        }
        found.extend(of_mode);
    }
    found
}

#[cfg(test)]
mod tests;
