//! A treaty as its file describes it, and the dossier made of it.

use crate::data::formats::xml::Fault;
use crate::data::tables::kind_of_title;
use crate::data::tables::state_name;
use crate::model::{
    Agreement, Date, Dossier, Event, EventKind, Instrument, Party, Source, SourceKind, UniqueIds, escape_id,
};

/// The id of the source of everything that the file itself says.
pub(super) const TOTA: &str = "tota";

const NOTE: &str = "From Texts of Trade Agreements (ToTA). Its makers cut annexes and schedules, so an agreement may look shorter than it is. The text was read by machine and may hold errors of recognition; an article may hold the next one where it was split badly.";

/// What has been read so far.
#[derive(Default)]
pub(super) struct Treaty {
    pub(super) id: String,
    pub(super) agreement: Agreement,
    pub(super) dates: Vec<(EventKind, &'static str, Date)>,
    pub(super) sources: Vec<Source>,
    pub(super) kind: String,
    pub(super) composition: String,
    pub(super) region: String,
    pub(super) notified_under: String,
    pub(super) ids: UniqueIds,
    pub(super) warnings: Vec<Fault>,
}

impl Treaty {
    /// The dossier, if the treaty has an identifier.
    pub(super) fn dossier(mut self) -> Option<Dossier> {
        if self.id.is_empty() {
            return None;
        }
        let id = format!("tota-{}", escape_id(&self.id));
        self.agreement.id = id.clone();
        if self.agreement.title.is_empty() {
            self.agreement.title = format!("Treaty {} of ToTA, without a name", self.id);
        }
        self.agreement.kind = kind_of_title(&self.agreement.title).map(Instrument::from);
        self.agreement.sources =
            std::iter::once(TOTA.to_owned()).chain(self.sources.iter().map(|s| s.id.clone())).collect();
        self.agreement.summary = self.summary();
        self.agreement.note = Some(NOTE.to_owned());
        let title = self.agreement.title.clone();
        let events = self.dates.iter().enumerate().map(|(i, (kind, words, date))| Event {
            id: format!("event-{}", i + 1),
            date: *date,
            title: format!("{words}: {title}"),
            summary: None,
            kind: *kind,
            stage: None,
            places: Vec::new(),
            sectors: Vec::new(),
            agreements: vec![id.clone()],
            organisations: Vec::new(),
            carries_out: Vec::new(),
            sources: vec![TOTA.to_owned()],
            note: None,
        });
        let events = events.collect();
        let parties = self.agreement.parties.iter().map(|code| party(code)).collect();
        self.sources.insert(0, tota_itself(&self.id));
        let mut dossier = Dossier::of_one_agreement(self.agreement);
        (dossier.parties, dossier.sources, dossier.events) = (parties, self.sources, events);
        Some(dossier)
    }

    /// What the register of the WTO says about the agreement.
    fn summary(&self) -> Option<String> {
        let notified = match self.notified_under.as_str() {
            "" => String::new(),
            under => format!("notified under {under}"),
        };
        let facts: Vec<&str> = [&self.kind, &self.composition, &self.region, &notified]
            .into_iter()
            .map(String::as_str)
            .filter(|fact| !fact.is_empty())
            .collect();
        (!facts.is_empty()).then(|| format!("{}.", facts.join(" · ")))
    }
}

fn party(code: &str) -> Party {
    Party::state(code, state_name(code).unwrap_or(code))
}

fn tota_itself(id: &str) -> Source {
    Source {
        id: TOTA.to_owned(),
        kind: SourceKind::Reference,
        publisher: "Texts of Trade Agreements (ToTA)".to_owned(),
        title: format!("Treaty {id}, as text"),
        author: Some("Wolfgang Alschner, Julia Seiermann, Dmitriy Skougarevskiy".to_owned()),
        published: None,
        language: None,
        url: Some("https://github.com/mappingtreaties/tota".to_owned()),
        note: Some(
            "CC BY-NC 4.0. Facts about the treaty come from the WTO's register of regional trade agreements."
                .to_owned(),
        ),
    }
}
