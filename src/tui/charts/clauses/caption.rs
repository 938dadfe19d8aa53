//! The caption of the clauses chart: what the cursor is on, and the sectors that no clause names.

use super::scene::{Scene, clause, sectors};
use crate::explore::Pane;
use crate::explore::Role;
use crate::explore::Row;
use crate::explore::layout::{Area, Class};
use crate::model::{Kind, Wording};
use crate::text;
use crate::text::grid::running;
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::Block;

/// A label and the text beside it.
struct Entry {
    label: String,
    words: String,
    roles: (Role, Role),
}

/// Draws the caption.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Area) {
    let (mut block, margin) = block(scene, area);
    for entry in entries(scene) {
        let (label, words) = entry.roles;
        block.write_beside(canvas, margin, (&entry.label, label), (&entry.words, words));
    }
}

/// The number of rows that the whole caption needs.
pub fn rows(scene: &Scene<'_>) -> usize {
    let (block, margin) = block(scene, scene.area);
    entries(scene).iter().map(|entry| block.rows_beside(margin, &entry.label, &entry.words)).sum()
}

fn block(scene: &Scene<'_>, area: Area) -> (Block, usize) {
    let indent = if scene.state.layout.class() >= Class::Medium { 2 } else { 0 };
    let inner = Area { x: area.x + indent, width: area.width.saturating_sub(indent).min(140), ..area };
    (Block::new(inner), scene.name.clamp(32, 52))
}

fn entries(scene: &Scene<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = cursor(scene).into_iter().collect();
    let list = scene.state.list(Pane::Clauses);
    let chosen = list.row().and_then(|row| clause(scene.state.collection(), row));
    if let Some(note) = chosen.and_then(|clause| clause.note.as_ref()) {
        entries.push(Entry {
            label: "Note".to_owned(),
            words: note.clone(),
            roles: (Role::Text, Role::Quiet),
        });
    }
    let unnamed = &scene.matrix.unnamed;
    if !unnamed.is_empty() {
        let number = text::count(unnamed.len(), "sector", "sectors");
        entries.push(Entry {
            label: format!("{number} without a clause"),
            words: unnamed.join(" · "),
            roles: (Role::Text, Role::Quiet),
        });
    }
    // On a tall screen with rows to spare, show the clause too.
    if let Some(clause) = chosen.filter(|_| scene.state.layout.is_roomy()) {
        let label = match clause.wording {
            Wording::Official => "Official wording",
            Wording::Translation => "Translation",
            Wording::Summary => "Summary, not the official wording",
            Wording::Machine => "Read by machine",
        };
        entries.push(Entry {
            label: label.to_owned(),
            words: running(&clause.text).into_owned(),
            roles: (Role::Text, Role::Text),
        });
    }
    entries
}

/// What the selected row has to do with the column of the cursor.
fn cursor(scene: &Scene<'_>) -> Option<Entry> {
    let collection = scene.state.collection();
    let row = scene.state.list(Pane::Clauses).row()?;
    let of = collection.agreement(row.item())?;
    let column = scene.matrix.columns.get(scene.cursor).map(|column| column.name.as_str());
    let label = match row {
        Row::Item(item) | Row::Folded(item, _) if item.kind() != Kind::Agreement => {
            collection.title(item)?.to_owned()
        }
        _ => of.list_title().to_owned(),
    };
    let held = of.clauses.len();
    let words = match (row, column) {
        (Row::Missing(_), Some(column)) => {
            let points = text::count(of.missing(), "point", "points");
            format!("{points} not on record; whether they name {column} is not known")
        }
        (Row::Missing(_), None) => text::count(of.missing(), "point", "points") + " not on record",
        (Row::Folder(_, held), _) => text::count(held as usize, "agreement", "agreements"),
        (Row::Folded(_, held), _) => format!("{}, folded", text::count(held as usize, "clause", "clauses")),
        (Row::Item(_), _) if held == 0 => match of.points {
            Some(points) => format!("no clauses on record, of {points} points"),
            None => "no clauses on record".to_owned(),
        },
        (Row::Item(item), _) if item.kind() == Kind::Agreement => match of.points {
            Some(points) => format!("{held} of {points} points on record"),
            None => format!("{} on record", text::count(held, "clause", "clauses")),
        },
        (Row::Item(_), column) => {
            let named: Vec<&str> = sectors(collection, row).collect();
            match column {
                _ if named.is_empty() => "names no sector".to_owned(),
                Some(column) if named.contains(&column) && named.len() == 1 => format!("names {column}"),
                Some(column) if named.contains(&column) => {
                    format!("names {column}, one of {} sectors", named.len())
                }
                _ => format!("does not name {}", column.unwrap_or("it")),
            }
        }
    };
    Some(Entry { label, words, roles: (Role::Strong, Role::Text) })
}
