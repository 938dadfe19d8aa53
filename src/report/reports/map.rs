//! What a map shows, and what each two parties of agreements have in common.

use crate::insight::charts::{Atlas, Network, Shows, Site};
use crate::model::Collection;
use crate::report::forms::{Columns, Datum, Labelled, Report, Sheet, TextWriter};
use crate::text::count;
use std::io::{self, Write};

/// What a map shows; for people by region.
pub struct MapReport<'a> {
    /// What the items are in.
    pub collection: &'a Collection,
    /// What the map shows.
    pub atlas: &'a Atlas,
}

impl Report for MapReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        let (collection, sites) = (self.collection, &self.atlas.sites);
        let columns = match self.atlas.shows {
            Shows::Parties | Shows::Partners(_) => columns(),
            Shows::Members(_) => member_columns(),
            Shows::Places => place_columns(),
        };
        Sheet::new(columns, sites.len(), move |at| Some((collection, sites.get(at)?)))
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let atlas = self.atlas;
        let head = match &atlas.shows {
            Shows::Partners(of) => format!("{}: {}", of.name, atlas.counted()),
            Shows::Members(of) => {
                let name = self.collection.title(*of).unwrap_or_default();
                format!("{name}: {}", atlas.counted())
            }
            Shows::Parties | Shows::Places => atlas.counted(),
        };
        if let Some(lacking) = atlas.lacking(self.collection) {
            return out.line("", &lacking.words());
        }
        out.line("", &head)?;
        for (region, sites) in atlas.by_region() {
            writeln!(out)?;
            out.line("", region)?;
            let rows: Vec<Vec<String>> = sites.into_iter().map(|site| row(atlas, site)).collect();
            out.columns(&rows, 90)?;
        }
        Ok(())
    }
}

fn row(atlas: &Atlas, site: &Site) -> Vec<String> {
    let years = Some(site.span()).filter(|span| !span.is_empty());
    let (what, years) = match (&site.standing, &atlas.shows) {
        (Some(standing), _) => (standing.clone(), format!("since {}", years.as_deref().unwrap_or("?"))),
        (None, Shows::Places) => (count(site.items.len(), "event", "events"), years.unwrap_or_default()),
        (None, _) => {
            let number = count(site.items.len(), "agreement", "agreements");
            (number, years.unwrap_or_else(|| "undated".to_owned()))
        }
    };
    vec![format!("  {}", site.name), what, years]
}

type Row<'a> = (&'a Collection, &'a Site);

pub(super) fn columns<'a>() -> Columns<'a, Row<'a>> {
    let columns = Columns::<Row<'a>>::new()
        .column("state", "the code of the state, or its name if it has none", |(_, s)| s.code.as_str())
        .column("name", "its name", |(_, s)| s.name.as_str())
        .column("region", "its region of the United Nations", |(_, s)| s.at.map(|_| s.region.as_str()))
        .column("agreements", "how many agreements it is a party to", |(_, s)| s.items.len());
    dated(columns).data("addresses", "the addresses of the agreements", |(c, s)| addresses(c, &s.items))
}

pub(super) fn member_columns<'a>() -> Columns<'a, Row<'a>> {
    let columns = Columns::<Row<'a>>::new()
        .column("state", "the code of the state, or its name if it has none", |(_, s)| s.code.as_str())
        .column("name", "its name", |(_, s)| s.name.as_str())
        .column("region", "its region of the United Nations", |(_, s)| s.at.map(|_| s.region.as_str()))
        .column("status", "how it belongs to the organisation", |(_, s)| s.standing.as_deref())
        .column("since", "the year since when", |(_, s)| s.years.map(|(first, _)| usize::from(first)));
    located(columns).data("organisation", "the address of the organisation", |(c, s)| {
        s.items.first().map(|item| c.address_text(*item))
    })
}

pub(super) fn place_columns<'a>() -> Columns<'a, Row<'a>> {
    let columns = Columns::<Row<'a>>::new()
        .column("place", "the name of the place", |(_, s)| s.name.as_str())
        .column("state", "the state that it is in", |(_, s)| {
            Some(s.region.as_str()).filter(|state| *state != Site::NOWHERE)
        })
        .column("events", "how many events took place there", |(_, s)| s.items.len());
    dated(columns).data("addresses", "the addresses of the events", |(c, s)| addresses(c, &s.items))
}

/// The columns of the years of items, and of the point on the map.
fn dated<'a>(columns: Columns<'a, Row<'a>>) -> Columns<'a, Row<'a>> {
    let columns = columns
        .column("first", "the year of the first that is dated", |(_, s)| {
            s.years.map(|(first, _)| usize::from(first))
        })
        .column("last", "the year of the last that is dated", |(_, s)| {
            s.years.map(|(_, last)| usize::from(last))
        });
    located(columns)
}

/// The columns of the point on the map.
fn located<'a>(columns: Columns<'a, Row<'a>>) -> Columns<'a, Row<'a>> {
    columns
        .data("latitude", "degrees north of the equator, of a state those of its middle", |(_, s)| {
            s.at.map(|(north, _)| north.to_string())
        })
        .data("longitude", "degrees east of Greenwich", |(_, s)| s.at.map(|(_, east)| east.to_string()))
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
    fn state(&self, place: usize) -> Option<&'a Site> {
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
