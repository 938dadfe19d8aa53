//! A borrowed view of any item of a collection: what all kinds of items have in common.

use super::{
    Address, Agreement, CarriesOut, Chapter, Clause, Date, Dispute, Dossier, Event, GuessedFact, ItemId,
    Kind, Organisation, Part, Sector, Source,
};

/// An item of a collection, with the dossier that has it.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    id: ItemId,
    dossier: &'a Dossier,
    thing: Thing<'a>,
}

/// What an item is.
#[derive(Clone, Copy, Debug)]
pub enum Thing<'a> {
    /// An agreement.
    Agreement(&'a Agreement),
    /// A clause of an agreement.
    Clause(&'a Clause),
    /// A part, a chapter or a section of an agreement.
    Chapter(&'a Chapter),
    /// An event.
    Event(&'a Event),
    /// A sector of cooperation.
    Sector(&'a Sector),
    /// An organisation.
    Organisation(&'a Organisation),
    /// A disagreement of sources.
    Dispute(&'a Dispute),
    /// A source.
    Source(&'a Source),
}

impl Dossier {
    /// The agreement, clause, event … that this part is; `None` if the dossier has no such part.
    pub fn thing(&self, part: Part) -> Option<Thing<'_>> {
        Some(match part {
            Part::Agreement(i) => Thing::Agreement(self.agreement(i)?),
            Part::Clause(..) => Thing::Clause(self.clause(part)?),
            Part::Chapter(a, place) => Thing::Chapter(self.outline(a)?.chapter(place)?),
            Part::Event(i) => Thing::Event(self.events.get(i as usize)?),
            Part::Sector(i) => Thing::Sector(self.sectors.get(i as usize)?),
            Part::Organisation(i) => Thing::Organisation(self.organisations.get(i as usize)?),
            Part::Source(i) => Thing::Source(self.sources.get(i as usize)?),
            Part::Dispute(i) => Thing::Dispute(self.disputes.get(i as usize)?),
        })
    }
}

impl<'a> Thing<'a> {
    /// Its id; `None` for a dispute without one.
    pub fn id(self) -> Option<&'a str> {
        Some(match self {
            Self::Agreement(agreement) => &agreement.id,
            Self::Clause(clause) => &clause.id,
            Self::Chapter(chapter) => &chapter.id,
            Self::Event(event) => &event.id,
            Self::Sector(sector) => &sector.id,
            Self::Organisation(organisation) => &organisation.id,
            Self::Dispute(dispute) => dispute.id.as_deref()?,
            Self::Source(source) => &source.id,
        })
    }

    /// The ids of the sectors that it names.
    pub fn sectors(self) -> &'a [String] {
        match self {
            Self::Agreement(agreement) => &agreement.sectors,
            Self::Clause(clause) => &clause.sectors,
            Self::Event(event) => &event.sectors,
            _ => &[],
        }
    }

    /// The ids of the sources that report it; empty for a source, for a dispute, whose claims have their own, and for a
    /// chapter, which has those of its agreement.
    pub fn sources(self) -> &'a [String] {
        match self {
            Self::Agreement(agreement) => &agreement.sources,
            Self::Clause(clause) => &clause.sources,
            Self::Event(event) => &event.sources,
            Self::Sector(sector) => &sector.sources,
            Self::Organisation(organisation) => &organisation.sources,
            Self::Dispute(_) | Self::Source(_) | Self::Chapter(_) => &[],
        }
    }

    /// The clauses that it carries out.
    pub fn carries_out(self) -> &'a [CarriesOut] {
        match self {
            Self::Agreement(agreement) => &agreement.carries_out,
            Self::Event(event) => &event.carries_out,
            _ => &[],
        }
    }
}

impl<'a> Item<'a> {
    /// The item with this id, whose dossier this is; `None` if the dossier has no such part.
    pub(crate) fn of(dossier: &'a Dossier, id: ItemId) -> Option<Self> {
        Some(Self { id, dossier, thing: dossier.thing(id.part)? })
    }

    /// Its id in the collection.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// What kind of item it is.
    pub fn kind(&self) -> Kind {
        self.id.kind()
    }

    /// The dossier that has it.
    pub fn dossier(&self) -> &'a Dossier {
        self.dossier
    }

    /// The agreement, clause, event … that it is.
    pub fn thing(&self) -> Thing<'a> {
        self.thing
    }

    /// Another item of the same dossier.
    pub fn sibling(&self, part: Part) -> Option<Self> {
        Self::of(self.dossier, ItemId { part, ..self.id })
    }

    /// The agreement that it is, or that it is a clause or a chapter of.
    pub fn agreement(&self) -> Option<&'a Agreement> {
        match self.id.part {
            Part::Agreement(i) | Part::Clause(i, _) | Part::Chapter(i, _) => self.dossier.agreement(i),
            _ => None,
        }
    }

    /// The clause that it is.
    pub fn clause(&self) -> Option<&'a Clause> {
        if let Thing::Clause(clause) = self.thing { Some(clause) } else { None }
    }

    /// The chapter that it is.
    pub fn chapter(&self) -> Option<&'a Chapter> {
        if let Thing::Chapter(chapter) = self.thing { Some(chapter) } else { None }
    }

    /// The event that it is.
    pub fn event(&self) -> Option<&'a Event> {
        if let Thing::Event(event) = self.thing { Some(event) } else { None }
    }

    /// The organisation that it is.
    pub fn organisation(&self) -> Option<&'a Organisation> {
        if let Thing::Organisation(organisation) = self.thing { Some(organisation) } else { None }
    }

    /// The sector that it is.
    pub fn sector(&self) -> Option<&'a Sector> {
        if let Thing::Sector(sector) = self.thing { Some(sector) } else { None }
    }

    /// The dispute that it is.
    pub fn dispute(&self) -> Option<&'a Dispute> {
        if let Thing::Dispute(dispute) = self.thing { Some(dispute) } else { None }
    }

    /// The source that it is.
    pub fn source(&self) -> Option<&'a Source> {
        if let Thing::Source(source) = self.thing { Some(source) } else { None }
    }

    /// Its full title, heading, name or topic.
    pub fn title(&self) -> &'a str {
        match self.thing {
            Thing::Agreement(agreement) => &agreement.title,
            Thing::Clause(clause) => &clause.heading,
            Thing::Chapter(chapter) => &chapter.heading,
            Thing::Event(event) => &event.title,
            Thing::Sector(sector) => &sector.name,
            Thing::Organisation(organisation) => &organisation.name,
            Thing::Dispute(dispute) => &dispute.topic,
            Thing::Source(source) => &source.title,
        }
    }

    /// Its title in lists: the short one if it is an agreement that has one.
    pub fn list_title(&self) -> &'a str {
        match self.thing {
            Thing::Agreement(agreement) => agreement.list_title(),
            _ => self.title(),
        }
    }

    /// The date of an event, of the signing of an agreement or of that of a clause or a chapter, or of the publication of a source.
    pub fn date(&self) -> Option<Date> {
        match self.thing {
            Thing::Agreement(_) | Thing::Clause(_) | Thing::Chapter(_) => self.agreement()?.signed,
            Thing::Event(event) => Some(event.date),
            Thing::Source(source) => source.published,
            Thing::Sector(_) | Thing::Organisation(_) | Thing::Dispute(_) => None,
        }
    }

    /// [`Self::date`] as shown to people, `undated` if there is none.
    pub fn shown_date(&self) -> String {
        let guessed = self.agreement().is_some_and(|agreement| agreement.is_guessed(GuessedFact::Signed));
        let mark = if guessed { "≈ " } else { "" };
        format!("{mark}{}", Date::shown_or_undated(self.date()))
    }

    /// What there is to read: the text of a clause, the summary of anything else that has one.
    pub fn text(&self) -> Option<&'a str> {
        match self.thing {
            Thing::Agreement(agreement) => agreement.summary.as_deref(),
            Thing::Clause(clause) => Some(&clause.text),
            Thing::Event(event) => event.summary.as_deref(),
            Thing::Sector(sector) => sector.summary.as_deref(),
            Thing::Organisation(organisation) => organisation.summary.as_deref(),
            Thing::Dispute(_) | Thing::Source(_) | Thing::Chapter(_) => None,
        }
    }

    /// The remark on it.
    pub fn note(&self) -> Option<&'a str> {
        let note = match self.thing {
            Thing::Agreement(agreement) => &agreement.note,
            Thing::Clause(clause) => &clause.note,
            Thing::Chapter(_) => &None,
            Thing::Event(event) => &event.note,
            Thing::Sector(sector) => &sector.note,
            Thing::Organisation(organisation) => &organisation.note,
            Thing::Dispute(dispute) => &dispute.note,
            Thing::Source(source) => &source.note,
        };
        note.as_deref()
    }

    /// The ids of the sources that report it, or that report the agreement of a chapter; empty for a source, and for a
    /// dispute, whose claims have their own.
    pub fn sources(&self) -> &'a [String] {
        match (self.thing, self.agreement()) {
            (Thing::Chapter(_), Some(agreement)) => &agreement.sources,
            _ => self.thing.sources(),
        }
    }

    /// Its address.
    pub fn address(&self) -> Address {
        // The dossier has the part, so it has its id too.
        Address::new(&self.dossier.id, &self.dossier.local_id(self.id.part).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::data::builtin;
    use crate::model::Collection;
    use std::sync::Arc;

    #[test]
    fn an_item_answers_for_every_kind() {
        let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
        for (address, list_title, date, text) in [
            ("aze-kgz/declaration-2022", "Declaration on Strategic Partnership", "20 Apr 2022", true),
            (
                "aze-kgz/declaration-2022.borders",
                "Mutual recognition of statehood and borders",
                "20 Apr 2022",
                true,
            ),
            ("aze-kgz/energy", "Energy", "undated", true),
            ("aze-kgz/dispute-relations-start", "Start of diplomatic relations", "undated", false),
        ] {
            let item = collection.find(address).and_then(|id| collection.item(id)).unwrap();
            assert_eq!(item.address().as_str(), address);
            assert_eq!((item.list_title(), item.shown_date().as_str()), (list_title, date));
            assert_eq!(item.text().is_some(), text, "{address}");
        }
        let clause = collection.find("aze-kgz/declaration-2022.borders").unwrap();
        let clause = collection.item(clause).unwrap();
        assert_eq!(clause.agreement().map(|a| a.signed_at()).as_deref(), Some("signed 20 Apr 2022, Baku"));
        let agreement = clause.sibling(clause.id().agreement().unwrap().part).unwrap();
        assert_eq!(agreement.address().as_str(), "aze-kgz/declaration-2022");
    }
}
