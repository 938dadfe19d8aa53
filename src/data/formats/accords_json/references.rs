//! References to ids that nothing has.

use super::findings::{Finding, Findings, MOST};
use crate::data::problem::{Severity, quoted};
use crate::text::edit::nearest;
use crate::text::thousands;
use std::collections::HashMap;

/// The references to nothing.
pub(super) fn check<'s>(found: &Findings<'s>) -> Vec<Finding<'s>> {
    let names = &found.names;
    // Few kinds of references are wrong at the same time, so each collects its candidates once.
    let mut candidates: HashMap<&[String], Vec<String>> = HashMap::new();
    let mut dangling: Vec<_> =
        found.referred.iter().filter(|((kinds, id), _)| !names.is_known(kinds, id)).collect();
    dangling.sort_by(|a, b| a.1.paths.cmp(&b.1.paths));
    let (mut problems, mut unlisted) = (Vec::new(), 0);
    for ((kinds, id), uses) in dangling {
        if problems.len() >= MOST {
            unlisted += uses.count;
            continue;
        }
        let known = candidates.entry(kinds).or_insert_with(|| names.candidates(kinds));
        let message = message(kinds, id, known);
        let more = uses.count - uses.paths.len();
        problems.extend(uses.paths.iter().map(|path| Finding {
            severity: Severity::Error,
            path: path.clone(),
            message: message.clone(),
            unlisted: 0,
        }));
        if let Some(last) = problems.last_mut().filter(|_| more > 0) {
            last.message.push_str(&format!(" ({} more references to it)", thousands(more)));
        }
    }
    if unlisted > 0 {
        let message = format!("{} more references to missing ids are not shown", thousands(unlisted));
        problems.push(Finding { severity: Severity::Error, path: Vec::new(), message, unlisted });
    }
    problems
}

fn message(kinds: &[String], id: &str, known: &[String]) -> String {
    /// With more candidates than this, none is suggested.
    const MANY: usize = 2_000;
    let kind = match kinds {
        [one] => one.as_str(),
        _ => "item",
    };
    let near = known.iter().take(if known.len() > MANY { 0 } else { MANY }).map(String::as_str);
    let hint = nearest(id, near).map_or_else(
        || "; add it or correct the id".to_owned(),
        |meant| format!("; did you mean {}?", quoted(meant)),
    );
    format!("there is no {kind} {} in this dossier{hint}", quoted(id))
}
