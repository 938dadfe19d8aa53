//! One state's place in one organisation or agreement, as one table has it.

use crate::data::memberships::{End, Form, Record, Table};
use crate::model::{Date, Status, words};
use serde::Serialize;

words! {
    /// An answer that keeps "not known" apart from "no".
    Verdict {
        /// It is so.
        Yes => "yes",
        /// It is not so.
        No => "no",
        /// The table does not tell.
        Unknown => "not known",
    }
}

/// Yes where all are yes, no where one is no, else not known.
pub(super) fn all(answers: impl Iterator<Item = Verdict>) -> Verdict {
    answers.fold(Verdict::Yes, |so_far, next| match (so_far, next) {
        (Verdict::No, _) | (_, Verdict::No) => Verdict::No,
        (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
        _ => Verdict::Yes,
    })
}

/// A spell of membership, or one statement of dates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spell {
    /// The class.
    pub status: Status,
    /// The table's own word, where it says more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// When the state signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Date>,
    /// When it ratified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratified: Option<Date>,
    /// Since when it is a member or bound.
    pub since: Option<Date>,
    /// When it was last seen as one, or ceased to be.
    pub last: Option<Date>,
    /// `yes` it ended, `no` it had not when the table was closed, or not known.
    pub ended: Verdict,
}

/// A state's place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Participation {
    /// The state's code.
    pub state: String,
    /// What the table says, line by line; empty where the state is not listed, which is no "no".
    pub lines: Vec<Spell>,
    /// Whether it takes part on the date asked for; none where no date was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_date: Option<Verdict>,
    /// Whether the table's own lines contradict each other.
    pub contradictory: bool,
}

impl Participation {
    /// The place of a state, from the table's lines on it.
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

    /// Whether it takes part on a date by a line of such a status.
    pub(super) fn takes_part(&self, table: &Table, on: Date, counts: impl Fn(Status) -> bool) -> Verdict {
        let answers: Vec<Verdict> =
            self.lines.iter().filter(|l| counts(l.status)).map(|l| l.on(table, on)).collect();
        let Some(first) = answers.first().copied() else { return Verdict::Unknown };
        match table.form {
            // Lines about dates are statements about the same thing: they have to agree.
            Form::Dates if answers.iter().all(|a| *a == first) => first,
            Form::Dates => Verdict::Unknown,
            Form::Spells | Form::Listing if answers.contains(&Verdict::Yes) => Verdict::Yes,
            Form::Spells | Form::Listing if answers.contains(&Verdict::Unknown) => Verdict::Unknown,
            Form::Spells | Form::Listing => Verdict::No,
        }
    }

    /// Since when, as far as told: the spell at the date or the last one; of contradicting lines each date.
    pub(super) fn since(&self, table: &Table, on: Option<Date>) -> Vec<Date> {
        if table.form == Form::Dates {
            return self.lines.iter().filter_map(|l| l.since).collect();
        }
        let now = on.and_then(|on| self.lines.iter().rfind(|l| l.on(table, on) == Verdict::Yes));
        now.or(self.lines.last()).and_then(|l| l.since).into_iter().collect()
    }

    /// The line that matters for a list: that at the date, else the last.
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
    /// The class, or the table's own word for it.
    pub fn shown(&self) -> &str {
        self.word.as_deref().unwrap_or(self.status.word())
    }

    /// Whether the line has its state take part on a date. A year counts as a whole: in it at some time is in it.
    fn on(&self, table: &Table, on: Date) -> Verdict {
        if !self.status.takes_part() {
            return Verdict::No;
        }
        match table.form {
            Form::Listing => match table.as_of {
                Some(as_of) if as_of.begins() <= on.ends() && on.begins() <= as_of.ends() => Verdict::Yes,
                _ => Verdict::Unknown,
            },
            Form::Spells => all([begun(self.since, on), self.still_in_year(on)].into_iter()),
            Form::Dates => self.bound(on),
        }
    }

    /// Whether a spell of years still runs: it does up to the last year seen, and after it only an end is certain.
    fn still_in_year(&self, on: Date) -> Verdict {
        match self.last {
            Some(last) if on.begins() <= last.ends() => Verdict::Yes,
            Some(_) if self.ended == Verdict::Yes => Verdict::No,
            _ => Verdict::Unknown,
        }
    }

    /// Whether the state is bound: from entry into force, to an end. An end that is not told is not known, and one
    /// before the beginning tells nothing.
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

/// Whether what began at one date has begun by another, each as exactly as it is known.
fn begun(since: Option<Date>, on: Date) -> Verdict {
    match since {
        Some(since) if since.begins() > on.ends() => Verdict::No,
        Some(since) if since.ends() <= on.ends() => Verdict::Yes,
        _ => Verdict::Unknown,
    }
}
