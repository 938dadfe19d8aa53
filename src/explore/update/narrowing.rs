//! Filters the panes by an item, an agreement or a dossier, and shows the memberships of two states.

use super::listing::{relist, set_pair};
use super::searching::end_search;
use crate::data::memberships::{Table, builtin, of_dossier};
use crate::explore::errands::Done;
use crate::explore::narrowing::{Narrowing, Scope};
use crate::explore::pane::Pane;
use crate::explore::place::View;
use crate::explore::state::State;
use crate::explore::undo::Undo;
use crate::insight::overlap::{NamedState, dossier_of};
use crate::model::{Collection, Dossier, ItemId};
use std::sync::Arc;

pub(super) fn narrow(state: &mut State, item: ItemId) {
    state.remember_place();
    state.undos.push(Undo::Filter(state.place.narrowed.clone()));
    state.place.narrowed = Some(Arc::new(Narrowing::new(state.collection(), Scope::Item(item))));
    relist(state);
    state.show(item);
}

/// Filters the four panes by what was chosen in the library.
pub(super) fn follow_chosen(state: &mut State, scope: Scope) {
    state.remember_place();
    end_search(state);
    state.undos.push(Undo::Filter(state.place.narrowed.clone()));
    state.place.narrowed = Some(Arc::new(Narrowing::new(state.collection(), scope)));
    relist(state);
    state.place.focus_on(Pane::Clauses);
    state.place.view = View::Panes;
    if let Some(item) = state.place.reader.item() {
        state.show(item);
    }
}

/// Filters the panes by the dossier of the item in the reader.
pub(super) fn follow_dossier(state: &mut State) {
    if let Some(item) = state.place.reader.item().filter(|item| item.dossier != Collection::BESIDE) {
        follow_chosen(state, Scope::Dossier(item.dossier));
    }
}

/// Reads the memberships of two states: from the open dossiers, then from the table beside them.
pub(super) fn read_pair(state: &mut State, states: Vec<NamedState>) {
    let (read, dossiers) = (state.memberships.clone(), state.collection().dossiers().to_vec());
    state.begin("Reading the membership table…", move |_| {
        let codes: Vec<String> = states.iter().map(|s| s.code.clone()).collect();
        let table = read.map_or_else(|| builtin(&codes), |read| read(&codes));
        let pair = table.map(|table| {
            let mut tables: Vec<Table> = dossiers.iter().filter_map(|d| of_dossier(d, &codes)).collect();
            tables.push(table);
            Arc::new(dossier_of(&states, &tables))
        });
        Done::Pair(pair)
    });
}

/// Shows the memberships of two states in their pane.
pub(super) fn show_pair(state: &mut State, pair: Arc<Dossier>) {
    state.remember_place();
    end_search(state);
    set_pair(state, Some(pair));
    state.place.focus_on(Pane::Memberships);
    state.place.lists[Pane::Memberships].selected = 0;
    state.read_selected();
}

/// Shows the dossiers' own memberships again.
pub(super) fn leave_pair(state: &mut State) {
    state.remember_place();
    set_pair(state, None);
    state.place.view = View::Panes;
    state.read_selected();
}
