//! Who is a member of which organisation, and since when: a table with a bar for each of the compared parties.

use super::links::link;
use crate::insight::{Axis, axis};
use crate::model::{Dossier, ItemId, Membership, Organisation};
use crate::report::export::document::Document;
use crate::report::export::participation::{membership, together};
use crate::report::forms::svg::{Shapes, escape};
use std::io::{self, Write};

/// Measures of a row's chart, in its own units.
const WIDTH: f64 = 240.0;
const BAR: f64 = 8.0;
const STEP: f64 = 11.0;

pub(super) fn write(document: &Document<'_>, items: &[ItemId], out: &mut dyn Write) -> io::Result<()> {
    for (place, dossier) in document.selection.dossiers() {
        let own: Vec<ItemId> = items.iter().copied().filter(|item| item.dossier == place).collect();
        if !own.is_empty() && !dossier.compares.is_empty() {
            table(document, dossier, &own, out)?;
        }
    }
    Ok(())
}

fn table(
    document: &Document<'_>,
    dossier: &Dossier,
    items: &[ItemId],
    out: &mut dyn Write,
) -> io::Result<()> {
    let parties: Vec<&str> = dossier.compares.iter().map(|id| dossier.party_name(id)).collect();
    let axis = axis(document.selection.collection);
    let years = axis.map(|axis| format!(", {} to {}", axis.first, axis.last)).unwrap_or_default();
    let heads: String =
        parties.iter().map(|party| format!("<th scope=\"col\">{}</th>", escape(party))).collect();
    let caption = escape(&format!("{}: who takes part in which organisation", parties.join(" and ")));
    writeln!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>\
         <th scope=\"col\">Organisation</th><th scope=\"col\">Together</th>{heads}<th scope=\"col\">Years{years}</th></tr></thead>\n<tbody>"
    )?;
    for item in items {
        let organisation = document.selection.collection.item(*item).and_then(|item| item.organisation());
        let Some(organisation) = organisation else { continue };
        let cells: String = dossier
            .compares
            .iter()
            .map(|party| format!("<td>{}</td>", escape(&membership(organisation.membership(party)))))
            .collect();
        writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td>{cells}<td>{}</td></tr>",
            link(document, *item, &organisation.name),
            escape(&together(dossier, organisation)),
            axis.map(|axis| bars(axis, dossier, organisation)).unwrap_or_default()
        )?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>")
}

/// The bars of the compared parties, one under the other. The cells beside them say the same in words.
fn bars(axis: Axis, dossier: &Dossier, organisation: &Organisation) -> String {
    let height = STEP * dossier.compares.len() as f64;
    let mut shapes = Shapes::default();
    for (place, party) in dossier.compares.iter().enumerate() {
        if let Some(taken) = organisation.membership(party).filter(|m| m.status.takes_part()) {
            bar(axis, dossier, taken, STEP * place as f64, &mut shapes);
        }
    }
    if shapes.is_empty() {
        return String::new();
    }
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" aria-hidden=\"true\">{}</svg>",
        shapes.as_str()
    )
}

/// A bar from the day of joining to that of leaving, or to the end of the dossier. If the start is not on record, it
/// is drawn open, over all the years that it may be.
fn bar(axis: Axis, dossier: &Dossier, taken: &Membership, y: f64, shapes: &mut Shapes) {
    let start = taken.since.map(|date| axis.part(date.begins()) * WIDTH);
    let end = taken.until.or(dossier.as_of).map_or(WIDTH, |date| axis.part(date.ends()) * WIDTH);
    let (class, from) = start.map_or(("open", 0.0), |from| ("bar", from));
    let title = format!("{}: {}", dossier.party_name(&taken.party), membership(Some(taken)));
    shapes.rect(class, [from, y, (end - from).max(1.0), BAR], "", Some(&title));
}
