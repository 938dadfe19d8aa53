//! The parties of agreements on a map.

use super::panel::{Backdrop, Entered, Panel};
use crate::explore::action::Motion;
use crate::explore::mode::Mode;
use crate::insight::charts::Partners;
use crate::model::{Collection, ItemId};
use std::borrow::Cow;
use std::sync::Arc;

/// The map.
#[derive(Clone, Debug)]
pub struct MapView {
    /// The states on it.
    pub partners: Arc<Partners>,
    /// The agreements that it was made of.
    agreements: Arc<[ItemId]>,
    /// The chosen state.
    pub chosen: usize,
    /// How much larger the scale is than that of the smallest frame that holds all, as a power of two.
    pub scale: u32,
}

/// The largest scale.
const LARGEST: u32 = 5;

impl MapView {
    /// The parties of these agreements, or the partners of a state in them.
    pub fn new(collection: &Collection, agreements: Vec<ItemId>, of: Option<&str>) -> Self {
        let partners = Arc::new(Partners::of(collection, &agreements, of));
        Self { partners, agreements: agreements.into(), chosen: 0, scale: 0 }
    }

    /// Enlarges the scale, or reduces it.
    pub fn rescale(&mut self, larger: bool) {
        self.scale = if larger { (self.scale + 1).min(LARGEST) } else { self.scale.saturating_sub(1) };
    }

    /// Goes back from the partners of a state to all parties; false if these are shown.
    pub fn back(&mut self, collection: &Collection) -> bool {
        let Some(of) = self.partners.of.as_ref().map(|of| of.code.clone()) else { return false };
        self.partners = Arc::new(Partners::of(collection, &self.agreements, None));
        self.chosen = self.partners.states.iter().position(|state| state.code == of).unwrap_or(0);
        true
    }
}

impl Panel for MapView {
    fn title(&self) -> Cow<'_, str> {
        match &self.partners.of {
            Some(of) => format!("Map of the partners of {}", of.name).into(),
            None => "Map".into(),
        }
    }

    fn mode(&self) -> Mode {
        Mode::Picture
    }

    fn rows(&self, _backdrop: &Backdrop<'_>) -> usize {
        self.partners.states.len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.chosen
    }

    /// Chooses the next state in the list; left and right choose the next one on the map.
    fn step(&mut self, motion: Motion, backdrop: &Backdrop<'_>) {
        let all = self.partners.states.len();
        if !matches!(motion, Motion::Left | Motion::Right) {
            self.chosen = motion.apply(self.chosen, all, backdrop.layout.rows / 2);
            return;
        }
        let east =
            |place: usize| self.partners.states.get(place).and_then(|state| state.at).map(|at| at.longitude);
        let Some(here) = east(self.chosen) else { return };
        let beyond = (0..all).filter_map(|place| Some((place, east(place)?)));
        let next = match motion {
            Motion::Right => beyond.filter(|(_, x)| *x > here).min_by(|a, b| a.1.total_cmp(&b.1)),
            _ => beyond.filter(|(_, x)| *x < here).max_by(|a, b| a.1.total_cmp(&b.1)),
        };
        self.chosen = next.map_or(self.chosen, |(place, _)| place);
    }

    /// Shows the partners of the chosen state; among partners, goes to the latest agreement with it.
    fn enter(&mut self, backdrop: &Backdrop<'_>) -> Entered {
        let Some(state) = self.partners.states.get(self.chosen) else {
            return Entered::Refused("No state is known to be a party");
        };
        if self.partners.of.is_some() {
            return state.agreements.last().map_or(Entered::Nothing, |item| Entered::GoTo(*item));
        }
        let code = state.code.clone();
        self.partners = Arc::new(Partners::of(backdrop.collection, &self.agreements, Some(&code)));
        self.chosen = 0;
        Entered::Nothing
    }
}
