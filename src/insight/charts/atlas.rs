//! What a map shows: the parties of agreements, the members of an organisation, the places of events.

use crate::data::states::{self, state_point};
use crate::insight::Lacking;
use crate::model::{Collection, Dossier, ItemId, Kind, Membership, Part, PartyKind};
use crate::text::count;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A state, or a place of events.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The code of a state; the name of what the register of states does not have.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its agreements, in the order in which they were given; the events of a place by date; the organisation of a member.
    pub items: Vec<ItemId>,
    /// The years of the first and the last of them that has a date; those of a membership.
    pub years: Option<(u16, u16)>,
    /// Degrees north and east.
    pub at: Option<(f64, f64)>,
    /// The region of a state (United Nations), or the state of a place; [`Site::NOWHERE`] if it is not known.
    pub region: String,
    /// How a state belongs to an organisation.
    pub standing: Option<String>,
}

/// What the sites of a map are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shows {
    /// The parties of agreements.
    #[default]
    Parties,
    /// The other parties of a state's agreements.
    Partners(Box<Site>),
    /// The members of an organisation.
    Members(ItemId),
    /// The places of events.
    Places,
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// What the sites are.
    pub shows: Shows,
    /// The sites: those with most items first, members by date.
    pub sites: Vec<Site>,
    /// How many agreements or events there are of which a site is known.
    pub items: usize,
}

impl Atlas {
    /// The parties of agreements or, of a state, those of the agreements that it is a party to.
    pub fn parties(collection: &Collection, agreements: &[ItemId], of: Option<&str>) -> Self {
        let mut named = Named::default();
        let mut by_code: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
        let mut counted = 0;
        for item in agreements {
            let codes = named.parties(collection, *item);
            if codes.is_empty() || of.is_some_and(|of| !codes.iter().any(|code| code == of)) {
                continue;
            }
            counted += 1;
            for code in codes {
                by_code.entry(code).or_default().push(*item);
            }
        }
        let site = |(code, items): (String, Vec<ItemId>)| {
            let years = years(collection, &items);
            let name = named.names.get(&code).cloned().unwrap_or_else(|| code.clone());
            Site { items, years, ..Site::of_state(code, name) }
        };
        let mut sites: Vec<Site> = by_code.into_iter().map(site).collect();
        let own = sites.iter().position(|state| Some(state.code.as_str()) == of);
        let own = own.map(|place| sites.remove(place));
        most_first(&mut sites);
        // A state that is a party to nothing has no partners.
        let own = own.or_else(|| of.map(|code| Site::of_state(code.to_owned(), name_of(code))));
        let shows = own.map_or(Shows::Parties, |own| Shows::Partners(Box::new(own)));
        Self { shows, sites, items: counted }
    }

    /// The states that take part in an organisation, those that joined first before the others.
    pub fn members(collection: &Collection, organisation: ItemId) -> Self {
        let found = collection.organisation(organisation);
        let memberships = found.iter().flat_map(|(dossier, organisation)| {
            organisation.memberships.iter().map(move |membership| (*dossier, membership))
        });
        let taking_part = memberships.filter(|(_, membership)| membership.status.takes_part());
        let site = |(dossier, membership): (&Dossier, &Membership)| {
            let (code, name) = code_of(dossier, &membership.party)?;
            let since = membership.since.map(|date| date.year());
            Some(Site {
                items: vec![organisation],
                years: since.map(|year| (year, membership.until.map_or(year, |date| date.year()))),
                standing: Some(membership.status_word()),
                ..Site::of_state(code, name)
            })
        };
        let mut sites: Vec<Site> = taking_part.filter_map(site).collect();
        sites.sort_by(|a, b| {
            let since = |site: &Site| site.years.map_or(u16::MAX, |(first, _)| first);
            (since(a), &a.name).cmp(&(since(b), &b.name))
        });
        Self { shows: Shows::Members(organisation), items: sites.len(), sites }
    }

    /// The places of events whose coordinates are on record.
    pub fn places(collection: &Collection) -> Self {
        let mut sites: Vec<Site> = Vec::new();
        let mut all = HashSet::new();
        for (at, dossier) in (0..).zip(collection.dossiers()) {
            let mut held: HashMap<&str, Vec<ItemId>> = HashMap::new();
            for (number, event) in (0..).zip(&dossier.events) {
                let item = ItemId { dossier: at, part: Part::Event(number) };
                for id in &event.places {
                    held.entry(id).or_default().push(item);
                }
            }
            for place in &dossier.places {
                let Some(at) = place.latitude.zip(place.longitude) else { continue };
                let Some(mut items) = held.remove(place.id.as_str()) else { continue };
                items.sort_by_key(|item| collection.date(*item).map(|date| date.begins()));
                all.extend(items.iter().copied());
                let state = place.of.as_deref().and_then(|id| code_of(dossier, id));
                sites.push(Site {
                    code: place.name.clone(),
                    name: place.name.clone(),
                    years: years(collection, &items),
                    items,
                    at: Some(at),
                    region: state.map_or_else(|| Site::NOWHERE.to_owned(), |(_, name)| name),
                    standing: None,
                });
            }
        }
        most_first(&mut sites);
        Self { shows: Shows::Places, sites, items: all.len() }
    }

    /// What is missing if it has no sites: a state that nobody signs with has no site either.
    pub fn lacking(&self, collection: &Collection) -> Option<Lacking> {
        if !self.sites.is_empty() {
            return None;
        }
        Some(match &self.shows {
            Shows::Parties => {
                let any = collection.dossiers().iter().any(|dossier| !dossier.agreements.is_empty());
                if any { Lacking::Parties } else { Lacking::Items(Kind::Agreement) }
            }
            Shows::Partners(of) => Lacking::Partners(of.name.clone()),
            Shows::Members(of) => Lacking::Members(collection.title(*of).unwrap_or_default().to_owned()),
            Shows::Places => {
                let mut events = collection.dossiers().iter().flat_map(|dossier| &dossier.events).peekable();
                match (events.peek().is_some(), events.any(|event| !event.places.is_empty())) {
                    (false, _) => Lacking::Items(Kind::Event),
                    (true, true) => Lacking::Coordinates,
                    (true, false) => Lacking::Places,
                }
            }
        })
    }

    /// The sites by region, the region with most of them first; those that no region is known of last.
    pub fn by_region(&self) -> Vec<(&str, Vec<&Site>)> {
        let mut regions: Vec<(&str, Vec<&Site>)> = Vec::new();
        for site in &self.sites {
            match regions.iter_mut().find(|(own, _)| *own == site.region) {
                Some((_, sites)) => sites.push(site),
                None => regions.push((&site.region, vec![site])),
            }
        }
        regions.sort_by_key(|(region, sites)| (*region == Site::NOWHERE, Reverse(sites.len())));
        regions
    }

    /// What the map is of, in words: `Partners of Kyrgyzstan`.
    pub fn title(&self, collection: &Collection) -> String {
        match &self.shows {
            Shows::Parties => "Parties".to_owned(),
            Shows::Partners(of) => format!("Partners of {}", of.name),
            Shows::Members(of) => format!("Members of {}", collection.list_title(*of).unwrap_or_default()),
            Shows::Places => "Places of events".to_owned(),
        }
    }

    /// How much it shows, in words: `40 agreements with 12 states`.
    pub fn counted(&self) -> String {
        let sites = self.counted_sites();
        match self.shows {
            Shows::Members(_) => sites,
            Shows::Places => format!("{} in {sites}", count(self.items, "event", "events")),
            _ => format!("{} with {sites}", count(self.items, "agreement", "agreements")),
        }
    }

    /// How many sites it has, in words: `12 states`.
    pub fn counted_sites(&self) -> String {
        match self.shows {
            Shows::Places => count(self.sites.len(), "place", "places"),
            Shows::Parties | Shows::Partners(_) | Shows::Members(_) => {
                count(self.sites.len(), "state", "states")
            }
        }
    }
}

impl Site {
    /// The region of what is in none that is known.
    pub const NOWHERE: &'static str = "no region";

    /// A state without items.
    fn of_state(code: String, name: String) -> Self {
        let point = state_point(&code);
        let region = point.map(|point| point.region).filter(|region| !region.is_empty());
        Self {
            code,
            name,
            items: Vec::new(),
            years: None,
            at: point.map(|point| (point.latitude, point.longitude)),
            region: region.unwrap_or(Self::NOWHERE).to_owned(),
            standing: None,
        }
    }

    /// The years as they are shown: `1991–2025`; empty if none is known.
    pub fn span(&self) -> String {
        match self.years {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}–{last}"),
            None => String::new(),
        }
    }
}

fn years(collection: &Collection, items: &[ItemId]) -> Option<(u16, u16)> {
    let years = items.iter().filter_map(|item| collection.date(*item)).map(|date| date.year());
    years.clone().min().zip(years.max())
}

fn most_first(sites: &mut [Site]) {
    sites.sort_by(|a, b| (Reverse(a.items.len()), &a.name).cmp(&(Reverse(b.items.len()), &b.name)));
}

/// The codes of parties that were looked up, and the names of codes.
#[derive(Default)]
struct Named<'a> {
    codes: HashMap<(u32, &'a str), Option<String>>,
    names: HashMap<String, String>,
}

impl<'a> Named<'a> {
    /// The codes of the states that are parties to an agreement, each once; a ministry or a city counts for its state.
    fn parties(&mut self, collection: &'a Collection, item: ItemId) -> Vec<String> {
        let (Some(dossier), Some(agreement)) = (collection.dossier(item), collection.agreement(item)) else {
            return Vec::new();
        };
        let mut codes: Vec<String> = Vec::new();
        for id in &agreement.parties {
            let known = self.codes.get(&(item.dossier, id.as_str())).cloned();
            let code = known.unwrap_or_else(|| {
                let found = code_of(dossier, id);
                if let Some((code, name)) = &found {
                    self.names.entry(code.clone()).or_insert_with(|| name.clone());
                }
                let code = found.map(|(code, _)| code);
                self.codes.insert((item.dossier, id), code.clone());
                code
            });
            codes.extend(code.filter(|code| !codes.contains(code)));
        }
        codes
    }
}

/// The name of the state with this code; the code itself if there is none.
fn name_of(code: &str) -> String {
    states::states()
        .iter()
        .find(|state| state.code == code)
        .map_or(code, |state| state.name.as_str())
        .to_owned()
}

/// The code and the name of the state that a party is or belongs to; `None` for what is no state.
fn code_of(dossier: &Dossier, id: &str) -> Option<(String, String)> {
    let (mut id, mut seen) = (id, HashSet::new());
    while let Some(of) = dossier.party(id).and_then(|party| party.of.as_deref()).filter(|_| seen.insert(id)) {
        id = of;
    }
    let party = dossier.party(id);
    if party.is_some_and(|party| party.kind != PartyKind::State) {
        return None;
    }
    let register = states::states();
    let place = register.binary_search_by(|state| state.code.as_str().cmp(id)).ok();
    if let Some(state) = place.and_then(|place| register.get(place)) {
        return Some((state.code.clone(), state.name.clone()));
    }
    let name = &party?.name;
    match states::find(name, None, None).as_slice() {
        [one] => Some((one.code.clone(), one.name.clone())),
        _ => Some((name.clone(), name.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{Order, items};
    use crate::model::Kind;
    use std::sync::Arc;

    #[test]
    fn parties_are_counted_once_an_agreement_and_partners_are_those_beside_a_state() {
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        let agreements = items(&collection, Kind::Agreement, Order::Usual);
        let all = Atlas::parties(&collection, &agreements, None);
        assert!(all.sites.iter().any(|state| state.code == "KGZ" && state.at.is_some()));
        assert!(all.sites.is_sorted_by_key(|state| Reverse(state.items.len())));
        assert!(all.sites.iter().all(|state| state.items.len() <= all.items));
        let of = Atlas::parties(&collection, &agreements, Some("AZE"));
        let Shows::Partners(own) = &of.shows else { panic!("{:?}", of.shows) };
        assert_eq!(own.items.len(), of.items);
        assert!(of.sites.iter().all(|state| state.code != "AZE"));
        for state in &of.sites {
            assert!(state.items.iter().all(|item| own.items.contains(item)), "{}", state.name);
        }
    }

    #[test]
    fn members_are_those_that_take_part_and_places_hold_their_events() {
        let collection = Collection::new(vec![Arc::new(crate::data::builtin().unwrap())]);
        for organisation in items(&collection, Kind::Organisation, Order::Usual) {
            let members = Atlas::members(&collection, organisation);
            let (_, of) = collection.organisation(organisation).unwrap();
            let taking_part = of.memberships.iter().filter(|membership| membership.status.takes_part());
            assert_eq!(members.sites.len(), taking_part.count(), "{}", of.name);
            assert!(members.sites.iter().all(|site| site.standing.is_some() && site.at.is_some()));
        }
        let places = Atlas::places(&collection);
        let baku = places.sites.iter().find(|place| place.name == "Baku").unwrap();
        let events = &collection.dossiers()[0].events;
        let there = events.iter().filter(|event| event.places.contains(&"at-baku".to_owned()));
        assert_eq!(baku.items.len(), there.count());
        assert_eq!(baku.region, "Azerbaijan");
    }
}
