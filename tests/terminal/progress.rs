//! How far what takes long is: of commands on standard error, in the explorer in the footer.

use crate::files::large;
use crate::pty::Pty;
use std::fs;
use tempfile::TempDir;

/// A folder with this many clauses in each of twelve files.
fn folder(clauses: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    for number in 0..12 {
        let id = format!("d{number:02}");
        fs::write(folder.path().join(format!("{id}.json")), large(&id, clauses)).unwrap();
    }
    folder
}

/// What a command writes to its terminal until it ends.
fn written(command: &str, folder: &TempDir) -> String {
    let path = folder.path().display();
    let script = format!("cd \"$PTY_NOTES\"; \"$PTY_BINARY\" {command} '{path}'; echo $? >code");
    let pty = Pty::new(&["sh", "-c", &script], (100, 24), &[]);
    assert_eq!(pty.exit_code(), 0, "{command}: {}", pty.screen());
    String::from_utf8(pty.bytes()).unwrap()
}

#[test]
fn a_command_says_how_far_it_is_with_the_time_left() {
    // So many that reading alone takes longer than half a second.
    let folder = folder(5_000);
    for (command, doing) in [
        ("search river >found", "of 12 files · "),
        ("trace d03/t >found", "Tracing… "),
        ("clauses --format xlsx -o clauses.xlsx", "Writing… "),
        ("check >found", "Checking… "),
    ] {
        let told = written(command, &folder);
        assert!(told.contains(doing) && told.contains(" s left"), "{command}: {told:?}");
        let (_, after) = told.rsplit_once("\r\u{1b}[K").unwrap();
        assert!(!after.contains("… ") && !after.contains(" left"), "cleared at the end: {command}: {told:?}");
    }
    // A pipe or a file gets none of it.
    let told = written("search river >found 2>told", &folder);
    assert!(!told.contains(" left"), "{told:?}");
}

#[test]
fn an_export_says_how_far_it_is_with_the_time_left() {
    let folder = folder(1_500);
    let script = format!("cd \"$PTY_NOTES\"; \"$PTY_BINARY\" '{}'; echo $? >code", folder.path().display());
    let mut pty = Pty::new(&["sh", "-c", &script], (120, 36), &[]);
    pty.wait_for("12 agreements");
    pty.wait_until("the end of the reading", || !pty.screen().contains("files ·"));
    pty.send("/river");
    let is_found = |screen: &str| screen.contains("items match") && !screen.contains("searching");
    pty.wait_until("the end of the search", || is_found(&pty.screen()));
    pty.send("\t>");
    pty.wait_for("Save to a new file");
    // The second form is a spreadsheet.
    pty.send("\x1b[B\r");
    pty.wait_for("Saving accords-search-river.xlsx… ");
    pty.wait_for(" s left");
    pty.wait_for("Saved 18,000 rows to ");
    pty.send("q");
    assert_eq!(pty.exit_code(), 0);
}
