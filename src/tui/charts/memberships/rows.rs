//! The rows of the memberships chart: a bar with its text, and what follows below the last one in view.

use super::bar;
use super::scene::{Line, Scene, bars};
use crate::explore::layout::Area;
use crate::explore::{Pane, Role, Target};
use crate::insight::charts::Group;
use crate::model::{Membership, Standing};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::legend;

impl Scene<'_> {
    pub(super) fn bar(&self, canvas: &mut Canvas<'_>, place: usize, bar: usize, y: usize) {
        let Some((dossier, organisation)) = self.organisation(place) else { return };
        let bars = bars(dossier, organisation);
        let Some(parties) = bars.get(bar) else { return };
        canvas.hit(Area::row(self.area.x, y, self.area.width), Target::Row(Pane::Memberships, place));
        let here = canvas.has_cursor() && self.state.list(Pane::Memberships).selected == place;
        let c = self.columns;
        if bar == 0 {
            let role = if here { Role::Strong } else { Role::Text };
            if dossier.standing(organisation) == Standing::Differ {
                canvas.put(self.area.x, y, "◐", Role::Text);
            } else if here {
                canvas.put(self.area.x, y, "▸", Role::Focus);
            }
            let is_disputed = dossier.find(&organisation.id).is_some_and(|part| dossier.is_disputed(part));
            let room = c.name.saturating_sub(if is_disputed { 3 } else { 1 });
            canvas.put_cut(self.area.x + 2, y, organisation.list_name(), role, room);
            if is_disputed {
                canvas.put(self.area.x + c.name, y, "≠", Role::Dispute);
            }
            if here {
                canvas.select(self.area.x, y, c.name + 1);
            }
        }
        if c.who > 0 {
            let who = match parties.as_slice() {
                [] => "",
                [one] => one,
                [_, _] => "both",
                _ => "all",
            };
            canvas.put_cut(self.area.x + 2 + c.name, y, who, Role::Quiet, c.who - 1);
        }
        let own = parties.first().and_then(|party| organisation.membership(party));
        if let Some(span) = self.span() {
            bar::draw(canvas, &span, y, dossier, organisation, own);
        }
        self.words(canvas, y, own);
    }

    /// Organisations whose bars are alike, in one line. If one of them is selected, its name is that of the line.
    pub(super) fn run(&self, canvas: &mut Canvas<'_>, group: Group, places: &[usize], y: usize) {
        let (c, x) = (self.columns, self.area.x);
        let selected = self.state.list(Pane::Memberships).selected;
        let chosen = places.iter().find(|place| canvas.has_cursor() && **place == selected).copied();
        let first = places.first().copied().unwrap_or_default();
        let target = Target::Row(Pane::Memberships, chosen.unwrap_or(first));
        canvas.hit(Area::row(x, y, self.area.width), target);
        let since = places.iter().filter_map(|place| {
            let (dossier, organisation) = self.organisation(*place)?;
            organisation.shared_since(&dossier.compares)
        });
        let name = |place: usize| self.organisation(place).map(|(_, o)| o.list_name()).unwrap_or_default();
        let years = match group {
            Group::Dated => since.clone().next().map(|date| date.ends().year.to_string()).unwrap_or_default(),
            Group::Different | Group::Undated => "since ?".to_owned(),
            Group::OneSided => "not all".to_owned(),
        };
        let number = places.len().to_string();
        let room = (c.name + 1).saturating_sub(number.len() + 1);
        match chosen {
            Some(place) => {
                canvas.put(x, y, "▸", Role::Focus);
                canvas.put_cut(x + 2, y, name(place), Role::Strong, room);
            }
            None => {
                canvas.put(x, y, "+", Role::Key);
                canvas.put_cut(x + 2, y, &years, Role::Text, room);
            }
        }
        canvas.put_right(x + c.name, y, &number, Role::Quiet);
        if chosen.is_some() {
            canvas.select(x, y, c.name + 1);
        }
        if c.who > 0 && group != Group::OneSided {
            let parties = self.organisation(first).map_or(2, |(dossier, _)| dossier.compares.len());
            canvas.put(x + 2 + c.name, y, if parties == 2 { "both" } else { "all" }, Role::Quiet);
        }
        let names: Vec<&str> = places.iter().map(|place| name(*place)).collect();
        let mut names = names.join(" · ");
        if chosen.is_some() && group == Group::Dated {
            names = format!("{years}: {names}");
        }
        if group == Group::OneSided {
            // They are not alike, so there is no bar for them.
            let from = x + 2 + c.name;
            canvas.put_cut(from, y, &names, Role::Quiet, self.area.right().saturating_sub(from));
            return;
        }
        if let Some(span) = self.span() {
            bar::draw_run(canvas, &span, y, since);
        }
        let from = c.x + c.cells + 2;
        canvas.put_cut(from, y, &names, Role::Text, c.words.saturating_sub(2));
    }

    /// What the lines and signs mean.
    pub(super) fn legend(&self, canvas: &mut Canvas<'_>, row: Area) {
        let entries = [
            ("━", Role::Shared, "alike"),
            ("╍", Role::Text, "not alike"),
            ("─", Role::Text, "one"),
            ("≠", Role::Dispute, "disputed"),
            ("┄", Role::Unknown, "unsure"),
            ("●", Role::Strong, "member"),
            ("○", Role::Strong, "other"),
            ("+", Role::Key, "folded"),
            ("═", Role::Bar, "more join"),
        ];
        legend::draw(canvas, row, &entries);
    }

    /// The text of a bar, such as `member · 20 Dec 1998`. The status is cut if there is not enough room, the date
    /// never.
    fn words(&self, canvas: &mut Canvas<'_>, y: usize, own: Option<&Membership>) {
        let c = self.columns;
        let room = c.words.saturating_sub(2);
        if room == 0 {
            return;
        }
        let x = c.x + c.cells + 2;
        let Some(own) = own.filter(|own| own.status.takes_part()) else {
            let words = own.map_or_else(|| "not on record".to_owned(), |own| own.status_word());
            canvas.put_cut(x, y, if room < 8 { "·" } else { &words }, Role::Quiet, room);
            return;
        };
        let status = own.status_word();
        let (date, role) = match (own.since, own.until) {
            (None, None) => ("?".to_owned(), Role::Quiet),
            (None, Some(until)) => (format!("? – {}", until.shown()), Role::Quiet),
            (Some(since), None) => (since.shown(), Role::Text),
            (Some(since), Some(until)) => (format!("{} – {}", since.shown(), until.shown()), Role::Text),
        };
        let left = room.saturating_sub(text::width(&date) + 3);
        if left >= text::width(&status).min(10) {
            let x = canvas.put_cut(x, y, &status, role, left);
            canvas.put(x, y, &format!(" · {date}"), role);
        } else if text::width(&date) <= room {
            canvas.put(x, y, &date, role);
        } else if let Some(since) = own.since {
            canvas.put_cut(x, y, &since.year().to_string(), role, room);
        }
    }

    /// The number of organisations below the last line in view, by group.
    pub(super) fn more(&self, canvas: &mut Canvas<'_>, lines: &[Line<'_>], from: usize, y: usize) {
        let mut counts: Vec<(Group, usize)> = Vec::new();
        let mut group = None;
        for (i, line) in lines.iter().enumerate() {
            match *line {
                Line::Heading(next) => group = Some(next),
                Line::Run(of, places) if i >= from => match counts.last_mut() {
                    Some((last, count)) if *last == of => *count += places.len(),
                    _ => counts.push((of, places.len())),
                },
                Line::Bar(_, 0) if i >= from => match (counts.last_mut(), group) {
                    (Some((last, count)), Some(group)) if *last == group => *count += 1,
                    (_, Some(group)) => counts.push((group, 1)),
                    _ => {}
                },
                _ => {}
            }
        }
        let mut parts: Vec<String> = Vec::new();
        for (i, (group, count)) in counts.into_iter().enumerate() {
            let more = if i == 0 { " more" } else { "" };
            parts.push(format!("{}{more} {}", text::thousands(count), group.word(self.state.collection())));
        }
        let room = self.area.width.saturating_sub(4);
        while !parts.is_empty() && text::width(&parts.join(" · ")) > room {
            parts.pop();
        }
        if !parts.is_empty() {
            canvas.put(self.area.x + 2, y, &format!("↓ {}", parts.join(" · ")), Role::Quiet);
        }
    }
}
