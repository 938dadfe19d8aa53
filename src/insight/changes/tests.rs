//! Every kind of change, and what is no change.

use super::*;
use crate::data::{REFERENCES, builtin, schema};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

fn dossier(text: &Value) -> Vec<Arc<Dossier>> {
    let dossier: Dossier = serde_json::from_value(text.clone()).unwrap();
    vec![Arc::new(dossier.arrange())]
}

fn rivers() -> Value {
    json!({
        "format": "accords/1", "id": "rivers", "title": "Rivers",
        "parties": [{ "id": "AAA", "kind": "state", "name": "Aland" }],
        "sources": [{ "id": "s", "kind": "news", "publisher": "P", "title": "T" }],
        "sectors": [{ "id": "water", "name": "Water" }],
        "agreements": [{ "id": "a", "title": "Agreement", "signed": "2001", "parties": ["AAA"], "sources": ["s"], "clauses": [
            { "id": "c", "heading": "Passage", "text": "Vessels of either Party may pass freely.", "wording": "official", "sources": ["s"] },
            { "id": "d", "heading": "Fish", "text": "Fish is shared.", "wording": "official", "sources": ["s"] }] }],
        "events": [{ "id": "e", "date": "2002", "title": "Opened", "kind": "project", "sectors": ["water"],
            "carries_out": [{ "clause": "a.c", "basis": "source" }], "sources": ["s"] }],
        "organisations": [{ "id": "un", "name": "United Nations", "memberships": [
            { "party": "AAA", "status": "member", "since": "1992", "sources": ["s"] }] }],
    })
}

/// Each change in a line: what became of it, its address or title, its fields.
fn lines(old: &Value, new: &Value) -> Vec<String> {
    let line = |change: &Change| {
        let at = change.address.as_ref().unwrap_or(&change.title);
        let fields: Vec<&str> = change.fields.iter().map(|field| field.name).collect();
        let was = change.was.iter().map(|was| format!(" was {was}")).collect::<String>();
        format!("{} {at}{was} {}", change.state.word(), fields.join(" ")).trim_end().to_owned()
    };
    changes(&dossier(old), &dossier(new)).list.iter().map(line).collect()
}

/// The lines after a change of the value at a path.
fn after(path: &str, value: Value) -> Vec<String> {
    let (old, mut new) = (rivers(), rivers());
    *new.pointer_mut(path).unwrap() = value;
    lines(&old, &new)
}

#[test]
fn each_kind_of_entry_is_compared_field_by_field() {
    for (path, value, expected) in [
        ("/title", json!("Two rivers"), "changed rivers title"),
        ("/agreements/0/signed", json!("2003"), "changed rivers/a signed"),
        ("/agreements/0/clauses/0/text", json!("Nobody may pass."), "changed rivers/a.c text"),
        ("/agreements/0/clauses/1/id", json!("fish"), "renamed rivers/a.fish was rivers/a.d"),
        ("/events/0/id", json!("opened"), "renamed rivers/opened was rivers/e"),
        ("/events/0/sources", json!([]), "changed rivers/e sources"),
        ("/organisations/0/memberships/0/since", json!("1993"), "changed rivers/un:AAA since"),
        ("/organisations/0/name", json!("UN"), "changed rivers/un name"),
        ("/parties/0/name", json!("Åland"), "changed Åland name"),
    ] {
        assert_eq!(after(path, value), [expected], "{path}");
    }
    assert_eq!(lines(&rivers(), &rivers()), [""; 0]);
}

#[test]
fn what_refers_to_a_renamed_item_has_not_changed() {
    let (old, text) = (rivers(), rivers().to_string());
    for (from, to, expected) in [
        ("\"s\"", "\"post\"", "renamed rivers/post was rivers/s"),
        ("\"water\"", "\"rivers-water\"", "renamed rivers/rivers-water was rivers/water"),
        ("\"un\"", "\"uno\"", "renamed rivers/uno was rivers/un"),
        ("\"AAA\"", "\"ALA\"", "renamed Aland"),
    ] {
        assert_eq!(lines(&old, &serde_json::from_str(&text.replace(from, to)).unwrap()), [expected]);
    }
    let renamed =
        text.replace("\"id\":\"a\"", "\"id\":\"navigation\"").replace("\"a.c\"", "\"navigation.c\"");
    assert_eq!(
        lines(&old, &serde_json::from_str(&renamed).unwrap()),
        ["renamed rivers/navigation was rivers/a"]
    );
}

#[test]
fn added_and_removed_entries_stand_where_they_are_read() {
    let (old, mut new) = (rivers(), rivers());
    new["agreements"][0]["clauses"].as_array_mut().unwrap().remove(0);
    new["events"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "f", "date": "2001", "title": "Begun", "kind": "project", "sources": ["s"] }));
    new["events"][0]["carries_out"] = json!([]);
    let expected = ["removed rivers/a.c", "added rivers/f", "changed rivers/e carries_out"];
    assert_eq!(lines(&old, &new), expected);
    let back = ["added rivers/a.c", "removed rivers/f", "changed rivers/e carries_out"];
    assert_eq!(lines(&new, &old), back);
}

#[test]
fn several_dossiers_are_matched_by_their_ids() {
    let named = |id: &str| {
        let mut own = rivers();
        own["id"] = json!(id);
        dossier(&own).remove(0)
    };
    let found = changes(&[named("a"), named("b")], &[named("b"), named("c")]);
    assert!(found.is_of_several());
    let states: BTreeSet<(&str, &str)> =
        found.list.iter().map(|change| (change.dossier.as_str(), change.state.word())).collect();
    assert_eq!(states.into_iter().collect::<Vec<_>>(), [("a", "removed"), ("c", "added")]);
    assert_eq!(changes(&[], &[named("a")]).count(State::Added), 10);
}

#[test]
fn words_and_lists_are_compared_inside() {
    let (old, mut new) = (rivers(), rivers());
    new["agreements"][0]["clauses"][0]["text"] = json!("Vessels of both Parties may pass freely.");
    new["agreements"][0]["parties"] = json!(["AAA", "BBB"]);
    let found = changes(&dossier(&old), &dossier(&new)).list;
    assert!(
        matches!(&found[0].fields[0].delta, Delta::List { added, removed } if added == &[json!("BBB")] && removed.is_empty())
    );
    assert!(matches!(&found[1].fields[0].delta, Delta::Words(words) if words.same == 5));
}

/// The names of fields that hold ids of other things, as the schema has them.
fn references(schema: &Value, found: &mut BTreeSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        for (name, about) in properties.iter().filter(|(_, about)| about["x-refers-to"].is_array()) {
            assert!(about["x-refers-to"].as_array().is_some_and(|kinds| !kinds.is_empty()));
            found.insert(name.clone());
        }
    }
}

#[test]
fn references_are_those_of_the_format() {
    let (schema, mut found) = (schema(), BTreeSet::new());
    references(&schema, &mut found);
    schema["$defs"].as_object().unwrap().values().for_each(|of| references(of, &mut found));
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), REFERENCES);
}

#[test]
fn a_large_dossier_takes_no_time() {
    let event = |i: usize| json!({ "id": format!("e{i}"), "date": "2001", "title": "Same", "kind": "project", "sources": ["s"] });
    let (mut old, mut new) = (rivers(), rivers());
    old["events"] = (0..30_000).map(event).collect();
    new["events"] = (20_000..50_000).map(event).collect();
    let begin = std::time::Instant::now();
    let found = changes(&dossier(&old), &dossier(&new));
    assert_eq!((found.count(State::Renamed), found.list.len()), (20_000, 20_000));
    assert!(begin.elapsed() < std::time::Duration::from_secs(20), "{:?}", begin.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn nothing_changes_between_a_dossier_and_itself_without_some_events(cut in prop::collection::vec(any::<bool>(), 20)) {
        let whole = builtin().unwrap();
        let mut less = whole.clone();
        let mut cut = cut.iter().chain(std::iter::repeat(&false));
        less.events.retain(|_| !cut.next().unwrap());
        let removed = whole.events.len() - less.events.len();
        let (whole, less) = ([Arc::new(whole.arrange())], [Arc::new(less.arrange())]);
        let found = changes(&whole, &less);
        prop_assert_eq!((found.count(State::Removed), found.list.len()), (removed, removed));
        prop_assert_eq!(changes(&less, &whole).count(State::Added), removed);
    }
}
