//! Saved searches: saved under a name, listed, and used as a word of a query.

use crate::screen::Screen;
use accords::data::personal::{Searches, SearchesChange};
use accords::explore::{Effect, Input, Keys, Memory, Remember, Remembered, update};
use tempfile::TempDir;

const SIZE: (u16, u16) = (120, 36);

fn with(saved: &[(&str, &str)], earlier: &[&str]) -> Screen {
    let mut screen = Screen::new(SIZE);
    let searches = Searches {
        earlier: earlier.iter().map(|query| (*query).to_owned()).collect(),
        saved: saved.iter().map(|(name, query)| ((*name).to_owned(), (*query).to_owned())).collect(),
    };
    update(&mut screen.state, Input::Remembered(Remembered::Searches(searches)));
    screen
}

fn found(screen: &Screen) -> Option<usize> {
    screen.state.matches().map(|matches| matches.all_words())
}

fn notice(screen: &Screen) -> &str {
    screen.state.notice.as_deref().unwrap_or_default()
}

#[test]
fn a_search_is_saved_while_it_is_typed_and_after() {
    let plain = Screen::new(SIZE).keys("/sector:energy oil");
    for keys in ["/sector:energy oil<ctrl-s>Oil", "/sector:energy oil<enter>h<ctrl-s>@oil"] {
        let mut screen = Screen::new(SIZE).keys(keys);
        assert!(screen.text().contains("@oil  new"), "{}", screen.text());
        let effects = update(&mut screen.state, Input::Key("<enter>".named()));
        let change = SearchesChange::Save { name: "oil".to_owned(), query: "sector:energy oil".to_owned() };
        assert!(effects.contains(&Effect::Remember(Remember::Searches(Some(change)))), "{effects:?}");
        assert_eq!(notice(&screen), "Saved; @oil in a search is this query");
        screen.press("<esc><esc>/@oil");
        assert_eq!(found(&screen), found(&plain));
    }
}

trait Named {
    fn named(&self) -> accords::explore::Chord;
}

impl Named for str {
    fn named(&self) -> accords::explore::Chord {
        Keys::named(self.trim_matches(['<', '>'])).unwrap().first
    }
}

#[test]
fn nothing_is_saved_without_a_query_or_replaced_without_a_name() {
    assert_eq!(notice(&Screen::new(SIZE).keys("<ctrl-s>")), "Type a search to save it under a name");
    let screen = with(&[("sea", "fisheries")], &[]).keys("/oil<ctrl-s><enter>");
    assert_eq!(notice(&screen), "Type a name for the search");
    let screen = with(&[("sea", "fisheries")], &[]).keys("/oil<ctrl-s>two words<enter>");
    assert!(notice(&screen).starts_with("The name of a search is one word"), "{}", notice(&screen));
    // One that there is, chosen with the arrow, is replaced, and says so.
    let mut screen = with(&[("sea", "fisheries")], &[]).keys("/oil<ctrl-s>s<down>");
    assert!(screen.text().contains("replaces: fisheries"), "{}", screen.text());
    screen.press("<enter>");
    assert_eq!(screen.state.searches.saved["sea"], "oil");
}

#[test]
fn a_name_that_is_not_there_says_which_is_near_and_the_rest_is_searched() {
    let screen = with(&[("energy", "sector:energy")], &[]).keys("/oil @enrgy");
    assert!(
        screen.text().contains("no search is saved as @enrgy; did you mean @energy?"),
        "{}",
        screen.text()
    );
    assert_eq!(found(&screen), found(&Screen::new(SIZE).keys("/oil ")));
    let screen = Screen::new(SIZE).keys("/@x");
    assert!(screen.text().contains("none is saved yet"), "{}", screen.text());
}

#[test]
fn tab_completes_a_name() {
    let screen = with(&[("energy", "sector:energy")], &[]).keys("/oil @en<tab>");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "oil @energy");
}

#[test]
fn the_saved_and_the_earlier_searches_are_listed_and_searched_again() {
    let saved = [("energy", "sector:energy"), ("sea", "fisheries")];
    let mut screen = with(&saved, &["borders", "oil"]).keys("@");
    let text = screen.text();
    let places = ["@energy  sector:energy", "@sea     fisheries", "           oil ", "           borders "]
        .map(|words| text.find(words).unwrap_or_else(|| panic!("{words} {text}")));
    assert!(places.is_sorted(), "{text}");
    screen.press("sect<enter>");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "@energy");
    assert_eq!(found(&screen), found(&Screen::new(SIZE).keys("/sector:energy")));
    // In a search under way, the line is replaced.
    let screen = with(&saved, &["borders"]).keys("/xyz<esc>@bord<enter>");
    assert_eq!(screen.state.search.as_ref().unwrap().line.text(), "borders");
    assert!(Screen::new(SIZE).keys("@").text().contains("There are none yet"));
}

#[test]
fn a_saved_search_within_another_is_saved_in_full() {
    let screen = with(&[("energy", "sector:energy")], &[]).keys("/@energy oil<ctrl-s>both<enter>");
    assert_eq!(screen.state.searches.saved["both"], "sector:energy oil");
}

#[test]
fn two_copies_lose_no_search() {
    let folder = TempDir::new().unwrap();
    let memory = Memory::at(folder.path());
    let asked = [
        SearchesChange::Save { name: "a".to_owned(), query: "one".to_owned() },
        SearchesChange::Add("two".to_owned()),
        SearchesChange::Save { name: "b".to_owned(), query: "three".to_owned() },
    ];
    std::thread::scope(|scope| {
        for change in asked {
            scope.spawn(|| memory.carry_out(Remember::Searches(Some(change))));
        }
    });
    let Remembered::Searches(searches) = memory.carry_out(Remember::Searches(None)) else { panic!() };
    assert_eq!((searches.earlier, searches.saved.len()), (vec!["two".to_owned()], 2));
}
