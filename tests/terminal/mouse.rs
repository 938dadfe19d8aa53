//! The mouse in a real terminal.

use crate::pty::{Pty, TAKEN, WELCOMED, new_folder, started};
use std::fs;
use std::path::Path;

/// The cell of the first letter of a text on the screen, as a report counts it, from 1.
fn cell(pty: &Pty, text: &str) -> (usize, usize) {
    found(pty, text).unwrap_or_else(|| panic!("no {text:?} in\n{}", pty.screen()))
}

/// The same; `None` if the text is not there, as within a frame.
fn found(pty: &Pty, text: &str) -> Option<(usize, usize)> {
    pty.screen().lines().enumerate().find_map(|(row, line)| {
        let before = line.get(..line.find(text)?)?;
        Some((before.chars().count() + 1, row + 1))
    })
}

/// A larger terminal, whose program keeps what it keeps in a folder.
fn wide(state: &Path, options: &str) -> Pty {
    let script = format!("cd \"$PTY_NOTES\"; \"$PTY_BINARY\" {options}; echo $? >code");
    let pty = Pty::new(&["sh", "-c", &script], (120, 36), &[("XDG_STATE_HOME", state.to_str())]);
    pty.wait_for_dossier();
    pty
}

/// A folder for what is kept, of a person who has put the hint for the first time away.
fn kept() -> std::path::PathBuf {
    let state = new_folder();
    fs::create_dir_all(state.join("accords")).unwrap();
    fs::write(state.join("accords/visits.json"), WELCOMED).unwrap();
    state
}

fn quit(mut pty: Pty) {
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

/// Presses the button at a cell, moves it to another one and lets go.
fn drag(pty: &mut Pty, from: (usize, usize), to: (usize, usize)) {
    let at = |(column, row)| format!("{column};{row}");
    pty.send(format!("\x1b[<0;{}M\x1b[<32;{}M\x1b[<0;{}m", at(from), at(to), at(to)));
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

#[test]
fn borders_of_panes_are_dragged_and_stay_after_a_restart() {
    let state = kept();
    let mut pty = wide(&state, "");
    for (title, rows) in [(" 2 Clauses", 3isize), (" 3 Sectors", -4), (" 4 Memberships", 2)] {
        let (column, row) = cell(&pty, title);
        let to = row.checked_add_signed(rows).unwrap();
        drag(&mut pty, (column + 2, row), (column + 2, to));
        pty.wait_until("the border moved", || found(&pty, title).is_some_and(|(_, row)| row == to));
    }
    let (column, row) = cell(&pty, "│");
    drag(&mut pty, (column, row), (column + 9, row));
    let places = |pty: &Pty| {
        pty.wait_for_frame(" 4 Memberships");
        ["│", " 2 Clauses", " 3 Sectors", " 4 Memberships"].map(|text| found(pty, text))
    };
    pty.wait_until("the divider moved", || places(&pty)[0].is_some_and(|(at, _)| at == column + 9));
    let left = places(&pty);
    quit(pty);
    let pty = wide(&state, "");
    pty.wait_until("the sizes of the last visit", || places(&pty) == left);
    quit(pty);
    // A new beginning has the sizes of the beginning.
    let pty = wide(&state, "--fresh");
    assert_ne!(places(&pty), left);
    quit(pty);
}

#[test]
fn links_of_the_reader_are_followed() {
    let mut pty = wide(&kept(), "");
    click(&mut pty, "Agreement       Declaration");
    pty.wait_for_frame("aze-kgz/declaration-2022.borders");
    let (column, row) = cell(&pty, "Agreement       Declaration");
    report(&mut pty, 0, (column + 18, row));
    pty.wait_for_frame("aze-kgz/declaration-2022 ");
    pty.send("[");
    pty.wait_for_frame("aze-kgz/declaration-2022.borders");
    quit(pty);
}

#[test]
fn cells_of_charts_are_chosen() {
    let mut pty = wide(&kept(), "");
    pty.send("2z");
    pty.wait_for_frame("● names it");
    // The second sector of a clause that names several.
    let (_, row) = cell(&pty, "Large strategic projects");
    let line = pty.screen().lines().nth(row - 1).unwrap().to_owned();
    let places: Vec<usize> = line.chars().enumerate().filter(|(_, c)| *c == '●').map(|(at, _)| at).collect();
    report(&mut pty, 0, (places[1] + 1, row));
    pty.wait_for_frame("names Industry, one of 7 sectors");
    quit(pty);
}

#[test]
fn rows_of_overlays_are_chosen_and_a_double_click_runs_them() {
    let state = kept();
    let mut pty = wide(&state, "");
    // The palette.
    pty.send(":sort");
    pty.wait_for_frame("undo a mark");
    let at = cell(&pty, "change sort order");
    report(&mut pty, 0, at);
    report(&mut pty, 0, at);
    pty.wait_for_frame("Clauses: newest first");
    pty.wait_until("closed palette", || !pty.screen().contains("Do or go"));
    // Help.
    pty.send("?");
    pty.wait_for_frame("type to find");
    let at = cell(&pty, "mark, or unmark");
    report(&mut pty, 0, at);
    report(&mut pty, 0, at);
    pty.wait_for_frame("1 marked");
    // The list of marks, in which the wheel moves.
    pty.send("j L");
    pty.wait_for_frame("2 marks");
    let at = cell(&pty, "✓");
    report(&mut pty, 0, at);
    pty.wait_for_frame("mark 1 of 2");
    report(&mut pty, 65, at);
    pty.wait_for_frame("mark 2 of 2");
    pty.send("\x1b");
    pty.wait_for_frame("2 marked");
    // Copying.
    pty.send("y");
    pty.wait_for_frame("BibTeX entry");
    click(&mut pty, "address");
    pty.wait_until("closed menu", || !pty.screen().contains("BibTeX entry"));
    quit(pty);
}
