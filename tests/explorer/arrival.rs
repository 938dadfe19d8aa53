//! Files that arrive in the background do not disturb what is being read.

use crate::screen::Screen;
use accords::data::{Problem, Progress, builtin};
use accords::explore::{Arrival, Holdings, Input, update};
use accords::explore::{Focus, Opening, Pane, State};
use accords::model::{Collection, Dossier};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// A dossier of one treaty whose clauses have these headings.
fn treaty(id: &str, signed: &str, clauses: &[&str]) -> Arc<Dossier> {
    let clauses: Vec<Value> = clauses
        .iter()
        .map(|heading| json!({ "id": heading.to_lowercase(), "heading": heading, "text": format!("{heading} is free."), "wording": "official" }))
        .collect();
    let dossier: Dossier = serde_json::from_value(json!({
        "format": "accords/1", "id": id, "title": format!("Dossier {id}"),
        "parties": [{ "id": "DEU", "kind": "state", "name": "Germany" }],
        "agreements": [{ "id": "treaty", "title": format!("Treaty {id}"), "signed": signed, "parties": ["DEU"], "clauses": clauses }],
    }))
    .unwrap();
    Arc::new(dossier.arrange())
}

fn holdings(dossiers: &[Arc<Dossier>]) -> Box<Holdings> {
    Box::new(Holdings::of(Arc::new(Collection::new(dossiers.to_vec()))))
}

fn read(state: &mut State, dossiers: &[Arc<Dossier>], loading: Option<Progress>) {
    update(
        state,
        Input::Arrival(Arrival::Read { holdings: holdings(dossiers), problems: Vec::new(), loading }),
    );
    let items = state.open.totals.items;
    update(state, Input::Arrival(Arrival::Indexed(items)));
}

fn reload(state: &mut State, dossiers: &[Arc<Dossier>]) {
    update(state, Input::Arrival(Arrival::Reloaded { holdings: holdings(dossiers), problems: Vec::new() }));
    let items = state.open.totals.items;
    update(state, Input::Arrival(Arrival::Indexed(items)));
}

fn half_way() -> Progress {
    let left = Some(Duration::from_millis(1500));
    Progress { files: 1, all_files: 2, bytes: 500, all_bytes: 1000, clauses: 2, left, is_done: false }
}

fn address(screen: &Screen) -> String {
    screen.state.collection().address(screen.state.place.reader.item().unwrap()).unwrap().to_string()
}

#[test]
fn before_anything_is_read_the_screen_says_so() {
    let mut screen = Screen::loading((160, 50));
    let text = screen.text();
    assert!(text.contains("looking for files") && text.contains("Reading the files…"), "{text}");
    assert!(!text.contains("This dossier has no"), "{text}");
    // Every key may be pressed, though there is nothing to act on.
    screen.press("jk0j1234z/abc<tab><esc>lhny<esc>CPS?<esc>[]gG=w<esc>");
    assert!(screen.text().contains("Reading the files…"), "{}", screen.text());
}

#[test]
fn what_is_read_first_opens_and_what_follows_disturbs_nothing() {
    let (b, a) = (treaty("b", "2000-01-01", &["Trade", "Water"]), treaty("a", "1990-01-01", &["Borders"]));
    let mut screen = Screen::loading((160, 50));
    read(&mut screen.state, std::slice::from_ref(&b), Some(half_way()));
    let text = screen.text();
    assert!(text.contains("1 of 2 files · 2 of about 4 clauses · 2 s left"), "{text}");
    assert_eq!(address(&screen), "b/treaty.trade");
    screen.press("j");
    assert_eq!(address(&screen), "b/treaty.water");
    let before = screen.state.list(Pane::Clauses).row();

    read(&mut screen.state, &[b, a], None);
    let text = screen.text();
    assert!(!text.contains("left") && text.contains("Treaty a"), "{text}");
    assert_eq!(address(&screen), "b/treaty.water");
    assert_eq!(screen.state.list(Pane::Clauses).row(), before);
    // The older treaty is above it now.
    screen.press("gj");
    assert_eq!(address(&screen), "a/treaty.borders");
}

#[test]
fn a_search_while_reading_says_how_much_is_searched_and_grows() {
    let (a, b) = (treaty("a", "1990-01-01", &["Water"]), treaty("b", "2000-01-01", &["Water", "Trade"]));
    let mut screen = Screen::loading((160, 50));
    read(&mut screen.state, std::slice::from_ref(&a), Some(half_way()));
    screen.press("/water");
    let text = screen.text();
    assert!(text.contains("1 match · searching 2 of about 4"), "{text}");
    read(&mut screen.state, &[a, b], None);
    screen.press("<backspace>");
    let text = screen.text();
    assert!(text.contains("/ wate") && text.contains("2 of 5 items match"), "{text}");
    screen.press("<esc>");
    assert!(screen.text().contains("Treaty b"), "{}", screen.text());
}

#[test]
fn nothing_is_missing_before_all_is_searched() {
    let (a, b) = (treaty("a", "1990-01-01", &["Water"]), treaty("b", "2000-01-01", &["Trade"]));
    let mut screen = Screen::loading((160, 50));
    read(&mut screen.state, std::slice::from_ref(&a), Some(half_way()));
    screen.press("/\"trade\"");
    let text = screen.text();
    assert!(text.contains("None so far (2 of about 4 searched)."), "{text}");
    assert!(!text.contains("No match") && !text.contains('≠'), "{text}");
    screen.press("<esc>D");
    assert!(screen.text().contains("None so far (1 of 2 files read)."), "{}", screen.text());
    screen.press("<esc>w");
    assert!(screen.text().contains("None so far (1 of 2 files read)."), "{}", screen.text());
    read(&mut screen.state, &[a, b], None);
    screen.press("<esc>/\"zzz\"");
    assert!(screen.text().contains("No matches for \"zzz\"."), "{}", screen.text());
    screen.press("<ctrl-u>secter:x");
    let text = screen.text();
    assert!(text.contains("there is no filter secter") && !text.contains('≠'), "{text}");
}

#[test]
fn an_address_in_the_search_line_opens_its_item_also_while_files_load() {
    let (a, b) = (treaty("a-1", "1990-01-01", &["Water"]), treaty("b-2", "2000-01-01", &["Trade", "Water"]));
    let mut screen = Screen::loading((160, 50));
    read(&mut screen.state, std::slice::from_ref(&a), Some(half_way()));
    update(&mut screen.state, Input::Key(accords::explore::Chord::char('/')));
    update(&mut screen.state, Input::Paste("  a-1/treaty.water\n".to_owned()));
    assert!(screen.text().contains("enter opens the clause at this address: Water"), "{}", screen.text());
    screen.press("<enter>");
    assert_eq!(address(&screen), "a-1/treaty.water");
    // What is not read yet is opened as soon as it is.
    screen.press("/b-2/treaty.trade<enter>");
    assert!(screen.text().contains("b-2/treaty.trade is opened once it is read"), "{}", screen.text());
    assert_eq!(address(&screen), "a-1/treaty.water");
    read(&mut screen.state, &[a, b], None);
    assert!(screen.state.search.is_none());
    assert_eq!(address(&screen), "b-2/treaty.trade");
    // The end of an address, if only one ends so.
    screen.press("/treaty.trade<enter>");
    assert_eq!(address(&screen), "b-2/treaty.trade");
}

#[test]
fn orders_narrowing_and_the_way_back_hold_while_more_is_read() {
    let (a, b) = (treaty("a", "1990-01-01", &["Water"]), treaty("b", "2000-01-01", &["Trade"]));
    let mut screen = Screen::loading((160, 50));
    read(&mut screen.state, std::slice::from_ref(&a), Some(half_way()));
    // Newest first, then narrowed to the treaty.
    screen.press("S0<enter>");
    assert!(screen.text().contains("Showing Treaty a only"), "{}", screen.text());
    read(&mut screen.state, &[a, b], None);
    let text = screen.text();
    assert!(text.contains("Showing Treaty a only") && !text.contains("Treaty b"), "{text}");
    screen.press("<esc>");
    let rows = &screen.state.list(Pane::Clauses).rows;
    let titles = rows.iter().map(|row| screen.state.collection().title(row.item()).unwrap());
    assert_eq!(titles.collect::<Vec<_>>(), ["Treaty b", "Trade", "Treaty a", "Water"]);
    // The library was left before the second treaty arrived; now it lists it.
    screen.press("[");
    assert!(
        screen.text().contains("2 agreements") && screen.text().contains("Treaty b"),
        "{}",
        screen.text()
    );
}

#[test]
fn files_that_change_keep_the_place_by_its_address() {
    let (a, b) = (treaty("a", "1990-01-01", &["Water"]), treaty("b", "2000-01-01", &["Trade", "Peace"]));
    let mut screen = Screen::of_all(vec![a.clone(), b], (160, 50)).keys("Gk").keys("j ");
    assert_eq!(address(&screen), "b/treaty.peace");
    screen.press("l");
    // A new clause before it, a new treaty before its own, and the files in another order.
    let fresh = treaty("b", "2000-01-01", &["Trade", "Borders", "Peace"]);
    let older = treaty("c", "1980-01-01", &["Fish"]);
    reload(&mut screen.state, &[older, fresh, a]);
    let text = screen.text();
    assert_eq!(address(&screen), "b/treaty.peace");
    assert!(text.contains("Files changed on disk and were reloaded"), "{text}");
    assert!(text.contains("Treaty c") && text.contains("Borders"), "{text}");
    let (mark, item) = screen.state.marks.at(0).unwrap();
    assert_eq!(mark.address, "b/treaty.peace");
    assert_eq!(screen.state.collection().address(item.unwrap()).unwrap().as_str(), "b/treaty.peace");
    let selected = screen.state.list(Pane::Clauses).row().unwrap().item();
    assert_eq!(selected, screen.state.place.reader.item().unwrap());
}

#[test]
fn a_search_and_the_place_before_it_hold_when_files_change() {
    let a = treaty("a", "1990-01-01", &["Water", "Peace"]);
    let mut screen = Screen::of_all(vec![a], (160, 50)).keys("G/water");
    let fresh = treaty("a", "1990-01-01", &["Borders", "Water", "Wateringhole", "Peace"]);
    reload(&mut screen.state, &[fresh]);
    let text = screen.text();
    assert!(text.contains("/ water") && text.contains("2 of 5 items match"), "{text}");
    screen.press("<esc>");
    assert_eq!(address(&screen), "a/treaty.peace");
}

#[test]
fn what_is_gone_is_said_and_an_error_takes_nothing_away() {
    let (a, b) = (treaty("a", "1990-01-01", &["Water"]), treaty("b", "2000-01-01", &["Trade"]));
    let mut screen = Screen::of_all(vec![a.clone(), b], (160, 50)).keys("G");
    assert_eq!(address(&screen), "b/treaty.trade");
    let first = Problem::of_file("b.json", "expected `,`");
    update(&mut screen.state, Input::Arrival(Arrival::Broken { problems: vec![first.clone()], first }));
    let text = screen.text();
    assert_eq!(address(&screen), "b/treaty.trade");
    assert!(text.contains("b.json now has errors (w to view)"), "{text}");
    reload(&mut screen.state, &[a]);
    let text = screen.text();
    assert!(text.contains("the open item is no longer in them"), "{text}");
    assert!(text.contains("Treaty a") && !text.contains("Treaty b"), "{text}");
    assert!(screen.state.place.reader.item().is_some());
}

#[test]
fn a_comparison_is_made_anew() {
    let b = builtin().unwrap();
    let mut screen = Screen::of(b.clone(), (160, 50)).keys("2G gg =");
    let before = screen.text();
    assert!(before.contains("difference") || before.contains("Compare"), "{before}");
    reload(&mut screen.state, &[Arc::new(b)]);
    screen.state.notice = None;
    assert_eq!(screen.text(), before);
}

/// The explorer on a folder, before anything is read.
fn on_a_folder() -> Screen {
    let mut screen = Screen::loading((120, 36));
    screen.state = screen.state.opening_with(Opening::Library);
    screen
}

#[test]
fn a_folder_opens_at_the_newest_agreement_of_the_library() {
    let (b, a) = (treaty("b", "2000-01-01", &["Trade"]), treaty("a", "2010-01-01", &["Borders"]));
    let mut screen = on_a_folder();
    assert!(screen.text().contains("0 Library"), "{}", screen.text());
    read(&mut screen.state, std::slice::from_ref(&b), Some(half_way()));
    assert_eq!(address(&screen), "b/treaty");
    read(&mut screen.state, &[b, a], None);
    assert_eq!(address(&screen), "a/treaty");
    assert_eq!(screen.state.place.focus, Focus::Pane(Pane::Library));
    assert!(screen.text().lines().last().unwrap().contains("esc panes"), "{}", screen.text());
}

#[test]
fn a_folder_with_one_agreement_opens_the_panes_unless_a_key_was_pressed() {
    let b = treaty("b", "2000-01-01", &["Trade"]);
    for (keys, focus) in [("", Pane::Clauses), ("j", Pane::Library)] {
        let mut screen = on_a_folder();
        read(&mut screen.state, std::slice::from_ref(&b), Some(half_way()));
        screen.press(keys);
        read(&mut screen.state, std::slice::from_ref(&b), None);
        assert_eq!(screen.state.place.focus, Focus::Pane(focus), "{keys:?}");
    }
}

#[test]
fn a_key_pressed_while_files_are_read_keeps_its_row() {
    let (b, a) = (treaty("b", "2000-01-01", &["Trade"]), treaty("a", "2010-01-01", &["Borders"]));
    let mut screen = on_a_folder();
    read(&mut screen.state, std::slice::from_ref(&b), Some(half_way()));
    screen.press("j");
    read(&mut screen.state, &[b, a], None);
    assert_eq!(address(&screen), "b/treaty");
}
