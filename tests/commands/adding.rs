//! `add`: one more item in a dossier, whole or not at all.

use crate::shell::{accords, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::process::Output;
use tempfile::TempDir;

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::copy("data/example.json", folder.path().join("rivers.json")).unwrap();
    folder
}

fn add(folder: &TempDir, arguments: &[&str]) -> Output {
    accords(&[&["add"], arguments].concat()).current_dir(folder).output().unwrap()
}

fn text(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("rivers.json")).unwrap()
}

const SOURCE: [&str; 10] = [
    "source",
    "rivers.json",
    "--title",
    "Bridge opened",
    "--publisher",
    "River Post",
    "--kind",
    "news",
    "--published",
    "2004-05-06",
];

#[test]
fn items_are_added_with_ids_and_everything_else_stays() {
    let folder = folder();
    let before = text(&folder);
    let added = add(&folder, &SOURCE);
    assert_eq!(
        (added.status.code(), stdout(&added).as_str(), stderr(&added).as_str()),
        (Some(0), "example/bridge-opened-2004\n", "")
    );
    let event = [
        "event",
        "rivers.json",
        "--title",
        "Bridge opened",
        "--date",
        "2001-01-05",
        "--kind",
        "project",
        "--sources",
        "bridge-opened-2004,gazette-1998",
        "--sectors",
        "navigation",
        "--carries-out",
        "clause=navigation-1998.dredging,basis=reading",
    ];
    assert_eq!(stdout(&add(&folder, &event)), "example/bridge-opened-2001\n");
    let membership = [
        "membership",
        "rivers.json",
        "--organisation",
        "river-commission",
        "--party",
        "port-authority-bbb",
        "--status",
        "observer",
        "--sources",
        "gazette-1998",
    ];
    assert_eq!(stdout(&add(&folder, &membership)), "example/river-commission:port-authority-bbb\n");
    let (after, mut lines) = (text(&folder), before.lines().peekable());
    // Every line that was there is there in its order, but for commas.
    for line in after.lines() {
        if lines.peek().is_some_and(|next| next.trim_end_matches(',') == line.trim_end_matches(',')) {
            lines.next();
        }
    }
    assert_eq!(lines.next(), None);
    let json: Value = serde_json::from_str(&after).unwrap();
    assert_eq!(json["events"][0]["id"], "bridge-opened-2001");
    assert_eq!(json["events"][0]["carries_out"][0]["basis"], "reading");
    assert_eq!(json["events"][0]["sources"].as_array().unwrap().len(), 2);
    for command in [&["fmt", "--check", "rivers.json"][..], &["check", "--strict", "rivers.json"]] {
        assert_eq!(accords(command).current_dir(&folder).status().unwrap().code(), Some(0), "{command:?}");
    }
}

#[test]
fn an_error_names_its_flag_and_nothing_is_written() {
    let folder = folder();
    let before = text(&folder);
    let event = ["event", "rivers.json", "--title", "T", "--kind", "project"];
    for (more, said) in [
        (&["--date", "22"][..], "--date: \"22\" is not a date"),
        (&["--date", "2002", "--sources", "gazete-1998"], "--sources: there is no source \"gazete-1998\""),
        (
            &["--date", "2002", "--carries-out", "navigation"],
            "--carries-out: \"navigation\" is not understood; write clause=…,basis=…",
        ),
        (&["--date", "2002", "--id", "navigation"], "\"navigation\" is already the id of"),
        (&["--date", "2002", "--id", "A b"], "--id: \"A b\" is not a valid id"),
    ] {
        let found = add(&folder, &[&event[..], more].concat());
        assert_eq!(found.status.code(), Some(2), "{more:?}");
        assert!(
            stderr(&found).contains(said) && stderr(&found).contains("nothing was added"),
            "{}",
            stderr(&found)
        );
        assert_eq!(text(&folder), before);
    }
    for (arguments, said) in [
        (&event[..], "--date <DATE>"),
        (&["event", "rivers.json", "--title", "T", "--date", "2002", "--kind", "projct"], "project"),
        (&["membership", "rivers.json", "--party", "AAA", "--status", "member"], "--organisation <ID>"),
    ] {
        let found = add(&folder, arguments);
        assert_eq!(found.status.code(), Some(2));
        assert!(stderr(&found).contains(said), "{}", stderr(&found));
    }
    let double = [
        "membership",
        "rivers.json",
        "--organisation",
        "river-commission",
        "--party",
        "AAA",
        "--status",
        "member",
    ];
    assert!(
        stderr(&add(&folder, &double)).contains("--party: river-commission already has a membership of AAA")
    );
    fs::write(folder.path().join("rivers.json"), "{\"format\": \"accords/1\",}").unwrap();
    let found = add(&folder, &SOURCE);
    assert!(stderr(&found).contains("rivers.json:1:") && stderr(&found).contains("a file with errors"));
}

#[test]
fn a_warning_is_told_and_standard_input_goes_to_standard_output() {
    let folder = folder();
    let input = fs::File::open(folder.path().join("rivers.json")).unwrap();
    let found = accords(&["add", "event", "-", "--title", "T", "--date", "2002", "--kind", "project"])
        .stdin(input)
        .output()
        .unwrap();
    assert_eq!(found.status.code(), Some(0));
    assert!(stderr(&found).contains("warning: events[1]: no source is given"), "{}", stderr(&found));
    let json: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(json["events"][1]["id"], "t-2002");
}

#[test]
fn the_shell_completes_ids_of_the_file() {
    let folder = folder();
    let completed = |words: &[&str]| {
        let mut command = accords(&["--", "accords"]);
        command.args(words).current_dir(&folder).env("COMPLETE", "bash");
        command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).env("_CLAP_IFS", "\n");
        stdout(&command.output().unwrap())
    };
    assert_eq!(completed(&["add", "event", "rivers.json", "--sources", "gaz"]), "gazette-1998");
    assert_eq!(completed(&["add", "event", "rivers.json", "--sectors", "nav"]), "navigation");
    assert_eq!(completed(&["add", "membership", "rivers.json", "--party", "port"]), "port-authority-bbb");
    assert!(completed(&["add", "event", "rivers.json", "--ki"]).contains("--kind"));
    assert!(completed(&["add", "event", "rivers.json", "--kind", "sign"]).contains("signing"));
}
