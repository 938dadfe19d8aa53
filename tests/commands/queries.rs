//! Which items answer a query: the same ones in commands, panes, `search --since` and `search --queries`.

use crate::screen::Screen;
use crate::shell::{FORMATS, address, addresses, file, held, json, out, run, stderr, stdout};
use accords::explore::Pane;
use accords::model::{ItemId, Kind};
use serde_json::{Value, json as value};

/// Two agreements of a kind that is not known to the format, one with an article on subsidies and one on origin.
fn firmans() -> String {
    let clause = |id: &str, text: &str| {
        value!({ "id": id, "number": format!("Article {id}"), "heading": "Scope", "text": text, "wording": "official",
                "place": "Chapter 1 · Fisheries" })
    };
    let firman = |id: &str, texts: &[&str]| {
        let clauses: Vec<Value> = (1..).zip(texts).map(|(n, text)| clause(&n.to_string(), text)).collect();
        value!({ "id": id, "title": format!("Firman {id}"), "kind": "firman", "in_force": "2011-05", "place": "Edirne",
                "clauses": clauses })
    };
    let dossier = value!({ "format": "accords/1", "id": "f", "title": "Firmans", "agreements": [
        firman("a", &["Fisheries subsidies are cut.", "Rules of origin apply."]),
        firman("b", &["Fisheries subsidies are cut.", "Nothing else applies."]),
    ]});
    file("firmans.json", dossier.to_string())
}

#[test]
fn agreements_answer_as_a_whole_and_clauses_by_themselves() {
    let file = firmans();
    let found = |command: &str, query: &str| addresses(&json(&[command, &file, "--where", query]));
    assert_eq!(found("agreements", "\"fisheries subsidies\" -\"rules of origin\""), ["f/b"]);
    assert_eq!(found("agreements", "\"fisheries subsidies\" \"rules of origin\""), ["f/a"]);
    assert_eq!(found("clauses", "\"fisheries subsidies\" -\"rules of origin\""), ["f/a.1", "f/b.1"]);
    assert!(found("clauses", "\"fisheries subsidies\" \"rules of origin\"").is_empty());
    let mixed = run(&["search", "\"fisheries subsidies\" \"rules of origin\"", &file]);
    assert_eq!(mixed.status.code(), Some(1));
    assert!(stderr(&mixed).contains("1 agreement matches as a whole: accords agreements --where"));
}

#[test]
fn fields_and_kinds_of_what_is_open_are_asked_for() {
    let file = firmans();
    let count = |command: &str, query: &str| json(&[command, &file, "--where", query]).len();
    for (query, agreements, clauses) in [
        ("kind:firman", 2, 4),
        ("place:edirne", 2, 4),
        ("force:2010/2012", 2, 4),
        ("force:2012/..", 0, 0),
        ("number:2", 2, 2),
        ("number:\"article 2\" text:origin", 1, 1),
        ("chapter:fisheries", 2, 4),
        ("title:firman", 2, 0),
        ("text:origin", 1, 1),
    ] {
        assert_eq!((count("agreements", query), count("clauses", query)), (agreements, clauses), "{query}");
    }
    let none = run(&["agreements", &file, "--where", "fisheries kind:farman-i"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(
        stderr(&none).contains("there is no kind farman-i; kinds are clause")
            && stderr(&none).contains("firman")
    );
}

/// Queries of every kind: words, typos, fields, dates, no match, empty.
const QUERIES: [&str; 11] = [
    "sovereignty",
    "kind:clause inviolability OR organic",
    "energy",
    "renewabel",
    "strategic partnership",
    "sector:energy",
    "before:2000 joins",
    "\"interstate council\" -commission",
    "oil OR gas",
    "zzqqxxy",
    "",
];

/// The items of one kind in a pane.
fn pane(screen: &Screen, pane: Pane, kind: Kind) -> Vec<String> {
    let mut rows: Vec<ItemId> = Vec::new();
    for item in screen.state.list(pane).rows.iter().map(|row| row.item()) {
        // The row for points not on record stands for the same agreement.
        if !rows.contains(&item) {
            rows.push(item);
        }
    }
    rows.into_iter().filter(|item| item.kind() == kind).map(address).collect()
}

#[test]
fn commands_list_what_the_explorer_lists() {
    for query in QUERIES {
        let screen = Screen::new((120, 40)).keys(&format!("/{query}"));
        for (name, of, kind) in [
            ("timeline", Pane::Timeline, Kind::Event),
            ("clauses", Pane::Clauses, Kind::Clause),
            ("agreements", Pane::Clauses, Kind::Agreement),
            ("sectors", Pane::Sectors, Kind::Sector),
            ("memberships", Pane::Memberships, Kind::Organisation),
        ] {
            let printed = addresses(&json(&[name, "--where", query]));
            assert_eq!(printed, pane(&screen, of, kind), "{name} --where {query}");
        }
        // The library has its own sort order.
        let sorted = |mut addresses: Vec<String>| {
            addresses.sort_unstable();
            addresses
        };
        let printed = sorted(addresses(&json(&["agreements", "--where", query])));
        assert_eq!(printed, sorted(pane(&screen, Pane::Library, Kind::Agreement)), "library: {query}");
        let ranked = screen.state.search.as_ref().and_then(|search| search.matches.clone());
        let ranked: Vec<String> =
            ranked.iter().flat_map(|found| found.ranked()).map(|found| address(found.item)).collect();
        if !query.is_empty() {
            assert_eq!(addresses(&json(&["search", query])), ranked, "{query}");
        }
    }
}

#[test]
fn only_what_is_new_since() {
    let all = json(&["search", "azerbaijan"]);
    assert!(all.len() > 50, "a limit would make old matches look new");
    let rest = file("rest.json", serde_json::to_string(&all[3..]).unwrap());
    let since = json(&["search", "azerbaijan", "--since", &rest]);
    assert_eq!(since, all[..3]);
    let lines: String = all[1..].iter().map(|row| format!("{row}\n")).collect();
    let lines = file("rest.jsonl", &lines);
    for format in FORMATS {
        let text = out(&["search", "azerbaijan", "--since", &lines, "--format", format]);
        assert_eq!(text.matches(all[0]["address"].as_str().unwrap()).count(), 1, "{format}");
    }
    let all = file("all.json", serde_json::to_string(&all).unwrap());
    let output = run(&["search", "azerbaijan", "--since", &all]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(1), "accords: no new matches\n"));
    let output = run(&["search", "azerbaijan", "--since", &all, "--json"]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b"[]\n"[..]));
    for (name, text) in [("no.json", "[{}]"), ("words.json", "nothing"), ("number.json", "7")] {
        let output = run(&["search", "azerbaijan", "--since", &file(name, text)]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{name}");
        assert!(stderr(&output).contains("--since takes what"), "{}", stderr(&output));
    }
    assert_eq!(run(&["search", "azerbaijan", "--since", "no-such-file"]).status.code(), Some(2));
    let empty = file("empty.json", "");
    assert_eq!(json(&["search", "azerbaijan", "--since", &empty, "--limit", "2"]).len(), 2);
}

#[test]
fn a_filter_that_does_not_exist_is_refused_beside_other_words_too() {
    for command in ["search", "timeline", "follow-up", "coverage", "export"] {
        let query = "energy secter:trade";
        let args: Vec<&str> = match command {
            "search" => vec!["search", query],
            "export" => vec!["export", "--to", "csv", "--where", query],
            other => vec![other, "--where", query],
        };
        let output = run(&args);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{command}: {told}");
        assert!(told.contains("no filter secter; did you mean sector?"), "{command}: {told}");
        assert!(output.stdout.is_empty(), "{command}");
    }
}

#[test]
fn what_is_done_since_and_what_is_covered_can_be_filtered() {
    let clauses = out(&["follow-up", "--where", "sovereignty"]);
    assert!(clauses.contains("declaration-2022.borders") && !clauses.contains("memorandum-2022.purpose"));
    let columns = out(&["coverage", "--where", "sovereignty", "--format", "csv"]);
    assert!(columns.contains("declaration-2022") && !columns.contains("memorandum-2022"), "{columns}");
    let none = run(&["agreements", "--where", "kind:sector energy"]);
    let told = String::from_utf8_lossy(&none.stderr).into_owned();
    let none = format!("none of {} agreements match", held(Kind::Agreement));
    assert!(told.contains(&none) && !told.contains("words: energy"), "{told}");
}

#[test]
fn many_queries_are_answered_at_once() {
    let queries = file(
        "many-queries.txt",
        "energy\n\n  issyk kul hotel\r\ncolour:red\nsouvereignty\nxyzzyplugh\n\"open\n",
    );
    let output = run(&["search", "--queries", &queries, "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = stderr(&output);
    assert!(
        errors.contains("queries.txt: line 4: ") && errors.contains("there is no filter colour"),
        "{errors}"
    );
    assert!(errors.contains("line 7: the quotation mark before open is not closed"), "{errors}");
    let rows: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // Each query has the matches that it has by itself, in the same order.
    for query in ["energy", "issyk kul hotel", "souvereignty", "xyzzyplugh"] {
        let of_query = |row: &&Value| row["query"] == query;
        let mut found: Vec<Value> = rows.iter().filter(of_query).cloned().collect();
        found.iter_mut().for_each(|row| drop(row.as_object_mut().unwrap().remove("query")));
        assert_eq!(found, json(&["search", query]), "{query}");
    }

    let text = out(&["search", "--queries", &file("many-two.txt", "energy\nxyzzyplugh\n"), "--limit", "2"]);
    let all = json(&["search", "energy"]).len();
    assert!(text.starts_with(&format!("energy: {all} matches, the first 2:\n")), "{text}");
    assert!(text.ends_with("\nxyzzyplugh: no matches\n"), "{text}");
    for form in ["csv", "markdown", "json"] {
        let text = out(&["search", "--queries", &file("many-one.txt", "energy"), "--format", form]);
        assert!(text.contains("query") && text.contains("energy"), "{form}");
    }
    // Without a query of its own, what is named first is a path.
    let small = r#"{"format": "accords/1", "id": "small", "title": "Small", "sectors": [{"id": "water", "name": "Water"}]}"#;
    let found =
        json(&["search", "--queries", &file("many-water.txt", "water"), &file("many-small.json", small)]);
    assert_eq!(addresses(&found), ["small/water"]);

    let none = run(&["search", "--queries", &file("many-none.txt", "xyzzyplugh")]);
    assert_eq!(none.status.code(), Some(1));
    let both = run(&["search", "--queries", "-", "-"]);
    assert_eq!(both.status.code(), Some(2));
    assert!(stderr(&both).contains("cannot be both"));
}
