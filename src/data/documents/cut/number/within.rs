//! What an article counts within, if articles count anew in each chapter.

use super::numerals;

/// What an article counts within.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::data::documents::cut) struct Within {
    pub(super) numerals: Numerals,
    /// The numbers of the chapter and of what it is divided into, each with its `bis` or `a`.
    pub(super) path: Vec<(u16, String)>,
    /// What is printed before the article's own number: `14.`, `N-`, `22`.
    pub(super) printed: String,
    /// How many digits the article's own number has at least: 2 in `N-01`.
    pub(super) digits: usize,
}

/// How chapters are numbered. Numbers of two kinds are not of one count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::data::documents::cut) enum Numerals {
    /// `14.1`.
    Digits,
    /// `XIV.1`.
    Roman,
    /// `N-01`.
    Letter,
    /// `1401`: the chapter is what is before the last two digits.
    Hundreds,
}

/// A chapter in the order of chapters; what counts through the whole text is in the first of all.
pub(in crate::data::documents::cut) type Chapter = (Option<Numerals>, Vec<(u16, String)>);

impl Within {
    /// The article's number as it is printed.
    pub(in crate::data::documents::cut) fn shown(&self, value: u16) -> String {
        format!("{}{value:0width$}", self.printed, width = self.digits)
    }

    /// The chapter.
    pub(in crate::data::documents::cut) fn chapter(&self) -> Chapter {
        (Some(self.numerals), self.path.clone())
    }

    /// Whether this is the first chapter, and the first of all that it is divided into.
    pub(in crate::data::documents::cut) fn is_first(&self) -> bool {
        self.path.iter().all(|(value, _)| *value <= 1)
    }

    /// What chapters count within: the whole text.
    pub(super) fn of_chapters() -> Self {
        Self { numerals: Numerals::Digits, path: Vec::new(), printed: String::new(), digits: 0 }
    }

    /// Whether it is the whole text, in which chapters count.
    pub(in crate::data::documents::cut) fn is_whole(&self) -> bool {
        self.path.is_empty()
    }
}

/// The number of a chapter as it is printed.
pub(in crate::data::documents::cut) fn chapter_name(numerals: Numerals, value: u16) -> String {
    let letter = || u8::try_from(value).ok().and_then(|value| (b'A'..=b'Z').nth(usize::from(value) - 1));
    match numerals {
        Numerals::Roman => numerals::written(value),
        Numerals::Letter if value > 0 => {
            letter().map_or_else(|| value.to_string(), |l| char::from(l).to_string())
        }
        Numerals::Letter | Numerals::Digits | Numerals::Hundreds => value.to_string(),
    }
}
