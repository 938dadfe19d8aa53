//! The best matches of all kinds, in the reader's place.

use crate::explore::layout::{Area, Share, is_readable};
use crate::explore::{Chord, Key, Keys, Pane, Role, SearchBox, State, Target, so_far, verdict};
use crate::insight::{agreement_among, body, numbered};
use crate::model::Kind;
use crate::report::{no_word, partial_matches};
use crate::search::{ANSWERS, Correction, LANGUAGE, Match, Matches, Provisional, Query};
use crate::text::{capitalised, count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::frame::{fitted, heading};

/// The width of the kind, if it is beside title and text.
const KIND: usize = 16;

/// Draws the best matches, best first, with the chosen one in view.
pub fn draw(canvas: &mut Canvas<'_>, area: Area, state: &State, search: &SearchBox) {
    let Some(matches) = search.matches.as_deref() else {
        return intro(canvas, area, state, search);
    };
    let ranked = matches.ranked();
    let total = matches.all_words() + matches.some_words();
    // The order may still change until the search is finished.
    let more = if matches.provisional() == Provisional::Order { "…" } else { "" };
    heading(canvas, area, "", &["Best matches"], &[format!("{}{more}", thousands(total))], true);
    let mut y = notes(canvas, area, state, search);
    if let Some(item) = search.address.filter(|_| y < area.bottom()) {
        let title = state.collection().list_title(item).unwrap_or_default();
        let role = if search.chosen == 0 { Role::Key } else { Role::Quiet };
        canvas.hit(Area::row(area.x, y, area.width), Target::Keys(Keys::one(Chord::of(Key::Enter))));
        let x = canvas.put(area.x, y, "enter", role) + 1;
        let words = format!("opens the {} at this address: {title}", item.kind().word());
        canvas.put_cut(x, y, &words, Role::Text, area.right().saturating_sub(x));
        y += 1;
    }
    let so_far = so_far(state);
    let yet = if so_far.is_some() { " so far" } else { "" };
    if matches.only_close() && y < area.bottom() {
        canvas.put_cut(area.x, y, &format!("No exact match{yet}; closest:"), Role::Quiet, area.width);
        y += 1;
    }
    if let Some(whole) = whole_agreements(state, matches).filter(|_| y < area.bottom()) {
        canvas.put_cut(area.x, y, &whole, Role::Quiet, area.width);
        y += 1;
    }
    for correction in matches.corrections() {
        if y < area.bottom() {
            y = self::correction(canvas, area, y, correction, yet);
        }
    }
    for word in matches.unknown() {
        if y < area.bottom() {
            canvas.put_cut(area.x, y, &format!("{}{yet}", no_word(word)), Role::Quiet, area.width);
            y += 1;
        }
    }
    if ranked.is_empty() {
        return nothing(canvas, area.below(y), state, search, matches);
    }
    let wide = is_readable(area.width.saturating_sub(KIND));
    let gap = usize::from(wide && state.layout.is_roomy());
    y += gap;
    let rows = 2 + gap;
    let shown = (area.bottom().saturating_sub(y) / rows).max(1);
    let first = search.chosen.saturating_sub(shown.saturating_sub(1));
    let mut partial = first > 0 && ranked.get(first - 1).is_some_and(|m| m.words < matches.words());
    for (place, found) in ranked.iter().enumerate().skip(first) {
        if found.words < matches.words() && !partial {
            partial = true;
            if y + 1 + rows > area.bottom() {
                break;
            }
            let words = partial_matches(matches.some_words(), matches.words());
            canvas.put_cut(area.x, y, &words, Role::Quiet, area.width);
            y += 1 + gap;
        }
        if y + 2 > area.bottom() && place > first {
            break;
        }
        let place_of_two = Area { y, height: 2.min(area.bottom().saturating_sub(y)), ..area };
        canvas.hit(place_of_two, Target::Match(place));
        one(canvas, place_of_two, state, matches, found, wide);
        if place == search.chosen {
            canvas.put(area.x, y, "▸", Role::Focus);
            canvas.select(area.x, y, area.width);
        }
        y += rows;
    }
}

/// A corrected word and the reason, which takes a second row if the first is full; returns the row after it.
fn correction(canvas: &mut Canvas<'_>, area: Area, y: usize, correction: &Correction, yet: &str) -> usize {
    let showing = format!("\"{yet}; showing ");
    let spans = [
        ("No \"", Role::Quiet),
        (correction.typed.as_str(), Role::Strong),
        (showing.as_str(), Role::Quiet),
        (correction.read_as.as_str(), Role::Match),
    ];
    let x = canvas.put_spans(area.x, y, &spans, area.width);
    let reason = format!(" ({})", correction.reason);
    if x + width(&reason) <= area.right() {
        canvas.put(x, y, &reason, Role::Quiet);
        return y + 1;
    }
    if y + 1 < area.bottom() {
        canvas.put_cut(area.x + 1, y + 1, &reason, Role::Quiet, area.width.saturating_sub(1));
    }
    y + 2
}

/// One match: kind, title and date, and below them the passage with most of the words. A clause begins with the name of
/// its agreement, which goes to the second row if it would cut the heading.
fn one(canvas: &mut Canvas<'_>, area: Area, state: &State, matches: &Matches, found: &Match, wide: bool) {
    let collection = state.collection();
    let Some(item) = collection.item(found.item) else { return };
    let agreement = agreement_among(collection, item);
    // The name of the agreement has its year.
    let is_dated = wide && agreement.is_none() && found.item.kind() != Kind::Source;
    let date = item.date().filter(|_| is_dated).map(|d| d.shown()).unwrap_or_default();
    let x = area.x + if wide { KIND } else { 2 };
    let is_disputed = collection.is_disputed(found.item);
    let side = if date.is_empty() { 0 } else { width(&date) + 2 } + if is_disputed { 2 } else { 0 };
    let room = area.right().saturating_sub(x + side);
    let heading = numbered(item);
    let whole = agreement.as_ref().map(|agreement| format!("{agreement} · {heading}"));
    let whole = whole.filter(|whole| width(whole) <= room);
    let below = if whole.is_some() { None } else { agreement };
    fitted(canvas, (x, area.y), whole.as_deref().unwrap_or(&heading), Role::Strong, room, Some(matches));
    canvas.put_right(area.right() - 1, area.y, &date, Role::Quiet);
    if is_disputed {
        let beside = if date.is_empty() { 0 } else { width(&date) + 1 };
        canvas.put_right(area.right().saturating_sub(beside + 1), area.y, "≠", Role::Dispute);
    }
    let kind = found.item.kind().word();
    if wide {
        canvas.put(area.x + 2, area.y, kind, Role::Quiet);
    }
    let (y, label) = (area.y + 1, below.or_else(|| (!wide).then(|| kind.to_owned())));
    if y >= area.bottom() {
        return;
    }
    let x = label.map_or(x, |label| canvas.put_cut(x, y, &label, Role::Text, room / 2) + 2);
    let room = area.right().saturating_sub(x);
    let snippet = matches.snippet(&body(collection, found.item), room);
    canvas.put_cut_matched(x, y, &snippet.text, Role::Quiet, room, &snippet.matched);
}

/// Draws what was not understood, and the completions of the filter being typed; returns the row after them.
fn notes(canvas: &mut Canvas<'_>, area: Area, state: &State, search: &SearchBox) -> usize {
    let mut y = area.y + 1;
    for problem in search.problems.iter().take(area.height.saturating_sub(2)) {
        canvas.put_cut(area.x, y, &problem.message, Role::Text, area.width);
        y += 1;
    }
    let completions = search.completions(state.collection(), &state.searches.saved);
    let names: Vec<&str> = completions.iter().map(|c| c.text.as_str()).collect();
    if !names.is_empty() && y < area.bottom() {
        let x = canvas.put(area.x, y, "tab", Role::Key) + 1;
        canvas.put_cut(x, y, &names.join(" · "), Role::Quiet, area.right().saturating_sub(x));
        y += 1;
    }
    y
}

/// Before anything is typed: what is searched, and the query language.
fn intro(canvas: &mut Canvas<'_>, area: Area, state: &State, search: &SearchBox) {
    heading(canvas, area, "", &["Best matches"], &[""], true);
    let top = notes(canvas, area, state, search);
    let words = format!(
        "Searches {} as you type: clauses, agreements, events, sectors, organisations, disputes and sources. Words can be in any order; typos are fine.",
        count(state.open.totals.items, "item", "items")
    );
    let y = canvas.put_wrapped(area.below(top + 1), &words, Role::Quiet);
    let y = canvas.put_wrapped(area.below(y + 1), &ANSWERS.join(" "), Role::Quiet);
    for (y, (form, meaning)) in (y + 1..area.bottom()).zip(LANGUAGE) {
        let x = area.x + if Share(1, 2).is_left(area.width, 28) { 28 } else { 16 };
        canvas.put_cut(area.x, y, form, Role::Key, x - area.x - 2);
        canvas.put_cut(x, y, meaning, Role::Quiet, area.right().saturating_sub(x));
    }
}

/// No matches: the query, similar words, and what the search covers.
fn nothing(canvas: &mut Canvas<'_>, area: Area, state: &State, search: &SearchBox, matches: &Matches) {
    let typed = search.line.text().trim();
    let whole = format!("No matches for {typed}.");
    let whole = verdict(so_far(state).as_deref(), &whole).into_owned();
    let mut y = canvas.put_wrapped(area.below(area.y + 1), &whole, Role::Text);
    if let Some(open) = Query::parse(typed).open_quotation() {
        y = canvas.put_wrapped(area.below(y), &format!("{}.", capitalised(&open)), Role::Text);
    }
    let near = matches.nearest_words(9);
    if !near.is_empty() && y + 2 < area.bottom() {
        y += 1;
        canvas.put_cut(area.x, y, "Similar words", Role::Quiet, area.width);
        y += 1;
        for (place, word) in near.iter().enumerate().take(area.bottom().saturating_sub(y)) {
            canvas.hit(Area::row(area.x, y, area.width), Target::Match(place));
            canvas.put_cut(area.x + 2, y, word, Role::Text, area.width.saturating_sub(2));
            if place == search.chosen {
                canvas.put(area.x, y, "▸", Role::Focus);
                canvas.select(area.x, y, area.width);
            }
            y += 1;
        }
    }
    y += 1;
    for line in on_record(state) {
        y = canvas.put_wrapped(area.below(y), &line, Role::Quiet);
    }
}

/// How many agreements hold all of a query though no single item does; `None` if there is such an item.
fn whole_agreements(state: &State, matches: &Matches) -> Option<String> {
    let whole = state.list(Pane::Library).count(Kind::Agreement);
    let words = count(whole, "agreement matches", "agreements match");
    (matches.all_words() == 0 && whole > 0).then(|| format!("{words} as a whole; the library (0) lists them"))
}

/// How many points of the agreements the search covers.
fn on_record(state: &State) -> Vec<String> {
    let agreements =
        state.collection().dossiers().iter().flat_map(|d| &d.agreements).filter(|a| a.missing() > 0);
    let covered = |a: &crate::model::Agreement| {
        let points = a.points.unwrap_or_default();
        format!(
            "Search covers only what is on record: {} of {points} points of {}.",
            a.clauses.len(),
            a.list_title()
        )
    };
    agreements.take(2).map(covered).collect()
}
