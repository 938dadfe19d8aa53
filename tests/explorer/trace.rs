//! Where a wording comes from, as a view of the explorer.

use crate::screen::Screen;
use accords::explore::overlays::Overlay;
use accords::model::Dossier;
use serde_json::json;
use std::sync::Arc;

const OLD: &str = "the parties shall open their markets to goods of each other without any duty at all";
const NEW: &str =
    "every party shall publish its laws on transit without delay and in a language of the other";

/// Four agreements; the last has the wording of the first, of the second, and some of its own.
pub fn screen() -> Screen {
    let late = format!(
        "{NEW}. {OLD}. Nothing in this sentence was ever written in any treaty before it was signed."
    );
    let agreements = [
        ("first", "1990-05-01", OLD),
        ("second", "1996-02-03", NEW),
        ("third", "2000", OLD),
        ("late", "2010-05-01", late.as_str()),
    ];
    let dossier = |(id, signed, text): (&str, &str, &str)| {
        let clause = json!({ "id": "c", "number": "Article 4", "heading": "Trade", "text": text, "wording": "official" });
        let dossier: Dossier = serde_json::from_value(json!({
            "format": "accords/1", "id": id, "title": id,
            "agreements": [{ "id": id, "title": format!("Treaty {id}"), "signed": signed, "clauses": [clause] }],
        }))
        .unwrap();
        Arc::new(dossier.arrange())
    };
    Screen::of_all(agreements.into_iter().map(dossier).collect(), (120, 36))
}

fn traced(keys: &str) -> Screen {
    screen().keys("/late/c<enter>").keys(keys)
}

#[test]
fn a_clause_is_traced_to_who_used_it_first() {
    let screen = traced("W");
    let text = screen.text();
    let first = text.find("1 May 1990  Treaty first").expect(&text);
    let second = text.find("3 Feb 1996  Treaty second").expect(&text);
    assert!(first < second, "the earliest use comes first\n{text}");
    for words in [
        "Trace",
        "19 of 40 passages",
        "Treaty late, Article 4 · Trade",
        "nearest, 1 of 3: Treaty second",
        "use 1 of 2",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // The first use, another use, and the text itself on the line of time.
    let line = text.lines().find(|line| line.contains("Treaty first ")).unwrap();
    let marks: String = line.chars().filter(|c| "●•│".contains(*c)).collect();
    assert_eq!(marks, "●•│", "{line}");
}

#[test]
fn a_trace_leads_on() {
    let screen = traced("Wj<enter>");
    let read = screen.state.place.reader.item().unwrap();
    assert_eq!(screen.state.collection().address(read).unwrap().as_str(), "second/c");
    assert!(screen.state.overlays.is_empty());
    let screen = traced("Wn");
    assert!(screen.text().contains("nearest, 2 of 3: Treaty first"), "{}", screen.text());
    let screen = traced("WnN=");
    let Some(Overlay::Compare(view)) = screen.state.overlays.last() else { panic!("{}", screen.text()) };
    let (_, right) = view.sides();
    assert_eq!(screen.state.collection().address(right).unwrap().as_str(), "second/c");
    // Escape leads back to the trace, then to what was read.
    let screen = screen.keys("<esc>");
    assert!(matches!(screen.state.overlays.last(), Some(Overlay::Trace(_))));
    assert!(screen.keys("<esc>").state.overlays.is_empty());
}

#[test]
fn an_agreement_is_traced_clause_by_clause() {
    let screen = traced("hkW");
    let text = screen.text();
    for words in ["48 %", "4 · Trade", "passages", "Treaty first", "Treaty second"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn what_has_no_wording_is_not_traced() {
    let screen = Screen::new((120, 36)).keys("3W");
    assert_eq!(screen.state.notice.as_deref(), Some("Only agreements, chapters and clauses are traced"));
}

#[test]
fn a_summary_is_not_shown_as_the_words_of_the_instrument() {
    let official = traced("W").text();
    assert!(official.contains("┃ ") && !official.contains('┆'), "{official}");
    let summary = Screen::new((120, 36)).keys("W").text();
    assert!(summary.contains("Trace") && summary.contains("┆ Each side confirms"), "{summary}");
}
