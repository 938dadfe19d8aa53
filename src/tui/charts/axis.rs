//! Bars over the years of an axis, and its labels.

use crate::explore::Role;
use crate::insight::charts::Span;
use crate::tui::canvas::Canvas;
use crate::tui::glyphs::EIGHTHS;
use std::collections::BTreeMap;
use std::ops::Range;

/// Draws the labels of an axis, except those that would overlap the columns `taken`.
pub fn put_labels(canvas: &mut Canvas<'_>, span: &Span, y: usize, taken: &Range<usize>) {
    for (column, year) in span.labels() {
        if column + 4 < taken.start || column > taken.end {
            canvas.put(column, y, &year.to_string(), Role::Quiet);
        }
    }
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
}

impl Bars {
    /// Draws a bar per year (or per few years), with numbers if there is room for all of them.
    pub fn draw(&self, canvas: &mut Canvas<'_>, span: &Span, years: &[(u16, usize)]) {
        let step = span.years_a_bar();
        let mut bars: BTreeMap<u16, usize> = BTreeMap::new();
        for (year, count) in years {
            *bars.entry(year - year % step).or_default() += count;
        }
        let top = bars.values().copied().max().unwrap_or(1).max(1);
        let digits = top.to_string().len();
        let numbers = self.numbers && span.pitch() * f64::from(step) >= (digits + 1).max(3) as f64;
        let seen = span.years();
        for year in (seen.start - seen.start % step..seen.end).step_by(usize::from(step)) {
            let (a, b) = (span.edge(f64::from(year)), span.edge(f64::from(year) + f64::from(step)));
            if b <= a {
                continue;
            }
            let width = if b - a > 2 { b - a - 1 } else { 1 };
            match bars.get(&year).copied().unwrap_or(0) {
                0 => {
                    canvas.put(a, self.base, "·", Role::Rule);
                }
                count => self.bar(canvas, (a, width), (count, top), numbers),
            }
        }
    }

    fn bar(&self, canvas: &mut Canvas<'_>, place: (usize, usize), of: (usize, usize), numbers: bool) {
        let ((x, width), (count, top)) = (place, of);
        let filled = ((count * self.high * 8 + top / 2) / top).max(1);
        for row in 0..self.high {
            let part = filled.saturating_sub(row * 8).min(8);
            if let Some(sign) = EIGHTHS.get(part).filter(|_| part > 0) {
                canvas.repeat(x, self.base.saturating_sub(row), sign, width, Role::Bar);
            }
        }
        if numbers {
            let number = count.to_string();
            let left = width.saturating_sub(number.len()) / 2;
            let role = if count == top { Role::Text } else { Role::Quiet };
            canvas.put(x + left, self.base.saturating_sub(filled.div_ceil(8)), &number, role);
        }
    }
}
