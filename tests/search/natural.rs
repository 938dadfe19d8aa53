//! Queries in a reader's own words: one of the addresses beside each must be among the first three matches.

use accords::data::builtin;
use accords::model::Collection;
use accords::search::{Index, Query};
use std::sync::Arc;

/// Queries, each with the addresses that answer it.
const QUERIES: &str = include_str!("natural-words.csv");

#[test]
fn an_answer_is_among_the_first_three() {
    let collection = Collection::new(vec![Arc::new(builtin().expect("the built-in dossier"))]);
    let index = Index::build(&collection);
    let mut wrong = Vec::new();
    for line in QUERIES.lines().skip(1) {
        let (query, answers) = line.rsplit_once(',').expect("a query and its answers");
        let matches = index.search(&collection, &Query::parse(query));
        let first = matches.ranked().iter().take(3).filter_map(|found| collection.address(found.item));
        let first: Vec<String> = first.map(|address| address.to_string()).collect();
        let is_answered = answers.split(' ').any(|answer| first.iter().any(|found| found == answer));
        if !is_answered {
            wrong.push(format!("{query}: {first:?}, expected {answers}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
