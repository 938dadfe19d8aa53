//! The number of an article.

use super::within::{Chapter, Numerals, Within};
use std::cmp::Ordering;

/// The number of an article or a part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::data::documents::cut) struct Number {
    /// What it counts within; `None` if it counts through the whole text.
    pub(in crate::data::documents::cut) within: Option<Within>,
    /// Its value, from 1; what counts within a chapter may begin with 0.
    pub(in crate::data::documents::cut) value: u16,
    /// What makes it another than the plain number: `bis`, `a`; mostly empty.
    pub(in crate::data::documents::cut) suffix: String,
}

impl Number {
    /// The plain number.
    pub(in crate::data::documents::cut) fn plain(value: u16) -> Self {
        Self::with_suffix(value, String::new())
    }

    pub(super) fn with_suffix(value: u16, suffix: String) -> Self {
        Self { within: None, value, suffix }
    }

    /// As it is shown: `5`, `5 bis`, `5a`, `14.1`.
    pub(in crate::data::documents::cut) fn shown(&self) -> String {
        let gap = if self.suffix.chars().count() > 1 { " " } else { "" };
        let value = match &self.within {
            Some(within) => within.shown(self.value),
            None => self.value.to_string(),
        };
        format!("{value}{gap}{}", self.suffix)
    }

    /// The plain number after it.
    pub(in crate::data::documents::cut) fn next(&self) -> Self {
        Self { within: self.within.clone(), value: self.value + 1, suffix: String::new() }
    }

    /// A plain number as that of a chapter which is one article: `5` between `4.9` and `6.1`.
    pub(in crate::data::documents::cut) fn as_chapter(&self) -> Option<Self> {
        let is_plain = self.within.is_none();
        is_plain.then(|| Self { within: Some(Within::of_chapters()), ..self.clone() })
    }

    /// The number of its chapter, without what that is divided into; `None` if it counts through the whole text.
    pub(in crate::data::documents::cut) fn outermost(&self) -> Option<(Numerals, u16)> {
        let within = self.within.as_ref()?;
        Some((within.numerals, within.path.first().map_or(self.value, |(value, _)| *value)))
    }

    /// The chapter that it counts in.
    pub(in crate::data::documents::cut) fn chapter(&self) -> Chapter {
        self.within.as_ref().map(Within::chapter).unwrap_or_default()
    }

    /// Whether it is after another of the same count.
    pub(in crate::data::documents::cut) fn is_after(&self, before: &Self) -> bool {
        order(before, self).is_some_and(Ordering::is_lt)
    }

    /// Whether nothing is missing between it and one that it is after.
    pub(in crate::data::documents::cut) fn is_next_of(&self, before: &Self) -> bool {
        let is_near = match self.chapter() == before.chapter() {
            true => self.value <= before.value + 1,
            false => self.value <= 1,
        };
        is_near && self.is_after(before)
    }

    /// Whether counting may begin again with it, the first, after this number of the same count.
    pub(in crate::data::documents::cut) fn is_again_after(&self, before: &Self) -> bool {
        before.value >= 2 && self.chapter().0 == before.chapter().0
            || self.within.is_some() && before.is_after(self)
    }

    /// Whether counting begins with it.
    pub(in crate::data::documents::cut) fn is_first(&self) -> bool {
        match &self.within {
            Some(within) => self.value <= 1 && within.is_first(),
            None => self.value == 1,
        }
    }
}

/// How two numbers are to each other; `None` if they are not of one count.
fn order(one: &Number, other: &Number) -> Option<Ordering> {
    let (one_chapter, other_chapter) = (one.chapter(), other.chapter());
    (one_chapter.0 == other_chapter.0).then(|| {
        let whole = |number: &Number, mut chapter: Chapter| {
            chapter.1.push((number.value, number.suffix.clone()));
            chapter.1
        };
        whole(one, one_chapter).cmp(&whole(other, other_chapter))
    })
}
