//! The pictures of the documentation are frames of the program. `cargo xtask pictures` makes them anew.

use crate::screen::Screen;
use accords::tui::screen_svg;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::{env, fs};

const SIZE: (u16, u16) = (120, 36);

/// Each picture: its file, the keys that lead to it, and what it shows.
const PICTURES: [(&str, &str, &str); 5] = [
    (
        "explorer",
        "jjl",
        "The explorer: timeline, clauses, sectors and memberships on the left, a clause on the right",
    ),
    (
        "search",
        "/renewabel energy",
        "A search with a typo: every pane is filtered, the best matches are on the right",
    ),
    ("timeline", "1z", "The timeline as a chart: a bar for each year, a lane for each kind of event"),
    ("follow-up", "F", "What was done since, clause by clause"),
    ("map", "M", "The parties of the agreements on a map"),
];

/// The moving picture: keys, and how long the frame after each of them is shown, in hundredths of a second.
const TOUR: [(&str, u16); 12] = [
    ("", 150),
    ("j", 40),
    ("j", 150),
    ("/", 60),
    ("renewabel energy", 12),
    ("", 220),
    ("<enter>", 220),
    ("<esc><esc>1z", 250),
    ("<esc>F", 250),
    ("<esc>M", 250),
    ("<esc>C", 250),
    ("<esc>:exp", 220),
];

/// The frames of the moving picture, as pictures, with their times.
fn frames() -> Vec<(String, u16)> {
    let mut screen = Screen::new(SIZE);
    let mut frames = Vec::new();
    for (keys, time) in TOUR {
        // What is typed is seen letter by letter.
        let is_typed = !keys.contains('<') && keys.chars().count() > 1;
        let strokes: Vec<String> =
            if is_typed { keys.chars().map(String::from).collect() } else { vec![keys.to_owned()] };
        for stroke in strokes {
            screen.press(&stroke);
            frames.push((screen_svg(&screen.state, "A tour"), time));
        }
    }
    frames
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether the pictures are to be written.
fn writes() -> bool {
    env::var_os("ACCORDS_WRITE").is_some()
}

#[test]
fn pictures_are_frames_of_the_program() {
    for (name, keys, title) in PICTURES {
        let picture = screen_svg(&Screen::new(SIZE).keys(keys).state, title);
        let file = root().join("assets").join(format!("{name}.svg"));
        if writes() {
            fs::write(&file, &picture).unwrap();
        }
        let is_new = fs::read_to_string(&file).is_ok_and(|old| old == picture);
        assert!(is_new, "{} is old: run cargo xtask pictures", file.display());
    }
}

/// The moving picture says from which frames it was made, since its pixels follow from the browser and its fonts too.
#[test]
fn the_moving_picture_is_of_todays_frames() {
    let frames = frames();
    let mut hash = Sha256::new();
    for (frame, time) in &frames {
        hash.update(frame);
        hash.update(time.to_be_bytes());
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    if writes() {
        let folder = root().join("target/pictures");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (place, (frame, time)) in frames.iter().enumerate() {
            fs::write(folder.join(format!("{place:03}-{time}.svg")), frame).unwrap();
        }
        fs::write(folder.join("frames"), &hash).unwrap();
        return;
    }
    let picture = fs::read(root().join("assets/tour.png")).unwrap_or_default();
    let is_new = picture.windows(hash.len()).any(|window| window == hash.as_bytes());
    assert!(is_new, "assets/tour.png is old: run cargo xtask pictures");
}
