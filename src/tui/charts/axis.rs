//! Bars over the years of an axis, and its labels.

use crate::explore::Role;
use crate::insight::charts::Span;
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::EIGHTHS;
use std::collections::BTreeMap;
use std::ops::Range;

/// Draws the labels of an axis, except those that would overlap the columns `taken`.
pub fn put_labels(canvas: &mut Canvas<'_>, span: &Span, y: usize, taken: &Range<usize>) {
    for (column, words) in span.ticks() {
        if column + text::width(&words) < taken.start || column > taken.end {
            canvas.put(column, y, &words, Role::Quiet);
        }
    }
}

/// The bars of an axis in view: the years of each, its first column and its width.
pub fn bars(span: &Span) -> impl Iterator<Item = (Range<u16>, usize, usize)> + '_ {
    let (step, seen) = (span.years_a_bar(), span.years());
    let starts = (seen.start - seen.start % step..seen.end).step_by(usize::from(step));
    starts.filter_map(move |year| {
        let end = year.saturating_add(step);
        let (a, b) = (span.edge(f64::from(year)), span.edge(f64::from(end)));
        (b > a).then(|| (year..end, a, if b - a > 2 { b - a - 1 } else { 1 }))
    })
}

/// Bars over an axis.
#[derive(Clone, Copy, Debug)]
pub struct Bars {
    /// The bottom row.
    pub base: usize,
    /// The height of the highest bar, in rows.
    pub high: usize,
    /// Whether there is a row for numbers above the highest bar.
    pub numbers: bool,
    /// The year of the cursor, whose bar is highlighted.
    pub here: Option<u16>,
}

impl Bars {
    /// Draws a bar per year (or per few years), with numbers if there is room for all of them; else with that of the
    /// highlighted bar.
    pub fn draw(&self, canvas: &mut Canvas<'_>, span: &Span, years: &[(u16, usize)]) {
        let step = span.years_a_bar();
        let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
        for (year, count) in years {
            *counts.entry(year - year % step).or_default() += count;
        }
        let top = counts.values().copied().max().unwrap_or(1).max(1);
        let digits = top.to_string().len();
        let all = span.pitch() * f64::from(step) >= (digits + 1).max(3) as f64;
        for (years, x, width) in bars(span) {
            let here = self.here.is_some_and(|year| years.contains(&year));
            match counts.get(&years.start).copied().unwrap_or(0) {
                0 => {
                    canvas.put(x, self.base, "·", Role::Rule);
                }
                count => {
                    let role = if here { Role::Focus } else { Role::Bar };
                    let filled = self.bar(canvas, (x, width), (count, top), role);
                    if self.numbers && (all || here) {
                        let number = count.to_string();
                        let left = width.saturating_sub(number.len()) / 2;
                        let bold = here || count == top;
                        let role = if bold { Role::Strong } else { Role::Quiet };
                        let x = (x + left).min((span.x + span.cells).saturating_sub(number.len()));
                        // A number alone may be wider than its bar, so it is above all bars.
                        let rows = if all { filled.div_ceil(8) } else { self.high };
                        canvas.put(x, self.base.saturating_sub(rows), &number, role);
                    }
                }
            }
        }
    }

    /// Draws a bar; returns its height in eighths of a row.
    fn bar(&self, canvas: &mut Canvas<'_>, place: (usize, usize), of: (usize, usize), role: Role) -> usize {
        let ((x, width), (count, top)) = (place, of);
        let filled = ((count * self.high * 8 + top / 2) / top).max(1);
        for row in 0..self.high {
            let part = filled.saturating_sub(row * 8).min(8);
            if let Some(sign) = EIGHTHS.get(part).filter(|_| part > 0) {
                canvas.repeat(x, self.base.saturating_sub(row), sign, width, role);
            }
        }
        filled
    }
}
