//! With whom, and where? The land of the world, at each site its number of items, and the same as a list.

use super::land;
use crate::explore::layout::{Area, Class, window};
use crate::explore::map_frame::{Frame, areas};
use crate::explore::overlays::{MapView, Panel};
use crate::explore::{Role, State, Target};
use crate::insight::Lacking;
use crate::insight::charts::{Atlas, Shows, Site};
use crate::text::{self, count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::nothing;
use crate::tui::charts::legend;
use crate::tui::frame::heading;
use crate::tui::glyphs::EIGHTHS;
use crate::tui::pictures::dated;

/// Draws the map.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area, view: &MapView) {
    let atlas = view.atlas();
    let counts = [atlas.counted(), atlas.counted_sites()];
    heading(canvas, area, "", &[view.title(), "Map".into()], &counts, true);
    if atlas.sites.is_empty() {
        let lacking = atlas.lacking(state.collection()).unwrap_or(Lacking::Parties);
        return nothing(canvas, area, &lacking.words());
    }
    let (map, list) = areas(area, state.layout);
    if let Some(map) = map {
        canvas.hit(map, Target::Map);
        Sheet { view, area: map, frame: view.frame(map) }.draw(canvas);
        for y in map.y..map.bottom() {
            canvas.put(map.right(), y, "│", Role::Rule);
        }
    }
    List { state, view, area: list }.draw(canvas);
    if state.layout.is_split() {
        let sign = match atlas.shows {
            Shows::Members(_) => ("1992", Role::Bar, "member since"),
            Shows::Places => ("6", Role::Bar, "events"),
            Shows::Parties | Shows::Partners(_) => ("6", Role::Bar, "agreements"),
        };
        let mut entries = vec![sign, ("⢕", Role::Rule, "land, without borders")];
        if matches!(atlas.shows, Shows::Partners(_)) {
            entries.insert(1, ("◆", Role::Focus, "whose partners"));
        }
        legend::draw(canvas, Area::row(area.x, area.bottom() - 1, area.width), &entries);
    }
}

/// The state whose partners are shown.
fn own(atlas: &Atlas) -> Option<&Site> {
    match &atlas.shows {
        Shows::Partners(of) => Some(of),
        Shows::Parties | Shows::Members(_) | Shows::Places => None,
    }
}

/// What is before a name on the map: how many items, or since when.
fn sign(atlas: &Atlas, site: &Site) -> String {
    match (&atlas.shows, site.years) {
        (Shows::Members(_), Some((since, _))) => since.to_string(),
        (Shows::Members(_), None) => "?".to_owned(),
        _ => thousands(site.items.len()),
    }
}

/// The map.
struct Sheet<'a> {
    view: &'a MapView,
    area: Area,
    frame: Frame,
}

impl Sheet<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        land::draw(canvas, self.area, self.frame);
        let atlas = self.view.atlas();
        let mut taken: Vec<Area> = Vec::new();
        if let Some(of) = own(atlas) {
            self.label(canvas, &mut taken, of, "◆", Role::Focus);
        }
        let chosen = canvas.has_cursor().then_some(self.view.chosen);
        // The chosen one takes its place before all others.
        let first = chosen.into_iter().chain((0..atlas.sites.len()).filter(|place| Some(*place) != chosen));
        for place in first {
            let Some(site) = atlas.sites.get(place) else { continue };
            let Some(row) = self.label(canvas, &mut taken, site, &sign(atlas, site), Role::Bar) else {
                continue;
            };
            canvas.hit(row, Target::Choice(place));
            if chosen == Some(place) {
                canvas.select(row.x, row.y, row.width);
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

    /// Draws a sign and the name of a site at its point, or a row above or below if that is taken; returns where. What has
    /// no room is in the list only.
    fn label(
        &self,
        canvas: &mut Canvas<'_>,
        taken: &mut Vec<Area>,
        site: &Site,
        sign: &str,
        role: Role,
    ) -> Option<Area> {
        let (north, east) = site.at?;
        let (x, y) = self.cell(east, north)?;
        let name = &site.name;
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
        let end = canvas.put(row.x, row.y, sign, role);
        canvas.put(end, row.y, " ", Role::Text);
        canvas.put(end + 1, row.y, name, Role::Text);
        taken.push(row);
        Some(row)
    }
}

/// The sites as a list, and the items of the chosen one.
struct List<'a> {
    state: &'a State,
    view: &'a MapView,
    area: Area,
}

impl List<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (area, atlas) = (self.area, self.view.atlas());
        let sites = &atlas.sites;
        let most = sites.iter().map(|site| site.items.len()).max().unwrap_or(1).max(1);
        let is_split = self.state.layout.is_split();
        let below = if canvas.has_cursor() && is_split { area.height.saturating_sub(1) * 2 / 5 } else { 0 };
        let shown = area.height.saturating_sub(1 + below).max(1).min(sites.len());
        let (site, items) = match atlas.shows {
            Shows::Parties | Shows::Partners(_) => ("state", "agreements"),
            Shows::Members(_) => ("state", "status · since"),
            Shows::Places => ("place", "events"),
        };
        let first = window(sites.len(), shown, self.view.chosen);
        let site = match shown < sites.len() && below == 0 {
            true => format!("{site} {}–{} of {}", first + 1, first + shown, thousands(sites.len())),
            false => site.to_owned(),
        };
        canvas.put_cut(area.x + 2, area.y, &site, Role::Quiet, area.width.saturating_sub(2));
        canvas.put_right(area.right() - 1, area.y, items, Role::Quiet);
        for (i, (place, site)) in sites.iter().enumerate().skip(first).take(shown).enumerate() {
            let y = area.y + 1 + i;
            match &site.standing {
                Some(standing) => self.member(canvas, y, site, standing),
                None => self.row(canvas, y, site, most),
            }
            canvas.hit(Area::row(area.x, y, area.width), Target::Choice(place));
            if canvas.has_cursor() && place == self.view.chosen {
                canvas.put(area.x, y, "▸", Role::Focus);
                canvas.select(area.x, y, area.width);
            }
        }
        let left = sites.len() - shown;
        let y = area.y + 1 + shown;
        if left > 0 && below > 0 {
            canvas.put(area.x + 2, y, &format!("{} more", thousands(left)), Role::Quiet);
        }
        if let Some(chosen) = sites.get(self.view.chosen).filter(|_| below > 0) {
            self.items(canvas, area.below(y + 2), chosen);
        }
    }

    fn row(&self, canvas: &mut Canvas<'_>, y: usize, site: &Site, most: usize) {
        let area = self.area;
        let number = thousands(site.items.len());
        let tail = if self.state.layout.class() > Class::Compact { 11 } else { 0 };
        let bar = area.width.saturating_sub(tail + 24).min(8);
        let name = area.width.saturating_sub(tail + bar + 8);
        canvas.put_cut(area.x + 2, y, &site.name, Role::Text, name);
        if let Some(sign) = EIGHTHS.get(6).filter(|_| bar > 0) {
            let cells = (site.items.len() * bar).div_ceil(most);
            canvas.repeat(area.x + 2 + name + 1, y, sign, cells, Role::Bar);
        }
        canvas.put_right(area.right() - 1 - tail, y, &number, Role::Text);
        if tail > 0 {
            canvas.put_right(area.right() - 1, y, &site.span(), Role::Quiet);
        }
    }

    fn member(&self, canvas: &mut Canvas<'_>, y: usize, site: &Site, standing: &str) {
        let area = self.area;
        let since = site.years.map_or_else(|| "?".to_owned(), |(since, _)| since.to_string());
        let words = format!("{standing} · {since}");
        let words = text::cut(&words, area.width / 2, "…");
        let name = area.width.saturating_sub(4 + width(&words));
        canvas.put_cut(area.x + 2, y, &site.name, Role::Text, name);
        canvas.put_right(area.right() - 1, y, &words, Role::Quiet);
    }

    /// The items of a site, newest first; of a member, what the organisation is.
    fn items(&self, canvas: &mut Canvas<'_>, area: Area, site: &Site) {
        if area.height == 0 {
            return;
        }
        let (collection, atlas) = (self.state.collection(), self.view.atlas());
        if let Shows::Members(organisation) = atlas.shows {
            let name = collection.title(organisation).unwrap_or_default();
            canvas.put_wrapped(area, name, Role::Strong);
            return;
        }
        let number = match atlas.shows {
            Shows::Places => count(site.items.len(), "event", "events"),
            _ => count(site.items.len(), "agreement", "agreements"),
        };
        canvas.put_cut(area.x, area.y, &format!("{}, {number}", site.name), Role::Strong, area.width);
        dated::draw(canvas, collection, area.below(area.y + 1), &site.items);
    }
}
