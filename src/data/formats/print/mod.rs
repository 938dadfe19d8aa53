//! What the readers of print share: paragraphs from runs of text, tables, automatic numbers.

mod flow;
mod number;
mod regions;
mod table;

pub(super) use flow::{Flow, Suspended};
pub(super) use number::Numerals;
pub(super) use table::Cell;

/// A document as lines, each with a sign for what it is.
#[cfg(test)]
pub(super) fn outline(document: &crate::data::documents::Document) -> String {
    use crate::data::documents::{Piece, Role};
    let piece = |piece: &Piece| match piece {
        Piece::Line(line) => match line.role {
            Role::Printed => line.text.clone(),
            Role::Paragraph => format!("¶{}", line.text),
            Role::Heading(level) => format!("#{level} {}", line.text),
            Role::Item => format!("- {}", line.text),
            Role::Note => format!("note {}", line.text),
        },
        Piece::Blank => "_".to_owned(),
        Piece::Page(page) => format!("p{page}"),
        Piece::Table(text) => text.clone(),
    };
    document.pieces.iter().map(piece).collect::<Vec<_>>().join("\n")
}
