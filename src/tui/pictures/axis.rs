//! Time along a row of cells: where a moment stands, which years get a label, and bars of so many a year.

use crate::tui::canvas::Canvas;
use crate::tui::glyphs::EIGHTHS;
use crate::tui::theme::Role;
use std::collections::BTreeMap;
use std::ops::Range;

/// Steps in which years are labelled or put together.
const STEPS: [u16; 9] = [1, 5, 10, 20, 50, 100, 200, 500, 1000];

/// A stretch of time on a row of cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// First column.
    pub x: usize,
    /// Cells.
    pub cells: usize,
    /// The moment at the left edge, in years.
    pub from: f64,
    /// The moment at the right edge.
    pub to: f64,
}

impl Span {
    /// The years `first` to `last` (included), enlarged so many times around a moment.
    pub fn around(x: usize, cells: usize, years: (u16, u16), scale: usize, at: f64) -> Self {
        let (first, last) = (f64::from(years.0), f64::from(years.1) + 1.0);
        let length = (last - first) / scale.max(1) as f64;
        let from = (at - length / 2.0).min(last - length).max(first);
        Self { x, cells, from, to: from + length }
    }

    /// The cell of a moment, counted from the left edge: below 0 or beyond the last where it is out of view.
    pub fn cell(&self, years: f64) -> f64 {
        let cell = (years - self.from) / (self.to - self.from) * self.cells as f64;
        // Years are sums of twelfths, so that a year's own beginning may come out a hair too small.
        (cell + 1e-6).floor()
    }

    /// The column of a moment; none where it is out of view.
    pub fn column(&self, years: f64) -> Option<usize> {
        let cell = self.cell(years);
        (cell >= 0.0 && cell < self.cells as f64).then_some(self.x + cell as usize)
    }

    /// The column of a moment, kept in view; the column after the last for what is later.
    fn edge(&self, years: f64) -> usize {
        let cell = (years - self.from) / (self.to - self.from) * self.cells as f64 + 1e-6;
        self.x + (cell.max(0.0) as usize).min(self.cells)
    }

    /// Cells a year.
    pub fn pitch(&self) -> f64 {
        self.cells as f64 / (self.to - self.from)
    }

    /// The years in view, whole or in part.
    fn years(&self) -> Range<u16> {
        (self.from + 1e-6).floor() as u16..(self.to - 1e-6).ceil() as u16
    }

    /// The years that get a label: the first, then every fifth, or as many as there is room for.
    pub fn labels(&self) -> Vec<(usize, u16)> {
        let step = STEPS.into_iter().find(|step| f64::from(*step) * self.pitch() >= 6.0).unwrap_or(1000);
        let mut labels: Vec<(usize, u16)> = Vec::new();
        for year in self.years() {
            let Some(column) = self.column(f64::from(year)) else { continue };
            let free = labels.last().is_none_or(|(before, _)| *before + 5 <= column);
            if free && (labels.is_empty() || year % step == 0) && column + 4 <= self.x + self.cells {
                labels.push((column, year));
            }
        }
        labels
    }

    /// Writes the labels, except where something else stands.
    pub fn put_labels(&self, canvas: &mut Canvas<'_>, y: usize, taken: &Range<usize>) {
        for (column, year) in self.labels() {
            if column + 4 < taken.start || column > taken.end {
                canvas.put(column, y, &year.to_string(), Role::Quiet);
            }
        }
    }

    /// How many years share a bar: one, where each has a cell of its own.
    pub fn years_a_bar(&self) -> u16 {
        STEPS.into_iter().find(|step| f64::from(*step) * self.pitch() >= 1.0).unwrap_or(1000)
    }
}

/// Bars over an axis.
#[derive(Clone, Copy, Debug)]
pub struct Bars {
    /// The row they stand on.
    pub base: usize,
    /// Rows of the highest.
    pub high: usize,
    /// Whether there is a row above for numbers.
    pub numbers: bool,
}

impl Bars {
    /// Draws a bar a year (or a few years), with its number where all numbers have room.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_year_and_every_fifth_have_labels() {
        let span = Span::around(19, 140, (1992, 2026), 1, 2000.0);
        let years: Vec<u16> = span.labels().into_iter().map(|(_, year)| year).collect();
        assert_eq!(years, [1992, 1995, 2000, 2005, 2010, 2015, 2020, 2025]);
        assert_eq!(span.column(1992.0), Some(19));
        assert_eq!(span.column(2026.99), Some(158));
        assert_eq!(span.column(2027.0), None);
    }

    #[test]
    fn a_larger_scale_stays_within_the_years() {
        for at in [1992.0, 2009.3, 2026.9] {
            for scale in [1, 2, 4, 8, 16] {
                let span = Span::around(0, 50, (1992, 2026), scale, at);
                assert!(span.from >= 1992.0 && span.to <= 2027.0 + 1e-9, "{span:?}");
                assert!(span.column(at).is_some(), "{span:?}");
            }
        }
    }
}
