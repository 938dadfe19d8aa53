//! The built-in dossier holds what the README and its sources say.

use accords::data::{builtin, builtin_text, schema};
use accords::model::{Basis, Dossier, Part, Source, SourceKind, Standing, Wording};
use std::collections::HashSet;
use std::path::Path;

fn dossier() -> Dossier {
    builtin().unwrap()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn it_is_complete() {
    let d = dossier();
    let memberships: usize = d.organisations.iter().map(|o| o.memberships.len()).sum();
    assert_eq!(
        (
            d.sources.len(),
            d.agreements.len(),
            d.clause_count(),
            d.events.len(),
            d.sectors.len(),
            d.organisations.len(),
            memberships,
            d.disputes.len()
        ),
        (311, 35, 10, 132, 19, 57, 114, 53)
    );
    let shared = d.organisations.iter().filter(|o| d.standing(o) != Standing::OneSided).count();
    let differ: Vec<&str> =
        d.organisations.iter().filter(|o| d.standing(o) == Standing::Differ).map(|o| o.id.as_str()).collect();
    assert_eq!(shared, 49);
    assert_eq!(differ, ["nam", "wto", "iso", "sco"]);
}

#[test]
fn it_claims_no_more_than_is_on_record() {
    let d = dossier();
    let declaration = d.leading().unwrap();
    assert_eq!((declaration.points, declaration.clauses.len(), declaration.missing()), (Some(26), 3, 23));
    assert!(declaration.clauses.iter().all(|c| c.wording == Wording::Summary && c.number.is_none()));
    let ids: Vec<&str> = d.agreements.iter().flat_map(|a| &a.clauses).map(|c| c.id.as_str()).collect();
    let expected = [
        "borders",
        "dialogue",
        "projects",
        "foundations",
        "purpose",
        "establishment",
        "frequency",
        "function",
        "origin",
        "approval",
    ];
    assert_eq!(ids.iter().collect::<HashSet<_>>(), expected.iter().collect::<HashSet<_>>());
    let links =
        d.events.iter().flat_map(|e| &e.carries_out).chain(d.agreements.iter().flat_map(|a| &a.carries_out));
    let bases: Vec<Basis> = links.map(|l| l.basis).collect();
    assert_eq!(bases.len(), 25);
    assert!(bases.iter().all(|b| *b == Basis::Reading));
}

#[test]
fn every_fact_says_who_and_every_source_is_used() {
    let text = builtin_text();
    let d = dossier();
    for Source { id, .. } in &d.sources {
        assert!(text.matches(&format!("\"{id}\"")).count() > 1, "{id} is used nowhere");
    }
    assert!(d.disputes.iter().all(|x| !x.about.is_empty()
        && x.claims.len() > 1
        && x.claims.iter().all(|c| !c.sources.is_empty())));
    assert!(d.events.iter().all(|e| d.best_kind(&e.sources).is_some()));
}

/// The facts of the report that started the project, each with the words that must occur in one item.
#[test]
fn what_the_report_tells_is_there() {
    let d: serde_json::Value = serde_json::from_str(builtin_text()).unwrap();
    let mut items: Vec<String> = Vec::new();
    for list in ["agreements", "events", "sectors", "organisations"] {
        for item in d[list].as_array().unwrap() {
            items.push(item.to_string().to_lowercase());
            items.extend(
                item["clauses"].as_array().into_iter().flatten().map(|c| c.to_string().to_lowercase()),
            );
        }
    }
    for words in [
        "one-to-one baku 2022-04-20 official visit",
        "interstate council decision",
        "26 declaration ten documents",
        "sovereignty independence territorial integrity borders inviolable",
        "political dialogue bilateral regional international",
        "energy industry infrastructure green economy renewable organic ecotourism projects",
        "japarov trust international forums economic investment projects humanitarian",
        "aliyev nature relations strategic partnership high level interaction",
        "support un osce oic ots eco",
        "nam chairmanship kyrgyz support prolonged",
        "1993 relations",
        "2022-01 commercial economic investment cooperation",
        "joint investment projects joint ventures",
    ] {
        assert!(
            items.iter().any(|item| words.split(' ').all(|w| item.contains(w))),
            "no item tells: {words}"
        );
    }
}

#[test]
fn the_page_on_sources_counts_them_rightly() {
    let d = dossier();
    let page = file("data/SOURCES.md");
    for kind in SourceKind::ALL {
        let n = d.sources.iter().filter(|s| s.kind == *kind).count();
        let best = d.events.iter().filter(|e| d.best_kind(&e.sources) == Some(*kind)).count();
        let row = format!("| {} | {n} | {best} |", kind.word().replace(" / ", ", "));
        assert!(page.contains(&row), "{row}");
    }
    for row in ["| sources | 311 |", "| sectors | 19 |", "| events | 132 |", "| disputes | 53 |"] {
        assert!(page.contains(row), "{row}");
    }
}

#[test]
fn ids_resolve() {
    let d = dossier();
    assert!(matches!(d.find("declaration-2022.projects"), Some(Part::Clause(..))));
    assert!(matches!(d.find("un:AZE"), Some(Part::Organisation(_))));
    assert_eq!(d.find("nothing"), None);
    for event in &d.events {
        assert_eq!(d.find(&event.id).and_then(|p| d.local_id(p)).as_deref(), Some(event.id.as_str()));
    }
}

/// `ACCORDS_WRITE=1 cargo test --test formats schema` rewrites the schema.
#[test]
fn the_schema_in_the_repository_is_that_of_the_types() {
    let fresh = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("ACCORDS_WRITE").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dossier.schema.json"), &fresh)
            .unwrap();
    }
    assert_eq!(
        file("data/dossier.schema.json"),
        fresh,
        "run ACCORDS_WRITE=1 cargo test --test formats schema"
    );
}
