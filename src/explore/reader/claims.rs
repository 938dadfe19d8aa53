//! Lays out a dispute: its sides as columns where there is room, else under each other.

use super::layer::Layer;
use super::page_lines::TextLine;
use crate::explore::lines::{Piece, Role};
use crate::insight::{ClaimSide, Claims};
use crate::text;

/// The narrowest column in which a side can be read.
const NARROWEST: usize = 24;

pub(super) fn lay_out(layer: &mut Layer, claims: &Claims) {
    let Claims { topic, sides, shown, note, .. } = claims;
    let indent = layer.indent();
    let room = layer.width.saturating_sub(indent);
    let first = layer.lines.len();
    layer.wrapped(indent + 4, topic, Role::Strong, room.saturating_sub(4).max(8));
    let (link, mark) = layer.new_link();
    if let Some(line) = layer.lines.get_mut(first) {
        line.pieces.insert(0, Piece { x: indent + 2, text: "≠".to_owned(), role: Role::Dispute });
        line.pieces.insert(0, Piece { x: indent, ..mark });
        line.links.push(link);
    }
    let gap = 2;
    let columns = sides.len().max(1);
    let column = (room.saturating_sub(2) + gap) / columns;
    if columns > 1 && column >= NARROWEST + gap {
        side_by_side(layer, sides, indent + 2, column, gap);
    } else {
        for side in sides {
            one(layer, side, indent + 2, room.saturating_sub(2));
        }
    }
    for remark in shown.iter().chain(note) {
        layer.wrapped(indent + 2, remark, Role::Quiet, room.saturating_sub(2));
    }
}

/// One side: what it says, how sure, who.
fn one(layer: &mut Layer, side: &ClaimSide, x: usize, width: usize) {
    layer.wrapped(x, &side.says, Role::Text, width);
    let rule = text::wrap(&side.says, width)
        .iter()
        .map(|r| text::width(side.says.get(r.clone()).unwrap_or_default()))
        .max();
    layer.lines.push(TextLine {
        pieces: vec![Piece { x, text: "─".repeat(rule.unwrap_or(0).max(8)), role: Role::Rule }],
        ..TextLine::default()
    });
    layer.wrapped(x, &side.sure, Role::Quiet, width);
    for source in &side.sources {
        layer.source(x, width, source);
    }
}

/// The sides as columns: each is laid out by itself, then they are put beside each other line by line.
fn side_by_side(layer: &mut Layer, sides: &[ClaimSide], x: usize, column: usize, gap: usize) {
    let top = layer.lines.len();
    for (i, side) in sides.iter().enumerate() {
        let rest = layer.lines.split_off(top);
        one(layer, side, x + i * column, column - gap);
        let own = layer.lines.split_off(top);
        layer.lines.extend(rest);
        for (k, line) in own.into_iter().enumerate() {
            match layer.lines.get_mut(top + k) {
                Some(beside) => {
                    beside.pieces.extend(line.pieces);
                    beside.links.extend(line.links);
                }
                None => layer.lines.push(line),
            }
        }
    }
}
