//! Tables in texts keep their grid in what is printed and exported.

use crate::shell::{out, run};
use accords::data;
use accords::model::Collection;
use accords::report::quotation;
use scraper::{Html, Selector};
use std::path::Path;

const CASE: &str = "tests/formats/cases/table-empty-cells.xml";

const ALIGNED: &str = "\
Product │ 2020 │ 2021 │ 2022
────────┼──────┼──────┼─────
Wheat   │      │ 5%   │
────────┼──────┼──────┼─────
Maize   │      │      │ 7%
────────┼──────┴──────┼─────
Rice    │ 9%          │ 1%
        ├──────┬──────┼─────
        │ 8%   │ 6%   │ 2%";

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}

#[test]
fn a_page_and_a_quotation_show_the_columns() {
    let shown = out(&["show", "un-t9/art_1", CASE]);
    assert!(shown.contains(&indented(ALIGNED)), "{shown}");
    let text = data::read_text(Path::new(CASE), data::DEFAULT_MAX_SIZE).unwrap();
    let collection = Collection::new(data::parse(Path::new(CASE), &text).dossiers);
    let quoted = quotation(&collection, collection.find("un-t9/art_1").unwrap()).unwrap();
    assert!(quoted.starts_with(&format!("“{ALIGNED}”")), "{quoted}");
}

#[test]
fn cells_of_html_are_those_of_the_table() {
    let page = Html::parse_document(&out(&["export", "--to", "html", CASE]));
    let select = |selector: &str| Selector::parse(selector).unwrap();
    type Shown = (String, Option<String>, Option<String>);
    let rows: Vec<Vec<Shown>> = page
        .select(&select("table.grid tr"))
        .map(|row| {
            row.select(&select("th, td"))
                .map(|cell| {
                    let span = |name: &str| cell.value().attr(name).map(str::to_owned);
                    (cell.text().collect(), span("colspan"), span("rowspan"))
                })
                .collect()
        })
        .collect();
    let plain = |text: &str| (text.to_owned(), None, None);
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[1], [plain("Wheat"), plain(""), plain("5%"), plain("")]);
    assert_eq!(
        rows[3],
        [
            ("Rice".to_owned(), None, Some("2".to_owned())),
            ("9%".to_owned(), Some("2".to_owned()), None),
            plain("1%")
        ]
    );
    assert_eq!(rows[4], [plain("8%"), plain("6%"), plain("2%")]);
}

#[test]
fn markdown_has_a_table_of_its_own_or_of_html() {
    let markdown = out(&["export", "--to", "markdown", CASE]);
    assert!(markdown.contains("> <tr><td rowspan=\"2\">Rice</td><td colspan=\"2\">9%</td><td>1%</td></tr>"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plain.xml");
    let cut = std::fs::read_to_string(CASE).unwrap();
    let (before, spans) = cut.split_once("<tr><td rowspan").unwrap();
    let after = spans.split_once("</table>").unwrap().1;
    std::fs::write(&file, format!("{before}</table><p>Below *it*.</p>{after}")).unwrap();
    let markdown = out(&["export", "--to", "markdown", file.to_str().unwrap()]);
    let table = "> | Product | 2020 | 2021 | 2022 |\n> |---|---|---|---|\n> | Wheat |  | 5% |  |\n> | Maize |  |  | 7% |\n>\n\
                 > Below \\*it\\*.\n";
    assert!(markdown.contains(table), "{markdown}");
}

#[test]
fn words_of_cells_are_found_and_marks_are_not() {
    let found = out(&["search", "maize", CASE]);
    assert!(found.contains("[un-t9/art_1]") && found.contains("Wheat · 5% / Maize · 7%"), "{found}");
    let none = run(&["search", "\"57\"", CASE]);
    assert_eq!(none.status.code(), Some(1));
}
