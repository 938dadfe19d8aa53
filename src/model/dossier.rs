//! A dossier: everything that one file says about a set of agreements.

use super::chapter::Outlines;
use super::clause_ids::ClauseIds;
use super::named::Named;
use super::{
    Agreement, Allowance, Clause, Date, Dispute, Event, Kind, Links, Organisation, Outline, Part, Party,
    Person, Place, Sector, Source, SourceKind, Standing,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The name and version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Format")]
pub enum DossierFormat {
    /// The first version.
    #[serde(rename = "accords/1")]
    Accords1,
}

/// How clauses are addressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Addressing {
    /// `dossier/agreement.clause`: a dossier of many agreements.
    #[default]
    ByAgreement,
    /// `dossier/clause`, and `dossier` alone for the agreement: its only agreement has its own id, as in a foreign file
    /// that is one agreement.
    OneAgreement,
}

impl Addressing {
    /// How the clauses of a dossier are addressed. A dossier that was renamed to `id~2` is addressed as before.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let own = dossier.id.split('~').next();
        match dossier.agreements.as_slice() {
            [one] if one.id == dossier.id || Some(one.id.as_str()) == own => Self::OneAgreement,
            _ => Self::ByAgreement,
        }
    }
}

/// A dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dossier {
    /// The format of the file.
    pub format: DossierFormat,
    /// The first part of every address in it.
    #[schemars(extend("x-declares" = "dossier"))]
    pub id: String,
    /// What it is about, in a few words.
    pub title: String,
    /// What it is about, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The date up to which it was maintained, where every axis and every current membership ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The agreement that it opens with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-refers-to" = ["agreement"]))]
    pub leading: Option<String>,
    /// The parties whose memberships are compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-refers-to" = ["party"]))]
    pub compares: Vec<String>,
    /// The lints of the strict check that are switched off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allowance>,
    /// The parties named in it.
    #[serde(default)]
    pub parties: Vec<Party>,
    /// People whose names have several spellings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Where its events took place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// The sources of its facts.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Sectors of cooperation.
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// Agreements, by date once arranged.
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    /// Events, by date once arranged.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Organisations.
    #[serde(default)]
    pub organisations: Vec<Organisation>,
    /// Disagreements between sources.
    #[serde(default)]
    pub disputes: Vec<Dispute>,
    /// The folder that its file was found in, as it is shown: the name of the one that was opened, then the way from
    /// there, with a slash at the end. `None` if the file itself was opened.
    #[serde(skip)]
    #[schemars(skip)]
    pub folder: Option<Arc<str>>,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) by_id: HashMap<String, Part>,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) addressing: Addressing,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) clause_ids: ClauseIds,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) links: OnceLock<Links>,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) named: Named,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) outlines: Outlines,
}

impl Dossier {
    /// An empty dossier.
    pub fn new(id: &str, title: &str) -> Self {
        Self {
            format: DossierFormat::Accords1,
            id: id.to_owned(),
            title: title.to_owned(),
            summary: None,
            as_of: None,
            leading: None,
            compares: Vec::new(),
            allow: Vec::new(),
            parties: Vec::new(),
            people: Vec::new(),
            places: Vec::new(),
            sources: Vec::new(),
            sectors: Vec::new(),
            agreements: Vec::new(),
            events: Vec::new(),
            organisations: Vec::new(),
            disputes: Vec::new(),
            folder: None,
            by_id: HashMap::new(),
            addressing: Addressing::default(),
            clause_ids: ClauseIds::default(),
            links: OnceLock::new(),
            named: Named::default(),
            outlines: Outlines::default(),
        }
    }

    /// The dossier of a foreign file with one agreement, with its id and its title. The address of the agreement is the id
    /// of the dossier, that of a clause `dossier/clause`.
    pub fn of_one_agreement(agreement: Agreement) -> Self {
        let dossier = Self::new(&agreement.id, &agreement.title);
        Self { agreements: vec![agreement], ..dossier }
    }

    /// The part with this id: `id`, `agreement.clause`, `agreement.chapter`, or `organisation:PARTY` for the organisation; in
    /// a dossier of one foreign agreement also `clause`, `chapter`, and the empty text for the agreement.
    pub fn find(&self, local: &str) -> Option<Part> {
        if local.is_empty() && self.addressing == Addressing::OneAgreement {
            return Some(Part::Agreement(0));
        }
        if let Some(part) = self.by_id.get(local) {
            return Some(*part);
        }
        if let Some((organisation, _)) = local.split_once(':') {
            return self.by_id.get(organisation).copied();
        }
        if let Some(place) = self.sole_outline().and_then(|outline| outline.find(local)) {
            return Some(Part::Chapter(0, place));
        }
        let (agreement, own) = local.split_once('.')?;
        let Part::Agreement(a) = *self.by_id.get(agreement)? else { return None };
        let clause = self.clause_ids.find(&self.agreements, a as usize, own);
        clause
            .map(|clause| Part::Clause(a, clause))
            .or_else(|| Some(Part::Chapter(a, self.outline(a)?.find(own)?)))
    }

    /// The chapters of an agreement, found on first use.
    pub fn outline(&self, agreement: u32) -> Option<&Outline> {
        self.outlines.of(&self.agreements, agreement)
    }

    /// The chapters of the agreement that a part is or is in.
    pub fn outline_of(&self, part: Part) -> Option<&Outline> {
        match part {
            Part::Agreement(a) | Part::Clause(a, _) | Part::Chapter(a, _) => self.outline(a),
            _ => None,
        }
    }

    /// The chapters of the agreement whose parts have short addresses.
    fn sole_outline(&self) -> Option<&Outline> {
        if self.addressing == Addressing::OneAgreement { self.outline(0) } else { None }
    }

    /// The part of an address after the dossier's id; `None` if the dossier has no such part.
    pub fn local_id(&self, part: Part) -> Option<String> {
        let one = self.addressing == Addressing::OneAgreement;
        Some(match part {
            Part::Agreement(_) if one => String::new(),
            Part::Clause(..) if one && self.by_id.get(&self.clause(part)?.id) == Some(&part) => {
                self.clause(part)?.id.clone()
            }
            Part::Chapter(..) if one && !self.by_id.contains_key(self.thing(part)?.id()?) => {
                self.thing(part)?.id()?.to_owned()
            }
            Part::Chapter(a, _) => format!("{}.{}", self.agreement(a)?.id, self.thing(part)?.id()?),
            Part::Clause(a, _) => format!("{}.{}", self.agreement(a)?.id, self.clause(part)?.id),
            Part::Dispute(i) => self.thing(part)?.id().map_or_else(|| numbered_dispute(i), str::to_owned),
            _ => self.thing(part)?.id()?.to_owned(),
        })
    }

    /// Every part of a kind, in the order of the dossier; clauses and chapters agreement by agreement.
    pub fn parts(&self, kind: Kind) -> Vec<Part> {
        let first = |count: usize, part: fn(u32) -> Part| (0u32..).take(count).map(part).collect();
        match kind {
            Kind::Agreement => first(self.agreements.len(), Part::Agreement),
            Kind::Clause => (0u32..).zip(&self.agreements).flat_map(|(a, of)| of.parts(a)).collect(),
            Kind::Chapter => (0u32..).zip(&self.agreements).flat_map(|(a, _)| self.chapters(a)).collect(),
            Kind::Event => first(self.events.len(), Part::Event),
            Kind::Sector => first(self.sectors.len(), Part::Sector),
            Kind::Organisation => first(self.organisations.len(), Part::Organisation),
            Kind::Dispute => first(self.disputes.len(), Part::Dispute),
            Kind::Source => first(self.sources.len(), Part::Source),
        }
    }

    /// The chapters of an agreement, each before those in it.
    pub fn chapters(&self, agreement: u32) -> impl Iterator<Item = Part> + use<> {
        let count = self.outline(agreement).map_or(0, |outline| outline.chapters().len());
        (0u32..).take(count).map(move |chapter| Part::Chapter(agreement, chapter))
    }

    /// An agreement by its place.
    pub fn agreement(&self, i: u32) -> Option<&Agreement> {
        self.agreements.get(i as usize)
    }

    /// A clause by its place.
    pub fn clause(&self, part: Part) -> Option<&Clause> {
        match part {
            Part::Clause(a, c) => self.agreement(a)?.clauses.get(c as usize),
            _ => None,
        }
    }

    /// A source by its id.
    pub fn source_by_id(&self, id: &str) -> Option<&Source> {
        match self.by_id.get(id)? {
            Part::Source(i) => self.sources.get(*i as usize),
            _ => None,
        }
    }

    /// A party by its id.
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.named.party(&self.parties, id)
    }

    /// A place by its id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.named.place(&self.places, id)
    }

    /// The name of a party, or its id if the dossier does not name it.
    pub fn party_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.party(id).map_or(id, |p| &p.name)
    }

    /// The agreement that the dossier opens with: the leading one, or else the first.
    pub fn leading(&self) -> Option<&Agreement> {
        let named = self.leading.as_deref().and_then(|id| self.agreements.iter().find(|a| a.id == id));
        named.or_else(|| self.agreements.first())
    }

    /// The best kind among these sources; `None` if none is known.
    pub fn best_kind(&self, sources: &[String]) -> Option<SourceKind> {
        sources.iter().filter_map(|id| self.source_by_id(id)).map(|s| s.kind).min()
    }

    /// The number of clauses on record in all agreements.
    pub fn clause_count(&self) -> usize {
        self.agreements.iter().map(|a| a.clauses.len()).sum()
    }

    /// The number of items: everything that can be found. Chapters are found by the clauses in them.
    pub fn item_count(&self) -> usize {
        let lists = [self.agreements.len(), self.events.len(), self.sectors.len(), self.organisations.len()];
        lists.iter().sum::<usize>() + self.clause_count() + self.disputes.len() + self.sources.len()
    }

    /// How the memberships of the compared parties in an organisation relate.
    pub fn standing(&self, organisation: &Organisation) -> Standing {
        organisation.standing(&self.compares)
    }
}

pub(super) fn numbered_dispute(place: u32) -> String {
    format!("dispute-{}", u64::from(place) + 1)
}
