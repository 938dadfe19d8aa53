//! The panes, and the sort orders of their rows.

use crate::insight::{Lacking, Order};
use crate::model::Kind;
use std::ops::{Index, IndexMut};

/// A pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// Events by date.
    Timeline,
    /// Agreements and their clauses.
    Clauses,
    /// Fields of cooperation.
    Sectors,
    /// Organisations.
    Memberships,
    /// All open agreements; takes the place of the other four.
    Library,
}

impl Pane {
    /// All panes.
    pub const ALL: [Self; 5] =
        [Self::Timeline, Self::Clauses, Self::Sectors, Self::Memberships, Self::Library];

    /// The panes of the stack, from top to bottom.
    pub const STACK: [Self; 4] = [Self::Timeline, Self::Clauses, Self::Sectors, Self::Memberships];

    /// The pane at this index of the stack, which wraps around.
    pub fn at(place: usize) -> Self {
        Self::STACK.get(place % 4).copied().unwrap_or(Self::Timeline)
    }

    /// Its index in the stack; `None` if it is not in the stack.
    pub fn place(self) -> Option<usize> {
        Self::STACK.iter().position(|p| *p == self)
    }

    /// The number that it is reached by: 1 to 4 in the stack, 0 for the library.
    pub fn number(self) -> usize {
        self.place().map_or(0, |place| place + 1)
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Clauses => "Clauses",
            Self::Sectors => "Sectors",
            Self::Memberships => "Memberships",
            Self::Library => "Library",
        }
    }

    /// Why it has no rows; `total` is the number of items without filters.
    pub fn why_empty(self, total: usize) -> &'static str {
        match self {
            Self::Timeline if total > 0 => "No matching events.",
            Self::Timeline => "No events in these files.",
            Self::Clauses if total > 0 => "No matching clauses.",
            Self::Library if total > 0 => "No matching agreements.",
            Self::Clauses | Self::Library => "No agreements in these files.",
            Self::Sectors if total > 0 => "No matching sectors.",
            Self::Sectors => "No sectors in these files.",
            Self::Memberships if total > 0 => "No matching organisations.",
            Self::Memberships => "No organisations in these files.",
        }
    }

    /// Why it has no rows, beside its title; `total` is the number of items without filters.
    pub fn none(self, total: usize) -> &'static str {
        match (self, total) {
            (_, 1..) => "no match",
            (Self::Timeline, _) => "none on record",
            (Self::Sectors | Self::Memberships, _) => "none named",
            (Self::Clauses | Self::Library, _) => "none in these files",
        }
    }

    /// What its rows are missing if there are none without filters either.
    pub fn lacking(self) -> Lacking {
        Lacking::Items(match self {
            Self::Timeline => Kind::Event,
            Self::Clauses | Self::Library => Kind::Agreement,
            Self::Sectors => Kind::Sector,
            Self::Memberships => Kind::Organisation,
        })
    }

    /// The pane that lists items of a kind. Disputes and sources are only in the reader.
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Event => Some(Self::Timeline),
            Kind::Agreement | Kind::Chapter | Kind::Clause => Some(Self::Clauses),
            Kind::Sector => Some(Self::Sectors),
            Kind::Organisation => Some(Self::Memberships),
            Kind::Dispute | Kind::Source => None,
        }
    }

    /// The sort orders of its rows, with their names. The first is the default.
    pub fn orders(self) -> &'static [(Order, &'static str)] {
        match self {
            Self::Timeline => &[(Order::Usual, "oldest first"), (Order::NewestFirst, "newest first")],
            Self::Clauses => &[
                (Order::Usual, "oldest first"),
                (Order::NewestFirst, "newest first"),
                (Order::ByName, "by title"),
            ],
            Self::Sectors => &[
                (Order::Usual, "dossier order"),
                (Order::MostFirst, "most facts first"),
                (Order::ByName, "by name"),
            ],
            Self::Memberships => &[
                (Order::Usual, "shared first"),
                (Order::BySharedStart, "longest shared first"),
                (Order::ByName, "by name"),
            ],
            Self::Library => &[
                (Order::NewestFirst, "newest first"),
                (Order::Usual, "oldest first"),
                (Order::ByName, "by title"),
                (Order::MostFirst, "most clauses first"),
            ],
        }
    }
}

/// A value for each pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes<T>([T; 5]);

impl<T> Panes<T> {
    /// Makes a value for every pane.
    pub fn of(make: impl FnMut(Pane) -> T) -> Self {
        Self(Pane::ALL.map(make))
    }

    /// All values, in the order of [`Pane::ALL`].
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut()
    }
}

/// The value of a pane, shared or mutable as the values are.
macro_rules! of_pane {
    ($panes:expr, $pane:expr) => {{
        let Self([timeline, clauses, sectors, memberships, library]) = $panes;
        match $pane {
            Pane::Timeline => timeline,
            Pane::Clauses => clauses,
            Pane::Sectors => sectors,
            Pane::Memberships => memberships,
            Pane::Library => library,
        }
    }};
}

impl<T> Index<Pane> for Panes<T> {
    type Output = T;

    fn index(&self, pane: Pane) -> &T {
        of_pane!(self, pane)
    }
}

impl<T> IndexMut<Pane> for Panes<T> {
    fn index_mut(&mut self, pane: Pane) -> &mut T {
        of_pane!(self, pane)
    }
}

/// The sort order of each pane, as an index into [`Pane::orders`].
pub type SortOrders = Panes<usize>;

impl SortOrders {
    /// A pane's sort order and its name.
    pub fn order(&self, pane: Pane) -> (Order, &'static str) {
        pane.orders().get(self[pane]).copied().unwrap_or_default()
    }

    /// Whether a pane is in its first sort order.
    pub fn is_first(&self, pane: Pane) -> bool {
        self[pane] == 0
    }

    /// Switches a pane to its next sort order.
    pub fn advance(&mut self, pane: Pane) {
        self[pane] = (self[pane] + 1) % pane.orders().len();
    }
}
