//! Known-item search on 450 real trade agreements, beside nucleo on the same texts:
//! `cargo bench -p contenders --bench known`.
//!
//! Each article is searched for by its three rarest ordinary words (five letters or more, in at least five articles, so
//! that none is a scanning error), once clean and once with a typo in each, and counts as found if it is among the first
//! ten. Treaties repeat each other: if more than ten articles hold the three words, no list of ten can be expected to
//! hold the right one. So there are three columns: articles that their words tell apart; all articles; and all, where an
//! article with the same text counts too. Printed with them is how well any order could do that knows how the queries
//! were made: of the articles that hold the three words, those with the fewest rarer words first. Times are from the
//! query to the first sixty ranked and highlighted rows, as each query is typed letter by letter. The files are those
//! that the tests unpack into `target/tmp/tota`, or those in the folder that ACCORDS_TOTA names.

#[path = "../corpus/mod.rs"]
mod corpus;

use accords::data;
use accords::insight::{Order, items};
use accords::model::{Collection, ItemId, Kind};
use accords::search::{Depth, Index, Query};
use corpus::random::Random;
use corpus::slip::slip;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How many articles are searched for.
const MANY: usize = 600;
/// Rows of a screen.
const ROWS: usize = 60;

struct Known {
    item: ItemId,
    /// How many articles hold all three words.
    holders: usize,
    /// The articles with the same text, itself included.
    same: BTreeSet<ItemId>,
    /// Whether an order that knows how the query was made would have it among the first ten.
    is_within_reach: bool,
    clean: String,
    slipped: String,
}

fn main() {
    if std::env::args().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    let folder = std::env::var_os("ACCORDS_TOTA")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("tota"), PathBuf::from);
    if !folder.exists() {
        println!("skipped: no files of ToTA in {}", folder.display());
        return;
    }
    let collection = Collection::new(data::Loader::new(vec![folder]).open().dossiers);
    let articles = items(&collection, Kind::Clause, Order::Usual);
    let known = known(&collection, &articles);
    let told = known.iter().filter(|known| known.holders <= 10).count();
    println!(
        "{} articles, {} of them looked for; {told} are told from the others by their words, the words of {} stand in \
         more than ten articles",
        articles.len(),
        known.len(),
        known.len() - told
    );
    let within_reach = known.iter().filter(|known| known.is_within_reach).count() as f64;
    println!(
        "an order that is told how the queries were made would find {:.3} of all\n",
        within_reach / known.len() as f64
    );
    println!("{:16} {:>15} {:>15} {:>15} {:>26}", "", "told apart", "all", "all, or same", "ms a key");
    println!(
        "{:16} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>8} {:>8} {:>8}",
        "", "clean", "slips", "clean", "slips", "clean", "slips", "p50", "p99", "max"
    );
    let index = Index::build(&collection);
    row("accords", &known, |query| ours(&index, &collection, query), 1);
    let texts: Vec<(ItemId, Utf32String)> =
        articles.iter().map(|item| (*item, Utf32String::from(text(&collection, *item).as_str()))).collect();
    row("nucleo-matcher", &known, |query| nucleo(&texts, query), 40);
}

/// Prints how often a matcher finds the article, and the time per key; every n-th key is timed.
fn row(name: &str, known: &[Known], find: impl Fn(&str) -> Vec<ItemId>, every: usize) {
    // A slow matcher searches for some of the articles only.
    let looked_for: Vec<&Known> = known.iter().step_by(every.div_ceil(8)).collect();
    let share = |query: fn(&Known) -> &str| {
        let answers: Vec<(&Known, Vec<ItemId>)> =
            looked_for.iter().map(|known| (*known, find(query(known)))).collect();
        let of = |asked: fn(&Known) -> bool, found: fn(&Known, &ItemId) -> bool| {
            let asked: Vec<_> = answers.iter().filter(|(known, _)| asked(known)).collect();
            let hits = asked.iter().filter(|(known, ten)| ten.iter().any(|item| found(known, item)));
            hits.count() as f64 / asked.len() as f64
        };
        let itself = |known: &Known, item: &ItemId| known.item == *item;
        let same = |known: &Known, item: &ItemId| known.same.contains(item);
        [of(|known| known.holders <= 10, itself), of(|_| true, itself), of(|_| true, same)]
    };
    let (clean, slipped) = (share(|known| &known.clean), share(|known| &known.slipped));
    let keys =
        known.iter().step_by(5).flat_map(|known| (1..=known.clean.len()).map(|end| &known.clean[..end]));
    let mut times: Vec<f64> = keys
        .step_by(every)
        .map(|key| {
            let pressed = Instant::now();
            black_box(find(key));
            pressed.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{name:16} {:>7.3} {:>7.3} {:>7.3} {:>7.3} {:>7.3} {:>7.3} {:>8.2} {:>8.2} {:>8.2}   \
         ({} articles, {} keys)",
        clean[0],
        slipped[0],
        clean[1],
        slipped[1],
        clean[2],
        slipped[2],
        at(0.5),
        at(0.99),
        at(1.0),
        looked_for.len(),
        times.len()
    );
}

fn ours(index: &Index, collection: &Collection, query: &str) -> Vec<ItemId> {
    let matches = index.search_to(collection, &Query::parse(query), Depth::FRAME);
    for found in matches.ranked().iter().take(ROWS) {
        let clause = collection.dossier(found.item).and_then(|dossier| dossier.clause(found.item.part));
        let (heading, text) = clause.map_or(("", ""), |clause| (&clause.heading, &clause.text));
        black_box((matches.highlight(heading), matches.snippet(text, 90)));
    }
    matches.ranked().iter().take(10).map(|found| found.item).collect()
}

fn nucleo(texts: &[(ItemId, Utf32String)], query: &str) -> Vec<ItemId> {
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let score = |matcher: &mut Matcher, (item, text): &(ItemId, Utf32String)| {
        Some((pattern.score(text.slice(..), matcher)?, *item))
    };
    let mut scored: Vec<(u32, ItemId)> =
        texts.par_iter().map_init(|| Matcher::new(Config::DEFAULT), score).flatten().collect();
    scored.par_sort_unstable_by_key(|(score, item)| (std::cmp::Reverse(*score), *item));
    let (mut matcher, mut places) = (Matcher::new(Config::DEFAULT), Vec::new());
    for (_, item) in scored.iter().take(ROWS) {
        let at = texts.binary_search_by_key(item, |(item, _)| *item);
        if let Ok(at) = at {
            pattern.indices(texts[at].1.slice(..), &mut matcher, &mut places);
        }
        places.clear();
    }
    scored.into_iter().take(10).map(|(_, item)| item).collect()
}

fn text(collection: &Collection, item: ItemId) -> String {
    let clause = collection.dossier(item).and_then(|dossier| dossier.clause(item.part)).unwrap();
    format!("{} {}", clause.heading, clause.text)
}

/// The words of an article's text, without its heading, in their order.
fn wording(collection: &Collection, item: ItemId) -> String {
    let clause = collection.dossier(item).and_then(|dossier| dossier.clause(item.part)).unwrap();
    let words = clause.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_lowercase())).collect()
}

fn known(collection: &Collection, articles: &[ItemId]) -> Vec<Known> {
    let mut holders: HashMap<String, BTreeSet<ItemId>> = HashMap::new();
    let mut same: HashMap<String, BTreeSet<ItemId>> = HashMap::new();
    for item in articles {
        same.entry(wording(collection, *item)).or_default().insert(*item);
        for word in words(&text(collection, *item)) {
            holders.entry(word).or_default().insert(*item);
        }
    }
    let mut random = Random::new(7);
    let mut known = Vec::new();
    for item in articles.iter().step_by(articles.len() / MANY) {
        let mut ordinary: Vec<(usize, String)> = words(&text(collection, *item))
            .into_iter()
            .map(|word| (holders[&word].len(), word))
            .filter(|(held, _)| *held >= 5)
            .collect();
        ordinary.sort();
        let rarest: Vec<String> = ordinary.into_iter().take(3).map(|(_, word)| word).collect();
        if let [first, second, third] = rarest.as_slice() {
            let both = holders[first].intersection(&holders[second]);
            let all: Vec<ItemId> = both.filter(|item| holders[third].contains(item)).copied().collect();
            let rarer = |item: &ItemId| {
                let held = words(&text(collection, *item)).into_iter().map(|word| holders[&word].len());
                held.filter(|held| (5..holders[third].len()).contains(held)).count()
            };
            let own = (rarer(item), *item);
            let before = all.iter().filter(|other| (rarer(other), **other) < own).count();
            let slipped: Vec<String> = rarest.iter().map(|word| slip(word, &mut random)).collect();
            known.push(Known {
                item: *item,
                holders: all.len(),
                is_within_reach: before < 10,
                same: same[&wording(collection, *item)].clone(),
                clean: rarest.join(" "),
                slipped: slipped.join(" "),
            });
        }
    }
    known
}
