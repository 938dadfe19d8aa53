//! What is exported: the results of the search, the reader's page, or the rows of the pane.

use super::draft::Draft;
use super::narrowing::Scope;
use super::overlays::{ComparisonView, MarksView, Overlay};
use super::pane::Pane;
use super::place::Focus;
use super::row::Row;
use super::search_box::SearchBox;
use super::state::State;
use super::view_report::ViewReport;
use crate::data::file_stem;
use crate::data::personal::Mark;
use crate::insight::clauses_of;
use crate::model::{Collection, ItemId, Kind};
use crate::report::{
    CompareReport, Format, ItemReport, MarksReport, Metered, SearchReport, Sheet, TextLook, mixed, view,
};
use crate::search::{Depth, search_once};
use std::sync::Arc;

/// The file for what is on the screen in each form; none if nothing is.
pub(super) fn offers(state: &State) -> Vec<(Format, Draft)> {
    use Format::{Csv, Docx, Json, Jsonl, Markdown, Text, Xlsx};
    let is_text = matches!(state.overlays.last(), Some(Overlay::Compare(_) | Overlay::Trace(_)));
    let is_page = is_text || state.search.is_none() && state.place.focus == Focus::Reader;
    let forms = match is_page {
        true => [Markdown, Docx, Text, Json, Jsonl, Csv, Xlsx],
        false => [Csv, Xlsx, Docx, Markdown, Json, Jsonl, Text],
    };
    forms.into_iter().filter_map(|form| Some((form, drafted(state, form)?))).collect()
}

fn drafted(state: &State, form: Format) -> Option<Draft> {
    if let Some(Overlay::Marks(view)) = state.overlays.last() {
        return of_marks(state, view, form);
    }
    if let Some(Overlay::Compare(view)) = state.overlays.last() {
        return of_comparison(state, view, form);
    }
    if let Some(view) = ViewReport::of(state) {
        return Some(of_view(state, view, form));
    }
    if let Some(search) = state.search.as_ref().filter(|search| search.matches.is_some()) {
        return Some(of_search(state.collection(), search, form));
    }
    match state.place.focus {
        Focus::Reader => of_page(state, form),
        Focus::Pane(pane) => of_pane(state, pane, form),
    }
}

fn extension(form: Format) -> &'static str {
    match form {
        Format::Text => "txt",
        Format::Markdown => "md",
        Format::Json | Format::Jsonl | Format::Csv | Format::Xlsx | Format::Docx => form.word(),
    }
}

/// All matches of a search, as `accords search` prints them. The screen has only the best, so the search runs again, on
/// the thread that writes the file.
fn of_search(collection: &Arc<Collection>, search: &SearchBox, form: Format) -> Draft {
    let (collection, query) = (Arc::clone(collection), search.asked.query());
    Draft::new(name(&["search", search.line.text()]), extension(form), move |out, meter| {
        let depth = Depth { ranked: usize::MAX, ..Depth::FULL };
        let matches = search_once(&collection, &query, depth, meter);
        let report = SearchReport::new(&collection, &matches, usize::MAX, |_| true);
        form.write(&Metered(&report, meter), TextLook::default(), out)?;
        Ok(Some(report.all))
    })
}

/// What covers the panes, as the command of the same name prints it.
fn of_view(state: &State, view: ViewReport, form: Format) -> Draft {
    let collection = Arc::clone(state.collection());
    let read = state.place.reader.item().and_then(|item| collection.address(item));
    // A trace and a comparison are of what is read; a picture is of all.
    let of = match &view {
        ViewReport::Trace(_) => read.map(|address| address.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    Draft::new(name(&[view.word(), &of]), extension(form), move |out, _| {
        view.write(&collection, form, out).map(|()| None)
    })
}

/// The marks that are listed, with their notes.
fn of_marks(state: &State, view: &MarksView, form: Format) -> Option<Draft> {
    let listed = view.places(&state.marks).into_iter().filter_map(|place| state.marks.at(place));
    let marks: Vec<(Mark, bool)> = listed.map(|(mark, item)| (mark.clone(), item.is_some())).collect();
    (!marks.is_empty()).then(|| {
        let stem = name(&["marks", view.collection(&state.marks).unwrap_or_default()]);
        Draft::new(stem, extension(form), move |out, _| {
            let report =
                MarksReport { marks: marks.iter().map(|(mark, is_open)| (mark, *is_open)).collect() };
            form.write(&report, TextLook::default(), out)?;
            Ok(Some(marks.len()))
        })
    })
}

/// The comparison, without the pairs that are hidden.
fn of_comparison(state: &State, view: &ComparisonView, form: Format) -> Option<Draft> {
    let (collection, comparison) = (Arc::clone(state.collection()), Arc::clone(&view.comparison));
    let (left, right) = (collection.address_text(comparison.left), collection.address_text(comparison.right));
    let stem = name(&["compare", &left, &right]);
    Some(Draft::new(stem, extension(form), move |out, _| {
        let report = CompareReport { collection: &collection, comparison: &comparison };
        form.write(&report, TextLook::default(), out).map(|()| None)
    }))
}

fn of_page(state: &State, form: Format) -> Option<Draft> {
    let (collection, item) = (Arc::clone(state.collection()), state.place.reader.item()?);
    let address = collection.address(item)?;
    Some(Draft::new(name(&[address.as_str()]), extension(form), move |out, _| {
        let report = ItemReport { collection: &collection, item, most: usize::MAX };
        form.write(&report, TextLook::default(), out).map(|()| None)
    }))
}

/// The rows of a pane, filtered and sorted as shown.
fn of_pane(state: &State, pane: Pane, form: Format) -> Option<Draft> {
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
    let stem = name(&[&of, pane.title()]);
    Some(Draft::new(stem, extension(form), move |out, meter| {
        let items = listed(&collection, &rows);
        let total = items.len();
        let sheet = sheet(&collection, pane, items);
        form.write(&Metered(&sheet, meter), TextLook::default(), out)?;
        Ok(Some(total))
    }))
}

/// The items of rows. The points not on record are a column of their agreement's row.
fn listed(collection: &Collection, rows: &[Row]) -> Vec<ItemId> {
    let items = rows.iter().flat_map(|row| match *row {
        // A chapter is no row of a table; its clauses are.
        Row::Folded(chapter, _) => clauses_of(collection, chapter).collect(),
        Row::Item(item) if item.kind() != Kind::Chapter => vec![item],
        Row::Item(_) | Row::Missing(_) | Row::Folder(..) => Vec::new(),
    });
    items.collect()
}

fn sheet(collection: &Collection, pane: Pane, items: Vec<ItemId>) -> Sheet<'_> {
    match pane {
        Pane::Timeline => view(collection, Kind::Event, items),
        Pane::Clauses => mixed(collection, items),
        Pane::Sectors => view(collection, Kind::Sector, items),
        Pane::Memberships => view(collection, Kind::Organisation, items),
        Pane::Library => view(collection, Kind::Agreement, items),
    }
}

/// The stem of the name of a file about these.
fn name(about: &[&str]) -> String {
    format!("accords-{}", file_stem(&about.join(" ")))
}
