//! A table of memberships as it is in memory.

use crate::model::{Date, Status};
use std::collections::BTreeSet;

/// Which form a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Spells of years in organisations.
    Spells,
    /// Who is listed in which organisation, without dates.
    Listing,
    /// Dates of states under agreements.
    Dates,
}

/// How a membership ends, as far as the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It went on when the table was closed.
    Open,
    /// It ended.
    Ended,
    /// The table does not say.
    Unknown,
}

/// What one line of a table says.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The state's code.
    pub state: String,
    /// The place of the organisation or agreement in [`Table::bodies`].
    pub body: usize,
    /// The class of the membership.
    pub status: Status,
    /// The table's own word for it, where it says more.
    pub word: Option<String>,
    /// When the state signed.
    pub signed: Option<Date>,
    /// When the state ratified.
    pub ratified: Option<Date>,
    /// Since when it is a member, or bound. Years before 1965 of a table of spells are marked "about": its makers
    /// counted only every fifth year then.
    pub since: Option<Date>,
    /// The last date at which it was seen as a member, or the end.
    pub last: Option<Date>,
    /// How it ends.
    pub end: End,
}

/// An organisation or an agreement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Its id in the table.
    pub id: String,
    /// Its short form, where one is known.
    pub abbreviation: Option<String>,
    /// Its names or titles; several where the table has several under one id.
    pub names: Vec<String>,
}

/// What a table says about the states asked for.
#[derive(Clone, Debug)]
pub struct Table {
    /// The table's name for people.
    pub name: String,
    /// Its form.
    pub form: Form,
    /// The date up to which it speaks, where it says so.
    pub as_of: Option<Date>,
    /// Organisations or agreements.
    pub bodies: Vec<Body>,
    /// What it says, in the order of the file.
    pub records: Vec<Record>,
    /// Every code in its column of states, asked for or not.
    pub codes: BTreeSet<String>,
}
