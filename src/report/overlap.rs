//! What some states share, for people and for programs.

use super::columns::columns;
use super::lines::wrapped;
use super::table::{Cell, Column, Entry, Table, TextLook};
use crate::insight::overlap::{Answer, Counts, Overlap, Place, Says, Shared, Spell};
use crate::model::{Date, Kind, Status};
use crate::text::count;
use serde_json::Value;
use std::io::{self, Write};

/// It as one value: the states, how much each table has, and what is shared.
///
/// # Errors
/// Where it cannot be written as JSON, which no table makes happen.
pub fn overlap_record(overlap: &Overlap) -> serde_json::Result<Value> {
    serde_json::to_value(overlap)
}

/// The columns of [`overlap_table`].
pub const OVERLAP_COLUMNS: [Column; 8] = [
    Column::new("id", "the short form or the id of the organisation or agreement"),
    Column::new("name", "its name or title"),
    Column::new("kind", "organisation or agreement"),
    Column::new("since", "since when all share it: a date, or the earliest and the latest it can mean"),
    Column::new("in_full", "whether all are or were full members"),
    Column::new("on_date", "whether all take part on the date asked for"),
    Column::new("table", "the table that says so"),
    Column::new("differ", "whether tables differ, or one contradicts itself"),
];

/// What is shared as a table: a row for each thing and each table that has it.
pub fn overlap_table(overlap: &Overlap) -> Table<'_> {
    let mut rows: Vec<(&Shared, &Counts, &Says)> = Vec::new();
    for shared in &overlap.shared {
        let said = overlap.tables.iter().zip(&shared.says);
        rows.extend(said.filter_map(|(table, says)| Some((shared, table, says.as_ref()?))));
    }
    Table::new(&OVERLAP_COLUMNS, rows.len(), move |at| {
        let (shared, table, says) = *rows.get(at)?;
        let kind = if shared.agreement { Kind::Agreement } else { Kind::Organisation };
        let date = |date: &Date| Entry { data: date.to_string().into(), words: date.shown().into() };
        let since = match says.since.as_slice() {
            [] => Cell::Absent,
            dates => Cell::List(dates.iter().map(date).collect()),
        };
        Some(vec![
            Cell::text(Some(&shared.id)),
            Cell::text(shared.name.as_deref()),
            Cell::term(kind, kind.word()),
            since,
            Cell::Flag(says.in_full),
            says.on_date.map_or(Cell::Absent, |answer| Cell::term(answer, answer.word())),
            Cell::text(Some(&table.table)),
            Cell::Flag(shared.differ),
        ])
    })
}

/// Writes it for people: how much each table has, then what is shared, a line each, and what the signs mean.
///
/// # Errors
/// What the writer returns.
pub fn overlap_text(overlap: &Overlap, look: TextLook, out: &mut impl Write) -> io::Result<()> {
    let names: Vec<String> = overlap.states.iter().map(|s| format!("{} ({})", s.name, s.code)).collect();
    wrapped("", &names.join(" and "), look, out)?;
    for table in &overlap.tables {
        writeln!(out)?;
        wrapped("", &heading(table), look, out)?;
        told(table).iter().try_for_each(|line| wrapped("  ", line, look, out))?;
    }
    for (agreements, title) in [(false, "Organisations"), (true, "Agreements")] {
        let rows: Vec<&Shared> = overlap.shared.iter().filter(|s| s.agreement == agreements).collect();
        if !rows.is_empty() {
            writeln!(out, "\n{title}: {}", rows.len())?;
            list(overlap, agreements, &rows, look, out)?;
        }
    }
    writeln!(out)?;
    let words = match overlap.shared.as_slice() {
        [] => "Nothing is on record for all of them. That does not say that they share nothing.",
        _ => {
            "≠ tables differ, or one contradicts itself · ? not on record · \"not listed\" does not mean \"no\""
        }
    };
    wrapped("", words, look, out)
}

fn heading(table: &Counts) -> String {
    let dated = match (table.as_of, table.agreements) {
        (Some(date), _) => format!("as of {}", date.shown()),
        (None, true) => "dates to the day, no closing date".to_owned(),
        (None, false) => "does not tell its date".to_owned(),
    };
    format!("{} · {dated}", table.table)
}

/// The counts of a table in words.
fn told(table: &Counts) -> Vec<String> {
    let mut lines = Vec::new();
    if table.agreements {
        let agreements = count(table.on_record, "agreement", "agreements");
        lines.push(format!(
            "{agreements} on record for all, {} with a date of entry into force for each",
            table.dated
        ));
    } else {
        let names = count(table.on_record, "organisation", "organisations");
        let dated = if table.dated > 0 { " at some time" } else { "" };
        lines.push(format!(
            "{names} on record for all, {} with each as a full member{dated}, {} with the date of each",
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
        lines.push(format!("{} with lines that contradict each other", table.contradictory));
    }
    lines
}

fn list(
    overlap: &Overlap,
    agreements: bool,
    rows: &[&Shared],
    look: TextLook,
    out: &mut impl Write,
) -> io::Result<()> {
    let tables: Vec<(usize, &Counts)> =
        overlap.tables.iter().enumerate().filter(|(_, t)| t.agreements == agreements).collect();
    let blank = if agreements { 3 } else { 4 };
    let mut first: Vec<String> = vec![String::new(); blank];
    let mut second: Vec<String> = if agreements {
        ["", "both since", ""].map(str::to_owned).to_vec()
    } else {
        ["", "", "both since", ""].map(str::to_owned).to_vec()
    };
    if overlap.states.len() > 2
        && let Some(cell) = second.iter_mut().find(|c| !c.is_empty())
    {
        *cell = "all since".to_owned();
    }
    for (_, table) in &tables {
        for (i, state) in overlap.states.iter().enumerate() {
            first.push(if i == 0 { table.table.clone() } else { String::new() });
            second.push(state.code.clone());
        }
    }
    let mut cells = if tables.len() > 1 { vec![first, second] } else { vec![second] };
    for row in rows {
        let mark = if row.differ { "≠" } else { "" };
        let mut line = vec![mark.to_owned()];
        if !agreements {
            line.push(row.id.clone());
        }
        line.push(since(row.since()));
        line.push(if agreements {
            row.name.as_ref().unwrap_or(&row.id).clone()
        } else {
            row.name.clone().unwrap_or_default()
        });
        for (i, table) in &tables {
            line.extend(said(row.says.get(*i).and_then(Option::as_ref), table, overlap.states.len()));
        }
        cells.push(line);
    }
    columns(&cells, 48, look, out)
}

/// One date, or what it can be; a question mark where it is not on record.
fn since(dates: &[Date]) -> String {
    match dates {
        [] => "?".to_owned(),
        dates => dates.iter().map(Date::shown).collect::<Vec<_>>().join(" or "),
    }
}

/// A cell for each state.
fn said(says: Option<&Says>, table: &Counts, states: usize) -> Vec<String> {
    match says {
        None => vec!["–".to_owned(); states],
        Some(says) => says.places.iter().map(|place| cell(place, table)).collect(),
    }
}

/// The class and the dates of a place; each line of it where they are several.
fn cell(place: &Place, table: &Counts) -> String {
    if place.lines.is_empty() {
        return "not listed".to_owned();
    }
    let lines: Vec<String> = place.lines.iter().map(|line| words(line, table)).collect();
    let joined = lines.join(if table.agreements { " or " } else { ", " });
    match (place.on_date, table.agreements) {
        (Some(Answer::Unknown), true) => format!("{joined} (?)"),
        (Some(Answer::No), true) => format!("{joined} (not)"),
        _ => joined,
    }
}

fn words(line: &Spell, table: &Counts) -> String {
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
        (Answer::Yes, Some(last)) => format!("–{}", last.shown()),
        (Answer::Unknown, Some(last)) if line.since.is_some() => format!("–{} ?", last.shown()),
        _ => String::new(),
    };
    format!("{class}{since}{until}")
}
