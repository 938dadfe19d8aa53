//! Whatever a file holds, whatever is typed, at any size: no panic, and no control character on the screen.

use crate::screen::{Screen, chords};
use accords::data::parse;
use accords::explore::{Input, settle, step_or_update};
use accords::model::Dossier;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use std::path::Path;

/// A dossier with this text in every field that takes one.
fn dossier_of(words: &str) -> Dossier {
    let text = serde_json::to_string(words).unwrap();
    let json = include_str!("../support/full.json").replace("\"@\"", &text);
    let loaded = parse(Path::new("x.json"), &json);
    assert!(!loaded.has_errors(), "{:?}", loaded.problems);
    Dossier::clone(&loaded.dossiers[0])
}

fn assert_clean(buffer: &Buffer) {
    for cell in &buffer.content {
        let commands = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{2028}')
        };
        assert!(!cell.symbol().chars().any(commands), "{:?}", cell.symbol());
    }
}

fn key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "j",
        "k",
        "g",
        "G",
        "h",
        "l",
        "<enter>",
        "<esc>",
        "<tab>",
        "<shift-tab>",
        "<up>",
        "<down>",
        "<left>",
        "<right>",
        "<pagedown>",
        "<pageup>",
        "<ctrl-d>",
        "<ctrl-u>",
        "1",
        "2",
        "3",
        "4",
        "z",
        "/",
        "n",
        "N",
        "e",
        "<ctrl-e>",
        "?",
        ":",
        "y",
        "Y",
        "w",
        "S",
        "T",
        "a",
        "b",
        "c",
        "[",
        "]",
        "+",
        "-",
        "o",
        "energy",
        "q",
        "t",
        "m",
        "<backspace>",
    ])
}

/// Texts that are known to break terminal programs, and any others.
fn words() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "\u{1b}]52;c;cHduZWQ=\u{7}",
        "\u{1b}[2J",
        "\u{9b}31m",
        "a\rb\tc\nd",
        "\u{202e}abc\u{2066}",
        "👩\u{200d}🌾🇰🇬",
        "漢字漢字漢字",
        "a\u{301}\u{301}\u{301}",
        "\u{301}",
        "\u{ad}\u{feff}",
        "שלום عالم",
        "",
        " ",
        "....................................",
    ]);
    (known, any::<String>(), known_again()).prop_map(|(a, b, c)| format!("{a}{b}{c}"))
}

fn known_again() -> impl Strategy<Value = String> {
    "[a-zа-яəöü ,.;:-]{0,80}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_file_hurts_the_screen(words in words(), keys in prop::collection::vec(key(), 0..12), columns in 1u16..120, rows in 1u16..40) {
        let mut screen = Screen::of(dossier_of(&words), (columns, rows));
        assert_clean(&screen.buffer());
        for key in keys {
            screen.press(key);
            assert_clean(&screen.buffer());
        }
    }

    #[test]
    fn no_keys_at_no_size_make_it_panic(steps in prop::collection::vec((key(), 1u16..200, 1u16..60), 0..40)) {
        let mut screen = Screen::new((160, 50));
        for (key, columns, rows) in steps {
            screen.resize((columns, rows));
            screen.press(key);
            assert_clean(&screen.buffer());
        }
    }

    #[test]
    fn a_reader_that_follows_when_a_frame_is_drawn_shows_the_same(steps in prop::collection::vec((key(), any::<bool>()), 0..40)) {
        let (mut each, mut held) = (Screen::new((160, 50)), Screen::new((160, 50)));
        // The theme is not part of the state.
        for (key, is_drawn) in steps.into_iter().filter(|(key, _)| *key != "T") {
            each.press(key);
            for chord in chords(key) {
                step_or_update(&mut held.state, Input::Key(chord));
            }
            if is_drawn {
                settle(&mut held.state);
                prop_assert_eq!(held.text(), each.text());
            }
        }
    }

    #[test]
    fn typing_a_search_and_leaving_it_changes_nothing(query in "[a-zA-Zə0-9 \"*:-]{0,30}") {
        let mut screen = Screen::new((100, 30)).keys("1gjj");
        let before = screen.text();
        screen.press("/");
        screen.press(&query);
        screen.press("<esc>");
        prop_assert_eq!(screen.text(), before);
    }
}

#[test]
fn an_empty_dossier_says_what_is_missing() {
    let mut screen = Screen::of(Dossier::new("x", "Empty"), (160, 50));
    for (key, words) in [
        ("1", "No events in these files."),
        ("2", "No agreements in these files."),
        ("3", "No sectors in these files."),
        ("4", "No organisations in these files."),
    ] {
        screen.press(key);
        let text = screen.text();
        assert!(text.contains(words), "{words}\n{text}");
        // The panes without the focus say it in a word.
        assert!(text.matches("none ").count() == 3, "{text}");
    }
    screen.press("jkl<enter>z<esc>/abc<enter>n");
    for pane in ["1z", "<esc>2z", "<esc>3z", "<esc>4z"] {
        screen.press(pane);
        assert_clean(&screen.buffer());
    }
}

/// The sizes differ from view to view, so that together they cover all of them.
#[test]
fn every_size_can_be_drawn() {
    for (at, keys) in ["", "l", "1z", "2z", "3z", "4z", "/energy", "?", ":", "w", "y"].into_iter().enumerate()
    {
        let mut screen = Screen::new((160, 50)).keys(keys);
        for columns in (1 + at as u16 % 5..130).step_by(5) {
            for rows in (1 + at as u16 % 4..44).step_by(4) {
                screen.resize((columns, rows));
                assert_clean(&screen.buffer());
            }
        }
    }
}
