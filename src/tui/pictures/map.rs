//! With whom, and where? The coasts of the world, at each state its number of agreements, and the same as a list.

use crate::explore::layout::{Area, Class, window};
use crate::explore::overlays::{MapView, Panel};
use crate::explore::{Role, State, Target};
use crate::insight::charts::Partner;
use crate::text::{count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::nothing;
use crate::tui::charts::legend;
use crate::tui::frame::heading;
use crate::tui::glyphs::EIGHTHS;
use crate::tui::pictures::dated;

/// The stretch of the world that is in view, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Frame {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

/// Draws the map.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area, view: &MapView) {
    let partners = &view.partners;
    let agreements = count(partners.agreements, "agreement", "agreements");
    let states = count(partners.states.len(), "state", "states");
    let counts = [format!("{agreements} with {states}"), states];
    heading(canvas, area, "", &[view.title()], &counts, true);
    if partners.states.is_empty() {
        return nothing(canvas, area, "No state is known to be a party to these agreements.");
    }
    let class = state.layout.class();
    let list = match class {
        Class::Large => 38.max(area.width * 3 / 10),
        Class::Medium => 38,
        Class::Compact => 28,
        Class::Small => area.width,
    };
    let legend = usize::from(state.layout.is_split());
    let body = Area { y: area.y + 1, height: area.height.saturating_sub(1 + legend), ..area };
    if class > Class::Small {
        let map = Area { width: area.width.saturating_sub(list + 2), ..body };
        Sheet { view, area: map, frame: frame(view, map) }.draw(canvas);
        for y in body.y..body.bottom() {
            canvas.put(map.right(), y, "│", Role::Rule);
        }
    }
    let right = Area { x: area.right().saturating_sub(list), width: list, ..body };
    List { state, view, area: right }.draw(canvas);
    if legend > 0 {
        let mut entries =
            vec![("6", Role::Bar, "agreements"), ("⠂", Role::Rule, "coast; no borders are drawn")];
        if partners.of.is_some() {
            entries.insert(1, ("◆", Role::Focus, "whose partners"));
        }
        if !partners.places.is_empty() {
            entries.insert(1, ("•", Role::Key, "place of events"));
        }
        legend::draw(canvas, Area::row(area.x, area.bottom() - 1, area.width), &entries);
    }
}

/// The smallest frame that holds all states, or as much of it as the scale leaves, around the chosen one.
fn frame(view: &MapView, area: Area) -> Frame {
    let partners = &view.partners;
    let states = partners.of.iter().chain(&partners.states).filter_map(|state| state.at);
    let points: Vec<(f64, f64)> = states.map(|at| (at.longitude, at.latitude)).collect();
    let bound = |of: fn(&(f64, f64)) -> f64, start: f64, keep: fn(f64, f64) -> f64| {
        points.iter().map(of).fold(start, keep)
    };
    let (west, east) = (bound(|p| p.0, 180.0, f64::min), bound(|p| p.0, -180.0, f64::max));
    let (south, north) = (bound(|p| p.1, 85.0, f64::min), bound(|p| p.1, -60.0, f64::max));
    let (mut x, mut y) = ((west + east) / 2.0, (south + north) / 2.0);
    // A margin, and no less than a part of a continent.
    let (mut wide, mut high) = (((east - west) * 1.25).max(30.0), ((north - south) * 1.35).max(18.0));
    let zoom = f64::from(2u32.pow(view.scale));
    if view.scale > 0
        && let Some(at) = partners.states.get(view.chosen).and_then(|state| state.at)
    {
        (x, y) = (at.longitude, at.latitude);
    }
    (wide, high) = (wide / zoom, high / zoom);
    // Dots of a cell are as wide as high; a degree east is shorter away from the equator.
    let dots = (area.width.max(1) * 2) as f64 / (area.height.max(1) * 4) as f64;
    let shrink = y.to_radians().cos().max(0.3);
    let ratio = dots / shrink;
    if wide / high < ratio {
        wide = high * ratio
    } else {
        high = wide / ratio
    };
    let (wide, high) = (wide.min(360.0), high.min(170.0));
    let west = (x - wide / 2.0).clamp(-180.0, 180.0 - wide);
    let south = (y - high / 2.0).clamp(-85.0, 85.0 - high);
    Frame { west, east: west + wide, south, north: south + high }
}

/// The map.
struct Sheet<'a> {
    view: &'a MapView,
    area: Area,
    frame: Frame,
}

impl Sheet<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let Frame { west, east, south, north } = self.frame;
        canvas.coasts(self.area, [west, east], [south, north]);
        let partners = &self.view.partners;
        let mut taken: Vec<Area> = Vec::new();
        for place in partners.places.iter().take(self.area.height) {
            if let Some((x, y)) = self.cell(place.at.1, place.at.0) {
                canvas.put(x, y, "•", Role::Key);
            }
        }
        if let Some((of, at)) = partners.of.as_ref().and_then(|of| Some((of, of.at?))) {
            self.label(
                canvas,
                &mut taken,
                (at.longitude, at.latitude),
                ("◆", &of.name),
                (Role::Focus, Role::Focus),
            );
        }
        let chosen = partners.states.get(self.view.chosen).filter(|_| canvas.has_cursor());
        if let Some((state, at)) = chosen.and_then(|state| Some((state, state.at?))) {
            let number = thousands(state.agreements.len());
            let roles = (Role::Focus, Role::Focus);
            let drawn =
                self.label(canvas, &mut taken, (at.longitude, at.latitude), (&number, &state.name), roles);
            if let Some(row) = drawn {
                canvas.select(row.x, row.y, row.width);
            }
        }
        for (place, state) in partners.states.iter().enumerate() {
            let Some(at) = state.at.filter(|_| place != self.view.chosen || !canvas.has_cursor()) else {
                continue;
            };
            let number = thousands(state.agreements.len());
            let roles = (Role::Bar, Role::Text);
            let drawn =
                self.label(canvas, &mut taken, (at.longitude, at.latitude), (&number, &state.name), roles);
            if let Some(row) = drawn {
                canvas.hit(row, Target::Choice(place));
            }
        }
    }

    /// The cell of a point; `None` if it is out of view.
    fn cell(&self, longitude: f64, latitude: f64) -> Option<(usize, usize)> {
        let Frame { west, east, south, north } = self.frame;
        let across = (longitude - west) / (east - west) * self.area.width as f64;
        let down = (north - latitude) / (north - south) * self.area.height as f64;
        let is_in = |at: f64, cells: usize| at >= 0.0 && at < cells as f64;
        (is_in(across, self.area.width) && is_in(down, self.area.height))
            .then(|| (self.area.x + across as usize, self.area.y + down as usize))
    }

    /// Draws a sign and a name at a point, or a row above or below if that is taken; returns where. What has no room is in
    /// the list only.
    fn label(
        &self,
        canvas: &mut Canvas<'_>,
        taken: &mut Vec<Area>,
        (longitude, latitude): (f64, f64),
        (sign, name): (&str, &str),
        roles: (Role, Role),
    ) -> Option<Area> {
        let (x, y) = self.cell(longitude, latitude)?;
        let length = width(sign) + 1 + width(name);
        let x = x.min(self.area.right().saturating_sub(length)).max(self.area.x);
        let rows = [Some(y), y.checked_sub(1), Some(y + 1)];
        let is_free = |row: &Area| {
            let inside =
                row.y >= self.area.y && row.y < self.area.bottom() && row.right() <= self.area.right();
            let wide = Area { x: row.x.saturating_sub(1), width: row.width + 2, ..*row };
            inside
                && taken.iter().all(|other| {
                    let shared = other.intersection(wide);
                    shared.width == 0 || shared.height == 0
                })
        };
        let row = rows.into_iter().flatten().map(|y| Area::row(x, y, length)).find(is_free)?;
        let end = canvas.put(row.x, row.y, sign, roles.0);
        canvas.put(end, row.y, " ", roles.1);
        canvas.put(end + 1, row.y, name, roles.1);
        taken.push(row);
        Some(row)
    }
}

/// The states as a list, and the agreements of the chosen one.
struct List<'a> {
    state: &'a State,
    view: &'a MapView,
    area: Area,
}

impl List<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (area, states) = (self.area, &self.view.partners.states);
        let most = states.iter().map(|state| state.agreements.len()).max().unwrap_or(1).max(1);
        let is_split = self.state.layout.is_split();
        let below = if canvas.has_cursor() && is_split { area.height.saturating_sub(1) * 2 / 5 } else { 0 };
        let shown = area.height.saturating_sub(1 + below).max(1).min(states.len());
        canvas.put_cut(area.x + 2, area.y, "state", Role::Quiet, area.width.saturating_sub(2));
        canvas.put_right(area.right() - 1, area.y, "agreements", Role::Quiet);
        let first = window(states.len(), shown, self.view.chosen);
        for (i, (place, state)) in states.iter().enumerate().skip(first).take(shown).enumerate() {
            let y = area.y + 1 + i;
            self.row(canvas, y, state, most);
            canvas.hit(Area::row(area.x, y, area.width), Target::Choice(place));
            if canvas.has_cursor() && place == self.view.chosen {
                canvas.put(area.x, y, "▸", Role::Focus);
                canvas.select(area.x, y, area.width);
            }
        }
        let left = states.len() - shown;
        let y = area.y + 1 + shown;
        if left > 0 && below > 0 {
            canvas.put(area.x + 2, y, &format!("{} more", thousands(left)), Role::Quiet);
        }
        if let Some(chosen) = states.get(self.view.chosen).filter(|_| below > 0) {
            self.agreements(canvas, area.below(y + 2), chosen);
        }
    }

    fn row(&self, canvas: &mut Canvas<'_>, y: usize, state: &Partner, most: usize) {
        let area = self.area;
        let number = thousands(state.agreements.len());
        let years = match state.years {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}–{last}"),
            None => String::new(),
        };
        let tail = if self.state.layout.class() > Class::Compact { 11 } else { 0 };
        let bar = area.width.saturating_sub(tail + 24).min(8);
        let name = area.width.saturating_sub(tail + bar + 8);
        canvas.put_cut(area.x + 2, y, &state.name, Role::Text, name);
        if let Some(sign) = EIGHTHS.get(6).filter(|_| bar > 0) {
            let cells = (state.agreements.len() * bar).div_ceil(most);
            canvas.repeat(area.x + 2 + name + 1, y, sign, cells, Role::Bar);
        }
        canvas.put_right(area.right() - 1 - tail, y, &number, Role::Text);
        if tail > 0 {
            canvas.put_right(area.right() - 1, y, &years, Role::Quiet);
        }
    }

    /// The agreements of a state, newest first.
    fn agreements(&self, canvas: &mut Canvas<'_>, area: Area, state: &Partner) {
        if area.height == 0 {
            return;
        }
        let words = format!("{}, {}", state.name, count(state.agreements.len(), "agreement", "agreements"));
        canvas.put_cut(area.x, area.y, &words, Role::Strong, area.width);
        dated::draw(canvas, self.state.collection(), area.below(area.y + 1), &state.agreements);
    }
}
