//! The text on the screen in lines, laid out when the text or the size changes, not for every frame.

use super::layout::Layout;
use super::overlays::{self, CompareLines};
use super::reader::{self, PageLines};
use crate::insight::Page;
use crate::insight::compare::Comparison;
use crate::model::Collection;
use std::collections::VecDeque;
use std::sync::Arc;

/// The width that lines were laid out for, and whether there was room for blank rows.
type Fit = (usize, bool);

/// The most pages whose lines are kept, for going back and forward.
const KEPT: usize = 8;

/// The lines of the reader's page and of the comparison.
#[derive(Default)]
pub struct LaidOut {
    /// The last pages with their lines, the newest first.
    pages: VecDeque<(Arc<Page>, Fit, PageLines)>,
    /// The reader's page.
    pub lines: PageLines,
    comparison: Option<(Arc<Comparison>, Fit)>,
    /// The open comparison.
    pub compared: CompareLines,
}

impl LaidOut {
    /// Lays the reader's page out for a width, unless it was lately.
    pub fn lay_page(&mut self, page: Option<&Arc<Page>>, width: usize, roomy: bool) {
        self.lines = page.map(|page| self.lines_of(page, (width, roomy))).unwrap_or_default();
    }

    /// The lines of a page, laid out before or now.
    fn lines_of(&mut self, page: &Arc<Page>, fit: Fit) -> PageLines {
        let is_laid = |(laid, own, _): &(Arc<Page>, Fit, PageLines)| Arc::ptr_eq(laid, page) && *own == fit;
        let laid = self.pages.iter().position(is_laid).and_then(|place| self.pages.remove(place));
        let (_, _, lines) = laid.unwrap_or_else(|| {
            self.pages.truncate(KEPT - 1);
            (Arc::clone(page), fit, PageLines::new(reader::lay_out(page, fit.0, fit.1)))
        });
        self.pages.push_front((Arc::clone(page), fit, lines.clone()));
        lines
    }

    /// Lays a comparison out for a screen; returns whether that was needed.
    pub fn lay_comparison(
        &mut self,
        collection: &Collection,
        comparison: &Arc<Comparison>,
        layout: Layout,
    ) -> bool {
        let fit = (overlays::text_area(layout).width, layout.is_roomy());
        let is_laid =
            self.comparison.as_ref().is_some_and(|(laid, own)| Arc::ptr_eq(laid, comparison) && *own == fit);
        if !is_laid {
            self.comparison = Some((Arc::clone(comparison), fit));
            self.compared = overlays::lay_out(collection, comparison, fit.0, fit.1);
        }
        !is_laid
    }
}
