//! What was traced, and how much of it other agreements have.

use crate::insight::compare::passage;
use crate::insight::trace::{self, AgreementTrace, ItemTrace, Share, TextTrace, share_of};
use crate::model::{Collection, ItemId};
use crate::report::reports::compare;

/// What was traced.
#[derive(Clone, Debug)]
pub enum Traced<'a> {
    /// A whole agreement.
    Agreement(AgreementTrace),
    /// A clause or a draft.
    Text {
        /// Where the text is from.
        of: TextOf,
        /// The text.
        text: &'a str,
        /// Where its passages come from.
        trace: TextTrace,
    },
}

/// Where a traced text is from.
#[derive(Clone, Debug)]
pub enum TextOf {
    /// A clause.
    Clause(ItemId),
    /// A draft, by the name of its file.
    Draft(String),
}

impl<'a> Traced<'a> {
    /// What was traced of an item.
    pub fn of(collection: &'a Collection, of: &ItemTrace) -> Self {
        match &of.traced {
            trace::Traced::Agreement(trace) => Self::Agreement(trace.clone()),
            trace::Traced::Clause(trace) => Self::Text {
                of: TextOf::Clause(of.item),
                text: passage(collection, of.item).unwrap_or_default(),
                trace: trace.clone(),
            },
        }
    }
}

impl Traced<'_> {
    /// Keeps at most the first `most` entries of each list; totals still cover all of them.
    #[must_use]
    pub fn limited(self, most: usize) -> Self {
        match self {
            Self::Agreement(trace) => Self::Agreement(trace.limited(most)),
            Self::Text { of, text, trace } => Self::Text { of, text, trace: trace.limited(most) },
        }
    }

    /// Its passages, and how many of them are borrowed.
    pub(super) fn counts(&self) -> (usize, usize) {
        match self {
            Self::Agreement(trace) => (trace.passages, trace.borrowed),
            Self::Text { trace, .. } => (trace.passages, trace.borrowed),
        }
    }

    /// How many words each passage has.
    pub(super) fn length(&self) -> usize {
        match self {
            Self::Agreement(trace) => trace.length,
            Self::Text { trace, .. } => trace.length,
        }
    }

    /// What earlier and later agreements have of it.
    pub(super) fn shares(&self) -> (&[Share], &[Share]) {
        match self {
            Self::Agreement(trace) => (&trace.from, &trace.later),
            Self::Text { trace, .. } => (&trace.from, &[]),
        }
    }
}

/// A share of the passages as whole percent, never rounded up to all.
pub(super) fn percent(part: usize, whole: usize) -> usize {
    compare::percent(share_of(part, whole))
}
