//! A map: the parties of agreements, the members of an organisation, the places of events.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::action::Motion;
use crate::explore::layout::{Area, Layout};
use crate::explore::map_frame::{Frame, Reach, areas};
use crate::explore::mode::Mode;
use crate::insight::charts::{Atlas, Shows};
use crate::model::{Collection, ItemId};
use std::borrow::Cow;
use std::sync::Arc;

/// The map.
#[derive(Clone, Debug)]
pub struct MapView {
    /// What it can show, the first one first.
    pages: Arc<[Page]>,
    /// The one that was turned to.
    page: usize,
    /// The partners of a state, if they are shown instead.
    partners: Option<Page>,
    /// The agreements that it was made of.
    agreements: Arc<[ItemId]>,
    /// The chosen site.
    pub chosen: usize,
    /// How much larger the scale is than that of the smallest frame that holds all, as a power of two.
    scale: u32,
    /// Where it was moved to.
    moved: Option<Moved>,
}

/// Where a map was moved to, and the site that was chosen then.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Moved {
    /// The middle, in degrees north and east.
    middle: (f64, f64),
    chosen: usize,
}

/// What a map shows, and its title.
#[derive(Clone, Debug)]
struct Page {
    atlas: Arc<Atlas>,
    title: String,
}

impl Page {
    fn of(collection: &Collection, atlas: Atlas) -> Self {
        Self { title: format!("Map · {}", atlas.title(collection)), atlas: Arc::new(atlas) }
    }
}

/// Why a map cannot be moved or enlarged on a small screen.
pub const NARROW: &str = "No room for the map itself: a screen of 60 columns or more has it";

/// The largest scale.
const LARGEST: u32 = 5;

impl MapView {
    /// The parties of these agreements and the places of events, and before them the members of an organisation.
    pub fn new(collection: &Collection, agreements: Vec<ItemId>, organisation: Option<ItemId>) -> Self {
        let members = organisation.map(|organisation| Atlas::members(collection, organisation));
        let others = [Atlas::parties(collection, &agreements, None), Atlas::places(collection)];
        // An organisation without members says so.
        let pages = members.into_iter().chain(others.into_iter().filter(|atlas| !atlas.sites.is_empty()));
        Self { agreements: agreements.into(), ..Self::of(collection, pages) }
    }

    /// These pages.
    pub fn of(collection: &Collection, pages: impl IntoIterator<Item = Atlas>) -> Self {
        Self {
            pages: pages.into_iter().map(|atlas| Page::of(collection, atlas)).collect(),
            page: 0,
            partners: None,
            agreements: Arc::default(),
            chosen: 0,
            scale: 0,
            moved: None,
        }
    }

    /// What is on it.
    pub fn atlas(&self) -> &Atlas {
        static NOTHING: Atlas = Atlas { shows: Shows::Parties, sites: Vec::new(), items: 0 };
        self.shown().map_or(&NOTHING, |page| &page.atlas)
    }

    fn next_page(&self) -> usize {
        (self.page + 1).checked_rem(self.pages.len()).unwrap_or(0)
    }

    fn shown(&self) -> Option<&Page> {
        self.partners.as_ref().or_else(|| self.pages.get(self.page))
    }

    /// Enlarges the scale, or reduces it.
    pub fn rescale(&mut self, larger: bool) {
        self.scale = if larger { (self.scale + 1).min(LARGEST) } else { self.scale.saturating_sub(1) };
    }

    /// The stretch of the world that is in view: the smallest that holds all sites; at a larger scale, what is around the
    /// chosen one. A map that was moved stays there as long as the site that is chosen then can be seen.
    pub fn frame(&self, area: Area) -> Frame {
        let atlas = self.atlas();
        let own = match &atlas.shows {
            Shows::Partners(of) => Some(&**of),
            Shows::Parties | Shows::Members(_) | Shows::Places => None,
        };
        let reach = Reach::of(own.into_iter().chain(&atlas.sites).filter_map(|site| site.at));
        let times = f64::from(2u32.pow(self.scale));
        let chosen = atlas.sites.get(self.chosen).and_then(|site| site.at);
        if let Some(Moved { middle, chosen: then }) = self.moved {
            let moved = reach.frame(times, middle, area);
            if then == self.chosen || chosen.is_none_or(|at| moved.holds(at)) {
                return moved;
            }
        }
        reach.frame(times, chosen.filter(|_| self.scale > 0).unwrap_or(reach.middle), area)
    }

    /// Moves what is in view by some cells to the right and down; returns why not if it cannot.
    pub fn pan(&mut self, layout: Layout, right: isize, down: isize) -> Option<&'static str> {
        let Some(area) = areas(layout.body(), layout).0 else { return Some(NARROW) };
        let (frame, before) = (self.frame(area), self.moved);
        let (north, east) = frame.middle();
        let across = (frame.east - frame.west) / area.width.max(1) as f64;
        let along = (frame.north - frame.south) / area.height.max(1) as f64;
        let middle = (north - along * down as f64, east + across * right as f64);
        self.moved = Some(Moved { middle, chosen: self.chosen });
        // What goes beyond the edges of the world must not add up.
        let middle = self.frame(area).middle();
        self.moved = Some(Moved { middle, chosen: self.chosen });
        if middle == (north, east) {
            self.moved = before;
            return Some("The map ends there; + enlarges its scale");
        }
        None
    }

    /// Moves what is in view by a quarter of it; returns why not if it cannot.
    pub fn pan_quarter(&mut self, layout: Layout, motion: Motion) -> Option<&'static str> {
        let Some(area) = areas(layout.body(), layout).0 else { return Some(NARROW) };
        let cells = |cells: usize| isize::try_from(cells / 4).unwrap_or(1).max(1);
        let (right, down) = match motion {
            Motion::Left => (-cells(area.width), 0),
            Motion::Right => (cells(area.width), 0),
            Motion::Up => (0, -cells(area.height)),
            _ => (0, cells(area.height)),
        };
        self.pan(layout, right, down)
    }

    /// Goes back from the partners of a state to all parties; false if these are not shown.
    pub fn back(&mut self) -> bool {
        let Some(page) = self.partners.take() else { return false };
        self.moved = None;
        if let Shows::Partners(of) = &page.atlas.shows {
            self.chosen = self.atlas().sites.iter().position(|state| state.code == of.code).unwrap_or(0);
        }
        true
    }
}

impl Panel for MapView {
    fn title(&self) -> Cow<'_, str> {
        self.shown().map_or("Map", |page| &page.title).into()
    }

    fn mode(&self) -> Mode {
        Mode::Picture
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.atlas().sites.len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.chosen
    }

    fn turn(&mut self) {
        (self.partners, self.moved) = (None, None);
        self.page = self.next_page();
        self.chosen = 0;
    }

    fn turn_word(&self) -> Option<&'static str> {
        let next = Some(self.next_page()).filter(|next| *next != self.page)?;
        Some(match self.pages.get(next)?.atlas.shows {
            Shows::Parties | Shows::Partners(_) => "parties",
            Shows::Members(_) => "members",
            Shows::Places => "places of events",
        })
    }

    /// Chooses the next site in the list; left and right choose the next one on the map.
    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        let all = self.atlas().sites.len();
        if !matches!(motion, Motion::Left | Motion::Right) {
            self.chosen = motion.apply(self.chosen, all, backdrop.layout.rows / 2);
            return;
        }
        let east =
            |place: usize| self.atlas().sites.get(place).and_then(|site| site.at).map(|(_, east)| east);
        let Some(here) = east(self.chosen) else { return };
        let beyond = (0..all).filter_map(|place| Some((place, east(place)?)));
        let next = match motion {
            Motion::Right => beyond.filter(|(_, x)| *x > here).min_by(|a, b| a.1.total_cmp(&b.1)),
            _ => beyond.filter(|(_, x)| *x < here).max_by(|a, b| a.1.total_cmp(&b.1)),
        };
        self.chosen = next.map_or(self.chosen, |(place, _)| place);
    }

    /// Shows the partners of the chosen party; else goes to the latest item of the chosen site.
    fn enter(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        let Some(site) = self.atlas().sites.get(self.chosen) else {
            return Entered::Refused("No state is known to be a party");
        };
        if self.atlas().shows != Shows::Parties {
            return site.items.last().map_or(Entered::Nothing, |item| Entered::GoTo(*item));
        }
        let partners = Atlas::parties(backdrop.collection, &self.agreements, Some(&site.code));
        (self.partners, self.moved) = (Some(Page::of(backdrop.collection, partners)), None);
        self.chosen = 0;
        Entered::Nothing
    }
}
