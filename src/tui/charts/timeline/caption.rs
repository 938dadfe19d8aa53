//! The caption of the timeline chart: the event under the cursor, and what else happened then.

use super::scene::Scene;
use crate::explore::Role;
use crate::explore::layout::{Area, Class, Share};
use crate::model::{Date, Event, ItemId};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::Block;
use crate::tui::glyphs::of_event;

const QUARTERS: [&str; 4] = ["Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec"];

/// The largest width of the text, and the least beside something else.
const MEASURE: usize = 76;
const READABLE: usize = 45;

/// The column of the titles of what else happened.
const TITLE: usize = 12;

/// Draws the caption.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>) {
    let (area, plan) = (scene.area, scene.plan);
    let event = scene.chosen.1;
    let date = event.date.shown();
    let whole = Area { y: plan.caption_top, height: plan.caption, ..area };
    let mut block = Block::new(whole);
    let class = scene.state.layout.class();
    let wide = class >= Class::Medium;
    let is_disputed = scene.state.collection().is_disputed(scene.chosen.0);
    let sign = if is_disputed { 2 } else { 0 };
    let margin = if wide { 18 } else { 13 }.max(text::width(&date) + sign + 2);
    // An interval may be too long for the margin.
    let beside = Share(1, 2).is_left(area.width, margin) && plan.caption > 0;
    if beside {
        let end = canvas.put(area.x, block.y, &date, Role::Strong);
        if is_disputed {
            canvas.put(end + 1, block.y, "≠", Role::Dispute);
        }
        if wide {
            let inner = Area { y: block.y + 1, width: margin - 1, height: plan.caption - 1, ..area };
            let mut below = Block::new(inner);
            below.write_in(canvas, &event.kind_words(), Role::Quiet, 2);
            if below.left() > 0 {
                canvas.put(below.x, below.y, &place_in_cell(scene), Role::Quiet);
            }
        }
        block.x += margin;
        block.width -= margin;
    }
    if class == Class::Large && plan.caption > 2 {
        let width = beside_text(scene, block.width);
        block.width -= width + 3;
        also(canvas, scene, Area { x: area.right() - width, width, ..whole });
    }
    block.width = block.width.min(MEASURE);
    words(canvas, scene, block, (!wide).then_some(date).filter(|_| !beside));
}

/// The width of what else happened: as much as its longest title needs, and what the text leaves free, but no more than
/// leaves a readable text.
fn beside_text(scene: &Scene<'_>, width: usize) -> usize {
    /// Of the titles no more are measured than a screen has rows.
    const ROWS: usize = 64;
    let all = &scene.events.all;
    let here = all.items(scene.under_the_cursor(all)).iter().take(ROWS);
    let titles = here.filter_map(|item| scene.state.collection().event(*item));
    let longest = titles.map(|event| text::width(&event.title) + TITLE).max().unwrap_or(0);
    let least = (width * 2 / 5).max(width.saturating_sub(MEASURE + 5));
    longest.min(width.saturating_sub(READABLE + 3)).max(least)
}

/// The position, such as `2 of 3 here`, if several events of the kind share the cell.
fn place_in_cell(scene: &Scene<'_>) -> String {
    let (item, event) = scene.chosen;
    let Some(track) = scene.events.lane(event.kind) else { return String::new() };
    let here = track.items(scene.under_the_cursor(track));
    match here.iter().position(|other| *other == item) {
        Some(at) if here.len() > 1 => format!("{} of {} here", at + 1, here.len()),
        _ => String::new(),
    }
}

/// Title, summary, note and sources, as far as there is room.
fn words(canvas: &mut Canvas<'_>, scene: &Scene<'_>, mut block: Block, date: Option<String>) {
    let event = scene.chosen.1;
    block.write_in(canvas, &event.title, Role::Strong, (block.left() / 4).clamp(1, 2));
    if let Some(date) = date {
        block.write_in(canvas, &format!("{date} · {}", event.kind_words()), Role::Quiet, 1);
    }
    let spacious = scene.plan.has_spare_rows;
    let dossier = scene.state.collection().dossier(scene.chosen.0);
    for dispute in dossier.into_iter().flat_map(|dossier| dossier.disputes_about(scene.chosen.0.part)) {
        let claims: Vec<&str> = dispute.claims.iter().map(|claim| claim.says.as_str()).collect();
        let words = format!("≠ {}: {}", dispute.topic, claims.join(", or "));
        block.write_in(canvas, &words, Role::Dispute, 2);
    }
    if let Some(summary) = &event.summary {
        block.write(canvas, summary, Role::Text);
    }
    if let Some(note) = event.note.as_ref().filter(|_| block.left() > 1) {
        if spacious {
            block.skip();
        }
        block.write(canvas, note, Role::Quiet);
    }
    let sourced = sourced(scene, event);
    if spacious && block.left() > 1 {
        block.skip();
    }
    if text::width(&sourced) <= block.width {
        block.write(canvas, &sourced, Role::Quiet);
    }
}

fn sourced(scene: &Scene<'_>, event: &Event) -> String {
    let number = text::count(event.sources.len(), "source", "sources");
    let dossier = scene.state.collection().dossier(scene.chosen.0);
    match dossier.and_then(|dossier| dossier.best_kind(&event.sources)) {
        None => "no source on record".to_owned(),
        Some(kind) => match kind.known() {
            Some(best) if event.sources.len() > 1 => format!("{number}, best: {best}"),
            Some(only) => format!("{number}: {only}"),
            None => number,
        },
    }
}

/// The year and the quarter of a date; `None` if only the year is known.
fn quarter(date: Date) -> (u16, Option<usize>) {
    let begins = date.begins();
    (begins.year, (!date.is_year()).then(|| usize::from(begins.month.saturating_sub(1)) / 3))
}

/// The other events in the column of the cursor, headed by their quarter if all are in the same one.
fn also(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Area) {
    let (when, all) = (quarter(scene.chosen.1.date), &scene.events.all);
    let places = scene.under_the_cursor(all);
    let here = all.items(places.clone());
    let event = |item: &ItemId| scene.state.collection().event(*item);
    let is_then =
        |item: Option<&ItemId>| item.and_then(event).is_some_and(|event| quarter(event.date) == when);
    let in_one = all.exact(&places) == places.len() && is_then(here.first()) && is_then(here.last());
    let words = match when.1.and_then(|quarter| QUARTERS.get(quarter)).filter(|_| in_one) {
        Some(quarter) => format!("{quarter} {}", when.0),
        None => "this column".to_owned(),
    };
    let others = here.len().saturating_sub(1);
    if others == 0 {
        canvas.put_cut(area.x, area.y, &format!("Nothing else in {words}"), Role::Quiet, area.width);
        return;
    }
    canvas.put_cut(area.x, area.y, &format!("Also in {words}"), Role::Quiet, area.width);
    let rows = area.height - 1;
    let shown = if others > rows { rows - 1 } else { others };
    let others_here = here.iter().filter(|item| **item != scene.chosen.0);
    let also = others_here.filter_map(|item| Some((item, event(item)?)));
    for (y, (item, event)) in (area.y + 1..).zip(also.take(shown)) {
        canvas.put_right(area.x + 5, y, &event.date.day_and_month(), Role::Quiet);
        if scene.state.collection().is_disputed(*item) {
            canvas.put(area.x + 7, y, "≠", Role::Dispute);
        }
        let role = if event.date.is_year() { Role::Quiet } else { Role::Text };
        canvas.put(area.x + 10, y, of_event(event.kind), role);
        canvas.put_cut(area.x + TITLE, y, &event.title, Role::Text, area.width.saturating_sub(TITLE));
    }
    if shown < others {
        let more = format!("{} more", text::thousands(others - shown));
        canvas.put(area.x + TITLE, area.y + 1 + shown, &more, Role::Quiet);
    }
}
