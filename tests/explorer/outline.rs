//! Chapters in the explorer: a tree in the list of clauses, a contents page in the reader.

use crate::screen::Screen;
use accords::explore::{Pane, Row};
use accords::model::Dossier;
use serde_json::json;

/// A treaty of three chapters with ten articles each, one of them in two sections, after a preamble.
pub fn treaty() -> Screen {
    let place = |at: usize| match at {
        0 => None,
        1..=10 => Some("Chapter 1 · General"),
        11..=15 => Some("Chapter 2 · Trade › Section A · Goods"),
        16..=20 => Some("Chapter 2 · Trade › Section B · Services"),
        _ => Some("Chapter 3 · Disputes"),
    };
    let clauses = (0..=30).map(|at| {
        json!({ "id": format!("art-{at}"), "number": format!("Article {at}"), "heading": format!("Rule {at}"),
                "text": "one two three", "wording": "official", "place": place(at) })
    });
    let clauses: Vec<serde_json::Value> = clauses.collect();
    let dossier: Dossier = serde_json::from_value(json!({
        "format": "accords/1", "id": "t", "title": "Treaty",
        "agreements": [{ "id": "t", "title": "Treaty", "signed": "2001-02-03", "clauses": clauses }],
    }))
    .unwrap();
    Screen::of(dossier.arrange(), (120, 36))
}

/// The addresses of the rows of the list of clauses; a folded chapter with its count.
fn rows(screen: &Screen) -> Vec<String> {
    let address = |item| screen.state.collection().address(item).unwrap().to_string();
    let row = |row: &Row| match row {
        Row::Folded(item, held) => format!("+{} {held}", address(*item)),
        row => address(row.item()),
    };
    screen.state.list(Pane::Clauses).rows.iter().map(row).collect()
}

fn read(screen: &Screen) -> String {
    screen.state.collection().address(screen.state.place.reader.item().unwrap()).unwrap().to_string()
}

#[test]
fn a_large_text_opens_folded_at_its_contents() {
    let screen = treaty();
    assert_eq!(rows(&screen), ["t", "t/art-0", "+t/chapter-1 10", "+t/chapter-2 10", "+t/chapter-3 10"]);
    assert_eq!(read(&screen), "t");
    let text = screen.text();
    for words in ["31 in 3 chapters", "Contents", "31 clauses, 93 words", "+  1 General", "Section A · Goods"]
    {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn chapters_open_and_fold() {
    let screen = treaty().keys("jjj+");
    let section = ["t/chapter-2", "+t/chapter-2-section-a 5", "+t/chapter-2-section-b 5", "+t/chapter-3 10"];
    assert_eq!(rows(&screen)[3..], section);
    let screen = screen.keys("j+jj");
    assert_eq!((read(&screen).as_str(), rows(&screen).len()), ("t/art-12", 12));
    // The chapter around a clause folds; another one stays open.
    let screen = screen.keys("-");
    assert_eq!((read(&screen).as_str(), rows(&screen).len()), ("t/chapter-2-section-a", 7));
    let screen = screen.keys("k-");
    assert_eq!((read(&screen).as_str(), rows(&screen).len()), ("t/chapter-2", 5));
    let screen = screen.keys("*");
    assert_eq!(rows(&screen).len(), 1 + 31 + 5);
    let screen = screen.keys("*");
    assert_eq!(rows(&screen).len(), 5);
    let screen = screen.keys("g+");
    assert_eq!(screen.state.notice.as_deref(), Some("Nothing is folded here"));
}

#[test]
fn what_is_opened_from_elsewhere_opens_its_fold() {
    let mut screen = treaty().keys("/in:t/chapter-3 rule<enter>");
    assert_eq!(read(&screen), "t/art-21");
    assert!(rows(&screen).contains(&"t/art-21".to_owned()));
    screen.press("h");
    let selected = screen.state.list(Pane::Clauses).item().unwrap();
    assert_eq!(screen.state.collection().address(selected).unwrap().as_str(), "t/art-21");
    assert_eq!(rows(&screen).iter().filter(|row| row.starts_with('+')).count(), 2);
    // An address finds a chapter.
    let screen = treaty().keys("/t/chapter-2-section-b<enter>");
    assert_eq!(read(&screen), "t/chapter-2-section-b");
}

#[test]
fn keys_go_from_chapter_to_chapter() {
    let screen = treaty().keys("))");
    assert_eq!(read(&screen), "t/chapter-2");
    let screen = screen.keys("l)");
    assert_eq!(read(&screen), "t/chapter-2-section-a");
    let screen = screen.keys("((");
    assert_eq!(read(&screen), "t/chapter-1");
    let screen = screen.keys("(");
    assert_eq!(screen.state.notice.as_deref(), Some("No further chapter"));
}

#[test]
fn two_chapters_are_compared() {
    let screen = treaty().keys("jj<space>jj<space>=");
    assert!(screen.text().contains("10 pairs"), "{}", screen.text());
}
