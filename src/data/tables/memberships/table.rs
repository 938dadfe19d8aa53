//! A table of memberships in memory.

use crate::data::problem::Problem;
use crate::model::{Date, Status};
use std::collections::BTreeSet;

/// The form of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Spells of years in organisations.
    Spells,
    /// Who is listed in which organisation, without dates.
    Listing,
    /// Dates of states under agreements.
    Dates,
}

/// How a membership ended, as far as the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It had not ended when the table was made.
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
    /// The index of the organisation or agreement in [`Table::bodies`].
    pub body: usize,
    /// The class of the membership.
    pub status: Status,
    /// The table's own word for it, if it says more.
    pub word: Option<String>,
    /// When the state signed.
    pub signed: Option<Date>,
    /// When the state ratified.
    pub ratified: Option<Date>,
    /// Since when it has been a member, or bound. In a table of spells, years before 1965 are marked "about": the list
    /// was made only for every fifth year then.
    pub since: Option<Date>,
    /// The end, or else the last date at which it was known to be a member.
    pub last: Option<Date>,
    /// How it ended.
    pub end: End,
}

/// An organisation or an agreement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Its id in the table.
    pub id: String,
    /// Its short form, if known.
    pub abbreviation: Option<String>,
    /// Its names or titles; several if the table gives several for one id.
    pub names: Vec<String>,
}

/// What a table says about the states that were asked for.
#[derive(Clone, Debug)]
pub struct Table {
    /// The table's name for people.
    pub name: String,
    /// Its form.
    pub form: Form,
    /// The date up to which it is complete, if it says so.
    pub as_of: Option<Date>,
    /// Where it was taken from, if that is known.
    pub url: Option<&'static str>,
    /// Organisations or agreements that records refer to.
    pub bodies: Vec<Body>,
    /// In the order of the file.
    pub records: Vec<Record>,
    /// Every code in its column of states, asked for or not.
    pub codes: BTreeSet<String>,
    /// What is wrong with single lines, which are left out.
    pub warnings: Vec<Problem>,
}

impl Body {
    /// Its short form, or else its id.
    pub fn short(&self) -> &str {
        self.abbreviation.as_deref().unwrap_or(&self.id)
    }
}
