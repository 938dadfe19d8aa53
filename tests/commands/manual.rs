//! The manual pages.

use crate::optional::is_installed;
use crate::shell::{accords, out, run, stderr, stdout};
use accords::explore::bindings::BINDINGS;
use accords::search::LANGUAGE;
use std::io::Write;
use std::process::{Command, Stdio};

/// The names of the commands in the help.
fn commands() -> Vec<String> {
    let help = stdout(&accords(&["--help"]).env("COLUMNS", "100").output().unwrap());
    let lines = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let lines = lines.take_while(|line| line.starts_with("  "));
    let names =
        lines.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_page_of_the_program_has_every_key_and_the_query_language() {
    // roff escapes hyphens, and dots and quotes at the start of a line.
    let page = out(&["man"]).replace("\\-", "-").replace("\\&", "").replace("\\*(Aq", "'");
    let page = page.replace("\\(aq", "'").replace("\\*(rq", "\"").replace("\\(dq", "\"");
    for binding in BINDINGS {
        assert!(page.contains(binding.what), "{} is not in the manual", binding.what);
    }
    for (_, meaning) in LANGUAGE {
        assert!(page.contains(meaning), "{meaning} is not in the manual");
    }
    assert!(page.contains("EXIT STATUS"));
}

#[test]
fn version_changelog_and_manual_agree() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(out(&["--version"]), format!("accords {version}\n"));
    assert!(out(&["man"]).contains(&format!(".TH accords 1  \"accords {version}\"")));
    let folder = tempfile::TempDir::new().unwrap();
    out(&["man", "--folder", folder.path().to_str().unwrap()]);
    for page in std::fs::read_dir(folder.path()).unwrap() {
        let page = std::fs::read_to_string(page.unwrap().path()).unwrap();
        let title = page.lines().find(|line| line.starts_with(".TH ")).unwrap();
        assert!(title.contains(version), "{title}");
    }
    // The newest section is that of the version, or of what comes after the last release.
    let changelog = concat!(env!("CARGO_MANIFEST_DIR"), "/CHANGELOG.md");
    let changelog = std::fs::read_to_string(changelog).unwrap();
    let sections: Vec<&str> = changelog.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let number = |section: &str| {
        let name = section.split_whitespace().next().unwrap_or_default().trim_matches(['[', ']']);
        let parts: Vec<u32> = name.split('.').filter_map(|part| part.parse().ok()).collect();
        (parts.len() == 3).then_some(parts)
    };
    let released: Vec<Vec<u32>> = sections.iter().filter_map(|section| number(section)).collect();
    assert!(released.is_sorted_by(|a, b| a > b), "{sections:?}");
    match number(sections[0]) {
        Some(newest) => assert_eq!(Some(newest), number(version)),
        None => assert!(sections[0] == "Unreleased" && released.first() <= number(version).as_ref()),
    }
}

#[test]
fn every_command_has_a_page() {
    let folder = tempfile::TempDir::new().unwrap();
    out(&["man", "--folder", folder.path().to_str().unwrap()]);
    let commands = commands();
    assert!(commands.len() >= 20, "{commands:?}");
    for command in &commands {
        let page = out(&["man", command]);
        assert!(
            page.contains(".SH NAME") && page.contains(&format!("accords\\-{}", command.replace('-', "\\-")))
        );
        let file = folder.path().join(format!("accords-{command}.1"));
        assert_eq!(std::fs::read_to_string(file).unwrap(), page);
    }
    // Commands in a command have pages of their own, with their flags.
    let inner = ["event", "source", "membership"];
    for name in inner {
        assert!(out(&["man", &format!("add-{name}")]).contains("\\-\\-note"), "{name}");
    }
    let count = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(count, commands.len() + inner.len() + 1);
    let wrong = run(&["man", "nothing"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("pages for search, show"));
}

#[test]
fn man_finds_nothing_wrong_with_the_pages() {
    if !is_installed("man") {
        return;
    }
    for command in [None, Some("search"), Some("overlap")] {
        let page = run(&["man"].into_iter().chain(command).collect::<Vec<_>>());
        let mut man = Command::new("man")
            .args(["--warnings=w", "-E", "UTF-8", "-l", "-Tutf8", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        man.stdin.take().unwrap().write_all(&page.stdout).unwrap();
        let shown = man.wait_with_output().unwrap();
        assert!(shown.status.success() && !shown.stdout.is_empty());
        let said = String::from_utf8_lossy(&shown.stderr).into_owned();
        // Warnings about the locale of the machine are not about the page.
        let of_the_page: Vec<&str> = said.lines().filter(|line| !line.contains("locale")).collect();
        assert!(of_the_page.is_empty(), "{command:?}: {of_the_page:?}");
    }
}
