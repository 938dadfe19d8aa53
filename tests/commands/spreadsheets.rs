//! Lists as spreadsheets: what is written is read back.

use crate::shell::{run, stderr};
use std::io::Read;

const FILE: &str = r#"{"format": "accords/1", "id": "x", "title": "X",
 "parties": [{"id": "AZE", "kind": "state", "name": "Azerbaijan"}],
 "sources": [{"id": "s", "kind": "news", "publisher": "The Herald", "title": "T"}],
 "agreements": [
  {"id": "a", "title": "=HYPERLINK(1)", "signed": "1988-09-06", "series": "1556 UNTS 91", "parties": ["AZE"], "sources": ["s"]},
  {"id": "b", "title": "Year only", "signed": "1988", "sources": ["s"]},
  {"id": "c", "title": "Old", "signed": "1856-03-30", "sources": ["s"]}]}"#;

/// A part of a spreadsheet.
fn part(file: &std::path::Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_list_is_a_spreadsheet_with_dates_and_without_formulas() {
    let folder = tempfile::tempdir().unwrap();
    let (json, list) = (folder.path().join("x.json"), folder.path().join("list.xlsx"));
    std::fs::write(&json, FILE).unwrap();
    let args = ["agreements", json.to_str().unwrap(), "--format", "xlsx", "-o", list.to_str().unwrap()];
    assert!(run(&args).status.success());
    let (cells, strings) = (part(&list, "xl/worksheets/sheet1.xml"), part(&list, "xl/sharedStrings.xml"));
    assert!(
        cells.contains("state=\"frozen\"") && cells.contains("<cols>") && !cells.contains("<f>"),
        "{cells}"
    );
    // 6 September 1988; the others are not days that a spreadsheet knows.
    assert!(cells.contains("<v>32392</v>"), "{cells}");
    for text in ["=HYPERLINK(1)", "1988", "1856-03-30", "AZE", "Azerbaijan", "The Herald", "1556 UNTS 91"] {
        assert!(strings.contains(&format!(">{text}</t>")), "{text}: {strings}");
    }
    // A second time it is kept, unless --force says otherwise.
    assert_eq!(run(&args).status.code(), Some(2));
    assert!(run(&[&args[..], &["--force"]].concat()).status.success());
}

#[test]
fn what_is_no_text_is_only_written_to_a_file() {
    for args in [
        &["agreements", "--format", "xlsx"][..],
        &["export", "--to", "xlsx"],
        &["search", "energy", "--format", "xlsx", "-o", "-"],
        &["compare", "declaration-2022", "memorandum-2022", "--format", "docx"],
        &["export", "--to", "docx"],
    ] {
        let output = run(args);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(stderr(&output).contains("name a file: -o accords."), "{}", stderr(&output));
    }
}

#[test]
fn csv_begins_with_a_byte_order_mark_if_asked_to() {
    for (args, marked) in [
        (&["agreements", "--format", "csv", "--bom"][..], true),
        (&["export", "--to", "csv", "--bom"], true),
        (&["agreements", "--format", "csv"], false),
    ] {
        let output = run(args);
        assert_eq!(output.stdout.starts_with(b"\xef\xbb\xbfaddress,"), marked, "{args:?}");
    }
    assert_eq!(run(&["agreements", "--bom"]).status.code(), Some(2));
}
