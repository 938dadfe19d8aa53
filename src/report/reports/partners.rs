//! The parties of agreements, where they are, and what each two have in common.

use crate::insight::charts::{Network, Partner, Partners};
use crate::model::Collection;
use crate::report::forms::{Columns, Datum, Labelled, Report, Sheet, TextWriter};
use crate::text::count;
use std::io::{self, Write};

/// The parties of agreements; for people by region.
pub struct PartnersReport<'a> {
    /// What the agreements are in.
    pub collection: &'a Collection,
    /// The parties.
    pub partners: &'a Partners,
}

impl Report for PartnersReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        let collection = self.collection;
        let states = &self.partners.states;
        Sheet::new(columns(), states.len(), move |at| Some((collection, states.get(at)?)))
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let partners = self.partners;
        let agreements = count(partners.agreements, "agreement", "agreements");
        let states = count(partners.states.len(), "state", "states");
        let head = match &partners.of {
            Some(of) => format!("{}: {agreements} with {states}", of.name),
            None => format!("{agreements} with {states}"),
        };
        out.line("", &head)?;
        for (region, states) in partners.by_region() {
            writeln!(out)?;
            out.line("", region)?;
            let rows: Vec<Vec<String>> = states.into_iter().map(row).collect();
            out.columns(&rows, 90)?;
        }
        Ok(())
    }
}

fn row(state: &Partner) -> Vec<String> {
    let years = match state.years {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => "undated".to_owned(),
    };
    vec![format!("  {}", state.name), count(state.agreements.len(), "agreement", "agreements"), years]
}

type Row<'a> = (&'a Collection, &'a Partner);

pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    Columns::<Row<'a>>::new()
        .column("state", "the code of the state, or its name if it has none", |(_, s)| s.code.as_str())
        .column("name", "its name", |(_, s)| s.name.as_str())
        .column("region", "its region of the United Nations", |(_, s)| s.at.map(|_| s.region()))
        .column("agreements", "how many agreements it is a party to", |(_, s)| s.agreements.len())
        .column("first", "the year of the first that is dated", |(_, s)| {
            s.years.map(|(first, _)| usize::from(first))
        })
        .column("last", "the year of the last that is dated", |(_, s)| {
            s.years.map(|(_, last)| usize::from(last))
        })
        .data("latitude", "degrees north of the equator, of its middle", |(_, s)| {
            s.at.map(|at| at.latitude.to_string())
        })
        .data("longitude", "degrees east of Greenwich", |(_, s)| s.at.map(|at| at.longitude.to_string()))
        .data("addresses", "the addresses of the agreements", |(c, s)| addresses(c, &s.agreements))
}

fn addresses<'a>(collection: &Collection, items: &[crate::model::ItemId]) -> Datum<'a> {
    let addresses = items.iter().map(|item| collection.address_text(*item));
    Datum::List(
        addresses.map(|address| Labelled { data: address.clone().into(), words: address.into() }).collect(),
    )
}

/// What each two states have in common, most first.
pub struct NetworkReport<'a> {
    /// What the agreements are in.
    pub collection: &'a Collection,
    /// The network.
    pub network: &'a Network,
    /// The pairs with anything in common.
    pub pairs: Vec<(usize, usize)>,
}

impl<'a> NetworkReport<'a> {
    /// The pairs of a network, those with most in common first.
    pub fn new(collection: &'a Collection, network: &'a Network) -> Self {
        let rows = 0..network.states.len();
        let pairs = rows.flat_map(|a| (0..a).map(move |b| (b, a)));
        let mut pairs: Vec<(usize, usize)> = pairs.filter(|(a, b)| network.shared(*a, *b) > 0).collect();
        pairs.sort_by_key(|(a, b)| std::cmp::Reverse(network.shared(*a, *b)));
        Self { collection, network, pairs }
    }
}

impl Report for NetworkReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(pair_columns(), self.pairs.len(), move |at| {
            Some(PairRow { collection: self.collection, network: self.network, pair: *self.pairs.get(at)? })
        })
    }
}

/// Two states as a row.
pub(super) struct PairRow<'a> {
    collection: &'a Collection,
    network: &'a Network,
    pair: (usize, usize),
}

impl<'a> PairRow<'a> {
    fn state(&self, place: usize) -> Option<&'a Partner> {
        self.network.states.get(place)
    }
}

pub(super) fn pair_columns<'a>() -> Columns<'a, PairRow<'a>> {
    Columns::<PairRow<'a>>::new()
        .column("state", "the code of a state", |row| row.state(row.pair.0).map(|s| s.code.as_str()))
        .column("name", "its name", |row| row.state(row.pair.0).map(|s| s.name.as_str()))
        .column("other", "the code of another state", |row| row.state(row.pair.1).map(|s| s.code.as_str()))
        .column("other_name", "its name", |row| row.state(row.pair.1).map(|s| s.name.as_str()))
        .column("agreements", "how many agreements both are parties to", |row| {
            row.network.shared(row.pair.0, row.pair.1)
        })
        .data("addresses", "the addresses of these agreements", |row| {
            addresses(row.collection, &row.network.agreements(row.pair.0, row.pair.1))
        })
}
