//! ToTA: every treaty is read completely, with its irregularities.

use crate::corpora;
use accords::data;
use accords::model::{Collection, Dossier, EventKind, Kind};
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

proptest::proptest! {
    #[test]
    fn no_treaty_makes_it_panic(body in "(<(chapter|article|meta|body|source|parties_original)( (number|name|article_identifier)=\"[a-z 1]{0,3}\")?>|</(chapter|article|meta)>|1\\.|\n| |a){0,40}") {
        let _ = read(&treaty(&body));
    }
}

fn read(text: &str) -> data::Loaded {
    data::parse(Path::new("x.xml"), text)
}

fn treaty(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<treaty><meta><name>A -  B</name>\
         <treaty_identifier>7</treaty_identifier><date_signed>1994-02-30</date_signed><date_inactive/>\
         </meta><body>{body}</body></treaty>"
    )
}

#[test]
fn what_is_missing_stays_missing_and_what_is_odd_survives() {
    let loaded = read(&treaty(
        "<chapter name=\"Preamble\"><article article_identifier=\"1\">PreambleCanada and</article></chapter>\
         <chapter number=\"CHAPTER ONE\" name=\"Goods\" chapter_identifier=\"1\">\
         <article number=\"ARTICLE\" article_identifier=\"1\">1. Тhe\u{a0}first.\n\n2. Second.\nArticle 2\nMore</article>\
         <article number=\"ARTICLE XV.4\" name=\"Of  Goods\" article_identifier=\"a/b\"/>\
         <article>x</article></chapter>",
    ));
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("warning: date_signed: \"1994-02-30\" has no such day; it is left out"),
        "{told:?}"
    );
    let dossier = &loaded.dossiers[0];
    let agreement = &dossier.agreements[0];
    assert_eq!((dossier.id.as_str(), agreement.title.as_str(), agreement.signed), ("tota-7", "A - B", None));
    let clauses: Vec<_> = agreement
        .clauses
        .iter()
        .map(|c| {
            (c.id.as_str(), c.number.as_deref(), c.heading.as_str(), c.text.as_str(), c.place.as_deref())
        })
        .collect();
    assert_eq!(
        clauses,
        [
            ("a1", None, "Preamble", "Preamble\nCanada and", Some("Preamble")),
            (
                "a1~2",
                Some("ARTICLE"),
                "ARTICLE",
                "1. Тhe first.\n2. Second.\nArticle 2\nMore",
                Some("CHAPTER ONE · Goods")
            ),
            ("aa%2Fb", Some("ARTICLE XV.4"), "Of Goods", "", Some("CHAPTER ONE · Goods")),
            ("n4", None, "Goods", "x", Some("CHAPTER ONE · Goods")),
        ]
    );
    assert!(agreement.clauses[1].note.as_deref().unwrap().contains("split badly"));
    assert!(agreement.note.as_deref().unwrap().contains("cut annexes"));
}

#[test]
fn what_is_no_treaty_is_told() {
    for (text, expected) in [
        ("<treaty><meta/><body/></treaty>", "has no treaty_identifier"),
        ("<treaties/>", "x.xml:1:1: error: is XML, but neither a treaty of ToTA nor Akoma Ntoso 3.0"),
        ("<treaty><meta>", "the file is cut off"),
    ] {
        let loaded = read(text);
        assert!(loaded.dossiers.is_empty());
        assert!(loaded.problems[0].to_string().contains(expected), "{}", loaded.problems[0]);
    }
}

#[test]
fn the_whole_corpus_is_read() {
    let Some((folder, opened)) = corpora::opened() else { return };
    let problems: Vec<_> =
        opened.problems.iter().filter(|problem| problem.file.starts_with(folder)).collect();
    assert!(problems.is_empty(), "{problems:?}");
    let dossiers: Vec<Arc<Dossier>> =
        opened.dossiers.iter().filter(|dossier| dossier.id.starts_with("tota-")).cloned().collect();
    assert_eq!(dossiers.len(), 450);
    let clauses = || dossiers.iter().flat_map(|d| &d.agreements).flat_map(|a| &a.clauses);
    assert_eq!(clauses().count(), 40_993);
    assert_eq!(clauses().filter(|c| c.number.is_none()).count(), 735);
    let ids: HashSet<&str> = dossiers.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(ids.len(), 450);
    assert_eq!(clauses().map(|c| c.id.as_str()).collect::<HashSet<_>>().len(), 40_993);
    assert!(clauses().all(|c| !c.heading.is_empty() && c.text.lines().all(|l| l == l.trim())));
    for dossier in &dossiers {
        let agreement = &dossier.agreements[0];
        let known: HashSet<&str> = dossier.sources.iter().map(|s| s.id.as_str()).collect();
        assert!(agreement.sources.iter().all(|s| known.contains(s.as_str())));
        assert!(agreement.parties.iter().all(|p| dossier.party(p).is_some()));
        assert!(agreement.signed.is_some() && agreement.language.is_some() && agreement.status.is_some());
    }
    let collection = Collection::new(dossiers);
    the_addresses_lead_there_and_back(&collection);
}

fn the_addresses_lead_there_and_back(collection: &Collection) {
    for address in ["tota-442", "tota-442/a39135", "tota-442/a39136", "tota-442/tota", "tota-442/event-1"] {
        let item = collection.find(address).unwrap();
        assert_eq!(collection.address(item).unwrap().as_str(), address);
    }
    assert_eq!(collection.find("tota-442/a1"), None);
    let item = collection.find("tota-442").unwrap();
    assert_eq!((item.kind(), collection.title(item)), (Kind::Agreement, Some("Canada - Honduras")));
    let dossier = collection.dossier(item).unwrap();
    let agreement = &dossier.agreements[0];
    assert_eq!(agreement.parties, ["CAN", "HND"]);
    assert_eq!(dossier.party_name("HND"), "Honduras");
    assert_eq!(agreement.status.as_deref(), Some("In Force"));
    let dates: Vec<(String, EventKind)> =
        dossier.events.iter().map(|e| (e.date.to_string(), e.kind)).collect();
    let expected = [
        ("2013-11-05", EventKind::Signing),
        ("2014-10-01", EventKind::Force),
        ("2015-02-05", EventKind::Multilateral),
        ("2028-12-30", EventKind::Force),
    ];
    assert_eq!(dates, expected.map(|(date, kind)| (date.to_owned(), kind)));
    let preamble = dossier.clause(collection.find("tota-442/a39135").unwrap().part).unwrap();
    assert!(
        preamble.text.starts_with("Preamble\nCanada and the Republic of Honduras (“Honduras”), hereinafter")
    );
    let links: Vec<&str> = dossier.sources.iter().filter_map(|s| s.url.as_deref()).collect();
    assert!(links.contains(&"http://www.prohonduras.hn/dgiepc/texto-normativo-9.html"));
}
