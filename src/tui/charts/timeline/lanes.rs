//! A lane for each kind of event: a sign for each event or, where events crowd, bars.

use super::scene::Scene;
use crate::explore::layout::{Area, Class, window};
use crate::explore::{Role, Target};
use crate::insight::charts::{Chronology, Span, Track};
use crate::model::{EventKind, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::axis::{Bars, bars};
use crate::tui::charts::caption::more;
use crate::tui::charts::legend::{self, Entry};
use crate::tui::glyphs::of_event;

/// The width of the most events of a lane and their year, right of its bars.
pub(super) const MOST: usize = 13;

/// The number of events in a cell from which on it has no figure.
const MANY: usize = 10;

/// The events in a cell of a lane.
#[derive(Clone, Copy, Default)]
struct Cell {
    count: usize,
    /// The first of it.
    first: Option<ItemId>,
    /// Whether any has a date more exact than the year.
    exact: bool,
    /// Whether sources disagree about any.
    disputed: bool,
}

/// Whether more than a third of the cells of any lane that hold something hold too much for a figure.
pub(super) fn crowd(events: &Chronology, span: &Span) -> bool {
    events.kinds().filter_map(|kind| events.lane(kind)).any(|track| {
        let counts = (0..span.cells).map(|cell| track.within(cell as f64, |years| span.cell(years)).len());
        let (held, many) = counts.fold((0, 0), |(held, many), count| {
            (held + usize::from(count > 0), many + usize::from(count >= MANY))
        });
        many * 3 > held
    })
}

/// The name of a lane.
pub(super) fn name(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Signing => "Signings",
        EventKind::Force => "In force",
        EventKind::Visit => "Visits",
        EventKind::DiplomaticRelations => "Diplomacy",
        EventKind::Commission => "Commission",
        EventKind::Institution => "Institutions",
        EventKind::Project => "Projects",
        EventKind::Trade => "Trade",
        EventKind::Culture => "Culture",
        EventKind::Multilateral => "Multilateral",
        EventKind::Statement => "Statements",
    }
}

impl Scene<'_> {
    /// Whether there is room for the names of the lanes.
    pub(super) fn has_names(&self) -> bool {
        self.state.layout.class() > Class::Small
    }

    pub(super) fn lanes(&self, canvas: &mut Canvas<'_>) {
        let here = self.kinds.iter().position(|kind| *kind == self.chosen.1.kind).unwrap_or(0);
        let first = window(self.kinds.len(), self.plan.lanes, here);
        let end = self.plan.first_lane + self.plan.lanes.saturating_sub(1) * self.plan.step;
        for y in self.plan.first_lane + 1 - self.plan.high..=end {
            if canvas.has_cursor() {
                canvas.put(self.cursor, y, "│", Role::Focus);
            }
        }
        if let Some(y) = self.plan.labels.filter(|_| self.has_most()) {
            canvas.put_right(self.area.right() - 1, y, "most · year", Role::Quiet);
        }
        let below = self.kinds.len().saturating_sub(first + self.plan.lanes);
        if let (Some(y), Some(words)) = (self.plan.labels, more(first, below)) {
            // Without names there is room for the numbers alone.
            let words = if self.has_names() { &words } else { words.trim_end_matches(" more") };
            canvas.put_cut(self.area.x, y, words, Role::Quiet, self.span.x.saturating_sub(self.area.x + 1));
        }
        for (i, place) in (first..self.kinds.len()).take(self.plan.lanes).enumerate() {
            let y = self.plan.first_lane + i * self.plan.step;
            if let Some(kind) = self.kinds.get(place) {
                self.lane(canvas, y, *kind);
            }
        }
    }

    /// Whether the most events of a lane are named.
    fn has_most(&self) -> bool {
        self.span.x + self.span.cells < self.area.right()
    }

    fn lane(&self, canvas: &mut Canvas<'_>, y: usize, kind: EventKind) {
        let here = canvas.has_cursor() && kind == self.chosen.1.kind;
        let role = if here { Role::Strong } else { Role::Text };
        canvas.put(self.area.x, y, of_event(kind), role);
        if self.has_names() {
            canvas.put(self.area.x + 2, y, name(kind), role);
        }
        let track = self.events.lane(kind);
        if self.span.x - self.area.x > 2 {
            let role = if here { Role::Text } else { Role::Quiet };
            let count = text::thousands(track.map_or(0, Track::count));
            canvas.put_right(self.span.x - 2, y, &count, role);
        }
        for (column, _) in self.span.ticks().into_iter().skip(1).filter(|(column, _)| *column != self.cursor)
        {
            canvas.put(column, y, "·", Role::Rule);
        }
        match (track, self.is_dense) {
            (Some(track), true) => self.density(canvas, y, track, here),
            (Some(track), false) => self.signs(canvas, y, (kind, track), role),
            (None, _) => {}
        }
        if here && !self.is_dense {
            canvas.select(self.cursor, y, 1);
            self.label(canvas, y + 1);
        }
    }

    /// Bars of the events in each year, the highest that of the lane itself.
    fn density(&self, canvas: &mut Canvas<'_>, y: usize, track: &Track, here: bool) {
        let year = self.chosen.1.date.year();
        let bars_of = Bars { base: y, high: self.plan.high, numbers: false, here: here.then_some(year) };
        bars_of.draw(canvas, &self.span, track.years());
        for (years, x, width) in bars(&self.span) {
            if let Some(first) = track.items(track.between(years)).first() {
                canvas.hit(Area::row(x, y, width), Target::Event(*first));
            }
        }
        let most = track.years().iter().max_by_key(|(year, count)| (*count, std::cmp::Reverse(*year)));
        if let Some((year, most)) = most.filter(|_| self.has_most()) {
            let end = self.area.right() - 1;
            canvas.put_right(end, y, &year.to_string(), Role::Quiet);
            canvas.put_right(
                end - 5,
                y,
                &text::thousands(*most),
                if here { Role::Strong } else { Role::Text },
            );
        }
    }

    /// A sign for each event, or how many there are in a cell.
    fn signs(&self, canvas: &mut Canvas<'_>, y: usize, lane: (EventKind, &Track), role: Role) {
        let (kind, track) = lane;
        for (x, cell) in (self.span.x..).zip(self.cells(track)).filter(|(_, cell)| cell.count > 0) {
            let role = match (cell.disputed, cell.exact) {
                (true, _) => Role::Dispute,
                (false, true) => role,
                (false, false) => Role::Quiet,
            };
            if let Some(first) = cell.first {
                canvas.hit(Area::row(x, y, 1), Target::Event(first));
            }
            // Clear the tick or the cursor line first: the symbol would take on its colour.
            canvas.clear(x, y, 1, 1);
            match cell.count {
                1 if cell.disputed => canvas.put(x, y, "≠", role),
                1 => canvas.put(x, y, of_event(kind), role),
                count if count < MANY => canvas.put(x, y, &count.to_string(), role),
                _ => canvas.put(x, y, "+", role),
            };
        }
    }

    /// The cells of a lane.
    fn cells<'a>(&'a self, track: &'a Track) -> impl Iterator<Item = Cell> + 'a {
        (0..self.span.cells).map(|cell| {
            let places = track.within(cell as f64, |years| self.span.cell(years));
            let first = track.items(places.clone()).first().copied();
            let (exact, disputed) = (track.exact(&places) > 0, track.disputed(&places) > 0);
            Cell { count: places.len(), first, exact, disputed }
        })
    }

    /// The title of the chosen event beside the line of the cursor, where there is a blank row below its lane.
    fn label(&self, canvas: &mut Canvas<'_>, y: usize) {
        if self.plan.step == self.plan.high {
            return;
        }
        let title = &self.chosen.1.title;
        let (left, right) =
            (self.cursor.saturating_sub(self.span.x + 1), self.area.right() - self.cursor - 1);
        let width = text::width(title);
        if width < right || right >= left {
            canvas.put_cut(self.cursor + 2, y, title, Role::Focus, right.saturating_sub(1));
        } else {
            let title = text::cut(title, left, "…");
            canvas.put_right(self.cursor - 2, y, &title, Role::Focus);
        }
    }

    /// What the signs mean that do not precede their own words.
    pub(super) fn legend(&self, canvas: &mut Canvas<'_>) {
        let Some(y) = self.plan.legend else { return };
        let all = &self.events.all;
        let is_disputed = all.disputed(&(0..all.count())) > 0;
        let mut entries: Vec<Entry<'_>> = Vec::new();
        if self.is_dense {
            entries.push(("▁▄█", Role::Bar, "events of a year, each lane to its own most"));
            entries.push(("·", Role::Rule, "none"));
        } else {
            if !self.has_names() {
                entries.push((of_event(self.chosen.1.kind), Role::Strong, name(self.chosen.1.kind)));
            }
            entries.push(("2", Role::Text, if self.has_names() { "events in one cell" } else { "several" }));
            if is_disputed {
                entries.push((
                    "≠",
                    Role::Dispute,
                    if self.has_names() { "sources disagree" } else { "disputed" },
                ));
            }
            if all.exact(&(0..all.count())) < all.count() {
                entries.push((of_event(self.chosen.1.kind), Role::Quiet, "only the year is known"));
            }
            if all.count() >= MANY {
                entries.push(("+", Role::Text, "ten or more"));
            }
        }
        let x = if self.state.layout.class() >= Class::Medium { self.span.x } else { self.area.x };
        legend::draw(canvas, Area::row(x, y, self.area.right().saturating_sub(x)), &entries);
    }
}
