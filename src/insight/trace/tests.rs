//! Tracing in a small collection whose answers are known.

use super::*;
use crate::insight::lists::{Order, items};
use crate::model::ItemId;
use crate::model::{Collection, Dossier, Kind};
use proptest::prelude::*;
use std::sync::Arc;

const OLD: &str = "the parties shall open their markets to goods of each other without any duty at all";

/// Agreements as `(id, date, clauses)`, each its own dossier.
fn collection(agreements: &[(&str, Option<&str>, &[&str])]) -> Collection {
    let dossier = |(id, signed, clauses): &(&str, Option<&str>, &[&str])| {
        let clauses: Vec<_> = clauses
            .iter()
            .enumerate()
            .map(|(i, text)| serde_json::json!({ "id": format!("c{i}"), "heading": "h", "text": text, "wording": "official" }))
            .collect();
        let dossier = serde_json::json!({
            "format": "accords/1", "id": id, "title": id,
            "agreements": [{ "id": "a", "title": id, "signed": signed, "clauses": clauses }],
        });
        let dossier: Dossier = serde_json::from_value(dossier).unwrap();
        Arc::new(dossier.arrange())
    };
    Collection::new(agreements.iter().map(dossier).collect())
}

fn names(collection: &Collection, items: impl IntoIterator<Item = ItemId>) -> Vec<String> {
    items.into_iter().map(|item| collection.address(item).unwrap().to_string()).collect()
}

#[test]
fn a_clause_is_traced_to_its_earliest_use() {
    let late = format!("For greater certainty: {}; this is new.", OLD.to_uppercase());
    let collection = collection(&[
        ("late", Some("2010-05-01"), &[&late]),
        ("first", Some("1990"), &["something else", OLD]),
        ("second", Some("2000-01-01"), &[OLD]),
        ("after", Some("2020"), &[OLD]),
        ("undated", None, &[OLD]),
    ]);
    let index = Passages::build(&collection);
    let found = trace_clause(&index, &collection, collection.find("late/a.c0").unwrap()).unwrap();
    assert_eq!((found.passages, found.borrowed, found.runs.len()), (15, 9, 1));
    let run = &found.runs[0];
    assert_eq!((&late[run.range.clone()], run.words), (OLD.to_uppercase().as_str(), 16));
    assert_eq!(names(&collection, [run.earliest]), ["first/a.c1"]);
    assert_eq!(names(&collection, run.after.iter().copied()), ["second/a", "after/a", "undated/a"]);
    assert_eq!(names(&collection, found.from.iter().map(|s| s.agreement)), ["first/a", "second/a"]);
    assert_eq!(found.nearest[0].passages, 9);
    assert!(found.twins.is_empty());
    let twin = trace_clause(&index, &collection, collection.find("second/a.c0").unwrap()).unwrap();
    assert_eq!(names(&collection, twin.twins), ["first/a.c1", "after/a.c0", "undated/a.c0"]);
    assert_eq!((index.twins(10), index.twins(20)), (4, 0));
}

#[test]
fn the_earliest_use_comes_first() {
    let new = "every party shall publish its laws on transit without delay and in a language of the other";
    let late = format!("{new}. {OLD}.");
    let collection = collection(&[
        ("late", Some("2010"), &[&late]),
        ("old", Some("1990"), &[OLD]),
        ("newer", Some("2000"), &[new]),
    ]);
    let index = Passages::build(&collection);
    let found = trace_clause(&index, &collection, collection.find("late/a.c0").unwrap()).unwrap();
    assert_eq!(names(&collection, found.runs.iter().map(|run| run.earliest)), ["old/a.c0", "newer/a.c0"]);
}

#[test]
fn a_printed_draft_is_traced_as_the_clean_one() {
    let text = "The Parties shall strengthen their economic co-operation in trade and encourage the re-establishment of \
                non-discriminatory treatment of their enterprises in the territory of the other Party";
    let collection = collection(&[("old", Some("1990"), &[text])]);
    let pages = |break_line: &dyn Fn(usize) -> String| -> String {
        let words =
            text.replace("co-operation", "cooperation").replace("re-establishment", "reestablishment");
        let (head, tail) = words.split_at(words.find("tory").unwrap());
        // Lines that repeat with the pages would be headers.
        let pages = ["one", "two", "three"].into_iter().zip(1..);
        let page = |(word, page): (&str, usize)| {
            format!("{word} {head}{}{tail} {word}{}", break_line(page), "\n".repeat(20))
        };
        pages.map(page).collect()
    };
    let share = |draft: &str| {
        let draft = without_page_headers(draft);
        let index = Passages::build_for(&collection, &draft, &crate::data::Meter::default());
        let found = trace_draft(&index, &collection, &draft);
        (found.passages, found.borrowed)
    };
    let clean = share(&pages(&|_| String::new()));
    assert_eq!(clean, (3 * 29 - 7, 3 * 20));
    for hyphen in ["-", "\u{ad}", "\u{2010}", "\u{2011}"] {
        assert_eq!(
            share(&pages(&|page| format!("{hyphen}\nAgreement – page {page}\n\n"))),
            clean,
            "{hyphen:?}"
        );
    }
}

#[test]
fn the_shares_of_an_agreement_are_known() {
    let new = "this wording was never seen in any treaty signed before the present one was signed";
    let collection = collection(&[
        ("b", Some("2001-01-01"), &[OLD, new, OLD]),
        ("a", Some("2001-01-01"), &[OLD]),
        ("c", Some("2002"), &[new]),
    ]);
    let index = Passages::build(&collection);
    let found = trace_agreement(&index, &collection, collection.find("b/a").unwrap()).unwrap();
    // A passage that comes twice counts once; of two signed on one day the first by address is the earlier.
    assert_eq!((found.passages, found.borrowed), (17, 9));
    assert_eq!(found.from, [Share { agreement: collection.find("a/a").unwrap(), passages: 9 }]);
    assert_eq!(found.first, found.from);
    assert_eq!(found.later, [Share { agreement: collection.find("c/a").unwrap(), passages: 8 }]);
    let clauses: Vec<(usize, usize)> = found.clauses.iter().map(|c| (c.passages, c.borrowed)).collect();
    assert_eq!(clauses, [(9, 9), (8, 0), (9, 9)]);
    let first = trace_agreement(&index, &collection, collection.find("a/a").unwrap()).unwrap();
    assert_eq!((first.borrowed, first.from.len(), first.later.len()), (0, 0, 1));
}

#[test]
fn a_passage_of_chinese_is_sixteen_letters() {
    let old = "缔约双方相互尊重主权和领土完整，互不侵犯";
    let collection = collection(&[("a", Some("2002"), &[old]), ("b", Some("2012"), &[old, "互不干涉内政"])]);
    let index = Passages::build(&collection);
    let found = trace_draft(&index, &collection, &format!("第一条：{old}。"));
    assert_eq!((found.length, found.passages, found.borrowed), (PASSAGE_LETTERS, 7, 4));
    let draft = format!("第一条：{old}。");
    assert_eq!(&draft[found.runs[0].range.clone()], old);
    let found = trace_agreement(&index, &collection, collection.find("b/a").unwrap()).unwrap();
    assert_eq!((found.length, found.passages, found.borrowed), (PASSAGE_LETTERS, 4, 4));
    // Fifteen letters are too few.
    assert_eq!(trace_draft(&index, &collection, "缔约双方相互尊重主权和领土完整").passages, 0);
}

#[test]
fn a_draft_is_traced_as_if_signed_last() {
    let collection = collection(&[("a", Some("2001"), &[OLD]), ("b", None, &["short"])]);
    let index = Passages::build(&collection);
    let draft = trace_draft(&index, &collection, &format!("Whereas {OLD}"));
    assert_eq!((draft.passages, draft.borrowed), (10, 9));
    assert_eq!(draft.nearest[0].difference.only_left, 1);
    let none = trace_draft(&index, &collection, "too short to be traced");
    assert_eq!((none.passages, none.runs.len(), none.nearest.len()), (0, 0, 0));
    assert!(
        trace_draft(&Passages::build(&Collection::default()), &Collection::default(), OLD).runs.is_empty()
    );
}

proptest! {
    #[test]
    fn an_index_for_one_item_traces_it_as_that_of_all_does(
        texts in prop::collection::vec("((the|of|goods|co-operation|cooperation|co operation|duty) ){0,24}", 4),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let agreements: [(&str, Option<&str>, &[&str]); 3] =
            [("one", Some("1990"), &texts[..2]), ("two", Some("2000"), &texts[2..3]), ("three", None, &texts[3..])];
        let collection = collection(&agreements);
        let all = Passages::build(&collection);
        for kind in [Kind::Agreement, Kind::Clause] {
            for item in items(&collection, kind, Order::Usual) {
                let own = Passages::build_of(&collection, item, &crate::data::Meter::default());
                let traced = |index: &Passages| {
                    let clause = trace_clause(index, &collection, item);
                    format!("{clause:?} {:?}", trace_agreement(index, &collection, item))
                };
                prop_assert_eq!(traced(&own), traced(&all));
            }
        }
    }
}
