//! The hint for the first time: there until Esc or the tenth key, and never again.

use crate::screen::Screen;
use accords::explore::{Chord, Effect, Input, Key, Memory, Remember, Remembered, update};
use tempfile::TempDir;

const HINT: &str = "First time here?";

fn first(size: (u16, u16)) -> Screen {
    let mut screen = Screen::new(size);
    update(&mut screen.state, Input::Remembered(Remembered::FirstTime(true)));
    screen
}

#[test]
fn the_hint_is_above_the_keys_and_hides_no_row() {
    for (size, words) in [((160, 50), HINT), ((120, 36), HINT), ((80, 24), HINT), ((40, 12), "New here?")] {
        let screen = first(size);
        let text = screen.text();
        let lines: Vec<&str> = text.lines().collect();
        let row = lines[lines.len() - 2];
        assert!(
            row.contains(words) && row.contains("? the keys") && row.contains("esc hides this"),
            "{text}"
        );
        assert!(lines[lines.len() - 1].contains("/ search"), "{text}");
        assert!(screen.state.layout.body().bottom() <= lines.len() - 2);
    }
    // There is no room for it on the smallest screens.
    assert!(!first((20, 5)).text().contains("here?"));
    assert!(
        first((120, 36))
            .text()
            .contains("↓ moves   enter opens   z a pane as a picture   / searches everything")
    );
}

#[test]
fn esc_or_the_tenth_key_puts_it_away_for_good() {
    for keys in ["<esc>", "jjjjjjjjjj", "jj<esc>"] {
        let mut screen = first((120, 36));
        let before = Screen::new((120, 36)).keys(keys);
        let (last, others) = keys.split_at(keys.rfind(['<', 'j']).unwrap());
        screen.press(last);
        assert!(screen.text().contains(HINT), "{keys}");
        let chord = Chord::named(others.trim_matches(['<', '>'])).unwrap();
        let effects = update(&mut screen.state, Input::Key(chord));
        assert!(effects.contains(&Effect::Remember(Remember::Welcomed)), "{keys}");
        assert_eq!(screen.text(), before.text(), "{keys}");
    }
}

#[test]
fn it_is_shown_only_before_anything_is_kept() {
    let folder = TempDir::new().unwrap();
    let first = |memory: &Memory| match memory.carry_out(Remember::FirstTime) {
        Remembered::FirstTime(is_first) => is_first,
        _ => panic!(),
    };
    let memory = Memory::at(&folder.path().join("a"));
    assert!(first(&memory) && first(&memory), "asking changes nothing");
    memory.carry_out(Remember::Welcomed);
    assert!(!first(&memory));
    let memory = Memory::at(&folder.path().join("b"));
    memory.carry_out(Remember::Leave(Box::default()));
    assert!(!first(&memory), "who was here before knows the way");
    // The keys of the hint do what they say.
    let mut screen = Screen::new((120, 36));
    update(&mut screen.state, Input::Remembered(Remembered::FirstTime(false)));
    assert!(!screen.text().contains(HINT));
    update(&mut screen.state, Input::Key(Chord::of(Key::Esc)));
    assert!(screen.state.welcome.is_none());
}
