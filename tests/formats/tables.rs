//! Tables in a text keep their grid in every format that has a grid.

use accords::data;
use accords::data::akoma_ntoso::{NAMESPACE, write_agreement};
use accords::model::Dossier;
use accords::text::grid::{Block, Cell, Grid, blocks};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;

fn read(text: &str) -> Arc<Dossier> {
    let loaded = data::parse(Path::new("x.xml"), text);
    assert_eq!(loaded.problems, [], "{text}");
    loaded.dossiers[0].clone()
}

/// The text of a clause with this content.
fn text(content: &str) -> String {
    let document = format!(
        "<akomaNtoso xmlns=\"{NAMESPACE}\"><act name=\"treaty\"><body><article eId=\"a\"><content>{content}</content>\
         </article></body></act></akomaNtoso>"
    );
    read(&document).agreements[0].clauses[0].text.clone()
}

/// The agreement, written without the record of this program and read again.
fn there_and_back(dossier: &Dossier) -> Dossier {
    let written = write_agreement(dossier, &dossier.agreements[0]);
    let (before, record) = written.split_once("<record").unwrap();
    let after = record.split_once("</record>").unwrap().1;
    Dossier::clone(&read(&format!("{before}{after}")))
}

#[test]
fn cells_stay_in_their_columns() {
    let dossier = read(include_str!("cases/table-empty-cells.xml"));
    let text = &dossier.agreements[0].clauses[0].text;
    assert_eq!(
        text,
        "| Product | 2020 | 2021 | 2022 |\n| --- | --- | --- | --- |\n| Wheat | | 5% | |\n| Maize | | | 7% |\n\
         | Rice | 9% || 1% |\n| ^^ | 8% | 6% | 2% |"
    );
    assert_eq!(&there_and_back(&dossier).agreements[0].clauses[0].text, text);
}

#[test]
fn tables_are_read_as_they_are_in_documents() {
    for (content, expected) in [
        // A heading of a row is not a header row.
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><th>x</th><td>1</td></tr></table>",
            "| A | B |\n| --- | --- |\n| x | 1 |",
        ),
        // Header rows with spans in both directions, a short row, and a span that is too long.
        (
            "<table><caption>Rates</caption><tr><th rowspan='2'>A</th><th colspan='2'>B</th></tr><tr><th>c</th><th>d</th></tr>\
             <tr><td rowspan='9'>x</td><td colspan='2' rowspan='2'>1</td></tr><tr/><tr><td>2</td></tr></table>",
            "Rates\n\n| A | B ||\n| ^^ | c | d |\n| --- | --- | --- |\n| x | 1 ||\n| ^^ | ^^ ||\n| ^^ | 2 |",
        ),
        // Several paragraphs, a list and a break in a cell.
        (
            "<p>One:</p><table><tr><td><p>a  b</p><p>c<br/>d</p></td><td><ul><li><num>1.</num><p>x</p></li></ul></td></tr></table><p>two</p>",
            "One:\n\n| --- | --- |\n| a b \\ c \\ d | 1. x |\n\ntwo",
        ),
        // In an item of a list.
        (
            "<blockList><item><num>(a)</num><p>these</p><table><tr><td>1</td><td/></tr></table></item><item><num>(b)</num><p>x</p></item></blockList>",
            "(a) these\n\n| --- | --- |\n| 1 | |\n\n(b) x",
        ),
        // Right to left.
        (
            "<table><tr><th>المنتج</th><th>٢٠٢٠</th></tr><tr><td>قمح</td><td>٥٪</td></tr></table>",
            "| المنتج | ٢٠٢٠ |\n| --- | --- |\n| قمح | ٥٪ |",
        ),
        // Marks of the written form are text in a cell.
        (
            "<table><tr><th>---</th></tr><tr><td>a|b \\ ^^</td></tr><tr><td>^^</td></tr><tr><td>&lt;br&gt;</td></tr></table>",
            "| \\--- |\n| --- |\n| a\\|b \\\\ ^^ |\n| \\^^ |\n| \\<br> |",
        ),
        // A row of bars above a table does not become its header.
        ("<p>|x|</p><table><tr><td>1</td></tr></table>", "|x|\n\n| --- |\n| 1 |"),
        ("<table><tr/></table><p>x</p>", "x"),
        ("<p>a | b</p><p>| c |</p>", "a | b\n| c |"),
    ] {
        assert_eq!(text(content), expected, "{content}");
        let dossier = read(&format!(
            "<akomaNtoso xmlns=\"{NAMESPACE}\"><act name=\"treaty\"><body><article eId=\"a\"><content>{content}</content>\
             </article></body></act></akomaNtoso>"
        ));
        assert_eq!(there_and_back(&dossier).agreements[0].clauses, dossier.agreements[0].clauses);
    }
}

#[test]
fn a_table_in_a_note_is_on_the_line_of_the_note() {
    let content = "<p>Fish<authorialNote><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table></authorialNote>.</p>";
    assert_eq!(text(content), "Fish [a | b c].");
}

fn cell() -> impl Strategy<Value = Cell> {
    let text = "([a-z|\\\\^<>-]{1,4}( [a-z|\\\\^-]{1,3})?|<br>|\\^\\^|---)?";
    (text, text, 1..3usize, 1..3usize).prop_map(|(one, two, columns, rows)| Cell {
        text: format!("{one}\n{two}").trim().to_owned(),
        columns,
        rows,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn any_table_comes_back_the_same(
        headers in 0..3usize,
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..4), 1..5),
    ) {
        let mut dossier = Dossier::clone(&read(include_str!("cases/table-empty-cells.xml")));
        let written = Grid::new(headers, rows).to_string();
        dossier.agreements[0].clauses[0].text = format!("Before\n\n{written}\n\n{written}\n\nafter");
        let back = there_and_back(&dossier);
        let found = blocks(&back.agreements[0].clauses[0].text);
        prop_assert_eq!(found.iter().filter(|block| matches!(block, Block::Grid(..))).count(), 2);
        prop_assert_eq!(&back.agreements[0].clauses, &dossier.agreements[0].clauses);
    }
}
