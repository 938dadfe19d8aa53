//! Whole agreements against each other.

use super::*;
use crate::data::builtin;
use crate::model::Dossier;
use std::sync::Arc;

/// Two agreements, `a` and `b`; a clause is `heading: text`, or `heading @sector: text`.
fn two(a: &[&str], b: &[&str]) -> Collection {
    let clause = |(i, words): (usize, &&str)| {
        let (head, text) = words.split_once(": ").unwrap_or(("", words));
        let (heading, sector) = head.split_once(" @").unwrap_or((head, ""));
        let sectors: Vec<&str> = Some(sector).filter(|s| !s.is_empty()).into_iter().collect();
        serde_json::json!({ "id": format!("c{i}"), "heading": heading, "text": text, "wording": "official", "sectors": sectors })
    };
    let agreement = |id: &str, clauses: &[&str]| {
        let clauses: Vec<_> = clauses.iter().enumerate().map(clause).collect();
        serde_json::json!({ "id": id, "title": id, "signed": "2001", "clauses": clauses })
    };
    let dossier = serde_json::json!({
        "format": "accords/1", "id": "d", "title": "d",
        "sectors": [{ "id": "trade", "name": "Trade" }, { "id": "energy", "name": "Energy" }],
        "agreements": [agreement("a", a), agreement("b", b)],
    });
    let dossier: Dossier = serde_json::from_value(dossier).unwrap();
    Collection::new(vec![Arc::new(dossier.arrange())])
}

fn compared(collection: &Collection, left: &str, right: &str) -> Comparison {
    compare(collection, collection.find(left).unwrap(), collection.find(right).unwrap()).unwrap()
}

/// The pairs of the two agreements as `c0=c1`, `c2-` for one alone; with the sector of each group before them.
fn paired(a: &[&str], b: &[&str]) -> String {
    let collection = two(a, b);
    let comparison = compared(&collection, "d/a", "d/b");
    let id = |item: Option<ItemId>| {
        item.and_then(|item| collection.dossier(item)?.clause(item.part)).map(|c| c.id.as_str())
    };
    let groups = comparison.groups.iter().map(|group| {
        let pairs = group.pairs.iter().map(|pair| match (id(pair.left), id(pair.right)) {
            (Some(l), Some(r)) => format!("{l}={r}"),
            (Some(l), None) => format!("{l}-"),
            (None, r) => format!("+{}", r.unwrap_or("?")),
        });
        let sector = group.sector.as_ref().map(|s| format!("{s}: ")).unwrap_or_default();
        sector + &pairs.collect::<Vec<_>>().join(" ")
    });
    groups.collect::<Vec<_>>().join(" | ")
}

#[test]
fn clauses_are_paired_by_heading_and_wording() {
    let a =
        ["Purpose: to trade freely", "Customs: no duty is raised on goods", "Court: disputes go to a court"];
    for (b, expected) in [
        (&a[..], "c0=c0 c1=c1 c2=c2"),
        (&["Court: all goes to judges", "Aim: to trade freely"][..], "c0=c1 c1- c2=c0"),
        (&["Fish: the sea is open to both"][..], "+c0 c0- c1- c2-"),
        (
            &[
                "Purpose: to trade freely",
                "New: something else entirely",
                "Customs: no duty is raised on goods",
            ][..],
            "c0=c0 +c1 c1=c2 c2-",
        ),
    ] {
        assert_eq!(paired(&a, b), expected, "{b:?}");
    }
}

#[test]
fn pairs_stand_under_their_sectors_in_the_order_of_the_dossier() {
    assert_eq!(
        paired(
            &[
                "One @energy: gas flows freely between them",
                "Two @trade: goods move freely",
                "Three: the end of it"
            ],
            &["One: gas flows freely between them", "Four @energy: oil and coal besides"],
        ),
        "Trade: c1- | Energy: c0=c0 +c1 | c2-"
    );
}

#[test]
fn two_clauses_are_a_pair_however_unlike() {
    let collection = two(&["A: one thing"], &["B: another matter"]);
    let comparison = compared(&collection, "d/a.c0", "d/b.c0");
    let counts = comparison.counts;
    assert_eq!((counts.pairs, counts.same, counts.only_left, counts.only_right), (1, 0, 2, 2));
}

#[test]
fn a_clause_finds_its_answer_in_an_agreement() {
    let collection = two(&["A: one thing and more"], &["B: another matter", "C: one thing and less"]);
    let comparison = compared(&collection, "d/a.c0", "d/b");
    let counts = comparison.counts;
    assert_eq!((counts.pairs, counts.right_alone, counts.same), (1, 1, 3));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let collection = Collection::new(vec![Arc::new(builtin().unwrap())]);
    let find = |address: &str| collection.find(address).unwrap();
    let says =
        |left: &str, right: &str| compare(&collection, find(left), find(right)).unwrap_err().to_string();
    assert!(says("aze-kgz/un", "aze-kgz/declaration-2022").starts_with("aze-kgz/un is neither"));
    assert!(says("aze-kgz/declaration-2022", "aze-kgz/declaration-2022").starts_with("both are aze-kgz/"));
    let found = compared(&collection, "aze-kgz/declaration-2022", "aze-kgz/memorandum-2022");
    assert!(found.groups.len() > 1 && found.counts.left_alone > 0);
}

#[test]
fn many_clauses_find_their_counterparts() {
    // More clauses than are measured, with words that all of them share.
    let text = |i: usize, word: &str| {
        format!(
            "Rule w{i} x{}: the parties shall {word} w{i} and x{} of y{} with z{}",
            i % 97,
            i % 89,
            i % 83,
            i % 79
        )
    };
    let a: Vec<String> = (0..900).map(|i| text(i, "trade")).collect();
    let b: Vec<String> = (0..900).rev().map(|i| text(i, "exchange")).collect();
    let refs = |texts: &'_ [String]| texts.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
    let (left, right) = (refs(&a), refs(&b));
    let found = paired(&left.lines().collect::<Vec<_>>(), &right.lines().collect::<Vec<_>>());
    assert!(found.starts_with("c0=c899 c1=c898 ") && found.ends_with("c899=c0"), "{found}");
    assert!(!found.contains('+') && !found.contains('-'));
}

#[test]
fn clauses_that_are_all_alike_stay_in_their_places() {
    let all = vec!["Rule: the same words in every clause"; 2400];
    let found = paired(&all, &all);
    assert!(
        found.starts_with("c0=c0 ") && found.contains(" c1200=c1200 ") && found.ends_with(" c2399=c2399")
    );
}

#[test]
fn a_pair_is_alike_differing_or_too_different() {
    let collection = two(
        &["A: one two three four", "B: one two three four", "C: gone", "Title: fish"],
        &["A: one two, Three four", "B: one two three five", "D: came", "Title: oil and gas"],
    );
    let found = compared(&collection, "d/a", "d/b");
    let states: Vec<PairState> = found.pairs().map(Pair::state).collect();
    use PairState::*;
    assert_eq!(states, [Alike, Differing, OnlyRight, OnlyLeft, TooDifferent]);
    assert_eq!((found.counts.pairs, found.counts.equal, found.counts.differing()), (3, 1, 2));
    let left = found.differing();
    assert_eq!((left.pairs().count(), left.counts.pairs), (4, 3));
}

#[test]
fn a_value_in_another_column_differs() {
    let table = |row: &str| format!("| P | 2020 | 2021 |\n| --- | --- | --- |\n| Wheat | {row}");
    let differs = |left: &str, right: &str| {
        let found = Difference::of(left, right);
        (found.only_left, found.only_right)
    };
    assert_eq!(differs(&table("5% | |"), &table("5% | |")), (0, 0));
    assert_eq!(differs(&table("5% | |"), &table(" | 5% |")), (1, 1));
    assert_eq!(differs(&table("5% ||"), &table("5% | |")), (1, 1));
    // A column more is not a difference in the others.
    let wider = "| P | 2019 | 2020 | 2021 |\n| --- | --- | --- | --- |\n| Wheat | 1% | 5% | |";
    assert_eq!(differs(&table("5% | |"), wider), (0, 2));
    // Against text, words are words.
    assert_eq!(differs(&table("5% | |"), "P 2020 2021 Wheat 5%"), (0, 0));
}
