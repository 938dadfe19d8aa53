//! The built-in dossier holds what the README and its sources say.

use accords::data::{builtin, builtin_text, canonical, schema};
use accords::model::{
    Agreement, Basis, Dossier, Organisation, Part, Sought, Source, SourceKind, Standing, Wording,
};
use std::path::Path;

fn dossier() -> Dossier {
    builtin().unwrap()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The counts in `data/SOURCES.md`, made from the dossier; `ACCORDS_WRITE=1 cargo test --test formats counts` rewrites them.
#[test]
fn the_page_on_sources_has_its_counts() {
    let d = dossier();
    let (begin, end) =
        ("<!-- counts: made from the dossier; a test compares -->\n", "<!-- end of counts -->");
    let page = file("data/SOURCES.md");
    let (before, rest) = page.split_once(begin).unwrap();
    let (written, after) = rest.split_once(end).unwrap();
    if std::env::var_os("ACCORDS_WRITE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/SOURCES.md");
        std::fs::write(path, format!("{before}{begin}{}{end}{after}", counts(&d))).unwrap();
    } else {
        assert_eq!(written, counts(&d), "run ACCORDS_WRITE=1 cargo test --test formats counts");
    }
}

fn counts(d: &Dossier) -> String {
    let memberships: usize = d.organisations.iter().map(|o| o.memberships.len()).sum();
    let dated = |o: &&Organisation| o.shared_since(&d.compares).is_some();
    let shared: Vec<&Organisation> =
        d.organisations.iter().filter(|o| d.standing(o) != Standing::OneSided).collect();
    let differ: Vec<&str> = d
        .organisations
        .iter()
        .filter(|o| d.standing(o) == Standing::Differ)
        .map(Organisation::list_name)
        .collect();
    let links =
        d.events.iter().flat_map(|e| &e.carries_out).chain(d.agreements.iter().flat_map(|a| &a.carries_out));
    let mut text = "| part | entries |\n|---|---|\n".to_owned();
    for (part, entries) in [
        ("sources", d.sources.len()),
        ("sectors", d.sectors.len()),
        ("agreements", d.agreements.len()),
        ("clauses", d.clause_count()),
        ("events", d.events.len()),
        ("places", d.places.len()),
        ("organisations", d.organisations.len()),
        ("memberships", memberships),
        ("disputes", d.disputes.len()),
        ("links to a clause that is carried out", links.count()),
        ("organisations of both states", shared.len()),
        ("of these with a date for both", shared.iter().copied().filter(|o| dated(o)).count()),
    ] {
        text.push_str(&format!("| {part} | {entries} |\n"));
    }
    text.push_str(&format!("\nThe class of membership differs in {}.\n", differ.join(", ")));
    text.push_str("\n| kind of source | sources | events with this as their best kind |\n|---|---|---|\n");
    for kind in SourceKind::ALL {
        let n = d.sources.iter().filter(|s| s.kind == *kind).count();
        let best = d.events.iter().filter(|e| d.best_kind(&e.sources) == Some(*kind)).count();
        text.push_str(&format!("| {} | {n} | {best} |\n", kind.word().replace(" / ", ", ")));
    }
    text
}

#[test]
fn it_claims_no_more_than_is_on_record() {
    let d = dossier();
    let declaration = d.leading().unwrap();
    assert_eq!((declaration.points, declaration.clauses.len(), declaration.missing()), (Some(26), 3, 23));
    assert!(declaration.clauses.iter().all(|c| c.wording == Wording::Summary && c.number.is_none()));
    let mut clauses = d.agreements.iter().flat_map(|a| &a.clauses);
    assert!(clauses.all(|c| c.wording == Wording::Summary && !c.sources.is_empty()));
    let says = |a: &Agreement, fact, known: bool| known || a.not_on_record.contains(&fact);
    for a in &d.agreements {
        assert!(says(a, Sought::InForce, a.in_force.is_some() || a.status.is_some()), "{}", a.id);
        assert!(says(a, Sought::Status, a.status.is_some()), "{}", a.id);
        assert!(says(a, Sought::Signatories, !a.signatories.is_empty()), "{}", a.id);
    }
    let links =
        d.events.iter().flat_map(|e| &e.carries_out).chain(d.agreements.iter().flat_map(|a| &a.carries_out));
    let bases: Vec<Basis> = links.map(|l| l.basis).collect();
    assert!(!bases.is_empty());
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
        "friendly relations understanding openness",
        "international institutions back each other",
        "press service",
        "cultural and historical ties assessment author",
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
fn the_dossiers_of_the_program_are_in_form() {
    for name in ["data/azerbaijan-kyrgyzstan.json", "data/example.json"] {
        assert_eq!(canonical(Path::new(name), &file(name)).unwrap(), file(name), "run accords fmt {name}");
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
