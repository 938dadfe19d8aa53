//! The report of what covers the panes, a comparison, a trace or a picture: what copying and exporting write of it.

use super::overlays::Overlay;
use super::state::State;
use crate::insight::charts::{Atlas, Network};
use crate::insight::compare::Comparison;
use crate::insight::trace::ItemTrace;
use crate::insight::{Coverage, follow_up};
use crate::model::Collection;
use crate::report::{
    CompareReport, CoverageReport, FollowUpReport, Format, MapReport, NetworkReport, TextLook, TraceReport,
    Traced,
};
use std::io::{self, Write};
use std::sync::Arc;

/// What a view shows, cheap to pass to another thread.
pub(super) enum ViewReport {
    Comparison(Arc<Comparison>),
    Trace(Arc<ItemTrace>),
    Coverage(Arc<Coverage>),
    FollowUp,
    Map(Arc<Atlas>),
    Network(Arc<Network>),
}

impl ViewReport {
    /// That of the view on top; `None` if there is none.
    pub(super) fn of(state: &State) -> Option<Self> {
        Some(match state.overlays.last()? {
            Overlay::Compare(view) => Self::Comparison(Arc::clone(&view.comparison)),
            Overlay::Trace(view) => Self::Trace(Arc::clone(&view.trace)),
            Overlay::Coverage(table) => Self::Coverage(Arc::clone(&table.coverage)),
            Overlay::FollowUp(_) => Self::FollowUp,
            Overlay::Map(view) => Self::Map(Arc::new(view.atlas().clone())),
            Overlay::Network(view) => Self::Network(Arc::clone(&view.network)),
            _ => return None,
        })
    }

    /// A word for it, in the name of a file.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Comparison(_) => "comparison",
            Self::Trace(_) => "trace",
            Self::Coverage(_) => "coverage",
            Self::FollowUp => "follow-up",
            Self::Map(_) => "map",
            Self::Network(_) => "network",
        }
    }

    /// Writes it as the command of the same name prints it.
    pub(super) fn write(&self, collection: &Collection, form: Format, out: &mut dyn Write) -> io::Result<()> {
        let look = TextLook::default();
        match self {
            Self::Comparison(comparison) => form.write(&CompareReport { collection, comparison }, look, out),
            Self::Trace(trace) => {
                let traced = &Traced::of(collection, trace);
                form.write(&TraceReport { collection, traced }, look, out)
            }
            Self::Coverage(coverage) => form.write(&CoverageReport { collection, coverage }, look, out),
            Self::FollowUp => {
                form.write(&FollowUpReport { collection, found: &follow_up(collection) }, look, out)
            }
            Self::Map(atlas) => form.write(&MapReport { collection, atlas }, look, out),
            Self::Network(network) => form.write(&NetworkReport::new(collection, network), look, out),
        }
    }
}
