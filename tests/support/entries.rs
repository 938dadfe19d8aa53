//! Where untrusted bytes come in. The property tests and the fuzz targets in `fuzz` call the same functions: each takes any
//! bytes, and may refuse them but not panic, nor let through what commands a terminal.

use accords::data;
use accords::insight::{Order, items, page};
use accords::model::{Collection, Kind};
use accords::search::{Index, Query};
use accords::text::shown;
use std::path::Path;

/// A place where bytes come in.
pub type Entry = fn(&[u8]);

/// All of them, by the names of the fuzz targets.
pub const ENTRIES: [(&str, Entry); 9] = [
    ("dossier", |bytes| file("fuzz.json", bytes)),
    ("akoma_ntoso", |bytes| file("fuzz.xml", bytes)),
    ("html", |bytes| file("fuzz.html", bytes)),
    ("markdown", |bytes| file("fuzz.md", bytes)),
    ("plain_text", |bytes| file("fuzz.txt", bytes)),
    ("word", |bytes| file("fuzz.docx", bytes)),
    ("open_document", |bytes| file("fuzz.odt", bytes)),
    ("table", |bytes| file("fuzz.csv", bytes)),
    ("query", query),
];

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
    let loaded = data::parse(Path::new(name), bytes);
    assert!(!loaded.dossiers.is_empty() || !loaded.problems.is_empty(), "nothing, without a word");
    for problem in &loaded.problems {
        assert_clean(&shown(&problem.to_string()));
    }
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

/// No control character but line feeds, and nothing that turns the order of letters.
fn assert_clean(text: &str) {
    let commands = |c: char| {
        c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.contains(commands), "{text:?}");
}
