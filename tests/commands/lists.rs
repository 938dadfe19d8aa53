//! Lists and items as commands: every output format is parsed, and compared with the explorer.

use crate::screen::Screen;
use crate::shell::{COLLECTION, FORMATS, VIEWS, address, addresses, file, held, json, out, run, stderr};
use accords::data::builtin;
use accords::explore::Effect;
use accords::explore::{Chord, Input, update};
use accords::insight::{Order, items, resolve};
use accords::model::{Kind, Standing};
use accords::report::{For, columns};
use serde_json::Value;

#[test]
fn every_form_says_the_same_and_all_of_it() {
    for (name, kind) in VIEWS {
        let count = held(kind);
        let expected: Vec<String> = items(&COLLECTION, kind, Order::Usual).into_iter().map(address).collect();
        let names: Vec<&str> = columns(kind).iter().map(|column| column.name).collect();
        let rows = json(&[name]);
        assert_eq!((rows.len(), addresses(&rows)), (count, expected.clone()), "{name}");
        for row in &rows {
            let mut keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
            let mut sorted = names.clone();
            keys.sort_unstable();
            sorted.sort_unstable();
            assert_eq!(keys, sorted, "{name}");
        }

        let lines: Vec<Value> = out(&[name, "--format", "jsonl"])
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines, rows, "{name}");

        let text = out(&[name, "--format", "csv"]);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names);
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.iter().map(|r| r[0].to_owned()).collect::<Vec<_>>(), expected, "{name}");

        let text = out(&[name]);
        let first: Vec<&str> =
            text.lines().skip(1).take(count).map(|line| line.split(' ').next().unwrap()).collect();
        assert_eq!(first, expected, "{name}");

        let shown = columns(kind).iter().filter(|column| column.readers != For::Programs).count();
        let text = out(&[name, "--format", "markdown"]);
        let table: Vec<&str> = text.lines().take_while(|line| line.starts_with('|')).collect();
        assert_eq!(table.len(), count + 2, "{name}");
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(table.iter().all(|line| bars(line) == shown + 1), "{name}");
    }
}

#[test]
fn csv_holds_what_json_holds() {
    for (name, kind) in VIEWS {
        let text = out(&[name, "--format", "csv"]);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for (record, row) in reader.records().map(Result::unwrap).zip(json(&[name])) {
            for (field, column) in record.iter().zip(columns(kind)) {
                match &row[column.name] {
                    Value::Null => assert_eq!(field, ""),
                    Value::String(text) => {
                        assert_eq!(field.trim_start_matches('\''), text.trim_start_matches('\''))
                    }
                    Value::Array(things) if things.iter().all(Value::is_string) => {
                        let things: Vec<&str> = things.iter().map(|t| t.as_str().unwrap()).collect();
                        assert_eq!(field, things.join("; "));
                    }
                    Value::Array(things) => assert_eq!(field.is_empty(), things.is_empty()),
                    other => assert_eq!(field, other.to_string()),
                }
            }
        }
    }
}

#[test]
fn facts_are_those_of_the_dossier() {
    let dossier = &COLLECTION.dossiers()[0];
    for (row, event) in json(&["timeline"]).iter().zip(&dossier.events) {
        assert_eq!(row["date"], serde_json::to_value(event.date).unwrap());
        assert_eq!(row["kind"], serde_json::to_value(event.kind).unwrap());
        assert_eq!(row["title"], event.title.as_str());
        let sources: Vec<String> = event.sources.iter().map(|id| format!("aze-kgz/{id}")).collect();
        assert_eq!(row["sources"], serde_json::to_value(sources).unwrap());
    }
    let leading = &json(&[
        "agreements",
        "--where",
        "agreement:declaration-2022 kind:agreement \"strategic partnership\"",
    ])[0];
    assert_eq!(
        (&leading["clauses"], &leading["points"], &leading["not_on_record"]),
        (&3.into(), &26.into(), &23.into())
    );
    let memberships = json(&["memberships"]);
    let shared = memberships.iter().filter(|row| row["standing"] != "one-sided").count();
    let differ = memberships.iter().filter(|row| row["standing"] == "differ").count();
    let places: usize = memberships.iter().map(|row| row["memberships"].as_array().unwrap().len()).sum();
    let whole = builtin().unwrap();
    let are = |standing| whole.organisations.iter().filter(|o| whole.standing(o) == standing).count();
    let of_all: usize = whole.organisations.iter().map(|o| o.memberships.len()).sum();
    let both = are(Standing::Same) + are(Standing::Differ);
    assert_eq!((shared, differ, places), (both, are(Standing::Differ), of_all));
    for row in json(&["sectors"]) {
        let parts = ["clauses", "agreements", "events"].map(|key| row[key].as_u64().unwrap());
        assert_eq!(row["facts"], parts.iter().sum::<u64>());
    }
}

#[test]
fn what_is_not_on_record_is_told() {
    let told = "Declaration on Strategic Partnership: 3 of 26 points on record, 23 not\n";
    assert!(out(&["clauses"]).contains(told));
    assert!(out(&["agreements"]).contains(told));
    assert!(out(&["clauses", "--format", "markdown"]).contains(told));
    assert!(!out(&["clauses", "--where", "agreement:memorandum-2022"]).contains("26 points"));
}

/// What the explorer copies for `y` and this letter.
fn copied(screen: &mut Screen, letter: char) -> String {
    screen.press("y");
    let effects = update(&mut screen.state, Input::Key(Chord::char(letter)));
    let text = effects.into_iter().find_map(|effect| match effect {
        Effect::Copy { text, .. } => Some(text),
        _ => None,
    });
    text.unwrap()
}

#[test]
fn show_prints_what_the_reader_has() {
    for (_, kind) in VIEWS {
        let item = items(&COLLECTION, kind, Order::Usual).pop().unwrap();
        let address = address(item);
        let mut screen = Screen::new((120, 40));
        update(&mut screen.state, Input::GoTo(item));
        let mut record: Value = serde_json::from_str(&out(&["show", &address, "--json"])).unwrap();
        let linked = record.as_object_mut().unwrap().remove("linked").unwrap();
        let copy = copied(&mut screen, 'j');
        assert_eq!(record, serde_json::from_str::<Value>(&copy).unwrap(), "{address}");
        for link in linked.as_object().unwrap().values().flat_map(|links| links.as_array().unwrap()) {
            let link = link.as_str().or_else(|| link["address"].as_str()).unwrap();
            assert!(COLLECTION.find(link).is_some(), "{link}");
        }
        let markdown = copied(&mut screen, 'm');
        assert_eq!(out(&["show", &address, "--format", "markdown"]), markdown);
        let line = out(&["show", &address, "--format", "jsonl"]);
        assert_eq!((line.lines().count(), line.contains(&format!("\"address\":\"{address}\""))), (1, true));
        let text = out(&["show", &address]);
        let title = COLLECTION.title(item).unwrap();
        assert!(text.lines().next().unwrap().contains(title) && text.ends_with(&format!("[{address}]\n")));
        let text = out(&["show", &address, "--format", "csv"]);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!((records.len(), &records[0][0]), (1, address.as_str()));
    }
}

#[test]
fn every_address_is_taken_back() {
    for (_, kind) in VIEWS {
        for item in items(&COLLECTION, kind, Order::Usual) {
            let address = address(item);
            assert_eq!(resolve(&COLLECTION, &address), Ok(item));
            assert_eq!(resolve(&COLLECTION, address.split_once('/').unwrap().1), Ok(item));
        }
    }
}

#[test]
fn a_wrong_address_gets_the_nearest() {
    let output = run(&["show", "declaration-2022.bordres"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    let said = stderr(&output);
    assert!(said.starts_with("accords: no item has the address declaration-2022.bordres; nearest: aze-kgz/declaration-2022.borders, "), "{said}");
    assert_eq!((said.matches("aze-kgz/").count(), said.lines().count()), (3, 1));
    let second = file("second.json", std::fs::read_to_string("data/azerbaijan-kyrgyzstan.json").unwrap());
    let output = run(&["show", "borders", &second, "--builtin"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("aze-kgz/declaration-2022.borders, aze-kgz~2/declaration-2022.borders"));
    let output = run(&["show", "un\u{1b}[2J"]);
    assert!(output.status.code() == Some(2) && !stderr(&output).contains('\u{1b}'));
    assert_eq!(run(&["show"]).status.code(), Some(2));
}

#[test]
fn limits_say_what_they_leave_out() {
    let text = out(&["timeline", "--limit", "2"]);
    let events = held(Kind::Event);
    assert!(text.ends_with(&format!("\nshowing the first 2 of {events}\n")), "{text}");
    let text = out(&["timeline", "--where", "hotel", "--limit", "1"]);
    assert!(text.contains(&format!(" of {events} events match hotel\nshowing the first 1 of ")), "{text}");
    let text = out(&["search", "azerbaijan"]);
    assert!(
        text.ends_with(&format!("showing the first 50 of {}\n", json(&["search", "azerbaijan"]).len())),
        "{text}"
    );
    assert_eq!(json(&["sources", "--limit", "0"]), Vec::<Value>::new());
    assert_eq!(
        json(&["timeline", "--where", "energy", "--limit", "3"])[..],
        json(&["timeline", "--where", "energy"])[..3]
    );
}

#[test]
fn what_is_no_list_is_limited_too() {
    let pair = ["compare", "declaration-2022", "memorandum-2022"];
    let whole = out(&["overlap", "AZE", "KGZ"]);
    let shared = whole.lines().find_map(|line| line.strip_prefix("Organisations: ")).unwrap().to_owned();
    for (command, first) in [
        (&["coverage"][..], format!("1 of {}", held(Kind::Sector)).as_str()),
        (&["follow-up"], format!("1 of {}", held(Kind::Clause)).as_str()),
        (&["overlap", "AZE", "KGZ"], format!("1 of {shared}").as_str()),
        (&pair, "1 of 10"),
    ] {
        let text = out(&[command, &["--limit", "1"]].concat());
        assert!(text.ends_with(&format!("\nshowing the first {first}\n")), "{text}");
        assert!(text.len() < out(command).len() / 2, "{text}");
    }
    // Totals cover everything, whatever the limit.
    let all: Value = serde_json::from_str(&out(&[&pair[..], &["--json"]].concat())).unwrap();
    let one: Value = serde_json::from_str(&out(&[&pair[..], &["--json", "--limit", "1"]].concat())).unwrap();
    assert_eq!((&one["words"], &one["passages"]), (&all["words"], &all["passages"]));
    assert_eq!(one["groups"][0]["pairs"].as_array().unwrap().len(), 1);
    let shared: Value =
        serde_json::from_str(&out(&["overlap", "AZE", "KGZ", "--json", "--limit", "2"])).unwrap();
    assert_eq!(shared["shared"].as_array().unwrap().len(), 2);
    let tables = shared["tables"].as_array().unwrap().iter();
    // The dossier's own memberships, then the Factbook's.
    let dossier = builtin().unwrap();
    let both = |o: &&accords::model::Organisation| dossier.standing(o) != Standing::OneSided;
    let own = dossier.organisations.iter().filter(both).count() as u64;
    assert_eq!(tables.map(|table| table["on_record"].as_u64().unwrap()).collect::<Vec<_>>(), [own, 45]);
    let page = out(&["show", "energy", "--limit", "1"]);
    assert!(page.contains("Head of SOCAR in Bishkek") && !page.contains("First meeting of Aliyev"), "{page}");
    assert!(page.ends_with("\neach list limited to 1\n"), "{page}");
}

#[test]
fn an_empty_list_is_no_error_but_told() {
    for format in FORMATS {
        let output = run(&["timeline", "--where", "zzqqxxy", "--format", format]);
        assert_eq!(output.status.code(), Some(0));
        assert!(
            stderr(&output)
                .starts_with(&format!("accords: none of {} events match zzqqxxy", held(Kind::Event))),
            "{}",
            stderr(&output)
        );
    }
    assert_eq!(run(&["timeline", "--where", "zzqqxxy"]).stdout, b"");
    // An invalid filter must not list everything.
    let output = run(&["timeline", "--where", "secter:energy"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(stderr(&output).contains("cannot understand the query: "), "{}", stderr(&output));
}

#[test]
fn json_is_short_for_its_format() {
    assert_eq!(out(&["sectors", "--json"]), out(&["sectors", "--format", "json"]));
    assert_eq!(run(&["sectors", "--json", "--format", "csv"]).status.code(), Some(2));
    assert_eq!(run(&["sectors", "--format", "yaml"]).status.code(), Some(2));
}

/// The output formats, version 1. Scripts rely on them, so a change of a snapshot here is a breaking change.
#[test]
fn outputs_are_as_they_were() {
    for (name, arguments) in [
        ("timeline", vec!["timeline", "--where", "hotel", "--limit", "2"]),
        ("clauses", vec!["clauses", "--where", "sector:ecotourism"]),
        ("agreements", vec!["agreements", "--where", "strategic kind:agreement", "--limit", "1"]),
        ("sectors", vec!["sectors", "--limit", "2"]),
        ("memberships", vec!["memberships", "--where", "wto", "--limit", "1"]),
        ("disputes", vec!["disputes", "--limit", "1"]),
        ("sources", vec!["sources", "--limit", "2"]),
        ("search", vec!["search", "issyk kul hotel", "--limit", "2"]),
        ("show", vec!["show", "borders"]),
    ] {
        let forms: Vec<String> = FORMATS
            .iter()
            .map(|format| {
                let text = out(&[&arguments[..], &["--format", format]].concat());
                format!("$ accords {} --format {format}\n{text}", arguments.join(" "))
            })
            .collect();
        insta::assert_snapshot!(name, forms.join("\n"));
    }
}
