//! Imports run one way: model ← data ← search ← insight ← report ← tui ← plain ← cli. `text` serves all, `error` the commands.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom to the top. A module may use those before it.
const ORDER: [&str; 10] =
    ["text", "model", "data", "search", "insight", "report", "tui", "plain", "error", "cli"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Every source file, with the top-level module it belongs to.
fn modules() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let module = |file: &PathBuf| {
        let inside = file.strip_prefix(&root).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        first.trim_end_matches(".rs").to_owned()
    };
    files.into_iter().map(|file| (module(&file), file)).collect()
}

/// The top-level modules that a file names after `crate::`.
fn used(text: &str) -> Vec<String> {
    text.split("crate::")
        .skip(1)
        .flat_map(|rest| {
            let names: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || "_{, \n".contains(*c)).collect();
            match names.strip_prefix('{') {
                Some(list) => list.split(',').map(|n| n.trim().to_owned()).collect(),
                None => vec![
                    names.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>(),
                ],
            }
        })
        .collect()
}

#[test]
fn imports_run_one_way() {
    let place = |name: &str| ORDER.iter().position(|m| *m == name);
    let mut checked = 0;
    for (module, file) in modules() {
        let Some(own) = place(&module) else { continue };
        for name in used(&fs::read_to_string(&file).unwrap()) {
            if let Some(other) = place(&name) {
                assert!(other <= own, "{}: {module} uses {name}", file.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "only {checked} imports were seen");
}

#[test]
fn every_folder_has_its_place() {
    let free = ["lib", "main"];
    for (module, file) in modules() {
        assert!(
            ORDER.contains(&module.as_str()) || free.contains(&module.as_str()),
            "{} stands nowhere",
            file.display()
        );
    }
}

#[test]
fn search_and_insight_and_model_know_no_terminal() {
    for (module, file) in modules() {
        if ["model", "search", "insight", "text", "data", "report", "plain"].contains(&module.as_str()) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains("ratatui") && !text.contains("crossterm"), "{}", file.display());
        }
    }
}

#[test]
fn panes_know_no_file_and_pictures_no_pane_state() {
    for (_, file) in modules() {
        if file.components().any(|c| c.as_os_str() == "panes") {
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains("std::fs") && !text.contains("crate::data"), "{}", file.display());
        }
    }
}

#[test]
fn data_never_reaches_a_cell_but_through_the_canvas() {
    for (module, file) in modules() {
        if module == "tui" && !file.ends_with("canvas.rs") {
            let text = fs::read_to_string(&file).unwrap();
            for way in ["set_string", "set_symbol", "set_char", "Paragraph", "SetTitle"] {
                assert!(!text.contains(way), "{} uses {way}", file.display());
            }
        }
    }
}

#[test]
fn files_are_small() {
    for (_, file) in modules() {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 500, "{} has {lines} lines", file.display());
    }
}

/// The timeline's scale of years and the marks of a pane are shared; else a pane knows only itself.
#[test]
fn panes_do_not_know_each_other() {
    let panes = ["clauses", "library", "memberships", "sectors"];
    for (_, file) in modules() {
        let inside = file.to_string_lossy().into_owned();
        let own = file.file_stem().unwrap().to_string_lossy().into_owned();
        if !inside.contains("/tui/panes/") || own == "mod" {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for other in panes.iter().filter(|other| **other != own) {
            let named =
                text.contains(&format!("super::{other}")) || text.contains(&format!("panes::{other}"));
            assert!(!named, "{} uses the pane {other}", file.display());
        }
    }
}
