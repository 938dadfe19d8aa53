//! The search thread: the newest query wins, and asking never blocks.

use accords::data::builtin;
use accords::model::Collection;
use accords::search::{Answer, Index, Query, Worker};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

fn worker() -> (Worker, Receiver<Answer>) {
    let (sender, receiver) = channel();
    let worker = Worker::start(move |answer| drop(sender.send(answer))).expect("a thread");
    (worker, receiver)
}

fn corpus() -> (Arc<Collection>, Index) {
    let collection = Collection::new(vec![Arc::new(builtin().expect("the built-in dossier"))]);
    let index = Index::build(&collection);
    (Arc::new(collection), index)
}

const LONG: Duration = Duration::from_secs(20);

#[test]
fn the_newest_query_is_answered_last() {
    let (worker, answers) = worker();
    let (collection, index) = corpus();
    worker.open(Arc::clone(&collection), index.clone());
    let mut newest = 0;
    let query = "renewable energy";
    let asked = Instant::now();
    for end in 1..=query.len() {
        newest = worker.ask(Query::parse(query.get(..end).unwrap_or(query)));
    }
    assert!(asked.elapsed() < Duration::from_millis(500), "asking does not wait");
    let mut last = 0;
    while last < newest {
        let answer = answers.recv_timeout(LONG).expect("an answer");
        assert!(answer.generation > last, "answers come in order, each query's own");
        last = answer.generation;
        if last == newest {
            let expected = index.search(&collection, &Query::parse(query));
            assert_eq!(answer.matches.ranked(), expected.ranked());
            assert_eq!(answer.items, index.len());
        }
    }
    let again = worker.ask(Query::parse(query));
    let answer = std::iter::repeat_with(|| answers.recv_timeout(LONG).expect("the thread still answers"));
    assert!(answer.map(|answer| answer.generation).any(|generation| generation == again));
}

#[test]
fn a_collection_that_comes_later_answers_the_query_asked_before() {
    let (worker, answers) = worker();
    worker.ask(Query::parse("yaks"));
    let (collection, index) = corpus();
    worker.open(collection, index);
    let answer = answers.recv_timeout(LONG).expect("an answer");
    assert!(answer.matches.all_words() > 0);
}

#[test]
fn an_idle_worker_ends_when_it_is_dropped() {
    let (worker, answers) = worker();
    drop(worker);
    assert!(answers.recv_timeout(LONG).is_err());
}
