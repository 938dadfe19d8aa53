//! What some states share, for people and for programs.

use crate::insight::overlap::{Overlap, Participation, Says, Shared, Spell, TableCounts, Verdict};
use crate::model::{Date, Kind, Status};
use crate::report::forms::{Columns, Datum, Labelled, Report, Sheet, TextWriter};
use crate::text::count;
use serde_json::Value;
use std::io::{self, Write};

/// What is shared: a row for each thing and each table that has it; for people how much each table has, then a line for
/// each thing shared, and what the signs mean.
pub struct OverlapReport<'a> {
    /// What the states share.
    pub overlap: &'a Overlap,
}

impl<'a> Report for OverlapReport<'a> {
    fn sheet(&self) -> Sheet<'_> {
        let said = |shared: &'a Shared| {
            let said = self.overlap.tables.iter().zip(&shared.says);
            said.filter_map(move |(table, says)| Some((shared, table, says.as_ref()?)))
        };
        let rows: Vec<SaidRow<'_>> = self.overlap.shared.iter().flat_map(said).collect();
        Sheet::new(columns(), rows.len(), move |at| rows.get(at).copied())
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let overlap = self.overlap;
        let names: Vec<String> = overlap.states.iter().map(|s| format!("{} ({})", s.name, s.code)).collect();
        out.line("", &names.join(" and "))?;
        for table in &overlap.tables {
            writeln!(out)?;
            out.line("", &heading(table))?;
            totals(table).iter().try_for_each(|line| out.line("  ", line))?;
        }
        for (agreements, title) in [(false, "Organisations"), (true, "Agreements")] {
            let rows: Vec<&Shared> = overlap.shared.iter().filter(|s| s.agreement == agreements).collect();
            if !rows.is_empty() {
                writeln!(out, "\n{title}: {}", rows.len())?;
                list(overlap, agreements, &rows, out)?;
            }
        }
        writeln!(out)?;
        let words = if overlap.shared.is_empty() {
            "Nothing is on record for all of them, which does not mean that they share nothing."
        } else {
            "≠ tables differ or one contradicts itself · ? not on record · \"not listed\" does not mean \"no\""
        };
        out.line("", words)
    }

    /// The states, how much each table has, and what is shared.
    fn record(&self) -> io::Result<Option<Value>> {
        Ok(Some(serde_json::to_value(self.overlap)?))
    }
}

/// What is shared, a table, and what the table says of it.
type SaidRow<'a> = (&'a Shared, &'a TableCounts, &'a Says);

pub(super) fn columns<'a>() -> Columns<'a, SaidRow<'a>> {
    Columns::<SaidRow<'a>>::new()
        .column("id", "the short form or the id of the organisation or agreement", |(shared, ..)| {
            shared.id.as_str()
        })
        .column("name", "its name or title", |(shared, ..)| shared.name.as_deref())
        .column("kind", "organisation or agreement", |(shared, ..)| {
            let kind = if shared.agreement { Kind::Agreement } else { Kind::Organisation };
            Datum::term(kind, kind.word())
        })
        .column(
            "since",
            "when all began to share it: a date, or the earliest and latest it can be",
            |(.., says)| dates(&says.since),
        )
        .column("in_full", "whether all are or were full members", |(.., says)| says.in_full)
        .column("on_date", "whether all take part on the date asked for", |(.., says)| {
            says.on_date.map(|answer| Datum::term(answer, answer.word()))
        })
        .column("table", "the table that reports it", |(_, table, _)| table.table.as_str())
        .column("differ", "whether tables differ or one contradicts itself", |(shared, ..)| shared.differ)
}

fn dates(dates: &[Date]) -> Datum<'static> {
    let date = |date: &Date| Labelled { data: date.to_string().into(), words: date.shown().into() };
    if dates.is_empty() { Datum::Absent } else { Datum::List(dates.iter().map(date).collect()) }
}

fn heading(table: &TableCounts) -> String {
    let dated = match (table.as_of, table.agreements) {
        (Some(date), _) => format!("as of {}", date.shown()),
        (None, true) => "exact dates, no end date".to_owned(),
        (None, false) => "undated".to_owned(),
    };
    format!("{} · {dated}", table.table)
}

/// The totals of a table in words.
fn totals(table: &TableCounts) -> Vec<String> {
    let mut lines = Vec::new();
    if table.agreements {
        let agreements = count(table.on_record, "agreement", "agreements");
        lines.push(format!(
            "{agreements} on record for all, {} with all dates of entry into force",
            table.dated
        ));
    } else {
        let names = count(table.on_record, "organisation", "organisations");
        let dated = if table.dated > 0 { " at some time" } else { "" };
        lines.push(format!(
            "{names} on record for all, {} with all as full members{dated}, {} with all dates",
            table.in_full, table.dated
        ));
    }
    if let Some(on) = table.asked {
        let what = if table.agreements { "in force for all" } else { "shared by full members" };
        lines.push(format!(
            "{} {}: {} {what}, {} not, {} not known",
            if on.is_day() { "on" } else { "in" },
            on.shown(),
            table.yes,
            table.no,
            table.unknown
        ));
    }
    if table.contradictory > 0 {
        lines.push(format!("{} with contradictory lines", table.contradictory));
    }
    lines
}

fn list(overlap: &Overlap, agreements: bool, rows: &[&Shared], out: &mut TextWriter<'_>) -> io::Result<()> {
    let (states, name_of) = (&overlap.states, |shared: &Shared| shared.name.clone().unwrap_or_default());
    let tables: Vec<(usize, &TableCounts)> =
        overlap.tables.iter().enumerate().filter(|(_, table)| table.agreements == agreements).collect();
    // An agreement goes by its title, an organisation by its short form too.
    let line = |mark: &str, id: &str, since: &str, name: &str, cells: Vec<String>| -> Vec<String> {
        let id = Some(id).filter(|_| !agreements);
        let own = [mark].into_iter().chain(id).chain([since, name]).map(str::to_owned);
        own.chain(cells).collect()
    };
    let mut lines = Vec::new();
    if tables.len() > 1 {
        let blank = vec![String::new(); states.len().saturating_sub(1)];
        let names = tables.iter().flat_map(|(_, table)| [vec![table.table.clone()], blank.clone()].concat());
        lines.push(line("", "", "", "", names.collect()));
    }
    let codes = tables.iter().flat_map(|_| states.iter().map(|state| state.code.clone()));
    lines.push(line("", "", if states.len() > 2 { "all since" } else { "both since" }, "", codes.collect()));
    for shared in rows {
        let name = if agreements && shared.name.is_none() { shared.id.clone() } else { name_of(shared) };
        let says = |place: usize| shared.says.get(place).and_then(Option::as_ref);
        let cells = tables.iter().flat_map(|(place, table)| said(says(*place), table, states.len()));
        let mark = if shared.differ { "≠" } else { "" };
        lines.push(line(mark, &shared.id, &since(shared.since()), &name, cells.collect()));
    }
    out.columns(&lines, 48)
}

/// One date, or what it can be; a question mark if it is not on record.
fn since(dates: &[Date]) -> String {
    match dates {
        [] => "?".to_owned(),
        dates => dates.iter().map(Date::shown).collect::<Vec<_>>().join(" or "),
    }
}

/// A cell for each state.
fn said(says: Option<&Says>, table: &TableCounts, states: usize) -> Vec<String> {
    match says {
        None => vec!["–".to_owned(); states],
        Some(says) => says.places.iter().map(|place| cell(place, table)).collect(),
    }
}

/// The class and the dates of a membership, line by line.
fn cell(place: &Participation, table: &TableCounts) -> String {
    if place.lines.is_empty() {
        return "not listed".to_owned();
    }
    let lines: Vec<String> = place.lines.iter().map(|line| words(line, table)).collect();
    let joined = lines.join(if table.agreements { " or " } else { ", " });
    match (place.on_date, table.agreements) {
        (Some(Verdict::Unknown), true) => format!("{joined} (?)"),
        (Some(Verdict::No), true) => format!("{joined} (not)"),
        _ => joined,
    }
}

fn words(line: &Spell, table: &TableCounts) -> String {
    if table.agreements {
        return match (line.since, line.ratified, line.signed) {
            (Some(date), _, _) => date.shown(),
            (None, Some(date), _) => format!("ratified {}", date.shown()),
            (None, None, Some(date)) => format!("signed {}", date.shown()),
            (None, None, None) => "?".to_owned(),
        };
    }
    let class = match (line.status, &line.word) {
        (Status::Member, Some(word)) => format!("member, {word}"),
        _ => line.shown().to_owned(),
    };
    let since = line.since.map(|d| format!(" {}", d.shown())).unwrap_or_default();
    let until = match (line.ended, line.last) {
        (Verdict::Yes, Some(last)) => format!("–{}", last.shown()),
        (Verdict::Unknown, Some(last)) if line.since.is_some() => format!("–{} ?", last.shown()),
        _ => String::new(),
    };
    format!("{class}{since}{until}")
}
