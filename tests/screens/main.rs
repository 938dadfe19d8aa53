//! The screens as text. Read a new snapshot before you accept it.

#![cfg(test)]

mod cuts;
mod hits;
mod oracle;
mod pictures;
#[path = "../support/screen.rs"]
mod screen;

use accords::data::parse;
use accords::model::Dossier;
use accords::tui::Theme;
use insta::assert_snapshot;
use screen::Screen;
use serde_json::json;
use std::path::Path;

/// A dossier with an item of every kind; `@` is its text.
const FULL: &str = include_str!("../support/full.json");

const SIZES: [(u16, u16); 4] = [(160, 50), (100, 30), (80, 24), (40, 12)];

/// A snapshot for each size after these keys, on the built-in dossier.
fn at_all_sizes(name: &str, keys: &str) {
    at_all_sizes_of(name, |size| Screen::new(size).keys(keys));
}

fn at_all_sizes_of(name: &str, screen: impl Fn((u16, u16)) -> Screen) {
    for (columns, rows) in SIZES {
        let screen = screen((columns, rows));
        assert_snapshot!(format!("{name}-{columns}x{rows}"), screen.text());
        hits::check(&screen);
    }
}

#[test]
fn first_screen() {
    at_all_sizes("first", "");
}

#[test]
fn a_clause_with_all_it_touches() {
    at_all_sizes("reader", "jjl");
}

#[test]
fn a_dispute_beside_its_event() {
    at_all_sizes("dispute", "/embassy opens in bishkek<enter>z");
}

#[test]
fn search_with_a_slip() {
    at_all_sizes("search", "/renewabel energy");
}

#[test]
fn search_without_a_match() {
    at_all_sizes("no-match", "/zzqqxx");
}

#[test]
fn narrowed_to_a_sector() {
    at_all_sizes("narrowed", "3j<enter>");
}

#[test]
fn a_small_screen_says_what_it_is_narrowed_to() {
    for (name, keys) in [("reader", "3j<enter><enter>"), ("timeline", "3j<enter><enter>h1")] {
        let screen = Screen::new((40, 12)).keys(keys);
        assert_snapshot!(format!("narrowed-small-{name}"), screen.text());
        hits::check(&screen);
    }
}

#[test]
fn charts() {
    for (pane, name) in [("1", "timeline"), ("2", "clauses"), ("3", "sectors"), ("4", "memberships")] {
        at_all_sizes(&format!("chart-{name}"), &format!("{pane}z"));
    }
}

#[test]
fn the_agreements_of_all_that_is_open() {
    at_all_sizes("library", "0");
    at_all_sizes("library-search", "0/kind:memo party:KGZ<tab>");
}

/// A treaty as a scanner read it, on two pages.
const SCANNED: &str = "\
AGREEMENT between the Government of the Republic of Azerbaijan and the Government of the Kyrgyz Republic on the waters that
they share

The Government of the Republic of Azerbaijan and the Government of the Kyrgyz Republic have agreed as follows:

Article 1
The Parties shall keep the waters that they share in good condition, and shall not divert them without consent.

Artidc 2
This Agreement shall remain in force for five years. The tenn1nat1on of this Agree111e11t shall not affect the projects
\u{c}that were begun before it.

Article 4
This Agreement enters into force on the date of its signature.

Done at Bishkek on 5 May 2014 in two originals.
";

#[test]
fn what_was_read_by_machine() {
    let scanned = || parse(Path::new("waters.txt"), SCANNED).dossiers;
    at_all_sizes_of("machine", |size| Screen::of_all(scanned(), size).keys("2jjl"));
    at_all_sizes_of("machine-library", |size| Screen::of_all(scanned(), size).keys("0"));
}

#[test]
fn what_lies_over_the_screen() {
    at_all_sizes("help", "?");
    at_all_sizes("palette", ":co");
    at_all_sizes("about", "Dbish");
    at_all_sizes("copy", "y");
    at_all_sizes("why", "/renewabel<enter>e");
    at_all_sizes("warnings", "w");
}

#[test]
fn each_pane_with_the_focus() {
    for (pane, name) in [("1", "timeline"), ("3", "sectors"), ("4", "memberships")] {
        at_all_sizes(&format!("pane-{name}"), pane);
    }
}

#[test]
fn an_item_of_each_kind_in_the_reader() {
    for (keys, name) in [
        ("1l", "event"),
        ("2kl", "agreement"),
        ("3l", "sector"),
        ("4l", "organisation"),
        ("Dhonorary<enter>", "dispute"),
        ("jjl<shift-tab><enter>", "source"),
    ] {
        at_all_sizes(&format!("reader-{name}"), keys);
    }
}

/// Marks of three kinds, one with a note.
const MARKED: &str =
    " 1gjj 3g /declaration-2022.projects<enter>AWhich of the seven fields has money behind it?<enter>h";

#[test]
fn sort_orders_and_marks() {
    at_all_sizes("sorted", "1S");
    at_all_sizes("marks", " jj ");
    at_all_sizes("marks-list", &format!("{MARKED}L"));
    at_all_sizes("marks-note", &format!("{MARKED}A<ctrl-j>Check the list of 3 November again."));
    at_all_sizes("marks-collections", &format!("{MARKED}LKvisit to Baku<enter>K"));
}

#[test]
fn the_panes_of_a_search() {
    at_all_sizes("search-panes", "/hotel<tab>");
    at_all_sizes("chart-search", "/hotel<enter>h1z");
}

#[test]
fn a_chart_at_another_scale_and_a_narrowed_one() {
    at_all_sizes("chart-larger", "1z++");
    at_all_sizes("chart-narrowed", "3<enter>1z");
}

#[test]
fn two_states() {
    at_all_sizes("pair", "Pkyrg");
    at_all_sizes("pair-second", "Pkyrg<enter>azer");
    at_all_sizes("pair-memberships", "Pkyrg<enter>azerb<enter>");
    at_all_sizes("pair-chart", "Pkyrg<enter>azerb<enter>z");
}

#[test]
fn coverage() {
    at_all_sizes("coverage", "C");
    at_all_sizes("coverage-moved", "Cjjjlll");
    at_all_sizes("coverage-passages", "C<enter>");
}

#[test]
fn what_was_done_since() {
    at_all_sizes("follow-up", "F");
    at_all_sizes("follow-up-moved", "2gjF<left>jj");
}

#[test]
fn where_the_parties_are_and_who_signs_with_whom() {
    at_all_sizes("map", "M");
    at_all_sizes("map-partners", "M<enter>+");
    at_all_sizes("map-places", "M<tab>");
    at_all_sizes("map-members", "4jjM");
    at_all_sizes("network", "X");
}

#[test]
fn comparisons() {
    at_all_sizes("compare-clauses", " j =");
    at_all_sizes("compare-agreements", "k jjjjj =");
    at_all_sizes("compare-difference", "k jjjjj =nx");
}

#[test]
fn articles_named_in_the_text() {
    let treaty = || {
        let clauses = [
            ("1", "Passage", "Vessels of either Party may pass freely at any time."),
            ("2", "Limits", "Article 1 does not apply where Articles 3 and 1 say so."),
            ("3", "Court", "Disputes go to the court of arbitration."),
        ];
        let clauses = clauses.map(|(number, heading, text)| json!({ "id": number, "number": number, "heading": heading, "text": text, "wording": "official" }));
        let treaty = json!({
            "format": "accords/1", "id": "rivers", "title": "Rivers",
            "agreements": [{ "id": "a", "title": "The Rivers Agreement", "signed": "2001-02-03", "clauses": clauses }],
        });
        serde_json::from_value::<Dossier>(treaty).unwrap().arrange()
    };
    at_all_sizes_of("references", |size| Screen::of(treaty(), size).keys("2gjj}"));
}

/// A dossier that opens with a warning.
const WARNED: &str = r#"{"format": "accords/1", "id": "small", "title": "Small",
  "sumary": "The field has a typo.",
  "sectors": [{"id": "water", "name": "Water", "summary": "Rivers and wells."}]}"#;

#[test]
fn problems_of_files() {
    at_all_sizes_of("problems", |size| {
        let loaded = parse(Path::new("small.json"), WARNED);
        Screen::of_all(loaded.dossiers, size).warned(loaded.problems).keys("w")
    });
}

#[test]
fn an_empty_dossier() {
    at_all_sizes_of("empty", |size| Screen::of(Dossier::new("x", "Empty"), size));
}

#[test]
fn files_that_are_being_read() {
    at_all_sizes_of("loading", Screen::loading);
}

#[test]
fn every_theme_in_its_styles() {
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light"), (Theme::Mono, "mono")] {
        for (size, keys, what) in [
            ((160, 50), "", "first"),
            ((100, 30), "", "first"),
            ((80, 24), "", "first"),
            ((40, 12), "", "first"),
            ((80, 24), "/renewabel energy", "search"),
            ((160, 50), "/renewabel energy", "search"),
            ((160, 50), "3z", "heat-map"),
            ((160, 50), "4z", "memberships"),
            ((100, 30), "/embassy opens in bishkek<enter>", "dispute"),
            ((160, 50), "k jjjjj =", "compare"),
            ((160, 50), "C", "coverage"),
            ((160, 50), "0", "library"),
            ((100, 30), "?", "help"),
        ] {
            let (columns, rows) = size;
            let screen = Screen::new(size).theme(theme).keys(keys).styled();
            assert_snapshot!(format!("styles-{name}-{what}-{columns}x{rows}"), screen);
        }
    }
}

#[test]
fn ascii_signs() {
    assert_snapshot!("ascii-80x24", Screen::new((80, 24)).ascii().keys("").text());
    let text = Screen::new((160, 50)).ascii().keys("1z").text();
    let own = "─━│┃▸•≠◐┄▪▆◆→◇□■▲¤✶◎▁▂▃▄▅▇█░▒▓╭╮╰╯┬┼";
    assert_eq!(text.chars().find(|c| own.contains(*c)), None);
}

#[test]
fn too_small_a_screen_says_so() {
    assert_eq!(Screen::new((19, 5)).text().trim_end(), "accords needs 20 ×\n5");
    assert_eq!(Screen::new((30, 4)).text().trim_end(), "accords needs 20 × 5");
    assert_snapshot!("smallest-20x5", Screen::new((20, 5)).text());
}
