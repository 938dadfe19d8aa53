//! Which panes there are, and the orders of their rows.

use crate::insight::Order;
use crate::model::Kind;

/// A pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneId {
    /// Events by date.
    Timeline,
    /// Agreements and their clauses.
    Clauses,
    /// Fields of cooperation.
    Sectors,
    /// Organisations.
    Memberships,
    /// The agreements of all that is open; stands in the place of the other four.
    Library,
}

impl PaneId {
    /// Every pane.
    pub const ALL: [Self; 5] =
        [Self::Timeline, Self::Clauses, Self::Sectors, Self::Memberships, Self::Library];

    /// The panes that stand above each other, from top to bottom.
    pub const STACK: [Self; 4] = [Self::Timeline, Self::Clauses, Self::Sectors, Self::Memberships];

    /// The pane with this place in the stack, counted from 0 and around.
    pub fn at(place: usize) -> Self {
        Self::STACK.get(place % 4).copied().unwrap_or(Self::Timeline)
    }

    /// Its place from the top, from 0; none outside of the stack.
    pub fn place(self) -> Option<usize> {
        Self::STACK.iter().position(|p| *p == self)
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

    /// Why it has no rows, of so many things there are in all.
    pub fn why_empty(self, total: usize) -> &'static str {
        match self {
            Self::Timeline if total > 0 => "No event matches.",
            Self::Timeline => "Nothing open has events.",
            Self::Clauses if total > 0 => "No clause matches.",
            Self::Library if total > 0 => "No agreement matches.",
            Self::Clauses | Self::Library => "Nothing open has agreements.",
            Self::Sectors if total > 0 => "No sector matches.",
            Self::Sectors => "Nothing open names sectors.",
            Self::Memberships if total > 0 => "No organisation matches.",
            Self::Memberships => "Nothing open names organisations.",
        }
    }

    /// The pane that lists items of a kind; disputes and sources stand only in the reader.
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Event => Some(Self::Timeline),
            Kind::Agreement | Kind::Clause => Some(Self::Clauses),
            Kind::Sector => Some(Self::Sectors),
            Kind::Organisation => Some(Self::Memberships),
            Kind::Dispute | Kind::Source => None,
        }
    }

    /// The orders of its rows with their names, the first at the start.
    pub fn orders(self) -> &'static [(Order, &'static str)] {
        match self {
            Self::Timeline => &[(Order::Usual, "oldest first"), (Order::NewestFirst, "newest first")],
            Self::Clauses => &[
                (Order::Usual, "oldest first"),
                (Order::NewestFirst, "newest first"),
                (Order::ByName, "by title"),
            ],
            Self::Sectors => &[
                (Order::Usual, "as in the dossier"),
                (Order::MostFirst, "most facts first"),
                (Order::ByName, "by name"),
            ],
            Self::Memberships => &[
                (Order::Usual, "shared first"),
                (Order::BySharedStart, "by the start of what is shared"),
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

/// The order of each pane's rows, as its number among [`PaneId::orders`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SortOrders([usize; 5]);

impl SortOrders {
    /// A pane's order and its name.
    pub fn of(&self, pane: PaneId) -> (Order, &'static str) {
        let number = self.0.get(pane as usize).copied().unwrap_or(0);
        pane.orders().get(number).copied().unwrap_or_default()
    }

    /// Whether a pane is in its first order.
    pub fn is_first(&self, pane: PaneId) -> bool {
        self.0.get(pane as usize) == Some(&0)
    }

    /// Goes on to the next order of a pane.
    pub fn turn(&mut self, pane: PaneId) {
        if let Some(number) = self.0.get_mut(pane as usize) {
            *number = (*number + 1) % pane.orders().len();
        }
    }
}
