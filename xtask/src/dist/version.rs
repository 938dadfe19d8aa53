//! The version, which is said in several places.

use crate::Result;
use std::fs;
use std::path::Path;

/// The version in Cargo.toml.
pub fn of_cargo(root: &Path) -> Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    Ok(line.and_then(|rest| rest.strip_suffix('"')).ok_or("Cargo.toml has no version")?.to_owned())
}

/// Whether a tag of a release, Cargo.toml and the changelog say the same; prints what is new.
pub fn check(root: &Path, tag: &str) -> Result<()> {
    let version = of_cargo(root)?;
    if tag != format!("v{version}") {
        return Err(format!("the tag is {tag}, and the version in Cargo.toml {version}").into());
    }
    println!("{}", section(&fs::read_to_string(root.join("CHANGELOG.md"))?, &version)?);
    Ok(())
}

/// What the changelog says of a version.
fn section(changelog: &str, version: &str) -> Result<String> {
    let mut lines = changelog.lines().skip_while(|line| !is_heading_of(line, version));
    lines.next().ok_or_else(|| format!("CHANGELOG.md has no section for {version}"))?;
    let own: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    Ok(own.join("\n").trim().to_owned())
}

/// Whether a line is `## 1.2.3` or `## [1.2.3] - 2026-01-01`.
fn is_heading_of(line: &str, version: &str) -> bool {
    let Some(rest) = line.strip_prefix("## ") else { return false };
    let first = rest.split_whitespace().next().unwrap_or_default();
    first.trim_matches(['[', ']']) == version
}

#[cfg(test)]
mod tests {
    use super::section;

    #[test]
    fn a_version_has_its_section() {
        let changelog =
            "# Changelog\n\n## Unreleased\n\n- x\n\n## [0.2.0] - 2026-01-01\n\n- y\n- z\n\n## 0.1.0\n\n- w\n";
        assert_eq!(section(changelog, "0.2.0").unwrap(), "- y\n- z");
        assert_eq!(section(changelog, "0.1.0").unwrap(), "- w");
        assert!(section(changelog, "0.1").is_err());
    }
}
