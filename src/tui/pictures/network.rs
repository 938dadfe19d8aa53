//! Which states sign with the same others? Half a matrix of states, like beside like.

use crate::explore::layout::{Area, Class, window};
use crate::explore::overlays::{NetworkView, Panel};
use crate::explore::{Role, State, Target};
use crate::insight::Lacking;
use crate::insight::charts::{Network, Shades};
use crate::text::{count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::{Block, nothing, rule_below};
use crate::tui::charts::legend;
use crate::tui::charts::shade::{self, Spot};
use crate::tui::frame::heading;
use crate::tui::pictures::dated;
use std::ops::Range;

/// The rows besides those of the matrix: heading, legend, rule and what the cursor is on.
const BESIDE: usize = 6;

/// What the picture is drawn from.
struct Scene<'a> {
    state: &'a State,
    area: Area,
    view: &'a NetworkView,
    network: &'a Network,
    shades: Shades,
    /// The width of names and numbers.
    names: usize,
    pitch: usize,
    rows: Range<usize>,
    columns: Range<usize>,
}

/// Draws the picture.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area, view: &NetworkView) {
    let network = &*view.network;
    let states = network.states.len();
    if states < 2 {
        heading(canvas, area, "", &[view.title()], &[""], true);
        return nothing(canvas, area, &Lacking::Pairs.words());
    }
    let longest = network.states.iter().map(|state| width(&state.name)).max().unwrap_or(0);
    let class = state.layout.class();
    let names = longest.clamp(8, if class == Class::Small { 12 } else { 22 }) + 9;
    let pitch = (shade::width(network.most) + 1).max(4);
    // Names of columns stand on the slope, and need a column more.
    let fit = (area.width.saturating_sub(names) / pitch).saturating_sub(1).clamp(1, states);
    let shown = area.height.saturating_sub(BESIDE).clamp(1, states);
    let (top, left) = (window(states, shown, view.row), window(states, fit, view.column));
    let (rows, columns) = (top..(top + shown).min(states), left..(left + fit).min(states));
    let counts = [
        format!(
            "{} of {} · agreements with both · like beside like",
            thousands(states),
            count(network.all, "state", "states")
        ),
        format!("{} of {}", thousands(states), count(network.all, "state", "states")),
        count(network.all, "state", "states"),
        thousands(network.all),
    ];
    heading(canvas, area, "", &[view.title()], &counts, true);
    let shades = Shades::up_to(network.most);
    Scene { state, area, view, network, shades, names, pitch, rows, columns }.draw(canvas);
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = self.area;
        for (y, row) in (area.y + 1..).zip(self.rows.clone()) {
            self.row(canvas, y, row);
        }
        let mut y = area.y + 1 + self.rows.len();
        let end = if canvas.has_cursor() { area.bottom() } else { y + 1 };
        if y < end {
            let at = shade::legend(canvas, area.x, y, area.width, &self.shades, "agreements of both");
            let code = self.columns.clone().find(|column| self.rows.contains(column));
            let code = code.and_then(|column| self.network.states.get(column));
            let named = code.map(|state| (state.code.as_str(), Role::Quiet, "names its column"));
            let entries: Vec<_> = [("·", Role::Rule, "none")].into_iter().chain(named).collect();
            legend::draw_after(canvas, Area::row(area.x, y, area.width), at, &entries);
        }
        y += 1;
        if !canvas.has_cursor() || y + 1 >= area.bottom() {
            return;
        }
        rule_below(canvas, area, y, (self.rows.start, self.rows.len(), self.network.states.len()));
        self.caption(canvas, area.below(y + 1));
    }

    /// The last column of a cell.
    fn end(&self, column: usize) -> usize {
        self.area.x + self.names + (column - self.columns.start + 1) * self.pitch - 2
    }

    fn row(&self, canvas: &mut Canvas<'_>, y: usize, row: usize) {
        let Some(state) = self.network.states.get(row) else { return };
        let here = canvas.has_cursor() && row == self.view.row;
        let (x, role) = (self.area.x, if here { Role::Strong } else { Role::Text });
        canvas.hit(Area::row(x, y, self.names), Target::Choice(row));
        canvas.put_cut(x + 2, y, &state.name, role, self.names.saturating_sub(8));
        canvas.put_right(x + self.names - 2, y, &thousands(state.items.len()), Role::Quiet);
        if here {
            canvas.put(x, y, "▸", Role::Focus);
        }
        for column in self.columns.clone().filter(|column| *column < row) {
            let (end, width) = (self.end(column), shade::width(self.network.most));
            canvas.hit(Area::row(end + 1 - width, y, width), Target::Cell { row, column });
            let at_cursor = here && column == self.view.column;
            shade::cell(
                canvas,
                Spot { end, y, width },
                self.network.shared(row, column),
                &self.shades,
                at_cursor,
            );
        }
        if self.columns.start > 0 && row > 0 {
            canvas.put(x + self.names - 1, y, "←", Role::Quiet);
        }
        if row > self.columns.end {
            canvas.put(self.area.right() - 1, y, "→", Role::Quiet);
        }
        if self.columns.contains(&row) {
            let named = canvas.has_cursor() && row == self.view.column;
            let start = self.end(row) + 1 - shade::width(self.network.most);
            let room = self.area.right().saturating_sub(start);
            canvas.put_cut(
                start,
                y,
                &state.code,
                if named { Role::Focus } else { Role::Quiet },
                room.min(10),
            );
        }
    }

    /// The pair of the cursor and its agreements.
    fn caption(&self, canvas: &mut Canvas<'_>, area: Area) {
        let name = |place: usize| {
            self.network.states.get(place).map(|state| state.name.as_str()).unwrap_or_default()
        };
        let pair = format!("{}, {}", name(self.view.row), name(self.view.column));
        let agreements = self.network.agreements(self.view.row, self.view.column);
        let mut block = Block::new(area);
        let number = count(agreements.len(), "agreement", "agreements");
        block.write_in(canvas, &format!("{pair}: {number} in common"), Role::Strong, 1);
        let left = block.left().saturating_sub(1);
        let rows = Area { y: block.y, height: left, ..area };
        block.y += dated::draw(canvas, self.state.collection(), rows, &agreements);
        block.write_in(canvas, "An agreement of several states counts for each two of them.", Role::Quiet, 1);
    }
}
