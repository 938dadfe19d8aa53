//! Coverage and follow-up as commands.

use crate::shell::{file, held, out, run, stderr};
use accords::data::{builtin, builtin_topics};
use accords::insight::{Subjects, coverage, follow_up, of_item};
use accords::model::{Collection, Kind};
use serde_json::Value;
use std::sync::Arc;

fn json(arguments: &[&str]) -> Value {
    serde_json::from_slice(&run(arguments).stdout).unwrap()
}

fn open() -> Collection {
    Collection::new(vec![Arc::new(builtin().unwrap())])
}

/// A dossier without sectors.
const BARE: &str = r#"{"format": "accords/1", "id": "bare", "title": "Bare", "sources": [{"id": "s", "kind": "primary", "publisher": "P", "title": "T"}],
 "agreements": [{"id": "one", "title": "One", "signed": "1999", "sources": ["s"], "clauses": [
  {"id": "a1", "heading": "General", "text": "The Parties trade electricity.", "wording": "official", "sources": ["s"]},
  {"id": "a2", "heading": "Energy", "text": "The Parties cooperate.", "wording": "official", "sources": ["s"]}]}]}"#;

#[test]
fn the_matrix_agrees_with_the_sectors_pane() {
    let collection = open();
    let found = coverage(
        &collection,
        &builtin_topics().unwrap(),
        Subjects::SectorsElseTopics,
        |_| true,
        &accords::data::Meter::default(),
    );
    let (sectors, agreements) = (held(Kind::Sector), held(Kind::Agreement));
    assert_eq!((found.subjects.len(), found.agreements.len()), (sectors, agreements));
    for (row, _) in found.subjects.iter().enumerate() {
        let sector =
            collection.find(&format!("aze-kgz/{}", collection.dossiers()[0].sectors[row].id)).unwrap();
        let related = of_item(&collection, sector);
        let passages: usize = (0..agreements).map(|column| found.cell(row, column).len()).sum();
        assert_eq!(passages, related.agreements.len() + related.clauses.len(), "{}", found.subjects[row]);
    }
}

#[test]
fn a_dossier_without_sectors_is_set_against_topics() {
    let path = file("bare.json", BARE);
    let value = json(&["coverage", &path, "--format", "json"]);
    let energy = value.as_array().unwrap().iter().find(|c| c["subject"] == "Energy").unwrap();
    // A word in the heading comes before one in the text.
    assert_eq!(energy["addresses"], serde_json::json!(["bare/one.a2", "bare/one.a1"]));
    // A cell without passages is listed too.
    assert!(value.as_array().unwrap().iter().any(|c| c["passages"] == 0));
    let said = out(&["coverage", &path]);
    assert!(said.contains("Human rights") && said.contains("1  1999  One  [bare/one]"), "{said}");
}

#[test]
fn topics_of_ones_own_take_the_place_of_sectors() {
    let topics = file("mine.toml", "[[topic]]\nname = \"Councils\"\nwords = [\"council*\"]\n");
    let value = json(&["coverage", "--topics", &topics, "--format", "json"]);
    let cells = value.as_array().unwrap();
    assert!(!cells.is_empty() && cells.iter().all(|cell| cell["subject"] == "Councils"));
    let bad = file("bad.toml", "[[topic]]\nname = 3\n");
    let output = run(&["coverage", "--topics", &bad]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("bad.toml:2:8: error: is not a list of topics"));
}

#[test]
fn follow_up_is_the_readers_done_since() {
    let collection = open();
    let found = follow_up(&collection);
    let clauses: Vec<_> = found.iter().flat_map(|of| &of.clauses).collect();
    assert_eq!(clauses.len(), held(Kind::Clause));
    for (clause, done) in &clauses {
        assert_eq!(*done, of_item(&collection, *clause).done_since);
    }
    let value = json(&["follow-up", "--format", "json"]);
    let acts: usize = value.as_array().unwrap().iter().map(|c| c["done"].as_array().unwrap().len()).sum();
    assert_eq!(acts, clauses.iter().map(|(_, done)| done.len()).sum::<usize>());
    assert!(
        value
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|c| c["done"].as_array().unwrap())
            .all(|a| a["basis"] == "reading")
    );
    // One line of CSV for each act, and one for each clause without any.
    let csv = out(&["follow-up", "--format", "csv"]);
    let lines = csv::Reader::from_reader(csv.as_bytes()).records().count();
    assert_eq!(lines, acts + clauses.iter().filter(|(_, done)| done.is_empty()).count());
    let first = out(&["follow-up", "--format", "jsonl", "--limit", "1"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&first).unwrap(), value[0]);
    let said = out(&["follow-up"]);
    let without = clauses.iter().filter(|(_, done)| done.is_empty()).count();
    assert!(
        said.contains(&format!("No follow-up on record: {without} of {} clauses", clauses.len())),
        "{said}"
    );
    assert!(said.contains("23 more points are not on record"), "{said}");
}
