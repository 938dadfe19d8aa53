//! What `compare` says of pairs that are alike, that differ, and that have little in common, in every form.

use crate::shell::{run, stdout};
use serde_json::{Value, json};
use tempfile::TempDir;

/// What a command prints; the dossier has no sources, of which it warns.
fn out(arguments: &[&str]) -> String {
    stdout(&run(arguments))
}

/// Two agreements: a pair alike, one that differs, one with little in common, and a clause on each side alone.
fn dossier(folder: &TempDir) -> String {
    let clause = |(id, text): (usize, &&str)| {
        let (heading, text) = text.split_once(": ").unwrap();
        json!({ "id": format!("c{id}"), "heading": heading, "text": text, "wording": "official" })
    };
    let agreement = |id: &str, clauses: &[&str]| {
        let clauses: Vec<Value> = clauses.iter().enumerate().map(clause).collect();
        json!({ "id": id, "title": id, "signed": "2001", "parties": [], "clauses": clauses })
    };
    let left = [
        "Court: disputes go to a court",
        "Goods: no duty is raised on goods",
        "Fish: the sea is open",
        "Aim: peace",
    ];
    let right = [
        "Court: disputes go to a court",
        "Goods: no tax is raised on goods",
        "Fish: quotas follow every year",
        "End: never",
    ];
    let dossier = json!({
        "format": "accords/1", "id": "d", "title": "D", "agreements": [agreement("a", &left), agreement("b", &right)],
    });
    let file = folder.path().join("d.json");
    std::fs::write(&file, dossier.to_string()).unwrap();
    file.to_str().unwrap().to_owned()
}

const TOTALS: &str = "3 pairs · 1 alike · 2 differing · 1 only left · 1 only right";
const UNMARKED: &str = "too different to mark words: 0 words unchanged · 4 left only · 4 right only";

#[test]
fn totals_and_unmarked_texts_are_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let file = dossier(&folder);
    let text = out(&["compare", "d/a", "d/b", &file]);
    for words in [
        TOTALS,
        &format!("  {UNMARKED}\n  [-left-]  the sea is open\n  {{+right+}} quotas follow every year\n"),
        "no [-duty-] {+tax+} is raised on goods",
        "only left: Aim",
        "only right: End",
        "disputes go to a court",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let differing = out(&["compare", "d/a", "d/b", "--differing", &file]);
    assert!(differing.contains(TOTALS) && !differing.contains("disputes go to a court"), "{differing}");
    let record: Value = serde_json::from_str(&out(&["compare", "d/a", "d/b", "--json", &file])).unwrap();
    assert_eq!(
        record["passages"],
        json!({ "pairs": 3, "equal": 1, "differing": 2, "only_left": 1, "only_right": 1 })
    );
    let states: Vec<&str> = record["groups"][0]["pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| pair["state"].as_str().unwrap())
        .collect();
    assert_eq!(states.iter().filter(|state| **state == "too different to mark words").count(), 1);
    let markdown = out(&["compare", "d/a", "d/b", "--format", "markdown", &file]);
    assert!(markdown.contains(TOTALS), "{markdown}");
    for name in ["c.html", "c.md"] {
        let saved = folder.path().join(name);
        run(&["compare", "d/a", "d/b", "-o", saved.to_str().unwrap(), &file]);
        let saved = std::fs::read_to_string(saved).unwrap();
        assert!(saved.contains(TOTALS) && saved.contains(UNMARKED), "{saved}");
        assert!(saved.contains("quotas follow every year") && !saved.contains("<ins>quotas"), "{saved}");
    }
}
