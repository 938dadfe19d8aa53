//! Two agreements or clauses face to face on the whole screen, the words that differ lit.

mod lay;

use super::canvas::Canvas;
use super::layout::{Area, Layout};
use super::panes::heading;
use super::panes::reader::Piece;
use super::state::Overlay;
use super::theme::Role;
use crate::insight::compare::Comparison;
use crate::model::{Collection, ItemId};
use crate::report::{compared, counts_line};
use crate::text::{thousands, width};
use std::sync::Arc;

/// A comparison on the screen.
#[derive(Clone, Debug)]
pub struct CompareBox {
    /// What is compared.
    pub comparison: Arc<Comparison>,
    lines: Arc<[CompareLine]>,
    laid_for: (usize, bool),
    /// The first line in view.
    pub first: usize,
    /// The line of the difference walked to.
    pub at: Option<usize>,
}

/// A line of it.
#[derive(Clone, Debug, Default)]
struct CompareLine {
    pieces: Vec<Piece>,
    /// Whether both sides stand on it, with the divider between.
    two: bool,
    /// Whether a difference begins on it.
    differs: bool,
}

impl CompareBox {
    /// A comparison, not yet laid out.
    pub fn new(comparison: Comparison) -> Self {
        Self {
            comparison: Arc::new(comparison),
            lines: Arc::default(),
            laid_for: (0, false),
            first: 0,
            at: None,
        }
    }

    /// The two that are compared, left and right.
    pub fn sides(&self) -> (ItemId, ItemId) {
        (self.comparison.left, self.comparison.right)
    }

    /// Lays it out for a screen, if it is not yet laid out so.
    pub fn lay_out(&mut self, collection: &Collection, layout: Layout) {
        let fits = (text_area(layout).width, layout.is_roomy());
        if self.laid_for == fits {
            return;
        }
        self.lines = lay::lines(collection, &self.comparison, fits.0, fits.1).into();
        self.laid_for = fits;
        self.at = None;
        self.first = self.first.min(self.furthest(layout));
    }

    /// How far it can be scrolled.
    pub fn furthest(&self, layout: Layout) -> usize {
        self.lines.len().saturating_sub(text_area(layout).height)
    }

    /// The lines on which a difference begins.
    fn stops(&self) -> Vec<usize> {
        (0..).zip(self.lines.iter()).filter(|(_, line)| line.differs).map(|(place, _)| place).collect()
    }

    /// Which difference was walked to: `difference 2 of 5`; empty where none was.
    pub fn place(&self) -> String {
        let stops = self.stops();
        let at = self.at.and_then(|at| stops.iter().position(|stop| *stop == at));
        at.map(|at| format!("difference {} of {}", thousands(at + 1), thousands(stops.len())))
            .unwrap_or_default()
    }

    /// To the next or previous difference; false where there is none.
    pub fn walk(&mut self, layout: Layout, forward: bool) -> bool {
        let stops = self.stops();
        let next = match (self.at, forward) {
            (None, true) => stops.iter().position(|stop| *stop >= self.first),
            (None, false) => stops.iter().rposition(|stop| *stop < self.first),
            (Some(at), true) => stops.iter().position(|stop| *stop > at),
            (Some(at), false) => stops.iter().rposition(|stop| *stop < at),
        };
        let Some(line) = next.and_then(|next| stops.get(next).copied()) else { return false };
        self.at = Some(line);
        let rows = text_area(layout).height;
        if line < self.first || line >= self.first + rows {
            self.first = line.saturating_sub(rows / 3).min(self.furthest(layout));
        }
        true
    }
}

/// Lays the comparisons among the overlays out for a screen.
pub(super) fn settle(overlays: &mut [Overlay], collection: &Collection, layout: Layout) {
    for overlay in overlays {
        if let Overlay::Compare(open) = overlay {
            open.lay_out(collection, layout);
        }
    }
}

/// Where the text stands: below the heading.
fn text_area(layout: Layout) -> Area {
    let body = layout.body();
    let top = (1 + layout.gap()).min(body.height);
    Area { y: body.y + top, height: body.height - top, ..body }
}

/// Draws the comparison.
pub fn draw(canvas: &mut Canvas<'_>, layout: Layout, open: &CompareBox) {
    let body = layout.body();
    let counts = open.comparison.counts;
    let (words, pairs) = (counts_line(counts), compared(counts));
    let all = if pairs.is_empty() { words.clone() } else { format!("{pairs} · {words}") };
    let right = if width(&all) + 14 <= body.width { all } else { words };
    heading(canvas, Area { height: 1, ..body }, "", "Compare", &right, true);
    let area = text_area(layout);
    let middle = lay::middle(area.width);
    for (place, line) in open.lines.iter().enumerate().skip(open.first).take(area.height) {
        let y = area.y + place - open.first;
        for piece in &line.pieces {
            let room = area.width.saturating_sub(piece.x);
            canvas.put_cut(area.x + piece.x, y, &piece.text, piece.role, room);
        }
        if let Some(x) = middle.filter(|_| line.two) {
            canvas.put(area.x + x, y, "│", Role::Rule);
        }
        if open.at == Some(place) {
            canvas.put(area.x, y, "▸", Role::Focus);
        }
    }
}
