//! The text on the screen in lines, laid out when the text or the size changes, not for every frame.

use super::layout::Layout;
use super::overlays::{self, CompareLines};
use super::reader::{self, PageLines};
use crate::insight::Page;
use crate::insight::compare::Comparison;
use crate::model::Collection;
use std::sync::Arc;

/// The width that lines were laid out for, and whether there was room for blank rows.
type Fit = (usize, bool);

/// The lines of the reader's page and of the comparison.
#[derive(Default)]
pub struct LaidOut {
    page: Option<(Arc<Page>, Fit)>,
    /// The reader's page.
    pub lines: PageLines,
    comparison: Option<(Arc<Comparison>, Fit)>,
    /// The open comparison.
    pub compared: CompareLines,
}

impl LaidOut {
    /// Lays the reader's page out for a width, unless it already is.
    pub fn lay_page(&mut self, page: Option<&Arc<Page>>, width: usize, roomy: bool) {
        let fit = (width, roomy);
        let is_laid = match (&self.page, page) {
            (Some((laid, own)), Some(page)) => Arc::ptr_eq(laid, page) && *own == fit,
            (None, None) => true,
            _ => false,
        };
        if !is_laid {
            self.page = page.map(|page| (Arc::clone(page), fit));
            self.lines =
                page.map(|page| PageLines::new(reader::lay_out(page, width, roomy))).unwrap_or_default();
        }
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
