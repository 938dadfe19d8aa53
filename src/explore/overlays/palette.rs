//! The command palette: finds an action by its words, and an item by its title.

use super::actions::{Command, found};
use super::panel::{Backdrop, Entered};
use super::pick::{Pick, PickList};
use crate::explore::jumps::{Jump, jumps, recent};
use crate::explore::keymap::Keymap;
use crate::explore::mode::Mode;
use crate::insight::{begun, resolve_at_once};
use crate::model::{Collection, ItemId};
use crate::search::Matches;

/// The most actions beside items.
const ACTIONS: usize = 8;

/// The most items whose addresses begin with what was typed.
const BEGUN: usize = 5;

/// The command palette.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The filter and the chosen row.
    pub pick: Pick,
    /// The mode below it, whose actions come before those of other modes.
    pub mode: Mode,
    /// What it lists.
    pub lists: Lists,
    /// The number of items that hold the words, listed or not.
    pub holding: usize,
    recent: Vec<Jump>,
    jumps: Vec<Jump>,
}

/// What the palette lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lists {
    /// Actions and items.
    All,
    /// Actions.
    Actions,
    /// Items.
    Items,
}

/// A row of the palette.
#[derive(Clone, Debug)]
pub enum PaletteRow {
    /// An action.
    Do(Command),
    /// An item.
    Go(Jump),
    /// A search of all texts for what was typed.
    Search,
}

impl Palette {
    /// The palette over a mode. `places` are the items that were open, the newest first.
    pub fn new(collection: &Collection, mode: Mode, places: impl Iterator<Item = ItemId>) -> Self {
        Self {
            pick: Pick::default(),
            mode,
            lists: Lists::All,
            holding: 0,
            recent: recent(collection, places),
            jumps: Vec::new(),
        }
    }

    /// What is typed, without blanks around it.
    pub fn typed(&self) -> &str {
        self.pick.line.text().trim()
    }

    /// Takes over what a search for the words found: the items with the words in their titles.
    pub fn take(&mut self, collection: &Collection, matches: Option<&Matches>) {
        self.jumps = matches.map(|matches| jumps(collection, matches, self.typed())).unwrap_or_default();
        self.holding = matches.map_or(0, Matches::all_words);
        if let Some(item) = resolve_at_once(collection, self.typed()) {
            self.jumps.retain(|jump| jump.item != item);
            self.jumps.splice(0..0, Jump::to_address(collection, item));
        } else {
            let begun = begun(collection, self.typed(), BEGUN);
            self.jumps.retain(|jump| !begun.contains(&jump.item));
            self.jumps.splice(0..0, begun.into_iter().filter_map(|item| Jump::to_address(collection, item)));
        }
    }

    /// The number of actions that match.
    pub fn actions(&self, keymap: &Keymap) -> usize {
        found(keymap, self.mode, self.typed()).len()
    }

    /// The rows: actions, then items, then the search of all texts. Before anything is typed, the items that were open
    /// come first.
    pub fn rows(&self, keymap: &Keymap) -> Vec<PaletteRow> {
        let most = match self.lists {
            Lists::Items => 0,
            Lists::All if !self.typed().is_empty() => ACTIONS,
            Lists::All | Lists::Actions => usize::MAX,
        };
        // A title with the word is meant more than an action with its letters.
        let is_meant = |command: &Command| !command.is_loose || self.jumps.is_empty();
        let actions = found(keymap, self.mode, self.typed()).into_iter().filter(is_meant);
        let actions = actions.take(most).map(PaletteRow::Do);
        let items = if self.typed().is_empty() { &self.recent } else { &self.jumps };
        let items = items.iter().filter(|_| self.lists != Lists::Actions).cloned().map(PaletteRow::Go);
        let search = (!self.typed().is_empty()).then_some(PaletteRow::Search);
        if self.typed().is_empty() {
            items.chain(actions).collect()
        } else {
            actions.chain(items).chain(search).collect()
        }
    }
}

impl PickList for Palette {
    const TITLE: &'static str = "Do or go";

    fn pick(&mut self) -> &mut Pick {
        &mut self.pick
    }

    fn len(&self, backdrop: &Backdrop<'_>) -> usize {
        self.rows(backdrop.keys).len()
    }

    fn choose(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        match self.rows(backdrop.keys).into_iter().nth(self.pick.chosen) {
            Some(PaletteRow::Do(command)) => Entered::Act((command.binding.action)(0)),
            Some(PaletteRow::Go(jump)) => Entered::GoTo(jump.item),
            Some(PaletteRow::Search) => Entered::Search(self.typed().to_owned()),
            None => Entered::Nothing,
        }
    }

    fn turn(&mut self) {
        self.lists = match self.lists {
            Lists::All => Lists::Items,
            Lists::Items => Lists::Actions,
            Lists::Actions => Lists::All,
        };
        self.pick.chosen = 0;
    }

    fn turn_word(&self) -> Option<&'static str> {
        Some(match self.lists {
            Lists::All => "items only",
            Lists::Items => "actions only",
            Lists::Actions => "actions and items",
        })
    }
}
