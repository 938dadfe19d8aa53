//! A dossier at a glance, as text: what plain `accords` prints into a pipe.

use super::item::address;
use crate::insight::sector_count;
use crate::model::{Collection, Dossier, ItemId, Kind, Part};
use crate::text::{count, shown, width};
use std::io::{self, Write};

/// Writes the outline of everything open, a line an item, each with its address.
///
/// # Errors
/// What the writer returns.
pub fn outline(collection: &Collection, out: &mut impl Write) -> io::Result<()> {
    for (i, dossier) in (0u32..).zip(collection.dossiers()) {
        if i > 0 {
            writeln!(out)?;
        }
        one(collection, i, dossier, out)?;
    }
    Ok(())
}

fn one(collection: &Collection, place: u32, dossier: &Dossier, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", shown(&dossier.title))?;
    let counts = [
        count(dossier.agreements.len(), "agreement", "agreements"),
        count(dossier.clause_count(), "clause", "clauses"),
        count(dossier.events.len(), "event", "events"),
        count(dossier.sectors.len(), "sector", "sectors"),
        count(dossier.organisations.len(), "organisation", "organisations"),
        count(dossier.disputes.len(), "dispute", "disputes"),
        count(dossier.sources.len(), "source", "sources"),
    ];
    writeln!(out, "{}", counts.join(" · "))?;
    for agreement in dossier.agreements.iter().filter(|a| a.points.is_some()) {
        let points = agreement.points.unwrap_or_default();
        writeln!(
            out,
            "{}: {} of {points} points on record",
            shown(agreement.list_title()),
            agreement.clauses.len()
        )?;
    }
    if let Some(date) = dossier.as_of {
        writeln!(out, "as of {}", date.shown())?;
    }
    let at = |part| ItemId { dossier: place, part };
    heading(out, "Timeline")?;
    for (i, _) in (0u32..).zip(&dossier.events) {
        line(collection, at(Part::Event(i)), "", out)?;
    }
    heading(out, "Clauses")?;
    for (i, agreement) in (0u32..).zip(&dossier.agreements) {
        line(collection, at(Part::Agreement(i)), "", out)?;
        for (c, _) in (0u32..).zip(&agreement.clauses) {
            line(collection, at(Part::Clause(i, c)), "  ", out)?;
        }
        if agreement.missing() > 0 {
            writeln!(out, "               ? {} more points, not on record", agreement.missing())?;
        }
    }
    heading(out, "Sectors")?;
    for (i, _) in (0u32..).zip(&dossier.sectors) {
        let item = at(Part::Sector(i));
        let facts = count(sector_count(collection, item), "fact on record", "facts on record");
        row(out, "", &facts, collection.title(item).unwrap_or_default(), &address(collection, item))?;
    }
    heading(out, "Memberships")?;
    for (i, organisation) in (0u32..).zip(&dossier.organisations) {
        let words = dossier.standing(organisation).word();
        row(out, "", words, &organisation.name, &address(collection, at(Part::Organisation(i))))?;
    }
    Ok(())
}

fn heading(out: &mut impl Write, words: &str) -> io::Result<()> {
    writeln!(out, "\n{words}")
}

fn line(collection: &Collection, item: ItemId, indent: &str, out: &mut impl Write) -> io::Result<()> {
    let date = match item.kind() {
        Kind::Clause => String::new(),
        _ => collection.date(item).map_or_else(|| "undated".to_owned(), |d| d.shown()),
    };
    row(out, indent, &date, collection.title(item).unwrap_or_default(), &address(collection, item))
}

fn row(out: &mut impl Write, indent: &str, side: &str, title: &str, address: &str) -> io::Result<()> {
    let columns: usize = if width(side) > 11 { 22 } else { 11 };
    let blank = columns.saturating_sub(width(side));
    writeln!(out, "  {:blank$}{side}  {indent}{}  [{address}]", "", shown(title))
}
