//! Lints of what facts rest on.

use super::found::Found;
use crate::model::{Dossier, SourceKind, Status};

pub(super) fn absence_from_list(dossier: &Dossier, found: &mut Found<'_>) {
    for organisation in &dossier.organisations {
        let absent = organisation.memberships.iter().filter(|m| m.status == Status::NotAMember);
        for membership in absent.filter(|m| !m.sources.is_empty()) {
            let mut kinds =
                membership.sources.iter().filter_map(|id| dossier.source_by_id(id)).map(|s| s.kind);
            if kinds.all(|kind| kind == SourceKind::Reference) {
                let at = format!("{}:{}", organisation.id, membership.party);
                found(&at, "is not a member because a list does not have it".to_owned());
            }
        }
    }
}

pub(super) fn commentary_alone(dossier: &Dossier, found: &mut Found<'_>) {
    let mut check = |id: &str, sources: &[String]| {
        if dossier.best_kind(sources) == Some(SourceKind::Commentary) {
            found(id, "rests on commentary alone".to_owned());
        }
    };
    for agreement in &dossier.agreements {
        check(&agreement.id, &agreement.sources);
        for clause in &agreement.clauses {
            check(&format!("{}.{}", agreement.id, clause.id), &clause.sources);
        }
    }
    dossier.events.iter().for_each(|event| check(&event.id, &event.sources));
    for organisation in &dossier.organisations {
        for membership in &organisation.memberships {
            check(&format!("{}:{}", organisation.id, membership.party), &membership.sources);
        }
    }
}
