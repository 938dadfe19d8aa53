//! The parts that pages of several kinds share.

use super::citations::{Citations, shown};
use super::contents::{CitedSource, ClaimSide, Claims, Fact, Page, Phrase, Quote, Section};
use crate::insight::compare::label;
use crate::insight::relations::{Related, Relations, of_item};
use crate::insight::sector_count;
use crate::insight::{chapter_around, contents, word_count};
use crate::model::{
    Basis, Claim, Collection, Date, Dispute, Dossier, Item, ItemId, Kind, Part, Source, SourceKind, Thing,
    Wording,
};
use crate::text::{count, thousands};

/// The most links of one sort on a page: nobody reads further, and the cost of a page must not depend on the size of a
/// corpus.
const MOST_LINKS: usize = 200;

/// Writes the page of one item: knows its relations, and numbers the sources it cites.
pub(super) struct Writer<'a> {
    pub(super) collection: &'a Collection,
    pub(super) item: Item<'a>,
    pub(super) dossier: &'a Dossier,
    pub(super) related: Relations,
    /// The numbers of sources, on this page or on all pages of a document.
    citations: &'a mut Citations,
    /// The sources cited on this page so far, in the order of mention.
    cited: Vec<ItemId>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        collection: &'a Collection,
        item: ItemId,
        citations: &'a mut Citations,
    ) -> Option<Self> {
        let related = of_item(collection, item);
        let item = collection.item(item)?;
        Some(Self { collection, item, dossier: item.dossier(), related, citations, cited: Vec::new() })
    }

    /// The page, with its address and, if the item has any, its disputes and the sources cited.
    pub(super) fn finish(
        mut self,
        title: String,
        mut origin: Vec<Phrase>,
        quote: Option<Quote>,
        mut sections: Vec<Section>,
    ) -> Page {
        if !self.related.disputes.is_empty() && !matches!(self.item.kind(), Kind::Dispute | Kind::Source) {
            origin.push(Phrase::Disputed("disputed".to_owned()));
        }
        sections.retain(|section| section.head.is_some() || !section.facts.is_empty());
        let sources = self.sources();
        let disputes = self.disputes();
        sections.extend(sources.into_iter().chain(disputes));
        Page {
            item: self.item.id(),
            title,
            origin,
            quote,
            references: Vec::new(),
            sections,
            address: Some(self.item.address()),
        }
    }

    /// Cites sources; gives their numbers as `[1]`, `[1–3]` or `[1] [3]`.
    pub(super) fn cite(&mut self, sources: &[String]) -> String {
        let found = sources.iter().filter_map(|id| self.source(id).map(|source| source.id()));
        let found: Vec<ItemId> = found.collect();
        let numbers = found.into_iter().map(|source| {
            if !self.cited.contains(&source) {
                self.cited.push(source);
            }
            self.citations.number(source)
        });
        shown(numbers)
    }

    /// The item's text with its sources; `None` if it has no text.
    pub(super) fn quote(&mut self, wording: Wording, caption: &'static str) -> Option<Quote> {
        let cites = self.cite(self.item.sources());
        let text = self.item.text()?.to_owned();
        Some(Quote { text, wording, caption, cites, page: None, turns: Vec::new(), doubtful: Vec::new() })
    }

    /// The item's summary with its sources; `None` if it has none.
    pub(super) fn summary(&mut self) -> Option<Quote> {
        self.quote(Wording::Summary, "summary")
    }

    /// The section of the item's note.
    pub(super) fn note(&self) -> Section {
        words("Note", self.item.note().map(str::to_owned))
    }

    /// A section of links without dates.
    pub(super) fn links(&self, label: &'static str, parts: &[Part]) -> Section {
        self.section(label, parts, |part| self.link(*part, |item| (None, self.whose(item))))
    }

    /// The contents of an agreement or a chapter; links to its clauses if it has no chapters.
    pub(super) fn contents(&self, clauses: &[Part]) -> Section {
        let item = self.item.id();
        let entries = contents(self.collection, item);
        let has_chapters = entries.iter().any(|entry| entry.item.kind() == Kind::Chapter);
        if !has_chapters && self.item.kind() != Kind::Chapter {
            return self.links("Clauses", clauses);
        }
        let words = word_count(self.collection, item);
        let clauses = count(clauses.len(), "clause", "clauses");
        let head = format!("{clauses}, {}", count(words, "word", "words"));
        let facts = entries.into_iter().map(Fact::Entry).collect();
        Section { label: "Contents", head: Some(head), facts, ..Section::default() }
    }

    /// A link to the chapter that the item is in.
    pub(super) fn chapter_around(&self) -> Section {
        let chapter = chapter_around(self.collection, self.item.id());
        let fact = chapter.map(|item| {
            let title = label(self.collection, item);
            Fact::Link { item, date: None, title, remark: String::new() }
        });
        Section { label: "In", facts: fact.into_iter().collect(), ..Section::default() }
    }

    /// A section of links with their dates.
    pub(super) fn dated_links(&self, label: &'static str, parts: &[Part]) -> Section {
        self.section(label, parts, |part| {
            self.link(*part, |item| (Some(item.shown_date()), self.whose(item)))
        })
    }

    /// A section with a fact for each thing; a long list is cut, with the number of the others.
    fn section<T>(&self, label: &'static str, things: &[T], fact: impl Fn(&T) -> Option<Fact>) -> Section {
        let mut facts: Vec<Fact> = things.iter().take(MOST_LINKS).filter_map(fact).collect();
        if let Some(more) = things.len().checked_sub(MOST_LINKS).filter(|more| *more > 0) {
            facts.push(Fact::Words(Phrase::Quiet(format!(
                "{} more; the panes list them all",
                thousands(more)
            ))));
        }
        Section { label, facts, ..Section::default() }
    }

    /// A link to an item, with the date before its title and the remark after it.
    pub(super) fn link(
        &self,
        part: Part,
        about: impl Fn(Item<'_>) -> (Option<String>, String),
    ) -> Option<Fact> {
        let item = self.item.sibling(part)?;
        let (date, remark) = about(item);
        Some(Fact::Link { item: item.id(), date, title: item.list_title().to_owned(), remark })
    }

    /// The agreement of a clause, if the page is not about that agreement.
    fn whose(&self, item: Item<'_>) -> String {
        let other = item.clause().is_some() && item.id().agreement() != self.item.id().agreement();
        let agreement = item.agreement().filter(|_| other);
        agreement.map(|agreement| agreement.list_title().to_owned()).unwrap_or_default()
    }

    /// The sectors, each with what else is on record for it.
    pub(super) fn sectors(&self) -> Section {
        let facts = |sector: Item<'_>| count(sector_count(self.collection, sector.id()), "fact", "facts");
        let row = |part: &Part| self.link(*part, |sector| (None, facts(sector)));
        self.section("Sectors", &self.related.sectors, row)
    }

    /// What was done since about the clauses, newest first, with the basis of each if they differ.
    pub(super) fn done_since(&self) -> Section {
        let done = &self.related.done_since;
        if done.is_empty() {
            return Section {
                label: "Done since",
                head: Some("nothing on record".to_owned()),
                ..Section::default()
            };
        }
        let readings = done.iter().filter(|r| r.basis == Some(Basis::Reading)).count();
        let remark = match readings {
            0 => None,
            n if n == done.len() => Some("our interpretation; no source makes the link".to_owned()),
            n => Some(format!("{n} of them our interpretation")),
        };
        let mixed = readings > 0 && readings < done.len();
        let row = |r: &Related| {
            let basis = if mixed { basis_word(r.basis) } else { String::new() };
            self.link(r.part, |item| (Some(item.shown_date()), basis.clone()))
        };
        let kinds = done.iter().filter(|r| matches!(r.part, Part::Event(_))).count();
        let mut head = count(kinds, "event", "events");
        if kinds < done.len() {
            head = format!("{head}, {}", count(done.len() - kinds, "agreement", "agreements"));
        }
        Section { head: Some(head), remark, ..self.section("Done since", done, row) }
    }

    /// The clauses that the item carries out, each with its basis.
    pub(super) fn carries_out(&self) -> Section {
        let row = |r: &Related| self.link(r.part, |_| (None, basis_word(r.basis)));
        self.section("Carries out", &self.related.carries_out, row)
    }

    fn sources(&mut self) -> Option<Section> {
        let cited = std::mem::take(&mut self.cited);
        let facts: Vec<Fact> =
            cited.iter().filter_map(|id| self.cited_source(*id)).map(Fact::Source).collect();
        let label = if facts.len() == 1 { "Source" } else { "Sources" };
        if facts.is_empty() {
            let none = !matches!(self.item.kind(), Kind::Source | Kind::Dispute | Kind::Sector);
            return none.then(|| Section {
                label,
                head: Some("none on record".to_owned()),
                ..Section::default()
            });
        }
        Some(Section { label, facts, ..Section::default() })
    }

    fn source(&self, id: &str) -> Option<Item<'a>> {
        self.item.sibling(self.dossier.find(id)?)
    }

    fn cited_source(&mut self, id: ItemId) -> Option<CitedSource> {
        let source = self.collection.item(id)?.source()?;
        let number = self.citations.number(id);
        let (about, title) = (about_source(source), source.title.clone());
        Some(CitedSource { number, item: id, about, title, web_address: source.url.clone() })
    }

    fn disputes(&mut self) -> Option<Section> {
        let found = std::mem::take(&mut self.related.disputes);
        let own = matches!(self.item.kind(), Kind::Dispute | Kind::Source);
        if found.is_empty() || own {
            self.related.disputes = found;
            return None;
        }
        let facts = found.iter().filter_map(|part| self.claims(*part)).collect();
        Some(Section { label: "Disputes", facts, ..Section::default() })
    }

    /// The sides of a dispute, each with its sources.
    pub(super) fn claims(&mut self, part: Part) -> Option<Fact> {
        let item = self.item.sibling(part)?;
        let Thing::Dispute(dispute) = item.thing() else { return None };
        let mut sides = Vec::new();
        for claim in &dispute.claims {
            let sources = claim.sources.iter().filter_map(|id| self.source(id).map(|source| source.id()));
            let sources: Vec<ItemId> = sources.collect();
            let sources = sources.into_iter().filter_map(|id| self.cited_source(id)).collect();
            sides.push(ClaimSide { says: claim.says.clone(), sure: self.sure(&claim.sources), sources });
        }
        let (topic, note) = (dispute.topic.clone(), dispute.note.clone());
        Some(Fact::Claims(Claims { item: item.id(), topic, sides, shown: self.shown_claim(dispute), note }))
    }

    /// Which claim the timeline shows, if the page is that of an event and every claim starts with a date.
    fn shown_claim(&self, dispute: &Dispute) -> Option<String> {
        let date = self.item.event()?.date;
        let dates: Option<Vec<Date>> = dispute.claims.iter().map(|c| Date::leading(&c.says)).collect();
        let place = dates?.iter().position(|d| (d.begins(), d.ends()) == (date.begins(), date.ends()))?;
        let shown = dispute.claims.get(place)?;
        let mut others =
            dispute.claims.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, claim)| claim);
        let kind = |claim: &Claim| self.dossier.best_kind(&claim.sources);
        let better = kind(shown).is_some() && others.all(|c| kind(c).is_none_or(|k| Some(k) > kind(shown)));
        let why = if better { ", the claim with the better kind of source" } else { "" };
        let rest = if dispute.claims.len() == 2 { "The other is kept" } else { "The others are kept" };
        Some(format!("The timeline shows {}{why}. {rest} beside it.", date.shown()))
    }

    /// How many sources, and the best kind among them.
    pub(super) fn sure(&self, sources: &[String]) -> String {
        match self.dossier.best_kind(sources) {
            Some(best) => with_best(sources.len(), best),
            None => "no source on record".to_owned(),
        }
    }
}

/// How many sources there are, and the best kind among them if it is known.
fn with_best(sources: usize, best: SourceKind) -> String {
    let number = count(sources, "source", "sources");
    match best.known() {
        Some(best) if sources > 1 => format!("{number}, best: {best}"),
        Some(only) => format!("{number}: {only}"),
        None => number,
    }
}

/// Publisher, kind, date and language of a source.
fn about_source(source: &Source) -> String {
    let mut words = vec![source.publisher.clone()];
    words.extend(source.kind.known().map(str::to_owned));
    words.push(Date::shown_or_undated(source.published));
    words.extend(source.language_name().filter(|name| *name != "English").map(str::to_owned));
    words.join(" · ")
}

/// What links an act to a clause, in one word.
fn basis_word(basis: Option<Basis>) -> String {
    basis.map(|basis| basis.word().to_owned()).unwrap_or_default()
}

/// A section of words.
pub(super) fn words(label: &'static str, text: impl IntoIterator<Item = String>) -> Section {
    Section {
        label,
        facts: text.into_iter().map(|t| Fact::Words(Phrase::Text(t))).collect(),
        ..Section::default()
    }
}

/// A section of a web address.
pub(super) fn web_address(url: Option<&String>) -> Section {
    let facts = url.into_iter().cloned().map(Fact::Web).collect();
    Section { label: "Web address", facts, ..Section::default() }
}
