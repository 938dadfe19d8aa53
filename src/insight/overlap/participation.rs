//! The participation of a state in an organisation or agreement, according to one table.

use crate::data::memberships::{End, Form, Record, Table};
use crate::model::{Date, Status, words};
use serde::Serialize;

words! {
    /// Yes, no, or not known.
    Verdict {
        /// It is true.
        Yes => "yes",
        /// It is false.
        No => "no",
        /// The table does not say.
        Unknown => "not known",
    }
}

/// Yes if all are yes, no if any is no, else not known.
pub(super) fn all(answers: impl Iterator<Item = Verdict>) -> Verdict {
    answers.fold(Verdict::Yes, |so_far, next| match (so_far, next) {
        (Verdict::No, _) | (_, Verdict::No) => Verdict::No,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
        _ => Verdict::Yes,
    })
}

/// Notes of lists that say who is a member in the place of the state.
const REPRESENTED: [&str; 2] = ["NGOs", "national committees"];

/// A spell of membership, or one statement of dates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spell {
    /// The class.
    pub status: Status,
    /// The word in the table, if it says more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// When the state signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// When it ratified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratified: Option<Date>,
    /// Since when the state is a member or bound.
    pub since: Option<Date>,
    /// When it was last known to be one, or ceased to be.
    pub last: Option<Date>,
    /// Whether it has ended: `no` if it had not at the date of the table.
    pub ended: Verdict,
}

/// The participation of a state.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Participation {
    /// The state's code.
    pub state: String,
    /// What the table says, line by line; empty if the state is not listed, which does not mean "no".
    pub lines: Vec<Spell>,
    /// Whether it takes part on the date asked for; `None` if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_date: Option<Verdict>,
    /// Whether lines of the table contradict each other.
    pub contradictory: bool,
}

impl Participation {
    /// The participation of a state, from the lines of the table about it.
    pub(super) fn new(table: &Table, state: &str, records: &[&Record], on: Option<Date>) -> Self {
        let mut lines: Vec<Spell> = Vec::new();
        for spell in records.iter().map(|r| spell(r)) {
            if !lines.contains(&spell) {
                lines.push(spell);
            }
        }
        lines.sort_by_key(|line| (line.since.is_none(), line.since));
        let contradictory = table.form == Form::Dates && lines.len() > 1;
        let mut place = Self { state: state.to_owned(), lines, on_date: None, contradictory };
        place.on_date = on.map(|on| place.takes_part(table, on, |_| true));
        place
    }

    /// Whether it takes part on a date, by the lines whose status counts.
    pub(super) fn takes_part(&self, table: &Table, on: Date, counts: impl Fn(Status) -> bool) -> Verdict {
        let answers: Vec<Verdict> =
            self.lines.iter().filter(|l| counts(l.status)).map(|l| l.on(table, on)).collect();
        let Some(first) = answers.first().copied() else { return Verdict::Unknown };
        match table.form {
            // Lines about dates are statements about the same event, so they must agree.
            Form::Dates if answers.iter().all(|a| *a == first) => first,
            Form::Dates => Verdict::Unknown,
            Form::Spells | Form::Listing if answers.contains(&Verdict::Yes) => Verdict::Yes,
            Form::Spells | Form::Listing if answers.contains(&Verdict::Unknown) => Verdict::Unknown,
            Form::Spells | Form::Listing => Verdict::No,
        }
    }

    /// Since when it takes part, by the spell at the date or the last one; all dates of contradictory lines.
    pub(super) fn since(&self, table: &Table, on: Option<Date>) -> Vec<Date> {
        if table.form == Form::Dates {
            return self.lines.iter().filter_map(|l| l.since).collect();
        }
        let now = on.and_then(|on| self.lines.iter().rfind(|l| l.on(table, on) == Verdict::Yes));
        now.or(self.lines.last()).and_then(|l| l.since).into_iter().collect()
    }

    /// The line to show in a list: the one at the date, or else the last.
    pub fn line(&self, table: &Table, on: Option<Date>) -> Option<&Spell> {
        let now = on.and_then(|on| self.lines.iter().rfind(|l| l.on(table, on) == Verdict::Yes));
        now.or(self.lines.last())
    }
}

fn spell(record: &Record) -> Spell {
    Spell {
        status: record.status,
        word: record.word.clone(),
        signed: record.signed,
        ratified: record.ratified,
        since: record.since,
        last: record.last,
        ended: match record.end {
            End::Open => Verdict::No,
            End::Ended => Verdict::Yes,
            End::Unknown => Verdict::Unknown,
        },
    }
}

impl Spell {
    /// The word in the table, or else the class. Whoever participates for the state is named as such.
    pub fn shown(&self) -> String {
        match (&self.word, self.status) {
            (Some(word), Status::Participant) if REPRESENTED.contains(&word.as_str()) => {
                format!("participates through {word}")
            }
            (Some(word), _) => word.clone(),
            (None, status) => status.word().to_owned(),
        }
    }

    /// Whether the state takes part on a date according to this line. A year counts as a whole: at some time in it is in it.
    fn on(&self, table: &Table, on: Date) -> Verdict {
        if !self.status.takes_part() {
            return Verdict::No;
        }
        match table.form {
            Form::Listing => match table.as_of {
                Some(as_of) if as_of.begins() <= on.ends() && on.begins() <= as_of.ends() => Verdict::Yes,
                _ => Verdict::Unknown,
            },
            // It is a member at the date of the table, whenever it joined.
            Form::Spells if self.since.is_none() && self.ended == Verdict::No && table.as_of == Some(on) => {
                Verdict::Yes
            }
            Form::Spells => all([begun(self.since, on), self.still_in_year(on)].into_iter()),
            Form::Dates => self.bound(on),
        }
    }

    /// Whether a spell of years is still running: it is up to its last known year; later only an end is certain.
    fn still_in_year(&self, on: Date) -> Verdict {
        match self.last {
            Some(last) if on.begins() <= last.ends() => Verdict::Yes,
            Some(_) if self.ended == Verdict::Yes => Verdict::No,
            _ => Verdict::Unknown,
        }
    }

    /// Whether the state is bound: from entry into force to an end. An end before the start says nothing.
    fn bound(&self, on: Date) -> Verdict {
        let begun = match (self.since, self.signed) {
            (None, Some(signed)) if signed.begins() > on.ends() => Verdict::No,
            (since, _) => begun(since, on),
        };
        let backwards = self.since.zip(self.last).is_some_and(|(since, last)| last.ends() < since.begins());
        let running = match (self.ended, self.last) {
            (Verdict::No, _) => Verdict::Yes,
            _ if backwards => Verdict::Unknown,
            (Verdict::Yes, Some(last)) if last.begins() > on.ends() => Verdict::Yes,
            (Verdict::Yes, Some(last)) if last.ends() < on.begins() => Verdict::No,
            _ => Verdict::Unknown,
        };
        all([begun, running].into_iter())
    }
}

/// Whether something since one date has begun by another, as exactly as the dates are known.
fn begun(since: Option<Date>, on: Date) -> Verdict {
    match since {
        Some(since) if since.begins() > on.ends() => Verdict::No,
        Some(since) if since.ends() <= on.ends() => Verdict::Yes,
        _ => Verdict::Unknown,
    }
}
