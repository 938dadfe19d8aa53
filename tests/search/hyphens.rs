//! Words with a hyphen: the same as without it, in queries and in texts.

use accords::model::{Collection, Dossier, Kind};
use accords::search::{Index, Matches, Query};
use std::sync::Arc;

/// A dossier with an agreement of clauses with these texts.
fn collection(texts: &[&str]) -> Collection {
    let clause = |(i, text): (usize, &&str)| serde_json::json!({ "id": format!("c{i}"), "heading": "h", "text": text, "wording": "official" });
    let clauses: Vec<_> = texts.iter().enumerate().map(clause).collect();
    let dossier = serde_json::json!({
        "format": "accords/1", "id": "d", "title": "d",
        "agreements": [{ "id": "a", "title": "a", "signed": "2001", "language": "en", "clauses": clauses }],
    });
    let dossier: Dossier = serde_json::from_value(dossier).expect("a dossier");
    Collection::new(vec![Arc::new(dossier.arrange())])
}

fn search(collection: &Collection, query: &str) -> Matches {
    Index::build(collection).search(collection, &Query::parse(query))
}

const TEXTS: [&str; 9] = [
    "economic cooperation in trade",
    "economic co-operation in trade",
    "economic co\u{2010}operation in trade",
    "economic co\u{2011}operation in trade",
    "economic co\u{2043}operation in trade",
    "economic co\u{ad}operation in trade",
    "economic co-\noperation in trade",
    "economic co\u{ad}\noperation in trade",
    "to co-ordinate the economic operation in trade",
];

#[test]
fn both_writings_find_both_and_nothing_else() {
    let collection = collection(&TEXTS);
    for query in [
        "cooperation",
        "co-operation",
        "Co\u{2011}operation",
        "co\u{ad}operation",
        "co\u{2010}operation",
        "co\u{2043}operation",
        "CO-OPERATION",
        "\"cooperation\"",
        "\"co-operation\"",
        "\"economic cooperation in trade\"",
        "\"economic co-operation in trade\"",
        "cooperation -ordinate",
    ] {
        let found = search(&collection, query);
        assert_eq!(found.count(Kind::Clause), 8, "{query}");
        assert!(!found.only_close() && found.corrections().count() == 0, "{query}");
        for text in TEXTS.iter().take(8) {
            let lit = found.highlight(text);
            let print = lit.first().and_then(|range| text.get(range.clone())).unwrap_or_default();
            let letters: String = print.chars().filter(|c| c.is_alphabetic() || *c == ' ').collect();
            assert!(letters.ends_with("cooperation") || letters.ends_with("in trade"), "{query}: {print:?}");
        }
    }
    let count = |query: &str| search(&collection, query).count(Kind::Clause);
    assert_eq!((count("-cooperation operation"), count("-co-operation trade")), (1, 1));
    assert_eq!(count("trade OR co-operation"), 9);
    assert_eq!((count("cooperat*"), count("co-operat*"), count("co-operat")), (8, 8, 8));
    // Other forms of the word too.
    assert_eq!((count("co-operations "), count("cooperations ")), (8, 8));
}

#[test]
fn the_same_word_is_ranked_the_same() {
    let collection = collection(&TEXTS);
    let scores = |query: &str| -> Vec<u32> {
        search(&collection, query).ranked().iter().take(8).map(|found| found.score).collect()
    };
    assert_eq!(scores("economic cooperation in trade"), scores("economic co-operation in trade"));
    let all = scores("economic co-operation in");
    assert!(all.iter().all(|score| Some(score) == all.first()), "{all:?}");
    let found = search(&collection, "co-operation");
    let best = found.ranked().first().expect("a match");
    let why = found.why(&collection, best.item);
    assert!(why.iter().all(|why| why.tier == accords::search::Tier::Exact), "{why:?}");
}

#[test]
fn parts_are_found_too() {
    let texts = [
        "non-tariff measures",
        "nontariff measures",
        "non tariff measures",
        "self-determination of peoples",
        "they re-establish the council",
        "non-discriminatory tariff",
    ];
    let collection = collection(&texts);
    let found = |query: &str| -> Vec<usize> {
        let matches = search(&collection, query);
        let mut found: Vec<_> = matches.items(Kind::Clause).map(|item| item.part.place() as usize).collect();
        found.sort_unstable();
        found
    };
    assert_eq!(found("tariff "), [0, 1, 2, 5]);
    assert_eq!(found("\"tariff\""), [0, 2, 5]);
    // Also as two words in a row, and not apart.
    assert_eq!(found("non-tariff"), [0, 1, 2]);
    assert_eq!(found("\"non-tariff measures\""), [0, 1, 2]);
    assert_eq!(found("nontariff"), [0, 1]);
    assert_eq!(found("determination"), [3]);
    assert_eq!(found("self-determination"), [3]);
    assert_eq!(found("\"self determination of peoples\""), [3]);
    assert_eq!(
        (found("reestablish"), found("re-establish"), found("establish ")),
        (vec![4], vec![4], vec![4])
    );
    let non_tariff = search(&collection, "non-tariff");
    assert_eq!(non_tariff.highlight(texts[2]), std::slice::from_ref(&(0..10)));
    for found in non_tariff.ranked() {
        let words: Vec<_> =
            non_tariff.why(&collection, found.item).into_iter().map(|why| why.matched_word).collect();
        assert!(!words.is_empty() && words.iter().all(|word| word.starts_with("non")), "{words:?}");
    }
}

#[test]
fn words_that_no_text_joins_are_words_by_themselves() {
    let collection = collection(&["the council of the interstate commission", "an interstate body"]);
    assert_eq!(search(&collection, "commission-interstate").all_words(), 1);
    assert_eq!(search(&collection, "inter-state").count(Kind::Clause), 2);
}
