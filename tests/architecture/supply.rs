//! What is linked and how it is built: no network code, no change of versions on the server, a fuzz target for every entry.

use crate::contributing::text;
use std::collections::BTreeSet;
use std::path::Path;

/// The crates that `deny.toml` bans: those that talk to a network.
fn banned() -> Vec<String> {
    let deny = text("deny.toml");
    let list = deny.lines().find_map(|line| line.strip_prefix("deny = [")).unwrap();
    list.trim_end_matches(']').split(", ").map(|name| name.trim_matches('"').to_owned()).collect()
}

#[test]
fn nothing_that_talks_to_a_network_is_linked_or_used() {
    let banned = banned();
    assert!(banned.len() > 8);
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let lock = text(lock);
        let linked = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
        let found: Vec<&str> = linked.filter(|name| banned.iter().any(|own| own == name)).collect();
        assert!(found.is_empty(), "{found:?}");
    }
    for source in crate::SOURCES.iter() {
        let code = text(&source.path);
        assert!(!code.contains("std::net"), "{}", source.path);
    }
}

/// The subcommands of cargo that read Cargo.lock.
const LOCKED: [&str; 9] = ["test", "check", "build", "clippy", "doc", "run", "bench", "tree", "fetch"];

#[test]
fn the_server_changes_no_versions() {
    let mut commands = 0;
    for file in [".ci/run", ".github/workflows/ci.yml", ".cargo/config.toml"] {
        for line in text(file).lines().filter(|line| !line.trim_start().starts_with('#')) {
            let called = LOCKED
                .iter()
                .any(|name| line.contains(&format!("cargo {name}")) || line.contains(&format!("\"{name} ")));
            commands += usize::from(called);
            assert!(!called || line.contains("--locked"), "{file}: {line}");
        }
    }
    assert!(commands > 10, "only {commands} commands were found");
}

#[test]
fn every_entry_has_a_fuzz_target_and_seeds() {
    let of_folder = |folder: &str| -> BTreeSet<String> {
        let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        files.map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect()
    };
    let manifest = text("fuzz/Cargo.toml");
    let named =
        manifest.split("[[bin]]\nname = \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let entries = text("tests/support/entries.rs");
    let entries =
        entries.lines().filter_map(|line| line.trim_start().strip_prefix("(\"")?.split_once("\", "));
    let entries: BTreeSet<String> = entries.map(|(name, _)| name.to_owned()).collect();
    assert!(entries.len() >= 15, "{entries:?}");
    assert_eq!(of_folder("fuzz/fuzz_targets"), entries);
    assert_eq!(of_folder("fuzz/seeds"), entries);
    assert_eq!(named.collect::<BTreeSet<String>>(), entries);
}
