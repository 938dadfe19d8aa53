//! `cargo xtask dist`: packs the program with its manual and completions as an archive and, if cargo-deb is installed, as
//! a Debian package, in `target/dist`.
//!
//! `cargo xtask pages`: checks the HTML that the program writes; see [`pages`].
//!
//! `cargo xtask pictures`: makes the pictures of the documentation; see [`pictures`].
//!
//! `cargo xtask states CLDR COUNTRIES`: makes the register of states; see [`states`].
//!
//! `cargo xtask trust [--long]`: tries every promise of SECURITY.md and prints a table; see [`trust`].
//!
//! `cargo xtask points ATLAS CLDR`: makes the points of states on a map; see [`points`].

mod pages;
mod pictures;
mod points;
mod states;
mod trust;

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The completion file of each shell.
const COMPLETIONS: [(&str, &str); 5] = [
    ("bash", "accords.bash"),
    ("zsh", "_accords"),
    ("fish", "accords.fish"),
    ("elvish", "accords.elv"),
    ("powershell", "accords.ps1"),
];

/// The documents beside the program.
const DOCUMENTS: [&str; 5] = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-PDF"];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["dist"] => root().and_then(|root| dist(&root)),
        ["pages"] => root().and_then(|root| pages::check(&root)),
        ["pictures"] => root().and_then(|root| pictures::make(&root)),
        ["states", cldr, countries] => {
            root().and_then(|root| states::make(&root, Path::new(cldr), Path::new(countries)))
        }
        ["trust"] => root().and_then(|root| trust::run(&root, false)),
        ["trust", "--long"] => root().and_then(|root| trust::run(&root, true)),
        ["points", atlas, cldr] => {
            root().and_then(|root| points::make(&root, Path::new(atlas), Path::new(cldr)))
        }
        _ => Err(
            "usage: cargo xtask dist | pages | pictures | points ATLAS CLDR | states CLDR COUNTRIES | trust [--long]"
                .into(),
        ),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the whole project.
fn root() -> Result<PathBuf> {
    Ok(Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask is in no folder")?.to_owned())
}

fn dist(root: &Path) -> Result<()> {
    env::set_current_dir(root)?;
    run(Command::new(cargo()).args(["build", "--release", "--locked", "--package", "accords"]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let program = target.join("release/accords");
    // The list of assets in Cargo.toml names this folder, whatever the target folder is.
    let dist = root.join("target/dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    let name = format!("accords-{}-{}-{}", version(&program)?, env::consts::ARCH, env::consts::OS);
    let folder = dist.join(&name);
    fs::create_dir_all(folder.join("man"))?;
    fs::create_dir_all(folder.join("completions"))?;
    fs::copy(&program, folder.join("accords"))?;
    run(Command::new(&program).args(["man", "--folder"]).arg(folder.join("man")))?;
    for (shell, file) in COMPLETIONS {
        let script = output(Command::new(&program).args(["completions", shell]))?;
        fs::write(folder.join("completions").join(file), script)?;
    }
    for document in DOCUMENTS {
        fs::copy(root.join(document), folder.join(document))?;
    }
    fs::create_dir_all(folder.join("docs"))?;
    for page in fs::read_dir(root.join("docs"))? {
        let page = page?;
        fs::copy(page.path(), folder.join("docs").join(page.file_name()))?;
    }
    let archive = format!("{name}.tar.gz");
    run(Command::new("tar").current_dir(&dist).arg("-czf").arg(&archive).arg(&name))?;
    println!("{}", dist.join(archive).display());
    // The package takes its files from a folder with a fixed name.
    fs::rename(&folder, dist.join("files"))?;
    deb(&dist)
}

/// Builds the Debian package if cargo-deb is installed.
fn deb(dist: &Path) -> Result<()> {
    let made = Command::new(cargo()).args(["deb", "--version"]).output();
    if !made.is_ok_and(|output| output.status.success()) {
        println!("no .deb: cargo install cargo-deb");
        return Ok(());
    }
    run(Command::new(cargo())
        .args(["deb", "--no-build", "--locked", "--package", "accords", "--output"])
        .arg(dist))
}

/// The version that the program prints.
fn version(program: &Path) -> Result<String> {
    let told = String::from_utf8(output(Command::new(program).arg("--version"))?)?;
    Ok(told.split_whitespace().nth(1).ok_or("the program does not tell its version")?.to_owned())
}

fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into())
    }
}
