//! Tables before the items of a group: what a page of HTML shows as charts.

use super::writer::Writer;
use crate::model::ItemId;
use crate::report::export::participation::{membership, together};
use crate::report::forms::docx::{Paragraph, Style};
use std::io;

/// The events in the order of their dates, each a link to what is known of it.
pub(super) fn timeline(writer: &mut Writer<'_, '_>, items: &[ItemId]) -> io::Result<()> {
    let collection = writer.document.selection.collection;
    writer.docx.begin_table(&[20, 20, 60], &["Date", "Kind", "Event"])?;
    for id in items {
        let Some(item) = collection.item(*id) else { continue };
        let kind = item.event().map(|event| event.kind.word()).unwrap_or_default();
        let mut title = Paragraph::new(Style::Cell);
        writer.link(&mut title, *id, item.list_title());
        let date = Paragraph::of(Style::Cell, &item.shown_date());
        writer.docx.row(&[date, Paragraph::of(Style::Cell, kind), title])?;
    }
    writer.docx.end_table()
}

/// Who takes part in which organisation, and since when.
pub(super) fn memberships(writer: &mut Writer<'_, '_>, items: &[ItemId]) -> io::Result<()> {
    let collection = writer.document.selection.collection;
    for (place, dossier) in writer.document.selection.dossiers() {
        let own: Vec<ItemId> = items.iter().copied().filter(|item| item.dossier == place).collect();
        if own.is_empty() || dossier.compares.is_empty() {
            continue;
        }
        let parties = dossier.compares.iter().map(|id| dossier.party_name(id));
        let head: Vec<&str> = ["Organisation", "Together"].into_iter().chain(parties).collect();
        let shares: Vec<usize> = std::iter::once(3).chain(std::iter::repeat_n(2, head.len() - 1)).collect();
        writer.docx.begin_table(&shares, &head)?;
        for id in own {
            let Some(organisation) = collection.item(id).and_then(|item| item.organisation()) else {
                continue;
            };
            let mut name = Paragraph::new(Style::Cell);
            writer.link(&mut name, id, &organisation.name);
            let mut cells = vec![name, Paragraph::of(Style::Cell, &together(dossier, organisation))];
            let words = |party: &String| membership(organisation.membership(party));
            cells.extend(dossier.compares.iter().map(|party| Paragraph::of(Style::Cell, &words(party))));
            writer.docx.row(&cells)?;
        }
        writer.docx.end_table()?;
    }
    Ok(())
}
