//! What other installers need to know of a release: the formula of Homebrew and the manifest of winget, with the address and the
//! checksum of each archive.

use super::{sha256, version};
use crate::Result;
use std::fs;
use std::path::Path;

const FORMULA: &str = include_str!("templates/accords.rb");
const WINGET: [(&str, &str); 3] = [
    ("accords.accords.yaml", include_str!("templates/winget-version.yaml")),
    ("accords.accords.installer.yaml", include_str!("templates/winget-installer.yaml")),
    ("accords.accords.locale.en-US.yaml", include_str!("templates/winget-locale.yaml")),
];

/// The archives that the formula names, by the places of their checksums in it.
const ARCHIVES: [(&str, &str); 4] = [
    ("macos_arm", "aarch64-apple-darwin.tar.gz"),
    ("macos_intel", "x86_64-apple-darwin.tar.gz"),
    ("linux_intel", "x86_64-unknown-linux-musl.tar.gz"),
    ("windows", "x86_64-pc-windows-msvc.zip"),
];

/// Makes what can be made of the archives in `target/dist`, which will be at this address, of this repository.
pub fn make(root: &Path, address: &str, repository: &str) -> Result<()> {
    let dist = root.join("target/dist");
    let version = version::of_cargo(root)?;
    let mut values = vec![
        ("version".to_owned(), version.clone()),
        ("address".to_owned(), address.trim_end_matches('/').to_owned()),
        ("repository".to_owned(), repository.to_owned()),
    ];
    let mut missing = Vec::new();
    for (place, ending) in ARCHIVES {
        let name = format!("accords-{version}-{ending}");
        match fs::read(dist.join(&name)) {
            Ok(bytes) => values.push((format!("sha256_{place}"), sha256(&bytes))),
            Err(_) => missing.push(name),
        }
    }
    let files = [("accords.rb", FORMULA)].into_iter().chain(WINGET);
    for (file, template) in files {
        match filled(template, &values) {
            Ok(text) => {
                fs::write(dist.join(file), text)?;
                println!("{}", dist.join(file).display());
            }
            Err(place) => {
                println!("no {file}: {place} is not known; not in target/dist: {}", missing.join(", "))
            }
        }
    }
    Ok(())
}

/// A template with the values in the places `{{name}}`; the first place without a value is an error.
fn filled(template: &str, values: &[(String, String)]) -> std::result::Result<String, String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{{{name}}}}}"), value);
    }
    match text.split_once("{{").and_then(|(_, rest)| rest.split_once("}}")) {
        Some((place, _)) => Err(place.to_owned()),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_template_is_known() {
        let names = ["version", "address", "repository"].map(str::to_owned);
        let sums = ARCHIVES.map(|(place, _)| format!("sha256_{place}"));
        let values: Vec<(String, String)> =
            names.into_iter().chain(sums).map(|name| (name, "VALUE".to_owned())).collect();
        for (file, template) in [("accords.rb", FORMULA)].into_iter().chain(WINGET) {
            let text = filled(template, &values).unwrap_or_else(|place| panic!("{file} has {place}"));
            assert!(text.contains("VALUE"), "{file}");
        }
        assert_eq!(filled(FORMULA, &values[..3]), Err("sha256_macos_arm".to_owned()));
        // The names of archives are those that `dist` gives.
        for (_, ending) in ARCHIVES {
            assert!([FORMULA, WINGET[1].1].iter().any(|template| template.contains(ending)), "{ending}");
        }
    }
}
