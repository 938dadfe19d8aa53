//! The caption of the sectors chart: the facts under the cursor.

use super::scene::Scene;
use crate::explore::Role;
use crate::explore::layout::{Area, Class, Share, is_readable};
use crate::insight::sector_years;
use crate::model::{ItemId, Thing};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::Block;

/// The width of the date of a fact.
const DATE: usize = 13;

/// Draws the caption.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Area) {
    let Some((sector, year)) = scene.under_cursor().filter(|_| area.height > 0) else { return };
    let name = scene.collection().title(sector).unwrap_or_default();
    let facts = sector_years(scene.collection(), sector).remove(&year).unwrap_or_default();
    let when = year.map_or_else(|| "undated".to_owned(), |year| year.to_string());
    let number = format!("{} on record", text::count(facts.len(), "fact", "facts"));
    let margin = if scene.state.layout.class() == Class::Large { 35 } else { 24 };
    let beside = is_readable(area.width.saturating_sub(margin)) && area.height > 1;
    let mut block = Block::new(area);
    if beside {
        let inner = Area { x: area.x + 2, width: margin - 4, ..area };
        Block::new(inner).write_in(canvas, &format!("{name}, {when}"), Role::Strong, 2);
        let below = 1 + text::wrap(&format!("{name}, {when}"), margin - 4).len().min(2);
        if below <= area.height && !facts.is_empty() {
            canvas.put_cut(area.x + 2, area.y + below - 1, &number, Role::Quiet, margin - 4);
        }
        block = Block { x: area.x + margin, width: area.width - margin, ..block };
    } else {
        // The name is cut, the year and the number never.
        let tail = format!(", {when}");
        let full = format!("{tail} · {number}");
        let tail = if text::width(&full) + 12 <= area.width { full } else { tail };
        let room = area.width.saturating_sub(text::width(&tail));
        let x = canvas.put_cut(area.x, block.y, name, Role::Strong, room);
        canvas.put(x, block.y, &tail, Role::Quiet);
        block.y += 1;
    }
    match facts.is_empty() {
        true => no_facts(canvas, scene, &mut block, sector, year),
        false => list(canvas, scene, block, &facts),
    }
}

/// For a year without facts: the last facts before it and the first after it.
fn no_facts(
    canvas: &mut Canvas<'_>,
    scene: &Scene<'_>,
    block: &mut Block,
    sector: ItemId,
    year: Option<u16>,
) {
    let facts = scene.facts(sector);
    let Some(year) = year else { return block.write(canvas, "No fact on record has a date.", Role::Quiet) };
    let count = |n: usize| text::count(n, "fact", "facts");
    let before = facts.years.range(..year).next_back().map(|(y, n)| format!("before: {y} ({})", count(*n)));
    let after = facts.years.range(year..).next().map(|(y, n)| format!("after: {y} ({})", count(*n)));
    let undated = (facts.undated > 0).then(|| format!("{} without a date", count(facts.undated)));
    let known: Vec<String> = before.into_iter().chain(after).chain(undated).collect();
    block.write(canvas, &format!("Nothing on record for {year}."), Role::Text);
    block.write(canvas, &known.join(" · "), Role::Quiet);
}

/// The facts by date, each with as much of its text as its share of the rows allows.
fn list(canvas: &mut Canvas<'_>, scene: &Scene<'_>, mut block: Block, facts: &[ItemId]) {
    let mut facts = facts.to_vec();
    facts.sort_by_key(|fact| scene.collection().date(*fact));
    let rows = block.left();
    let shown = if facts.len() > rows { rows.saturating_sub(1).max(1) } else { facts.len() };
    let margin = if Share(3, 4).is_left(block.width, DATE) { DATE } else { 0 };
    for (i, fact) in facts.iter().take(shown).enumerate() {
        let left = facts.len() - i;
        let share = (block.left() / left).max(1);
        let mut own = Block { x: block.x + margin, width: block.width - margin, ..block };
        own.bottom = block.bottom.min(block.y + share);
        if margin > 0 {
            let date = scene.collection().date(*fact).map(|date| date.shown());
            let date = date.filter(|date| text::width(date) < margin).unwrap_or_default();
            canvas.put_right(block.x + margin - 4, block.y, &date, Role::Quiet);
            if scene.collection().is_disputed(*fact) {
                canvas.put(block.x + margin - 2, block.y, "≠", Role::Dispute);
            }
        }
        let (head, kind, says) = words(scene, *fact);
        let named = format!("{head} · {kind}");
        own.write(canvas, if text::width(&named) <= own.width { &named } else { head }, Role::Text);
        if own.left() > 0 && !says.is_empty() {
            own.write(canvas, says, Role::Quiet);
        }
        block.y = own.y.max(block.y + 1);
    }
    if shown < facts.len() && block.left() > 0 {
        let more = format!("{} more", text::thousands(facts.len() - shown));
        canvas.put(block.x + margin, block.y, &more, Role::Quiet);
    }
}

/// The title, the kind and the text of a fact.
fn words<'a>(scene: &'a Scene<'_>, fact: ItemId) -> (&'a str, String, &'a str) {
    let Some(item) = scene.collection().item(fact) else { return Default::default() };
    let kind = match (item.thing(), item.agreement()) {
        (Thing::Event(event), _) => event.kind_words(),
        (Thing::Agreement(agreement), _) => agreement.kind_word().unwrap_or("agreement").to_owned(),
        (_, of) => format!("clause of {}", of.map(|of| of.list_title()).unwrap_or_default()),
    };
    (item.list_title(), kind, item.text().unwrap_or_default())
}
