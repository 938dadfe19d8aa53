//! The screens as pictures in text. Each snapshot was read by eye before it was accepted.

#![cfg(test)]

#[path = "../support/screen.rs"]
mod screen;

use accords::tui::theme::Theme;
use insta::assert_snapshot;
use screen::Screen;

const SIZES: [(u16, u16); 4] = [(160, 50), (100, 30), (80, 24), (40, 12)];

/// One snapshot a size.
fn at_all_sizes(name: &str, keys: &str) {
    for (columns, rows) in SIZES {
        assert_snapshot!(format!("{name}-{columns}x{rows}"), Screen::new((columns, rows)).keys(keys).text());
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
fn pictures() {
    for (pane, name) in [("1", "timeline"), ("2", "clauses"), ("3", "sectors"), ("4", "memberships")] {
        at_all_sizes(&format!("picture-{name}"), &format!("{pane}z"));
    }
}

#[test]
fn the_agreements_of_all_that_is_open() {
    at_all_sizes("library", "0");
    at_all_sizes("library-search", "0/kind:memo party:KGZ<tab>");
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
