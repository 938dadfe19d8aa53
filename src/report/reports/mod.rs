//! What is reported: one file for each question that a command answers.

pub mod changes;
pub mod compare;
pub mod contents;
pub mod coverage;
pub mod follow_up;
pub mod map;
pub mod marks;
pub mod outline;
pub mod overlap;
pub mod problems;
pub mod saved;
pub mod search;
pub mod searches;
pub mod show;
pub mod stretches;
pub mod trace;
mod tracked;
pub mod views;

use super::forms::Attribute;
use crate::model::Kind;

/// Every command that prints rows, with what its columns hold. `(CSV)` marks those whose JSON is more than rows.
pub fn described() -> Vec<(&'static str, Vec<Attribute>)> {
    vec![
        ("timeline", views::columns(Kind::Event)),
        ("clauses", views::columns(Kind::Clause)),
        ("agreements", views::columns(Kind::Agreement)),
        ("sectors", views::columns(Kind::Sector)),
        ("memberships", views::columns(Kind::Organisation)),
        ("disputes", views::columns(Kind::Dispute)),
        ("sources", views::columns(Kind::Source)),
        ("outline", contents::columns().attributes()),
        ("search", search::columns().attributes()),
        ("search --queries", searches::columns().attributes()),
        ("coverage", coverage::columns().attributes()),
        ("map", map::columns().attributes()),
        ("map --members", map::member_columns().attributes()),
        ("map --places", map::place_columns().attributes()),
        ("network", map::pair_columns().attributes()),
        ("follow-up (CSV)", follow_up::columns().attributes()),
        ("overlap (CSV)", overlap::columns().attributes()),
        ("diff (CSV)", changes::columns().attributes()),
        ("compare (CSV)", compare::columns().attributes()),
        ("trace (CSV)", trace::columns().attributes()),
        ("marks", marks::columns().attributes()),
        ("searches", saved::columns().attributes()),
        ("check", problems::columns().attributes()),
    ]
}
