//! The mouse in a real terminal.

use crate::pty::{Pty, TAKEN, started};

/// The cell of the first letter of a text on the screen, as a report counts it, from 1.
fn cell(pty: &Pty, text: &str) -> (usize, usize) {
    let screen = pty.screen();
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let before = line.get(..line.find(text)?)?;
        Some((before.chars().count() + 1, row + 1))
    });
    found.unwrap_or_else(|| panic!("no {text:?} in\n{screen}"))
}

/// Which clause is read, as the status line says: `clause 19 of 32`.
fn clause(pty: &Pty) -> String {
    let screen = pty.screen();
    let words: Vec<&str> = screen.split_whitespace().collect();
    let found = words.windows(4).find(|words| matches!(words, ["clause", _, "of", _]));
    found.unwrap_or_else(|| panic!("no clause in\n{screen}")).join(" ")
}

fn report(pty: &mut Pty, button: u8, (column, row): (usize, usize)) {
    // The wheel, from 64 on, is not released.
    let release = if button < 64 { format!("\x1b[<{button};{column};{row}m") } else { String::new() };
    pty.send(format!("\x1b[<{button};{column};{row}M{release}"));
}

fn click(pty: &mut Pty, text: &str) {
    let at = cell(pty, text);
    report(pty, 0, at);
}

#[test]
fn a_click_chooses_and_a_double_click_opens() {
    let mut pty = started(&[]);
    click(&mut pty, "Continued political");
    pty.wait_for_frame("aze-kgz/declaration-2022.dialogue");
    pty.send("3g");
    pty.wait_for_frame("aze-kgz/energy");
    let at = cell(&pty, "Industry");
    report(&mut pty, 0, at);
    pty.wait_for_frame("aze-kgz/industry");
    // Filtered by the sector, as Enter does; the second click is at the same cell.
    report(&mut pty, 0, at);
    pty.wait_for_frame("Showing Industry only");
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn headings_links_and_keys_of_the_footer_can_be_clicked() {
    let mut pty = started(&[]);
    click(&mut pty, "Sectors");
    pty.wait_for_frame("aze-kgz/energy");
    click(&mut pty, "? help");
    pty.wait_for_frame("type to find");
    pty.send("\x1b");
    pty.wait_for_frame("? help");
    click(&mut pty, "/ search");
    pty.wait_until("search line", || pty.screen().lines().next().is_some_and(|line| line.starts_with(" /")));
    pty.send("\x03");
    pty.expect_handed_back(0);
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut pty = started(&[]);
    let here = clause(&pty);
    let at = cell(&pty, "AZPROMO memorandum");
    report(&mut pty, 65, at);
    pty.wait_until("another clause", || !pty.screen().contains(&here));
    report(&mut pty, 64, at);
    pty.wait_for_frame(&here);
    let at = cell(&pty, "sovereignty");
    report(&mut pty, 65, at);
    pty.wait_until("scrolled", || !pty.screen().contains("Mutual recognition of statehood and"));
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut pty = started(&[]);
    pty.send("\x1bm");
    pty.wait_for_frame("alt-m takes it back");
    pty.wait_until("no mouse", || !pty.modes().mouse);
    pty.send("\x1bm");
    pty.wait_until("the mouse again", || pty.modes() == TAKEN);
    pty.send("q");
    pty.expect_handed_back(0);

    let program = env!("CARGO_BIN_EXE_accords");
    let pty = Pty::new(&[program, "--no-mouse"], (80, 24), &[]);
    pty.wait_for_dossier();
    assert!(!pty.modes().mouse);
}

#[test]
fn the_divider_can_be_dragged() {
    let mut pty = started(&[]);
    let divider = |pty: &Pty| pty.screen().lines().nth(4).unwrap().chars().position(|c| c == '│').unwrap();
    let from = divider(&pty);
    let to = from - 6;
    let (pressed, moved) = (from + 1, to + 1);
    pty.send(format!("\x1b[<0;{pressed};5M\x1b[<32;{moved};5M\x1b[<0;{moved};5m"));
    pty.wait_until("the divider moved", || divider(&pty) == to);
    pty.send("q");
    pty.expect_handed_back(0);
}
