//! Tables in the reader: aligned where they fit, folded where they do not.

use crate::screen::Screen;
use accords::model::Dossier;

const TARIFFS: &str = "Duties:\n\n| Product | 2020 | 2021 | Remarks |\n| --- | --- | --- | --- |\n| Wheat | | 5% | as Article 2 \\ and article 3 say |\n\
                       | Rice | 9% || not for rice that is grown at home in a river valley |\n| ^^ | 8% | 6% | |";

fn open(text: &str, size: (u16, u16)) -> Screen {
    let clause = |id: &str, text: &str| serde_json::json!({ "id": id, "number": id, "heading": "Tariffs", "text": text, "wording": "official" });
    let dossier = serde_json::json!({
        "format": "accords/1", "id": "d", "title": "Trade",
        "agreements": [{ "id": "a", "title": "The Tariff Treaty", "signed": "2001-02-03", "clauses": [
            clause("1", text), clause("2", "Article two."), clause("3", "Article three."),
        ] }],
    });
    let dossier: Dossier = serde_json::from_value(dossier).unwrap();
    Screen::of(dossier.arrange(), size).keys("2gj<enter>")
}

/// The lines of the reader's text, without the frame around them.
fn quoted(screen: &mut Screen) -> Vec<String> {
    let text = screen.text();
    let lines = text.lines().filter_map(|line| Some(line.rsplit_once("┃ ")?.1.trim_end().to_owned()));
    lines.take_while(|line| !line.starts_with("official wording")).filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_table_that_fits_is_aligned() {
    let mut screen = open(TARIFFS, (160, 50));
    assert_eq!(
        quoted(&mut screen)[1..],
        [
            "Product │ 2020 │ 2021 │ Remarks",
            "────────┼──────┼──────┼──────────────────────────────────────────────────",
            "Wheat   │      │ 5%   │ as Article 2",
            "        │      │      │ and article 3 say",
            "────────┼──────┴──────┼──────────────────────────────────────────────────",
            "Rice    │ 9%          │ not for rice that is grown at home in a river",
            "        │             │ valley",
            "        ├──────┬──────┼──────────────────────────────────────────────────",
            "        │ 8%   │ 6%   │",
        ]
    );
}

#[test]
fn a_table_that_does_not_fit_is_folded() {
    let mut screen = open(TARIFFS, (30, 40));
    assert_eq!(
        quoted(&mut screen)[1..],
        [
            "Product: Wheat",
            "  2021: 5%",
            "  Remarks: as Article 2",
            "    and article 3 say",
            "Product: Rice",
            "  2020, 2021: 9%",
            "  Remarks: not for rice",
            "    that is grown at home",
            "    in a river valley",
            "Product: Rice",
            "  2020: 8%",
            "  2021: 6%",
        ]
    );
}

#[test]
fn references_in_cells_are_followed() {
    for size in [(160, 50), (30, 40)] {
        let mut screen = open(TARIFFS, size);
        screen.press("}}");
        assert_eq!(screen.state.place.reader.reference, Some(1), "{size:?}");
        let lit = screen.styled();
        screen.press("<enter>");
        let item = screen.state.place.reader.item().unwrap();
        assert_eq!(screen.state.collection().address(item).unwrap().to_string(), "d/a.3");
        assert!(lit.contains("article 3"), "{lit}");
    }
}

#[test]
fn a_phrase_is_lit_where_its_cell_is_wrapped() {
    let text = "| A | B |\n| --- | --- |\n| rice that is grown at home in a valley | other words that fill the line beside it and more of them |";
    let mut screen = open(text, (60, 40));
    screen.press("/\"home in a valley\"<enter>");
    let matches = screen.state.matches().unwrap();
    let lit: Vec<String> = screen
        .state
        .laid_out
        .lines
        .matching(matches)
        .into_iter()
        .map(|line| screen.state.laid_out.lines.lines()[line].words())
        .collect();
    assert_eq!(lit, ["home in a the line", "valley beside it"]);
}

#[test]
fn every_size_and_script_is_drawn() {
    let arabic = "| المنتج | ٢٠٢٠ |\n| --- | --- |\n| قمح | ٥٪ |\n| 小麦和大米 || ";
    for text in [TARIFFS, arabic] {
        for size in [(160, 50), (80, 24), (40, 12), (20, 5), (10, 2)] {
            let mut screen = open(text, size);
            screen.press("GnNg");
            screen.text();
        }
    }
    let ascii = open(TARIFFS, (160, 50)).ascii();
    assert!(ascii.text().contains("--------+------+------+---"), "{}", ascii.text());
}
