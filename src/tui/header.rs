//! The first row: what is open, or the search line.

use super::canvas::Canvas;
use crate::explore::layout::{Area, Class, Layout};
use crate::explore::{Role, Scope, SearchBox, SearchFocus, State, Target};
use crate::text::{capitalised, count, cut, thousands, width};

/// Draws the header, or the search line if there is one.
pub fn draw(canvas: &mut Canvas<'_>, state: &State) {
    match &state.search {
        Some(search) => search_line(canvas, state, search),
        None if state.layout.is_split() => title_line(canvas, state),
        None => {}
    }
}

fn title_line(canvas: &mut Canvas<'_>, state: &State) {
    let layout: Layout = state.layout;
    let last = layout.columns - 2;
    let mut x = canvas.put(1, 0, "accords", Role::Focus) + 3;
    x = canvas.put_cut(x, 0, &title(state), Role::Strong, layout.columns.saturating_sub(x + 4)) + 3;
    let room = layout.columns.saturating_sub(x);
    let (right, role) = match (narrowed(state, room), loading(state, room)) {
        (Some(words), _) => (words, Role::Text),
        (None, Some(words)) => (words, Role::Quiet),
        (None, None) => (signed(state), Role::Quiet),
    };
    let mut counts = counts(state);
    let room = layout.columns.saturating_sub(x + width(&right) + 4);
    while !counts.is_empty() && width(&counts.join(" · ")) > room {
        counts.pop();
    }
    canvas.put(x, 0, &counts.join(" · "), Role::Quiet);
    if width(&right) + x <= layout.columns {
        canvas.put_right(last, 0, &right, role);
    }
}

fn title(state: &State) -> String {
    match state.collection().dossiers() {
        // The progress of loading is at the right.
        [] if state.loading.is_some() => String::new(),
        [] => "nothing open".to_owned(),
        [one] => one.title.clone(),
        several => count(several.len(), "dossier", "dossiers"),
    }
}

fn counts(state: &State) -> Vec<String> {
    let totals = state.open.totals;
    if totals.items == 0 {
        return Vec::new();
    }
    vec![
        count(totals.agreements, "agreement", "agreements"),
        count(totals.events, "event", "events"),
        count(totals.sources, "source", "sources"),
    ]
}

/// The progress of loading, such as `120 of 450 files · 12,400 of about 41,000 clauses · 2 s left`, as far as it is
/// known and fits in `room` columns.
pub fn loading(state: &State, room: usize) -> Option<String> {
    state.loading?.words().into_iter().find(|words| width(words) <= room)
}

/// What the panes are filtered by, and the key that shows all, in at most `room` columns.
pub fn narrowed(state: &State, room: usize) -> Option<String> {
    let name = match state.place.narrowed.as_ref()?.scope {
        Scope::Item(item) | Scope::Agreement(item) => state.collection().list_title(item)?,
        Scope::Dossier(place) => &state.collection().dossiers().get(place as usize)?.title,
    };
    let whole = format!("Showing {name} only · esc shows all");
    if width(&whole) <= room {
        return Some(whole);
    }
    let end = " only · esc";
    Some(format!("{}{end}", cut(name, room.saturating_sub(width(end)), "…")))
}

/// When and where the leading agreement was signed.
fn signed(state: &State) -> String {
    let [dossier] = state.collection().dossiers() else { return String::new() };
    let Some(agreement) = dossier.leading() else { return String::new() };
    let Some(date) = agreement.signed else { return String::new() };
    let place = agreement.place.as_ref().map(|p| format!(", {p}")).unwrap_or_default();
    let kind = agreement.kind_word().filter(|_| state.layout.class() == Class::Large);
    let kind = kind.map(|kind| format!("{} ", capitalised(kind))).unwrap_or_default();
    format!("{kind}signed {}{place}", date.shown())
}

fn search_line(canvas: &mut Canvas<'_>, state: &State, search: &SearchBox) {
    canvas.clear(0, 0, state.layout.columns, 1);
    canvas.hit(Area::row(0, 0, state.layout.columns), Target::SearchLine);
    let matched = matched(state, search);
    let right = if width(&matched) + 12 < state.layout.columns { width(&matched) + 3 } else { 0 };
    let room = state.layout.columns.saturating_sub(4 + right);
    let start = canvas.put(1, 0, "/", Role::Focus) + 1;
    let (before, after) = search.line.parts();
    // If the line is too long, the part before the cursor is shown.
    let skip = width(before).saturating_sub(room.saturating_sub(2));
    let mut gone = 0;
    let visible: String = crate::text::glyphs(before)
        .filter(|g| {
            gone += g.width;
            gone > skip
        })
        .map(|g| g.shown.into_owned())
        .collect();
    let at = canvas.put(start, 0, &visible, Role::Strong);
    let rest = if after.is_empty() { " " } else { after };
    canvas.put_cut(at, 0, rest, Role::Strong, (start + room).saturating_sub(at).max(1));
    mark_problems(canvas, search, start, skip, room);
    if search.focus == SearchFocus::Line {
        canvas.select(at, 0, 1);
    }
    if right > 0 {
        canvas.put_right(state.layout.columns - 2, 0, &matched, Role::Quiet);
    }
}

/// Marks the parts of the line that were not understood.
fn mark_problems(canvas: &mut Canvas<'_>, search: &SearchBox, start: usize, skip: usize, room: usize) {
    let line = search.line.text();
    for problem in &search.problems {
        let before = line.get(..problem.range.start).map_or(0, width);
        let words = line.get(problem.range.clone()).unwrap_or_default();
        if let Some(x) = before.checked_sub(skip) {
            canvas.put_cut(start + x, 0, words, Role::Dispute, room.saturating_sub(x));
        }
    }
}

/// The number of matches, such as `9 of 253 items match`.
fn matched(state: &State, search: &SearchBox) -> String {
    let Some(matches) = &search.matches else { return "type to search".to_owned() };
    let (matched, total) = (thousands(matches.all_words()), state.open.totals.items);
    if state.loading.is_some() || state.indexed < total {
        let about = state.loading.map_or(total, |loading| loading.about(total));
        let (searched, about) = (thousands(state.indexed), thousands(about));
        return format!("{matched} match · searching {searched} of about {about}");
    }
    // A single letter is only the beginning of a word.
    if search.line.text().trim().chars().count() == 1 {
        return format!("{matched} match so far, keep typing");
    }
    format!("{matched} of {} match", count(total, "item", "items"))
}
