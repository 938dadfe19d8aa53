//! Which item of the built-in dossier must come first for each query.

use accords::data::builtin;
use accords::model::{Collection, Kind};
use accords::search::{Index, Matches, Query};
use std::sync::Arc;

/// Queries as people type them, and the item that they mean.
const FIRST: &[(&str, &str)] = &[
    // One word, or the beginning of it.
    ("renewable", "renewable-energy"),
    ("energ", "energy"),
    ("energy", "energy"),
    ("ecotourism", "ecotourism"),
    ("organic", "organic-production"),
    ("turkic", "turkic-academy"),
    ("hotel", "ev-057"),
    ("defence", "defence"),
    ("satellite", "space"),
    ("yaks", "ev-048"),
    ("fisheries", "fao"),
    ("trust", "ev-130"),
    // Several words, in any order.
    ("renewable energy", "renewable-energy"),
    ("energy renewable", "renewable-energy"),
    ("interstate council", "memorandum-2022"),
    ("one-to-one meeting", "ev-128"),
    ("joint ventures", "ev-133"),
    ("venture joint", "ev-133"),
    ("japarov trust", "ev-130"),
    ("nam chairmanship", "nam"),
    ("issyk kul hotel", "hotel-2023"),
    ("strategic partnership", "declaration-2022"),
    ("territorial integrity", "declaration-2022.borders"),
    ("inviolable borders", "declaration-2022.borders"),
    ("political dialogue", "declaration-2022.dialogue"),
    ("large projects", "declaration-2022.projects"),
    ("mutual support UN", "ev-132"),
    ("development fund", "akdf-2022"),
    ("twin cities", "twin-cities-2022"),
    ("diplomatic relations", "ev-003"),
    ("intellectual property", "ip-2022"),
    ("military training", "military-2007-training"),
    ("aitmatov monument", "ev-066"),
    ("humanitarian ties", "culture"),
    ("green economy", "green-economy"),
    ("presidents meet", "ev-128"),
    // Abbreviations.
    ("UN", "un"),
    ("OTS", "ots"),
    ("ots", "ots"),
    ("OSCE", "osce"),
    ("WTO", "wto"),
    ("oic", "oic"),
    // Dates.
    ("1993", "ev-003"),
    ("20 April 2022", "declaration-2022"),
    ("2022-04-20", "declaration-2022"),
    ("october 2023", "hotel-2023"),
    // Typos.
    ("souvereignty", "declaration-2022.borders"),
    ("enegry", "energy"),
    ("renewabel energy", "renewable-energy"),
    ("intelectual propery", "ip-2022"),
    ("goverment", "akdf-2022"),
    ("rnwbl energy", "renewable-energy"),
    ("eco tourism", "ecotourism"),
    // Names in other spellings and scripts.
    ("əliyev trust", "ev-130"),
    ("Жапаров trust", "ev-130"),
    ("zhaparov trust", "ev-130"),
    ("ƏLİYEV mutual support", "ev-132"),
    ("Бишкек twin", "twin-cities-2022"),
    ("айтматов", "ev-066"),
];

fn dossier() -> (Collection, Index) {
    let collection = Collection::new(vec![Arc::new(builtin().expect("the built-in dossier"))]);
    let index = Index::build(&collection);
    (collection, index)
}

fn search(query: &str) -> Matches {
    let (collection, index) = dossier();
    index.search(&collection, &Query::parse(query))
}

#[test]
fn the_right_thing_comes_first() {
    let (collection, index) = dossier();
    let mut wrong = Vec::new();
    for (query, expected) in FIRST {
        let matches = index.search(&collection, &Query::parse(query));
        let first = matches.ranked().first().and_then(|best| collection.address(best.item));
        let first = first.map(|address| address.to_string()).unwrap_or_default();
        if first != format!("aze-kgz/{expected}") {
            wrong.push(format!("{query}: {first}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_was_read_for_a_slip_is_told() {
    for (query, typed, read_as, reason) in [
        ("renewabel energy", "renewabel", "renewable", "two letters swapped"),
        ("souvereignty", "souvereignty", "sovereignty", "one letter too many"),
        ("propery", "propery", "property", "one letter missing"),
        ("rnwbl", "rnwbl", "renewable", "letters left out"),
        ("əliyev", "əliyev", "aliyev", "another spelling of the name"),
    ] {
        let matches = search(query);
        let reading = matches.corrections().next().expect(query);
        assert_eq!((&*reading.typed, &*reading.read_as, &*reading.reason), (typed, read_as, reason));
    }
    assert_eq!(search("renewable energy").corrections().count(), 0);
}

#[test]
fn an_alias_finds_what_tells_the_name() {
    let japarov: Vec<_> = search("japarov").items(Kind::Event).collect();
    assert!(japarov.len() > 10);
    for alias in ["Жапаров", "zhaparov", "Caparov", "Dzhaparov"] {
        assert_eq!(search(alias).items(Kind::Event).collect::<Vec<_>>(), japarov, "{alias}");
        let text = "Japarov: trust";
        assert_eq!(search(alias).highlight(text), std::slice::from_ref(&(0..7)), "{alias}");
    }
}

#[test]
fn counts_are_those_of_the_sets() {
    let (collection, index) = dossier();
    let matches = index.search(&collection, &Query::parse("renewable energy"));
    let mut all = 0;
    for kind in Kind::ALL {
        let items: Vec<_> = matches.items(*kind).collect();
        assert!(items.is_sorted() && items.iter().all(|item| matches.contains(*item)));
        assert_eq!(items.len(), matches.count(*kind));
        all += items.len();
    }
    assert_eq!(all, matches.all_words());
    let full = matches.ranked().iter().filter(|m| m.words == 2).count();
    assert_eq!((full, matches.ranked().len() - full), (all, matches.some_words()));
    assert_eq!(Kind::ALL.iter().map(|kind| index.total(*kind)).sum::<usize>(), index.len());
}

#[test]
fn nothing_found_has_nearest_words() {
    let matches = search("fishing trawlers");
    assert!(matches.ranked().is_empty(), "{:?}", matches.ranked());
    assert!(!matches.nearest_words(5).is_empty());
}

#[test]
fn every_match_says_why() {
    let (collection, index) = dossier();
    for query in ["renewabel energy", "əliyev trust", "eco tourism", "20 April 2022", "e"] {
        let matches = index.search(&collection, &Query::parse(query));
        for found in matches.ranked() {
            let whys = matches.why(&collection, found.item);
            let mut words: Vec<_> = whys.iter().map(|why| &why.query_word).collect();
            words.dedup();
            assert_eq!(words.len(), found.words, "{query}: {whys:?}");
        }
    }
}
