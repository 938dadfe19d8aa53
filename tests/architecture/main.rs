//! How the parts of the crate may depend on each other, read from the code. `src/lib.rs` describes it.

#![cfg(test)]

mod code;
mod contributing;
mod graph;
mod sizes;
mod source;
mod supply;

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

/// The modules that read and write files, and ask the system.
const WITH_THE_SYSTEM: &[&str] = &["data", "terminal", "cli", "main"];

/// The files for every system of which a few lines, behind a `cfg`, are for Unix.
const FOR_EVERY_SYSTEM: &[&str] = &[
    "src/data/file/temporary.rs",
    "src/data/formats/pdf/process/limits.rs",
    "src/data/formats/pdf/process/parent.rs",
    "src/data/personal/state_file.rs",
];

/// The folders of `explore` and `tui` in which each file or folder is about one thing.
const APART: &[&str] = &["panes", "charts", "overlays"];

/// What the others of a folder share.
const SHARED: &[&str] = &[
    "panes/view",
    "charts/axis",
    "charts/caption",
    "charts/legend",
    "charts/rows",
    "charts/shade",
    "charts/steps",
    "overlays/actions",
    "overlays/compare_lines",
    "overlays/panel",
    "overlays/pick",
];

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(sources);
/// For each source the places of those that it uses.
static EDGES: LazyLock<Vec<BTreeSet<usize>>> = LazyLock::new(|| graph::edges(&SOURCES));

fn assert_none(broken: &str, found: BTreeSet<String>) {
    assert!(found.is_empty(), "{broken}:\n{found:#?}");
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
    assert_none("a module uses one that is above or beside it", found);
}

#[test]
fn no_module_has_a_circle_of_files() {
    assert!(EDGES.iter().flatten().count() > 500, "few imports were seen");
    let circles = graph::circles(&EDGES);
    let names = |circle: Vec<usize>| {
        circle.iter().map(|at| SOURCES[*at].path.as_str()).collect::<Vec<_>>().join(" → ")
    };
    let found = circles.into_iter().map(names).collect();
    assert_none("a module has a circle of files", found);
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
    assert_none("ratatui outside of the terminal's modules, or a crossterm of its own", found);
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
    assert_none("a cell is written past the canvas", found);
}

/// The folder and the thing that a module in one of these folders is about: `overlays/pair`.
fn thing(module: &[String]) -> Option<String> {
    match module {
        [top, folder, name, ..]
            if ["explore", "tui"].contains(&top.as_str()) && APART.contains(&folder.as_str()) =>
        {
            Some(format!("{folder}/{name}"))
        }
        _ => None,
    }
}

#[test]
fn panes_charts_and_overlays_do_not_know_each_other() {
    let folder = |thing: &str| thing.split('/').next().map(str::to_owned);
    let mut found = BTreeSet::new();
    for (at, used) in EDGES.iter().enumerate() {
        let Some(own) = thing(&SOURCES[at].module) else { continue };
        for other in used.iter().filter_map(|other| thing(&SOURCES[*other].module)) {
            let is_shared = SHARED.contains(&other.as_str()) && folder(&own) == folder(&other);
            if own != other && !is_shared {
                found.insert(format!("{own} uses {other}"));
            }
        }
    }
    assert_none("a pane, chart or overlay uses another", found);
}

#[test]
fn only_data_terminal_and_commands_reach_for_the_system() {
    let outside = ["std::fs", "std::net", "std::process", "std::env"];
    let mut found = BTreeSet::new();
    for source in SOURCES.iter().filter(|source| !WITH_THE_SYSTEM.contains(&source.top())) {
        for path in source.foreign().filter(|path| outside.iter().any(|start| path.starts_with(start))) {
            found.insert(format!("{} uses {path}", source.path));
        }
    }
    assert_none("a module without files reaches for the system", found);
}

/// Whether a path is of Unix, and only there.
fn is_of_unix(path: &str) -> bool {
    ["rustix", "signal_hook", "std::os::unix", "std::os::fd"].iter().any(|start| path.starts_with(start))
}

#[test]
fn only_files_named_for_a_system_know_it() {
    let named_for = |source: &Source, system| source.module.last().is_some_and(|last| last == system);
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for source in SOURCES.iter() {
        for path in source.foreign() {
            let system = match path.as_str() {
                path if is_of_unix(path) => "unix",
                path if path.starts_with("std::os::windows") => "windows",
                _ => continue,
            };
            if FOR_EVERY_SYSTEM.contains(&source.path.as_str()) {
                seen.insert(source.path.as_str());
            } else if named_for(source, system) {
                seen.insert(system);
            } else {
                found.insert(format!("{} uses {path}", source.path));
            }
        }
    }
    assert_none("a file that is not called unix or windows uses what only that system has", found);
    assert_eq!(seen, FOR_EVERY_SYSTEM.iter().copied().chain(["unix", "windows"]).collect());
}

#[test]
fn files_are_short() {
    let long: BTreeSet<String> =
        SOURCES.iter().filter(|s| s.lines > 500).map(|s| format!("{}: {} lines", s.path, s.lines)).collect();
    assert_none("a file has more than 500 lines", long);
    let over = SOURCES.iter().filter(|source| source.lines > 250).count();
    assert!(over * 10 < SOURCES.len(), "{over} of {} files have more than 250 lines", SOURCES.len());
}
