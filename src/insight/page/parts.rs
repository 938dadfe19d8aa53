//! The parts that pages of several kinds share.

use super::{ClaimSide, Line, Page, Quote, Row, Section, basis_word};
use crate::insight::relations::{Related, Relations, of_item};
use crate::insight::sector_count;
use crate::model::{Basis, Claim, Collection, Date, Dispute, Dossier, ItemId, Part, Source, Wording};
use crate::text::{count, thousands};
use std::sync::Arc;

/// A page lists no more links of one sort than this: nobody reads on, and a page must not cost what a corpus is long.
const MOST_LINKS: usize = 200;

/// Writes the page of one item: knows its dossier and its relations, and numbers the sources it cites.
pub(super) struct Writer<'a> {
    pub(super) collection: &'a Collection,
    pub(super) dossier: &'a Arc<Dossier>,
    pub(super) item: ItemId,
    pub(super) related: Relations,
    /// The sources cited so far, in the order of their numbers.
    cited: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(collection: &'a Collection, item: ItemId) -> Option<Self> {
        let dossier = collection.dossier(item)?;
        Some(Self { collection, dossier, item, related: of_item(collection, item), cited: Vec::new() })
    }

    /// The page, with the address and, where the item has any, its disputes and the sources cited.
    pub(super) fn finish(
        mut self,
        title: String,
        origin: Vec<Line>,
        quote: Option<Quote>,
        mut sections: Vec<Section>,
    ) -> Page {
        sections.retain(|s| s.head.is_some() || !s.rows.is_empty());
        let sources = self.sources();
        let disputes = self.disputes();
        sections.extend(sources.into_iter().chain(disputes));
        let address = self.collection.address(self.item);
        Page { item: self.item, title, origin, quote, sections, address }
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

    /// A text with its sources; none where there is no text.
    pub(super) fn quote(
        &mut self,
        text: Option<&String>,
        wording: Wording,
        caption: &'static str,
        sources: &[String],
    ) -> Option<Quote> {
        let cites = self.cite(sources);
        text.map(|text| Quote { text: text.clone(), wording, caption, cites, references: Vec::new() })
    }

    pub(super) fn at(&self, part: Part) -> ItemId {
        ItemId { part, ..self.item }
    }

    /// The line that says an item is disputed, where it is.
    pub(super) fn disputed(&self) -> Option<Line> {
        (!self.related.disputes.is_empty()).then(|| Line::Disputed("disputed".to_owned()))
    }

    /// A section of links without dates.
    pub(super) fn links(&self, label: &'static str, parts: &[Part]) -> Section {
        self.section(label, parts, |part| self.link(*part, None, self.whose(*part)))
    }

    /// A section of links with their dates.
    pub(super) fn dated_links(&self, label: &'static str, parts: &[Part]) -> Section {
        self.section(label, parts, |part| self.link(*part, Some(self.date_of(*part)), self.whose(*part)))
    }

    /// A section with a row for each thing; of a long list the first ones, and how many more there are.
    fn section<T>(&self, label: &'static str, things: &[T], row: impl Fn(&T) -> Option<Row>) -> Section {
        let mut rows: Vec<Row> = things.iter().take(MOST_LINKS).filter_map(row).collect();
        if let Some(more) = things.len().checked_sub(MOST_LINKS).filter(|more| *more > 0) {
            rows.push(Row::Words(Line::Quiet(format!("{} more; the panes list them all", thousands(more)))));
        }
        Section { label, rows, ..Section::default() }
    }

    pub(super) fn link(&self, part: Part, date: Option<String>, remark: String) -> Option<Row> {
        let item = self.at(part);
        let title = match part {
            Part::Agreement(i) => self.dossier.agreement(i)?.list_title(),
            _ => self.collection.title(item)?,
        };
        Some(Row::Link { item, date, title: title.to_owned(), remark })
    }

    /// The agreement of a clause, where the page is not about that agreement.
    fn whose(&self, part: Part) -> String {
        let own = |agreement: u32| match self.item.part {
            Part::Agreement(here) | Part::Clause(here, _) => here == agreement,
            _ => false,
        };
        match part {
            Part::Clause(agreement, _) if !own(agreement) => {
                self.dossier.agreement(agreement).map_or_else(String::new, |a| a.list_title().to_owned())
            }
            _ => String::new(),
        }
    }

    fn date_of(&self, part: Part) -> String {
        shown_date(self.collection.date(self.at(part)))
    }

    /// The sectors, each with what else is on record for it.
    pub(super) fn sectors(&self) -> Section {
        let row = |part: &Part| {
            let facts = sector_count(self.collection, self.at(*part));
            self.link(*part, None, count(facts, "fact", "facts"))
        };
        self.section("Sectors", &self.related.sectors, row)
    }

    /// What was done since about the clauses, newest first, with the basis of each where they differ.
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
            n if n == done.len() => Some("interpretation; no source links them".to_owned()),
            n => Some(format!("{n} of them interpretation")),
        };
        let mixed = readings > 0 && readings < done.len();
        let row = |r: &Related| {
            let basis = if mixed { basis_word(r.basis) } else { String::new() };
            self.link(r.part, Some(self.date_of(r.part)), basis)
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
        let row = |r: &Related| self.link(r.part, None, basis_word(r.basis));
        self.section("Carries out", &self.related.carries_out, row)
    }

    fn sources(&mut self) -> Option<Section> {
        let label = if self.cited.len() == 1 { "Source" } else { "Sources" };
        let rows =
            (1..).zip(&self.cited).filter_map(|(number, id)| self.source_row(number, id)).collect::<Vec<_>>();
        if rows.is_empty() {
            let none = !matches!(self.item.part, Part::Source(_) | Part::Dispute(_) | Part::Sector(_));
            return none.then(|| Section {
                label,
                head: Some("none on record".to_owned()),
                ..Section::default()
            });
        }
        Some(Section { label, rows, ..Section::default() })
    }

    pub(super) fn source_row(&self, number: usize, id: &str) -> Option<Row> {
        let part = self.dossier.find(id)?;
        let source = self.dossier.source_by_id(id)?;
        Some(Row::Source {
            number,
            item: self.at(part),
            about: about_source(source),
            title: source.title.clone(),
        })
    }

    fn disputes(&mut self) -> Option<Section> {
        let found = std::mem::take(&mut self.related.disputes);
        let own = matches!(self.item.part, Part::Dispute(_) | Part::Source(_));
        if found.is_empty() || own {
            self.related.disputes = found;
            return None;
        }
        let mut number = self.cited.len();
        let rows = found.iter().filter_map(|part| self.claims(*part, &mut number)).collect();
        Some(Section { label: "Disputes", rows, ..Section::default() })
    }

    /// The sides of a dispute; their sources are numbered on from `number`.
    pub(super) fn claims(&self, part: Part, number: &mut usize) -> Option<Row> {
        let Part::Dispute(i) = part else { return None };
        let dispute = self.dossier.dispute(i)?;
        let mut sides = Vec::new();
        for claim in &dispute.claims {
            let mut sources = Vec::new();
            for id in &claim.sources {
                let cited = self.cited.iter().position(|c| c == id).map(|at| at + 1);
                let at = cited.unwrap_or_else(|| {
                    *number += 1;
                    *number
                });
                sources.extend(self.source_row(at, id));
            }
            sides.push(ClaimSide { says: claim.says.clone(), sure: self.sure(&claim.sources), sources });
        }
        let (topic, note) = (dispute.topic.clone(), dispute.note.clone());
        Some(Row::Claims { item: self.at(part), topic, sides, shown: self.shown_claim(dispute), note })
    }

    /// Which claim the timeline shows, where the page is that of an event and every claim begins with a date.
    fn shown_claim(&self, dispute: &Dispute) -> Option<String> {
        let Part::Event(i) = self.item.part else { return None };
        let date = self.dossier.event(i)?.date;
        let dates: Option<Vec<Date>> = dispute.claims.iter().map(|c| Date::leading(&c.says)).collect();
        let place = dates?.iter().position(|d| (d.begins(), d.ends()) == (date.begins(), date.ends()))?;
        let shown = dispute.claims.get(place)?;
        let mut others =
            dispute.claims.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, claim)| claim);
        let kind = |claim: &Claim| self.dossier.best_kind(&claim.sources);
        let better = kind(shown).is_some() && others.all(|c| kind(c).is_none_or(|k| Some(k) > kind(shown)));
        let why = if better { ", the claim with the better kind of source" } else { "" };
        let rest = if dispute.claims.len() == 2 { "The other stays" } else { "The others stay" };
        Some(format!("The timeline shows {}{why}. {rest} beside it.", date.shown()))
    }

    /// How many sources, and the best kind among them.
    pub(super) fn sure(&self, sources: &[String]) -> String {
        match self.dossier.best_kind(sources) {
            Some(best) if sources.len() > 1 => format!("{} sources, best: {}", sources.len(), best.word()),
            Some(only) => format!("1 source: {}", only.word()),
            None => "no source on record".to_owned(),
        }
    }
}

/// Publisher, kind, date and language of a source.
pub(super) fn about_source(source: &Source) -> String {
    let date = source.published.map_or_else(|| "undated".to_owned(), |d| d.shown());
    let mut words = vec![source.publisher.clone(), source.kind.word().to_owned(), date];
    if let Some(language) = source.language_name().filter(|name| *name != "English") {
        words.push(language.to_owned());
    }
    words.join(" · ")
}

/// A date for people, or that it is not on record.
pub(super) fn shown_date(date: Option<Date>) -> String {
    date.map_or_else(|| "undated".to_owned(), |d| d.shown())
}

/// A section of words.
pub(super) fn words(label: &'static str, text: impl IntoIterator<Item = String>) -> Section {
    Section {
        label,
        rows: text.into_iter().map(|t| Row::Words(Line::Text(t))).collect(),
        ..Section::default()
    }
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
