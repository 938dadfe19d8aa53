//! The memberships of two states and the coverage table, as used from the keyboard.

use crate::screen::Screen;
use accords::model::Collection;

#[test]
fn two_states_are_chosen_and_given_back() {
    let mut screen = Screen::new((160, 50)).keys("4");
    let own = screen.text();
    screen.press("Pkyrg");
    assert!(screen.text().contains("First state: kyrg") && screen.text().contains("KGZ  Kyrgyzstan"));
    screen.press("<enter>azerbiajan<enter>");
    let text = screen.text();
    assert!(text.contains("4 Memberships KGZ – AZE, ") && text.contains(" · esc"), "{text}");
    assert!(text.contains(" shared"), "{text}");
    assert!(text.contains("CIA World Factbook"), "{text}");
    let organisation = screen.state.place.reader.item().unwrap();
    assert_eq!(organisation.dossier, Collection::BESIDE);
    assert!(screen.state.collection().title(organisation).is_some());
    // The chart shows the same pair.
    screen.press("z");
    assert!(screen.text().contains("Memberships KGZ – AZE"), "{}", screen.text());
    screen.press("<esc><esc>");
    assert_eq!(screen.text(), own);
    assert!(screen.state.collection().beside().is_none());
    // Back returns to the pair.
    screen.press("[");
    assert!(screen.text().contains("Memberships KGZ – AZE"), "{}", screen.text());
}

#[test]
fn the_memberships_of_a_pair_come_from_the_table_that_is_named() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("rivers.csv");
    std::fs::write(
        &file,
        "state,org,note\nDEU,Rhine Commission,\nPOL,Rhine Commission,\nDEU,Danube Commission,\n",
    )
    .unwrap();
    let mut screen = Screen::new((160, 50));
    let read = file.clone();
    screen.state.memberships =
        Some(std::sync::Arc::new(move |codes| accords::data::memberships::read(&read, codes, None, 1 << 20)));
    screen.press("PDEU<enter>POL<enter>");
    let text = screen.text();
    assert!(text.contains("Memberships DEU – POL") && text.contains("Rhine Commission"), "{text}");
    assert!(text.contains("1 of 2 shared"), "{text}");
    std::fs::remove_file(&file).unwrap();
    screen.press("<esc>PDEU<enter>POL<enter>");
    assert!(screen.text().contains("Cannot read the membership table"), "{}", screen.text());
}

#[test]
fn the_same_state_twice_is_no_pair() {
    let mut screen = Screen::new((100, 30)).keys("PDEU<enter>DEU<enter>");
    assert!(screen.text().contains("Choose a different second state"), "{}", screen.text());
    screen.press("<esc>");
    assert!(screen.state.collection().beside().is_none());
}

#[test]
fn a_pair_does_not_disturb_search_narrowing_and_the_other_panes() {
    let mut screen = Screen::new((160, 50)).keys("PDEU<enter>POL<enter>");
    let pair = screen.text();
    screen.press("/caspian<esc>");
    assert_eq!(screen.text(), pair);
    // Enter opens an organisation of the pair instead of narrowing: nothing in the dossier belongs to it.
    screen.press("<enter>");
    assert!(screen.state.place.narrowed.is_none());
    screen.press("<esc>3<enter>");
    assert!(screen.state.place.narrowed.is_some());
    assert!(screen.text().contains("Memberships DEU – POL"), "{}", screen.text());
    for size in [(20, 5), (40, 12), (60, 14), (80, 24)] {
        screen.resize(size);
        screen.press("4zjkGz");
    }
}

#[test]
fn coverage_shows_gaps_and_opens_two_passages() {
    let mut screen = Screen::new((160, 50)).keys("C");
    let (text, whole) = (screen.text(), crate::built_in());
    let agreements = format!("{} agreements × ", whole.agreements.len());
    assert!(text.contains(&agreements) && text.contains("none speaks of Space and satellites"), "{text}");
    let named = |name: &str| text.lines().any(|line| line.contains(name) && line.contains(['╮', '╭']));
    assert!(named("Energy") && named("Organic production") && !named("Space and satellites"), "{text}");
    assert!(text.contains("1 passage: ") || text.contains("passages: "), "{text}");
    screen.press("<enter>");
    let text = screen.text();
    assert!(text.contains("two agreements side by side"), "{text}");
    assert!(text.contains("aze-kgz/"), "{text}");
    screen.press("<right>");
    assert_ne!(screen.text(), text, "the other agreement changes");
    screen.press("G<esc>");
    assert!(screen.text().contains(&agreements), "{}", screen.text());
    screen.press("<enter><enter>");
    assert!(screen.state.overlays.is_empty());
}

#[test]
fn coverage_survives_every_size_and_motion() {
    for size in [(20, 5), (40, 12), (60, 14), (80, 24), (300, 80)] {
        let mut screen = Screen::new(size);
        screen.press("CGgjkl<pagedown><pageup><left><right><enter>jjGg<right><left><esc><esc>");
        assert!(screen.state.overlays.is_empty(), "{size:?}");
    }
}
