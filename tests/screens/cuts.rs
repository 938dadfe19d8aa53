//! What is cut says so, and text is never wider than one can read.

use crate::FULL;
use crate::screen::Screen;
use accords::data::parse;
use accords::explore::layout::MEASURE;
use accords::explore::{Pane, Target};
use std::path::Path;

/// Keys to every view: panes, reader, charts and pictures.
const VIEWS: [&str; 24] = [
    "", "1", "2", "3", "4", "0", "l", "1l", "4l", "1z", "2z", "3z", "4z", "1z+", "C", "F", "M", "M<tab>",
    "4M", "X", "D", "?", "L", "w",
];

/// The runs of words of a screen, between which are two blanks or more, or a line.
fn phrases(screen: &Screen) -> Vec<String> {
    let text = screen.text();
    let parts = text.lines().flat_map(|line| line.split("  ")).flat_map(|part| part.split(['│', '━', '─']));
    parts.map(|part| part.trim().to_owned()).filter(|part| part.chars().count() > 5).collect()
}

#[test]
fn text_in_the_reader_is_never_wider_than_one_can_read() {
    let full = parse(Path::new("full.json"), FULL).dossiers.remove(0);
    for size in [(200, 60), (320, 80)] {
        for keys in ["l", "lz", "z"] {
            let screens = [Screen::new(size), Screen::of_all(vec![full.clone()], size)];
            for mut screen in screens {
                for pane in ["1", "2", "3", "4"] {
                    screen.press(pane);
                    for _ in 0..12 {
                        screen.press("j");
                        screen.press(keys);
                        let lines = screen.state.laid_out.lines.lines();
                        let ends = lines.iter().flat_map(|line| &line.pieces);
                        let ends = ends.map(|piece| piece.x + accords::text::width(&piece.text));
                        let end = ends.max().unwrap_or(0);
                        assert!(end <= MEASURE, "{pane} {keys} {end}\n{}", screen.text());
                        screen.press("<esc><esc>");
                    }
                }
            }
        }
    }
}

#[test]
fn no_word_is_cut_without_a_mark_on_the_smallest_screens() {
    for keys in VIEWS {
        let wide: Vec<String> = phrases(&Screen::new((200, 300)).keys(keys));
        for size in [(40, 12), (40, 24), (60, 15)] {
            let small = Screen::new(size).keys(keys);
            for phrase in phrases(&small).iter().filter(|phrase| !phrase.ends_with('…')) {
                let goes_on = |whole: &&String| {
                    let rest = whole.strip_prefix(phrase.as_str()).and_then(|rest| rest.chars().next());
                    rest.is_some_and(char::is_alphanumeric) && phrase.ends_with(char::is_alphanumeric)
                };
                let cut = wide.iter().find(goes_on).filter(|_| !wide.contains(phrase));
                assert_eq!(cut, None, "{phrase:?} after {keys:?} at {size:?}\n{}", small.text());
            }
        }
    }
}

#[test]
fn the_shades_of_a_chart_are_all_in_its_legend_on_the_smallest_screens() {
    for keys in ["3z", "C", "X"] {
        for size in [(40, 12), (40, 24), (60, 20)] {
            let screen = Screen::new(size).keys(keys);
            let text = screen.text();
            let legends: Vec<&str> = text
                .lines()
                .filter(|line| line.trim_start().starts_with("░1") && line.contains(" ▒2"))
                .collect();
            for line in &legends {
                assert!(line.contains('▓') && line.contains('█'), "{line} {size:?}");
            }
            assert!(size.1 < 20 || !legends.is_empty(), "{keys} {size:?}\n{text}");
        }
    }
}

#[test]
fn a_map_moves_with_keys_and_mouse_and_comes_back_to_what_is_chosen() {
    use accords::explore::{Gesture, Input};
    let places = |screen: &Screen| -> Vec<(usize, usize)> {
        let (_, hits) = screen.drawn();
        let all = hits.iter().filter(|(area, _)| area.x < 70);
        all.filter_map(|(area, target)| match target {
            Target::Choice(0) => Some((area.x, area.y)),
            _ => None,
        })
        .collect()
    };
    let start = Screen::new((120, 36)).keys("M");
    let [(x, y)] = places(&start)[..] else { panic!("{}", start.text()) };
    // A quarter of the map to the right, so that what is on it goes to the left.
    let moved = Screen::new((120, 36)).keys("M<ctrl-right>");
    assert!(places(&moved).first().is_none_or(|(at, _)| *at < x));
    let back = Screen::new((120, 36)).keys("M<ctrl-right><ctrl-left>");
    assert!(places(&back)[0].0.abs_diff(x) <= 1);
    // Where the map ends, it stays, and is enlarged around what is chosen.
    let far = Screen::new((120, 36))
        .keys("M<ctrl-up><ctrl-up><ctrl-up><ctrl-up><ctrl-up><ctrl-up><ctrl-up><ctrl-up><ctrl-up>");
    assert!(far.text().contains("The map ends there"), "{}", far.text());
    // What is dragged goes with the mouse.
    let mut dragged = Screen::new((120, 36)).keys("M+");
    let [(x, y2)] = places(&dragged)[..] else { panic!("{}", dragged.text()) };
    let _ = y;
    for gesture in [
        Gesture::Click,
        Gesture::Drag { column: 20, row: 20 },
        Gesture::Drag { column: 25, row: 22 },
        Gesture::Release,
    ] {
        dragged.give(Input::Point(gesture, Some(Target::Map)));
    }
    let [(to_x, to_y)] = places(&dragged)[..] else { panic!("{}", dragged.text()) };
    assert!((x + 5).abs_diff(to_x) <= 1 && (y2 + 2).abs_diff(to_y) <= 1, "{x},{y2} {to_x},{to_y}");
    // The wheel over it changes the scale; over the list it chooses.
    let before = dragged.text();
    dragged.give(Input::Point(Gesture::WheelUp, Some(Target::Map)));
    assert_ne!(dragged.text(), before);
    assert_eq!(
        Screen::new((40, 12))
            .keys("M<ctrl-right>")
            .text()
            .lines()
            .last()
            .map(|line| line.contains("No room")),
        Some(true)
    );
    assert_eq!(start.state.place.pane, Pane::Clauses);
}
