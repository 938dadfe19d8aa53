//! The caption of the memberships chart: each party's status in the selected organisation, and disputes.

use super::scene::{Scene, parties};
use crate::explore::Role;
use crate::explore::layout::{Area, Class, MEASURE};
use crate::explore::{Pane, State};
use crate::model::{Dossier, Organisation};
use crate::text;
use crate::tui::canvas::Canvas;
use crate::tui::charts::caption::Block;

/// Draws the caption.
pub fn draw(canvas: &mut Canvas<'_>, scene: &Scene<'_>, area: Area) {
    let Some((dossier, organisation)) = selected(scene) else { return };
    let mut block = block(scene, area);
    if beside(scene) {
        let inner = Area { x: area.x + 2, width: block.x.saturating_sub(area.x + 4), ..area };
        Block::new(inner).write(canvas, &organisation.name, Role::Strong);
    } else {
        block.write_in(canvas, &organisation.name, Role::Strong, 1);
    }
    for (label, role, words) in entries(dossier, organisation) {
        if block.left() == 0 {
            break;
        }
        let indent = text::width(&label) + 1;
        if indent + 8 > block.width {
            continue;
        }
        canvas.put(block.x, block.y, &label, role);
        let mut own = Block { x: block.x + indent, width: block.width - indent, ..block };
        own.write(canvas, &words, Role::Text);
        block.y = own.y;
    }
}

/// The number of rows that a caption may need: two per party, and two for a dispute.
pub fn rows(state: &State) -> usize {
    let compared = state.collection().compared().map(|(_, dossier)| dossier.compares.len()).max();
    (compared.unwrap_or(0) * 2 + 2).clamp(4, 8)
}

fn selected<'a>(scene: &'a Scene<'_>) -> Option<(&'a Dossier, &'a Organisation)> {
    scene.organisation(scene.state.list(Pane::Memberships).selected)
}

fn beside(scene: &Scene<'_>) -> bool {
    scene.state.layout.class() >= Class::Medium
}

fn block(scene: &Scene<'_>, area: Area) -> Block {
    let block = Block::new(area);
    if beside(scene) {
        let margin = 36;
        return Block { x: area.x + margin, width: (area.width - margin).min(MEASURE), ..block };
    }
    block
}

/// One line per party, then one per dispute.
fn entries(dossier: &Dossier, organisation: &Organisation) -> Vec<(String, Role, String)> {
    let mut entries = Vec::new();
    for party in parties(dossier, organisation) {
        let words = match organisation.membership(party) {
            None => "not on record".to_owned(),
            Some(membership) => {
                let since = membership.since.map(|since| since.shown());
                let status = match since.filter(|_| membership.status.takes_part()) {
                    Some(since) => format!("{} since {since}", membership.status_word()),
                    None if membership.status.takes_part() => {
                        format!("{}, start not on record", membership.status_word())
                    }
                    None => membership.status_word(),
                };
                match &membership.note {
                    Some(note) => format!("{status}. {note}"),
                    None => status,
                }
            }
        };
        entries.push((party.to_owned(), Role::Quiet, words));
    }
    let disputes = dossier.find(&organisation.id).into_iter().flat_map(|part| dossier.disputes_about(part));
    for dispute in disputes {
        let claims: Vec<&str> = dispute.claims.iter().map(|claim| claim.says.as_str()).collect();
        let words = format!("{}: {}", dispute.topic, claims.join(", or "));
        entries.push(("≠ disputed".to_owned(), Role::Dispute, words));
    }
    entries
}
