//! The name under which a search is saved: a new one that is typed, or one that there is.

use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::data::personal::{Searches, SearchesChange};

/// The choice of a name.
#[derive(Clone, Debug)]
pub struct SaveSearch {
    /// What is typed, and the chosen name.
    pub pick: Pick,
    /// The query that is saved, without saved searches in it.
    pub query: String,
}

impl SaveSearch {
    /// For a query.
    pub fn new(query: String) -> Self {
        Self { pick: Pick::default(), query }
    }

    /// The names to choose from, each with the query that it would replace: the one typed if it is new, then those that
    /// begin as what is typed.
    pub fn names<'a>(&self, searches: &'a Searches) -> Vec<(String, Option<&'a str>)> {
        let typed = Searches::name(self.pick.line.text());
        let new = typed.clone().ok().filter(|name| !searches.saved.contains_key(name));
        let begun = typed.unwrap_or_default();
        let known = searches.saved.iter().filter(|(name, _)| name.starts_with(&begun));
        let known = known.map(|(name, query)| (name.clone(), Some(query.as_str())));
        new.map(|name| (name, None)).into_iter().chain(known).collect()
    }
}

impl PickList for SaveSearch {
    const TITLE: &'static str = "Save this search";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        self.names(backdrop.searches).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        // Nothing is replaced by a mere Enter.
        let typed = match Searches::name(self.pick.line.text()) {
            Err(why) if self.pick.chosen == 0 => return Entered::Refused(why),
            typed => typed.unwrap_or_default(),
        };
        let names = self.names(backdrop.searches);
        let name = names.into_iter().nth(self.pick.chosen).map_or(typed, |(name, _)| name);
        let words = format!("Saved; @{name} in a search is this query");
        Entered::KeepSearch(SearchesChange::Save { name, query: self.query.clone() }, words)
    }
}
