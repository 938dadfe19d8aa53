//! `cargo xtask dist [TARGET…]`, `manifests ADDRESS REPOSITORY`, `version TAG`: pack a release; see [`dist`].
//!
//! `cargo xtask pages`: checks the HTML that the program writes; see [`pages`].
//!
//! `cargo xtask pictures`: makes the pictures of the documentation; see [`pictures`].
//!
//! `cargo xtask word`: opens the Word documents that the program writes in LibreOffice; see [`word`].
//!
//! `cargo xtask states CLDR COUNTRIES`: makes the register of states; see [`states`].
//!
//! `cargo xtask trust [--long] [STEP…]`: tries every promise of SECURITY.md and prints a table; see [`trust`].
//!
//! `cargo xtask points ATLAS CLDR`: makes the points of states on a map; see [`points`].

mod dist;
mod pages;
mod pictures;
mod points;
mod states;
mod trust;
mod word;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["dist", targets @ ..] => root().and_then(|root| dist::make(&root, targets)),
        ["manifests", address, repository] => {
            root().and_then(|root| dist::manifests(&root, address, repository))
        }
        ["version", tag] => root().and_then(|root| dist::version(&root, tag)),
        ["word"] => root().and_then(|root| word::check(&root)),
        ["pages"] => root().and_then(|root| pages::check(&root)),
        ["pictures"] => root().and_then(|root| pictures::make(&root)),
        ["states", cldr, countries] => {
            root().and_then(|root| states::make(&root, Path::new(cldr), Path::new(countries)))
        }
        ["trust", "--long", steps @ ..] => root().and_then(|root| trust::run(&root, true, steps)),
        ["trust", steps @ ..] => root().and_then(|root| trust::run(&root, false, steps)),
        ["points", atlas, cldr] => {
            root().and_then(|root| points::make(&root, Path::new(atlas), Path::new(cldr)))
        }
        _ => Err(
            "usage: cargo xtask dist [TARGET…] | manifests ADDRESS REPOSITORY | version TAG | pages | pictures | points ATLAS CLDR | states CLDR COUNTRIES | trust [--long] [STEP…] | word"
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
