//! The state of the explorer.

use super::chord::Chord;
use super::errands::{Begun, Done, Errands};
use super::finder::{Asker, Finder};
use super::folds::Folds;
use super::gesture::Grip;
use super::holdings::Holdings;
use super::keymap::Keymap;
use super::laid_out::LaidOut;
use super::layout::{Layout, Left};
use super::list::List;
use super::marked::Marked;
use super::messages::Messages;
use super::mode::Mode;
use super::opening::Opening;
use super::overlays::{Backdrop, Overlay};
use super::pane::{Pane, SortOrders};
use super::place::{Focus, Listed, Place, View};
use super::reader::Reader;
use super::remember::Remember;
use super::returning::Returning;
use super::search_box::{SearchBox, SearchFocus};
use super::undo::Undos;
use super::welcome::Welcome;
use crate::data::Meter;
use crate::data::personal::Searches;
use crate::data::{Problem, Progress, memberships};
use crate::model::{Collection, ItemId};
use crate::report::Format;
use crate::search::{Matches, Query, WrittenOut};
use std::sync::Arc;

/// Reads a table of memberships for the states with these codes.
pub type Memberships = Arc<dyn Fn(&[String]) -> Result<memberships::Table, Problem> + Send + Sync>;

/// The state of the explorer. Only [`update`](super::update()) changes it.
pub struct State {
    /// All that is open.
    pub open: Holdings,
    /// The edition of the holdings: counts how often they were replaced.
    pub edition: usize,
    /// The problems of the files.
    pub problems: Vec<Problem>,
    /// The progress of loading; `None` when it is done.
    pub loading: Option<Progress>,
    /// The number of items that can be searched so far.
    pub indexed: usize,
    /// The layout of the screen.
    pub layout: Layout,
    /// The panes' sort orders.
    pub sorts: SortOrders,
    /// The chapters that are open in the list of clauses.
    pub folds: Folds,
    /// The current place.
    pub place: Place,
    /// The places to go back to.
    pub back: Vec<Place>,
    /// The places to go forward to.
    pub forward: Vec<Place>,
    /// The search in progress, if any.
    pub search: Option<SearchBox>,
    /// The matches of the last search, for going through them.
    pub last_matches: Option<Arc<Matches>>,
    /// The query of that search.
    pub(super) last_query: Option<Query>,
    /// The words of that query.
    pub(super) last_words: Option<String>,
    /// The earlier and the saved queries.
    pub searches: Searches,
    /// Whether a visit is to be taken up again.
    pub(super) returning: Returning,
    /// The hint for the first time, while it is shown.
    pub welcome: Option<Welcome>,
    /// What is to be kept between visits, besides the marks.
    pub(super) asked: Vec<Remember>,
    /// Who asked the newest query.
    pub(super) asker: Asker,
    /// The overlays, the last one on top.
    pub overlays: Vec<Overlay>,
    /// The marks with their notes.
    pub marks: Marked,
    /// The keys in effect.
    pub keys: Arc<Keymap>,
    /// The first of two keys, until the second.
    pub(super) begun: Option<Chord>,
    /// One line about what just happened, until the next key.
    pub notice: Option<String>,
    /// The messages so far.
    pub(super) messages: Messages,
    /// What can be undone.
    pub(super) undos: Undos,
    /// The lines of the reader and of the comparison.
    pub laid_out: LaidOut,
    /// Reads the table of memberships for any two states; `None` for the built-in table.
    pub memberships: Option<Memberships>,
    /// The form and the place of the last export.
    pub(super) last_export: Option<(Format, String)>,
    /// Whether the reader still shows what was chosen before the last step in a pane.
    pub(super) reads_later: bool,
    /// What the mouse holds.
    pub(super) grip: Option<Grip>,
    /// What is shown until the first key; `None` after it, or when everything is read.
    pub(super) opening: Option<Opening>,
    pub(super) finder: Finder,
    pub(super) errands: Errands,
}

impl State {
    /// The explorer on these holdings, with an empty reader. Queries and errands are answered at once.
    pub(super) fn blank(open: Holdings, problems: Vec<Problem>, layout: Layout) -> Self {
        Self {
            place: Place::new(open.lists.clone()),
            indexed: open.totals.items,
            open,
            edition: 0,
            problems,
            loading: None,
            layout,
            sorts: SortOrders::default(),
            folds: Folds::default(),
            back: Vec::new(),
            forward: Vec::new(),
            search: None,
            last_matches: None,
            last_query: None,
            last_words: None,
            searches: Searches::default(),
            returning: Returning::default(),
            welcome: None,
            asked: Vec::new(),
            asker: Asker::default(),
            overlays: Vec::new(),
            marks: Marked::default(),
            keys: Keymap::builtin(),
            begun: None,
            notice: None,
            messages: Messages::default(),
            undos: Undos::default(),
            laid_out: LaidOut::default(),
            memberships: None,
            last_export: None,
            reads_later: false,
            grip: None,
            opening: None,
            finder: Finder::default(),
            errands: Errands::default(),
        }
    }

    /// Uses this finder and these errands, while files are still loading.
    #[must_use]
    pub fn served_by(mut self, finder: Finder, errands: Errands) -> Self {
        (self.finder, self.errands) = (finder, errands);
        self.loading = Some(Progress::default());
        self
    }

    /// Shows this until the first key, while files are still loading.
    #[must_use]
    pub fn opening_with(mut self, opening: Opening) -> Self {
        self.opening = Some(opening);
        if opening == Opening::Library {
            self.place.focus_on(Pane::Library);
            self.layout.left = Left::Library;
        }
        self
    }

    /// Uses this table for the memberships of any two states.
    #[must_use]
    pub fn with_memberships(mut self, read: Option<Memberships>) -> Self {
        self.memberships = read;
        self
    }

    /// Takes up the last visit to these files, once it is known how they were left.
    #[must_use]
    pub fn returning(mut self) -> Self {
        self.returning = Returning::Awaited;
        self
    }

    /// Uses these keys.
    #[must_use]
    pub fn with_keys(mut self, keys: Arc<Keymap>) -> Self {
        self.keys = keys;
        self
    }

    /// The open collection.
    pub fn collection(&self) -> &Arc<Collection> {
        &self.open.collection
    }

    /// The list of a pane.
    pub fn list(&self, pane: Pane) -> &List {
        &self.place.lists[pane]
    }

    /// The mode: that of the top overlay, else of the search, else of the focus.
    pub fn mode(&self) -> Mode {
        if let Some(overlay) = self.overlays.last() {
            return overlay.panel().mode();
        }
        match (&self.search, self.place.focus, self.place.view) {
            (Some(search), ..) if search.focus == SearchFocus::Line => Mode::SearchLine,
            (Some(_), ..) => Mode::SearchPanes,
            (None, Focus::Reader, _) => Mode::Reader,
            (None, Focus::Pane(Pane::Library), _) => Mode::Library,
            (None, Focus::Pane(_), View::Zoom) => Mode::Chart,
            (None, Focus::Pane(_), View::Panes) => Mode::Panes,
        }
    }

    /// The matches to highlight: of the search in progress, else of the last one.
    pub fn matches(&self) -> Option<&Matches> {
        match &self.search {
            Some(search) => search.matches.as_deref(),
            None => self.last_matches.as_deref(),
        }
    }

    /// A query as typed, with the saved searches that it names written out.
    pub fn written_out(&self, typed: &str) -> WrittenOut {
        WrittenOut::new(typed, &self.searches.saved)
    }

    /// What overlays need to know of the state.
    pub fn backdrop(&self) -> Backdrop<'_> {
        Backdrop {
            collection: &self.open.collection,
            problems: &self.problems,
            layout: self.layout,
            keys: &self.keys,
            marks: &self.marks,
            searches: &self.searches,
            compared: &self.laid_out.compared,
        }
    }

    /// What lists are made for now.
    pub(super) fn listed(&self) -> Listed {
        Listed { sorts: self.sorts, edition: self.edition }
    }

    /// Starts an errand, with a notice until it is done.
    pub(super) fn begin(&mut self, notice: &str, work: impl FnOnce(&Meter) -> Done + Send + 'static) {
        match self.errands.begin(notice, work) {
            Begun::Done => {}
            Begun::Running => self.notice = Some(notice.to_owned()),
            Begun::Refused => self.notice = Some("Cannot start a thread for this".to_owned()),
        }
    }

    /// Shows an item in the reader and selects it in its pane.
    pub(super) fn show(&mut self, item: ItemId) {
        if let Some(pane) = Pane::of(item.kind()) {
            self.select(pane, item);
        }
        self.place.reader = Reader::of(&self.open.collection, item);
    }

    /// Selects an item in the list of a pane, and opens what is folded around it; false if it is not listed.
    pub(super) fn select(&mut self, pane: Pane, item: ItemId) -> bool {
        let list = &mut self.place.lists[pane];
        match pane {
            Pane::Clauses => self.folds.reveal(&self.open.collection, list, item),
            _ => list.select(item),
        }
    }

    /// Shows the selected item of the focused pane in the reader.
    pub(super) fn read_selected(&mut self) {
        if let Some(item) = self.list(self.place.pane).item() {
            self.place.reader = Reader::of(&self.open.collection, item);
        }
    }

    /// Adds the current place to the history, before moving elsewhere.
    pub(super) fn remember_place(&mut self) {
        /// The longest history.
        const LONGEST_WAY: usize = 200;
        self.back.push(self.place.clone());
        if self.back.len() > LONGEST_WAY {
            self.back.remove(0);
        }
        self.forward.clear();
    }
}
