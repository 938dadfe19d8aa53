//! Lints of agreements.

use super::found::Found;
use crate::model::{Agreement, Date, Dossier, Sought};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(super) fn package_dates_differ(dossier: &Dossier, found: &mut Found<'_>) {
    let mut first: HashMap<&str, &Agreement> = HashMap::new();
    for agreement in &dossier.agreements {
        let (Some(package), Some(signed)) = (&agreement.package, agreement.signed) else { continue };
        match first.entry(package) {
            Entry::Vacant(entry) => _ = entry.insert(agreement),
            Entry::Occupied(entry) => {
                let other = entry.get();
                let apart = |date: Date| date.ends() < signed.begins() || signed.ends() < date.begins();
                if other.signed.is_some_and(apart) {
                    let message = format!("was not signed when {} of the same package was", other.id);
                    found(&agreement.id, message);
                }
            }
        }
    }
}

pub(super) fn without_status(dossier: &Dossier, found: &mut Found<'_>) {
    let says = |agreement: &&Agreement| {
        agreement.status.is_some()
            || agreement.in_force.is_some()
            || agreement.not_on_record.contains(&Sought::Status)
    };
    for agreement in dossier.agreements.iter().filter(|agreement| !says(agreement)) {
        found(&agreement.id, "says neither whether it is in force nor that this was not found".to_owned());
    }
}
