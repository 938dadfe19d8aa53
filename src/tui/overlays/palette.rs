//! Draws the command palette: actions, then items, in columns.

use super::panel::{self, mark_chosen, prompt};
use crate::explore::keymap::Keymap;
use crate::explore::layout::{Area, Share, is_readable, window};
use crate::explore::overlays::{Command, Palette, PaletteRow, actions, keys};
use crate::explore::{Jump, Role, State, Target, so_far};
use crate::text::{count, count_of, thousands, width};
use crate::tui::canvas::Canvas;

/// The columns of the kind of a row, and of what is beside its title.
const KIND: usize = 15;
const ASIDE: usize = 24;

/// A row of the screen: a row of the palette by its place, or the rule between actions and items.
enum Line {
    Row(usize),
    Rule,
}

pub fn draw(canvas: &mut Canvas<'_>, state: &State, palette: &Palette) {
    let rows = palette.rows(&state.keys);
    let lines = lines(&rows);
    let area =
        panel::draw(canvas, state.layout, 92, lines.len() + 4, "Do or go", &counts(palette, &state.keys));
    prompt(canvas, area, ":", &palette.pick.line, "");
    let list = panel::below_prompt(area);
    let chosen =
        lines.iter().position(|line| matches!(line, Line::Row(place) if *place == palette.pick.chosen));
    let first = window(lines.len(), list.height, chosen.unwrap_or(0));
    let columns = Columns::of(list);
    let mut before = "";
    for (y, line) in (list.y..list.bottom()).zip(lines.iter().skip(first)) {
        let Line::Row(place) = line else {
            canvas.repeat(list.x + 2, y, "─", list.width.saturating_sub(3), Role::Rule);
            before = "";
            continue;
        };
        let Some(row) = rows.get(*place) else { continue };
        canvas.hit(Area::row(list.x, y, list.width), Target::Choice(*place));
        let kind = match row {
            PaletteRow::Do(_) => "Do",
            PaletteRow::Go(jump) => jump.label.as_str(),
            PaletteRow::Search => "Search",
        };
        if kind != before {
            canvas.put_cut(list.x + 2, y, kind, Role::Quiet, columns.title.saturating_sub(list.x + 3));
        }
        before = kind;
        match row {
            PaletteRow::Do(command) => action(canvas, &columns, y, command, &state.keys, palette),
            PaletteRow::Go(jump) => item(canvas, &columns, y, jump),
            PaletteRow::Search => search(canvas, &columns, y, state, palette),
        }
        if *place == palette.pick.chosen {
            mark_chosen(canvas, list, y);
        }
    }
    panel::more(canvas, list, first, lines.len());
}

/// The rows with a rule between the actions and the items.
fn lines(rows: &[PaletteRow]) -> Vec<Line> {
    let is_action = |row: &PaletteRow| matches!(row, PaletteRow::Do(_));
    let mut lines = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| rows.get(before));
        if before.is_some_and(|before| is_action(before) != is_action(row)) {
            lines.push(Line::Rule);
        }
        lines.push(Line::Row(place));
    }
    lines
}

fn counts(palette: &Palette, keymap: &Keymap) -> String {
    let actions = count_of(palette.actions(keymap), actions(palette.mode).len(), "action", "actions");
    match palette.holding {
        0 => actions,
        holding => format!("{actions} · {}", count(holding, "item", "items")),
    }
}

/// Where the columns of a row are.
struct Columns {
    title: usize,
    aside: Option<usize>,
    right: usize,
}

impl Columns {
    fn of(list: Area) -> Self {
        let title = list.x + if is_readable(list.width.saturating_sub(KIND)) { KIND } else { 9 };
        let right = list.right().saturating_sub(1);
        let has_aside = Share(2, 5).is_left(list.width, KIND + ASIDE);
        Self { title, aside: has_aside.then(|| list.right().saturating_sub(ASIDE)), right }
    }

    /// The columns of a title.
    fn room(&self, side: usize) -> usize {
        self.aside.map_or(self.right.saturating_sub(side), |aside| aside - 2).saturating_sub(self.title)
    }
}

fn action(
    canvas: &mut Canvas<'_>,
    columns: &Columns,
    y: usize,
    command: &Command,
    keymap: &Keymap,
    of: &Palette,
) {
    let keys = keys(keymap, command.binding, of.mode);
    canvas.put_right(columns.right, y, &keys, Role::Key);
    let room = columns.room(width(&keys) + 2);
    canvas.put_cut_matched(columns.title, y, command.binding.what, Role::Text, room, &command.matched);
    if let (Some(x), Some(synonym)) = (columns.aside, command.synonym) {
        let room = columns.right.saturating_sub(x + width(&keys) + 2);
        let typed = 0..of.typed().len().min(synonym.len());
        canvas.put_cut_matched(x, y, synonym, Role::Quiet, room, std::slice::from_ref(&typed));
    }
}

fn item(canvas: &mut Canvas<'_>, columns: &Columns, y: usize, jump: &Jump) {
    let end =
        canvas.put_cut_matched(columns.title, y, &jump.title, Role::Text, columns.room(0), &jump.matched);
    // Without a column of its own, it follows the title.
    let x = columns.aside.unwrap_or(end + 2);
    canvas.put_cut(x, y, &jump.aside, Role::Quiet, columns.right.saturating_sub(x));
}

/// The last row: how many items hold the words, and that Enter lists them.
fn search(canvas: &mut Canvas<'_>, columns: &Columns, y: usize, state: &State, palette: &Palette) {
    let typed = palette.typed();
    let so_far = if so_far(state).is_some() { " so far" } else { "" };
    let words = match palette.holding {
        0 => format!("search all texts for {typed}"),
        1 => format!("1 item matches{so_far}: search for {typed}"),
        holding => format!("{} items match{so_far}: search for {typed}", thousands(holding)),
    };
    let room = columns.right.saturating_sub(columns.title);
    canvas.put_cut(columns.title, y, &words, Role::Quiet, room);
}
