//! The parts that pages of several kinds share.

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
    /// The sources cited so far, in the order of their numbers.
    cited: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(collection: &'a Collection, item: ItemId) -> Option<Self> {
        let related = of_item(collection, item);
        let item = collection.item(item)?;
        Some(Self { collection, item, dossier: item.dossier(), related, cited: Vec::new() })
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
        let mut numbers: Vec<usize> = Vec::new();
        for id in sources {
            let known = self.cited.iter().position(|c| c == id);
            numbers.push(known.map_or_else(
                || {
                    self.cited.push(id.clone());
                    self.cited.len()
                },
                |at| at + 1,
            ));
        }
        cites(&numbers)
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
        let label = if self.cited.len() == 1 { "Source" } else { "Sources" };
        let facts = (1..)
            .zip(&self.cited)
            .filter_map(|(number, id)| self.cited_source(number, id).map(Fact::Source))
            .collect::<Vec<_>>();
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

    fn cited_source(&self, number: usize, id: &str) -> Option<CitedSource> {
        let item = self.item.sibling(self.dossier.find(id)?)?;
        let source = item.source()?;
        let (about, title) = (about_source(source), source.title.clone());
        Some(CitedSource { number, item: item.id(), about, title, web_address: source.url.clone() })
    }

    fn disputes(&mut self) -> Option<Section> {
        let found = std::mem::take(&mut self.related.disputes);
        let own = matches!(self.item.kind(), Kind::Dispute | Kind::Source);
        if found.is_empty() || own {
            self.related.disputes = found;
            return None;
        }
        let mut number = self.cited.len();
        let facts = found.iter().filter_map(|part| self.claims(*part, &mut number)).collect();
        Some(Section { label: "Disputes", facts, ..Section::default() })
    }

    /// The sides of a dispute; their sources are numbered on from `number`.
    pub(super) fn claims(&self, part: Part, number: &mut usize) -> Option<Fact> {
        let item = self.item.sibling(part)?;
        let Thing::Dispute(dispute) = item.thing() else { return None };
        let mut sides = Vec::new();
        for claim in &dispute.claims {
            let mut sources = Vec::new();
            for id in &claim.sources {
                let cited = self.cited.iter().position(|c| c == id).map(|at| at + 1);
                let at = cited.unwrap_or_else(|| {
                    *number += 1;
                    *number
                });
                sources.extend(self.cited_source(at, id));
            }
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

/// Numbers as `[1]`, `[1–3]`, `[1] [3]`.
fn cites(numbers: &[usize]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for n in sorted {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == n => *end = n,
            _ => runs.push((n, n)),
        }
    }
    let one = |(a, b): (usize, usize)| if a == b { format!("[{a}]") } else { format!("[{a}–{b}]") };
    runs.into_iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::cites;

    #[test]
    fn citations_are_short() {
        assert_eq!(cites(&[]), "");
        assert_eq!(cites(&[1]), "[1]");
        assert_eq!(cites(&[3, 1, 2]), "[1–3]");
        assert_eq!(cites(&[1, 3, 4]), "[1] [3–4]");
    }
}
