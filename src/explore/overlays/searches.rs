//! The saved and the earlier searches, to search again.

use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::data::personal;

/// The choice of a search.
#[derive(Clone, Debug, Default)]
pub struct Searches {
    /// The filter and the chosen row.
    pub pick: Pick,
}

impl Searches {
    /// The searches with what is typed, each with its name if it is saved: the saved ones by name, then the earlier ones,
    /// the newest first.
    pub fn found<'a>(&self, searches: &'a personal::Searches) -> Vec<(Option<&'a str>, &'a str)> {
        let typed = self.pick.line.text().trim().trim_start_matches('@').to_lowercase();
        let saved = searches.saved.iter().map(|(name, query)| (Some(name.as_str()), query.as_str()));
        let earlier = searches.earlier.iter().rev().map(|query| (None, query.as_str()));
        let has = |text: &str| text.to_lowercase().contains(&typed);
        saved.chain(earlier).filter(|(name, query)| name.is_some_and(has) || has(query)).collect()
    }
}

impl PickList for Searches {
    const TITLE: &'static str = "Searches";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        self.found(backdrop.searches).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        match self.found(backdrop.searches).into_iter().nth(self.pick.chosen) {
            Some((Some(name), _)) => Entered::Search(format!("@{name}")),
            Some((None, query)) => Entered::Search(query.to_owned()),
            None => Entered::Nothing,
        }
    }
}
