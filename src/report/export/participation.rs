//! Who takes part in an organisation, in words.

use crate::model::{Dossier, Membership, Organisation};

/// Whether the compared parties are in it together, and since when.
pub(super) fn together(dossier: &Dossier, organisation: &Organisation) -> String {
    let since = organisation.shared_since(&dossier.compares);
    let since = since.map(|date| format!(", since {}", date.shown())).unwrap_or_default();
    format!("{}{since}", dossier.standing(organisation).word())
}

/// A party's membership: status, since and until when.
pub(super) fn membership(membership: Option<&Membership>) -> String {
    let Some(membership) = membership else { return "not on record".to_owned() };
    let mut words = vec![membership.status_word()];
    match membership.since {
        Some(date) => words.push(format!("since {}", date.shown())),
        None if membership.status.takes_part() => words.push("start not on record".to_owned()),
        None => {}
    }
    words.extend(membership.until.map(|date| format!("until {}", date.shown())));
    words.join(", ")
}
