//! Where a wording comes from.

mod record;
mod text;
mod traced;

pub use traced::Traced;

use crate::insight::compare::label;
use crate::insight::trace::Share;
use crate::model::Collection;
use crate::report::forms::{Attribute, Datum, Report, Sheet, TextLook};
use serde_json::Value;
use std::io::{self, Write};
use traced::percent;

/// The columns of a [`TraceReport`].
pub const TRACE_COLUMNS: [Attribute; 6] = [
    Attribute::new("signed", "when the other agreement was signed"),
    Attribute::new("relation", "whether the other agreement is earlier or later"),
    Attribute::new("percent", "its share of the passages, 0 to 100"),
    Attribute::new("passages", "how many of the passages it has"),
    Attribute::new("title", "the other agreement"),
    Attribute::data("address", "its address"),
];

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
        let named = |name, shares: &[Share]| shares.iter().map(|share| (name, *share)).collect::<Vec<_>>();
        let rows: Vec<(&str, Share)> = [named("earlier", earlier), named("later", later)].concat();
        let (collection, all) = (self.collection, self.traced.counts().0);
        Sheet::new(&TRACE_COLUMNS, rows.len(), move |at| {
            let (relation, share) = *rows.get(at)?;
            let agreement = collection.item(share.agreement)?;
            Some(vec![
                Datum::Date(agreement.date()),
                relation.into(),
                Datum::Number(percent(share.passages, all)),
                Datum::Number(share.passages),
                label(collection, share.agreement).into(),
                agreement.address().into(),
            ])
        })
    }

    fn text(&self, look: TextLook, out: &mut dyn Write) -> io::Result<()> {
        text::write(self.collection, self.traced, look, out)
    }

    fn record(&self) -> io::Result<Option<Value>> {
        Ok(Some(record::record(self.collection, self.traced)))
    }
}
