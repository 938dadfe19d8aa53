//! Where are they members together, and since when? A bar for each compared party, with the shared years highlighted.

mod bar;
mod caption;
mod rows;
mod scene;

use super::axis::put_labels;
use super::caption::empty;
use super::rows::{Part, Rows};
use crate::explore::Role;
use crate::explore::layout::{Area, Class, Share, window};
use crate::explore::memberships;
use crate::explore::{Pane, State};
use crate::insight::charts::Group;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::frame::pane_heading;
use scene::{Columns, Line, Scene, bars};

/// Draws the chart.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let rows = &state.list(Pane::Memberships).rows;
    let total = memberships::total(state.collection(), rows, state.open.totals.organisations);
    let titles = memberships::titles(state.collection(), rows);
    pane_heading(canvas, area, Pane::Memberships, &titles, &counts(state, total), true);
    if rows.is_empty() {
        return empty(canvas, area, Pane::Memberships, total);
    }
    let Some(groups) = state.list(Pane::Memberships).figures.groups(state.collection()) else { return };
    let scene = Scene { state, area, columns: columns(area, state), groups };
    scene.draw(canvas);
}

fn counts(state: &State, total: usize) -> Vec<String> {
    let rows = &state.list(Pane::Memberships).rows;
    let (shared, differ) = state.list(Pane::Memberships).figures.shared(state.collection());
    let mut counts = vec![text::count_of(rows.len(), total, "organisation", "organisations")];
    if shared > 0 {
        counts.insert(0, format!("{shared} shared · ◐ {differ} differ in status"));
        counts.insert(1, format!("{shared} of {} shared", rows.len()));
        if rows.len() == total && shared < total {
            let alone = format!("{} {}", total - shared, Group::OneSided.word(state.collection()));
            counts.insert(0, format!("{shared} shared · ◐ {differ} differ in status · {alone}"));
        }
    }
    counts
}

fn columns(area: Area, state: &State) -> Columns {
    let parties = state.collection().compared().flat_map(|(_, dossier)| &dossier.compares);
    let longest = parties.map(|party| text::width(party)).max().unwrap_or(3).clamp(4, 10);
    let (name, who, words) = match state.layout.class() {
        Class::Large => (15, longest + 2, 36),
        Class::Medium => (15, longest + 2, 28),
        // The status beside the date, if that leaves half to the bars.
        Class::Compact if Share(1, 2).is_left(area.width, 38) => (10, longest + 1, 21),
        Class::Compact => (10, longest + 1, 13),
        // If that leaves a third to the bars.
        Class::Small if Share(1, 3).is_left(area.width, 24) => (9, longest.min(6) + 1, 6),
        Class::Small => (area.width / 2, 0, 0),
    };
    let x = area.x + 2 + name + who;
    Columns { name, who, x, cells: area.right().saturating_sub(x + words), words }
}

/// How the rows are distributed.
struct Plan {
    /// Rows for bars and headings of groups.
    list: usize,
    /// The row that counts what follows below.
    more: usize,
    rule: usize,
    /// A blank row below the heading.
    gap: usize,
    legend: usize,
}

impl Plan {
    /// Distributes the rows of an area: first the bars, then the caption. The result is the same for every
    /// organisation, so that the list does not jump while the cursor moves.
    fn new(area: Area, lines: usize, caption: usize, gap: usize) -> Self {
        let mut rows = Rows::of(area);
        let (mut list, mut caption) = (Part::of(lines), Part::of(caption));
        let _heading_and_years = rows.take(2);
        rows.give(&mut list, 1);
        rows.give(&mut caption, 1);
        rows.give(&mut list, 4);
        let (legend, rule) = (rows.take(1), rows.take(1));
        rows.give(&mut caption, 1);
        let more = rows.take(1);
        rows.give(&mut list, 4);
        rows.give(&mut caption, 2);
        rows.give(&mut list, 3);
        rows.give(&mut caption, 1);
        rows.give(&mut list, 5);
        rows.give(&mut caption, usize::MAX);
        let gap = rows.take(gap);
        rows.give(&mut list, lines);
        Self { list: list.rows, more, rule, gap, legend }
    }
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let (area, mut lines) = (self.area, self.lines());
        let caption = if canvas.has_cursor() { caption::rows(self.state) } else { 0 };
        let Plan { list: shown, more, rule, gap, legend } =
            Plan::new(area, lines.len(), caption, self.state.layout.gap());
        // Blank rows between the groups, if they are at most a quarter of the rows in view.
        if !Share(3, 4).is_left(shown, self.groups.iter().count().saturating_sub(1)) {
            lines.retain(|line| !matches!(line, Line::Blank));
        }
        let first = self.first(&lines, shown);
        self.header(canvas, area.y + 1 + gap, lines.get(first).copied());
        // The first group's heading is in the header, beside the years.
        let skip = usize::from(matches!(lines.get(first), Some(Line::Heading(_) | Line::Blank)));
        let skip = skip + usize::from(matches!(lines.get(first), Some(Line::Blank)));
        let begin = first + skip;
        let whole = self.whole(&lines, begin, shown);
        let mut y = area.y + 2 + gap;
        for (y, line) in (y..).zip(lines.iter().skip(begin).take(whole)) {
            match *line {
                Line::Blank => {}
                Line::Heading(group) => {
                    let words = group.title(self.state.collection());
                    canvas.put_cut(area.x, y, &words, Role::Strong, area.width);
                }
                Line::Bar(place, bar) => self.bar(canvas, place, bar, y),
                Line::Run(group, places) => self.run(canvas, group, places, y),
            }
        }
        y += lines.len().saturating_sub(begin).min(shown);
        if more > 0 {
            self.more(canvas, &lines, begin + whole, y);
        }
        y += more;
        if rule > 0 && canvas.has_cursor() {
            super::caption::rule(canvas, area, y);
            if more == 0 {
                self.more(canvas, &lines, begin + whole, y);
            }
        }
        y += rule;
        let end = if canvas.has_cursor() { area.bottom() - legend } else { y };
        if canvas.has_cursor() {
            caption::draw(canvas, self, Area { y, height: end.saturating_sub(y), ..area });
        }
        if legend > 0 {
            self.legend(canvas, Area { y: end, height: 1, ..area });
        }
    }

    /// Whether every organisation has its own bars.
    fn is_unfolded(&self) -> bool {
        self.state.place.scale(Pane::Memberships) > 1
    }

    /// The organisations of a group in runs that are alike.
    fn runs<'a>(&self, group: Group, places: &'a [usize]) -> Vec<&'a [usize]> {
        if group == Group::OneSided && !self.compares() {
            return places.chunks(1).collect();
        }
        let since = |place| {
            let (dossier, organisation) = self.organisation(place)?;
            organisation.shared_since(&dossier.compares).map(|date| date.ends().year)
        };
        self.groups.runs(group, places, since)
    }

    /// Whether memberships of several parties are compared.
    fn compares(&self) -> bool {
        self.state.collection().compared().any(|(_, dossier)| dossier.compares.len() > 1)
    }

    fn lines(&self) -> Vec<Line<'_>> {
        let mut lines = Vec::new();
        for (group, places) in self.groups.iter() {
            if !lines.is_empty() {
                lines.push(Line::Blank);
            }
            lines.push(Line::Heading(*group));
            for run in self.runs(*group, places) {
                if run.len() > 1 && !self.is_unfolded() {
                    lines.push(Line::Run(*group, run));
                    continue;
                }
                for place in run {
                    let bars = self.organisation(*place).map_or(1, |(d, o)| bars(d, o).len());
                    lines.extend((0..bars).map(|bar| Line::Bar(*place, bar)));
                }
            }
        }
        lines
    }

    /// The first line in view, so that all bars of the selected organisation are visible.
    fn first(&self, lines: &[Line<'_>], shown: usize) -> usize {
        let selected = self.state.list(Pane::Memberships).selected;
        let own = |line: &Line<'_>| match line {
            Line::Bar(place, _) => *place == selected,
            Line::Run(_, places) => places.contains(&selected),
            Line::Heading(_) | Line::Blank => false,
        };
        let at = lines.iter().position(own).unwrap_or(0);
        let last = lines.iter().rposition(own).unwrap_or(at);
        let first = window(lines.len(), shown, at).max((last + 1).saturating_sub(shown));
        // The first bar of an organisation has its name: do not begin below it.
        match lines.get(first) {
            Some(Line::Bar(_, bar)) if first > 0 => {
                (first - bar).max(at.saturating_sub(shown.saturating_sub(1)))
            }
            _ => first,
        }
    }

    /// The number of lines to draw, so that the last organisation has all its bars. The selected one is never dropped.
    fn whole(&self, lines: &[Line<'_>], begin: usize, shown: usize) -> usize {
        let selected = self.state.list(Pane::Memberships).selected;
        let kept = |count: usize| match lines.get(begin + count) {
            Some(Line::Bar(place, bar)) => *bar == 0 || *place == selected,
            _ => true,
        };
        let all = lines.len().saturating_sub(begin);
        if all <= shown {
            return all;
        }
        (1..=shown).rev().find(|count| kept(*count)).unwrap_or(shown)
    }

    /// The group of the first line, the years, and the heading of the words at the right.
    fn header(&self, canvas: &mut Canvas<'_>, y: usize, line: Option<Line<'_>>) {
        let c = &self.columns;
        let group = match line {
            Some(Line::Bar(place, _)) => self.groups.iter().find(|(_, places)| places.contains(&place)),
            Some(Line::Run(group, _)) => self.groups.iter().find(|(g, _)| *g == group),
            Some(Line::Heading(group)) => self.groups.iter().find(|(g, _)| *g == group),
            _ => self.groups.iter().next(),
        };
        let mut end = self.area.x;
        if let Some((group, _)) = group {
            let words = group.title(self.state.collection());
            let room = (c.x - self.area.x).saturating_sub(2).max(c.name + c.who);
            end = canvas.put_cut(self.area.x, y, &words, Role::Strong, room);
        }
        if let Some(span) = self.span() {
            put_labels(canvas, &span, y, &(0..end));
        }
        let words = ["status · since", "since"].into_iter().find(|words| text::width(words) + 2 <= c.words);
        canvas.put(c.x + c.cells + 2, y, words.unwrap_or_default(), Role::Quiet);
    }
}
