//! Draws a trace: the text and the nearest clause above, who used the wording first below, each on one axis of time.

use crate::explore::layout::{Area, is_readable};
use crate::explore::overlays::{Panel, TraceView};
use crate::explore::{Role, State, Target, quote_bar};
use crate::insight::bare_number;
use crate::insight::compare::{label, passage, signed};
use crate::insight::trace::{AgreementTrace, ItemTrace, Origin, TextTrace, Traced, share_of};
use crate::model::{Collection, Date, Item, ItemId, Wording};
use crate::text::{self, count, thousands, wrap};
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;
use std::ops::Range;

/// The most rows of first uses.
const USES: usize = 12;
/// The columns between the two texts.
const BETWEEN: usize = 3;

pub fn draw(canvas: &mut Canvas<'_>, state: &State, view: &TraceView) {
    let (body, collection) = (state.layout.body(), state.collection());
    let trace = &view.trace;
    heading(canvas, Area { height: 1, ..body }, "", &[view.title()], &wordings(trace), true);
    let uses = trace.origins.len().min(USES).min((body.height / 3).max(1));
    let below = if trace.origins.is_empty() { 0 } else { uses + 2 };
    let above = Area { y: body.y + 1, height: body.height.saturating_sub(1 + below), ..body };
    match &trace.traced {
        Traced::Clause(text) => clause(canvas, collection, view, text, above),
        Traced::Agreement(of) => agreement(canvas, collection, of, above),
    }
    if below > 0 {
        let area = Area { y: above.bottom(), height: below.min(body.height), ..body };
        Uses::new(collection, view, area).draw(canvas, uses);
    }
}

/// How much of the wording is borrowed, the fullest words first.
fn wordings(trace: &ItemTrace) -> Vec<String> {
    let (all, borrowed) = trace.counts();
    let (of, all) = (thousands(borrowed), count(all, "passage", "passages"));
    vec![
        format!("{of} of {all} of {} are in earlier open agreements", trace.passage_words()),
        format!("{of} of {all} are in earlier agreements"),
        format!("{of} of {all} borrowed"),
        of,
    ]
}

/// The text, and the nearest clause beside it if both can be read.
fn clause(canvas: &mut Canvas<'_>, collection: &Collection, view: &TraceView, trace: &TextTrace, area: Area) {
    let half = area.width.saturating_sub(2 + BETWEEN) / 2;
    let is_beside = is_readable(half) && view.near().is_some();
    let width = if is_beside { half } else { area.width.saturating_sub(2) };
    let legend = area.bottom().saturating_sub(1);
    let texts = Area { height: area.height.saturating_sub(1), ..area };
    let own = Area { x: area.x + 2, width, ..texts };
    let standard = view.trace.standard;
    let role = |earlier: usize| match earlier {
        0 => Role::Strong,
        earlier if earlier >= standard => Role::Quiet,
        _ => Role::Text,
    };
    let marked = trace.spread.iter().map(|(range, earlier)| (range.clone(), role(*earlier))).collect();
    let about = signed(collection, view.trace.item);
    side(
        canvas,
        own,
        (&name(collection, view.trace.item), &about),
        &Marked::of(collection, view.trace.item, marked),
    );
    if let Some((number, near)) = view.near().filter(|_| is_beside) {
        let x = own.right() + BETWEEN;
        for y in texts.y..texts.bottom() {
            canvas.put(x - 2, y, "│", Role::Rule);
        }
        let differs = near.difference.right().map(|range| (range, Role::Differ)).collect();
        let title = format!("nearest, {number} of {}: {}", view.nearest().len(), name(collection, near.item));
        let about = format!(
            "{} shared · {} differ",
            count(near.passages, "passage", "passages"),
            count(near.difference.only_left + near.difference.only_right, "word", "words")
        );
        let other = Area { x, width: area.right().saturating_sub(x), ..texts };
        let date = Date::shown_or_undated(collection.date(near.item));
        side(
            canvas,
            other,
            (&title, &format!("{date} · {about}")),
            &Marked::of(collection, near.item, differs),
        );
    }
    let (many, few) =
        (format!(" in {standard} or more earlier agreements   "), format!(" in 1 to {}   ", standard - 1));
    let mut words =
        vec![("words", Role::Quiet), (&many, Role::Quiet), ("words", Role::Text), (&few, Role::Quiet)];
    words.extend([("words", Role::Strong), (" in none", Role::Quiet)]);
    if is_beside {
        words.extend([("   ", Role::Quiet), ("words", Role::Differ), (" differ here", Role::Quiet)]);
    }
    canvas.put_spans(area.x + 2, legend, &words, area.width.saturating_sub(2));
}

/// An article with its agreement: `Kyrgyz Republic - Ukraine, Article 9`.
fn name(collection: &Collection, item: ItemId) -> String {
    match item.agreement().filter(|agreement| *agreement != item) {
        Some(agreement) => format!("{}, {}", label(collection, agreement), label(collection, item)),
        None => label(collection, item),
    }
}

/// A text with roles for some of its ranges, in order.
struct Marked<'a> {
    text: &'a str,
    wording: Wording,
    roles: Vec<(Range<usize>, Role)>,
}

impl<'a> Marked<'a> {
    fn of(collection: &'a Collection, item: ItemId, roles: Vec<(Range<usize>, Role)>) -> Self {
        // Only clauses have words of an instrument; all else is in the words of the dossier.
        let clause = collection.item(item).and_then(|item| item.clause());
        let wording = clause.map_or(Wording::Summary, |clause| clause.wording);
        Self { text: passage(collection, item).unwrap_or_default(), wording, roles }
    }

    /// The pieces of a line; what is in no range is plain.
    fn pieces(&self, line: Range<usize>) -> Vec<(Range<usize>, Role)> {
        let mut pieces = Vec::new();
        let mut at = line.start;
        let first = self.roles.partition_point(|(range, _)| range.end <= line.start);
        for (range, role) in self.roles.iter().skip(first).take_while(|(range, _)| range.start < line.end) {
            let (start, end) = (range.start.max(at), range.end.min(line.end));
            pieces.extend((at < start).then_some((at..start, Role::Text)));
            pieces.extend((start < end).then_some((start..end, *role)));
            at = at.max(end);
        }
        pieces.extend((at < line.end).then_some((at..line.end, Role::Text)));
        pieces
    }
}

/// A title, a line about it, and as much of the text as there is room for.
fn side(canvas: &mut Canvas<'_>, area: Area, (title, about): (&str, &str), marked: &Marked<'_>) {
    canvas.put_cut(area.x, area.y, title, Role::Strong, area.width);
    canvas.put_cut(area.x, area.y + 1, about, Role::Quiet, area.width);
    let lines = wrap(marked.text, area.width.saturating_sub(2));
    let room = area.height.saturating_sub(2);
    let shown = if lines.len() > room { room.saturating_sub(1) } else { lines.len() };
    for (y, line) in (area.y + 2..).zip(lines.iter().take(shown)) {
        canvas.put(area.x, y, quote_bar(marked.wording), Role::Key);
        let mut x = area.x + 2;
        for (range, role) in marked.pieces(line.clone()) {
            x = canvas.put(x, y, marked.text.get(range).unwrap_or_default(), role);
        }
    }
    if shown < lines.len() && room > 0 {
        let more = format!("↓ {}", count(lines.len() - shown, "more line", "more lines"));
        canvas.put(area.x + 2, area.y + 2 + shown, &more, Role::Quiet);
    }
}

/// Clause by clause, how much of an agreement or a chapter is borrowed, and who has most of it.
fn agreement(canvas: &mut Canvas<'_>, collection: &Collection, trace: &AgreementTrace, area: Area) {
    let own = Area { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    canvas.put_cut(own.x, own.y, &name(collection, trace.item), Role::Strong, own.width);
    canvas.put_cut(own.x, own.y + 1, &signed(collection, trace.item), Role::Quiet, own.width);
    let clauses: Vec<_> = trace.clauses.iter().filter(|clause| clause.passages > 0).collect();
    let room = own.height.saturating_sub(3);
    let shown = if clauses.len() > room { room.saturating_sub(1) } else { clauses.len() };
    for (y, clause) in (own.y + 2..).zip(clauses.iter().take(shown)) {
        let percent = (share_of(clause.borrowed, clause.passages) * 100.0).round();
        let share = format!("{percent:>3} %");
        let role = if clause.borrowed == 0 { Role::Strong } else { Role::Text };
        canvas.put(own.x, y, &share, Role::Quiet);
        let half = own.width.saturating_sub(8) / 2;
        canvas.put_cut(own.x + 7, y, &label(collection, clause.item), role, half);
        if let Some(most) = clause.most {
            let most = format!("most in {}", label(collection, most.agreement));
            canvas.put_cut(own.x + 8 + half, y, &most, Role::Quiet, own.width.saturating_sub(8 + half));
        }
    }
    if shown < clauses.len() {
        let more = format!("↓ {}", count(clauses.len() - shown, "more clause", "more clauses"));
        canvas.put(own.x + 7, own.y + 2 + shown, &more, Role::Quiet);
    }
}

/// The first uses, a row each.
struct Uses<'a> {
    collection: &'a Collection,
    view: &'a TraceView,
    area: Area,
    /// The column where the axis begins and its cells; no cells where there is no room.
    axis: (usize, usize),
    /// The years at its ends.
    span: (f64, f64),
}

impl<'a> Uses<'a> {
    fn new(collection: &'a Collection, view: &'a TraceView, area: Area) -> Self {
        /// The fewest columns of the titles and numbers beside an axis.
        const BESIDE: usize = 46;
        let cells = area.width.saturating_sub(BESIDE).min(area.width * 2 / 5);
        let cells = if cells < 16 { 0 } else { cells };
        let year = |item: ItemId| collection.date(item).map(|date| date.begins().as_years());
        let first = view.trace.origins.iter().filter_map(|origin| year(origin.item)).reduce(f64::min);
        let own = year(view.trace.item);
        let last = own.or(view.trace.origins.iter().filter_map(|origin| year(origin.item)).reduce(f64::max));
        let first = first.or(own).unwrap_or(0.0).floor();
        // A part of the axis is left for what came after.
        let last = (last.unwrap_or(first) - first).mul_add(1.25, first + 1.0).ceil();
        Self {
            collection,
            view,
            area,
            axis: (area.right().saturating_sub(cells), cells),
            span: (first, last),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, rows: usize) {
        let unit = if matches!(self.view.trace.traced, Traced::Clause(_)) { "words" } else { "passages" };
        let end = if self.axis.1 > 0 { self.axis.0 - 2 } else { self.area.right() };
        let head = Area { width: end - self.area.x, height: 1, ..self.area };
        heading(canvas, head, "", &["Earliest use, oldest first", "Earliest use"], &[unit], false);
        self.years(canvas);
        let first = (self.view.chosen + 1).saturating_sub(rows);
        let origins = self.view.trace.origins.iter().enumerate().skip(first).take(rows);
        for (y, (place, origin)) in (self.area.y + 1..).zip(origins) {
            self.row(canvas, y, origin, end);
            canvas.hit(Area::row(self.area.x, y, self.area.width), Target::Choice(place));
            if place == self.view.chosen {
                canvas.put(self.area.x, y, "▸", Role::Focus);
                canvas.select(self.area.x, y, end - self.area.x);
            }
        }
        let mut words = vec![("●", Role::Strong), (" earliest use on record", Role::Quiet)];
        if self.axis.1 > 0 {
            words.extend([
                ("   •", Role::Text),
                (" used again   ", Role::Quiet),
                ("│", Role::Focus),
                (" this text   ", Role::Quiet),
            ]);
            words.extend([("›", Role::Text), (" also later", Role::Quiet)]);
        }
        let limits = "   of what is open, not of all treaties";
        let taken: usize = words.iter().map(|(word, _)| text::width(word)).sum();
        words.extend((taken + text::width(limits) + 2 <= self.area.width).then_some((limits, Role::Quiet)));
        let y = self.area.bottom().saturating_sub(1);
        canvas.put_spans(self.area.x + 2, y, &words, self.area.width.saturating_sub(2));
    }

    fn row(&self, canvas: &mut Canvas<'_>, y: usize, origin: &Origin, end: usize) {
        let item = self.collection.item(origin.item);
        let date = item.map(|item| item.shown_date()).unwrap_or_default();
        canvas.put(self.area.x + 2 + 11_usize.saturating_sub(text::width(&date)), y, &date, Role::Quiet);
        let size = thousands(origin.size);
        canvas.put_right(end - 1, y, &size, Role::Text);
        let clause = item.and_then(|item: Item<'_>| item.clause());
        let number = clause.and_then(|clause| clause.number.as_deref()).map(bare_number).unwrap_or_default();
        let number = text::cut(number, 6, "…");
        canvas.put_right(end.saturating_sub(9), y, &number, Role::Quiet);
        let x = self.area.x + 15;
        let title = label(self.collection, origin.item.agreement().unwrap_or(origin.item));
        canvas.put_cut(x, y, &title, Role::Text, end.saturating_sub(x + 15));
        if self.axis.1 > 0 {
            self.line(canvas, y, origin);
        }
    }

    /// The column of a date; `None` beyond the end of the axis.
    fn column(&self, date: Option<Date>) -> Option<usize> {
        let ((x, cells), (first, last)) = (self.axis, self.span);
        let part = (date?.begins().as_years() - first) / (last - first);
        (0.0..=1.0).contains(&part).then(|| x + (part * (cells - 1) as f64) as usize)
    }

    fn line(&self, canvas: &mut Canvas<'_>, y: usize, origin: &Origin) {
        let own = self.column(self.collection.date(self.view.trace.item));
        let first = self.column(self.collection.date(origin.item));
        if let (Some(first), Some(own)) = (first, own) {
            canvas.repeat(first, y, "─", own.saturating_sub(first), Role::Rule);
        }
        let mut beyond = false;
        for again in &origin.again {
            match self.column(self.collection.date(*again)) {
                Some(x) => {
                    _ = canvas.put(
                        x,
                        y,
                        "•",
                        if own.is_some_and(|own| x > own) { Role::Quiet } else { Role::Text },
                    )
                }
                None => beyond = true,
            }
        }
        own.into_iter().for_each(|x| _ = canvas.put(x, y, "│", Role::Focus));
        first.into_iter().for_each(|x| _ = canvas.put(x, y, "●", Role::Strong));
        if beyond {
            canvas.put(self.axis.0 + self.axis.1 - 1, y, "›", Role::Quiet);
        }
    }

    /// The years above the axis, as many as have room.
    fn years(&self, canvas: &mut Canvas<'_>) {
        let ((x, cells), (first, last)) = (self.axis, self.span);
        if cells == 0 {
            return;
        }
        let years = last - first;
        let step = (years * 7.0 / cells as f64).ceil().max(1.0);
        let mut year = first;
        while year <= last {
            let at = x + ((year - first) / years * (cells - 1) as f64) as usize;
            if at + 4 <= x + cells {
                canvas.put(at, self.area.y, &format!("{year:.0}"), Role::Quiet);
            }
            year += step;
        }
    }
}
