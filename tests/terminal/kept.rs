//! What is kept between visits, by copies that run at the same time, one of which is killed.

use crate::pty::{Pty, new_folder, started};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

fn copy(state: &Path) -> Pty {
    started(&[("XDG_STATE_HOME", state.to_str())])
}

/// The kinds and addresses in the file of marks, which must be whole whenever it is read.
fn marked(state: &Path) -> Vec<String> {
    let Ok(text) = fs::read_to_string(state.join("accords/marks.json")) else { return Vec::new() };
    let marks: serde_json::Value = serde_json::from_str(&text).expect("a whole file");
    let marks = marks["marks"].as_array().unwrap();
    let words = |mark: &serde_json::Value| format!("{} {}", mark["kind"], mark["address"]).replace('"', "");
    marks.iter().map(words).collect()
}

#[test]
fn two_copies_lose_nothing_though_one_is_killed() {
    let state = new_folder();
    let (mut one, mut other) = (copy(&state), copy(&state));
    // Events here, agreements there.
    one.send("1gg");
    other.send("0g");
    for _ in 0..15 {
        one.send(" j");
        other.send(" j");
    }
    one.wait_until("all marks of both", || marked(&state).len() == 30);
    // One is killed in the middle of writing more; what it had written stays, and the other goes on.
    for _ in 0..15 {
        one.send(" j");
        other.send(" j");
    }
    one.signal("KILL");
    other.wait_until("all marks of the other", || {
        let own = marked(&state).iter().filter(|mark| !mark.starts_with("event ")).count();
        assert!(marked(&state).len() >= 30);
        own >= 30
    });
    other.send("q");
    other.expect_handed_back(0);
    let left: Vec<String> = fs::read_dir(state.join("accords"))
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(".accords-"))
        .collect();
    assert!(
        left.iter()
            .all(|name| ["marks.json", "marks.lock", "visits.json", "visits.lock"].contains(&name.as_str())),
        "{left:?}"
    );
}

#[test]
fn a_mark_made_just_before_the_end_is_kept() {
    let state = new_folder();
    let mut pty = copy(&state);
    pty.send(" q");
    pty.expect_handed_back(0);
    assert_eq!(marked(&state), ["clause aze-kgz/declaration-2022.borders"]);
    let mut pty = copy(&state);
    pty.wait_for("✓");
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn a_damaged_file_is_set_aside_and_reported() {
    let state = new_folder();
    fs::create_dir_all(state.join("accords")).unwrap();
    fs::write(state.join("accords/marks.json"), "{\"format\": \"accords-marks/1\", \"marks\": [").unwrap();
    let mut pty = copy(&state);
    pty.wait_for("was damaged and is now");
    pty.send(" q");
    pty.expect_handed_back(0);
    let aside = fs::read_to_string(state.join("accords/marks-damaged.json")).unwrap();
    assert_eq!(aside, "{\"format\": \"accords-marks/1\", \"marks\": [");
    assert_eq!(marked(&state).len(), 1);
}

#[test]
fn a_note_is_written_in_the_persons_editor() {
    let state = new_folder();
    let editor = state.join("editor");
    // It reads a line of the terminal, as an editor would.
    fs::write(
        &editor,
        "#!/bin/sh\nprintf 'EDITING\\r\\n'\nread -r line\nprintf '%s\\nsecond line\\n' \"$line\" >>\"$2\"\n",
    )
    .unwrap();
    fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let editor = format!("{} --wait", editor.display());
    let mut pty = started(&[("XDG_STATE_HOME", state.to_str()), ("VISUAL", Some(&editor))]);
    pty.send("Abegun ");
    pty.wait_for("6 of 2,000 letters");
    pty.send("\x1be");
    pty.wait_for("EDITING");
    pty.send("in the editor\r");
    pty.wait_for("second line");
    pty.send("\r");
    pty.wait_for("Note kept");
    pty.send("q");
    pty.expect_handed_back(0);
    let text = fs::read_to_string(state.join("accords/marks.json")).unwrap();
    assert!(text.contains("begun in the editor\\nsecond line"), "{text}");
}

#[test]
fn an_editor_that_fails_leaves_the_note_as_it_was() {
    let mut pty = started(&[("VISUAL", Some("false"))]);
    pty.send("Akept\x1be");
    pty.wait_for("ended with an error");
    thread::sleep(Duration::from_millis(50));
    pty.send("!\r");
    pty.wait_for("kept!");
    pty.send("q");
    pty.expect_handed_back(0);
}

#[test]
fn the_next_visit_begins_where_the_last_one_ended() {
    let state = new_folder();
    let mut pty = copy(&state);
    pty.send("4gj");
    pty.wait_for("organisation 2 of");
    pty.send("q");
    pty.expect_handed_back(0);
    let mut pty = copy(&state);
    pty.wait_for("Back where you were");
    pty.send("\x1b");
    pty.wait_for("organisation 2 of");
    pty.send("q");
    pty.expect_handed_back(0);
    // By request, it begins at the beginning, and leaves what is remembered alone.
    let config = new_folder();
    fs::create_dir_all(config.join("accords")).unwrap();
    fs::write(config.join("accords/config.toml"), "fresh = true\n").unwrap();
    let variables = [("XDG_STATE_HOME", state.to_str()), ("XDG_CONFIG_HOME", config.to_str())];
    let mut pty = started(&variables);
    pty.wait_for("clause 19 of");
    pty.send("q");
    pty.expect_handed_back(0);
    let mut pty = copy(&state);
    pty.wait_for("Back where you were");
    pty.send("q");
    pty.expect_handed_back(0);
}
