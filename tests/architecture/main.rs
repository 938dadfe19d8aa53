//! How the parts of the crate may depend on each other, read from the code. `src/lib.rs` describes it.

#![cfg(test)]

mod code;
mod graph;
mod source;

use source::{Source, sources};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// From the bottom to the top. A module may use itself and those of the rows before its own.
const ORDER: &[&[&str]] = &[
    &["text"],
    &["model"],
    &["data"],
    &["search"],
    &["insight"],
    &["report"],
    &["explore"],
    &["tui", "plain"],
    &["terminal"],
    &["error"],
    &["cli"],
    &["main"],
];

/// The modules that draw on a terminal or talk to it.
const ON_THE_TERMINAL: &[&str] = &["tui", "terminal"];

/// The folders of which each file or folder draws one thing.
const DRAWINGS: &[&str] = &["panes", "charts", "overlays"];

/// What the drawings of a folder share.
const SHARED: &[&str] =
    &["panes/view", "charts/axis", "charts/caption", "overlays/actions", "overlays/panel"];

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(sources);
/// For each source the places of those that it uses.
static EDGES: LazyLock<Vec<BTreeSet<usize>>> = LazyLock::new(|| graph::edges(&SOURCES));

/// Fails for everything that is against a rule and not exempt from it, and for every exemption that nothing needs.
fn assert_none(rule: &str, found: BTreeSet<String>, exempt: &[(&str, &str)]) {
    let known: BTreeSet<String> = exempt.iter().map(|(what, _)| (*what).to_owned()).collect();
    let new: Vec<&String> = found.difference(&known).collect();
    assert!(new.is_empty(), "{rule}:\n{new:#?}");
    let gone: Vec<&String> = known.difference(&found).collect();
    assert!(gone.is_empty(), "no longer against the rule, take it from the exempt:\n{gone:#?}");
}

#[test]
fn imports_run_one_way() {
    let place = |name: &str| ORDER.iter().position(|row| row.contains(&name));
    let mut seen = 0;
    let mut found = BTreeSet::new();
    for source in SOURCES.iter().filter(|source| source.top() != "lib") {
        let own = place(source.top()).unwrap_or_else(|| panic!("{} has no place in the order", source.path));
        for path in source.paths() {
            let Some(other) = path.first().filter(|other| *other != source.top()) else { continue };
            seen += 1;
            if place(other).is_none_or(|other| other >= own) {
                found.insert(format!("{} uses {other}", source.path));
            }
        }
    }
    assert!(seen > 500, "only {seen} paths into other modules were seen");
    assert_none("a module uses one that is above or beside it", found, &[]);
}

#[test]
fn no_module_has_a_circle_of_files() {
    assert!(EDGES.iter().flatten().count() > 500, "few imports were seen");
    let mut found = BTreeSet::new();
    for circle in graph::circles(&EDGES) {
        let files: Vec<&str> = circle.iter().map(|at| SOURCES[*at].path.as_str()).collect();
        println!("a circle: {}", files.join(" "));
        found.insert(SOURCES[circle[0]].top().to_owned());
    }
    assert_none("a module has a circle of files", found, &[]);
}

#[test]
fn only_what_is_on_the_terminal_knows_its_libraries() {
    let mut found = BTreeSet::new();
    for source in SOURCES.iter() {
        for path in source.foreign() {
            let library = path.split("::").next().unwrap_or_default();
            let is_allowed = ON_THE_TERMINAL.contains(&source.top()) && library == "ratatui";
            if ["ratatui", "crossterm"].contains(&library) && !is_allowed {
                found.insert(format!("{} names {library}", source.path));
            }
        }
    }
    assert_none("ratatui outside of the terminal's modules, or a crossterm of its own", found, &[]);
}

#[test]
fn only_the_canvas_writes_cells() {
    let writers = [
        "set_string",
        "set_stringn",
        "set_symbol",
        "set_char",
        "set_line",
        "set_span",
        "render_widget",
        "SetTitle",
    ];
    let mut found = BTreeSet::new();
    let mut written = 0;
    for source in SOURCES.iter() {
        let of_ratatui = source.foreign().filter(|path| {
            ["buffer", "text", "widgets"].iter().any(|part| path.starts_with(&format!("ratatui::{part}")))
        });
        let words = writers.iter().filter(|word| source.says(word)).map(|word| (*word).to_owned());
        for way in of_ratatui.chain(words) {
            if source.module == ["tui", "canvas"] {
                written += 1;
            } else {
                found.insert(format!("{} uses {way}", source.path));
            }
        }
    }
    assert!(written > 0, "the canvas was not found");
    assert_none("a cell is written past the canvas", found, &[]);
}

/// The folder and the file or folder in it, for a module below one of the drawings.
fn drawing(module: &[String]) -> Option<String> {
    match module {
        [tui, folder, name, ..] if tui == "tui" && DRAWINGS.contains(&folder.as_str()) => {
            Some(format!("{folder}/{name}"))
        }
        _ => None,
    }
}

#[test]
fn panes_charts_and_overlays_do_not_know_each_other() {
    let mut found = BTreeSet::new();
    for (at, used) in EDGES.iter().enumerate() {
        let Some(own) = drawing(&SOURCES[at].module) else { continue };
        for other in used.iter().filter_map(|other| drawing(&SOURCES[*other].module)) {
            let folder = |unit: &str| unit.split('/').next().unwrap_or_default().to_owned();
            let is_shared = SHARED.contains(&other.as_str()) && folder(&own) == folder(&other);
            if own != other && !is_shared {
                found.insert(format!("{own} uses {other}"));
            }
        }
    }
    assert_none("a pane, chart or overlay uses another", found, &[]);
}

#[test]
fn what_is_thought_of_knows_no_file() {
    let outside = ["std::fs", "std::net", "std::process", "std::env"];
    let mut found = BTreeSet::new();
    for source in SOURCES.iter().filter(|s| {
        ["text", "model", "search", "insight", "explore"].contains(&s.top()) || drawing(&s.module).is_some()
    }) {
        for path in source.foreign().filter(|path| outside.iter().any(|start| path.starts_with(start))) {
            found.insert(format!("{} uses {path}", source.path));
        }
    }
    assert_none("a module without files reaches for the system", found, &[]);
}

#[test]
fn files_are_short() {
    let long: BTreeSet<String> =
        SOURCES.iter().filter(|s| s.lines > 500).map(|s| format!("{}: {} lines", s.path, s.lines)).collect();
    assert_none("a file has more than 500 lines", long, &[]);
    let over = SOURCES.iter().filter(|source| source.lines > 250).count();
    assert!(over * 10 < SOURCES.len(), "{over} of {} files have more than 250 lines", SOURCES.len());
}
