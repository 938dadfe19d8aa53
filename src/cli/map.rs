//! `accords map` and `accords network`: the parties of agreements, where they are, and who signs with whom.

use super::chart;
use super::complete::{addresses, states};
use super::input::{ChartedArgs, open_some};
use super::output::only_first;
use super::subject::open_about;
use super::tell;
use crate::data::states as register;
use crate::error::Error;
use crate::explore::overlays::{MapView, NetworkView, Overlay};
use crate::explore::pictured;
use crate::insight::charts::{Atlas, Network};
use crate::insight::{Lacking, Order, items};
use crate::model::{Collection, ItemId, Kind};
use crate::report::{MapReport, NetworkReport};
use clap::Args;
use clap_complete::ArgValueCompleter;

/// Options of a map.
#[derive(Debug, Args)]
pub(super) struct MapArgs {
    /// List the partners of a state instead, by its code or its name
    #[arg(long, value_name = "STATE", add = ArgValueCompleter::new(states))]
    of: Option<String>,
    /// List the members of an organisation instead
    #[arg(long, value_name = "ADDRESS", conflicts_with_all = ["of", "places"], add = ArgValueCompleter::new(addresses))]
    members: Option<String>,
    /// List the places of events instead
    #[arg(long, conflicts_with = "of")]
    places: bool,
    #[command(flatten)]
    charted: ChartedArgs,
}

/// Prints the map.
pub(super) fn run_map(args: &MapArgs) -> Result<u8, Error> {
    let list = &args.charted.list;
    let of = args.of.as_deref().map(code).transpose()?;
    let (collection, code, about) = match &args.members {
        Some(typed) => open_about(&list.data, &[typed])?,
        None => {
            let (collection, code) = open_some(&list.data)?;
            (collection, code, Vec::new())
        }
    };
    let mut atlas = match about.first() {
        Some(item) => Atlas::members(&collection, organisation(&collection, *item)?),
        None if args.places => Atlas::places(&collection),
        None => Atlas::parties(&collection, &agreements(&collection, &args.charted)?, of.as_deref()),
    };
    if args.charted.chart.chart {
        let title = atlas.title(&collection);
        let state = pictured(collection, chart::width(&list.print.output), |state| {
            Overlay::Map(MapView::of(state.collection(), [atlas]))
        });
        chart::print(&state, &title, &args.charted.chart, &list.print.output)?;
        return Ok(code);
    }
    let all = atlas.sites.len();
    atlas.sites.truncate(list.print.most());
    let note = only_first(atlas.sites.len(), all);
    list.print.report(&MapReport { collection: &collection, atlas: &atlas }, note)?;
    Ok(code)
}

/// Prints the network.
pub(super) fn run_network(args: &ChartedArgs) -> Result<u8, Error> {
    let list = &args.list;
    let (collection, code) = open_some(&list.data)?;
    let agreements = agreements(&collection, args)?;
    let network = Network::of(&Atlas::parties(&collection, &agreements, None));
    if args.chart.chart {
        let state = pictured(collection, chart::width(&list.print.output), |_| {
            Overlay::Network(NetworkView::new(network))
        });
        chart::print(&state, "Who signs with whom", &args.chart, &list.print.output)?;
        return Ok(code);
    }
    let mut report = NetworkReport::new(&collection, &network);
    let all = report.pairs.len();
    if all == 0 && args.list.filter.query().is_empty() {
        tell::complain(&Lacking::Pairs.words());
    }
    report.pairs.truncate(list.print.most());
    let note = only_first(report.pairs.len(), all);
    list.print.report(&report, note)?;
    Ok(code)
}

/// The agreements that were asked for.
fn agreements(collection: &Collection, args: &ChartedArgs) -> Result<Vec<ItemId>, Error> {
    let mut agreements = items(collection, Kind::Agreement, Order::Usual);
    if let Some(matches) = args.list.filter.matches(collection)? {
        let listed = matches.listed(Kind::Agreement);
        agreements.retain(|item| listed.contains(item));
        if agreements.is_empty() {
            tell::nothing("no agreement matches", args.list.filter.query(), collection);
        }
    }
    Ok(agreements)
}

/// The organisation that is meant.
fn organisation(collection: &Collection, item: ItemId) -> Result<ItemId, Error> {
    if item.kind() == Kind::Organisation {
        return Ok(item);
    }
    let title = collection.list_title(item).unwrap_or_default();
    Err(Error::Subject(format!("{title} is no organisation; list them with: accords memberships")))
}

/// The code of the state that is meant.
fn code(typed: &str) -> Result<String, Error> {
    match register::find(typed, None, None).as_slice() {
        [one] => Ok(one.code.clone()),
        [] => Err(Error::Selection(format!("no state is called {typed}; name one by its code or its name"))),
        several => {
            let codes: Vec<&str> = several.iter().map(|state| state.code.as_str()).collect();
            Err(Error::Selection(format!("{typed} may be {}; name one by its code", codes.join(" or "))))
        }
    }
}
