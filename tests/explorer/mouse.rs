//! Dragging the divider and the borders of the panes.

use crate::screen::Screen;
use accords::explore::layout::Area;
use accords::explore::{Focus, Gesture, Input, Pane, Target, pane_areas, update};

fn point(screen: &mut Screen, gesture: Gesture, target: Option<Target>) {
    update(&mut screen.state, Input::Point(gesture, target));
}

/// Presses the button at a target, moves it to a cell and lets go.
fn drag(screen: &mut Screen, target: Target, column: usize, row: usize) {
    point(screen, Gesture::Click, Some(target));
    point(screen, Gesture::Drag { column, row }, None);
    point(screen, Gesture::Release, None);
}

fn area(screen: &Screen, pane: Pane) -> Area {
    pane_areas(&screen.state).into_iter().find(|(own, _)| *own == pane).unwrap().1
}

#[test]
fn the_divider_goes_where_it_is_dragged_and_keeps_its_share() {
    for size in [(160, 50), (80, 24)] {
        for keys in ["", "0"] {
            let mut screen = Screen::new(size).keys(keys);
            for column in [40, 50, 31] {
                drag(&mut screen, Target::Divider, column, 9);
                assert_eq!(screen.state.layout.divider(), column, "{size:?} {keys}");
            }
            drag(&mut screen, Target::Divider, 40, 9);
            screen.resize((size.0 / 2, size.1));
            screen.resize(size);
            assert_eq!(screen.state.layout.divider(), 40, "{size:?} {keys}");
            // The reader and the panes keep some columns.
            drag(&mut screen, Target::Divider, 0, 9);
            assert_eq!(screen.state.layout.left().width, 24);
            drag(&mut screen, Target::Divider, 500, 9);
            assert!(screen.state.layout.reader().width >= 20, "{size:?}");
            screen.text();
        }
    }
}

#[test]
fn a_heading_goes_where_it_is_dragged_and_the_focus_stays() {
    for focused in Pane::STACK {
        let mut screen = Screen::new((120, 40)).keys(&focused.number().to_string());
        for (pane, rows) in [(Pane::Clauses, 2), (Pane::Sectors, -2), (Pane::Memberships, 1)] {
            let row = area(&screen, pane).y.checked_add_signed(rows).unwrap();
            drag(&mut screen, Target::Heading(pane), 5, row);
            assert_eq!(area(&screen, pane).y, row, "{pane:?} while {focused:?} has the focus");
            assert_eq!(screen.state.place.focus, Focus::Pane(focused));
        }
        screen.text();
    }
}

#[test]
fn a_heading_that_is_only_pressed_is_chosen() {
    let mut screen = Screen::new((120, 36));
    point(&mut screen, Gesture::Click, Some(Target::Heading(Pane::Sectors)));
    assert_eq!(screen.state.place.focus, Focus::Pane(Pane::Clauses));
    point(&mut screen, Gesture::Release, None);
    assert_eq!(screen.state.place.focus, Focus::Pane(Pane::Sectors));
}

#[test]
fn a_mouse_that_holds_nothing_changes_nothing() {
    let mut screen = Screen::new((120, 36));
    screen.state.notice = Some("Copied".to_owned());
    let idle = Input::Point(Gesture::Drag { column: 3, row: 3 }, Some(Target::Reader));
    assert!(update(&mut screen.state, idle).is_empty());
    assert!(update(&mut screen.state, Input::Point(Gesture::Release, None)).is_empty());
    assert_eq!(screen.state.notice.as_deref(), Some("Copied"));
}
