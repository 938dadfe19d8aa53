//! Every chart at every size, on the built-in dossier, an empty one, and sparse ones.

use super::*;
use crate::explore::action::{Action, Motion};
use crate::explore::charts::{order, sector_columns};
use crate::explore::layout::Layout;
use crate::explore::{Input, opened};
use crate::model::{Collection, Dossier};
use crate::tui::{Bidi, Look, Symbols, Theme, WebLinks};
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::collections::BTreeSet;
use std::sync::Arc;

const SIZES: [(u16, u16); 16] = [
    (20, 5),
    (20, 60),
    (21, 7),
    (30, 9),
    (36, 10),
    (40, 12),
    (59, 13),
    (60, 14),
    (60, 20),
    (80, 24),
    (99, 30),
    (100, 30),
    (120, 36),
    (160, 50),
    (300, 5),
    (300, 100),
];

fn dossier(text: &str) -> Dossier {
    serde_json::from_str::<Dossier>(text).map(Dossier::arrange).unwrap()
}

fn state(dossiers: Vec<Dossier>) -> State {
    let collection = Collection::new(dossiers.into_iter().map(Arc::new).collect());
    opened(collection, Vec::new(), Layout::new(160, 50))
}

fn builtin() -> Dossier {
    crate::data::builtin().unwrap()
}

/// A dossier with little in it: one date, one party to compare, a sector without facts, a membership that ended.
fn sparse() -> Dossier {
    dossier(
        r#"{"format": "accords/1", "id": "sparse", "title": "Sparse", "compares": ["AAA"],
        "sectors": [{"id": "s", "name": "Silence"}, {"id": "t", "name": "Talk"}],
        "agreements": [{"id": "a", "title": "Undated", "points": 3, "clauses": [
            {"id": "c", "heading": "Heading", "text": "Text", "wording": "summary", "sectors": ["t", "t"]}]}],
        "events": [{"id": "e", "date": "1066/1492", "title": "Long ago", "kind": "trade", "sectors": ["t"]}],
        "organisations": [
            {"id": "o", "name": "漢字漢字漢字漢字漢字漢字 organisation"},
            {"id": "p", "name": "P", "memberships": [
                {"party": "AAA", "status": "member", "since": "1100", "until": "1200"},
                {"party": "BBB", "status": "not-a-member"}]}]}"#,
    )
}

fn update(state: &mut State, action: Action) {
    crate::explore::update(state, Input::Act(action));
}

fn screen(state: &mut State, size: (u16, u16)) -> Vec<String> {
    screen_in(state, size, Symbols::Unicode)
}

fn screen_in(state: &mut State, size: (u16, u16), symbols: Symbols) -> Vec<String> {
    crate::explore::update(state, Input::Resize { columns: size.0.into(), rows: size.1.into() });
    let look = Look { theme: Theme::Dark, symbols, web: WebLinks::Text, bidi: Bidi::Terminal };
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, size.0, size.1)) };
    let mut terminal = Terminal::with_options(TestBackend::new(0, 0), options).unwrap();
    crate::tui::draw(state, look, &mut terminal.get_frame());
    let cells = terminal.current_buffer_mut().content();
    let line = |row: &[ratatui::buffer::Cell]| row.iter().map(|cell| cell.symbol()).collect();
    cells.chunks(usize::from(size.0)).map(line).collect()
}

fn zoomed(dossiers: Vec<Dossier>, pane: Pane) -> State {
    let mut state = state(dossiers);
    update(&mut state, Action::Pane(pane));
    update(&mut state, Action::Zoom);
    state
}

#[test]
fn no_size_and_no_dossier_makes_a_chart_panic() {
    let empty = || dossier(r#"{"format": "accords/1", "id": "empty", "title": "Empty"}"#);
    let collections: [fn() -> Vec<Dossier>; 4] = [
        || vec![builtin()],
        || vec![],
        || vec![sparse()],
        || {
            let mut second = builtin();
            second.id = "second".to_owned();
            vec![builtin(), sparse(), second]
        },
    ];
    for pane in Pane::STACK {
        screen(&mut zoomed(vec![empty()], pane), (80, 24));
        for dossiers in collections {
            let mut state = zoomed(dossiers(), pane);
            for size in SIZES {
                for motion in [Motion::First, Motion::Down, Motion::Right, Motion::PageDown, Motion::Last] {
                    update(&mut state, Action::Move(motion));
                    let rows = screen(&mut state, size);
                    let title = format!("{} {}", pane.number(), pane.title());
                    assert!(rows.iter().any(|row| row.contains(&title)), "{pane:?} {size:?} {rows:#?}");
                }
                update(&mut state, Action::LargerScale);
            }
        }
    }
}

#[test]
fn any_width_and_height_works() {
    for pane in Pane::STACK {
        let mut state = zoomed(vec![builtin()], pane);
        for width in (20..=200).step_by(9) {
            for height in (5..=70).step_by(5) {
                screen(&mut state, (width, height));
            }
        }
    }
}

#[test]
fn every_row_can_be_reached_and_is_in_view() {
    for pane in [Pane::Sectors, Pane::Memberships, Pane::Timeline] {
        let mut state = zoomed(vec![builtin()], pane);
        let total = state.list(pane).rows.len();
        update(&mut state, Action::Move(Motion::First));
        let mut seen = BTreeSet::new();
        for size in [(160, 50), (40, 12), (80, 24)] {
            state.place.column = 0;
            update(&mut state, Action::Move(Motion::First));
            seen.clear();
            for _ in 0..total {
                seen.insert(state.list(pane).selected);
                let row = state.list(pane).row().unwrap();
                let rows = screen(&mut state, size).join("\n");
                let name = match row.item().part {
                    crate::model::Part::Organisation(i) => {
                        state.collection().dossiers()[0].organisations[i as usize].list_name().to_owned()
                    }
                    _ => state.collection().title(row.item()).unwrap().to_owned(),
                };
                let start: String = name.chars().take(7).collect();
                assert!(rows.contains(start.trim_end()), "{name} at {size:?}\n{rows}");
                let next = if pane == Pane::Timeline { Motion::Right } else { Motion::Down };
                update(&mut state, Action::Move(next));
            }
            assert_eq!(seen.len(), total, "{pane:?}");
        }
    }
}

#[test]
fn the_cursor_of_the_clauses_skips_agreements_without_clauses() {
    let mut state = zoomed(vec![builtin()], Pane::Clauses);
    let order = order(&state).to_vec();
    update(&mut state, Action::Move(Motion::First));
    let mut walked = vec![state.list(Pane::Clauses).selected];
    for _ in 1..order.len() {
        update(&mut state, Action::Move(Motion::Down));
        walked.push(state.list(Pane::Clauses).selected);
    }
    assert_eq!(walked, order);
}

#[test]
fn a_narrow_matrix_says_that_there_are_more_sectors() {
    let mut state = zoomed(vec![builtin()], Pane::Clauses);
    let marks = |state: &mut State| {
        let rows = screen(state, (34, 12));
        let heading = rows.iter().find(|row| row.contains("Declaration")).unwrap();
        (heading.contains('←'), heading.contains('→'))
    };
    assert_eq!(marks(&mut state), (false, true));
    for _ in 0..3 {
        update(&mut state, Action::Move(Motion::Right));
    }
    assert_eq!(marks(&mut state), (true, true));
    for _ in 0..9 {
        update(&mut state, Action::Move(Motion::Right));
    }
    assert_eq!(marks(&mut state), (true, false));
}

#[test]
fn a_membership_that_ended_has_a_bar_that_ends() {
    let mut state = zoomed(vec![sparse()], Pane::Memberships);
    let rows = screen(&mut state, (160, 50));
    let row = rows.iter().find(|row| row.contains("member · 1100 – 1200")).unwrap();
    let bar = row.split("member").next().unwrap();
    assert!(bar.contains('─'), "{row}");
    let blanks = bar.len() - bar.trim_end().len();
    assert!(blanks > 40, "{row}");
}

#[test]
fn the_first_cursor_of_the_sectors_is_on_a_year_with_facts() {
    let state = zoomed(vec![builtin()], Pane::Sectors);
    let year = sector_columns(&state)[state.place.column];
    let sector = state.list(Pane::Sectors).row().unwrap().item();
    assert!(crate::insight::sector_years(state.collection(), sector).contains_key(&Some(year)));
}

#[test]
fn the_cursor_stops_at_the_last_column_and_enter_opens_the_first_fact_shown() {
    let mut state = zoomed(vec![builtin()], Pane::Sectors);
    let last = sector_columns(&state).len() - 1;
    for _ in 0..100 {
        update(&mut state, Action::Move(Motion::Right));
    }
    assert_eq!(state.place.column, last);
    update(&mut state, Action::Move(Motion::Left));
    assert_eq!(state.place.column, last - 1);
    let rows = screen(&mut state, (160, 50));
    update(&mut state, Action::Enter);
    let title = state.collection().title(state.place.reader.item().unwrap()).unwrap().to_owned();
    let below =
        rows.iter().skip_while(|row| !row.contains("facts on record") || row.contains("sectors")).count();
    let caption = rows[rows.len() - below - 1..].join("\n");
    let start: String = title.chars().take(20).collect();
    assert!(caption.contains(start.trim_end()), "{title}\n{caption}");
}

#[test]
fn a_terminal_with_ascii_symbols_gets_no_others() {
    for pane in Pane::STACK {
        let mut state = zoomed(vec![builtin()], pane);
        for size in [(160, 50), (80, 24)] {
            let rows = screen_in(&mut state, size, Symbols::Ascii).join("\n");
            let own = "─━│┃┄·●○◐▸←↓╭┬┼░▒▓█▁▂▃▄▅▆▇…◆→◇□■▲¤✶◎≠×";
            let left: String = rows.chars().filter(|sign| own.contains(*sign)).collect();
            assert_eq!(left, "", "{pane:?} {size:?}\n{rows}");
        }
    }
}
