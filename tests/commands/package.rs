//! The Debian package of `cargo xtask dist`, unpacked and tried. Skipped if it has not been built.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn package() -> Option<PathBuf> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/dist");
    let files = fs::read_dir(&dist).into_iter().flatten().flatten().map(|entry| entry.path());
    let found = files.filter(|path| path.extension().is_some_and(|ending| ending == "deb")).max();
    if found.is_none() {
        eprintln!("skipped: no .deb in {}; cargo xtask dist makes one", dist.display());
    }
    found
}

#[test]
fn what_is_installed_works() {
    let Some(package) = package() else { return };
    if Command::new("dpkg").arg("--version").output().is_err() {
        eprintln!("skipped: dpkg is not installed");
        return;
    }
    let root = tempfile::TempDir::new().unwrap();
    assert!(Command::new("dpkg").arg("-x").arg(&package).arg(root.path()).status().unwrap().success());
    let program = root.path().join("usr/bin/accords");
    let shown = Command::new(&program).args(["show", "borders"]).output().unwrap();
    assert!(shown.status.success());
    assert!(String::from_utf8(shown.stdout).unwrap().starts_with("Mutual recognition"));

    // Debian policy requires compressed manual pages; unpacked, they are what the program prints.
    let pages = root.path().join("usr/share/man/man1");
    let names: Vec<String> =
        fs::read_dir(&pages).unwrap().map(|page| page.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.len() > 20 && names.iter().any(|name| name.starts_with("accords-search.1")), "{names:?}");
    let page = Command::new("zcat").arg("-f").arg(pages.join("accords.1.gz")).output().unwrap();
    assert_eq!(page.stdout, Command::new(&program).arg("man").output().unwrap().stdout);

    let completion = root.path().join("usr/share/bash-completion/completions/accords");
    let script = Command::new(&program).args(["completions", "bash"]).output().unwrap();
    assert_eq!(fs::read(completion).unwrap(), script.stdout);
    for file in
        ["zsh/vendor-completions/_accords", "fish/vendor_completions.d/accords.fish", "doc/accords/README.md"]
    {
        assert!(root.path().join("usr/share").join(file).is_file(), "{file}");
    }
}
