//! The library: all open agreements, and narrowing the panes to one of them.

use crate::screen::Screen;
use accords::data::builtin;
use accords::explore::{Focus, Pane};
use accords::model::{Dossier, Kind};
use serde_json::json;
use std::sync::Arc;

/// Two agreements on rivers, one of them with a clause, and an event.
fn rivers() -> Dossier {
    let dossier: Dossier = serde_json::from_value(json!({
        "format": "accords/1", "id": "rivers", "title": "Rivers",
        "parties": [
            { "id": "DEU", "kind": "state", "name": "Germany" },
            { "id": "NLD", "kind": "state", "name": "Netherlands" },
            { "id": "KGZ", "kind": "state", "name": "Kyrgyzstan" },
        ],
        "agreements": [
            { "id": "rhine", "title": "Convention on the Rhine", "kind": "treaty", "signed": "1999-04-12",
              "language": "de", "status": "in force", "parties": ["DEU", "NLD"],
              "clauses": [{ "id": "salmon", "heading": "Salmon", "text": "Salmon return.", "wording": "summary" }] },
            { "id": "naryn", "title": "Naryn water agreement", "signed": "2024-05-01", "parties": ["DEU", "KGZ"] },
        ],
        "events": [{ "id": "flood", "date": "1995-01-30", "title": "The flood", "summary": "Water.",
                     "kind": "multilateral", "agreements": ["rhine"] }],
    }))
    .unwrap();
    dossier.arrange()
}

fn screen(size: (u16, u16)) -> Screen {
    Screen::of_all(vec![Arc::new(builtin().unwrap()), Arc::new(rivers())], size)
}

/// The agreements of both dossiers: two are of the rivers.
fn agreements() -> usize {
    crate::built_in().agreements.len() + 2
}

/// The titles that the library lists, top to bottom.
fn listed(screen: &Screen) -> Vec<String> {
    let rows = screen.state.list(Pane::Library).rows.iter();
    rows.map(|row| screen.state.collection().list_title(row.item()).unwrap().to_owned()).collect()
}

#[test]
fn it_lists_the_agreements_of_every_dossier_in_its_orders() {
    let mut screen = screen((200, 50)).keys("0");
    let text = screen.text();
    let held = format!("{} agreements", agreements());
    assert!(
        text.contains("0 Library ━") && text.contains("newest first · ") && text.contains(&held),
        "{text}"
    );
    for words in ["12 Apr 1999", "Convention on the Rhine", "treaty", "in force", "DEU NLD"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let newest = listed(&screen);
    screen.press("S");
    let mut oldest = listed(&screen);
    assert_eq!(oldest[0], "Alma-Ata Declaration");
    screen.press("S");
    let mut by_title = listed(&screen);
    assert!(by_title.is_sorted_by_key(|title| title.to_lowercase()), "{by_title:?}");
    screen.press("S");
    assert!(screen.text().contains("most clauses first"));
    assert_eq!(listed(&screen)[0], "Nakhchivan Agreement (Turkic Council)");
    screen.press("S");
    assert_eq!(listed(&screen), newest);
    for other in [&mut oldest, &mut by_title] {
        other.sort();
    }
    assert_eq!(oldest, by_title);
}

#[test]
fn it_opens_at_the_agreement_that_is_read() {
    let mut screen = screen((160, 50));
    let read = screen.state.place.reader.item().unwrap();
    assert_eq!(read.kind(), Kind::Clause);
    screen.press("0");
    let selected = screen.state.list(Pane::Library).row().unwrap().item();
    let address = screen.state.collection().address(selected).unwrap();
    assert_eq!(address.as_str(), "aze-kgz/declaration-2022");
    assert!(screen.text().contains(&format!("of {}", agreements())), "{}", screen.text());
}

#[test]
fn the_panes_follow_the_chosen_agreement_its_dossier_or_all() {
    let mut screen = screen((160, 50)).keys("0/rhine<tab><enter>");
    let text = screen.text();
    assert!(text.contains("Showing Convention on the Rhine only · esc shows all"), "{text}");
    assert!(
        text.contains(&format!("1 of {}", crate::built_in().events.len() + 1)) && text.contains("The flood"),
        "{text}"
    );
    assert!(text.contains("2 Clauses ━") && text.contains("Salmon"), "{text}");
    assert!(!text.contains("Mutual recognition"), "{text}");

    screen.press("0d");
    let text = screen.text();
    assert!(text.contains("Showing Rivers only · esc shows all"), "{text}");
    assert!(text.contains("Naryn water agreement") && !text.contains("Mutual recognition"), "{text}");

    screen.press("<esc>");
    let text = screen.text();
    let clauses = format!("{} in {} agreements", crate::built_in().clause_count() + 1, agreements());
    assert!(!text.contains("Showing") && text.contains(&clauses), "{text}");
    // Back steps through the choices.
    screen.press("[");
    assert!(screen.text().contains("Library"), "{}", screen.text());
}

#[test]
fn a_search_filters_it_by_party_both_parties_date_kind_language_and_status() {
    let mut screen = screen((160, 50)).keys("0");
    let mut found = |query: &str| {
        screen.press(&format!("/{query}"));
        let titles = listed(&screen);
        screen.press("<esc>");
        titles
    };
    let (rhine, naryn) = ("Convention on the Rhine", "Naryn water agreement");
    assert_eq!(found("party:DEU"), [naryn, rhine]);
    assert_eq!(found("party:DEU party:KGZ"), [naryn]);
    assert_eq!(found("kind:treaty after:1998"), [rhine]);
    assert_eq!(found("language:de"), [rhine]);
    assert!(found("status:force").iter().any(|title| title == rhine));
    assert_eq!(found("status:force party:DEU"), [rhine]);
    assert_eq!(found("salmon"), [rhine]);
    assert_eq!(found("party:DEU before:2000"), [rhine]);
    assert!(found("party:DEU party:AZE").is_empty());
    assert_eq!(screen.state.list(Pane::Library).rows.len(), agreements());
    screen.press("/party:DEU party:AZE<tab>");
    assert!(screen.text().contains("No matching agreements."), "{}", screen.text());
}

#[test]
fn it_fits_every_size_and_leads_back() {
    for size in [(160, 50), (80, 24), (40, 12), (20, 5)] {
        let mut screen = screen(size).keys("0");
        let library = screen.text();
        assert!(library.contains("Library"), "{library}");
        screen.press("jjk");
        assert_eq!(screen.text().lines().count(), usize::from(size.1).min(screen.text().lines().count()));
        screen.press("l");
        screen.press("h");
        assert!(screen.text().contains("Library"), "{size:?} {}", screen.text());
        screen.press("1");
        assert!(screen.text().contains("Timeline"), "{size:?} {}", screen.text());
    }
}

#[test]
fn esc_and_a_second_0_lead_back_to_the_pane_that_it_was_opened_from() {
    for key in ["0", "<esc>"] {
        for pane in [Pane::Timeline, Pane::Clauses, Pane::Sectors] {
            let mut screen = screen((120, 36)).keys(&format!("{}0", pane.number()));
            assert_eq!(screen.state.place.focus, Focus::Pane(Pane::Library));
            screen.press(key);
            assert_eq!(screen.state.place.focus, Focus::Pane(pane), "{key}");
        }
    }
}

#[test]
fn a_column_that_holds_nothing_is_not_shown() {
    let of_all = screen((200, 50)).keys("0").text();
    let of_one = Screen::new((200, 50)).keys("0").text();
    let mut without_status = crate::built_in();
    without_status.agreements.iter_mut().for_each(|agreement| agreement.status = None);
    let unknown = Screen::of_all(vec![Arc::new(without_status)], (200, 50)).keys("0").text();
    for (column, of_one) in [("language", &of_one), ("status", &unknown)] {
        assert!(of_all.contains(column) && !of_one.contains(column), "{column} in {of_one}");
    }
    assert!(of_one.contains("parties"), "{of_one}");
}

#[test]
fn a_column_that_is_too_narrow_says_so() {
    let agreement = |id: &str, status: &str, kind: &str| json!({ "id": id, "title": id, "signed": "2001", "status": status, "kind": kind });
    let dossier: Dossier = serde_json::from_value(json!({
        "format": "accords/1", "id": "d", "title": "D",
        "agreements": [
            agreement("a", "in force", "treaty"),
            agreement("b", "signed, not yet in force", "treaty"),
            agreement("c", "действует с 2002 года", "treaty"),
        ],
    }))
    .unwrap();
    let text = Screen::of(dossier.arrange(), (160, 50)).keys("0").text();
    for words in [" in force ", " signed, n… ", " действует… "] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}
