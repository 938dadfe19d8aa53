//! The commands as people and scripts use them.

use crate::optional;
use crate::shell::{accords, file, held, run, stderr, stdout};
use accords::model::Kind;
use serde_json::Value;
use std::io::Read;
use std::process::Stdio;

const SMALL: &str = r#"{"format": "accords/1", "id": "small", "title": "Small", "sources": [{"id": "s", "kind": "news", "publisher": "P", "title": "T"}],
 "sectors": [{"id": "water", "name": "Water", "summary": "Rivers and wells.", "sources": ["s"]}]}"#;

#[test]
fn into_a_pipe_the_outline_is_printed() {
    let output = run(&[]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    let text = stdout(&output);
    for line in [
        "Azerbaijan – Kyrgyzstan",
        "3 of 26 points on record",
        "? 23 more points, not on record",
        "[aze-kgz/declaration-2022.borders]",
    ] {
        assert!(text.contains(line), "{line}");
    }
    assert!(!text.contains('\u{1b}'));
    let kinds = [Kind::Event, Kind::Agreement, Kind::Clause, Kind::Sector, Kind::Organisation];
    let listed: usize = kinds.map(held).iter().sum();
    assert_eq!(text.lines().filter(|l| l.contains("[aze-kgz/")).count(), listed);
}

#[test]
fn a_mistyped_command_is_named() {
    let output = run(&["seach", "energy"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output), "accords: no file named seach; did you mean the command search?\n");
    let output = run(&["mine.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("mine.json") && !stderr(&output).contains("did you mean"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn help_for_a_mistyped_command_names_it() {
    let output = run(&["help", "serach"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output), "accords: no command named serach; did you mean search?\n");
    assert!(stderr(&run(&["help", "xyzzy"])).contains("accords help lists the commands"));
}

#[test]
fn a_limit_of_none_is_explained() {
    let none = format!("showing none of {}, because of --limit 0\n", held(Kind::Agreement));
    assert_eq!(run(&["agreements", "--limit", "0"]).stdout, none.as_bytes());
    assert!(
        stdout(&run(&["show", "borders", "--limit", "0"]))
            .contains("lists are left out, because of --limit 0")
    );
}

#[test]
fn an_open_quotation_is_named() {
    let output = run(&["search", "energy \"zzz qqq"]);
    assert!(
        stderr(&output).contains("the quotation mark before zzz qqq is not closed"),
        "{}",
        stderr(&output)
    );
    assert!(stderr(&run(&["search", "\""])).contains("the quotation mark at the end is not closed"));
}

#[test]
fn no_message_has_an_error_number() {
    for arguments in [
        &["no-such-file.json"][..],
        &["timeline", "no/such.json"],
        &["export", "--to", "html", "-o", "no/such/a.html"],
        &["new", "no/such/a.json"],
        &["man", "--folder", "no/such"],
        &["coverage", "--topics", "no-such.toml"],
        &["overlap", "AZE", "KGZ", "--memberships", "no-such.csv"],
        &["search", "energy", "--since", "no-such.json"],
        &["trace", "--draft", "no-such.txt"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = stderr(&output);
        assert!(told.contains("there is no such") && !told.contains("os error"), "{told}");
    }
}

#[test]
fn head_is_quiet() {
    for arguments in [&[][..], &["search", "energy", "--limit", "500"], &["check"], &["--help"]] {
        let mut child = accords(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    for arguments in [&[][..], &["search", "energy"], &["check"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = accords(arguments).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).starts_with("accords: cannot write the output"), "{}", stderr(&output));
    }
}

#[test]
fn a_search_prints_json_that_holds_what_it_says() {
    let output = run(&["search", "renewabel energy", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let found: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let found = found.as_array().unwrap();
    assert!(found.len() > 5);
    let mut last = u64::MAX;
    for item in found {
        let mut keys: Vec<&str> = item.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(
            keys,
            [
                "address",
                "all_words",
                "dossier",
                "kind",
                "matched",
                "score",
                "snippet",
                "title",
                "title_matched"
            ]
        );
        assert!(item["address"].as_str().unwrap().starts_with("aze-kgz/"));
        let snippet = item["snippet"].as_str().unwrap();
        for range in item["matched"].as_array().unwrap() {
            let (start, end) = (range[0].as_u64().unwrap() as usize, range[1].as_u64().unwrap() as usize);
            let word = snippet.get(start..end).unwrap().to_lowercase();
            assert!("renewables".starts_with(&word) || "energy".starts_with(&word), "{word}");
        }
        let title = item["title"].as_str().unwrap();
        for range in item["title_matched"].as_array().unwrap() {
            let range = range[0].as_u64().unwrap() as usize..range[1].as_u64().unwrap() as usize;
            let word = title.get(range).unwrap().to_lowercase();
            assert!("renewables".starts_with(&word) || "energy".starts_with(&word), "{word}");
        }
        let score = item["score"].as_u64().unwrap();
        assert!(score <= last);
        last = score;
    }
}

#[test]
fn kind_and_limit_narrow_a_search() {
    let output = run(&["search", "energy", "--format", "json", "--kind", "sector", "--limit", "1"]);
    let found: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["address"], "aze-kgz/energy");
}

#[test]
fn text_and_json_rank_alike() {
    let addresses = |text: String| -> Vec<String> {
        text.split("aze-kgz/")
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || "-.".contains(*c)).collect())
            .collect()
    };
    let text = addresses(stdout(&run(&["search", "japarov trust"])));
    let json: Value =
        serde_json::from_str(&stdout(&run(&["search", "japarov trust", "--format", "json"]))).unwrap();
    let json: Vec<String> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["address"].as_str().unwrap().replace("aze-kgz/", ""))
        .collect();
    assert_eq!(text, json);
}

#[test]
fn nothing_found_is_code_1() {
    let output = run(&["search", "zzqqxxy"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    assert!(stderr(&output).contains("no matches for zzqqxxy"));
    let output = run(&["search", "zzqqxxy", "--format", "json"]);
    assert_eq!((output.status.code(), stdout(&output).trim()), (Some(1), "[]"));
}

#[test]
fn a_query_may_begin_with_a_dash() {
    let output = run(&["search", "-hydro energy", "--limit", "2", "--format", "json"]);
    assert!(serde_json::from_str::<Value>(&stdout(&output)).is_ok(), "{}", stderr(&output));
    assert!(stdout(&run(&["search", "-h"])).contains("Usage: accords search"));
    assert!(stdout(&run(&["search", "--help"])).contains("Usage: accords search"));
}

#[test]
fn words_without_quotes_get_the_hint() {
    let output = run(&["search", "renewable", "energy"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("quote them: accords search \"renewable energy\""),
        "{}",
        stderr(&output)
    );
}

#[test]
fn much_that_is_wrong_does_not_hide_what_is_printed() {
    let field = |i: usize| format!("\"field{i}\": 1, ");
    let bad = file(
        "fields.json",
        format!("{{{}{}", (0..40).map(field).collect::<String>(), SMALL.strip_prefix('{').unwrap()),
    );
    let output = run(&["sectors", &bad]);
    assert!(stdout(&output).contains("Water"));
    let told = stderr(&output);
    assert_eq!(told.lines().count(), 6, "{told}");
    assert!(told.ends_with("accords: 35 more problems; accords check lists them all\n"), "{told}");
    assert_eq!(stdout(&run(&["check", &bad])).lines().count(), 40);
    // The error that keeps the file out comes first, although it is last in the file.
    let kept_out =
        format!("{{{}\"format\": \"accords/1\", \"title\": 1}}", (0..40).map(field).collect::<String>());
    let told = stderr(&run(&["sectors", &file("kept-out.json", kept_out)]));
    assert!(told.lines().next().unwrap().contains(": error: "), "{told}");
}

#[test]
fn the_warnings_of_many_files_are_few_lines() {
    let folder = tempfile::tempdir().unwrap();
    let odd = |name: &str| SMALL.replacen('{', &format!("{{\"field\": 1, \"name\": \"{name}\", "), 1);
    for name in ["a", "b", "c", "d", "e", "f", "g"] {
        std::fs::write(folder.path().join(format!("{name}.json")), odd(name)).unwrap();
    }
    std::fs::write(folder.path().join("picture.png"), "x").unwrap();
    let told = stderr(&run(&["sectors", folder.path().to_str().unwrap()]));
    assert_eq!(told.lines().count(), 6, "{told}");
    assert!(told.lines().next().unwrap().contains("passed over: 1 .png"), "{told}");
    assert!(told.ends_with("accords check lists them all\n"), "{told}");
}

#[test]
fn a_bad_file_costs_only_itself() {
    let good = file("good.json", SMALL);
    let bad = file("bad.json", "{\"format\": \"accords/1\",");
    let output = run(&["search", "wells", &good, &bad, "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("small/water"));
    assert!(stderr(&output).contains("bad.json:1:"), "{}", stderr(&output));
    let output = run(&[&bad]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""));
}

#[test]
fn files_replace_the_built_in_dossier_unless_asked() {
    let good = file("own.json", SMALL);
    let text = stdout(&run(&[&good]));
    assert!(text.starts_with("Small") && !text.contains("aze-kgz"));
    let text = stdout(&run(&[&good, "--builtin"]));
    assert!(text.contains("small/water") && text.contains("aze-kgz/energy"));
}

#[test]
fn the_same_id_twice_is_renamed_and_told() {
    let (a, b) = (file("a.json", SMALL), file("b.json", SMALL));
    let output = run(&["search", "wells", &a, &b, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("small~2/water"));
    assert!(
        stderr(&output).contains("b.json: warning: id: another open dossier has the id \"small\""),
        "{}",
        stderr(&output)
    );
}

#[test]
fn check_says_everything_with_its_code() {
    assert_eq!(run(&["check"]).status.code(), Some(0));
    let good = file("checked.json", SMALL);
    let output = run(&["check", &good]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).ends_with("checked.json: no problems\n"));
    let warned = file("warned.json", SMALL.replace("\"summary\"", "\"sumary\""));
    let output = run(&["check", &warned]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("did you mean \"summary\"?"));
    let wrong = file("wrong.json", SMALL.replace("[\"s\"]", "[\"t\"]").replace("\"Water\"", "7"));
    let output = run(&["check", &wrong, &good]);
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output);
    assert!(
        text.contains(":2:38: error: sectors[0].name: is a number; text in quotes is expected"),
        "{text}"
    );
    assert!(text.contains("there is no source \"t\" in this dossier; did you mean \"s\"?"), "{text}");
    assert_eq!(run(&["check", "no-such-file.json"]).status.code(), Some(2));
    // What a folder passed over is a warning.
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.json"), SMALL).unwrap();
    std::fs::write(folder.path().join("b.pdf"), "%PDF").unwrap();
    let output = run(&["check", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("warning: passed over: 1 .pdf"));
}

#[test]
#[cfg(unix)]
fn what_is_no_regular_file_is_refused_at_once() {
    let output = run(&["check", "/dev/zero"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("/dev/zero: error: is not a regular file"));
    let large = file("large.json", SMALL);
    let output = run(&["check", &large, "--max-size", "100"]);
    assert!(
        format!("{}{}", stdout(&output), stderr(&output))
            .contains("more than 100; raise the limit with --max-size")
    );
}

#[test]
fn what_is_wrong_with_a_file_is_told_without_its_bytes() {
    let hostile = file(
        "hostile-names.json",
        SMALL.replace("\"Water\"", "\"W\\u001b[2J\\u202eater\"").replace("summary", "sum\u{202e}mary"),
    );
    for arguments in [&["check"][..], &["search", "water"], &[]] {
        let mut arguments = arguments.to_vec();
        arguments.push(&hostile);
        let output = run(&arguments);
        let text = format!("{}{}", stdout(&output), stderr(&output));
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
        assert!(!text.is_empty());
    }
}

#[test]
fn a_search_for_nothing_is_told() {
    for query in ["", "  ", "!?"] {
        for format in ["text", "json"] {
            let output = run(&["search", query, "--format", format]);
            assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{query}");
            assert!(
                stderr(&output).contains("the query is empty; give at least one word"),
                "{}",
                stderr(&output)
            );
        }
    }
}

#[test]
fn wrong_usage_is_code_2() {
    assert_eq!(run(&["search"]).status.code(), Some(2));
    assert_eq!(run(&["--no-such-flag"]).status.code(), Some(2));
    assert_eq!(run(&["search", "x", "--kind", "treaty"]).status.code(), Some(2));
    assert_eq!(run(&["--version"]).status.code(), Some(0));
}

#[test]
fn hostile_files_are_refused_or_opened_but_never_hurt() {
    let Some(folder) = optional::shared("hostile") else { return };
    let mut tried = 0;
    for group in std::fs::read_dir(folder).unwrap().map(|g| g.unwrap().path()).filter(|p| p.is_dir()) {
        for path in std::fs::read_dir(group).unwrap().map(|f| f.unwrap().path()) {
            let text = path.to_str().unwrap();
            for arguments in [
                &["check", text][..],
                &["search", "a", text],
                &["timeline", text, "--json"],
                &["clauses", text],
                &["sources", text, "--format", "csv"],
                &["agreements", text, "--format", "markdown"],
                &["show", "a", text],
                &[text],
            ] {
                let output = run(arguments);
                assert!(output.status.code().is_some_and(|c| c <= 2), "{arguments:?}: {:?}", output.status);
                let said = format!(
                    "{}{}",
                    String::from_utf8_lossy(&output.stdout),
                    String::from_utf8_lossy(&output.stderr)
                );
                let bad = said
                    .chars()
                    .find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}'));
                assert_eq!(bad, None, "{arguments:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 200);
}
