//! `accords searches`, and saved searches in the queries of every command.

use crate::shell::{accords, stderr, stdout};
use std::process::Output;
use tempfile::TempDir;

struct Person(TempDir);

impl Person {
    fn run(&self, arguments: &[&str]) -> Output {
        accords(arguments).env("XDG_STATE_HOME", self.0.path()).output().unwrap()
    }

    fn out(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""), "{arguments:?}");
        stdout(&output)
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{arguments:?}");
        stderr(&output)
    }
}

fn person() -> Person {
    Person(TempDir::new().unwrap())
}

#[test]
fn a_search_is_saved_listed_replaced_and_removed() {
    let person = person();
    let nothing = person.run(&["searches"]);
    assert!(stderr(&nothing).contains("no search is saved yet") && nothing.status.success());
    assert_eq!(
        person.out(&["searches", "--save", "Energy", "sector:energy"]),
        "saved @energy: sector:energy\n"
    );
    person.out(&["searches", "--save", "@sea", "-oil fisheries"]);
    let listed = person.out(&["searches", "--format", "csv"]);
    assert_eq!(listed, "name,query\nenergy,sector:energy\nsea,'-oil fisheries\n");
    assert_eq!(
        person.out(&["searches", "--save", "sea", "whales"]),
        "saved @sea: whales, in place of -oil fisheries\n"
    );
    assert_eq!(person.out(&["searches", "--remove", "@SEA"]), "removed @sea: whales\n");
    assert!(person.refused(&["searches", "--remove", "enrgy"]).contains("did you mean @energy?"));
}

#[test]
fn a_saved_search_is_a_word_of_every_query() {
    let person = person();
    person.out(&["searches", "--save", "energy", "sector:energy"]);
    let same =
        |with: &[&str], without: &[&str]| assert_eq!(person.out(with), person.out(without), "{with:?}");
    let json = ["--format", "json"];
    same(&["search", "@energy", json[0], json[1]], &["search", "sector:energy", json[0], json[1]]);
    same(&["search", "fund @energy", "--json"], &["search", "fund sector:energy", "--json"]);
    same(&["timeline", "--where", "@energy", "--json"], &["timeline", "--where", "sector:energy", "--json"]);
    let export = |query| ["export", "--to", "markdown", "--where", query];
    same(&export("@Energy"), &export("sector:energy"));
    let queries = person.0.path().join("queries.txt");
    std::fs::write(&queries, "@energy fund\n").unwrap();
    assert!(person.out(&["search", "--queries", queries.to_str().unwrap()]).contains("@energy fund: "));
}

#[test]
fn what_cannot_be_searched_is_not_saved() {
    let person = person();
    for (name, query, why) in [
        ("two words", "oil", "one word"),
        ("x", "", "the query is empty"),
        ("x", "nosuchfield:oil", "nosuchfield"),
        ("x", "@nobody", "no search is saved as @nobody"),
    ] {
        let said = person.refused(&["searches", "--save", name, query]);
        assert!(said.to_lowercase().contains(why), "{said}");
    }
    assert!(person.refused(&["search", "@nobody"]).contains("none is saved yet"));
}

#[test]
fn copies_that_save_at_the_same_time_lose_nothing() {
    let person = person();
    std::thread::scope(|scope| {
        for number in 0..6 {
            let person = &person;
            scope.spawn(move || person.out(&["searches", "--save", &format!("s{number}"), "oil"]));
        }
    });
    assert_eq!(person.out(&["searches", "--format", "jsonl"]).lines().count(), 6);
}

#[test]
fn marks_of_another_file_are_added_and_a_collection_is_listed() {
    let person = person();
    let file = |name: &str, text: &str| {
        let path = person.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let whole = file(
        "whole.json",
        r#"{"format": "accords-marks/1", "marks": [
            {"address": "aze-kgz/declaration-2022.borders", "kind": "clause", "title": "Borders", "note": "mine", "collections": ["Baku"]},
            {"address": "gone/x", "kind": "clause", "title": "Gone"}]}"#,
    );
    assert_eq!(person.out(&["marks", "--import", &whole]), "2 marks read; there are 2 marks now\n");
    let listed = person.out(&["marks", "--json"]);
    let again = file("listed.json", &listed);
    assert_eq!(person.out(&["marks", "--import", &again]), "2 marks read; there are 2 marks now\n");
    assert_eq!(person.out(&["marks", "--json"]), listed, "the same twice changes nothing");
    let of = person.out(&["marks", "--collection", "Baku", "--format", "csv"]);
    assert!(of.contains("mine") && !of.contains("gone"), "{of}");
    let unknown = person.run(&["marks", "--collection", "Bishkek"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(stderr(&unknown).contains("no collection is named Bishkek; there are Baku"));
    let page = person.run(&["marks", "--to", "markdown"]);
    assert!(stdout(&page).contains("sovereignty") && stderr(&page).contains("1 mark is not in what is open"));
}

#[test]
fn a_broken_file_of_marks_names_the_line_and_the_column() {
    let person = person();
    for (text, place) in [
        ("{\n  \"format\": \"accords-marks/1\",\n  \"marks\": [\n    {\"address\": 5}\n  ]\n}\n", "4:17"),
        (
            "{\n  \"format\": \"accords-marks/1\",\n  \"marks\": [\n    {\"address\": \"a\",}\n  ]\n}\n",
            "4:21",
        ),
        ("{\n  \"format\": \"accords-marks/1\",\n  \"marks\": {}\n}\n", "3:"),
    ] {
        let broken = person.0.path().join("broken.json");
        std::fs::write(&broken, text).unwrap();
        let said = person.refused(&["marks", "--import", broken.to_str().unwrap()]);
        assert!(said.contains(&format!("broken.json:{place}")), "{place} {said}");
        let folder = person.0.path().join("accords");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("marks.json"), text).unwrap();
        let said = stderr(&person.run(&["marks"]));
        assert!(said.contains(&format!("marks.json:{place}")), "{place} {said}");
    }
}
