//! The query language, on the built-in dossier.

use accords::data::builtin;
use accords::model::{Collection, Kind};
use accords::search::{Index, LANGUAGE, Matches, Query, complete};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

static DOSSIER: LazyLock<(Collection, Index)> = LazyLock::new(|| {
    let collection = Collection::new(vec![Arc::new(builtin().expect("the built-in dossier"))]);
    let index = Index::build(&collection);
    (collection, index)
});

fn search(query: &str) -> Matches {
    DOSSIER.1.search(&DOSSIER.0, &Query::parse(query))
}

fn addresses(query: &str) -> Vec<String> {
    let full = |matches: &Matches| {
        let items = Kind::ALL.iter().flat_map(|kind| matches.items(*kind).collect::<Vec<_>>());
        items
            .filter_map(|item| DOSSIER.0.address(item))
            .map(|a| a.to_string().replace("aze-kgz/", ""))
            .collect()
    };
    full(&search(query))
}

#[test]
fn conditions_narrow() {
    let all = search("energy").all_words();
    let clauses = search("energy kind:clause");
    assert_eq!((clauses.all_words(), clauses.count(Kind::Clause)), (1, 1));
    let without = search("energy -kind:source").all_words();
    assert_eq!(without + search("energy kind:source").all_words(), all);
    assert_eq!(addresses("hotel kind:agreement"), ["hotel-2023"]);
    assert_eq!(addresses("kind:clause agreement:declaration-2022").len(), 3);
    assert_eq!(addresses("kind:clause sector:ecotourism"), ["declaration-2022.projects"]);
    assert_eq!(addresses("kind:org org:ots"), ["ots"]);
    assert_eq!(addresses("kind:agreement before:1997"), ["alma-ata-1991", "mfa-protocol-1996"]);
    assert_eq!(addresses("kind:event on:1997-04-23"), ["ev-007"]);
    assert!(addresses("kind:event after:2026-03").is_empty());
    assert_eq!(addresses("kind:event after:2025-11 before:2026"), ["ev-087", "ev-088"]);
    assert_eq!(addresses("kind:agreement party:KAZ on:2009"), ["nakhchivan-agreement-2009"]);
    assert!(search("kind:agreement party:kyrgyzstan").all_words() > 30);
    assert!(addresses("kind:clause source:asiatoday-2022").len() == 3);
    assert_eq!(search("sector:energy OR sector:ecotourism kind:sector").all_words(), 2);
}

#[test]
fn agreements_are_found_by_what_they_call_themselves() {
    let treaties = addresses("kind:treaty kind:agreement");
    assert_eq!(treaties, ["treaty-1997"]);
    // A clause belongs to its agreement.
    assert_eq!(addresses("kind:memorandum kind:clause").len(), 7);
    assert_eq!(addresses("kind:memo kind:clause").len(), 7);
    let problem = search("status:zzz").problems().first().map(|p| p.message.clone());
    assert_eq!(problem.as_deref(), Some("nothing is called zzz"));
    assert!(addresses("status:force kind:agreement").iter().any(|id| id == "nakhchivan-agreement-2009"));
}

#[test]
fn fields_of_agreements_and_clauses_are_searched() {
    let signed = addresses("kind:agreement signed:2007");
    assert_eq!(signed, ["military-2007-general", "military-2007-training"]);
    assert_eq!(addresses("kind:agreement date:2007"), signed);
    assert_eq!(addresses("kind:agreement signed:2006/2007"), signed);
    assert_eq!(addresses("kind:agreement signed:1992/1996-12"), ["mfa-protocol-1996"]);
    assert!(addresses("kind:event signed:2007").is_empty(), "an event is not signed");
    assert_eq!(addresses("kind:agreement place:nakhchivan"), ["nakhchivan-agreement-2009"]);
    // The place of an agreement is that of its clauses.
    assert_eq!(addresses("kind:clause place:baku").len(), 10);
    assert_eq!(addresses("kind:agreement title:\"green energy\""), ["green-energy-mou-2024"]);
    assert_eq!(addresses("title:borders kind:clause"), ["declaration-2022.borders"]);
    assert!(addresses("title:sovereignty").is_empty());
    let sovereign = addresses("text:sovereignty kind:clause");
    assert!(sovereign.iter().any(|id| id == "declaration-2022.borders"), "{sovereign:?}");
    let without = addresses("kind:clause -text:sovereignty");
    assert_eq!(without.len(), addresses("kind:clause").len() - sovereign.len());
}

#[test]
fn values_forgive() {
    assert_eq!(addresses("kind:sector sector:enrgy"), addresses("kind:sector sector:energy"));
    assert_eq!(addresses("kind:sector sector:\"green economy\""), ["green-economy"]);
    assert_eq!(addresses("kind:agrement before:1997"), ["alma-ata-1991", "mfa-protocol-1996"]);
    assert_eq!(
        addresses("kind:agreement before:1997 party:Азербайджан"),
        ["alma-ata-1991", "mfa-protocol-1996"]
    );
}

#[test]
fn quotes_stars_exclusion_and_alternatives() {
    assert!(search("\"development fund\"").all_words() < search("fund development").all_words());
    assert_eq!(addresses("\"joint ventures\" kind:event"), ["ev-133"]);
    assert!(addresses("\"ventures joint\"").is_empty());
    assert_eq!(search("\"renewabel\"").all_words(), 0);
    assert_eq!(search("souver*").all_words(), 0);
    assert!(search("sover*").all_words() > 0);
    let yaks = search("yaks").all_words();
    assert_eq!(search("yaks -arrive").all_words() + search("yaks \"arrive\"").all_words(), yaks);
    let either = search("yaks OR hotel").all_words();
    assert_eq!(either, yaks + search("hotel").all_words());
    assert_eq!(search("yaks OR hotel").words(), 1);
    assert_eq!(search("yaks OR hotel").highlight("Yaks in a hotel"), [0..4, 10..15]);
    assert_eq!(search("hotel OR").words(), 2, "an OR that joins nothing is a word");
}

#[test]
fn problems_are_told_where_they_are_and_the_rest_works() {
    for (query, marked, told) in [
        ("energy secter:x", "secter", "did you mean sector?"),
        ("energy before:soon", "before:soon", "is not a date"),
        ("energy on:2022-13", "on:2022-13", "no such month"),
        ("energy kind:thing", "kind:thing", "kinds are clause"),
        ("energy sector:zzz", "sector:zzz", "nothing is called zzz"),
    ] {
        let matches = search(query);
        let problem = matches.problems().first().expect(query);
        assert_eq!(query.get(problem.range.clone()), Some(marked));
        assert!(problem.message.contains(told), "{}", problem.message);
        let finds_nothing = query.contains("zzz") || query.contains("kind:");
        assert!(finds_nothing || matches.all_words() == search("energy ").all_words(), "{query}");
    }
    let long = "word ".repeat(300_000);
    assert_eq!(search(&long).problems().len(), 1);
    assert_eq!(search("a b c d e f g h i j").problems().len(), 2);
}

#[test]
fn the_language_is_what_help_says() {
    for (form, meaning) in LANGUAGE {
        assert!(Query::parse(form).problems().is_empty(), "{form}");
        assert!(!meaning.is_empty());
    }
}

#[test]
fn tab_completes_fields_and_values() {
    let offers = |query: &str| -> Vec<String> {
        complete(&DOSSIER.0, query, query.len())
            .into_iter()
            .map(|c| format!("{}{}", query.get(..c.range.start).unwrap(), c.text))
            .collect()
    };
    assert_eq!(offers("oil sec"), ["oil sector:"]);
    assert_eq!(offers("oil fo"), ["oil force:"]);
    assert_eq!(offers("place:nakh"), ["place:Nakhchivan"]);
    assert_eq!(offers("kind:final"), ["kind:\"final act\""]);
    assert_eq!(offers("oil sector:ener"), ["oil sector:energy", "oil sector:renewable-energy"]);
    assert_eq!(offers("-kind:cl"), ["-kind:clause"]);
    assert_eq!(offers("kind:").len(), 32);
    assert_eq!(offers("org:turksoy"), ["org:turksoy"]);
    assert_eq!(offers("party:Азербайджан"), ["party:AZE"]);
    assert!(offers("energy ").is_empty() && offers("zzz").is_empty() && offers("").is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_does_harm(query in any::<String>()) {
        let read = Query::parse(&query);
        for problem in read.problems() {
            prop_assert!(query.get(problem.range.clone()).is_some());
        }
        for word in read.words() {
            prop_assert!(query.get(word.range.clone()).is_some());
        }
    }

    #[test]
    fn no_words_of_the_language_do_harm(parts in proptest::collection::vec("(-|)(kind:|on:|sector:|)(\"|)(OR|energy|2022|clause|\\\\|\\*)(\"|\\*|)", 0..6)) {
        let query = parts.join(" ");
        let matches = search(&query);
        for found in matches.ranked().iter().take(20) {
            prop_assert_eq!(matches.contains(found.item), found.words == matches.words());
        }
    }
}
