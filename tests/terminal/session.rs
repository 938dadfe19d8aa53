//! Whole sessions in a pseudo-terminal. After every step the terminal shows exactly what is drawn for the same keys
//! without a terminal.

use crate::pty::{Pty, started};
use crate::screen::Screen;

/// The bytes that a terminal sends for keys in the notation of [`Screen::press`].
fn bytes(keys: &str) -> String {
    keys.replace("<enter>", "\r")
        .replace("<tab>", "\t")
        .replace("<shift-tab>", "\x1b[Z")
        .replace("<down>", "\x1b[B")
        .replace("<up>", "\x1b[A")
        .replace("<ctrl-d>", "\x04")
        .replace("<esc>", "\x1b")
}

/// Presses keys in both and waits until the terminal shows what the screen draws.
fn step(pty: &mut Pty, screen: &mut Screen, keys: &str) {
    pty.send(bytes(keys));
    screen.press(keys);
    same(pty, screen, keys);
}

fn same(pty: &Pty, screen: &mut Screen, what: &str) {
    let expected = screen.text();
    let shown = || pty.screen().lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    pty.wait_until(&format!("the screen after {what:?}:\n{expected}"), || shown() == expected.trim_end());
}

#[test]
fn a_session_through_all_panes() {
    let mut pty = started(&[]);
    let mut screen = Screen::new((80, 24));
    same(&pty, &mut screen, "the start");
    for keys in ["j", "j", "1", "G", "3", "j", "4", "<tab>", "<shift-tab>", "2g<ctrl-d>"] {
        step(&mut pty, &mut screen, keys);
    }
    for keys in ["1z", "<esc>", "2z", "<esc>", "3z", "<down>", "<esc>", "4z", "<down>", "<esc>"] {
        step(&mut pty, &mut screen, keys);
    }
    for keys in
        ["/", "souvereignty", "<enter>", "n", "[", "3", "<enter>", "<esc>", "?", "<esc>", ":", "<esc>"]
    {
        step(&mut pty, &mut screen, keys);
    }
    for size in [(160, 50), (40, 12), (100, 30)] {
        pty.resize(size);
        screen.resize(size);
        same(&pty, &mut screen, "a resize");
    }
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn letters_of_all_kinds_stand_where_they_should() {
    let mut pty = started(&[]);
    let mut screen = Screen::new((80, 24));
    for keys in ["/", "əliyev жапаров", "<esc>", "/issyk", "<down>", "<enter>", "l"] {
        step(&mut pty, &mut screen, keys);
    }
    pty.send("q");
    pty.expect_handed_back(0);
}
