//! Draws the help, in two columns if there is room.

use super::panel::{self, mark_chosen, prompt};
use crate::explore::keymap::Keymap;
use crate::explore::layout::{Area, Class, Layout};
use crate::explore::overlays::{Help, HelpLine, HelpPage, HelpRow};
use crate::explore::{Role, Target};
use crate::text::{count, width};
use crate::tui::canvas::Canvas;

pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, help: &Help, keymap: &Keymap) {
    let rows = help.rows(keymap);
    let is_filtered = !help.pick.line.text().is_empty();
    let columns = if layout.class() == Class::Large && help.page() == HelpPage::Keys { 2 } else { 1 };
    // The prompt comes with the first letter.
    let above = 2 * usize::from(is_filtered);
    let most = layout.rows.saturating_sub(3 + above).max(1);
    let pages = pages(&rows, columns, most);
    let tall = pages.iter().flatten().map(|column| column.len()).max().unwrap_or(1).max(1);
    let (title, right) = headings(help, &rows);
    let area =
        panel::draw(canvas, layout, if columns == 2 { 120 } else { 76 }, tall + above + 2, title, &right);
    if is_filtered {
        prompt(canvas, area, "/", &help.pick.line, "");
    }
    let list = area.below(area.y + above);
    if rows.is_empty() {
        let words = "No such action; esc and / search the texts.";
        canvas.put_cut(list.x + 2, list.y, words, Role::Quiet, list.width.saturating_sub(2));
    }
    let page = page_of(&pages, &rows, help.pick.chosen);
    let each = list.width / columns;
    for (place, column) in pages.get(page).into_iter().flatten().enumerate() {
        let part = Area { x: list.x + place * each, width: each.saturating_sub(columns - 1), ..list };
        draw_column(canvas, part, rows.get(column.clone()).unwrap_or_default(), help.pick.chosen);
    }
    lower_edge(canvas, list, layout, page, pages.len());
}

/// The title, and what is at the right of it.
fn headings(help: &Help, rows: &[HelpRow]) -> (&'static str, String) {
    if help.page() == HelpPage::Language {
        return ("The search language", "in the search line and after --where".to_owned());
    }
    let shown: usize =
        rows.iter().map(|row| if let HelpRow::Line(_, line) = row { line.rows.len() } else { 0 }).sum();
    let of = format!("{shown} of {}", count(help.all(), "action", "actions"));
    let typed = !help.pick.line.text().is_empty();
    ("Keys", if typed { of } else { format!("{of} · type to find the others") })
}

/// The rows of each column of each page. A heading is never the last row of a column.
fn pages(rows: &[HelpRow], columns: usize, most: usize) -> Vec<Vec<std::ops::Range<usize>>> {
    let is_heading = |place: usize| matches!(rows.get(place), Some(HelpRow::Heading(..)));
    let whole = rows.len().div_ceil(columns) + usize::from(columns > 1);
    let tall = if rows.len() <= columns * most { whole.min(most) } else { most };
    let mut at = 0;
    let mut column = || {
        let mut end = (at + tall).min(rows.len());
        while end < rows.len() && end > at + 1 && is_heading(end - 1) {
            end -= 1;
        }
        let range = at..end;
        at = end;
        range
    };
    let mut pages = Vec::new();
    loop {
        let page: Vec<_> = (0..columns).map(|_| column()).collect();
        let is_last = page.last().is_none_or(|last| last.end >= rows.len());
        pages.push(page);
        if is_last {
            return pages;
        }
    }
}

fn page_of(pages: &[Vec<std::ops::Range<usize>>], rows: &[HelpRow], chosen: usize) -> usize {
    let is_chosen = |row: &HelpRow| matches!(row, HelpRow::Line(place, _) if *place == chosen);
    let at = rows.iter().position(is_chosen).unwrap_or(chosen);
    pages.iter().position(|page| page.iter().any(|column| column.contains(&at))).unwrap_or(0)
}

fn draw_column(canvas: &mut Canvas<'_>, area: Area, rows: &[HelpRow], chosen: usize) {
    let longest = rows.iter().map(|row| if let HelpRow::Line(_, line) = row { width(&line.keys) } else { 0 });
    let keys = longest.max().unwrap_or(0).clamp(6, (area.width / 3).max(6));
    for (y, row) in (area.y..area.bottom()).zip(rows) {
        match row {
            HelpRow::Heading(words, is_own) => {
                let role = if *is_own { Role::Focus } else { Role::Strong };
                canvas.put_cut(area.x + 1, y, words, role, area.width.saturating_sub(1));
            }
            HelpRow::Note(words) => {
                canvas.put_cut(area.x + 2, y, words, Role::Quiet, area.width.saturating_sub(2));
            }
            HelpRow::Form(form, meaning) => {
                let column = 26.min(area.width / 2);
                canvas.put_cut(area.x + 2, y, form, Role::Key, column);
                let x = area.x + column + 3;
                canvas.put_cut(x, y, meaning, Role::Text, area.right().saturating_sub(x));
            }
            HelpRow::Line(place, line) => {
                canvas.hit(Area::row(area.x, y, area.width), Target::Choice(*place));
                draw_line(canvas, area, y, line, keys);
                if *place == chosen {
                    mark_chosen(canvas, area, y);
                }
            }
        }
    }
}

/// Draws the keys, right-aligned in a column, then the description.
fn draw_line(canvas: &mut Canvas<'_>, area: Area, y: usize, line: &HelpLine, keys: usize) {
    let shown = crate::text::cut(&line.keys, keys, "…");
    canvas.put_right(area.x + 1 + keys, y, &shown, Role::Key);
    let x = area.x + keys + 4;
    canvas.put_cut_matched(x, y, line.what, Role::Text, area.right().saturating_sub(x), &line.matched);
}

/// Says on the lower edge which page it is, if there are several.
fn lower_edge(canvas: &mut Canvas<'_>, list: Area, layout: Layout, page: usize, pages: usize) {
    if pages > 1 && list.bottom() < layout.rows {
        let words = format!(" page {} of {pages} ", page + 1);
        let more = if page + 1 < pages { " ↓ more " } else { "" };
        canvas.put(list.x + 1, list.bottom(), more, Role::Quiet);
        canvas.put_right(list.right().saturating_sub(2), list.bottom(), &words, Role::Quiet);
    }
}
