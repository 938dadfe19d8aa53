//! Citations import into reference managers: BibTeX is checked by a parser, CSL-JSON and RIS by their rules.

use crate::csl;
use accords::data::{builtin, parse};
use accords::insight::items;
use accords::model::{Collection, ItemId, Kind};
use accords::report::{Style, citation, quotation};
use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;

fn collection() -> Collection {
    Collection::new(vec![Arc::new(builtin().unwrap())])
}

/// Every item of a collection.
fn everything(collection: &Collection) -> Vec<ItemId> {
    Kind::ALL.iter().flat_map(|kind| items(collection, *kind, accords::insight::Order::Usual)).collect()
}

#[test]
fn bibtex_says_what_is_on_record() {
    let collection = collection();
    for item in everything(&collection) {
        let text = citation(collection.item(item).unwrap(), Style::Bibtex);
        let parsed = Bibliography::parse(&text).unwrap_or_else(|e| panic!("{e}\n{text}"));
        let entries: Vec<_> = parsed.iter().collect();
        assert_eq!(entries.len(), 1, "{text}");
        let entry = entries[0];
        let dossier = collection.dossier(item).unwrap();
        if let Some(agreement) = agreement_of(&collection, item) {
            assert_eq!(entry.title().unwrap().format_verbatim(), agreement.title, "{text}");
            let authors: Vec<String> = match entry.author() {
                Ok(people) => people.into_iter().map(|p| p.name).collect(),
                Err(_) => Vec::new(),
            };
            let parties: Vec<&str> = agreement.parties.iter().map(|id| dossier.party_name(id)).collect();
            if parties.len() <= 3 {
                assert_eq!(authors, parties, "{text}");
            } else {
                let keywords = entry.get("keywords").unwrap().format_verbatim();
                assert_eq!((authors.len(), keywords), (0, parties.join(", ")), "{text}");
            }
            let place = entry.location().ok().map(|chunks| chunks.format_verbatim());
            assert_eq!(place, agreement.place, "{text}");
        }
        if let Some(date) = collection.date(item) {
            let PermissiveType::Typed(read) = entry.date().unwrap() else { panic!("{text}") };
            let begins = match read.value {
                DateValue::At(at)
                | DateValue::After(at)
                | DateValue::Before(at)
                | DateValue::Between(at, _) => at,
            };
            assert_eq!(begins.year, i32::from(date.year()), "{text}");
            assert_eq!(
                begins.day.is_some(),
                date.to_string().split('/').next().unwrap().len() >= 10,
                "{text}"
            );
        }
    }
}

fn agreement_of(collection: &Collection, item: ItemId) -> Option<&accords::model::Agreement> {
    match item.part {
        accords::model::Part::Agreement(i) | accords::model::Part::Clause(i, _) => {
            collection.dossier(item)?.agreement(i)
        }
        _ => None,
    }
}

#[test]
fn all_references_together_are_one_bibliography() {
    let collection = collection();
    let all = everything(&collection);
    let text: Vec<String> =
        all.iter().map(|item| citation(collection.item(*item).unwrap(), Style::Bibtex)).collect();
    let parsed = Bibliography::parse(&text.join("\n")).unwrap();
    assert_eq!(parsed.iter().count(), all.len(), "keys differ");
}

#[test]
fn csl_json_follows_the_schema() {
    let collection = collection();
    for item in everything(&collection) {
        let text = citation(collection.item(item).unwrap(), Style::CslJson);
        let found = csl::problems(&serde_json::from_str(&text).unwrap());
        assert_eq!(found, Vec::<String>::new(), "{text}");
        let kind = if agreement_of(&collection, item).is_some() { "\"treaty\"" } else { "\"type\"" };
        assert!(text.contains(kind), "{text}");
    }
}

#[test]
fn the_rules_of_csl_are_held() {
    for (wrong, told) in [
        (r#"{}"#, "not a list"),
        (r#"[{"id": "a"}]"#, "has no type"),
        (r#"[{"type": "treaty"}]"#, "has no id"),
        (r#"[{"id": "a", "type": "accord"}]"#, "type"),
        (r#"[{"id": "a", "type": "treaty", "parties": []}]"#, "parties"),
        (r#"[{"id": "a", "type": "treaty", "author": [{"name": "X"}]}]"#, "author"),
        (r#"[{"id": "a", "type": "treaty", "issued": {"date-parts": [[2022, 4, 20, 1]]}}]"#, "issued"),
        (r#"[{"id": "a", "type": "treaty", "title": 1}]"#, "title"),
    ] {
        let found = csl::problems(&serde_json::from_str(wrong).unwrap());
        assert!(found.len() == 1 && found[0].contains(told), "{wrong}: {found:?}");
    }
}

#[test]
fn ris_has_the_form_of_its_lines() {
    let collection = collection();
    for item in everything(&collection) {
        let text = citation(collection.item(item).unwrap(), Style::Ris);
        assert_ris(&text);
        assert!(text.contains(&format!("ID  - {}\r\n", collection.address(item).unwrap())), "{text}");
    }
}

fn assert_ris(text: &str) {
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("TY  - ") && lines.last() == Some(&"ER  - "), "{text}");
    assert_eq!(lines.iter().filter(|l| l.starts_with("TY") || l.starts_with("ER")).count(), 2, "{text}");
    for line in lines {
        let bytes = line.as_bytes();
        assert!(bytes[0].is_ascii_uppercase() && bytes[1].is_ascii_alphanumeric(), "{line}");
        assert_eq!(&bytes[2..6], b"  - ", "{line}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
}

#[test]
fn a_clause_is_cited_with_its_place_in_the_agreement() {
    let collection = collection();
    let item = collection.find("aze-kgz/declaration-2022.borders").unwrap();
    let text = |style| citation(collection.item(item).unwrap(), style);
    insta::assert_snapshot!(
        [Style::Text, Style::Bibtex, Style::CslJson, Style::Ris].map(text).join("\n\n").replace('\r', "")
    );
}

/// A citation of an item of the file of cases.
fn cited(address: &str, style: Style) -> String {
    let loaded = parse(Path::new("citations.json"), include_str!("cases/citations.json"));
    let collection = Collection::new(loaded.dossiers);
    let item = collection.find(&format!("cit/{address}")).unwrap();
    citation(collection.item(item).unwrap(), style)
}

#[test]
fn each_style_of_journals_cites_a_treaty_by_its_rules() {
    use Style::{Aglc, Bluebook, Chicago, Oscola, Text};
    for (address, style, expected) in [
        // A bilateral treaty.
        (
            "bilateral",
            Text,
            "Australia and France, Treaty on Extradition, 6 Sep 1988, entered into force 30 Sep 1990, 1556 UNTS 91, https://treaties.un.org/doc [cit/bilateral]",
        ),
        (
            "bilateral",
            Oscola,
            "Treaty on Extradition (Australia–France) (signed 6 September 1988, entered into force 30 September 1990) 1556 UNTS 91",
        ),
        (
            "bilateral",
            Bluebook,
            "Treaty on Extradition, Australia-France, Sept. 6, 1988, 1556 U.N.T.S. 91 (entered into force Sept. 30, 1990)",
        ),
        (
            "bilateral",
            Chicago,
            "Treaty on Extradition, Australia-France, Sept. 6, 1988, 1556 U.N.T.S. 91 (entered into force Sept. 30, 1990)",
        ),
        (
            "bilateral",
            Aglc,
            "Treaty on Extradition, Australia–France, signed 6 September 1988, 1556 UNTS 91 (entered into force 30 September 1990)",
        ),
        // One with many parties.
        (
            "many",
            Text,
            "Convention on the Law of the Sea, 10 Dec 1982, entered into force 16 Nov 1994, 1833 UNTS 3, https://treaties.un.org/doc [cit/many]",
        ),
        (
            "many",
            Oscola,
            "Convention on the Law of the Sea (adopted 10 December 1982, entered into force 16 November 1994) 1833 UNTS 3",
        ),
        (
            "many",
            Bluebook,
            "Convention on the Law of the Sea, Dec. 10, 1982, 1833 U.N.T.S. 3 (entered into force Nov. 16, 1994)",
        ),
        (
            "many",
            Chicago,
            "Convention on the Law of the Sea, Dec. 10, 1982, 1833 U.N.T.S. 3 (entered into force Nov. 16, 1994)",
        ),
        (
            "many",
            Aglc,
            "Convention on the Law of the Sea, opened for signature 10 December 1982, 1833 UNTS 3 (entered into force 16 November 1994)",
        ),
        // One without a date in force.
        (
            "pending",
            Text,
            "Convention on Rivers, May 2001, UN Doc A/51/869, https://treaties.un.org/doc [cit/pending]",
        ),
        ("pending", Oscola, "Convention on Rivers (adopted May 2001) UN Doc A/51/869"),
        ("pending", Bluebook, "Convention on Rivers, May 2001, UN Doc A/51/869"),
        ("pending", Chicago, "Convention on Rivers, May 2001, UN Doc A/51/869"),
        ("pending", Aglc, "Convention on Rivers, opened for signature May 2001, UN Doc A/51/869"),
        // A clause.
        (
            "many.a1",
            Text,
            "Convention on the Law of the Sea, 10 Dec 1982, entered into force 16 Nov 1994, 1833 UNTS 3, art 1, “Use of terms”, https://treaties.un.org/doc [cit/many.a1]",
        ),
        (
            "many.a1",
            Oscola,
            "Convention on the Law of the Sea (adopted 10 December 1982, entered into force 16 November 1994) 1833 UNTS 3, art 1",
        ),
        (
            "many.a1",
            Bluebook,
            "Convention on the Law of the Sea art. 1, Dec. 10, 1982, 1833 U.N.T.S. 3 (entered into force Nov. 16, 1994)",
        ),
        (
            "many.a1",
            Chicago,
            "Convention on the Law of the Sea, art. 1, Dec. 10, 1982, 1833 U.N.T.S. 3 (entered into force Nov. 16, 1994)",
        ),
        (
            "many.a1",
            Aglc,
            "Convention on the Law of the Sea, opened for signature 10 December 1982, 1833 UNTS 3 (entered into force 16 November 1994) art 1",
        ),
        // One between three, and one whose title names its parties.
        (
            "three",
            Oscola,
            "Security Treaty (adopted 1 September 1951, entered into force 29 April 1952) 131 UNTS 83",
        ),
        (
            "three",
            Chicago,
            "Security Treaty, Australia-France-Japan, Sept. 1, 1951, 131 U.N.T.S. 83 (entered into force Apr. 29, 1952)",
        ),
        (
            "three",
            Aglc,
            "Security Treaty, Australia–France–Japan, signed 1 September 1951, 131 UNTS 83 (entered into force 29 April 1952)",
        ),
        (
            "named",
            Oscola,
            "Agreement between Australia and the French Republic on Trade (signed 26 June 1997) <https://treaties.un.org/doc>",
        ),
        (
            "named",
            Bluebook,
            "Agreement between Australia and the French Republic on Trade, June 26, 1997, https://treaties.un.org/doc",
        ),
    ] {
        assert_eq!(cited(address, style), expected);
    }
}

#[test]
fn only_a_summary_is_cited_as_reported() {
    for style in Style::ALL.into_iter().filter(|style| *style != Style::Ris) {
        for (address, reported) in [
            ("bilateral.a11", false),
            ("bilateral.pre", false),
            ("bilateral.s", true),
            ("told", true),
            ("bare", false),
        ] {
            let text = cited(address, style);
            assert_eq!(text.contains("as reported by"), reported, "{address}: {text}");
        }
        let text = cited("bilateral.a11", style);
        assert!(text.contains("11.15") && !text.contains("ARTICLE"), "{text}");
        assert!(text.contains("entered into force"), "{text}");
    }
    assert_eq!(
        cited("told.p3", Style::Oscola),
        "Declaration on Friendship (Australia–Japan) (signed 3 September 2001), para 3, as reported by A. Writer, ‘Treaty \
         signed’ (The Herald, 4 September 2001) <https://herald.example/a>"
    );
    assert_eq!(
        cited("news", Style::Aglc),
        "A. Writer, ‘Treaty signed’, The Herald (Web Page, 4 September 2001) <https://herald.example/a>"
    );
}

#[test]
fn a_quotation_is_a_text_and_its_citation() {
    let loaded = parse(Path::new("citations.json"), include_str!("cases/citations.json"));
    let collection = Collection::new(loaded.dossiers);
    for (address, text) in [
        ("bilateral.a11", "“Each Party shall.”"),
        ("bilateral.pre", "“Wishing.” (translation)"),
        ("told", "They are friends. (summary)"),
    ] {
        let item = collection.find(&format!("cit/{address}")).unwrap();
        let quoted = quotation(&collection, item).unwrap();
        assert_eq!(quoted, format!("{text}\n{}", cited(address, Style::Text)));
    }
}

/// A dossier with this as title, heading, place, party and publisher.
fn with(word: &str) -> Collection {
    let word = serde_json::to_string(word).unwrap();
    let text = format!(
        r#"{{"format": "accords/1", "id": "x", "title": "X",
        "parties": [{{"id": "p", "kind": "body", "name": {word}}}],
        "sources": [{{"id": "s", "kind": "news", "publisher": {word}, "title": {word}, "url": {word}}}],
        "agreements": [{{"id": "a", "title": {word}, "place": {word}, "parties": ["p"], "sources": ["s"], "clauses": [
          {{"id": "c", "number": {word}, "heading": {word}, "text": "T", "wording": "official", "sources": ["s"]}}]}}]}}"#
    );
    let loaded = parse(Path::new("x.json"), &text);
    Collection::new(loaded.dossiers)
}

proptest! {
    #[test]
    fn nothing_in_a_dossier_breaks_a_reference(word in "\\PC{0,12}|[{}\\\\\"%#&$_~^@,=\r\n\t\u{1b}a-c -]{0,12}") {
        let collection = with(&word);
        for item in everything(&collection) {
            let bibtex = citation(collection.item(item).unwrap(), Style::Bibtex);
            prop_assert_eq!(Bibliography::parse(&bibtex).map(|b| b.iter().count()).ok(), Some(1), "{}", bibtex);
            let csl = citation(collection.item(item).unwrap(), Style::CslJson);
            prop_assert_eq!(csl::problems(&serde_json::from_str(&csl).unwrap()), Vec::<String>::new());
            assert_ris(&citation(collection.item(item).unwrap(), Style::Ris));
            let text = citation(collection.item(item).unwrap(), Style::Text);
            prop_assert!(!text.chars().any(char::is_control));
            for style in Style::ALL {
                let written = citation(collection.item(item).unwrap(), style);
                prop_assert!(!written.is_empty() && written.lines().all(|line| !line.trim().is_empty()), "{}", written);
            }
        }
    }
}
