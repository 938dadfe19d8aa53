//! Lints of events and of summaries.

use super::found::Found;
use crate::model::Dossier;

/// The most words of a summary.
const MOST: usize = 60;

pub(super) fn without_tags(dossier: &Dossier, found: &mut Found<'_>) {
    for event in &dossier.events {
        if event.sectors.is_empty() && event.agreements.is_empty() && event.organisations.is_empty() {
            found(&event.id, "names no sector, agreement or organisation".to_owned());
        }
    }
}

pub(super) fn announcement_alone(dossier: &Dossier, found: &mut Found<'_>) {
    for event in dossier.events.iter().filter(|event| event.stage.is_none() && !event.sources.is_empty()) {
        let mut sources = event.sources.iter().map(|id| dossier.source_by_id(id)?.published);
        // A source without a date may be a later report.
        if sources.all(|date| date.is_some_and(|date| date.ends() < event.date.begins())) {
            found(&event.id, "rests on sources that are older than it".to_owned());
        }
    }
}

pub(super) fn long_summary(dossier: &Dossier, found: &mut Found<'_>) {
    let agreements = dossier.agreements.iter().map(|of| (&of.id, &of.summary));
    let events = dossier.events.iter().map(|of| (&of.id, &of.summary));
    let organisations = dossier.organisations.iter().map(|of| (&of.id, &of.summary));
    let own = std::iter::once((&dossier.id, &dossier.summary));
    for (id, summary) in own.chain(agreements).chain(events).chain(organisations) {
        let words = summary.as_deref().map_or(0, |text| text.split_whitespace().count());
        if words > MOST {
            found(id, format!("has a summary of {words} words"));
        }
    }
}
