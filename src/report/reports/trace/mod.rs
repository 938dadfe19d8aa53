//! Where a wording comes from.

mod record;
mod text;
mod traced;

pub use traced::{TextOf, Traced};

use crate::insight::compare::label;
use crate::insight::trace::Share;
use crate::model::Collection;
use crate::report::forms::{Columns, Datum, Report, Sheet, TextWriter};
use serde_json::Value;
use std::io;
use traced::percent;

/// What other agreements have of a wording: a row per agreement; for people clause by clause, or stretch by
/// stretch.
pub struct TraceReport<'a> {
    /// What the agreements are in.
    pub collection: &'a Collection,
    /// What was traced.
    pub traced: &'a Traced<'a>,
}

impl Report for TraceReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        let (earlier, later) = self.traced.shares();
        let named = |name: &'static str, shares: &[Share]| {
            shares.iter().map(|share| (name, *share)).collect::<Vec<_>>()
        };
        let rows: Vec<(&'static str, Share)> = [named("earlier", earlier), named("later", later)].concat();
        let (collection, all) = (self.collection, self.traced.counts().0);
        Sheet::new(columns(), rows.len(), move |at| {
            let (relation, share) = *rows.get(at)?;
            Some(ShareRow { collection, relation, share, all })
        })
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        text::write(self.collection, self.traced, out)
    }

    fn record(&self) -> io::Result<Option<Value>> {
        Ok(Some(record::record(self.collection, self.traced)))
    }
}

/// What another agreement has of the wording, as a row.
pub(super) struct ShareRow<'a> {
    collection: &'a Collection,
    relation: &'static str,
    share: Share,
    all: usize,
}

pub(super) fn columns<'a>() -> Columns<'a, ShareRow<'a>> {
    Columns::<ShareRow<'a>>::new()
        .column("signed", "when the other agreement was signed", |row| {
            Datum::Date(row.collection.date(row.share.agreement))
        })
        .column("relation", "whether the other agreement is earlier or later", |row| row.relation)
        .column("percent", "its share of the passages, 0 to 100", |row| percent(row.share.passages, row.all))
        .column("passages", "how many of the passages it has", |row| row.share.passages)
        .column("title", "the other agreement", |row| label(row.collection, row.share.agreement))
        .data("address", "its address", |row| row.collection.address_text(row.share.agreement))
}
