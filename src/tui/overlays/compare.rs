//! Draws a comparison: two agreements or clauses side by side, with the differences highlighted.

use crate::explore::layout::Area;
use crate::explore::overlays::{ComparisonView, Panel, middle, text_area};
use crate::explore::{Role, State};
use crate::insight::compare::Tally;
use crate::report::{compared, counts_line};
use crate::text::thousands;
use crate::tui::canvas::Canvas;
use crate::tui::frame::heading;

/// The counts, in the wordings from the fullest to the shortest: for one pair its words, else the pairs.
fn wordings(counts: Tally) -> Vec<String> {
    let (words, pairs) = (counts_line(counts), compared(counts));
    let (left, right) = (thousands(counts.only_left), thousands(counts.only_right));
    let full = format!("{pairs} · {words}");
    if counts.pairs + counts.left_alone + counts.right_alone == 1 {
        return vec![full, words, format!("{left} left · {right} right only"), format!("−{left} +{right}")];
    }
    let (alike, differing) = (thousands(counts.equal), thousands(counts.differing()));
    let (left, right) = (thousands(counts.left_alone), thousands(counts.right_alone));
    vec![
        full,
        pairs,
        format!("{alike} alike · {differing} differing"),
        format!("={alike} ≠{differing} −{left} +{right}"),
    ]
}

pub fn draw(canvas: &mut Canvas<'_>, state: &State, view: &ComparisonView) {
    let body = state.layout.body();
    let counts = view.comparison.counts;
    heading(canvas, Area { height: 1, ..body }, "", &[view.title()], &wordings(counts), true);
    let area = text_area(state.layout);
    let middle = middle(area.width);
    let lines = state.laid_out.compared.lines().iter().enumerate();
    for (place, line) in lines.skip(view.first).take(area.height) {
        let y = area.y + place - view.first;
        for piece in &line.pieces {
            let room = area.width.saturating_sub(piece.x);
            canvas.put_cut(area.x + piece.x, y, &piece.text, piece.role, room);
        }
        if let Some(x) = middle.filter(|_| line.two) {
            canvas.put(area.x + x, y, "│", Role::Rule);
        }
        if view.at.is_some_and(|(line, _)| line == place) {
            canvas.put(area.x, y, "▸", Role::Focus);
        }
    }
}
