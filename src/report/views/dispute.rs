//! Where sources disagree.

use super::subject::Subject;
use crate::model::{Claim, Part};
use crate::report::table::{Cell, Column, Entry};
use serde_json::{Value, json};
use std::borrow::Cow;

pub(super) const COLUMNS: [Column; 6] = [
    Column::new("address", "the dispute's address"),
    Column::new("about", "what it is about; the dossier's own id for all of it"),
    Column::new("sides", "how many sides there are"),
    Column::new("topic", "what is disputed"),
    Column::data("claims", "the sides: what each says, and its sources"),
    Column::data("note", "a remark"),
];

pub(super) fn row<'a>(subject: &Subject<'a>) -> Option<[Cell<'a>; 6]> {
    let Part::Dispute(i) = subject.item.part else { return None };
    let dispute = subject.dossier.dispute(i)?;
    let about = dispute.about.iter().map(|id| {
        let whole = *id == subject.dossier.id;
        let data = if whole { id.clone() } else { subject.id_address(id) };
        Entry { data: Value::from(data), words: Cow::Borrowed(if whole { "all of it" } else { id }) }
    });
    Some([
        subject.address(),
        Cell::List(about.collect()),
        Cell::Number(dispute.claims.len()),
        Cell::text(Some(&dispute.topic)),
        Cell::List(dispute.claims.iter().map(|claim| side(subject, claim)).collect()),
        Cell::text(dispute.note.as_deref()),
    ])
}

fn side<'a>(subject: &Subject<'a>, claim: &'a Claim) -> Entry<'a> {
    let sources: Vec<String> = claim.sources.iter().map(|id| subject.id_address(id)).collect();
    Entry {
        data: json!({ "says": claim.says, "sources": sources }),
        words: Cow::Borrowed(claim.says.as_str()),
    }
}
