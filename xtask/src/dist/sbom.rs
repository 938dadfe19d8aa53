//! The list of the software in the program (SBOM), as CycloneDX 1.5 describes it, from what Cargo resolves.

use super::output;
use crate::{Result, cargo};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The list, without a time or a number of its own, so that the same sources give the same list.
pub fn of(root: &Path) -> Result<String> {
    let metadata = output(
        Command::new(cargo())
            .current_dir(root)
            .args(["metadata", "--format-version", "1", "--locked", "--filter-platform"])
            .arg(super::host()?),
    )?;
    let metadata: Value = serde_json::from_slice(&metadata)?;
    Ok(format!("{}\n", serde_json::to_string_pretty(&list(&metadata)?)?))
}

fn list(metadata: &Value) -> Result<Value> {
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let package = |id: &str| packages.iter().find(|package| package["id"] == id);
    let own = packages.iter().find(|package| package["name"] == "accords").ok_or("accords is no package")?;
    let linked = linked(metadata, own["id"].as_str().unwrap_or_default());
    let others = linked.iter().filter(|id| own["id"] != id.as_str()).filter_map(|id| package(id));
    let mut components: Vec<Value> = others.map(component).collect();
    components.sort_by_key(|component| component["bom-ref"].to_string());
    let dependencies: Vec<Value> = linked
        .iter()
        .filter_map(|id| {
            let on: Vec<String> =
                needs(metadata, id).iter().filter_map(|id| package(id)).map(address).collect();
            Some(json!({ "ref": address(package(id)?), "dependsOn": on }))
        })
        .collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "bom-ref": address(own), "name": own["name"],
            "version": own["version"], "purl": address(own), "licenses": [{ "expression": own["license"] }] } },
        "components": components,
        "dependencies": dependencies,
    }))
}

/// The packages that are built into the program: itself and all that it needs, but not what only tests need.
fn linked(metadata: &Value, own: &str) -> BTreeSet<String> {
    let (mut found, mut next) = (BTreeSet::new(), vec![own.to_owned()]);
    while let Some(id) = next.pop() {
        if found.insert(id.clone()) {
            next.extend(needs(metadata, &id));
        }
    }
    found
}

/// What a package needs to run, or to be built.
fn needs(metadata: &Value, id: &str) -> BTreeSet<String> {
    let nodes = metadata["resolve"]["nodes"].as_array();
    let node = nodes.and_then(|nodes| nodes.iter().find(|node| node["id"] == id));
    let all = node.and_then(|node| node["deps"].as_array()).into_iter().flatten();
    let is_linked = |dependency: &&Value| {
        let kinds = dependency["dep_kinds"].as_array();
        kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"] != "dev"))
    };
    all.filter(is_linked).filter_map(|dependency| dependency["pkg"].as_str()).map(str::to_owned).collect()
}

/// Where a package is from, in the form that tools compare (a package URL).
fn address(package: &Value) -> String {
    let word = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
    format!("pkg:cargo/{}@{}", word("name"), word("version"))
}

fn component(package: &Value) -> Value {
    let mut component = json!({ "type": "library", "bom-ref": address(package), "name": package["name"],
        "version": package["version"], "purl": address(package) });
    if let Some(license) = package["license"].as_str() {
        // Some crates write the older form of "or".
        component["licenses"] = json!([{ "expression": license.replace('/', " OR ") }]);
    }
    if let Some(repository) = package["repository"].as_str() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_listed_and_what_only_tests_need_is_not() {
        let package =
            |name: &str| json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0" });
        let packages = ["accords", "a", "b", "c", "t"].map(package);
        let needs = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": packages,
            "resolve": { "nodes": [
                { "id": "accords", "deps": [needs("a", Value::Null), needs("t", json!("dev"))] },
                { "id": "a", "deps": [needs("b", json!("build"))] },
                { "id": "b", "deps": [needs("a", Value::Null)] },
                { "id": "t", "deps": [needs("c", Value::Null)] },
            ] },
        });
        let list = list(&metadata).unwrap();
        let names: Vec<&str> =
            list["components"].as_array().unwrap().iter().filter_map(|one| one["name"].as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(list["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(list["metadata"]["component"]["purl"], "pkg:cargo/accords@1.0.0");
        assert_eq!(list["dependencies"].as_array().unwrap().len(), 3);
    }
}
