//! The page for contributors and the jobs on the server name what is there.

use std::path::Path;

pub fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Words in backquotes that look like paths of this repository.
fn named_paths(page: &str) -> Vec<&str> {
    let quoted = page.split('`').skip(1).step_by(2);
    let is_path = |word: &&str| {
        let letters = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
        letters && (word.contains('/') || word.ends_with(".md") || word.ends_with(".toml"))
    };
    quoted.filter(is_path).collect()
}

#[test]
fn paths_on_the_page_for_contributors_exist() {
    let page = text("CONTRIBUTING.md");
    // The blocks of commands have three backquotes at both ends, which changes nothing for what is between others.
    let paths = named_paths(&page);
    assert!(paths.len() > 40, "only {} paths were found", paths.len());
    let missing: Vec<&&str> =
        paths.iter().filter(|path| !Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_ring_of_tests_is_on_the_page() {
    let page = text("CONTRIBUTING.md");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for ring in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = ring.file_name().unwrap().to_str().unwrap();
        assert!(page.contains(&format!("`tests/{name}`")), "{name} is not on the page");
    }
}

#[test]
fn the_oldest_rust_is_the_same_everywhere() {
    let version = env!("CARGO_PKG_RUST_VERSION");
    assert!(text(".github/workflows/ci.yml").contains(&format!("toolchain: \"{version}\"")));
    for page in ["README.md", "CONTRIBUTING.md"] {
        assert!(text(page).contains(&format!("{version} or newer")), "{page}");
    }
}
