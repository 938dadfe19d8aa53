//! What states share according to several tables.

use super::participation::{Participation, Spell, Verdict, all};
use super::states::NamedState;
use crate::data::memberships::{Body, Form, Record, Table};
use crate::model::{Date, Status};
use crate::text::fold::fold;
use serde::Serialize;
use std::collections::HashMap;

/// What some states share.
#[derive(Debug, Serialize)]
pub struct Overlap {
    /// The states.
    pub states: Vec<NamedState>,
    /// The date asked for.
    pub on: Option<Date>,
    /// The tables, each with its counts.
    pub tables: Vec<TableCounts>,
    /// Organisations by name, then agreements by date.
    pub shared: Vec<Shared>,
}

/// The totals of one table.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct TableCounts {
    /// The name of the table.
    pub table: String,
    /// Whether it is about agreements, not organisations.
    pub agreements: bool,
    /// The date of the table, if it gives one.
    pub as_of: Option<Date>,
    /// The date asked for, or else that of the table.
    pub asked: Option<Date>,
    /// What is on record for all states.
    pub on_record: usize,
    /// Of these, those shared in full at some time (every agreement is).
    pub in_full: usize,
    /// Of those, those with the date on which each state joined or was bound.
    pub dated: usize,
    /// Those shared in full on the date asked for.
    pub yes: usize,
    /// Those not shared on that date.
    pub no: usize,
    /// Those for which it is not known.
    pub unknown: usize,
    /// Those with contradictory lines.
    pub contradictory: usize,
}

/// Something that all states share according to at least one table.
#[derive(Debug, Serialize)]
pub struct Shared {
    /// Its short name, or its id.
    pub id: String,
    /// Its name or title, if a table has one.
    pub name: Option<String>,
    /// Whether it is an agreement.
    pub agreement: bool,
    /// What each table says, in the order of the tables; `None` for tables without it.
    pub says: Vec<Option<Says>>,
    /// Whether tables differ, or a table contradicts itself.
    pub differ: bool,
}

/// What one table says about one organisation or agreement.
#[derive(Debug, Serialize)]
pub struct Says {
    /// Its id in the table.
    pub id: String,
    /// The participation of each state, in the order of the states.
    pub places: Vec<Participation>,
    /// Since when all share it: one date, or the earliest and the latest it can be; empty if not on record.
    pub since: Vec<Date>,
    /// Whether all are or were full members.
    pub in_full: bool,
    /// Whether all take part on the date asked for.
    pub on_date: Option<Verdict>,
}

/// What the states share according to these tables.
pub fn overlap(states: Vec<NamedState>, on: Option<Date>, tables: &[Table]) -> Overlap {
    let (mut shared, counts) = rows(&states, on, tables);
    shared.retain(Shared::is_shared);
    shared.sort_by_cached_key(Shared::order);
    Overlap { states, on, tables: counts, shared }
}

/// Everything that the tables have about these states, one row for each organisation or agreement, and their totals.
pub(super) fn rows(
    states: &[NamedState],
    on: Option<Date>,
    tables: &[Table],
) -> (Vec<Shared>, Vec<TableCounts>) {
    let (mut rows, mut places, mut counts) = (Vec::<Shared>::new(), HashMap::new(), Vec::new());
    for (place, table) in tables.iter().enumerate() {
        let asked = on.or(table.as_of);
        let mut count = TableCounts {
            table: table.name.clone(),
            agreements: table.form == Form::Dates,
            as_of: table.as_of,
            asked,
            ..TableCounts::default()
        };
        for (body, says) in bodies(table, states, asked) {
            if says.is_of_all() {
                count.take_in(table, &says);
            }
            let keys = keys(body, table.form);
            let is_free = |at: &&usize| {
                rows.get(**at).is_some_and(|row: &Shared| row.says.get(place).is_some_and(Option::is_none))
            };
            let known = keys.iter().find_map(|key| places.get(key).filter(is_free)).copied();
            let at = known.unwrap_or_else(|| {
                rows.push(Shared::new(body, table.form, tables.len()));
                rows.len() - 1
            });
            keys.into_iter().for_each(|key| _ = places.entry(key).or_insert(at));
            let Some(row) = rows.get_mut(at) else { continue };
            row.name = row.name.take().or_else(|| body.names.first().cloned());
            if let Some(slot) = row.says.get_mut(place) {
                *slot = Some(says);
            }
        }
        counts.push(count);
    }
    rows.iter_mut().for_each(|row| row.differ = differ(&row.says));
    (rows, counts)
}

/// By what a body is known in several tables: its short name and, of an organisation, its names. The flag keeps
/// agreements apart.
fn keys(body: &Body, form: Form) -> Vec<(bool, String)> {
    let agreement = form == Form::Dates;
    let names = body.names.iter().filter(|_| !agreement).map(|name| name_key(name));
    std::iter::once(key(body.short())).chain(names).map(|key| (agreement, key)).collect()
}

/// What a table says about each of its organisations or agreements.
fn bodies<'t>(table: &'t Table, states: &[NamedState], on: Option<Date>) -> Vec<(&'t Body, Says)> {
    let mut lines: HashMap<(usize, &str), Vec<&Record>> = HashMap::new();
    for record in &table.records {
        lines.entry((record.body, record.state.as_str())).or_default().push(record);
    }
    let says = |(i, body): (usize, &'t Body)| {
        let of_state = |state: &NamedState| {
            let own = lines.get(&(i, state.code.as_str())).map(Vec::as_slice).unwrap_or_default();
            Participation::new(table, &state.code, own, on)
        };
        let places: Vec<Participation> = states.iter().map(of_state).collect();
        let full = |p: &Participation| p.lines.iter().any(|l| l.status == Status::Member);
        let since: Vec<Vec<Date>> = places.iter().map(|p| p.since(table, on)).collect();
        let says = Says {
            id: body.id.clone(),
            since: later(&since),
            in_full: places.iter().all(full),
            on_date: places.iter().map(|p| p.on_date).collect::<Option<Vec<_>>>().map(|a| all(a.into_iter())),
            places,
        };
        (body, says)
    };
    table.bodies.iter().enumerate().map(says).collect()
}

/// The latest of the dates on which each state joined; two if that is uncertain, none if a date is not on record.
fn later(since: &[Vec<Date>]) -> Vec<Date> {
    let last = |date: &&Date| (date.ends(), date.begins());
    let earliest: Option<Vec<&Date>> = since.iter().map(|dates| dates.iter().min_by_key(last)).collect();
    let latest: Option<Vec<&Date>> = since.iter().map(|dates| dates.iter().max_by_key(last)).collect();
    let of = |dates: Option<Vec<&Date>>| dates?.into_iter().max_by_key(last).copied();
    let mut found: Vec<Date> = of(earliest).into_iter().chain(of(latest)).collect();
    found.dedup();
    found
}

impl Says {
    /// Whether all states take or took part.
    fn is_of_all(&self) -> bool {
        self.places.iter().all(|place| place.lines.iter().any(|line| line.status.takes_part()))
    }

    /// Whether it lists any of the states.
    pub(super) fn names_any(&self) -> bool {
        self.places.iter().any(|place| !place.lines.is_empty())
    }
}

impl TableCounts {
    fn take_in(&mut self, table: &Table, says: &Says) {
        self.on_record += 1;
        self.contradictory += usize::from(says.places.iter().any(|p| p.contradictory));
        if !says.in_full {
            return;
        }
        self.in_full += 1;
        self.dated += usize::from(!says.since.is_empty());
        let Some(on) = self.asked else { return };
        let member = |status| status == Status::Member;
        match all(says.places.iter().map(|p| p.takes_part(table, on, member))) {
            Verdict::Yes => self.yes += 1,
            Verdict::No => self.no += 1,
            Verdict::Unknown => self.unknown += 1,
        }
    }
}

impl Shared {
    fn new(body: &Body, form: Form, tables: usize) -> Self {
        Self {
            id: body.short().to_owned(),
            name: None,
            agreement: form == Form::Dates,
            says: (0..tables).map(|_| None).collect(),
            differ: false,
        }
    }

    /// Whether at least one table has all states in it.
    fn is_shared(&self) -> bool {
        self.says.iter().flatten().any(Says::is_of_all)
    }

    /// Since when all share it, by the first table that has a date.
    pub fn since(&self) -> &[Date] {
        let mut known = self.says.iter().flatten().map(|s| s.since.as_slice()).filter(|s| !s.is_empty());
        known.next().unwrap_or_default()
    }

    fn order(&self) -> (bool, Option<Date>, String) {
        let first = self.since().first().copied();
        let undated = self.agreement && first.is_none();
        let name = fold(if self.agreement { self.name.as_ref().unwrap_or(&self.id) } else { &self.id });
        (
            self.agreement,
            first.filter(|_| self.agreement).or(LAST.parse().ok().filter(|_| undated)),
            name.text().to_owned(),
        )
    }
}

/// A date after all others: undated ones come last.
const LAST: &str = "9999";

/// The short name by which tables are joined.
pub(super) fn key(short: &str) -> String {
    fold(short).text().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The full name by which tables are joined: without what is in brackets, small words and the ways to spell the rest.
fn name_key(name: &str) -> String {
    const SMALL: [&str; 6] = ["the", "of", "for", "and", "on", "in"];
    let name = name.split(" (").next().unwrap_or(name);
    let folded = fold(name).text().replace("organis", "organiz").replace("co-op", "coop");
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !SMALL.contains(word));
    words.collect()
}

/// Whether tables give a state different classes or dates, or a table contradicts itself.
fn differ(says: &[Option<Says>]) -> bool {
    let said: Vec<&Says> = says.iter().flatten().collect();
    let states = said.first().map_or(0, |s| s.places.len());
    said.iter().any(|s| s.places.iter().any(|p| p.contradictory))
        || (0..states).any(|state| disagree(says, state))
}

/// Whether tables that list a state, by its place in the list of states, give different classes or dates. A list without
/// dates has no word for a partner or a participant, so these do not disagree with a member.
pub(super) fn disagree(says: &[Option<Says>], state: usize) -> bool {
    let lines: Vec<&Spell> =
        says.iter().flatten().filter_map(|s| s.places.get(state)?.lines.last()).collect();
    let is_loose = |status| matches!(status, Status::Partner | Status::Participant);
    let classes = |a: &Spell, b: &Spell| {
        a.status.takes_part() != b.status.takes_part()
            || (a.status != b.status && !is_loose(a.status) && !is_loose(b.status))
    };
    let dates = |a: Date, b: Date| a.ends() < b.begins() || b.ends() < a.begins();
    lines.iter().enumerate().any(|(at, a)| {
        lines
            .iter()
            .skip(at + 1)
            .any(|b| classes(a, b) || a.since.zip(b.since).is_some_and(|(one, other)| dates(one, other)))
    })
}
