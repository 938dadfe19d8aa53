//! Files that load slowly, change, break or come through a pipe while the explorer is open in a terminal.

use crate::pdf_files;
use crate::pty::Pty;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A dossier with one treaty, whose only clause has this heading.
fn dossier(id: &str, heading: &str) -> String {
    format!(
        r#"{{"format": "accords/1", "id": "{id}", "title": "Dossier {id}",
  "parties": [{{"id": "DEU", "kind": "state", "name": "Germany"}}],
  "agreements": [{{"id": "treaty", "title": "Treaty {id}", "signed": "1990-01-01", "parties": ["DEU"],
    "clauses": [{{"id": "first", "heading": "{heading}", "text": "Ships pass.", "wording": "official"}}]}}]}}"#
    )
}

/// A dossier with this many clauses of thirty words.
pub fn large(id: &str, clauses: usize) -> String {
    let words = "the parties shall take all measures that are needed for the peaceful use of the common river \
                 and its banks and shall tell each other in good time of works";
    let mut text = format!(
        r#"{{"format": "accords/1", "id": "{id}", "title": "{id}", "parties": [{{"id": "DEU", "kind": "state", "name": "Germany"}}],
"agreements": [{{"id": "t", "title": "Treaty {id}", "parties": ["DEU"], "clauses": ["#
    );
    for number in 0..clauses {
        let comma = if number > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"id": "c{number}", "heading": "Article {number}", "text": "{words}", "wording": "official"}}"#)
            .unwrap();
    }
    text + "]}]}"
}

fn explorer(path: &Path, size: (u16, u16)) -> Pty {
    // Errors after the end go to a file, since the terminal is gone with its last program.
    let script =
        format!("\"$PTY_BINARY\" '{}' 2>\"$PTY_NOTES/said\"; echo $? >\"$PTY_NOTES/code\"", path.display());
    Pty::new(&["sh", "-c", &script], size, &[])
}

#[test]
fn a_file_that_changes_is_read_again_and_the_place_is_kept() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("mine.json");
    fs::write(&file, dossier("mine", "Free passage")).unwrap();
    let mut pty = explorer(folder.path(), (100, 30));
    pty.wait_for("Free passage");
    pty.send("/ship");
    pty.wait_for("1 of 2 items match");

    fs::write(&file, dossier("mine", "Right of passage")).unwrap();
    pty.wait_for("Right of passage");
    pty.wait_for("1 of 2 items match");
    assert!(pty.screen().contains("/ ship"), "{}", pty.screen());

    // An editor that is interrupted half way, and one that replaces the file by a new one.
    let half = dossier("mine", "Half");
    fs::write(&file, half.get(..half.len() / 2).unwrap()).unwrap();
    pty.wait_for("mine.json now has errors");
    assert!(pty.screen().contains("Right of passage"), "{}", pty.screen());
    let beside = folder.path().join("mine.json.new");
    fs::write(&beside, dossier("mine", "Passage of ships")).unwrap();
    fs::rename(&beside, &file).unwrap();
    pty.wait_for("Passage of ships");

    // A second file in the folder.
    fs::write(folder.path().join("other.json"), dossier("other", "Fishing")).unwrap();
    pty.send("\x1b");
    pty.wait_for("2 dossiers");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_pdf_that_unpacks_to_gigabytes_does_not_reach_the_terminal() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.json"), dossier("mine", "Free passage")).unwrap();
    fs::write(folder.path().join("bomb.pdf"), pdf_files::bomb()).unwrap();
    let mut pty = explorer(folder.path(), (100, 30));
    pty.wait_for("Free passage");
    // Keys are answered while the child is busy with the other file.
    pty.send("/ship");
    pty.wait_for("/ ship");
    pty.send("\x1b");
    pty.wait_until("the search is gone", || !pty.screen().contains("/ ship"));
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.note("said"), "");
}

#[test]
fn the_first_frame_does_not_wait_and_quitting_does_not_either() {
    let forty = |clauses: usize| {
        let folder = TempDir::new().unwrap();
        for number in 0..40 {
            let id = format!("d{number:02}");
            fs::write(folder.path().join(format!("{id}.json")), large(&id, clauses)).unwrap();
        }
        folder
    };
    let folder = forty(800);
    let mut pty = explorer(folder.path(), (160, 50));
    pty.wait_for("of about");
    assert!(pty.screen().contains("of 40 files"), "{}", pty.screen());
    let asked = Instant::now();
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());

    // In the end everything is open and can be found.
    let folder = forty(80);
    let mut pty = explorer(folder.path(), (160, 50));
    pty.wait_for("40 dossiers");
    pty.wait_until("the end of the reading", || !pty.screen().contains("files ·"));
    pty.send("/d39 works");
    pty.wait_for("1 of 40 agreements");
    pty.send("\x1b");
    pty.wait_for("40 dossiers");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn where_nothing_can_be_opened_the_shell_is_told() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("broken.json");
    fs::write(&file, "{").unwrap();
    let pty = explorer(&file, (100, 30));
    assert_eq!(pty.exit_code(), 2);
    assert!(pty.note("said").contains("broken.json:1"), "{}", pty.note("said"));

    // So large that the explorer opens before the missing end of the file is noticed.
    let text = large("large", 60_000);
    fs::write(&file, text.strip_suffix("]}").unwrap()).unwrap();
    let pty = explorer(&file, (100, 30));
    assert_eq!(pty.exit_code(), 2);
    assert!(pty.note("said").contains("broken.json:"), "{}", pty.note("said"));
    pty.wait_until("the screen given back", || !pty.modes().alternate_screen);
}

#[test]
fn one_bad_file_among_good_ones_is_told_inside_and_after_the_end() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.json"), dossier("a", "Passage")).unwrap();
    fs::write(folder.path().join("b.json"), "{}").unwrap();
    let mut pty = explorer(folder.path(), (100, 30));
    pty.wait_for("Passage");
    pty.wait_for("(w for details); files with errors were skipped");
    pty.send("w");
    pty.wait_for("b.json");
    pty.send("\x1b");
    pty.wait_until("the end of the warnings", || !pty.screen().contains("b.json"));
    pty.send("q");
    assert_eq!(pty.exit_code(), 2);
    assert!(pty.note("said").contains("b.json:"), "{}", pty.note("said"));
}

#[test]
fn standard_input_is_read_while_keys_come_from_the_terminal() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("mine.json");
    fs::write(&file, dossier("mine", "Free passage")).unwrap();
    let script = format!("\"$PTY_BINARY\" - < '{}'; echo $? >\"$PTY_NOTES/code\"", file.display());
    let mut pty = Pty::new(&["sh", "-c", &script], (100, 30), &[]);
    pty.wait_for("Free passage");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}
