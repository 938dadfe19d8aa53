//! The collections of a mark: those that there are, and a new one that is typed.

use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::data::personal::{Change, Mark};
use crate::explore::marked::Marked;

/// The choice of a collection.
#[derive(Clone, Debug)]
pub struct Collecting {
    /// What is typed, and the chosen name.
    pub pick: Pick,
    before: Option<Mark>,
    mark: Mark,
}

impl Collecting {
    /// For a mark; `before` is the one that is kept, if there is one.
    pub fn new(before: Option<Mark>, mark: Mark) -> Self {
        Self { pick: Pick::default(), before, mark }
    }

    /// The names to choose from: those with what is typed, then what is typed if no collection has that name.
    pub fn names(&self, marks: &Marked) -> Vec<String> {
        let typed = self.pick.line.text().trim();
        let known = marks.all().collections();
        let is_new = !typed.is_empty() && !known.contains(typed);
        let found = known.iter().filter(|name| name.to_lowercase().contains(&typed.to_lowercase()));
        found.map(|name| (*name).to_owned()).chain(is_new.then(|| typed.to_owned())).collect()
    }

    /// Whether the mark is in a collection.
    pub fn is_in(&self, name: &str) -> bool {
        self.mark.collections.contains(name)
    }
}

impl PickList for Collecting {
    const TITLE: &'static str = "Collections";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        self.names(backdrop.marks).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        let Some(name) = self.names(backdrop.marks).into_iter().nth(self.pick.chosen) else {
            return Entered::Refused("Type the name of a collection");
        };
        let mut after = self.mark.clone();
        let words = match after.collections.remove(&name) {
            true => format!("Taken out of {name}"),
            false => {
                after.collections.insert(name.clone());
                format!("Put into {name}")
            }
        };
        Entered::Keep(Change { before: self.before.clone(), after: Some(after) }.into(), words)
    }
}
