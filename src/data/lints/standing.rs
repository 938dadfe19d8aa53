//! Lints of memberships.

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
