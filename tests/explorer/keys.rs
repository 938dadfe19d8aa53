//! What each key does to the state.

use crate::screen::Screen;
use accords::data::Meter;
use accords::explore::action::Action;
use accords::explore::{Draft, Effect, Focus, Input, Pane, View, save, update};
use accords::report::Format;

fn start() -> Screen {
    Screen::new((160, 50))
}

/// The address of the item in the reader.
fn read(screen: &Screen) -> String {
    let item = screen.state.place.reader.item().unwrap();
    screen.state.collection().address(item).unwrap().to_string()
}

fn read_after(keys: &str) -> String {
    read(&start().keys(keys))
}

#[test]
fn it_opens_at_the_leading_agreement() {
    let screen = start();
    assert_eq!(screen.state.place.focus, Focus::Pane(Pane::Clauses));
    assert_eq!(read(&screen), "aze-kgz/declaration-2022.borders");
}

#[test]
fn moving_reads_what_is_selected() {
    for (keys, address) in [
        ("j", "aze-kgz/declaration-2022.dialogue"),
        ("<down>", "aze-kgz/declaration-2022.dialogue"),
        ("jj", "aze-kgz/declaration-2022.projects"),
        ("k", "aze-kgz/declaration-2022"),
        ("jjj", "aze-kgz/declaration-2022"),
        ("g", "aze-kgz/alma-ata-1991"),
        ("1g", "aze-kgz/ev-001"),
        ("1gj", "aze-kgz/ev-002"),
        ("1gjk", "aze-kgz/ev-001"),
        ("1gk", "aze-kgz/ev-001"),
        ("3", "aze-kgz/energy"),
        ("3j", "aze-kgz/industry"),
        ("4", "aze-kgz/un"),
        ("<tab>", "aze-kgz/energy"),
        ("<shift-tab>g", "aze-kgz/ev-001"),
        ("<tab><tab><tab><tab>", "aze-kgz/declaration-2022.borders"),
    ] {
        assert_eq!(read_after(keys), address, "{keys}");
    }
}

#[test]
fn pages_move_by_what_is_in_view() {
    let mut screen = start().keys("1g<ctrl-d>");
    let half = screen.state.list(Pane::Timeline).selected;
    screen.press("<ctrl-u>");
    assert_eq!((half > 5, screen.state.list(Pane::Timeline).selected), (true, 0));
    screen.press("<pagedown>");
    assert!(screen.state.list(Pane::Timeline).selected > half);
    screen.press("G");
    assert_eq!(screen.state.list(Pane::Timeline).selected, crate::built_in().events.len() - 1);
}

#[test]
fn letters_follow_links_only_in_the_reader() {
    assert_eq!(read_after("jja"), "aze-kgz/declaration-2022.projects");
    assert_eq!(read_after("jjla"), "aze-kgz/energy");
    assert_eq!(read_after("jjl<tab><tab><enter>"), "aze-kgz/industry");
    assert_eq!(read_after("jjl<shift-tab><enter>"), "aze-kgz/asiatoday-2022");
}

#[test]
fn back_and_forward_are_those_of_a_browser() {
    let mut screen = start().keys("jjlab");
    let far = read(&screen);
    screen.press("[");
    assert_eq!(read(&screen), "aze-kgz/energy");
    screen.press("<ctrl-o>");
    assert_eq!(read(&screen), "aze-kgz/declaration-2022.projects");
    screen.press("]]");
    assert_eq!(read(&screen), far);
    screen.press("]");
    assert_eq!(screen.state.notice.as_deref(), Some("Nothing to go forward to"));
}

#[test]
fn narrowing_keeps_what_belongs_and_escape_widens() {
    let mut screen = start().keys("3<enter>");
    let rows = |screen: &Screen, pane| screen.state.list(pane).rows.len();
    assert!(screen.state.place.narrowed.is_some());
    let whole = crate::built_in();
    assert!(rows(&screen, Pane::Timeline) < whole.events.len() && rows(&screen, Pane::Timeline) > 0);
    assert_eq!(rows(&screen, Pane::Sectors), whole.sectors.len());
    assert!(screen.text().contains("Showing Energy only · esc shows all"));
    screen.press("<esc>");
    assert!(screen.state.place.narrowed.is_none());
    assert_eq!(rows(&screen, Pane::Timeline), whole.events.len());
    assert_eq!(read(&screen), "aze-kgz/energy");
}

#[test]
fn enter_twice_narrows_then_reads() {
    let screen = start().keys("3<enter><enter>");
    assert_eq!(screen.state.place.focus, Focus::Reader);
    let screen = Screen::new((40, 12)).keys("3<enter>");
    assert_eq!(screen.state.place.focus, Focus::Reader);
}

#[test]
fn escape_from_a_search_gives_back_what_was_there() {
    let before = start().keys("1gjj").text();
    let after = start().keys("1gjj/energy<down><down><esc>").text();
    assert_eq!(before, after);
    let narrowed = start().keys("3<enter>").text();
    assert_eq!(narrowed, start().keys("3<enter>/hotel<tab>jj<esc>").text());
}

#[test]
fn enter_opens_the_chosen_match_and_back_leads_to_before() {
    let mut screen = start().keys("1gj/renewable<enter>");
    assert_eq!(screen.state.place.focus, Focus::Reader);
    assert!(screen.state.search.is_none());
    assert!(screen.state.last_matches.is_some());
    assert_eq!(screen.state.list(Pane::Timeline).rows.len(), crate::built_in().events.len());
    screen.press("[");
    assert_eq!(read(&screen), "aze-kgz/ev-002");
}

#[test]
fn matches_are_walked_in_the_text_and_on() {
    let mut screen = start().keys("/hotel<enter>");
    let first = read(&screen);
    let mut seen = vec![first.clone()];
    for _ in 0..60 {
        screen.press("n");
        if seen.last() != Some(&read(&screen)) {
            seen.push(read(&screen));
        }
    }
    assert!(seen.len() > 3, "{seen:?}");
    for _ in 0..200 {
        screen.press("N");
    }
    assert_eq!(read(&screen), first);
}

#[test]
fn the_search_line_takes_every_letter() {
    let screen = start().keys("/jkq?z:");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "jkq?z:");
}

#[test]
fn tab_leads_from_the_search_line_to_the_narrowed_panes() {
    let mut screen = start().keys("/hotel<tab>");
    screen.press("1j");
    let rows = screen.state.list(Pane::Timeline).rows.len();
    assert!(rows > 0 && rows < crate::built_in().events.len());
    screen.press("<enter>");
    assert!(screen.state.search.is_none());
    assert!(read(&screen).starts_with("aze-kgz/ev-"));
}

#[test]
fn zoom_and_back() {
    for pane in ["1", "2", "3", "4"] {
        let mut screen = start().keys(pane).keys("z");
        assert_eq!(screen.state.place.view, View::Zoom);
        let before = read(&screen);
        screen.press("<right><left><down><up>");
        screen.press("<esc>");
        assert_eq!(screen.state.place.view, View::Panes);
        assert!(!before.is_empty());
    }
}

#[test]
fn every_event_is_reachable_in_the_chart() {
    let mut screen = start().keys("1gz");
    let mut seen = std::collections::HashSet::new();
    let events = crate::built_in().events.len();
    for _ in 0..events {
        seen.insert(read(&screen));
        screen.press("<right>");
    }
    assert_eq!(seen.len(), events);
}

#[test]
fn every_organisation_is_reachable_in_the_chart() {
    let mut screen = start().keys("4z");
    screen.press("g");
    let mut seen = std::collections::HashSet::new();
    let organisations = crate::built_in().organisations.len();
    for _ in 0..organisations {
        seen.insert(read(&screen));
        screen.press("<down>");
    }
    assert_eq!(seen.len(), organisations);
}

#[test]
fn overlays_stack_and_escape_takes_one_at_a_time() {
    let mut screen = start().keys("?");
    assert_eq!(screen.state.overlays.len(), 1);
    screen.press("sort<esc>");
    assert!(screen.state.overlays.is_empty());
    screen.press("y");
    assert_eq!(screen.state.overlays.len(), 1);
    screen.press("a");
    assert!(screen.state.overlays.is_empty());
    screen.press("w<esc>");
    assert!(screen.state.overlays.is_empty());
}

#[test]
fn the_palette_runs_the_chosen_line() {
    let screen = start().keys(":sort order<enter>");
    assert_eq!(screen.state.notice.as_deref(), Some("Clauses: newest first"));
    let screen = start().keys("?search as you type<enter>");
    assert!(screen.state.search.is_some());
}

#[test]
fn the_palette_goes_to_items_by_title_and_by_address() {
    for (typed, address) in [
        ("renewable energy", "aze-kgz/renewable-energy"),
        ("issyk-kul hotel", "aze-kgz/hotel-2023"),
        ("aze-kgz/declaration-2022.projects", "aze-kgz/declaration-2022.projects"),
        ("declaration-2022.proj", "aze-kgz/declaration-2022.projects"),
    ] {
        let screen = start().keys(&format!(":{typed}<enter>"));
        assert!(screen.state.overlays.is_empty());
        assert_eq!(read(&screen), address, "{typed}");
    }
}

#[test]
fn the_last_row_of_the_palette_searches_all_texts() {
    let screen = start().keys(":zzqqxx<enter>");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "zzqqxx");
    let screen = start().keys(":energy<up>");
    assert!(screen.text().contains("items match: search for energy"), "{}", screen.text());
}

#[test]
fn the_palette_begins_with_what_was_open() {
    let mut screen = start();
    let first = read(&screen);
    screen.press(":renewable energy<enter>");
    let text = screen.keys(":");
    assert!(text.text().contains("Recent"), "{}", text.text());
    let screen = text.keys("<enter>");
    assert_eq!(read(&screen), first);
}

#[test]
fn tab_lists_only_items_or_only_actions() {
    let mut screen = start().keys(":energy");
    let has = |screen: &Screen, words: &str| screen.text().lines().any(|line| line.contains(words));
    assert!(has(&screen, "Sector") && has(&screen, "items only"));
    screen.press("<tab>");
    assert!(has(&screen, "Sector") && !has(&screen, "  Do  "), "{}", screen.text());
    screen.press("<tab>");
    assert!(!has(&screen, " Sector "), "{}", screen.text());
}

#[test]
fn the_palette_leaves_the_matches_of_the_last_search() {
    let mut screen = start().keys("/fund<enter>");
    let before: Vec<_> = screen.state.matches().unwrap().ranked().to_vec();
    screen.press(":energy<esc>");
    assert_eq!(screen.state.matches().unwrap().ranked(), before);
    // A search in progress keeps its own, too.
    let mut screen = start().keys("/fund<tab>");
    let before: Vec<_> = screen.state.matches().unwrap().ranked().to_vec();
    screen.press(":energy<esc>");
    assert_eq!(screen.state.matches().unwrap().ranked(), before);
}

#[test]
fn the_help_fits_and_nothing_of_it_is_lost_on_small_screens() {
    let text = Screen::new((120, 36)).keys("?").text();
    assert!(
        text.contains("In the panes") && text.contains("quit; ctrl-c") && !text.contains("page 1"),
        "{text}"
    );
    let mut small = Screen::new((80, 24)).keys("?");
    assert!(small.text().contains("page 1 of"), "{}", small.text());
    small.press("<pagedown><pagedown><pagedown><pagedown>");
    assert!(small.text().contains("quit; ctrl-c"), "{}", small.text());
    small.press("<tab>");
    assert!(small.text().contains("The search language"), "{}", small.text());
}

#[test]
fn sorting_walks_the_orders_and_keeps_the_selection() {
    let mut screen = start().keys("1gjjS");
    assert_eq!(read(&screen), "aze-kgz/ev-089");
    assert_eq!(screen.state.list(Pane::Timeline).selected, crate::built_in().events.len() - 3);
    screen.press("S");
    assert_eq!(screen.state.list(Pane::Timeline).selected, 2);
}

#[test]
fn the_theme_key_walks_the_themes() {
    let mut screen = start().keys("T");
    assert_eq!(screen.state.notice.as_deref(), Some("Theme: light"));
    screen.press("TT");
    assert_eq!(screen.state.notice.as_deref(), Some("Theme: high contrast"));
    screen.press("T");
    assert_eq!(screen.state.notice.as_deref(), Some("Theme: dark"));
}

#[test]
fn the_reader_scrolls_to_its_end_and_no_further() {
    let mut screen = Screen::new((80, 24)).keys("jjl");
    screen.press("G");
    let end = screen.state.place.reader.scroll;
    assert!(end > 0);
    screen.press("jjjjj<pagedown>");
    assert_eq!(screen.state.place.reader.scroll, end);
    screen.press("g");
    assert_eq!(screen.state.place.reader.scroll, 0);
}

#[test]
fn nothing_is_lost_by_a_resize() {
    let mut screen = start().keys("1gjj");
    let before = read(&screen);
    for size in [(40, 12), (20, 5), (10, 2), (300, 90), (160, 50)] {
        screen.resize(size);
        screen.text();
    }
    assert_eq!(read(&screen), before);
}

#[test]
fn tab_completes_a_field_value_and_then_leads_to_the_panes() {
    let mut screen = start().keys("/hotel sector:renew<tab>");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "hotel sector:renewable-energy");
    screen.press("<tab>j");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "hotel sector:renewable-energy");
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_searched() {
    let screen = start().keys("/energy sektor:oil on:2022-13");
    let text = screen.text();
    assert!(text.contains("there is no filter sektor; did you mean sector?"), "{text}");
    assert!(text.contains("2022-13"), "{text}");
    assert!(!screen.state.search.as_ref().unwrap().matches.as_ref().unwrap().ranked().is_empty());
}

/// The draft that Enter saves in the question for form and place.
fn saved(screen: &mut Screen) -> Draft {
    let effects = update(&mut screen.state, Input::Act(Action::Enter));
    let draft =
        effects.into_iter().find_map(|e| if let Effect::Save(draft) = e { Some(draft) } else { None });
    draft.unwrap()
}

#[test]
fn an_export_asks_form_and_place_and_offers_the_last_ones() {
    let folder = tempfile::TempDir::new().unwrap();
    let place = folder.path().display().to_string();
    let mut screen = Screen::new((160, 50)).keys(&format!("1><down><down><down><down>{place}"));
    let whole = folder.path().join("accords-aze-kgz-timeline.json");
    assert!(screen.text().contains(&format!("Writes {}", whole.display())), "{}", screen.text());
    assert!(!whole.exists());
    let draft = saved(&mut screen);
    let rows = screen.state.open.totals.events;
    assert_eq!(
        save(&draft, &Meter::default()).unwrap().to_string(),
        format!("Saved {rows} rows to {}", whole.display())
    );
    let before = std::fs::read(&whole).unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(&before).unwrap().is_array());
    // The next export begins with this form and this place, and overwrites nothing.
    screen.press(">");
    let draft = saved(&mut screen);
    assert!(
        save(&draft, &Meter::default()).unwrap().to_string().ends_with("accords-aze-kgz-timeline-2.json")
    );
    assert_eq!(std::fs::read(&whole).unwrap(), before);
}

#[test]
fn every_form_of_an_export_can_be_written() {
    for keys in ["1", "l", "/energy<tab>"] {
        let mut screen = Screen::new((100, 30)).keys(keys);
        for form in 0..Format::ALL.len() {
            screen.press(">");
            Format::ALL.iter().for_each(|_| screen.press("<up>"));
            (0..form).for_each(|_| screen.press("<down>"));
            let mut out = Vec::new();
            saved(&mut screen).write(&mut out, &Meter::default()).unwrap();
            assert!(out.len() > 40, "{keys} {form}");
        }
    }
}
