//! `cargo xtask pages`: checks the HTML that the program writes, in headless Chromium.
//!
//! The validator of the W3C (`vnu-jar`), the accessibility checks of `axe-core` at the widths of a desk and of a phone, and the
//! number of pages on paper. It needs `node`, `npm`, `java` and Chromium (`CHROMIUM` says where, else `/usr/bin/chromium`), and
//! the network for the first run, so it is not among the tests.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Result, cargo, output, run};

const CHECK: &str = include_str!("pages.mjs");
const TOOLS: [&str; 3] = ["vnu-jar", "axe-core", "playwright-core"];

/// Writes a page of the built-in dossier and one of a comparison to `target/pages`, and checks both.
pub fn check(root: &Path) -> Result<()> {
    let folder = root.join("target/pages");
    fs::create_dir_all(&folder)?;
    run(Command::new(cargo()).current_dir(root).args(["build", "--locked", "--package", "accords"]))?;
    let program = root.join("target/debug/accords");
    let dossier = output(Command::new(&program).args(["export", "--to", "html"]))?;
    fs::write(folder.join("dossier.html"), dossier)?;
    let comparison = folder.join("comparison.html");
    run(Command::new(&program)
        .args(["compare", "declaration-2022", "memorandum-2022", "--force", "-o"])
        .arg(&comparison))?;
    fs::write(folder.join("check.mjs"), CHECK)?;
    run(Command::new("npm").current_dir(&folder).args(["install", "--no-save", "--silent"]).args(TOOLS))?;
    run(Command::new("node").current_dir(&folder).args(["check.mjs", "dossier.html", "comparison.html"]))
}
