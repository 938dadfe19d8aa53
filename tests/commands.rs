//! Every list and every item as a command: each form of output read back, and held against the explorer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr
)]

mod screen;

use accords::data::builtin;
use accords::insight::{Order, items, resolve};
use accords::model::{Collection, ItemId, Kind};
use accords::report::{For, columns};
use accords::search::Matches;
use accords::tui::state::PaneId;
use accords::tui::term::run::Effect;
use accords::tui::update;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use screen::Screen;
use serde_json::Value;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, LazyLock};

/// Each list, what it lists, and how many the built-in dossier has.
const VIEWS: [(&str, Kind, usize); 7] = [
    ("timeline", Kind::Event, 132),
    ("clauses", Kind::Clause, 10),
    ("agreements", Kind::Agreement, 35),
    ("sectors", Kind::Sector, 19),
    ("memberships", Kind::Organisation, 57),
    ("disputes", Kind::Dispute, 53),
    ("sources", Kind::Source, 311),
];

const FORMATS: [&str; 5] = ["text", "json", "jsonl", "csv", "markdown"];

static COLLECTION: LazyLock<Collection> =
    LazyLock::new(|| Collection::new(vec![Arc::new(builtin().unwrap())]));

fn accords(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.env_remove("NO_COLOR").env("COLUMNS", "20").stdin(Stdio::null()).args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    accords(arguments).output().unwrap()
}

/// What a command that succeeds and says nothing on standard error prints.
fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let mut arguments = arguments.to_vec();
    arguments.push("--json");
    serde_json::from_slice(&run(&arguments).stdout).unwrap()
}

fn addresses(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["address"].as_str().unwrap().to_owned()).collect()
}

fn address(item: ItemId) -> String {
    COLLECTION.address(item).unwrap().to_string()
}

/// A file of the test's own with this text.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("commands");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    // Tests that run at the same time may write the same file: each sees a whole one.
    let own = tempfile::NamedTempFile::new_in(&folder).unwrap();
    std::fs::write(own.path(), text).unwrap();
    own.persist(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Every command that prints what is in a dossier.
fn every_command() -> impl Iterator<Item = Vec<&'static str>> {
    let lists = VIEWS.iter().map(|(name, ..)| vec![*name]);
    lists.chain([vec!["search", "energy OR baku"], vec!["show", "declaration-2022"]])
}

/// These, and the commands that answer a question.
fn every_output() -> impl Iterator<Item = Vec<&'static str>> {
    let questions: [&[&str]; 4] = [
        &["coverage"],
        &["follow-up"],
        &["overlap", "AZE", "KGZ"],
        &["compare", "declaration-2022", "memorandum-2022"],
    ];
    every_command().chain(questions.map(<[&str]>::to_vec))
}

#[test]
fn jq_reads_every_json() {
    let found = Command::new("jq").arg("--version").stdout(Stdio::null()).status();
    if !found.is_ok_and(|status| status.success()) {
        eprintln!("skipped: jq is not installed");
        return;
    }
    for command in every_output() {
        for (format, filter) in [("json", "type"), ("jsonl", "type")] {
            let printed = out(&[&command[..], &["--format", format]].concat());
            let mut jq = Command::new("jq")
                .args(["-r", filter])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let mut stdin = jq.stdin.take().unwrap();
            let writer = std::thread::spawn(move || stdin.write_all(printed.as_bytes()));
            let read = jq.wait_with_output().unwrap();
            writer.join().unwrap().unwrap();
            let types = String::from_utf8(read.stdout).unwrap();
            assert!(read.status.success() && !types.is_empty(), "{command:?} {format}");
            let is_one = matches!(command[0], "show" | "overlap" | "compare");
            let expected = if format == "json" && !is_one { "array" } else { "object" };
            assert!(types.lines().all(|kind| kind == expected), "{command:?} {format}: {types}");
        }
    }
}

#[test]
fn every_form_says_the_same_and_all_of_it() {
    for (name, kind, count) in VIEWS {
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

        let shown = columns(kind).iter().filter(|column| column.readers == For::All).count();
        let text = out(&[name, "--format", "markdown"]);
        let table: Vec<&str> = text.lines().take_while(|line| line.starts_with('|')).collect();
        assert_eq!(table.len(), count + 2, "{name}");
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        assert!(table.iter().all(|line| bars(line) == shown + 1), "{name}");
    }
}

#[test]
fn csv_holds_what_json_holds() {
    for (name, kind, _) in VIEWS {
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
    assert_eq!((shared, differ, places), (49, 4, 114));
    for row in json(&["sectors"]) {
        let parts = ["clauses", "agreements", "events"].map(|key| row[key].as_u64().unwrap());
        assert_eq!(row["facts"], parts.iter().sum::<u64>());
    }
}

#[test]
fn what_is_not_on_record_is_told() {
    let told = "Declaration on Strategic Partnership: 3 of 26 points on record, 23 not\n";
    assert!(out(&["clauses"]).ends_with(told));
    assert!(out(&["agreements"]).ends_with(told));
    assert!(out(&["clauses", "--format", "markdown"]).ends_with(told));
    assert!(!out(&["clauses", "--where", "agreement:memorandum-2022"]).contains("26 points"));
}

/// Queries of every kind: words, slips, fields, dates, nothing.
const QUERIES: [&str; 9] = [
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

/// The rows of a pane narrowed by a search that are of a kind and hold all words.
fn pane(screen: &Screen, pane: PaneId, kind: Kind) -> Vec<String> {
    let matches = screen.state.search.as_ref().and_then(|search| search.matches.clone());
    let mut rows: Vec<ItemId> = Vec::new();
    for item in screen.state.list(pane).rows.iter().map(|row| row.item()) {
        // The points that are not on record have a row of their agreement's own.
        if !rows.contains(&item) {
            rows.push(item);
        }
    }
    // An agreement also stands over its clauses that match.
    let holds = |item: &ItemId| matches.as_ref().is_none_or(|found: &Arc<Matches>| found.contains(*item));
    rows.into_iter().filter(|item| item.kind() == kind).filter(holds).map(address).collect()
}

#[test]
fn commands_list_what_the_explorer_lists() {
    for query in QUERIES {
        let screen = Screen::new((120, 40)).keys(&format!("/{query}"));
        for (name, of, kind) in [
            ("timeline", PaneId::Timeline, Kind::Event),
            ("clauses", PaneId::Clauses, Kind::Clause),
            ("agreements", PaneId::Clauses, Kind::Agreement),
            ("sectors", PaneId::Sectors, Kind::Sector),
            ("memberships", PaneId::Memberships, Kind::Organisation),
        ] {
            let printed = addresses(&json(&[name, "--where", query]));
            assert_eq!(printed, pane(&screen, of, kind), "{name} --where {query}");
        }
        let ranked = screen.state.search.as_ref().and_then(|search| search.matches.clone());
        let ranked: Vec<String> =
            ranked.iter().flat_map(|found| found.ranked()).map(|found| address(found.item)).collect();
        if !query.is_empty() {
            assert_eq!(addresses(&json(&["search", query])), ranked, "{query}");
        }
    }
}

/// What the explorer copies with `y` and this letter.
fn copied(screen: &mut Screen, letter: char) -> String {
    screen.press("y");
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
    let effects = update::key(&mut screen.state, &key);
    let text = effects.into_iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text),
        _ => None,
    });
    text.unwrap()
}

#[test]
fn show_prints_what_the_reader_has() {
    for (_, kind, _) in VIEWS {
        let item = items(&COLLECTION, kind, Order::Usual).pop().unwrap();
        let address = address(item);
        let mut screen = Screen::new((120, 40));
        screen.state.show(item);
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
    for (_, kind, _) in VIEWS {
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
    let said = err(&output);
    assert!(said.starts_with("accords: nothing has the address declaration-2022.bordres; nearest: aze-kgz/declaration-2022.borders, "), "{said}");
    assert_eq!((said.matches("aze-kgz/").count(), said.lines().count()), (3, 1));
    let second = file("second.json", &std::fs::read_to_string("data/azerbaijan-kyrgyzstan.json").unwrap());
    let output = run(&["show", "borders", &second, "--builtin"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("aze-kgz/declaration-2022.borders, aze-kgz~2/declaration-2022.borders"));
    let output = run(&["show", "un\u{1b}[2J"]);
    assert!(output.status.code() == Some(2) && !err(&output).contains('\u{1b}'));
    assert_eq!(run(&["show"]).status.code(), Some(2));
}

#[test]
fn head_is_quiet() {
    for format in FORMATS {
        for command in every_output() {
            let mut child = accords(&command)
                .args(["--format", format])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            child.stdout.take().unwrap().read_exact(&mut [0; 1]).unwrap();
            let mut said = String::new();
            child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{command:?} {format}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    for format in FORMATS {
        for command in every_output() {
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let output = accords(&command).args(["--format", format]).stdout(full).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{command:?} {format}");
            assert!(
                err(&output).starts_with("accords: the output cannot be written"),
                "{command:?} {format}"
            );
        }
    }
}

/// A dossier in which every text would command a terminal or a spreadsheet.
fn hostile() -> String {
    let nasty = r"=1+1|cmd\u001b[2J\u009b2J\u202e\u0007\n- *x* <b> | `";
    let text = r#"{"format": "accords/1", "id": "hostile", "title": "T", "parties": [{"id": "AAA", "kind": "state", "name": "@"}], "compares": ["AAA"],
 "sources": [{"id": "s", "kind": "news", "publisher": "@", "title": "@", "url": "@", "note": "@"}],
 "sectors": [{"id": "water", "name": "@", "summary": "@", "sources": ["s"]}],
 "agreements": [{"id": "a", "title": "@", "place": "@", "summary": "@", "parties": ["AAA"], "sources": ["s"],
   "clauses": [{"id": "c", "number": "@", "heading": "@", "text": "@", "wording": "official", "sources": ["s"]}]}],
 "events": [{"id": "e", "date": "2020", "title": "@", "summary": "@", "kind": "visit", "sectors": ["water"], "sources": ["s"]}],
 "organisations": [{"id": "o", "name": "@", "memberships": [{"party": "AAA", "status": "member", "status_text": "@", "sources": ["s"]}]}],
 "disputes": [{"id": "d", "about": ["e"], "topic": "@", "claims": [{"says": "@", "sources": ["s"]}]}]}"#;
    file("hostile.json", &text.replace('@', nasty))
}

#[test]
fn no_text_commands_a_terminal_or_a_spreadsheet() {
    let path = hostile();
    let shows = ["a", "c", "e", "water", "o", "d", "s"].map(|address| vec!["show", address]);
    let commands = every_command().filter(|command| command[0] != "show").chain(shows);
    for command in commands {
        let command: Vec<&str> =
            command.into_iter().map(|word| if word.contains("OR") { "cmd" } else { word }).collect();
        for format in FORMATS {
            let text = out(&[&command[..], &[&path, "--format", format]].concat());
            let bad = text.chars().find(|c| *c != '\n' && (c.is_control() || *c == '\u{202e}'));
            assert_eq!((bad, text.is_empty()), (None, false), "{command:?} {format}");
            match format {
                "json" => assert!(text.contains("\\u001b[2J\\u009b2J\\u202e"), "{text}"),
                "csv" => {
                    let mut reader = csv::Reader::from_reader(text.as_bytes());
                    for record in reader.records().map(Result::unwrap) {
                        assert!(!record.iter().any(|field| field.starts_with('=')), "{record:?}");
                    }
                }
                "markdown" => assert!(!text.contains("<b>") && !text.contains(" *x*"), "{text}"),
                _ => {}
            }
        }
    }
}

#[test]
fn nothing_read_aloud_commands_a_terminal() {
    let mut child =
        accords(&["--plain", &hostile()]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lines: String = (1..8).map(|list| format!("t\n{list}\n1\n")).collect();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(text.find(|c: char| c != '\n' && (c.is_control() || c == '\u{202e}')), None, "{text}");
    assert_eq!(text.matches("\n[hostile/").count(), 7, "{text}");
}

#[test]
fn a_bad_file_among_good_ones_costs_only_itself() {
    let (good, bad) = (hostile(), file("bad.json", "{\"format\": \"accords/1\","));
    for command in every_command() {
        let mut command = command;
        match command[0] {
            "show" => command[1] = "water",
            "search" => command[1] = "cmd",
            _ => {}
        }
        let output = run(&[&command[..], &[&bad, &good]].concat());
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("hostile/"), "{command:?}");
        assert!(err(&output).contains("bad.json:1:"), "{command:?}");
        let output = run(&[&command[..], &[&bad]].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{command:?}");
    }
}

#[test]
fn standard_input_is_a_file() {
    let piped = |arguments: &[&str], text: &str| {
        let mut child = accords(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let text = std::fs::read_to_string(hostile()).unwrap();
    for command in [&["sectors", "-"][..], &["show", "water", "-"], &["search", "cmd", "-"], &["-"]] {
        let output = piped(command, &text);
        assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{command:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("hostile/water"), "{command:?}");
    }
    let output = piped(&["sectors", "-", "--builtin"], "{");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("accords: -:1:1: error: "), "{}", err(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("aze-kgz/energy"));
    for (text, code) in [(text.as_str(), 0), ("{", 1), ("", 1)] {
        assert_eq!(piped(&["check", "-"], text).status.code(), Some(code), "{text}");
    }
    let output = piped(&["sectors", "-", "--max-size", "5"], &text);
    assert!(err(&output).contains("more than 5"), "{}", err(&output));
}

#[test]
fn only_what_is_new_since() {
    let all = json(&["search", "azerbaijan"]);
    assert!(all.len() > 50, "a limit would make old matches look new");
    let rest = file("rest.json", &serde_json::to_string(&all[3..]).unwrap());
    let since = json(&["search", "azerbaijan", "--since", &rest]);
    assert_eq!(since, all[..3]);
    let lines: String = all[1..].iter().map(|row| format!("{row}\n")).collect();
    let lines = file("rest.jsonl", &lines);
    for format in FORMATS {
        let text = out(&["search", "azerbaijan", "--since", &lines, "--format", format]);
        assert_eq!(text.matches(all[0]["address"].as_str().unwrap()).count(), 1, "{format}");
    }
    let all = file("all.json", &serde_json::to_string(&all).unwrap());
    let output = run(&["search", "azerbaijan", "--since", &all]);
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), "accords: nothing new\n"));
    let output = run(&["search", "azerbaijan", "--since", &all, "--json"]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b"[]\n"[..]));
    for (name, text) in [("no.json", "[{}]"), ("words.json", "nothing"), ("number.json", "7")] {
        let output = run(&["search", "azerbaijan", "--since", &file(name, text)]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{name}");
        assert!(err(&output).contains("--since takes what"), "{}", err(&output));
    }
    assert_eq!(run(&["search", "azerbaijan", "--since", "no-such-file"]).status.code(), Some(2));
    let empty = file("empty.json", "");
    assert_eq!(json(&["search", "azerbaijan", "--since", &empty, "--limit", "2"]).len(), 2);
}

#[test]
fn limits_say_what_they_leave_out() {
    let text = out(&["timeline", "--limit", "2"]);
    assert!(text.ends_with("\nonly the first 2 of 132\n"), "{text}");
    let text = out(&["timeline", "--where", "hotel", "--limit", "1"]);
    assert!(text.contains(" of 132 events match hotel\nonly the first 1 of "), "{text}");
    let text = out(&["search", "azerbaijan"]);
    assert!(
        text.ends_with(&format!("only the first 50 of {}\n", json(&["search", "azerbaijan"]).len())),
        "{text}"
    );
    assert_eq!(json(&["sources", "--limit", "0"]), Vec::<Value>::new());
    assert_eq!(
        json(&["timeline", "--where", "energy", "--limit", "3"])[..],
        json(&["timeline", "--where", "energy"])[..3]
    );
}

#[test]
fn an_empty_list_is_no_error_but_told() {
    for format in FORMATS {
        let output = run(&["timeline", "--where", "zzqqxxy", "--format", format]);
        assert_eq!(output.status.code(), Some(0));
        assert!(err(&output).starts_with("accords: none of 132 events matches zzqqxxy"), "{}", err(&output));
    }
    assert_eq!(run(&["timeline", "--where", "zzqqxxy"]).stdout, b"");
    // A filter that is not understood must not list everything.
    let output = run(&["timeline", "--where", "secter:energy"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(err(&output).contains("the search is not understood: "), "{}", err(&output));
}

#[test]
fn styles_only_where_wanted() {
    for command in every_command() {
        assert!(!out(&command).contains('\u{1b}'));
        let always = out(&[&command[..], &["--color", "always"]].concat());
        assert!(always.contains("\u{1b}[1;4m") && always.contains("\u{1b}[0m"), "{command:?}");
        assert!(!out(&[&command[..], &["--color", "never"]].concat()).contains('\u{1b}'));
    }
    let data = out(&["search", "energy", "--color", "always", "--json"]);
    assert!(!data.contains('\u{1b}'));
}

#[test]
fn a_pipe_is_never_cut() {
    // COLUMNS is 20 for every command of these tests.
    let longest =
        COLLECTION.dossiers()[0].sources.iter().map(|s| s.title.as_str()).max_by_key(|t| t.len()).unwrap();
    assert!(out(&["sources"]).contains(longest));
    assert!(!out(&["sources"]).contains('…') || longest.contains('…'));
}

#[test]
fn json_is_short_for_its_format() {
    assert_eq!(out(&["sectors", "--json"]), out(&["sectors", "--format", "json"]));
    assert_eq!(run(&["sectors", "--json", "--format", "csv"]).status.code(), Some(2));
    assert_eq!(run(&["sectors", "--format", "yaml"]).status.code(), Some(2));
}

/// The shapes of all outputs, version 1: a change of one of these snapshots is a change of what scripts rely on.
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
