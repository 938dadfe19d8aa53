//! Where untrusted bytes come in. The property tests and the fuzz targets in `fuzz` call the same functions: each takes any
//! bytes, and may refuse them but not panic, nor let through what commands a terminal.

use crate::archive::archive;
use crate::screen::Screen;
use accords::cli::problems_of_settings;
use accords::data::personal::{Change, Mark, TomlFile};
use accords::data::{self, Loaded, Problem, memberships};
use accords::explore::{Chord, Input, Keymap, Memory, Remember, Remembered};
use accords::insight::{Order, items, page};
use accords::model::{Collection, Kind};
use accords::search::{Index, Query};
use accords::terminal::typed_in;
use accords::text::shown;
use accords::tui::read_theme;
use std::path::Path;
use std::sync::Arc;

/// A place where bytes come in.
pub type Entry = fn(&[u8]);

/// All of them, by the names of the fuzz targets.
pub const ENTRIES: [(&str, Entry); 15] = [
    ("dossier", |bytes| file("fuzz.json", bytes)),
    ("akoma_ntoso", |bytes| file("fuzz.xml", bytes)),
    ("tota", |bytes| file("fuzz.xml", bytes)),
    ("html", |bytes| file("fuzz.html", bytes)),
    ("markdown", |bytes| file("fuzz.md", bytes)),
    ("plain_text", |bytes| file("fuzz.txt", bytes)),
    ("word", |bytes| packed("fuzz.docx", &WORD, bytes)),
    ("open_document", |bytes| packed("fuzz.odt", &OPEN_DOCUMENT, bytes)),
    ("pdf", pdf),
    ("table", table),
    ("query", query),
    ("config", config),
    ("state_files", state_files),
    ("terminal_input", terminal_input),
    ("explorer", explorer),
];

/// The parts of a Word document, in the order of the fuzzed bytes.
const WORD: [&str; 4] = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];

/// Those of OpenDocument.
const OPEN_DOCUMENT: [&str; 4] = ["content.xml", "styles.xml", "mimetype", "meta.xml"];

/// What separates the parts in fuzzed bytes: no text has it.
const BETWEEN: u8 = 0xff;

/// Calls the entry with this name.
///
/// # Panics
/// There is none, or it panics.
pub fn enter(name: &str, bytes: &[u8]) {
    let entry = ENTRIES.iter().find(|(known, _)| *known == name);
    entry.unwrap_or_else(|| panic!("no entry is named {name}")).1(bytes);
}

/// Reads a file, and makes a page of the first items of each kind.
fn file(name: &str, bytes: &[u8]) {
    look_at(data::parse(Path::new(name), bytes));
}

/// Reads a table of agreements, and one of memberships.
fn table(bytes: &[u8]) {
    file("fuzz.csv", bytes);
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("memberships.csv");
    std::fs::write(&path, bytes).unwrap();
    let wanted = ["AZE", "KGZ"].map(str::to_owned);
    assert_all_clean(
        &memberships::read(&path, &wanted, None, u64::MAX).err().into_iter().collect::<Vec<_>>(),
    );
}

/// Reads an archive: the bytes themselves, or else these parts of one.
fn packed(name: &str, parts: &[&'static str], bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return file(name, bytes);
    }
    let contents = bytes.split(|byte| *byte == BETWEEN);
    let parts: Vec<(&str, &[u8])> = parts.iter().copied().zip(contents).collect();
    file(name, &archive(&parts));
}

/// Reads a PDF as the child does, which may panic over a page, and cuts what it prints, as the program does.
fn pdf(bytes: &[u8]) {
    if let Ok(document) = data::read_pdf_here(bytes.to_vec()) {
        look_at(data::cut(Path::new("fuzz.pdf"), document));
    }
}

fn look_at(loaded: Loaded) {
    assert!(!loaded.dossiers.is_empty() || !loaded.problems.is_empty(), "nothing, without a word");
    assert_all_clean(&loaded.problems);
    let collection = Collection::new(loaded.dossiers);
    for kind in Kind::ALL {
        for item in items(&collection, *kind, Order::Usual).into_iter().take(20) {
            assert_clean(&shown(&page(&collection, item).map(|page| page.title).unwrap_or_default()));
        }
    }
}

/// Searches a small dossier for a query.
fn query(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let query = Query::parse(&typed);
    let name = Path::new("example.json");
    let collection = Collection::new(data::parse(name, data::example(name)).dossiers);
    let matches = Index::build(&collection).search(&collection, &query);
    for problem in query.problems().iter().chain(matches.problems()) {
        assert_clean(&shown(&problem.message));
    }
}

/// Reads a person's settings, keys and theme, and opens the explorer with the keys.
fn config(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let file = match TomlFile::parse(Path::new("fuzz.toml"), &text) {
        Ok(file) => file,
        Err(problem) => return assert_all_clean(&[problem]),
    };
    assert_all_clean(&problems_of_settings(&file));
    assert_all_clean(&read_theme("fuzz", &file).err().unwrap_or_default());
    match Keymap::merged(&file) {
        Ok(keys) => {
            let mut screen = Screen::new((80, 24));
            screen.state = screen.state.with_keys(Arc::new(keys));
            screen.press("?");
            assert_drawn_clean(&screen);
        }
        Err(problems) => assert_all_clean(&problems),
    }
}

/// Opens the explorer on what is kept between visits: the files of marks, visits and searches. Then the marks can be changed,
/// unless they are of another version.
fn state_files(bytes: &[u8]) {
    let folder = tempfile::TempDir::new().unwrap();
    let names = ["marks.json", "visits.json", "searches.json"];
    for (name, content) in names.iter().zip(bytes.split(|byte| *byte == BETWEEN)) {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    let memory = Memory::at(folder.path());
    let mut screen = Screen::new((100, 30));
    screen.state = screen.state.returning();
    for asked in [Remember::Marks, Remember::Searches(None), Remember::Visit("files".to_owned())] {
        screen.give(Input::Remembered(memory.carry_out(asked)));
    }
    assert_drawn_clean(&screen);
    for keys in ["jk", "L", "G", "<esc>/<up><up><enter>", "q"] {
        screen.press(keys);
        assert_drawn_clean(&screen);
    }
    let mark = Mark { address: "a/b".to_owned(), ..Mark::default() };
    let change = Change { before: None, after: Some(mark) };
    let Remembered::Marks(_, marks) = memory.carry_out(Remember::Mark(Box::new(change))) else {
        panic!("marks were asked for")
    };
    match *marks {
        Ok(current) => assert!(current.value.get("a/b").is_some()),
        Err(problem) => assert_all_clean(&[problem]),
    }
}

/// Takes bytes from a terminal: whatever they are, Ctrl-C and the key after it arrive.
fn terminal_input(bytes: &[u8]) {
    let inputs = typed_in(&[bytes, b"\x03q"].concat());
    let keys = inputs.iter().rev().map_while(|input| match input {
        Input::Key(chord) => Some(*chord),
        _ => None,
    });
    let last: Vec<Chord> = keys.take(2).collect();
    assert_eq!(Some(last), ["q", "ctrl-c"].map(Chord::named).into_iter().collect());
    let mut screen = Screen::new((80, 24));
    inputs.into_iter().for_each(|input| screen.give(input));
    assert_drawn_clean(&screen);
}

/// Opens a file, or the built-in dossier, and gives the explorer sizes and what is typed at each of them. The file comes first; each
/// size is two bytes.
fn explorer(bytes: &[u8]) {
    let mut parts = bytes.split(|byte| *byte == BETWEEN);
    let content = parts.next().unwrap_or_default();
    let mut screen = if content.is_empty() {
        Screen::new((80, 24))
    } else {
        Screen::of_all(data::parse(Path::new("fuzz.json"), content).dossiers, (80, 24))
    };
    for part in parts.take(20) {
        if let [columns, rows, typed @ ..] = part {
            screen.resize((u16::from(*columns).max(1), u16::from(*rows % 80).max(1)));
            typed_in(typed).into_iter().take(100).for_each(|input| screen.give(input));
            assert_drawn_clean(&screen);
        }
    }
    assert_drawn_clean(&screen);
}

fn assert_all_clean(problems: &[Problem]) {
    problems.iter().for_each(|problem| assert_clean(&shown(&problem.to_string())));
}

fn assert_drawn_clean(screen: &Screen) {
    screen.buffer().content.iter().for_each(|cell| assert_clean(cell.symbol()));
}

/// No control character but line feeds, and nothing that turns the order of letters.
fn assert_clean(text: &str) {
    let commands = |c: char| {
        c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(commands), "{text:?}");
}
