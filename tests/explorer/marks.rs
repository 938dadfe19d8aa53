//! Marks, notes and collections: keys in; changes to write, and the screen, out.

use crate::screen::Screen;
use accords::data::personal::{Change, Current, Mark, Marks};
use accords::explore::overlays::{Overlay, Panel};
use accords::explore::{Effect, Input, Memory, Remember, Remembered, Sign, update};
use accords::model::Collection;
use accords::plain::{Prompt, Session, run};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

const BORDERS: &str = "aze-kgz/declaration-2022.borders";

fn start() -> Screen {
    Screen::new((120, 36)).keys("/declaration-2022.borders<enter>")
}

fn notes(screen: &Screen) -> Vec<(&str, &str)> {
    screen.state.marks.iter().map(|(mark, _)| (mark.address.as_str(), mark.note.as_str())).collect()
}

fn chosen(screen: &Screen) -> String {
    let item = screen.state.place.reader.item().unwrap();
    screen.state.collection().address(item).unwrap().to_string()
}

/// What the file holds: these marks.
fn read(screen: &mut Screen, marks: Vec<Mark>) {
    let current = Current { value: Marks { marks }, damaged: None };
    update(&mut screen.state, Input::Remembered(Remembered::Marks(None, Box::new(Ok(current)))));
}

fn mark(address: &str, note: &str) -> Mark {
    Mark {
        address: address.to_owned(),
        title: format!("Title of {address}"),
        note: note.to_owned(),
        ..Mark::default()
    }
}

#[test]
fn a_note_is_written_below_the_page_and_kept() {
    let mut screen = start().keys("A");
    assert!(screen.text().contains("0 of 2,000 letters"));
    screen.press("Ask the<ctrl-j>ministry, q and / are letters");
    let text = screen.text();
    assert!(text.contains("not kept yet") && text.contains("ministry, q and / are letters"), "{text}");
    screen.press("<esc>");
    assert!(notes(&screen).is_empty() && !screen.text().contains("ministry"));
    screen.press("AAsk the<ctrl-j>ministry.<enter>");
    assert_eq!(notes(&screen), [(BORDERS, "Ask the\nministry.")]);
    let text = screen.text();
    assert!(text.contains("Note kept"), "{text}");
    screen.press("h");
    let text = screen.text();
    assert!(text.contains("Note ─") && text.contains("ministry.") && text.contains("✎"), "{text}");
    // An emptied note leaves the mark.
    screen.press("A<ctrl-u><backspace><ctrl-u><enter>");
    assert_eq!(notes(&screen), [(BORDERS, "")]);
    assert_eq!(screen.state.marks.sign(screen.state.place.reader.item().unwrap()), Some(Sign::Marked));
}

#[test]
fn every_change_is_asked_to_be_written_and_what_is_read_back_is_shown() {
    let mut screen = start();
    let act = |screen: &mut Screen, key: char| {
        update(&mut screen.state, Input::Key(accords::explore::Chord::char(key)))
    };
    let effects = act(&mut screen, ' ');
    let [_, Effect::Remember(Remember::Mark(change))] = effects.as_slice() else { panic!("{effects:?}") };
    let Change { before: None, after: Some(mine) } = &**change else { panic!("{change:?}") };
    assert_eq!((mine.address.as_str(), mine.kind.as_str()), (BORDERS, "clause"));
    // Another copy has marked something by then.
    let marks = Marks { marks: vec![mark("aze-kgz/memorandum-2022", "theirs"), mine.clone()] };
    let current = Current { value: marks, damaged: None };
    let written = Remembered::Marks(Some(change.clone()), Box::new(Ok(current)));
    update(&mut screen.state, Input::Remembered(written));
    assert_eq!(notes(&screen), [("aze-kgz/memorandum-2022", "theirs"), (BORDERS, "")]);
    assert_eq!(screen.state.marks.len(), 2);
    let effects = act(&mut screen, ' ');
    let [_, Effect::Remember(Remember::Mark(back))] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(back.before.is_some() && back.after.is_none());
    assert_eq!(screen.state.marks.len(), 1);
}

#[test]
fn a_mark_with_a_note_is_not_lost_by_a_space() {
    let screen = start().keys("AKeep me.<enter> ");
    assert_eq!(notes(&screen), [(BORDERS, "Keep me.")]);
    assert!(screen.state.notice.as_deref().unwrap().starts_with("It has a note"));
}

#[test]
fn the_list_shows_filters_opens_and_removes() {
    let mut screen = start().keys(" AKeep me.<enter>h1g j ");
    let before = chosen(&screen);
    screen.press("L");
    let text = screen.text();
    for words in
        ["Marks and notes", "3 marks · 1 note", "Clauses", "Events", "Keep me.", "✎ mark with a note"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // It opens at the mark of what was read.
    assert_eq!(chosen(&screen), before);
    screen.press("g");
    assert_eq!(chosen(&screen), BORDERS);
    // The page of the chosen mark is beside it; leaving the list leads back.
    assert!(screen.text().contains("Mutual recognition of statehood and borders"));
    screen.press("<esc>");
    assert_eq!(chosen(&screen), before);
    screen.press("L/keep");
    assert!(screen.text().contains("1 mark · 1 note"), "{}", screen.text());
    screen.press("<enter><enter>");
    assert!(screen.state.overlays.is_empty());
    assert_eq!(chosen(&screen), BORDERS);
    screen.press("Lx");
    assert_eq!(screen.state.marks.len(), 2);
    assert!(screen.state.notice.as_deref().unwrap().contains("removed with its note"));
}

#[test]
fn what_is_not_open_stays_and_says_so() {
    let mut screen = start();
    read(&mut screen, vec![mark("gone/treaty.1", "Where is it?"), mark("aze-kgz/memorandum-2022", "")]);
    assert_eq!(screen.state.marks.len(), 1);
    screen.press("LG");
    let text = screen.text();
    assert!(text.contains("Not in the open files") && text.contains("Title of gone/treaty.1"), "{text}");
    screen.press("<enter>");
    assert_eq!(screen.state.notice.as_deref(), Some("It is not in the files that are open; its mark stays"));
    // Its note can still be written.
    screen.press("A Found.<enter>");
    assert_eq!(notes(&screen)[0], ("gone/treaty.1", "Where is it? Found."));
}

#[test]
fn collections_are_named_listed_and_left() {
    let mut screen = start().keys(" h1g LgK");
    assert!(screen.text().contains("There are none yet; type a name."), "{}", screen.text());
    screen.press("visit to Baku<enter>");
    assert_eq!(screen.state.notice.as_deref(), Some("Put into visit to Baku"));
    screen.press("<tab>");
    let text = screen.text();
    assert!(text.contains("Marks and notes: visit to Baku") && text.contains("━ 1 mark"), "{text}");
    screen.press("<tab>");
    assert!(screen.text().contains("2 marks"), "{}", screen.text());
    screen.press("gK<enter>");
    assert_eq!(screen.state.notice.as_deref(), Some("Taken out of visit to Baku"));
    assert!(screen.state.marks.all().collections().is_empty());
}

#[test]
fn marks_survive_the_files_and_the_mouse_does_not_reach_below_a_note() {
    let screen = start().keys("A");
    assert!(screen.drawn().1.iter().all(|(area, _)| area.y == 35), "only the keys of the footer");
    let mut screen = Screen::loading((120, 36));
    read(&mut screen, vec![mark(BORDERS, "Early.")]);
    assert!(screen.state.marks.is_empty());
    screen.press("L");
    assert!(screen.text().contains("Early.") || screen.text().contains("Not in the open files"));
}

#[test]
fn a_list_that_cannot_be_written_says_so() {
    let mut screen = start();
    let problem = accords::data::Problem::of_file("marks.json", "cannot be written: disk full");
    update(&mut screen.state, Input::Remembered(Remembered::Marks(None, Box::new(Err(problem)))));
    assert!(screen.state.notice.as_deref().unwrap().contains("disk full"));
}

/// Everything printed for these lines, with marks kept in a folder.
fn said(folder: &Path, lines: &str) -> String {
    let collection = Collection::new(vec![Arc::new(crate::built_in())]);
    let session = Session::new(collection, Vec::new()).with_memory(Memory::at(folder));
    let mut all = Vec::new();
    run(session, lines.as_bytes(), &mut all, Prompt::Hidden, None).unwrap();
    String::from_utf8(all).unwrap()
}

#[test]
fn line_by_line_they_are_kept_between_visits() {
    let folder = TempDir::new().unwrap();
    let text = said(folder.path(), "borders\n:A\nq is no quitting here\na\n");
    assert!(text.contains("Type the note as one line.") && text.contains("Note kept"), "{text}");
    assert!(text.ends_with("Your note: q is no quitting here\n"), "{text}");
    let text = said(folder.path(), ":L\n1\n:A\n\n");
    assert!(text.contains("1. Clause: Mutual recognition of statehood and borders, "), "{text}");
    assert!(text.contains("Note: q is no quitting here"), "{text}");
    assert!(text.contains("Your note: q is no quitting here"), "{text}");
    let text = said(folder.path(), "borders\n:K\nvisit to Baku\n1\n:K\nb\n:L\n:tab\n");
    assert!(
        text.contains("Put into visit to Baku\n") && text.contains("1. visit to Baku, it is in it"),
        "{text}"
    );
    assert!(text.contains("Marks and notes in visit to Baku. 1 to 1 of 1."), "{text}");
    let text = said(folder.path(), "borders\n:K\n1\n:A\n-\n:space\n:L\n");
    assert!(text.contains("Unmarked") && text.contains("Marks and notes. 0 to 0 of 0."), "{text}");
}

#[test]
fn the_note_editor_is_no_wider_than_its_place() {
    for size in [(160, 50), (100, 30), (80, 24), (40, 12), (20, 5)] {
        let screen = Screen::new(size).keys("A").keys(&"word ".repeat(60));
        assert!(matches!(screen.state.overlays.last(), Some(Overlay::Note(note)) if note.title() == "Note"));
        screen.text();
    }
}

#[test]
fn marks_notes_filters_and_sort_orders_are_undone_in_turn() {
    let mut screen = start().keys("h AFirst.<enter>ASecond.<enter>S");
    screen.press("3j<enter>");
    let narrowed = screen.state.place.narrowed.clone().unwrap();
    let undo = |screen: &mut Screen| {
        screen.press("U");
        screen.state.notice.clone().unwrap()
    };
    assert_eq!(undo(&mut screen), "Filter undone: all is shown");
    assert!(screen.state.place.narrowed.is_none() && narrowed.item().is_some());
    assert_eq!(undo(&mut screen), "Sort order undone: Clauses again oldest first");
    assert!(undo(&mut screen).starts_with("Undone: the note on "));
    assert_eq!(notes(&screen), [(BORDERS, "First.")]);
    undo(&mut screen);
    assert_eq!(notes(&screen), [(BORDERS, "")]);
    assert!(undo(&mut screen).ends_with("is not marked any more"));
    assert_eq!(undo(&mut screen), "Nothing to undo");
    // A mark that was removed in the list comes back with its note.
    screen.press("2AThird.<enter>LxU");
    assert_eq!(notes(&screen)[0].1, "Third.");
    // So does a filter that was taken away.
    screen.press("<esc>3j<enter><esc>U");
    assert!(screen.state.place.narrowed.is_some());
}

#[test]
fn messages_can_be_read_again() {
    let mut screen = start().keys("h SSV");
    let text = screen.text();
    assert!(text.contains("3 messages") && text.contains("now         Clauses: by title"), "{text}");
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}\n{text}"));
    assert!(place("Clauses: by title") < place("Clauses: newest first"));
    assert!(place("Clauses: newest first") < place("1 marked"));
    screen.press("<esc>");
    for size in [(160, 50), (100, 30), (80, 24), (40, 12)] {
        assert!(Screen::new(size).keys("SV").text().contains("now "));
    }
}
