//! Time along a row of cells: where a moment is, which years get a label, and how many years share a bar.

use std::ops::Range;

/// Steps in which years are labelled.
const LABELS: [u16; 9] = [1, 5, 10, 20, 50, 100, 200, 500, 1000];

/// Steps in which years are put together.
const BARS: [u16; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

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
    /// The years `first` to `last` (included), magnified around a moment.
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

    /// The column of a moment; `None` if it is out of view.
    pub fn column(&self, years: f64) -> Option<usize> {
        let cell = self.cell(years);
        (cell >= 0.0 && cell < self.cells as f64).then_some(self.x + cell as usize)
    }

    /// The column of a moment, kept in view; the column after the last for what is later.
    pub fn edge(&self, years: f64) -> usize {
        let cell = (years - self.from) / (self.to - self.from) * self.cells as f64 + 1e-6;
        self.x + (cell.max(0.0) as usize).min(self.cells)
    }

    /// Cells a year.
    pub fn pitch(&self) -> f64 {
        self.cells as f64 / (self.to - self.from)
    }

    /// The years in view, whole or in part.
    pub fn years(&self) -> Range<u16> {
        (self.from + 1e-6).floor() as u16..(self.to - 1e-6).ceil() as u16
    }

    /// The years that get a label: the first, then every fifth, or as many as there is room for.
    pub fn labels(&self) -> Vec<(usize, u16)> {
        let step = LABELS.into_iter().find(|step| f64::from(*step) * self.pitch() >= 6.0).unwrap_or(1000);
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

    /// The labels of the axis: years, and the months that quarters begin with where a year has room for them.
    pub fn ticks(&self) -> Vec<(usize, String)> {
        /// The fewest cells of a quarter with a label.
        const QUARTER: f64 = 6.0;
        if self.pitch() < 4.0 * QUARTER {
            return self.labels().into_iter().map(|(column, year)| (column, year.to_string())).collect();
        }
        let quarters = self.years().flat_map(|year| {
            [(0.0, ""), (0.25, "Apr"), (0.5, "Jul"), (0.75, "Oct")]
                .map(|(part, month)| (f64::from(year) + part, year, month))
        });
        let end = self.x + self.cells;
        quarters
            .filter_map(|(at, year, month)| {
                let words = if month.is_empty() { year.to_string() } else { month.to_owned() };
                self.column(at).filter(|column| column + words.len() <= end).map(|column| (column, words))
            })
            .collect()
    }

    /// How many years share a bar: one, where each has a cell of its own.
    pub fn years_a_bar(&self) -> u16 {
        BARS.into_iter().find(|step| f64::from(*step) * self.pitch() >= 1.0).unwrap_or(1000)
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
    fn a_wide_year_has_its_quarters() {
        let span = Span { x: 3, cells: 60, from: 2004.25, to: 2006.25 };
        let labels = ["Apr", "Jul", "Oct", "2005", "Apr", "Jul", "Oct", "2006"];
        let columns = [3, 10, 18, 25, 33, 40, 48, 55];
        let expected: Vec<(usize, String)> = columns.into_iter().zip(labels.map(str::to_owned)).collect();
        assert_eq!(span.ticks(), expected);
        let wide = Span { from: 1990.0, to: 2020.0, ..span };
        assert_eq!(wide.ticks()[0], (3, "1990".to_owned()));
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
