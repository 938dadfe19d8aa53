//! What many searches found, each result with its query.

use super::search::{AboutHit, Hit, SearchReport, with_hit};
use crate::report::forms::{Columns, Report, Sheet, TextWriter};
use crate::text::{count, shown};
use std::io::{self, Write};

/// The results of several queries, in their order.
pub struct SearchesReport<'a> {
    searches: Vec<(&'a str, SearchReport<'a>)>,
    /// Every match that is printed: the place of its query, and its own there.
    rows: Vec<(usize, usize)>,
}

/// A match with its query.
pub(super) struct Row<'a> {
    query: &'a str,
    hit: &'a Hit,
}

impl<'a> AboutHit<'a> for Row<'a> {
    fn hit(&self) -> &'a Hit {
        self.hit
    }
}

impl<'a> SearchesReport<'a> {
    /// Queries, each with what it found.
    pub fn new(searches: Vec<(&'a str, SearchReport<'a>)>) -> Self {
        let rows = searches
            .iter()
            .enumerate()
            .flat_map(|(query, (_, report))| (0..report.hits().len()).map(move |hit| (query, hit)));
        let rows = rows.collect();
        Self { searches, rows }
    }

    fn row(&self, place: usize) -> Option<Row<'_>> {
        let (query, hit) = self.rows.get(place)?;
        let (query, report) = self.searches.get(*query)?;
        Some(Row { query, hit: report.hits().get(*hit)? })
    }
}

impl Report for SearchesReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(columns(), self.rows.len(), |place| self.row(place))
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        for (place, (query, report)) in self.searches.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            let query = shown(query);
            match (report.all, report.printed()) {
                (0, _) => writeln!(out, "{query}: no matches")?,
                (all, printed) if printed < all => {
                    writeln!(out, "{query}: {}, the first {printed}:", count(all, "match", "matches"))?;
                }
                (all, _) => writeln!(out, "{query}: {}", count(all, "match", "matches"))?,
            }
            report.text(out)?;
        }
        Ok(())
    }
}

pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    with_hit(Columns::<Row<'a>>::new().column("query", "the query that it matches", |row| row.query))
}
