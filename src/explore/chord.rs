//! Keys, independent of the library that reads them from a terminal.

use std::fmt;

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character; capitals include Shift.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab, which terminals report as its own key.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page Up.
    PageUp,
    /// Page Down.
    PageDown,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// A function key, by its number from 1 to 12.
    Function(u8),
}

/// The modifiers of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// None, or Shift, which is part of the key.
    Nothing,
    /// Control.
    Control,
    /// Alt, Super or Meta, with or without Control.
    Alt,
}

/// A key and its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// The modifiers.
    pub held: Held,
}

impl Chord {
    /// A key alone.
    pub const fn of(key: Key) -> Self {
        Self { key, held: Held::Nothing }
    }

    /// A character alone.
    pub const fn char(c: char) -> Self {
        Self::of(Key::Char(c))
    }

    /// A character with Control.
    pub const fn ctrl(c: char) -> Self {
        Self { key: Key::Char(c), held: Held::Control }
    }

    /// The chord with this name, as [`fmt::Display`] writes it: `j`, `G`, `ctrl-d`, `shift-tab`, `pagedown`, `space`, `f1`.
    pub fn named(name: &str) -> Option<Self> {
        for (prefix, held) in [("ctrl-", Held::Control), ("alt-", Held::Alt)] {
            if let Some(rest) = name.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
                return Some(Self { held, ..Self::named(rest)? });
            }
        }
        let mut letters = name.chars();
        if let (Some(c), None) = (letters.next(), letters.next()) {
            return Some(Self::char(c));
        }
        let function = name.strip_prefix('f').and_then(|number| number.parse().ok());
        if let Some(number) = function.filter(|number| (1..=12).contains(number)) {
            return Some(Self::of(Key::Function(number)));
        }
        NAMES.iter().find(|(_, own)| *own == name).map(|(key, _)| Self::of(*key))
    }

    /// Whether it is a character alone, which is text where text is typed.
    pub fn is_character(self) -> bool {
        matches!(self, Self { key: Key::Char(_), held: Held::Nothing })
    }

    /// The chord as shown to people: arrows as symbols, the others by name.
    pub fn label(self) -> String {
        match (self.key, self.held) {
            (Key::Up, Held::Nothing) => "↑".to_owned(),
            (Key::Down, Held::Nothing) => "↓".to_owned(),
            (Key::Left, Held::Nothing) => "←".to_owned(),
            (Key::Right, Held::Nothing) => "→".to_owned(),
            _ => self.to_string(),
        }
    }
}

const NAMES: [(Key, &str); 15] = [
    (Key::Char(' '), "space"),
    (Key::Enter, "enter"),
    (Key::Esc, "esc"),
    (Key::Tab, "tab"),
    (Key::BackTab, "shift-tab"),
    (Key::Up, "up"),
    (Key::Down, "down"),
    (Key::Left, "left"),
    (Key::Right, "right"),
    (Key::Home, "home"),
    (Key::End, "end"),
    (Key::PageUp, "pageup"),
    (Key::PageDown, "pagedown"),
    (Key::Backspace, "backspace"),
    (Key::Delete, "delete"),
];

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.held {
            Held::Nothing => {}
            Held::Control => f.write_str("ctrl-")?,
            Held::Alt => f.write_str("alt-")?,
        }
        match (NAMES.iter().find(|(key, _)| *key == self.key), self.key) {
            (Some((_, name)), _) => f.write_str(name),
            (None, Key::Char(c)) => write!(f, "{c}"),
            (None, Key::Function(number)) => write!(f, "f{number}"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_read_by_the_names_they_are_written_with() {
        let keys = NAMES.iter().map(|(key, _)| *key).chain(['j', 'G', '+', '-', 'ə', 'f'].map(Key::Char));
        let keys = keys.chain([1, 12].map(Key::Function));
        for key in keys {
            for held in [Held::Nothing, Held::Control, Held::Alt] {
                let chord = Chord { key, held };
                assert_eq!(Chord::named(&chord.to_string()), Some(chord));
            }
        }
        for nothing in ["", "ctrl-", "alt-", "nonsense", "ctrl-nonsense", "f0", "f13"] {
            assert_eq!(Chord::named(nothing), None, "{nothing}");
        }
    }
}
