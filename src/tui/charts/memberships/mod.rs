//! Where do they sit together, since when? A bar for each compared party, the shared span lit.

mod bar;
mod caption;
mod rows;
mod scene;

use super::axis::put_labels;
use super::caption::{nothing, rule, title};
use crate::explore::Role;
use crate::explore::layout::{Area, window};
use crate::explore::memberships;
use crate::explore::{Pane, State};
use crate::insight::charts::Group;
use crate::text;
use crate::tui::canvas::Canvas;
use scene::{Columns, Line, Scene, bars};

/// Draws the picture.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, area: Area) {
    let rows = &state.list(Pane::Memberships).rows;
    let total = memberships::total(state.collection(), rows, state.open.totals.organisations);
    title(canvas, area, "4", &memberships::title(state.collection(), rows), &counts(state, total));
    if rows.is_empty() {
        return nothing(canvas, area, Pane::Memberships.why_empty(total));
    }
    let Some(groups) = state.list(Pane::Memberships).figures.groups(state.collection()) else { return };
    let scene = Scene { state, area, columns: columns(area, state), groups };
    scene.draw(canvas);
}

fn counts(state: &State, total: usize) -> Vec<String> {
    let rows = &state.list(Pane::Memberships).rows;
    let (shared, differ) = state.list(Pane::Memberships).figures.shared(state.collection());
    let number = if rows.len() < total {
        format!("{} of {}", text::thousands(rows.len()), text::count(total, "organisation", "organisations"))
    } else {
        text::count(total, "organisation", "organisations")
    };
    let mut counts = vec![number];
    if shared > 0 {
        counts.insert(0, format!("{shared} shared · ◐ {differ} of them differ in status"));
        counts.insert(1, format!("{shared} of {} shared", rows.len()));
        if rows.len() == total && shared < total {
            let alone = format!("{} {}", total - shared, Group::OneSided.word(state.collection()));
            counts.insert(0, format!("{shared} shared · ◐ {differ} of them differ in status · {alone}"));
        }
    }
    counts
}

fn columns(area: Area, state: &State) -> Columns {
    let parties = state.collection().compared().flat_map(|(_, dossier)| &dossier.compares);
    let longest = parties.map(|party| text::width(party)).max().unwrap_or(3).clamp(4, 10);
    let (name, who, words) = match area.width {
        128.. => (15, longest + 2, 36),
        98.. => (15, longest + 2, 28),
        72.. => (10, longest + 1, 21),
        56.. => (10, longest + 1, 13),
        34.. => (9, longest.min(6) + 1, 6),
        _ => (area.width / 2, 0, 0),
    };
    let x = area.x + 2 + name + who;
    Columns { name, who, x, cells: area.right().saturating_sub(x + words), words }
}

impl Scene<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let area = self.area;
        let blank = usize::from(area.height >= 40);
        // The same for every organisation, so that the list stands still while the cursor moves through it.
        let caption = match area.height {
            0..4 => 0,
            4..10 => 1,
            10..16 => 2,
            height => caption::rows(self.state).min(height / 4),
        };
        let ruled = usize::from(area.height >= 10);
        let below = usize::from(area.height >= 16);
        let top = area.y + 2 + blank;
        let shown = area.bottom().saturating_sub(top + below + ruled + caption);
        let lines = self.lines(blank > 0 || area.height >= 20);
        let first = self.first(&lines, shown);
        self.header(canvas, area.y + 1 + blank, lines.get(first).copied());
        // The first group's heading stands in the header, beside the years.
        let skip = usize::from(matches!(lines.get(first), Some(Line::Heading(_) | Line::Blank)));
        let skip = skip + usize::from(matches!(lines.get(first), Some(Line::Blank)));
        let begin = first + skip;
        let whole = self.whole(&lines, begin, shown);
        for (y, line) in (top..).zip(lines.iter().skip(begin).take(whole)) {
            match *line {
                Line::Blank => {}
                Line::Heading(group) => {
                    let words = group.title(self.state.collection());
                    canvas.put_cut(area.x, y, &words, Role::Strong, area.width);
                }
                Line::Bar(place, bar) => self.bar(canvas, place, bar, y),
            }
        }
        let mut y = top + lines.len().saturating_sub(begin).min(shown);
        if below > 0 {
            self.more(canvas, &lines, begin + whole, y);
            y += 1;
        }
        if ruled > 0 {
            rule(canvas, area, y);
            y += 1;
        }
        caption::draw(canvas, self, Area { y, height: area.bottom().saturating_sub(y), ..area });
    }

    fn lines(&self, blanks: bool) -> Vec<Line> {
        let mut lines = Vec::new();
        for (group, places) in self.groups.iter() {
            if blanks && !lines.is_empty() {
                lines.push(Line::Blank);
            }
            lines.push(Line::Heading(*group));
            for place in places {
                let bars = self.organisation(*place).map_or(1, |(d, o)| bars(d, o).len());
                lines.extend((0..bars).map(|bar| Line::Bar(*place, bar)));
            }
        }
        lines
    }

    /// The first line in view: the selected organisation with all its bars is among them.
    fn first(&self, lines: &[Line], shown: usize) -> usize {
        let selected = self.state.list(Pane::Memberships).selected;
        let own = |line: &Line| matches!(line, Line::Bar(place, _) if *place == selected);
        let at = lines.iter().position(own).unwrap_or(0);
        let last = lines.iter().rposition(own).unwrap_or(at);
        let first = window(lines.len(), shown, at).max((last + 1).saturating_sub(shown));
        // The first bar of an organisation carries its name: do not begin below it.
        match lines.get(first) {
            Some(Line::Bar(_, bar)) if first > 0 => {
                (first - bar).max(at.saturating_sub(shown.saturating_sub(1)))
            }
            _ => first,
        }
    }

    /// How many of the lines to draw so that the last organisation has all its bars; the selected one is never dropped.
    fn whole(&self, lines: &[Line], begin: usize, shown: usize) -> usize {
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

    /// The group of the first line, the years, and what the words at the right are.
    fn header(&self, canvas: &mut Canvas<'_>, y: usize, line: Option<Line>) {
        let c = &self.columns;
        let group = match line {
            Some(Line::Bar(place, _)) => self.groups.iter().find(|(_, places)| places.contains(&place)),
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
        let words = match c.words {
            20.. => "status · since",
            5.. => "since",
            _ => "",
        };
        if !words.is_empty() {
            canvas.put(c.x + c.cells + 2, y, words, Role::Quiet);
        }
    }
}
