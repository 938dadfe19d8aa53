//! Holds the ids that things have against the ids that things name.

use super::problem::{Path, Severity, Step, nearest, quoted, write_path};
use super::walk::{Finding, Findings, Mention};
use std::collections::HashMap;

/// Repeated ids and references to nothing.
pub(super) fn check(found: &Findings) -> Vec<Finding> {
    let mut problems = Vec::new();
    let owners = agreement_ids(found);
    let mut names: HashMap<String, &Mention> = HashMap::new();
    for mention in &found.declared {
        let name = full_name(mention, &owners);
        if let Some(first) = names.get(&name) {
            let message = format!(
                "{} is already the id of {}; ids are unique in a dossier",
                quoted(&mention.id),
                owner(first)
            );
            problems.push(Finding { severity: Severity::Error, path: mention.path.clone(), message });
        } else {
            names.insert(name, mention);
        }
    }
    let known =
        |kinds: &[String], id: &str| names.get(id).is_some_and(|m| m.kinds.iter().any(|k| kinds.contains(k)));
    for reference in &found.referred {
        let membership = reference.kinds.iter().any(|k| k == "membership")
            && reference.id.split_once(':').is_some_and(|(organisation, party)| {
                known(&["organisation".to_owned()], organisation) && known(&["party".to_owned()], party)
            });
        if !membership && !known(&reference.kinds, &reference.id) {
            problems.push(dangling(reference, &names));
        }
    }
    problems
}

fn dangling(reference: &Mention, names: &HashMap<String, &Mention>) -> Finding {
    let kinds = match reference.kinds.as_slice() {
        [one] => one.clone(),
        _ => "thing".to_owned(),
    };
    let candidates = names.iter().filter(|(_, m)| m.kinds.iter().any(|k| reference.kinds.contains(k)));
    let meant = nearest(&reference.id, candidates.map(|(name, _)| name.as_str()));
    let hint = meant.map_or_else(
        || "; add it or correct the id".to_owned(),
        |m| format!("; did you mean {}?", quoted(m)),
    );
    let message = format!("there is no {kinds} {} in this dossier{hint}", quoted(&reference.id));
    Finding { severity: Severity::Error, path: reference.path.clone(), message }
}

/// A clause's id counts within its agreement; every other id within the dossier.
fn full_name(mention: &Mention, owners: &HashMap<Path, &str>) -> String {
    if mention.kinds.iter().all(|k| k != "clause") {
        return mention.id.clone();
    }
    let agreement = mention.path.get(..2).and_then(|path| owners.get(path));
    match agreement {
        Some(agreement) => format!("{agreement}.{}", mention.id),
        None => format!("{}.{}", write_path(mention.path.get(..2).unwrap_or_default()), mention.id),
    }
}

/// The ids of the agreements by their paths.
fn agreement_ids(found: &Findings) -> HashMap<Path, &str> {
    let agreements = found.declared.iter().filter(|m| m.kinds.iter().any(|k| k == "agreement"));
    agreements.map(|m| (m.path.iter().take(2).cloned().collect(), m.id.as_str())).collect()
}

/// Where the thing that has an id stands.
fn owner(mention: &Mention) -> String {
    let path: Vec<Step> = mention.path.iter().take(mention.path.len().saturating_sub(1)).cloned().collect();
    if path.is_empty() { "the dossier itself".to_owned() } else { write_path(&path) }
}
