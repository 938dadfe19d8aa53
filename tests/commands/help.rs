//! Every example in a help text runs as printed.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with the files that the examples use.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let corpus = folder.path().join("corpus");
    fs::create_dir(&corpus).unwrap();
    for file in ["mine.json", "old.json", "corpus/rivers.json"] {
        assert!(shell(&folder, &format!("accords new {file}")).status.success());
    }
    fs::write(folder.path().join("mine.txt"), "Vessels of either Party may pass freely at all times.")
        .unwrap();
    fs::write(
        folder.path().join("memberships_cow3.csv"),
        "state,igo,status,first_year,last_year,ended\nDEU,NATO,member,1955,2014,0\nPOL,NATO,member,1999,2014,0\nFRA,NATO,member,1949,2014,0\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("treaty.md"),
        "# Treaty on Rivers\n\n## Article 1\n\nVessels may pass.\n\n## Article 2\n\nIt enters into force on signature.\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("treaties.csv"),
        "title,parties,signed\nTreaty on Rivers,Kazakhstan; Uzbekistan,2001-11-16\n",
    )
    .unwrap();
    fs::write(folder.path().join("table.csv"), "Name,States,DateSigned\nTreaty on Rivers,KAZ; UZB,2001\n")
        .unwrap();
    folder
}

fn shell(folder: &TempDir, line: &str) -> Output {
    let programs = Path::new(env!("CARGO_BIN_EXE_accords")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    Command::new("sh").args(["-c", line]).current_dir(folder).env("PATH", path).output().unwrap()
}

/// The lines of a help text that are commands, without the remarks beside them (after two blanks).
fn examples(help: &str) -> Vec<String> {
    let lines = help.lines().filter_map(|line| line.strip_prefix("  accords"));
    lines.map(|rest| format!("accords{}", rest.split("  ").next().unwrap_or_default())).collect()
}

#[test]
fn examples_of_the_help_run() {
    let folder = folder();
    let mut ran = 0;
    let program = shell(&folder, "accords --help");
    let commands = String::from_utf8(program.stdout).unwrap();
    let names = commands.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let names: Vec<&str> = names
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let helps = names.iter().map(|name| format!("accords {name} --help"));
    for help in std::iter::once("accords --help".to_owned()).chain(helps) {
        // Files are not overwritten, so each help text gets its own folder.
        let folder = self::folder();
        let help = shell(&folder, &help);
        for example in examples(&String::from_utf8_lossy(&help.stdout)) {
            // A new dossier must not overwrite the other.
            let example = example.replace("accords new mine.json", "accords new fresh.json");
            let output = shell(&folder, &example);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            // Versions that differ are no failure.
            let differs = example.starts_with("accords diff") && output.status.code() == Some(1);
            assert!(output.status.success() || differs, "{example}: {said}");
            ran += 1;
            // The same as JSON, if the command has that option.
            let json = shell(&folder, &format!("{example} --json"));
            let known = !String::from_utf8_lossy(&json.stderr).contains("unexpected argument");
            if known && json.status.success() && !example.contains("--format") && !example.contains('|') {
                serde_json::from_slice::<serde_json::Value>(&json.stdout)
                    .unwrap_or_else(|e| panic!("{example}: {e}"));
            }
        }
    }
    assert!(ran >= 12, "only {ran} examples were found");
}
