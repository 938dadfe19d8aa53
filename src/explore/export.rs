//! What is exported: the results of the search, the reader's page, or the rows of the pane.

use super::draft::Draft;
use super::narrowing::Scope;
use super::pane::Pane;
use super::place::Focus;
use super::row::Row;
use super::state::State;
use crate::data::file_stem;
use crate::insight::{clauses_of, page};
use crate::model::{Collection, ItemId, Kind};
use crate::report::{Format, SearchReport, TextLook, markdown, mixed, view};
use crate::search::{Depth, Index, Query};
use std::io::{self, Write};
use std::sync::Arc;

/// The file for what is on the screen; `None` if nothing is.
pub(super) fn drafted(state: &State) -> Option<Draft> {
    if let Some(search) = state.search.as_ref().filter(|search| search.matches.is_some()) {
        return Some(of_search(state.collection(), search.line.text()));
    }
    match state.place.focus {
        Focus::Reader => of_page(state),
        Focus::Pane(pane) => of_pane(state, pane),
    }
}

/// All matches of a search, as `accords search` prints them. The screen has only the best, so the search runs again, on
/// the thread that writes the file.
fn of_search(collection: &Arc<Collection>, typed: &str) -> Draft {
    let (collection, query) = (Arc::clone(collection), Query::parse(typed));
    Draft::new(name(&["search", typed]), "csv", move |out| {
        let depth = Depth { ranked: usize::MAX, ..Depth::FULL };
        let matches = Index::build(&collection).search_to(&collection, &query, depth);
        let report = SearchReport::new(&collection, &matches, usize::MAX, |_| true);
        Format::Csv.write(&report, TextLook::default(), out)?;
        Ok(Some(report.all))
    })
}

fn of_page(state: &State) -> Option<Draft> {
    let (collection, item) = (Arc::clone(state.collection()), state.place.reader.item()?);
    let address = collection.address(item)?;
    Some(Draft::new(name(&[address.as_str()]), "md", move |out| {
        page(&collection, item)
            .map_or(Ok(()), |page| out.write_all(markdown(&page).as_bytes()))
            .map(|()| None)
    }))
}

/// The rows of a pane, filtered and sorted as shown.
fn of_pane(state: &State, pane: Pane) -> Option<Draft> {
    let rows = Arc::clone(&state.list(pane).rows);
    let first = rows.first()?.item();
    let of = match &state.place.narrowed {
        Some(narrowed) => match narrowed.scope {
            Scope::Item(item) | Scope::Agreement(item) => state.collection().address(item)?.to_string(),
            Scope::Dossier(place) => state.collection().dossiers().get(place as usize)?.id.clone(),
        },
        None if state.collection().dossiers().len() > 1 => String::new(),
        None => state.collection().dossier(first)?.id.clone(),
    };
    let collection = Arc::clone(state.collection());
    Some(Draft::new(name(&[&of, pane.title()]), "csv", move |out| csv(&collection, pane, &rows, out)))
}

fn csv(collection: &Collection, pane: Pane, rows: &[Row], out: &mut dyn Write) -> io::Result<Option<usize>> {
    // The points not on record are a column of their agreement's row.
    let items = rows.iter().flat_map(|row| match *row {
        // A chapter is no row of a table; its clauses are.
        Row::Folded(chapter, _) => clauses_of(collection, chapter).collect(),
        Row::Item(item) if item.kind() != Kind::Chapter => vec![item],
        Row::Item(_) | Row::Missing(_) => Vec::new(),
    });
    let items: Vec<ItemId> = items.collect();
    let total = items.len();
    let sheet = match pane {
        Pane::Timeline => view(collection, Kind::Event, items),
        Pane::Clauses => mixed(collection, items),
        Pane::Sectors => view(collection, Kind::Sector, items),
        Pane::Memberships => view(collection, Kind::Organisation, items),
        Pane::Library => view(collection, Kind::Agreement, items),
    };
    Format::Csv.write(&sheet, TextLook::default(), out)?;
    Ok(Some(total))
}

/// The stem of the name of a file about these.
fn name(about: &[&str]) -> String {
    format!("accords-{}", file_stem(&about.join(" ")))
}
