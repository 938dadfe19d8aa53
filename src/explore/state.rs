//! Everything the explorer shows, and nothing it could compute from that.

use super::errands::{Begun, Done, Errands};
use super::finder::Finder;
use super::holdings::Holdings;
use super::laid_out::LaidOut;
use super::layout::Layout;
use super::list::List;
use super::mode::Mode;
use super::overlays::{Backdrop, Overlay};
use super::pane::{Pane, SortOrders};
use super::place::{Focus, Listed, Place, View};
use super::reader::Reader;
use super::search_box::{SearchBox, SearchFocus};
use crate::data::{Problem, Progress, memberships};
use crate::model::{Collection, ItemId};
use crate::search::Matches;
use std::sync::Arc;

/// Reads what a table of memberships says about the states with these codes.
pub type Memberships = Arc<dyn Fn(&[String]) -> Result<memberships::Table, Problem> + Send + Sync>;

/// The state of the explorer. Only [`update`](super::update()) changes it.
pub struct State {
    /// All that is open.
    pub open: Holdings,
    /// Which holdings these are, counted from the first that were shown.
    pub edition: usize,
    /// What is wrong with the files.
    pub problems: Vec<Problem>,
    /// How far the reading is, while it goes on.
    pub loading: Option<Progress>,
    /// How many items can be found so far.
    pub indexed: usize,
    /// The size of the screen, and what follows from it.
    pub layout: Layout,
    /// The panes' sort orders.
    pub sorts: SortOrders,
    /// Where the person is.
    pub place: Place,
    /// Where the person was.
    pub back: Vec<Place>,
    /// Where the person came back from.
    pub forward: Vec<Place>,
    /// The search in progress.
    pub search: Option<SearchBox>,
    /// The matches of the last search, for walking them.
    pub last_matches: Option<Arc<Matches>>,
    /// What lies over the screen, the last on top.
    pub overlays: Vec<Overlay>,
    /// What is marked for comparison, two at most, in the order of marking.
    pub marks: Vec<ItemId>,
    /// One line about what was just done, until the next key.
    pub notice: Option<String>,
    /// The text of reader and comparison in lines.
    pub laid_out: LaidOut,
    /// Reads the table of memberships for any two states; without it the built-in one is read.
    pub memberships: Option<Memberships>,
    pub(super) finder: Finder,
    pub(super) errands: Errands,
}

impl State {
    /// The explorer on these holdings, with nothing read yet; queries and errands are answered at once.
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
            back: Vec::new(),
            forward: Vec::new(),
            search: None,
            last_matches: None,
            overlays: Vec::new(),
            marks: Vec::new(),
            notice: None,
            laid_out: LaidOut::default(),
            memberships: None,
            finder: Finder::default(),
            errands: Errands::default(),
        }
    }

    /// Lets another finder answer, and errands be run in another way, while files are still being read.
    #[must_use]
    pub fn served_by(mut self, finder: Finder, errands: Errands) -> Self {
        (self.finder, self.errands) = (finder, errands);
        self.loading = Some(Progress::default());
        self
    }

    /// Takes the memberships of any two states from this table.
    #[must_use]
    pub fn with_memberships(mut self, read: Option<Memberships>) -> Self {
        self.memberships = read;
        self
    }

    /// What is open.
    pub fn collection(&self) -> &Arc<Collection> {
        &self.open.collection
    }

    /// The list of a pane.
    pub fn list(&self, pane: Pane) -> &List {
        &self.place.lists[pane]
    }

    /// What keys mean at this moment: the overlay on top decides, else the search, else the focus.
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

    /// What is lit: the matches of a search in progress, else of the last one.
    pub fn matches(&self) -> Option<&Matches> {
        match &self.search {
            Some(search) => search.matches.as_deref(),
            None => self.last_matches.as_deref(),
        }
    }

    /// What overlays lie over.
    pub fn backdrop(&self) -> Backdrop<'_> {
        Backdrop {
            collection: &self.open.collection,
            problems: &self.problems,
            layout: self.layout,
            compared: &self.laid_out.compared,
        }
    }

    /// What lists are made for at present.
    pub(super) fn listed(&self) -> Listed {
        Listed { sorts: self.sorts, edition: self.edition }
    }

    /// Begins work that may take longer than a frame; until it is done, `notice` says so.
    pub(super) fn begin(&mut self, notice: &str, work: impl FnOnce() -> Done + Send + 'static) {
        match self.errands.begin(work) {
            Begun::Done => {}
            Begun::Running => self.notice = Some(notice.to_owned()),
            Begun::Refused => self.notice = Some("Cannot start a thread for this".to_owned()),
        }
    }

    /// Shows an item in the reader and selects it in its pane.
    pub(super) fn show(&mut self, item: ItemId) {
        if let Some(pane) = Pane::of(item.kind()) {
            self.place.lists[pane].select(item);
        }
        self.place.reader = Reader::of(&self.open.collection, item);
    }

    /// Shows in the reader what is selected in the focused pane.
    pub(super) fn read_selected(&mut self) {
        if let Some(item) = self.list(self.place.pane).item() {
            self.place.reader = Reader::of(&self.open.collection, item);
        }
    }

    /// Moves elsewhere, so that going back returns here.
    pub(super) fn remember_place(&mut self) {
        /// Places further back than this are forgotten.
        const LONGEST_WAY: usize = 200;
        self.back.push(self.place.clone());
        if self.back.len() > LONGEST_WAY {
            self.back.remove(0);
        }
        self.forward.clear();
    }
}
