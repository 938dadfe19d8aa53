//! Which clause was followed, which is silent? Clauses down, time across, a sign for each act.

use crate::explore::layout::{Area, Class, window};
use crate::explore::overlays::{FollowUpView, Panel};
use crate::explore::{Role, State, Target};
use crate::insight::charts::{Done, DoneClause, DoneLine, Span};
use crate::insight::{Lacking, Related};
use crate::model::{Basis, Collection, EventKind, ItemId};
use crate::text::{self, count, thousands, width};
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::{Block, more, nothing, rule};
use crate::tui::charts::rows::{Part, Rows};
use crate::tui::charts::{axis, legend};
use crate::tui::frame::heading;
use crate::tui::glyphs::of_event;

/// The width of the number of acts and the date of the last.
const TAIL: usize = 18;

/// What the picture is drawn from.
struct Scene<'a> {
    state: &'a State,
    area: Area,
    view: &'a FollowUpView,
    done: &'a Done,
    /// The width of titles.
    names: usize,
    /// The width of what is right of the axis.
    tail: usize,
    span: Span,
}

/// Draws the picture.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area, view: &FollowUpView) {
    let done = &*view.done;
    let silent = done.clauses.len() - done.followed;
    let clauses = count(done.clauses.len(), "clause", "clauses");
    let counts = [
        format!("{clauses} on record · {} followed · {} silent", done.followed, thousands(silent)),
        format!("{} followed · {} silent", done.followed, thousands(silent)),
        format!("{} of {}", done.followed, thousands(done.clauses.len())),
    ];
    heading(canvas, area, "", &[view.title()], &counts, true);
    let Some(years) = done.years else {
        return nothing(canvas, area, &Lacking::FollowUp(done.clauses.len()).words());
    };
    let class = state.layout.class();
    let names = match class {
        Class::Small => area.width / 2,
        _ => (area.width * 2 / 5).min(56),
    };
    let tail = match class {
        Class::Small => 0,
        Class::Compact => 5,
        _ => TAIL,
    };
    let (x, cells) = (area.x + names, area.width.saturating_sub(names + tail).max(1));
    let span = Span::around(x, cells, years, 1, 0.0);
    Scene { state, area, view, done, names, tail, span }.draw(canvas);
}

/// How the rows are distributed.
struct Plan {
    labels: usize,
    list: usize,
    legend: usize,
    rule: usize,
    caption: usize,
}

impl Plan {
    fn new(area: Area, lines: usize, caption: usize) -> Self {
        let mut rows = Rows::of(area);
        let (mut list, mut caption) = (Part::of(lines), Part::of(caption));
        let _heading = rows.take(1);
        rows.give(&mut list, 2);
        let labels = rows.take(1);
        rows.give(&mut caption, 1);
        rows.give(&mut list, 4);
        rows.give(&mut caption, 1);
        let legend = rows.take(1);
        rows.give(&mut caption, 1);
        let rule = rows.take(1);
        rows.give(&mut list, 8);
        rows.give(&mut caption, 6);
        rows.give(&mut list, lines);
        rows.give(&mut caption, usize::MAX);
        Self { labels, list: list.rows, legend, rule, caption: caption.rows }
    }
}

impl Scene<'_> {
    fn collection(&self) -> &Collection {
        self.state.collection()
    }

    fn draw(&self, canvas: &mut Canvas<'_>) {
        let caption = if canvas.has_cursor() { usize::MAX } else { 0 };
        let plan = Plan::new(self.area, self.done.lines.len(), caption);
        let mut y = self.area.y + 1;
        if plan.labels > 0 {
            axis::put_labels(canvas, &self.span, y, &(0..0));
            if self.tail >= TAIL {
                canvas.put_right(self.span.x + self.span.cells + 4, y, "acts", Role::Quiet);
                canvas.put_right(self.area.right() - 1, y, "last", Role::Quiet);
            }
        }
        let first = window(self.done.lines.len(), plan.list, self.view.line);
        let below = self.done.lines.len().saturating_sub(first + plan.list);
        if let Some(words) = more(first, below).filter(|_| plan.labels > 0) {
            canvas.put_cut(self.area.x + 2, y, &words, Role::Quiet, self.names.saturating_sub(3));
        }
        y += plan.labels;
        for (y, (place, line)) in (y..).zip(self.done.lines.iter().enumerate().skip(first).take(plan.list)) {
            self.line(canvas, y, place, *line);
        }
        y += plan.list;
        if plan.legend > 0 {
            self.legend(canvas, y);
        }
        y += plan.legend;
        if plan.rule > 0 && canvas.has_cursor() {
            rule(canvas, self.area, y);
        }
        y += plan.rule;
        if canvas.has_cursor() {
            self.caption(canvas, Area { y, height: plan.caption, ..self.area });
        }
    }

    fn line(&self, canvas: &mut Canvas<'_>, y: usize, place: usize, line: DoneLine) {
        let here = canvas.has_cursor() && place == self.view.line;
        let (x, room) = (self.area.x, self.names.saturating_sub(4));
        canvas.hit(Area::row(x, y, self.area.width), Target::Choice(place));
        let title = |item: ItemId| self.collection().list_title(item).unwrap_or_default();
        match line {
            DoneLine::Agreement(item) => {
                canvas.put_cut(x + 2, y, title(item), Role::Strong, room);
                let date = self.collection().date(item);
                if let Some(column) = date.and_then(|date| self.span.column(date.begins().as_years())) {
                    canvas.put(column, y, of_event(EventKind::Signing), Role::Quiet);
                }
                if let Some(date) = date.filter(|_| self.tail >= TAIL) {
                    canvas.put_right(self.area.right() - 1, y, &date.shown(), Role::Quiet);
                }
            }
            DoneLine::Clause(clause) => {
                if let Some(clause) = self.done.clauses.get(clause) {
                    self.clause(canvas, y, place, clause, here);
                }
            }
            DoneLine::Silent(_, held) => {
                let words = format!("+ {}", count(held, "clause, all silent", "clauses, all silent"));
                canvas.put_cut(x + 4, y, &words, Role::Quiet, room.saturating_sub(2));
                canvas.repeat(self.span.x, y, "·", self.span.cells, Role::Rule);
            }
            DoneLine::Missing(_, held) => {
                let points = count(held, "more point", "more points");
                let words = format!("? {points}, not on record");
                canvas.put_cut(x + 4, y, &words, Role::Unknown, room.saturating_sub(2));
                canvas.put_cut(self.span.x, y, "?", Role::Unknown, self.span.cells);
            }
        }
        if here {
            canvas.put(x, y, "▸", Role::Focus);
            canvas.select(x, y, self.names.saturating_sub(1));
        }
    }

    fn clause(&self, canvas: &mut Canvas<'_>, y: usize, place: usize, clause: &DoneClause, here: bool) {
        let (x, room) = (self.area.x, self.names.saturating_sub(6));
        let is_silent = clause.acts.is_empty();
        let role = if is_silent { Role::Quiet } else { Role::Text };
        canvas.put_cut(x + 4, y, self.collection().title(clause.item).unwrap_or_default(), role, room);
        let end = self.span.x + self.span.cells;
        if is_silent {
            let dots = (self.span.x..end).step_by(2);
            dots.for_each(|x| {
                canvas.put(x, y, "·", Role::Rule);
            });
            match self.tail {
                0 => {}
                tail if tail >= TAIL => canvas.put_right(self.area.right() - 1, y, "silent", Role::Quiet),
                _ => canvas.put_right(self.area.right() - 1, y, "·", Role::Rule),
            }
            return;
        }
        let last = clause.acts.iter().filter_map(|(_, at)| *at).next_back();
        let until = last.and_then(|at| self.span.column(at)).unwrap_or(self.span.x);
        canvas.repeat(self.span.x, y, "─", until.saturating_sub(self.span.x), Role::Rule);
        self.signs(canvas, y, place, clause, here);
        if self.tail > 0 {
            let role = if here { Role::Strong } else { Role::Text };
            canvas.put_right(
                end + if self.tail >= TAIL { 4 } else { 3 },
                y,
                &clause.acts.len().to_string(),
                role,
            );
        }
        if self.tail >= TAIL {
            let newest = clause.acts.iter().rev().find(|(_, at)| at.is_some());
            let date = newest.and_then(|(act, _)| self.collection().date(act_item(clause, *act)));
            let date = date.map(|date| date.shown()).unwrap_or_default();
            canvas.put_right(self.area.right() - 1, y, &date, Role::Text);
        }
    }

    /// A sign for each act, or how many there are in a cell.
    fn signs(&self, canvas: &mut Canvas<'_>, y: usize, place: usize, clause: &DoneClause, here: bool) {
        let columns = clause.acts.iter().map(|(_, at)| at.and_then(|at| self.span.column(at)));
        let columns: Vec<Option<usize>> = columns.collect();
        let mut from = 0;
        while let Some(column) = columns.get(from).copied() {
            let same = columns.iter().skip(from).take_while(|other| **other == column).count();
            if let Some(x) = column {
                let acts = clause.acts.get(from..from + same).unwrap_or_default();
                let is_disputed =
                    acts.iter().any(|(act, _)| self.collection().is_disputed(act_item(clause, *act)));
                let role = if is_disputed { Role::Dispute } else { Role::Strong };
                let sign = match acts {
                    [_] if is_disputed => "≠".to_owned(),
                    [(act, _)] => self.sign(act_item(clause, *act)).to_owned(),
                    several if several.len() < 10 => several.len().to_string(),
                    _ => "+".to_owned(),
                };
                canvas.put(x, y, &sign, role);
                let chosen = here && (from..from + same).contains(&self.view.act);
                let act = if chosen { self.view.act } else { from };
                canvas.hit(Area::row(x, y, 1), Target::Cell { row: place, column: act });
                if chosen {
                    canvas.select(x, y, 1);
                }
            }
            from += same.max(1);
        }
    }

    fn sign(&self, act: ItemId) -> &'static str {
        of_event(self.collection().event(act).map_or(EventKind::Signing, |event| event.kind))
    }

    fn legend(&self, canvas: &mut Canvas<'_>, y: usize) {
        let acts: Vec<ItemId> = self
            .done
            .clauses
            .iter()
            .flat_map(|clause| clause.acts.iter().map(move |(act, _)| act_item(clause, *act)))
            .collect();
        let kinds: Vec<EventKind> = acts
            .iter()
            .map(|act| self.collection().event(*act).map_or(EventKind::Signing, |event| event.kind))
            .collect();
        let mut entries: Vec<legend::Entry<'_>> = Vec::new();
        if acts.iter().any(|act| self.collection().is_disputed(*act)) {
            entries.push(("≠", Role::Dispute, "disputed"));
        }
        entries.push(("2", Role::Strong, "several"));
        entries.push(("·", Role::Rule, "silent"));
        entries.push(("─", Role::Rule, "up to the last"));
        let held = EventKind::ALL.iter().filter(|kind| kinds.contains(kind));
        entries.extend(held.map(|kind| (of_event(*kind), Role::Text, kind.word())));
        let x = self.area.x + 2;
        legend::draw(canvas, Area::row(x, y, self.area.right().saturating_sub(x)), &entries);
    }

    /// What was done for the chosen clause, and what the silent ones of its agreement promise.
    fn caption(&self, canvas: &mut Canvas<'_>, area: Area) {
        let Some(item) = self.done.item(self.view.line).filter(|_| area.height > 0) else { return };
        let title = self.collection().list_title(item).unwrap_or_default();
        let Some(clause) = self.done.clause(self.view.line) else {
            canvas.put_cut(area.x, area.y, title, Role::Strong, area.width);
            return self.promises(canvas, area.below(area.y + 2), item);
        };
        let mut basis = basis_words(clause);
        if width(&basis) + 2 > area.width * 2 / 3 {
            basis = format!("{} since", thousands(clause.acts.len()));
        }
        let room = area.width.saturating_sub(width(&basis) + 2);
        canvas.put_cut(area.x, area.y, title, Role::Strong, room);
        canvas.put_right(area.right() - 1, area.y, &basis, Role::Quiet);
        let mut y = area.y + 1;
        if clause.acts.is_empty() {
            let text = self.collection().item(clause.item).and_then(|item| item.text()).unwrap_or_default();
            let mut block = Block::new(area.below(y));
            block.write_in(canvas, text, Role::Text, 4);
            y = block.y;
        } else {
            y = self.acts(canvas, area.below(y), clause);
        }
        self.promises(canvas, area.below(y + 1), item);
    }

    /// The acts with their dates, newest first, in two columns where there is room; returns the row after them.
    fn acts(&self, canvas: &mut Canvas<'_>, area: Area, clause: &DoneClause) -> usize {
        let columns = if self.state.layout.class() >= Class::Medium { 2 } else { 1 };
        let column = area.width / columns;
        let rows = clause.acts.len().div_ceil(columns).min(area.height);
        let shown = rows * columns;
        let from = window(clause.acts.len(), shown, clause.acts.len().saturating_sub(self.view.act + 1));
        let newest = clause.acts.iter().enumerate().rev().skip(from).take(shown);
        for (i, (place, (act, _))) in newest.enumerate() {
            let item = act_item(clause, *act);
            let (x, y) = (area.x + i / rows.max(1) * column, area.y + i % rows.max(1));
            let date = self.collection().item(item).map(|item| item.shown_date()).unwrap_or_default();
            canvas.hit(Area::row(x, y, column), Target::Cell { row: self.view.line, column: place });
            canvas.put_right(x + 12, y, &text::cut(&date, 11, "…"), Role::Quiet);
            if place == self.view.act {
                canvas.put(x, y, "▸", Role::Focus);
            }
            if self.collection().is_disputed(item) {
                canvas.put(x + 14, y, "≠", Role::Dispute);
            }
            canvas.put(x + 16, y, self.sign(item), Role::Text);
            let title = self.collection().list_title(item).unwrap_or_default();
            let role = if place == self.view.act { Role::Strong } else { Role::Text };
            canvas.put_cut(x + 18, y, title, role, column.saturating_sub(20));
        }
        area.y + rows
    }

    /// What the clauses of the agreement say about which nothing is on record.
    fn promises(&self, canvas: &mut Canvas<'_>, area: Area, item: ItemId) {
        let agreement = item.agreement();
        let silent = self.done.lines.iter().filter_map(|line| match line {
            DoneLine::Clause(place) => self.done.clauses.get(*place),
            _ => None,
        });
        let silent: Vec<&DoneClause> =
            silent.filter(|clause| clause.acts.is_empty() && clause.item.agreement() == agreement).collect();
        if silent.is_empty() || area.height == 0 {
            return;
        }
        canvas.put_cut(area.x, area.y, "What the silent ones promise", Role::Strong, area.width);
        for (y, clause) in (area.y + 1..area.bottom()).zip(&silent) {
            let title = self.collection().title(clause.item).unwrap_or_default();
            canvas.put_cut(area.x + 2, y, title, Role::Text, self.names.saturating_sub(4));
            let words = self.collection().item(clause.item).and_then(|item| item.text()).unwrap_or_default();
            let x = self.area.x + self.names;
            let words = text::grid::running(words);
            canvas.put_cut(x, y, &words, Role::Quiet, self.area.right().saturating_sub(x));
        }
    }
}

fn act_item(clause: &DoneClause, act: Related) -> ItemId {
    ItemId { part: act.part, ..clause.item }
}

/// How many acts there are, and what links them to the clause.
fn basis_words(clause: &DoneClause) -> String {
    let (all, read) =
        (clause.acts.len(), clause.acts.iter().filter(|(act, _)| act.basis != Some(Basis::Source)).count());
    match (all, read) {
        (0, _) => "nothing on record since".to_owned(),
        (all, read) if all == read => format!("{all} since · all by reading; no source links them"),
        (all, 0) => format!("{all} since · linked by sources"),
        (all, read) => format!("{all} since · {read} by reading, the others by sources"),
    }
}
