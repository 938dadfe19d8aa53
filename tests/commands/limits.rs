//! The table of limits in SECURITY.md: each row is tried, and its message is the one that is printed.

use crate::archive::archive;
use crate::shell::{accords, file, run, stderr, stdout};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// The rows of the table: what is limited, and the message.
fn rows() -> BTreeMap<String, String> {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("SECURITY.md")).unwrap();
    let table = page.lines().skip_while(|line| !line.starts_with("| what | limit |")).skip(2);
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        (cells[0].to_owned(), cells[2].trim_matches('`').to_owned())
    };
    table.take_while(|line| line.starts_with('|')).map(row).collect()
}

/// What a command prints.
fn said(arguments: &[&str]) -> String {
    let output = run(arguments);
    stdout(&output) + &stderr(&output)
}

/// Goes past each limit.
fn tried() -> [(&'static str, String); 8] {
    let large = file("limits-large.json", "");
    // No byte of it is on the disk.
    std::fs::File::options().write(true).open(&large).unwrap().set_len((1 << 30) + 1).unwrap();
    let deep = "<a>".repeat(300);
    let deep = format!(
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act><meta/><body>{deep}"
    );
    let names: Vec<String> = (0..20_001).map(|number| number.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let broken =
        format!(r#"{{"format":"accords/1","id":"x","title":"T","sectors":[{}{{}}]}}"#, "{},".repeat(1_200));
    let line = || {
        let mut child = accords(&["--plain"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&[b'a'; 65_537]).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    let different: Vec<String> = (0..65).map(|number| format!("\"w{number}\"")).collect();
    [
        ("size of a file", said(&["check", &large])),
        ("depth of XML", said(&["check", &file("limits-deep.xml", deep)])),
        ("parts of an archive", said(&["check", &file("limits-parts.docx", archive(&parts))])),
        ("problems listed of a file", said(&["check", &file("limits-broken.json", broken)])),
        ("bytes of a query", said(&["search", &"abc ".repeat(300)])),
        ("words of a query", said(&["search", "energy b2 c3 d4 e5 f6 g7 h8 i9"])),
        (
            "different words of a query, with those in quotes, filters and after OR",
            said(&["search", &different.join(" ")]),
        ),
        ("bytes of a line of --plain", line()),
    ]
}

#[test]
fn every_limit_is_told_as_the_table_says() {
    let rows = rows();
    let tried = tried();
    assert_eq!(tried.len(), rows.len(), "{rows:?}");
    for (what, said) in tried {
        let message = rows.get(what).unwrap_or_else(|| panic!("no row for {what}"));
        assert!(said.contains(message.as_str()), "{what}: {said}");
    }
}
