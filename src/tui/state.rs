//! Everything the screen shows, and nothing it could compute from that.

use super::canvas::Look;
use super::compare::{self, CompareBox};
use super::errands::{Errands, Outcome};
use super::finder::Finder;
use super::input_line::InputLine;
use super::layout::{Layout, Left};
pub use super::list::List;
use super::overview::{Overview, Totals};
pub use super::pane::{PaneId, SortOrders};
use super::panes::reader::Reader;
use super::rows::{Filter, Narrowing, rows};
use crate::data::{Problem, Progress, memberships};
use crate::insight::overlap::Named;
use crate::insight::{Axis, Coverage};
use crate::model::{Collection, Dossier, ItemId};
use crate::search::{self, Answer, Matches, Query, Why};
use std::collections::HashMap;
use std::sync::Arc;

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To a pane.
    Pane(PaneId),
    /// To the reader.
    Reader,
}

/// How the focused part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Among the others.
    Panes,
    /// On the whole screen: a pane's picture, or the reader alone.
    Zoom,
}

/// What lists are made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The orders of the rows.
    pub sorts: SortOrders,
    /// Which collection, counted from the first one that was shown.
    pub edition: usize,
}

/// Where a person is: what going back, forward and out of a search restores.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where the keys go.
    pub focus: Focus,
    /// How the focused part is shown.
    pub view: View,
    /// The pane that had the focus last, for the way back from the reader.
    pub pane: PaneId,
    /// The panes' lists, in the order of [`PaneId::ALL`].
    pub lists: [List; 5],
    /// What the lists were made for; they are made anew where that has changed.
    pub listed: Listed,
    /// What the panes are narrowed to.
    pub narrowed: Option<Arc<Narrowing>>,
    /// Two states whose memberships are looked at instead of the dossier's own.
    pub pair: Option<Arc<Dossier>>,
    /// What is read.
    pub reader: Reader,
    /// The column of the cursor in a picture.
    pub column: usize,
    /// How many times larger the timeline's picture is than the whole span.
    pub scale: usize,
}

/// A search in progress.
pub struct SearchBox {
    /// What is typed.
    pub line: InputLine,
    /// What matches; none for an empty line.
    pub matches: Option<Arc<Matches>>,
    /// What of the line could not be understood.
    pub problems: Vec<search::QueryProblem>,
    /// The chosen one of the best matches.
    pub chosen: usize,
    /// Whether keys go to the line or to the panes.
    pub focus: SearchFocus,
    /// Where the person was before.
    pub before: Place,
}

/// Where the keys go during a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFocus {
    /// To the line and the best matches.
    Line,
    /// To the panes.
    Panes,
}

/// Something that lies over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys.
    Help(FilterBox),
    /// Every action.
    Palette(FilterBox),
    /// What is open, and every dispute.
    About(FilterBox),
    /// What there is to say about the files; the first row shown.
    Warnings(usize),
    /// What may be copied.
    Copy,
    /// The choice of two states.
    Pair(PairBox),
    /// Subjects against agreements.
    Coverage(CoverageBox),
    /// Two agreements or clauses face to face.
    Compare(CompareBox),
    /// Why an item matched.
    Why {
        /// The item.
        item: ItemId,
        /// Word by word.
        reasons: Vec<Why>,
    },
}

/// The choice of two states for the Memberships pane.
#[derive(Clone, Debug, Default)]
pub struct PairBox {
    /// The state chosen first.
    pub first: Option<Named>,
    /// What is typed for the one to choose now.
    pub filter: FilterBox,
}

/// The matrix of coverage.
#[derive(Clone, Debug)]
pub struct CoverageBox {
    /// What stands in it.
    pub coverage: Arc<Coverage>,
    /// The cursor's subject.
    pub row: usize,
    /// The cursor's agreement.
    pub column: usize,
    /// While passages are open: the agreement whose passages stand beside those under the cursor.
    pub beside: Option<usize>,
    /// The first line of the passages in view.
    pub scroll: usize,
}

/// A list that takes typing as a filter.
#[derive(Clone, Debug, Default)]
pub struct FilterBox {
    /// What is typed.
    pub line: InputLine,
    /// The chosen row.
    pub chosen: usize,
}

/// Reads what a table of memberships says about the states with these codes.
pub type Memberships = Arc<dyn Fn(&[String]) -> Result<memberships::Table, Problem> + Send + Sync>;

/// The state of the explorer.
pub struct State {
    /// What is open.
    pub collection: Arc<Collection>,
    /// The panes' lists with nothing left out, in their first orders.
    pub whole: [List; 5],
    /// The years that the pictures span.
    pub axis: Option<Axis>,
    /// How many facts are on record for each sector.
    pub facts: HashMap<ItemId, usize>,
    /// What there is to say about the files.
    pub warnings: Vec<Problem>,
    /// The size of the screen, and what follows from it.
    pub layout: Layout,
    /// How things look.
    pub look: Look,
    /// The panes' orders.
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
    pub lit: Option<Arc<Matches>>,
    /// What lies over the screen, the last on top.
    pub overlays: Vec<Overlay>,
    /// What is marked for comparison, two at most, in the order of marking.
    pub marks: Vec<ItemId>,
    /// One line about what was just done, until the next key.
    pub notice: Option<String>,
    /// How much is open in all.
    pub totals: Totals,
    /// How many items can be found so far.
    pub indexed: usize,
    /// How far the reading is, while it goes on.
    pub loading: Option<Progress>,
    /// Which collection this is, counted from the first one that was shown.
    pub edition: usize,
    /// Reads the table of memberships for any two states; without it the built-in one is read.
    pub memberships: Option<Memberships>,
    pub(super) finder: Finder,
    pub(super) errands: Errands,
}

impl State {
    /// The explorer on these dossiers, opened at the agreement that leads.
    pub fn new(collection: Collection, warnings: Vec<Problem>, look: Look, layout: Layout) -> Self {
        let Overview { collection, axis, facts, totals, lists } = Overview::of(Arc::new(collection));
        let place = Place {
            focus: Focus::Pane(PaneId::Clauses),
            view: View::Panes,
            pane: PaneId::Clauses,
            lists: lists.clone(),
            listed: Listed::default(),
            narrowed: None,
            pair: None,
            reader: Reader::default(),
            column: 0,
            scale: 1,
        };
        let mut state = Self {
            collection,
            whole: lists,
            axis,
            facts,
            warnings,
            layout,
            look,
            sorts: SortOrders::default(),
            place,
            back: Vec::new(),
            forward: Vec::new(),
            search: None,
            lit: None,
            overlays: Vec::new(),
            marks: Vec::new(),
            notice: None,
            totals,
            indexed: totals.items,
            loading: None,
            edition: 0,
            memberships: None,
            finder: Finder::default(),
            errands: Errands::default(),
        };
        state.open_leading();
        state.settle();
        state
    }

    /// Selects the leading agreement's first clause, or the agreement, or whatever there is.
    pub(super) fn open_leading(&mut self) {
        let leading = self.collection.dossiers().iter().find_map(|d| Some((d, d.leading()?)));
        let address = leading.map(|(d, a)| match a.clauses.first() {
            Some(clause) => format!("{}/{}.{}", d.id, a.id, clause.id),
            None => format!("{}/{}", d.id, a.id),
        });
        if let Some(item) = address.and_then(|address| self.collection.find(&address)) {
            self.show(item);
            return;
        }
        let pane = PaneId::STACK
            .into_iter()
            .find(|pane| !self.list(*pane).rows.is_empty())
            .unwrap_or(PaneId::Clauses);
        (self.place.focus, self.place.pane) = (Focus::Pane(pane), pane);
        self.read_selected();
    }

    /// The list of a pane.
    pub fn list(&self, pane: PaneId) -> &List {
        let [timeline, clauses, sectors, memberships, library] = &self.place.lists;
        match pane {
            PaneId::Timeline => timeline,
            PaneId::Clauses => clauses,
            PaneId::Sectors => sectors,
            PaneId::Memberships => memberships,
            PaneId::Library => library,
        }
    }

    /// The list of a pane, to change it.
    pub fn list_mut(&mut self, pane: PaneId) -> &mut List {
        let [timeline, clauses, sectors, memberships, library] = &mut self.place.lists;
        match pane {
            PaneId::Timeline => timeline,
            PaneId::Clauses => clauses,
            PaneId::Sectors => sectors,
            PaneId::Memberships => memberships,
            PaneId::Library => library,
        }
    }

    /// Shows an item in the reader and selects it in its pane.
    pub fn show(&mut self, item: ItemId) {
        if let Some(pane) = PaneId::of(item.kind()) {
            self.list_mut(pane).select(item);
        }
        self.place.reader = Reader::of(&self.collection, item);
    }

    /// Shows in the reader what is selected in the focused pane.
    pub fn read_selected(&mut self) {
        if let Some(row) = self.list(self.place.pane).row() {
            self.place.reader = Reader::of(&self.collection, row.item());
        }
    }

    /// Moves elsewhere, so that going back returns here.
    pub fn leave_trace(&mut self) {
        /// Places further back than this are forgotten.
        const LONGEST_WAY: usize = 200;
        self.back.push(self.place.clone());
        if self.back.len() > LONGEST_WAY {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Lists the panes anew after narrowing, sorting or searching; keeps what was selected where it is still there.
    pub fn relist(&mut self) {
        let narrowed = self.place.narrowed.clone();
        let matches = self.search.as_ref().and_then(|s| s.matches.clone());
        let filter = Filter::new(narrowed.as_deref(), matches.as_deref());
        self.place.listed = self.listed();
        for pane in PaneId::ALL {
            let is_whole = filter.is_none() && self.sorts.is_first(pane) && self.place.pair.is_none();
            let fresh = match self.whole.get(pane as usize) {
                Some(whole) if is_whole => whole.clone(),
                _ => List::new(rows(&self.collection, pane, &self.sorts, &filter)),
            };
            let list = self.list_mut(pane);
            let was = list.row();
            *list = fresh;
            if let Some(was) = was {
                list.select_row(was);
            }
        }
    }

    /// What lists are made for at present.
    pub fn listed(&self) -> Listed {
        Listed { sorts: self.sorts, edition: self.edition }
    }

    /// Makes the lists of a place come back to anew, if something has changed meanwhile.
    pub fn relist_if_old(&mut self) {
        if self.place.listed != self.listed() {
            self.relist();
        }
    }

    /// Lets another finder answer, and errands be run in another way, from now on.
    pub fn served_by(mut self, finder: Finder, errands: Errands) -> Self {
        (self.finder, self.errands) = (finder, errands);
        self
    }

    /// Begins work that may take longer than a frame; until it is done, `notice` says so.
    pub(super) fn begin(&mut self, notice: &str, work: impl FnOnce() -> Outcome + Send + 'static) {
        match self.errands.begin(work) {
            Some(outcome) => outcome(self),
            None => self.notice = Some(notice.to_owned()),
        }
    }

    /// Takes in the outcome of work that is done.
    pub fn take_outcome(&mut self) {
        if let Some(outcome) = self.errands.outcome() {
            self.notice = None;
            outcome(self);
            self.settle();
        }
    }

    /// Asks what the search line says; the answer may come later.
    pub fn ask(&mut self) {
        let Some(search) = &mut self.search else { return };
        let query = Query::parse(search.line.text());
        search.problems = query.problems().to_vec();
        if query.is_empty() {
            self.answer(None);
            return;
        }
        if let Some(matches) = self.finder.ask(&self.collection, query) {
            self.answer(Some(matches));
        }
    }

    /// Asks again what the search line says, where that is answered at once; a worker does so by itself.
    pub(super) fn ask_again(&mut self) {
        if matches!(self.finder, Finder::AtOnce(_)) {
            self.ask();
        }
    }

    /// Takes in what was found for the newest query; an older answer, or one on what is no longer open, is of no use.
    pub fn take_answer(&mut self, answer: Answer) {
        if !self.finder.wants(&answer) || !answer.collection.is_part_of(&self.collection) {
            return;
        }
        if self.search.is_some() {
            self.answer(Some(answer.matches));
        } else if self.lit.is_some() {
            // The collection has changed since the search.
            self.lit = Some(Arc::new(answer.matches));
        }
    }

    fn answer(&mut self, matches: Option<Matches>) {
        let Some(search) = &mut self.search else { return };
        if let Some(problems) = matches.as_ref().map(|m| m.problems().to_vec()) {
            search.problems = problems;
        }
        search.chosen = search.chosen.min(matches.as_ref().map_or(0, |m| m.ranked().len().saturating_sub(1)));
        search.matches = matches.map(Arc::new);
        self.relist();
    }

    /// Puts the pair of this place beside what is open, and takes away another: places are left and come back to.
    pub fn match_pair(&mut self) {
        let same = match (self.collection.beside(), &self.place.pair) {
            (Some(beside), Some(pair)) => Arc::ptr_eq(beside, pair),
            (None, None) => true,
            _ => false,
        };
        if !same {
            self.collection = Arc::new(self.collection.with_beside(self.place.pair.clone()));
        }
    }

    /// Lays the reader's page out for the present size.
    pub fn settle(&mut self) {
        self.match_pair();
        let in_library = self.place.pane == PaneId::Library;
        self.layout.left = if in_library { Left::Library } else { Left::Panes };
        let width = match (self.layout.room(), self.place.view) {
            (super::layout::Room::Split, View::Panes) => self.layout.reader().width,
            _ => self.layout.body().width.min(112),
        };
        self.place.reader.lay_out(width, self.layout.is_roomy());
        compare::settle(&mut self.overlays, &self.collection, self.layout);
    }
}
