//! Where a wording comes from, for people and for programs.

mod record;
mod text;

pub use record::trace_record;
pub use text::trace_text;

use super::item::address;
use super::table::{Cell, Column, Table};
use crate::insight::compare::label;
use crate::insight::trace::{AgreementTrace, Share, TextTrace};
use crate::model::{Collection, ItemId};
use std::borrow::Cow;

/// What was traced.
#[derive(Clone, Debug)]
pub enum Traced<'a> {
    /// A whole agreement.
    Agreement(AgreementTrace),
    /// A clause.
    Clause {
        /// The clause.
        item: ItemId,
        /// Its text.
        text: &'a str,
        /// Where its passages come from.
        trace: TextTrace,
    },
    /// A person's own draft.
    Draft {
        /// The file.
        name: String,
        /// Its text.
        text: &'a str,
        /// Where its passages come from.
        trace: TextTrace,
    },
}

impl Traced<'_> {
    /// Leaves the first of each list only, so many at most; what was counted stays.
    #[must_use]
    pub fn limited(self, most: usize) -> Self {
        match self {
            Self::Agreement(trace) => Self::Agreement(trace.limited(most)),
            Self::Clause { item, text, trace } => Self::Clause { item, text, trace: trace.limited(most) },
            Self::Draft { name, text, trace } => Self::Draft { name, text, trace: trace.limited(most) },
        }
    }

    /// Its passages, and how many of them are borrowed.
    fn counts(&self) -> (usize, usize) {
        match self {
            Self::Agreement(trace) => (trace.passages, trace.borrowed),
            Self::Clause { trace, .. } | Self::Draft { trace, .. } => (trace.passages, trace.borrowed),
        }
    }

    /// What earlier and later agreements have of it.
    fn shares(&self) -> (&[Share], &[Share]) {
        match self {
            Self::Agreement(trace) => (&trace.from, &trace.later),
            Self::Clause { trace, .. } | Self::Draft { trace, .. } => (&trace.from, &[]),
        }
    }
}

/// The columns of [`trace_table`].
pub const TRACE_COLUMNS: [Column; 6] = [
    Column::new("signed", "when the other agreement was signed"),
    Column::new("relation", "whether the other agreement is the earlier or the later one"),
    Column::new("percent", "the share of the passages that it has, 0 to 100"),
    Column::new("passages", "how many of the passages it has"),
    Column::new("title", "the other agreement"),
    Column::data("address", "its address"),
];

/// What other agreements have of the wording, a row an agreement.
pub fn trace_table<'a>(collection: &'a Collection, traced: &'a Traced<'_>) -> Table<'a> {
    let (earlier, later) = traced.shares();
    let rows: Vec<(&'static str, Share)> = earlier
        .iter()
        .map(|share| ("earlier", *share))
        .chain(later.iter().map(|share| ("later", *share)))
        .collect();
    let all = traced.counts().0;
    Table::new(&TRACE_COLUMNS, rows.len(), move |at| {
        let (relation, share) = rows.get(at)?;
        Some(vec![
            Cell::Date(collection.date(share.agreement)),
            Cell::Text(Cow::Borrowed(relation)),
            Cell::Number(percent(share.passages, all)),
            Cell::Number(share.passages),
            Cell::Text(Cow::Owned(label(collection, share.agreement))),
            Cell::Text(Cow::Owned(address(collection, share.agreement))),
        ])
    })
}

fn percent(part: usize, whole: usize) -> usize {
    super::compare::percent(crate::insight::trace::share_of(part, whole))
}
