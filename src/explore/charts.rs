//! Where the cursor of a pane's chart can be: the rows in the chart's order, and the columns.

use super::pane::Pane;
use super::state::State;
use crate::insight::{named_by_leading, sector_years};
use crate::model::{ItemId, Part};
use std::borrow::Cow;

/// The indices of the focused pane's rows in the order of its chart, which may leave rows out.
pub fn order(state: &State) -> Cow<'_, [usize]> {
    let collection = state.collection();
    let figures = &state.list(state.place.pane).figures;
    match state.place.pane {
        Pane::Timeline => Cow::Owned((0..state.list(Pane::Timeline).rows.len()).collect()),
        Pane::Clauses => figures
            .matrix(collection)
            .map(|matrix| Cow::Borrowed(matrix.places.as_slice()))
            .unwrap_or_default(),
        Pane::Sectors => {
            Cow::Owned(sector_groups(state).into_iter().flat_map(|group| group.places).collect())
        }
        Pane::Memberships => {
            Cow::Owned(figures.groups(collection).map(|groups| groups.places().collect()).unwrap_or_default())
        }
        Pane::Library => Cow::Borrowed(&[]),
    }
}

/// The number of columns that the cursor of the focused pane's chart can be in.
pub fn columns(state: &State) -> usize {
    match state.place.pane {
        Pane::Clauses => {
            let matrix = state.list(Pane::Clauses).figures.matrix(state.collection());
            matrix.map_or(0, |matrix| matrix.columns.len())
        }
        Pane::Sectors => sector_columns(state).len(),
        Pane::Timeline | Pane::Memberships | Pane::Library => 0,
    }
}

/// The years that are the columns of the sectors chart.
pub fn sector_columns(state: &State) -> Vec<u16> {
    let heat = state.list(Pane::Sectors).figures.heat(state.collection());
    heat.map(|heat| heat.years(state.open.axis.map(|axis| axis.last))).unwrap_or_default()
}

/// The last column that the cursor of the focused pane's chart can be in.
pub(super) fn last_column(state: &State) -> usize {
    columns(state).saturating_sub(1)
}

/// The column of the last year with facts for the selected sector; the last column if there is none.
pub(super) fn last_column_with_facts(state: &State) -> usize {
    let years = sector_columns(state);
    let list = state.list(Pane::Sectors);
    let facts =
        list.item().zip(list.figures.heat(state.collection())).map(|(item, heat)| heat.of_sector(item));
    let last = facts.and_then(|facts| facts.years.keys().max().copied());
    let place = last.and_then(|last| years.iter().position(|year| *year == last));
    place.unwrap_or(years.len().saturating_sub(1))
}

/// The first fact of a sector in the year under the cursor of the sectors chart.
pub(super) fn fact_under_cursor(state: &State, sector: ItemId) -> Option<ItemId> {
    let years = sector_columns(state);
    let year = years.get(state.place.column).or(years.last())?;
    let facts = sector_years(state.collection(), sector).remove(&Some(*year))?;
    facts.into_iter().min_by_key(|fact| state.collection().date(*fact))
}

/// Sectors under a heading of the chart.
pub struct SectorGroup {
    /// The heading; empty if there is only one group.
    pub title: String,
    /// Their indices in the list.
    pub places: Vec<usize>,
}

/// Two groups if one dossier is open: the sectors that its leading agreement names, and the others.
pub fn sector_groups(state: &State) -> Vec<SectorGroup> {
    let rows = &state.list(Pane::Sectors).rows;
    let all: Vec<usize> = (0..rows.len()).collect();
    let [dossier] = state.collection().dossiers() else {
        return vec![SectorGroup { title: String::new(), places: all }];
    };
    let Some(leading) = dossier.leading() else {
        return vec![SectorGroup { title: String::new(), places: all }];
    };
    let named = |place: &usize| match rows.get(*place).map(|row| row.item().part) {
        Some(Part::Sector(i)) => named_by_leading(dossier, i),
        _ => false,
    };
    let (named, others): (Vec<usize>, Vec<usize>) = all.into_iter().partition(named);
    let kind = leading.kind_word().unwrap_or("agreement");
    // The points that are not on record may name them.
    let other_title = match leading.missing() {
        0 => format!("Not named in the {kind}"),
        _ => "Not known to be named".to_owned(),
    };
    let groups = [
        SectorGroup { title: format!("Named in the {kind}"), places: named },
        SectorGroup { title: other_title, places: others },
    ];
    groups.into_iter().filter(|group| !group.places.is_empty()).collect()
}
