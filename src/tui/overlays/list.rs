//! The keys and the palette: the table of actions, filtered by what is typed; Enter runs the chosen line.

use super::panel;
use crate::search::LANGUAGE;
use crate::text::{count, width};
use crate::tui::canvas::Canvas;
use crate::tui::keymap::shown;
use crate::tui::layout::{Area, Layout, window};
use crate::tui::state::FilterBox;
use crate::tui::table::{Entry, Group, TABLE};
use crate::tui::theme::Role;
use std::ops::Range;

/// A line of the table that the filter lets through.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The line.
    pub entry: &'static Entry,
    /// What of its words matched.
    pub lit: Vec<Range<usize>>,
}

/// The lines that hold what is typed, those that begin with it or hold it as a whole first; all, group by group, for an
/// empty filter.
pub fn found(typed: &str) -> Vec<Hit> {
    let typed = typed.trim().to_lowercase();
    let by_group =
        Group::ALL.iter().flat_map(|group| TABLE.iter().filter(move |entry| entry.group == *group));
    let mut hits: Vec<(usize, Hit)> = by_group.filter_map(|entry| rank(entry, &typed)).collect();
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

fn rank(entry: &'static Entry, typed: &str) -> Option<(usize, Hit)> {
    if typed.is_empty() {
        return Some((0, Hit { entry, lit: Vec::new() }));
    }
    let words = entry.what.to_lowercase();
    if let Some(at) = words.find(typed) {
        let lit = std::iter::once(at..at + typed.len()).collect();
        return Some((at, Hit { entry, lit }));
    }
    let footer = entry.footer.iter().any(|(_, word)| word.contains(typed));
    if footer || entry.keys.contains(&typed) || entry.group.word().to_lowercase().starts_with(typed) {
        return Some((500, Hit { entry, lit: Vec::new() }));
    }
    let mut lit = Vec::new();
    let mut letters = words.char_indices();
    for wanted in typed.chars() {
        let (at, c) = letters.find(|(_, c)| *c == wanted)?;
        lit.push(at..at + c.len_utf8());
    }
    Some((1000, Hit { entry, lit }))
}

/// The keys of an entry as people read them.
pub fn keys(entry: &Entry) -> String {
    if entry.keys.len() > 4 {
        return format!("{} …", entry.keys.iter().take(3).copied().collect::<Vec<_>>().join(" "));
    }
    entry.keys.iter().map(|key| shown(key)).collect::<Vec<_>>().join(" ")
}

/// The line that is typed, behind a sign, and what stands right of it.
pub(super) fn prompt(canvas: &mut Canvas<'_>, area: Area, sign: &str, filter: &FilterBox, right: &str) {
    let (before, after) = filter.line.parts();
    let x = canvas.put(area.x, area.y, sign, Role::Focus) + 1;
    let at = canvas.put_cut(x, area.y, before, Role::Strong, area.width.saturating_sub(4));
    canvas.put_cut(
        at,
        area.y,
        if after.is_empty() { " " } else { after },
        Role::Strong,
        area.right().saturating_sub(at).max(1),
    );
    canvas.select(at, area.y, 1);
    if width(before) + width(right) + 6 < area.width {
        canvas.put_right(area.right() - 1, area.y, right, Role::Quiet);
    }
}

/// Every action by name.
pub fn palette(canvas: &mut Canvas<'_>, layout: Layout, filter: &FilterBox) {
    let hits = found(filter.line.text());
    let right = format!("{} of {}", hits.len(), count(TABLE.len(), "action", "actions"));
    let area = panel::draw(canvas, layout, 76, hits.len() + 4, "Do", &right);
    prompt(canvas, area, ":", filter, "");
    let list = Area { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    let list = if area.height < 6 {
        Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    } else {
        list
    };
    let first = window(hits.len(), list.height, filter.chosen);
    for (y, (place, hit)) in (list.y..list.bottom()).zip(hits.iter().enumerate().skip(first)) {
        line(canvas, list, y, hit, false);
        if place == filter.chosen {
            canvas.put(list.x, y, "▸", Role::Focus);
            canvas.select(list.x, y, list.width);
        }
    }
}

/// A line: what it does, its group where there is room, its keys right.
fn line(canvas: &mut Canvas<'_>, area: Area, y: usize, hit: &Hit, keys_first: bool) {
    let keys = keys(hit.entry);
    if keys_first {
        let column = 17.min(area.width / 3);
        canvas.put_right(area.x + column, y, &keys, Role::Key);
        let x = area.x + column + 3;
        canvas.put_cut_lit(x, y, hit.entry.what, Role::Text, area.right().saturating_sub(x), &hit.lit);
        return;
    }
    canvas.put_right(area.right() - 1, y, &keys, Role::Key);
    let group = if area.width >= 70 { hit.entry.group.word() } else { "" };
    let side = width(&keys) + 2 + if group.is_empty() { 0 } else { width(group) + 2 };
    canvas.put_cut_lit(
        area.x + 2,
        y,
        hit.entry.what,
        Role::Text,
        area.width.saturating_sub(2 + side),
        &hit.lit,
    );
    if !group.is_empty() {
        canvas.put_right(area.right().saturating_sub(width(&keys) + 3), y, group, Role::Quiet);
    }
}

/// The keys, in groups; in two columns where there is room.
pub fn help(canvas: &mut Canvas<'_>, layout: Layout, filter: &FilterBox) {
    let hits = found(filter.line.text());
    let columns = if layout.columns >= 108 { 2 } else { 1 };
    let rows = grouped(&hits);
    let tall = rows.len().div_ceil(columns) + 4;
    let area = panel::draw(
        canvas,
        layout,
        if columns == 2 { 148 } else { 66 },
        tall,
        "Keys",
        "type to filter · enter runs the line · esc closes",
    );
    prompt(canvas, area, "/", filter, &count(hits.len(), "action", "actions"));
    let top = if area.height < 6 { area.y + 1 } else { area.y + 2 };
    let height = area.bottom().saturating_sub(top);
    let chosen = rows
        .iter()
        .position(|row| matches!(row, HelpRow::Line(place, _) if *place == filter.chosen))
        .unwrap_or(0);
    let first = window(rows.len(), height * columns, chosen);
    let column = area.width / columns;
    for (i, row) in rows.iter().skip(first).take(height * columns).enumerate() {
        let part = Area {
            x: area.x + (i / height.max(1)) * column,
            width: column.saturating_sub(columns - 1),
            ..area
        };
        let y = top + i % height.max(1);
        match row {
            HelpRow::Blank => {}
            HelpRow::Form(form, meaning) => {
                let column = 26.min(part.width / 2);
                canvas.put_cut(part.x + 2, y, form, Role::Key, column);
                let x = part.x + column + 3;
                canvas.put_cut(x, y, meaning, Role::Text, part.right().saturating_sub(x));
            }
            HelpRow::Heading(words) => {
                canvas.put_cut(part.x, y, words, Role::Strong, part.width);
            }
            HelpRow::Line(place, hit) => {
                line(canvas, part, y, hit, true);
                if *place == filter.chosen {
                    canvas.put(part.x, y, "▸", Role::Focus);
                    canvas.select(part.x, y, part.width);
                }
            }
        }
    }
}

enum HelpRow<'a> {
    Heading(&'static str),
    Line(usize, &'a Hit),
    /// A form of the query language and its meaning.
    Form(&'static str, &'static str),
    Blank,
}

/// The hits under the headings of their groups; without headings where the order is that of a filter.
fn grouped(hits: &[Hit]) -> Vec<HelpRow<'_>> {
    if hits.len() < TABLE.len() {
        return hits.iter().enumerate().map(|(place, hit)| HelpRow::Line(place, hit)).collect();
    }
    let mut rows = Vec::new();
    for group in Group::ALL {
        if !rows.is_empty() {
            rows.push(HelpRow::Blank);
        }
        rows.push(HelpRow::Heading(group.word()));
        let own = hits.iter().enumerate().filter(|(_, hit)| hit.entry.group == group);
        rows.extend(own.map(|(place, hit)| HelpRow::Line(place, hit)));
    }
    rows.extend([HelpRow::Blank, HelpRow::Heading("In the search line")]);
    rows.extend(LANGUAGE.iter().map(|(form, meaning)| HelpRow::Form(form, meaning)));
    rows
}
