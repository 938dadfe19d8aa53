//! Lints of sectors.

use super::found::Found;
use crate::model::Dossier;
use std::collections::HashMap;

pub(super) fn thin(dossier: &Dossier, found: &mut Found<'_>) {
    let of_agreements = dossier.agreements.iter().map(|agreement| &agreement.sectors);
    let of_clauses =
        dossier.agreements.iter().flat_map(|agreement| &agreement.clauses).map(|clause| &clause.sectors);
    let of_events = dossier.events.iter().map(|event| &event.sectors);
    let mut facts: HashMap<&str, usize> = HashMap::new();
    for sector in of_agreements.chain(of_clauses).chain(of_events).flatten() {
        *facts.entry(sector).or_default() += 1;
    }
    for sector in &dossier.sectors {
        match facts.get(sector.id.as_str()) {
            None => found(&sector.id, "is named by no agreement, clause or event".to_owned()),
            Some(1) => found(&sector.id, "has a single fact".to_owned()),
            Some(_) => {}
        }
    }
}
