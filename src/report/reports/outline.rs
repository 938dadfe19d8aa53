//! A dossier at a glance, as text: what `accords` prints in a pipe.

use crate::insight::{clauses_of, sector_count};
use crate::model::{Collection, Dossier, Item, ItemId, Kind};
use crate::report::words::counted;
use crate::text::{count, shown, width};
use std::io::{self, Write};

/// The kinds as they are counted.
const KINDS: [Kind; 7] = [
    Kind::Agreement,
    Kind::Clause,
    Kind::Event,
    Kind::Sector,
    Kind::Organisation,
    Kind::Dispute,
    Kind::Source,
];

/// Writes the outline of everything open, a line per item with its address.
///
/// # Errors
/// What the writer returns.
pub fn outline(collection: &Collection, out: &mut dyn Write) -> io::Result<()> {
    for (i, dossier) in (0u32..).zip(collection.dossiers()) {
        if i > 0 {
            writeln!(out)?;
        }
        one(collection, i, dossier, out)?;
    }
    Ok(())
}

fn one(collection: &Collection, place: u32, dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", shown(&dossier.title))?;
    let counts = KINDS.map(|kind| counted(kind, dossier.parts(kind).len()));
    writeln!(out, "{}", counts.join(" · "))?;
    for agreement in dossier.agreements.iter().filter(|a| a.points.is_some()) {
        let (held, points) = (agreement.clauses.len(), agreement.points.unwrap_or_default());
        writeln!(out, "{}: {held} of {points} points on record", shown(agreement.list_title()))?;
    }
    if let Some(date) = dossier.as_of {
        writeln!(out, "as of {}", date.shown())?;
    }
    let items = |kind| {
        dossier.parts(kind).into_iter().filter_map(|part| collection.item(ItemId { dossier: place, part }))
    };
    heading(out, "Timeline")?;
    for event in items(Kind::Event) {
        row(out, "", &event.shown_date(), event)?;
    }
    heading(out, "Clauses")?;
    for item in items(Kind::Agreement) {
        row(out, "", &item.shown_date(), item)?;
        for clause in clauses_of(collection, item.id()).filter_map(|clause| collection.item(clause)) {
            row(out, "  ", "", clause)?;
        }
        let missing = item.agreement().map_or(0, |agreement| agreement.missing());
        if missing > 0 {
            writeln!(out, "               ? {missing} more points, not on record")?;
        }
    }
    heading(out, "Sectors")?;
    for sector in items(Kind::Sector) {
        let facts = sector_count(collection, sector.id());
        row(out, "", &count(facts, "fact on record", "facts on record"), sector)?;
    }
    heading(out, "Memberships")?;
    for item in items(Kind::Organisation) {
        let standing = item.organisation().map(|organisation| dossier.standing(organisation).word());
        row(out, "", standing.unwrap_or_default(), item)?;
    }
    Ok(())
}

fn heading(out: &mut dyn Write, words: &str) -> io::Result<()> {
    writeln!(out, "\n{words}")
}

fn row(out: &mut dyn Write, indent: &str, side: &str, item: Item<'_>) -> io::Result<()> {
    let columns: usize = if width(side) > 11 { 22 } else { 11 };
    let blank = columns.saturating_sub(width(side));
    writeln!(out, "  {:blank$}{side}  {indent}{}  [{}]", "", shown(item.title()), item.address())
}
