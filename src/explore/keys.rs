//! What is pressed for an action: a key, or two keys one after the other.

use super::chord::Chord;
use std::fmt;

/// A key, or two one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Keys {
    /// The first.
    pub first: Chord,
    /// The one after it, if there is one.
    pub then: Option<Chord>,
}

impl Keys {
    /// One key.
    pub const fn one(chord: Chord) -> Self {
        Self { first: chord, then: None }
    }

    /// The keys with these names, a blank between them: `j`, `ctrl-d`, `g g`.
    pub fn named(names: &str) -> Option<Self> {
        let mut names = names.split_ascii_whitespace().map(Chord::named);
        let keys = Self { first: names.next()??, then: names.next().map_or(Some(None), |c| c.map(Some))? };
        names.next().is_none().then_some(keys)
    }

    /// As shown to people: two characters are shown as one word.
    pub fn label(self) -> String {
        let is_plain = |chord: Chord| chord.is_character() && chord != Chord::char(' ');
        match self.then {
            None => self.first.label(),
            Some(then) if is_plain(self.first) && is_plain(then) => format!("{}{then}", self.first),
            Some(then) => format!("{} {}", self.first.label(), then.label()),
        }
    }
}

/// The names of the keys, as [`Keys::named`] reads them.
impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.then.map_or(Ok(()), |then| write!(f, " {then}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_by_the_names_they_are_written_with() {
        for names in ["j", "space", "ctrl-x s", "g g", "g space", "alt-m up"] {
            assert_eq!(Keys::named(names).unwrap().to_string(), names);
        }
        for nothing in ["", " ", "g g g", "nonsense", "g nonsense", "gg"] {
            assert_eq!(Keys::named(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn two_characters_are_shown_as_one_word() {
        for (names, label) in
            [("g g", "gg"), ("ctrl-x s", "ctrl-x s"), ("g up", "g ↑"), ("g space", "g space")]
        {
            assert_eq!(Keys::named(names).unwrap().label(), label);
        }
    }
}
