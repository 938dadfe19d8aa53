//! Coming back to files: the place, the filter, the sizes, the sort orders and the query of the last visit; earlier queries.

use crate::outline::treaty;
use crate::screen::Screen;
use accords::data::personal::Visit;
use accords::explore::{Chord, Key};
use accords::explore::{Effect, Focus, Input, Memory, Pane, Remember, Remembered, leave, update};
use tempfile::TempDir;

const SIZE: (u16, u16) = (120, 36);

/// The explorer, started again on files that were left so.
fn back(visit: Option<Visit>) -> Screen {
    let mut screen = Screen::new(SIZE);
    screen.state = screen.state.returning();
    update(&mut screen.state, Input::Remembered(Remembered::Visit(visit.map(Box::new))));
    screen
}

fn left(screen: &Screen) -> Visit {
    leave(&screen.state, "files").unwrap()
}

#[test]
fn a_visit_is_taken_up_where_it_was_left() {
    for keys in [
        "",
        "1gjjj",
        "3j<enter>2jl",
        "2SS1S",
        "4jjl",
        "0jj",
        "/renewable energy<enter>jj",
        "2jjljjj",
        "z",
        "1jz",
        "2jlz",
        "1d",
        "3d",
        "4zjj",
    ] {
        let before = Screen::new(SIZE).keys(keys);
        let after = back(Some(left(&before)));
        assert_eq!(
            Visit { left: Default::default(), ..left(&after) },
            Visit { left: Default::default(), ..left(&before) },
            "{keys}"
        );
        assert_eq!(after.state.place.focus, before.state.place.focus, "{keys}");
        let row = |screen: &Screen| screen.state.list(screen.state.place.pane).row();
        assert_eq!(row(&after), row(&before), "{keys}");
        assert_eq!(
            after.state.matches().map(|m| m.all_words()),
            before.state.matches().map(|m| m.all_words()),
            "{keys}"
        );
    }
}

#[test]
fn the_chapters_that_were_open_are_open_again() {
    let before = treaty().keys("jjj+j");
    let mut after = treaty();
    after.state = after.state.returning();
    update(&mut after.state, Input::Remembered(Remembered::Visit(Some(left(&before).into()))));
    update(&mut after.state, Input::Notice(String::new()));
    let rows = |screen: &Screen| screen.state.list(Pane::Clauses).rows.clone();
    assert!(before.state.list(Pane::Clauses).rows.len() > treaty().state.list(Pane::Clauses).rows.len());
    assert_eq!(rows(&after), rows(&before));
    assert_eq!(left(&after).unfolded, ["t/chapter-2"]);
}

#[test]
fn a_place_that_is_gone_is_no_trouble() {
    let visit = left(&Screen::new(SIZE).keys("1gjjj"));
    let usual = Screen::new(SIZE);
    for gone in [
        Visit { item: "other/treaty.1".to_owned(), ..visit.clone() },
        Visit { item: String::new(), pane: 99, sorts: vec![99; 9], sizes: vec![None; 1], ..visit.clone() },
    ] {
        let screen = back(Some(gone));
        assert_eq!(screen.text(), usual.text());
    }
    let screen = back(Some(Visit {
        pane: 99,
        filter: Some("gone".to_owned()),
        sorts: vec![99; 9],
        sizes: vec![None; 1],
        ..visit
    }));
    assert_eq!((screen.state.place.pane, screen.state.place.narrowed.is_some()), (Pane::Clauses, false));
    assert_eq!(back(None).text(), usual.text());
}

#[test]
fn who_has_pressed_a_key_is_left_alone() {
    let visit = left(&Screen::new(SIZE).keys("1gjjj"));
    let mut screen = Screen::new(SIZE);
    screen.state = screen.state.returning();
    screen.press("4");
    let item = screen.state.place.reader.item();
    update(&mut screen.state, Input::Remembered(Remembered::Visit(Some(Box::new(visit)))));
    assert_eq!(
        (screen.state.place.focus, screen.state.place.reader.item()),
        (Focus::Pane(Pane::Memberships), item)
    );
}

#[test]
fn up_in_an_empty_line_walks_the_earlier_queries() {
    let mut screen = Screen::new(SIZE).keys("/energy<enter>h/borders<enter>h/");
    let line = |screen: &Screen| screen.state.search.as_ref().unwrap().line.text().to_owned();
    screen.press("<up>");
    assert_eq!(line(&screen), "borders");
    screen.press("<up>");
    assert_eq!(line(&screen), "energy");
    screen.press("<up>");
    assert_eq!(
        (line(&screen).as_str(), screen.state.notice.as_deref()),
        ("energy", Some("No earlier query"))
    );
    screen.press("<down>");
    assert_eq!(line(&screen), "borders");
    // From the last query, on to its matches.
    screen.press("<down>");
    assert_eq!((line(&screen).as_str(), screen.state.search.as_ref().unwrap().chosen), ("borders", 1));
    screen.press("<up>");
    assert_eq!((line(&screen).as_str(), screen.state.search.as_ref().unwrap().chosen), ("borders", 0));
    // What is typed is no earlier query.
    screen.press("<esc>/x<up>");
    assert_eq!(line(&screen), "x");
}

#[test]
fn queries_and_visits_are_kept_in_files() {
    let folder = TempDir::new().unwrap();
    let memory = Memory::at(folder.path());
    let mut screen = Screen::new(SIZE).keys("/energy");
    let effects = update(&mut screen.state, Input::Key(Chord::of(Key::Enter)));
    let asked = effects.into_iter().find_map(|effect| match effect {
        Effect::Remember(asked) => Some(asked),
        _ => None,
    });
    let Some(Remembered::Searches(earlier)) = asked.map(|asked| memory.carry_out(asked)) else { panic!() };
    assert_eq!(earlier.earlier, ["energy"]);
    let visit = left(&screen);
    assert!(matches!(memory.carry_out(Remember::Leave(Box::new(visit.clone()))), Remembered::Visit(None)));
    let Remembered::Visit(Some(read)) = memory.carry_out(Remember::Visit("files".to_owned())) else {
        panic!()
    };
    assert_eq!(*read, visit);
    assert!(matches!(memory.carry_out(Remember::Visit("others".to_owned())), Remembered::Visit(None)));
}
