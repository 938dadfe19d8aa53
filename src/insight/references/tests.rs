//! What is a reference, and to what.

use super::*;
use crate::model::Dossier;
use proptest::prelude::*;
use std::sync::Arc;

/// Two agreements; the text is that of the first article of the first.
fn collection(text: &str) -> Collection {
    let clause = |id: &str, number: &str, place: Option<&str>, text: &str| serde_json::json!({ "id": id, "number": number, "place": place, "heading": "h", "text": text, "wording": "official" });
    let dossier = serde_json::json!({
        "format": "accords/1", "id": "d", "title": "d",
        "agreements": [
            { "id": "own", "title": "Agreement on Rivers", "signed": "2001", "clauses": [
                clause("a1", "ARTICLE 1", Some("one"), text), clause("a2", "ARTICLE 2", Some("one"), "x"),
                clause("a5", "Article V", Some("one"), "x"), clause("a12", "ARTICLE 1.2", Some("one"), "x"),
                clause("a99", "ARTÍCULO 9-9", Some("one"), "x"), clause("a5b", "5 bis", Some("one"), "x"),
                clause("a7", "ARTICLE 7", Some("one"), "x"), clause("b7", "ARTICLE 7", Some("two"), "x"),
                clause("b8", "ARTICLE 8", Some("two"), "x"), clause("c8", "ARTICLE 8", Some("three"), "x"),
            ] },
            { "id": "other", "title": "General Agreement on Tariffs and Trade (GATT 1994)", "signed": "1994",
              "clauses": [clause("a2", "ARTICLE 2", None, "x"), clause("a20", "ARTICLE XX", None, "x")] },
        ],
    });
    let dossier: Dossier = serde_json::from_value(dossier).unwrap();
    Collection::new(vec![Arc::new(dossier.arrange())])
}

/// The references of a text: the words, and where they lead.
fn found(text: &str) -> Vec<String> {
    let collection = collection(text);
    let own = collection.find("d/own.a1").unwrap();
    let show = |reference: Reference| {
        let address = collection.address(reference.target).unwrap().to_string();
        format!("{}={}", &text[reference.range], address.trim_start_matches("d/"))
    };
    references(&collection, own, text).into_iter().map(show).collect()
}

#[test]
fn articles_are_found_in_their_agreements() {
    for (text, expected) in [
        ("under Article 2, goods", &["Article 2=own.a2"][..]),
        ("under ARTICLE 2.", &["ARTICLE 2=own.a2"]),
        ("Article 5(2)(a) applies", &["Article 5(2)(a)=own.a5"]),
        ("Article 2.3 applies", &["Article 2.3=own.a2"]),
        ("Article 1.2 applies", &["Article 1.2=own.a12"]),
        ("Article 5 bis applies", &["Article 5 bis=own.a5b"]),
        ("Articles 2 and 5", &["Articles 2=own.a2", "5=own.a5"]),
        ("Articles 2, 5 and 7 of this Agreement", &["Articles 2=own.a2", "5=own.a5", "7=own.a7"]),
        ("conforme al Artículo 9-9", &["Artículo 9-9=own.a99"]),
        ("à l'article 2 du présent accord", &["article 2=own.a2"]),
        ("paragraph 2 of Article 5 of the Agreement", &["Article 5=own.a5"]),
        ("Article XX of the GATT 1994", &["Article XX=other.a20"]),
        ("Article XX of the General Agreement on Tariffs and Trade", &["Article XX=other.a20"]),
        ("Article 2 GATT 1994", &["Article 2=other.a2"]),
        ("Article 2 of the Agreement on Agriculture", &[]),
        ("Article 2 of the Agreement on Rivers shall", &["Article 2=own.a2"]),
        ("Article 2 of Annex IV", &[]),
        ("Article 2 of that Protocol", &[]),
        ("Article 1 is this one; Article 99 is not there", &[]),
        ("Article 7 is in this chapter; Article 8 may be two", &["Article 7=own.a7"]),
        ("an article of trade, articles 20 tonnes, Article Vital", &[]),
    ] {
        let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn each_of_thousands_of_references_is_found() {
    let text = "Article 2 of the GATT 1994, Article 5(2) or Article 7 ".repeat(5_000);
    assert_eq!(found(&text).len(), 15_000);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(Article|Articles|art\\.| |[0-9]{1,5}|[IVX]{1,4}|\\(|\\)|,|and|of the|GATT|é|\\.|-){0,24}") {
        let collection = collection(&text);
        for reference in references(&collection, collection.find("d/own.a1").unwrap(), &text) {
            prop_assert!(text.get(reference.range).is_some_and(|words| !words.is_empty()));
        }
    }
}
