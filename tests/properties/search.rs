//! The index finds the same matches in the same order as a scan that is written from the definition, and so does a search
//! without one.

use crate::scan;
use accords::data::Meter;
use accords::model::{Collection, Dossier, Kind};
use accords::search::{
    Builder, Change, Depth, Index, Match, Matches, Provisional, Query, nearest_to, nearest_while_reading,
    search_once, search_while_reading,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Words that are prefixes, parts, typos and forms of each other.
const WORDS: &[&str] = &[
    "tour",
    "tours",
    "touring",
    "tourism",
    "ecotourism",
    "eco",
    "energy",
    "enegry",
    "energies",
    "state",
    "states",
    "inter",
    "interstate",
    "un",
    "union",
    "unions",
    "u",
    "meet",
    "meeting",
    "meetings",
    "policy",
    "policies",
    "fisheries",
    "fisherise",
    "the",
    "then",
    "there",
    "renewable",
    "renewables",
    "trade",
    "trading",
    "2022",
    "20",
    "april",
    "council",
    "counsel",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![9 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => "[a-e]{1,6}"];
    prop::collection::vec(word, 1..=most).prop_map(|words| words.join(" "))
}

fn date() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["2022-04-20", "2022-05-20", "2021-04-09"]).prop_map(str::to_owned)
}

fn dossier() -> impl Strategy<Value = Dossier> {
    let clause = (text(3), text(8))
        .prop_map(|(heading, text)| json!({ "heading": heading, "text": text, "wording": "summary" }));
    let status = prop::option::of(prop::sample::select(STATUSES));
    let agreement = (text(4), prop::option::of(date()), status, prop::collection::vec(clause, 0..4)).prop_map(
        |(title, signed, status, clauses)| json!({ "title": title, "signed": signed, "status": status, "clauses": clauses }),
    );
    let event = (text(4), date(), text(6)).prop_map(
        |(title, date, summary)| json!({ "title": title, "date": date, "summary": summary, "kind": "visit" }),
    );
    let sector = (text(2), text(6)).prop_map(|(name, summary)| json!({ "name": name, "summary": summary }));
    let source = (text(4), text(2), prop::option::of(date()))
        .prop_map(|(title, publisher, published)| json!({ "title": title, "publisher": publisher, "published": published, "kind": "news" }));
    let lists = (
        prop::collection::vec(agreement, 0..4),
        prop::collection::vec(event, 0..6),
        prop::collection::vec(sector, 0..4),
        prop::collection::vec(source, 0..4),
    );
    lists.prop_map(|(agreements, events, sectors, sources)| {
        let mut dossier = json!({
            "format": "accords/1", "id": "d", "title": "d",
            "agreements": agreements, "events": events, "sectors": sectors, "sources": sources,
        });
        give_ids(&mut dossier);
        serde_json::from_value::<Dossier>(dossier).expect("a dossier").arrange()
    })
}

/// Gives every object in a list an id.
fn give_ids(value: &mut Value) {
    match value {
        Value::Array(list) => {
            for (i, item) in list.iter_mut().enumerate() {
                item["id"] = json!(format!("i{i}"));
                give_ids(item);
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(give_ids),
        _ => (),
    }
}

/// Words as in the texts, cut short, with a typo, or with a letter missing.
fn query() -> impl Strategy<Value = String> {
    let word = (prop::sample::select(WORDS), 0usize..12, 0usize..6).prop_map(|(word, at, change)| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % letters.len();
        match change {
            0 => letters.truncate(at + 1),
            1 => drop(letters.remove(at)),
            2 => letters.insert(at, 'e'),
            3 if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => (),
        }
        letters.into_iter().collect::<String>()
    });
    (prop::collection::vec(word, 1..4), prop::sample::select(vec!["", " "]))
        .prop_map(|(words, end)| words.join(" ") + end)
}

/// Words that are not like each other.
const STATUSES: &[&str] = &["ratified", "denounced", "mooted"];

fn question() -> impl Strategy<Value = scan::Question> {
    let rows = || prop::collection::vec(text(2), 0..3);
    let either = prop::collection::vec(prop::sample::select(WORDS), 0..3);
    let statuses = prop::collection::vec(prop::sample::select(STATUSES), 0..3);
    (either, rows(), rows(), statuses).prop_map(|(either, wanted, unwanted, statuses)| scan::Question {
        either,
        wanted,
        unwanted,
        statuses,
    })
}

/// Sectors that differ only in how close together a few words are.
fn alike() -> impl Strategy<Value = Dossier> {
    let word = prop::sample::select(vec!["tour", "energy", "state", "council", "the", "policy"]);
    let summary = prop::collection::vec(word, 4..14).prop_map(|words| words.join(" "));
    prop::collection::vec(summary, 1..14).prop_map(|summaries| {
        let sector = |summary| json!({ "name": "the same name", "summary": summary });
        let sectors: Vec<Value> = summaries.into_iter().map(sector).collect();
        let mut dossier = json!({ "format": "accords/1", "id": "d", "title": "d", "sectors": sectors });
        give_ids(&mut dossier);
        serde_json::from_value::<Dossier>(dossier).expect("a dossier").arrange()
    })
}

/// Clauses with the same few words, from one line to a page long, often the long ones first.
fn long_and_short() -> impl Strategy<Value = Dossier> {
    let words = prop::collection::vec(prop::sample::select(vec!["tour", "energy", "state"]), 2..6);
    let clause = (words, prop_oneof![0usize..8, 20usize..80]).prop_map(|(words, more)| {
        let text = format!("{}{}", words.join(" and "), " so".repeat(more));
        json!({ "heading": "the same one", "text": text, "wording": "summary" })
    });
    let agreement = (date(), prop::collection::vec(clause, 0..8)).prop_map(
        |(signed, clauses)| json!({ "title": "one of them", "signed": signed, "clauses": clauses }),
    );
    prop::collection::vec(agreement, 1..4).prop_map(|agreements| {
        let mut dossier = json!({ "format": "accords/1", "id": "d", "title": "d", "agreements": agreements });
        give_ids(&mut dossier);
        serde_json::from_value::<Dossier>(dossier).expect("a dossier").arrange()
    })
}

fn compare(dossier: Dossier, queries: &[String]) -> Result<(), TestCaseError> {
    let collection = Collection::new(vec![Arc::new(dossier)]);
    let index = Index::build(&collection);
    for query in queries {
        let expected = scan::search(&collection.dossiers()[0], query);
        let read = Query::parse(query);
        let matches = index.search(&collection, &read);
        let found: Vec<scan::Found> = matches.ranked().iter().map(|m| (m.item, m.words, m.score)).collect();
        prop_assert_eq!(&found, &expected, "{}", query);

        let full = expected.iter().filter(|(_, words, _)| *words == matches.words());
        prop_assert_eq!(full.clone().count(), matches.all_words());
        prop_assert_eq!(expected.len() - full.count(), matches.some_words());
        for (item, words, _) in &expected {
            prop_assert_eq!(matches.contains(*item), *words == matches.words());
        }
        for kind in Kind::ALL {
            prop_assert_eq!(matches.items(*kind).count(), matches.count(*kind));
        }
        same_once(&collection, &index, query)?;
        let first = index.search_to(&collection, &read, Depth { ranked: 3, ..Depth::FULL });
        prop_assert_eq!(first.ranked(), matches.ranked().get(..3).unwrap_or(matches.ranked()));
        // A search that may look at few texts finds the same set, and says so if its order may differ.
        let hasty = index.search_to(&collection, &read, Depth { ranked: 3, bytes: 20 });
        prop_assert_eq!(hasty.all_words(), matches.all_words());
        if hasty.provisional() == Provisional::No {
            prop_assert_eq!(hasty.ranked(), first.ranked());
        }
    }
    Ok(())
}

/// A search that is asked once answers as the index of the whole collection does.
fn same_once(collection: &Collection, index: &Index, query: &str) -> Result<(), TestCaseError> {
    let read = Query::parse(query);
    let (matches, once) =
        (index.search(collection, &read), search_once(collection, &read, Depth::FULL, &Meter::default()));
    prop_assert_eq!(once.ranked(), matches.ranked(), "{}", query);
    prop_assert_eq!(once.some_words(), matches.some_words(), "{}", query);
    prop_assert_eq!(once.problems(), matches.problems(), "{}", query);
    for kind in Kind::ALL {
        prop_assert_eq!(once.listed(*kind), matches.listed(*kind), "{}", query);
    }
    let corrections: Vec<_> = matches.corrections().collect();
    prop_assert_eq!(once.corrections().collect::<Vec<_>>(), corrections, "{}", query);
    prop_assert_eq!(once.unknown().collect::<Vec<_>>(), matches.unknown().collect::<Vec<_>>(), "{}", query);
    prop_assert_eq!(
        nearest_to(collection, &read, 5, &Meter::default()),
        matches.nearest_words(5),
        "{}",
        query
    );
    same_while_reading(collection, &matches, query)?;
    let again = index.clone().keeping_texts().search(collection, &read);
    prop_assert_eq!(again.ranked(), matches.ranked(), "{}", query);
    prop_assert_eq!(again.all_words(), matches.all_words(), "{}", query);
    for found in matches.ranked() {
        let item = collection.item(found.item).expect("an item");
        let title = item.title();
        prop_assert_eq!(once.highlight(title), matches.highlight(title), "{}", query);
        prop_assert_eq!(once.why(collection, found.item), matches.why(collection, found.item), "{}", query);
    }
    Ok(())
}

/// A search that keeps only what it can find of what is read answers likewise.
fn same_while_reading(collection: &Collection, matches: &Matches, query: &str) -> Result<(), TestCaseError> {
    let mut read = |change: Change<'_>| {
        let mut dossiers = collection.dossiers().to_vec();
        dossiers.iter_mut().for_each(|dossier| change(Arc::make_mut(dossier)));
        Collection::new(dossiers)
    };
    let typed = Query::parse(query);
    let (left, found) = search_while_reading(&typed, Depth::FULL, &mut read, &Meter::default());
    let ranked = |collection: &Collection, matches: &Matches| -> Vec<_> {
        let row = |found: &Match| {
            let title = collection.title(found.item).unwrap_or_default();
            let text = collection.item(found.item).and_then(|item| item.text()).unwrap_or_default();
            let snippet = matches.snippet(text, 40);
            let highlights = (matches.highlight(title), snippet.text, snippet.matched);
            (collection.address_text(found.item), found.score, found.words, found.typo, highlights)
        };
        matches.ranked().iter().map(row).collect()
    };
    prop_assert_eq!(ranked(&left, &found), ranked(collection, matches), "{}", query);
    let listed = |collection: &Collection, matches: &Matches| -> BTreeSet<String> {
        let listed = matches.listed(Kind::Agreement);
        listed.into_iter().map(|item| collection.address_text(item)).collect()
    };
    prop_assert_eq!(listed(&left, &found), listed(collection, matches), "{}", query);
    prop_assert_eq!(found.all_words(), matches.all_words(), "{}", query);
    prop_assert_eq!(found.some_words(), matches.some_words(), "{}", query);
    prop_assert_eq!(found.problems(), matches.problems(), "{}", query);
    prop_assert_eq!(
        found.corrections().collect::<Vec<_>>(),
        matches.corrections().collect::<Vec<_>>(),
        "{}",
        query
    );
    prop_assert_eq!(found.unknown().collect::<Vec<_>>(), matches.unknown().collect::<Vec<_>>(), "{}", query);
    prop_assert_eq!(
        nearest_while_reading(&typed, 5, &mut read, &Meter::default()),
        matches.nearest_words(5),
        "{}",
        query
    );
    Ok(())
}

/// Words in several languages, with accents, hyphens and numerals.
const ANY_WORDS: &[&str] = &[
    "negociación",
    "negociaciones",
    "negociacion",
    "résumé",
    "resume",
    "resumes",
    "co-operation",
    "cooperation",
    "co-\noperation",
    "coöperating",
    "operation",
    "non-co-operation",
    "ten",
    "10",
    "tenth",
    "the",
    "other",
    "to",
    "trade",
    "traded",
    "trader",
    "WTO",
    "договор",
    "договора",
    "主权",
    "主",
    "Əliyev",
    "Aliyev",
    "Aliev",
    "Алиев",
    "un",
    "UN",
    "renewable",
    "renewables",
    "Türkiye",
    "Turkey",
];

/// Queries of all forms.
const FORMS: &[&str] = &[
    "@",
    "@ ",
    "@*",
    "\"@\"",
    "\"@ @\"",
    "-@ @",
    "@ OR @",
    "title:@",
    "text:\"@ @\"",
    "status:@ @",
    "kind:clause @",
    "@-@",
    "@@",
    "@ @ @",
    "\"@",
    "number:10 @",
    "kind:treaty",
    "@x",
    "party:AZE @",
    "sector:energy @",
    "-sector:energy @",
    "in:i0 @",
    "before:2023 @ @",
    "-kind:clause @",
    "language:es @",
    "@ -text:@",
];

fn any_dossier() -> impl Strategy<Value = Dossier> {
    let text = |most: usize| {
        prop::collection::vec(prop::sample::select(ANY_WORDS), 1..=most).prop_map(|words| words.join(" "))
    };
    let clause = (text(3), text(8), prop::option::of(prop::sample::select(vec!["10", "Article 10", "2"]))).prop_map(
        |(heading, text, number)| json!({ "heading": heading, "text": text, "number": number, "wording": "summary" }),
    );
    let clause = (clause, any::<bool>()).prop_map(|(mut clause, is_about_energy)| {
        clause["about energy"] = json!(is_about_energy);
        clause
    });
    let language = prop::option::of(prop::sample::select(vec!["en", "es", "ru", "zh"]));
    let kind = prop::option::of(prop::sample::select(vec!["treaty", "protocol"]));
    let agreement = (text(4), language, kind, prop::collection::vec(clause, 0..4)).prop_map(
        |(title, language, kind, clauses)| {
            json!({ "title": title, "language": language, "kind": kind, "clauses": clauses })
        },
    );
    (prop::collection::vec(agreement, 1..4), any::<bool>()).prop_map(|(agreements, names)| {
        let mut dossier = json!({ "format": "accords/1", "id": "d", "title": "d", "agreements": agreements });
        give_ids(&mut dossier);
        dossier["sectors"] = json!([{ "id": "energy", "name": "Energy" }]);
        for agreement in dossier["agreements"].as_array_mut().into_iter().flatten() {
            agreement["parties"] = json!(["AZE"]);
            let clauses = agreement["clauses"].as_array_mut().into_iter().flatten();
            for clause in clauses.filter_map(Value::as_object_mut) {
                if clause.remove("about energy") == Some(json!(true)) {
                    clause.insert("sectors".to_owned(), json!(["energy"]));
                }
            }
        }
        dossier["parties"] =
            json!([{ "id": "AZE", "kind": "state", "name": "Türkiye", "names": { "en": "Turkey" } }]);
        if names {
            dossier["people"] = json!([{ "name": "Əliyev", "aliases": ["Aliev", "Алиев"] }]);
        }
        serde_json::from_value::<Dossier>(dossier).expect("a dossier").arrange()
    })
}

fn any_query() -> impl Strategy<Value = String> {
    let words = prop::collection::vec((prop::sample::select(ANY_WORDS), 0usize..9), 3);
    (prop::sample::select(FORMS), words).prop_map(|(form, words)| {
        let mut words = words.into_iter().map(|(word, change)| {
            let mut letters: Vec<char> = word.chars().filter(|c| *c != '\n').collect();
            match change {
                0 => letters.truncate(letters.len().div_ceil(2)),
                1 if letters.len() > 3 => drop(letters.remove(2)),
                2 if letters.len() > 3 => letters.swap(2, 3),
                _ => (),
            }
            letters.into_iter().collect::<String>()
        });
        let parts: Vec<String> = form.split('@').map(str::to_owned).collect();
        let more = parts[1..].iter().map(|part| words.next().unwrap_or_default() + part);
        parts[0].clone() + &more.collect::<String>()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn a_search_once_finds_what_the_index_finds(
        dossier in any_dossier(),
        queries in prop::collection::vec(any_query(), 1..6),
    ) {
        let collection = Collection::new(vec![Arc::new(dossier)]);
        let index = Index::build(&collection);
        for query in queries {
            same_once(&collection, &index, &query)?;
        }
    }

    #[test]
    fn the_index_finds_what_a_scan_finds(dossier in dossier(), queries in prop::collection::vec(query(), 1..5)) {
        compare(dossier, &queries)?;
    }

    #[test]
    fn nearness_orders_as_a_scan_does(dossier in alike(), queries in prop::collection::vec(query(), 1..5)) {
        let more = ["energy council", "policy the state", "tour energy council"].map(str::to_owned);
        compare(dossier, &[queries.as_slice(), &more].concat())?;
    }

    #[test]
    fn length_orders_as_a_scan_does(dossier in long_and_short(), last in prop::sample::select(vec!["", " "])) {
        let queries = ["tour energy", "state tour", "energy and", "tour"];
        compare(dossier, &queries.map(|query| format!("{query}{last}")))?;
    }

    /// In a list of agreements, words, phrases, fields and what is left out count over an agreement and all its clauses.
    #[test]
    fn agreements_answer_as_a_whole(dossier in dossier(), questions in prop::collection::vec(question(), 1..6)) {
        let collection = Collection::new(vec![Arc::new(dossier)]);
        let index = Index::build(&collection);
        for question in questions {
            let query = Query::parse(&question.typed());
            let listed = index.search(&collection, &query).listed(Kind::Agreement);
            let mut listed: Vec<_> = listed.into_iter().collect();
            listed.sort_unstable();
            let expected = question.answers(&collection.dossiers()[0]);
            // A blank query lists nothing.
            let expected = if query.is_empty() { Vec::new() } else { expected };
            prop_assert_eq!(listed, expected, "{}", question.typed());
        }
    }

    /// Dossiers added one by one are found as if they had been indexed at once.
    #[test]
    fn growing_changes_nothing(dossiers in prop::collection::vec(dossier(), 1..5), query in query()) {
        let named = |(i, mut dossier): (usize, Dossier)| {
            dossier.id = format!("d{i}");
            Arc::new(dossier)
        };
        let dossiers: Vec<Arc<Dossier>> = dossiers.into_iter().enumerate().map(named).collect();
        let mut builder = Builder::default();
        for end in 1..=dossiers.len() {
            builder.add(&Collection::new(dossiers[..end].to_vec()));
        }
        let collection = Collection::new(dossiers);
        let read = Query::parse(&query);
        let grown = builder.index().search(&collection, &read);
        let built = Index::build(&collection).search(&collection, &read);
        prop_assert_eq!(grown.ranked(), built.ranked());
        prop_assert_eq!(grown.all_words(), built.all_words());
    }
}
