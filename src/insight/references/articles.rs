//! Which clause of an agreement has a number.

use super::number::{ARTICLE, Number, number_at};
use crate::insight::wording::each_word;
use crate::model::{Agreement, Clause};
use std::collections::{HashMap, HashSet};

/// The clauses of an agreement that have some of the asked numbers, found in one walk.
pub(super) struct Articles(HashMap<String, Holders>);

/// The clauses with a number: the only one, and the only one in the chapter of the referring text.
#[derive(Clone, Copy, Default)]
struct Holders {
    all: Holder,
    near: Holder,
}

/// Which clause is meant.
#[derive(Clone, Copy, Default)]
enum Holder {
    #[default]
    None,
    One(u32),
    Several,
}

impl Holder {
    fn add(&mut self, clause: u32) {
        *self = if matches!(self, Self::None) { Self::One(clause) } else { Self::Several };
    }
}

impl Articles {
    /// The clauses that have the numbers `asked`, for a text in this place of the instrument.
    pub(super) fn of(agreement: &Agreement, asked: &HashSet<&str>, place: Option<&str>) -> Self {
        let mut found: HashMap<String, Holders> = HashMap::new();
        for (c, clause) in (0u32..).zip(&agreement.clauses) {
            let Some(number) = number_of(clause).filter(|number| asked.contains(number.form())) else {
                continue;
            };
            let holders = found.entry(number.form().to_owned()).or_default();
            holders.all.add(c);
            if place.is_some() && clause.place.as_deref() == place {
                holders.near.add(c);
            }
        }
        Self(found)
    }

    /// The clause that a number means; of several, the one in the chapter of the referring text.
    pub(super) fn clause(&self, number: &Number) -> Option<u32> {
        number.readings().find_map(|reading| match self.0.get(reading)? {
            Holders { all: Holder::One(clause), .. } | Holders { near: Holder::One(clause), .. } => {
                Some(*clause)
            }
            _ => None,
        })
    }
}

/// The number of a clause, or the number in its heading: `ARTICLE 5`, `5`, `Artículo 9-9`.
fn number_of(clause: &Clause) -> Option<Number> {
    let text = clause.number.as_deref().unwrap_or(&clause.heading);
    let mut head = None;
    each_word(text, |range, word| {
        if head.is_none() {
            head = Some(if ARTICLE.contains(&word) { range.end } else { range.start });
        }
    });
    number_at(text, head?)
}
