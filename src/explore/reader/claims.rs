//! Lays out a dispute: its sides as columns if there is room, else one below the other.

use super::line_builder::LineBuilder;
use super::page_lines::TextLine;
use crate::explore::lines::{Piece, Role};
use crate::insight::{ClaimSide, Claims};
use crate::text;

/// The narrowest column for a side.
const NARROWEST: usize = 32;

/// `leads` is false on the page of the dispute itself.
pub(super) fn lay_out(builder: &mut LineBuilder, claims: &Claims, leads: bool) {
    let Claims { topic, sides, shown, note, .. } = claims;
    let indent = builder.indent();
    let room = builder.width.saturating_sub(indent);
    let first = builder.lines.len();
    builder.wrapped(indent + 4, topic, Role::Strong, room.saturating_sub(4).max(8));
    if let Some(line) = builder.lines.get_mut(first) {
        line.pieces.insert(0, Piece { x: indent + 2, text: "≠".to_owned(), role: Role::Dispute });
    }
    if leads {
        let (link, mark) = builder.new_link();
        if let Some(line) = builder.lines.get_mut(first) {
            line.pieces.insert(0, Piece { x: indent, ..mark });
        }
        builder.belong(first, indent, link);
    }
    let gap = 2;
    let columns = sides.len().max(1);
    let column = (room.saturating_sub(2) + gap) / columns;
    if columns > 1 && column >= NARROWEST + gap {
        side_by_side(builder, sides, indent + 2, column, gap);
    } else {
        for (i, side) in sides.iter().enumerate() {
            if i > 0 {
                builder.blank();
            }
            one(builder, side, indent + 2, room.saturating_sub(2));
        }
    }
    for remark in shown.iter().chain(note) {
        builder.wrapped(indent + 2, remark, Role::Quiet, room.saturating_sub(2));
    }
}

/// One side: its claim, how reliable it is, and its sources.
fn one(builder: &mut LineBuilder, side: &ClaimSide, x: usize, width: usize) {
    builder.wrapped(x, &side.says, Role::Text, width);
    let rule = text::wrapped(&side.says, width).map(text::width).max();
    builder.lines.push(TextLine {
        pieces: vec![Piece { x, text: "─".repeat(rule.unwrap_or(0).max(8)), role: Role::Rule }],
        ..TextLine::default()
    });
    builder.wrapped(x, &side.sure, Role::Quiet, width);
    for source in &side.sources {
        builder.source(x, width, source);
    }
}

/// The sides as columns: each is laid out alone, then they are merged line by line.
fn side_by_side(builder: &mut LineBuilder, sides: &[ClaimSide], x: usize, column: usize, gap: usize) {
    let top = builder.lines.len();
    for (i, side) in sides.iter().enumerate() {
        let rest = builder.lines.split_off(top);
        one(builder, side, x + i * column, column - gap);
        let own = builder.lines.split_off(top);
        builder.lines.extend(rest);
        for (k, line) in own.into_iter().enumerate() {
            match builder.lines.get_mut(top + k) {
                Some(beside) => {
                    beside.pieces.extend(line.pieces);
                    beside.links.extend(line.links);
                    beside.web.extend(line.web);
                }
                None => builder.lines.push(line),
            }
        }
    }
}
