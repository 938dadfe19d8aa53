//! How all commands behave with closed pipes, full disks, terminals and hostile files.

use crate::optional::is_installed;
use crate::shell::{FORMATS, accords, every_command, file, out, run, stderr};
use accords::data::builtin;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

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
            assert!(stderr(&output).starts_with("accords: cannot write the output"), "{command:?} {format}");
        }
    }
}

/// A dossier whose texts hold terminal escapes and spreadsheet formulas.
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
    file("hostile.json", text.replace('@', nasty))
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
    // An event, an agreement, a clause, a sector, an organisation, a dispute and a source; then messages.
    let pages = "1\n1\nt\n2\n1\nt\n2\n2\nt\n3\n1\nt\n4\n1\n:D\n1\nhostile/s\n";
    let others = ":y\n1\n:w\n:C\n:P\n\u{9b}2J\nt\n/cmd\n:z\u{202e}\nt\n0\n";
    child.stdin.take().unwrap().write_all(format!("{pages}{others}").as_bytes()).unwrap();
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
        assert!(stderr(&output).contains("bad.json:1:"), "{command:?}");
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
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""), "{command:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("hostile/water"), "{command:?}");
    }
    let output = piped(&["sectors", "-", "--builtin"], "{");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("accords: -:1:1: error: "), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("aze-kgz/energy"));
    for (text, code) in [(text.as_str(), 0), ("{", 1), ("", 1)] {
        assert_eq!(piped(&["check", "-"], text).status.code(), Some(code), "{text}");
    }
    let output = piped(&["sectors", "-", "--max-size", "5"], &text);
    assert!(stderr(&output).contains("more than 5"), "{}", stderr(&output));
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
    // COLUMNS is 20 for every command in these tests.
    let dossier = builtin().unwrap();
    let longest = dossier.sources.iter().map(|s| s.title.as_str()).max_by_key(|t| t.len()).unwrap();
    assert!(out(&["sources"]).contains(longest));
    assert!(!out(&["sources"]).contains('…') || longest.contains('…'));
}

#[test]
fn jq_reads_every_json() {
    if !is_installed("jq") {
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

/// Every command that prints items, and those that answer a question.
fn every_output() -> impl Iterator<Item = Vec<&'static str>> {
    let questions: [&[&str]; 4] = [
        &["coverage"],
        &["follow-up"],
        &["overlap", "AZE", "KGZ"],
        &["compare", "declaration-2022", "memorandum-2022"],
    ];
    every_command().chain(questions.map(<[&str]>::to_vec))
}
