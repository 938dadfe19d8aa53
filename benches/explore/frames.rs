//! The time from a key to its frame on 100,000 clauses in chapters, for what one does all day.

use crate::corpus::{Generator, Line};
use crate::program::Explorer;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Files, agreements in each, chapters in each, and clauses in each.
const SHAPE: (usize, usize, usize, usize) = (5, 100, 20, 10);
/// How often each session runs.
const ROUNDS: usize = 12;

/// What is done, and its keys; `~` is Escape.
const SESSIONS: [(&str, &str); 6] = [
    ("moving", "2jjjjjkkG\u{4}\u{15}gjl jjh1jjG3jj4jj"),
    ("chapters: open, fold, next", "2+j-+)))(*g*G*g*"),
    ("typing in the palette", ":fisheries~:agreement no~:undo~:chapter 12~"),
    ("overlays", "?~y~w~V~L~>~D~:~"),
    ("library", "0jjjjG\u{4}\u{15}g+-*g*~"),
    ("pictures", "2zjjjlllz1zlljjz"),
];

/// Prints a table for each size.
pub fn print() {
    let folder = folder();
    for size in [(120, 36), (500, 200)] {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        println!("\n100,000 clauses at {}x{}, load {}", size.0, size.1, load.trim());
        let mut explorer = Explorer::start(std::slice::from_ref(&folder), size);
        explorer.until(|screen| screen.contains("500 agreements") && !screen.contains(" files "));
        explorer.send("/th");
        explorer.until(|screen| screen.starts_with(" / th") && screen.contains(" of 100,500 items match"));
        explorer.rest();
        explorer.send("\x1b");
        explorer.rest();
        // From the library into an agreement.
        explorer.key("\r");
        for (name, keys) in SESSIONS {
            let mut times: Vec<(f64, char)> = Vec::new();
            for _ in 0..ROUNDS {
                let time = |key: char| (explorer.key(&key.to_string().replace('~', "\x1b")), key);
                times.extend(keys.chars().map(time));
            }
            report(name, times);
        }
    }
}

fn report(name: &str, mut times: Vec<(f64, char)>) {
    times.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    let (slowest, key) = at(1.0);
    println!(
        "  {name:<28} p50 {:>7.2} ms   p99 {:>7.2} ms   max {slowest:>7.2} ms at {key:?}   n {}",
        at(0.5).0,
        at(0.99).0,
        times.len()
    );
}

/// A folder with 100,000 clauses, made at the first time.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("frames-100000");
    fs::create_dir_all(&folder).unwrap();
    let mut generator = Generator::default();
    for place in 0..SHAPE.0 {
        let file = folder.join(format!("treaties-{place}.json"));
        let dossier = dossier(place, &mut generator);
        if !file.exists() {
            fs::write(file, serde_json::to_vec(&dossier).unwrap()).unwrap();
        }
    }
    folder
}

fn dossier(place: usize, generator: &mut Generator) -> Value {
    let (_, agreements, chapters, clauses) = SHAPE;
    let agreements: Vec<Value> = (0..agreements)
        .map(|number| {
            let clause = |id: usize| {
                let Line { heading, text } = generator.line();
                let chapter = format!("Chapter {} · {heading}", id / clauses + 1);
                json!({"id": format!("c{id}"), "heading": heading, "text": text, "wording": "official", "place": chapter})
            };
            let clauses: Vec<Value> = (0..chapters * clauses).map(clause).collect();
            json!({
                "id": format!("a{number}"), "title": format!("Agreement No. {number}"),
                "signed": format!("{}", 1948 + number % 70), "parties": ["DEU"], "clauses": clauses,
            })
        })
        .collect();
    json!({
        "format": "accords/1", "id": format!("treaties-{place}"), "title": format!("Treaties {place}"),
        "parties": [{"id": "DEU", "kind": "state", "name": "Germany"}], "agreements": agreements,
    })
}
