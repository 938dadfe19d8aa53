//! How far reading and searching are: nothing is said to be missing before both are done.

use super::state::State;
use crate::data::Progress;
use crate::text::{count, thousands};
use std::borrow::Cow;

/// How far reading or searching is while what is shown may still change: `183 of about 48,000 searched`, or `12 of 450
/// files read`; `None` if it is final.
pub fn so_far(state: &State) -> Option<String> {
    let total = state.open.totals.items;
    let Some(search) = state.search.as_ref().filter(|search| !search.line.text().trim().is_empty()) else {
        return state.loading.map(files_read);
    };
    let (searched, about) = match state.loading {
        Some(progress) => (thousands(search.searched), format!("about {}", thousands(progress.about(total)))),
        None if search.searched >= total => return None,
        None => (thousands(search.searched), thousands(total)),
    };
    Some(format!("{searched} of {about} searched"))
}

fn files_read(progress: Progress) -> String {
    match progress.all_files {
        0 => "looking for files".to_owned(),
        all => format!("{} of {} read", thousands(progress.files), count(all, "file", "files")),
    }
}

/// What is shown where nothing is: `words` if that is final, else how far it is.
pub fn verdict<'a>(so_far: Option<&str>, words: &'a str) -> Cow<'a, str> {
    so_far.map_or(Cow::Borrowed(words), |so_far| format!("None so far ({so_far}).").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;
    use crate::explore::layout::Layout;
    use crate::explore::search_box::SearchBox;
    use crate::explore::update::opened;
    use crate::model::Collection;
    use std::sync::Arc;

    #[test]
    fn nothing_is_missing_before_all_is_searched() {
        let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
        let mut state = opened(collection, Vec::new(), Layout::new(100, 30));
        let shown = |state: &State| verdict(so_far(state).as_deref(), "No events.").into_owned();
        assert_eq!(shown(&state), "No events.");
        let half = Progress { files: 3, all_files: 6, bytes: 50, all_bytes: 100, ..Progress::default() };
        state.loading = Some(half);
        assert_eq!(shown(&state), "None so far (3 of 6 files read).");
        let mut search = SearchBox::new(state.place.clone());
        search.line.set("zzz");
        search.searched = 300;
        state.search = Some(search);
        assert_eq!(so_far(&state).as_deref(), Some("300 of about 1,500 searched"));
        // All is read, but not all of it is searched yet.
        state.loading = None;
        let all = state.open.totals.items;
        assert_eq!(so_far(&state), Some(format!("300 of {all} searched")));
        if let Some(search) = &mut state.search {
            search.searched = all;
        }
        assert_eq!(so_far(&state), None);
    }
}
