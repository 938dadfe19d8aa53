//! Where the items of a dossier are in its file, by their ids.

use super::lines::places;
use super::tree::Node;
use std::collections::HashMap;

/// Line and column (from 1) of the items with these ids: `id`, `agreement.clause`, `organisation:PARTY` for a membership, the id of the dossier,
/// or `allow[0]`. `None` for what is not in the text, as in a file of another format.
pub fn places_of(text: &str, ids: &[&str]) -> Vec<Option<(usize, usize)>> {
    let root = Node::read(text);
    let mut offsets: HashMap<String, usize> = HashMap::new();
    // Of two with one id, the first counts.
    let mut note = |id: String, node: &Node<'_>| _ = offsets.entry(id).or_insert(node.offset(text));
    let id = |node: &Node<'_>, field: &str| node.get(field).and_then(Node::string);
    id(&root, "id").into_iter().for_each(|id| note(id, &root));
    for (list, items) in root.entries() {
        for (at, item) in items.values().iter().enumerate() {
            note(format!("{list}[{at}]"), item);
            let Some(own) = id(item, "id") else { continue };
            for membership in item.get("memberships").map(Node::values).unwrap_or_default() {
                let party = id(membership, "party").unwrap_or_default();
                note(format!("{own}:{party}"), membership);
            }
            for clause in item.get("clauses").map(Node::values).unwrap_or_default() {
                note(format!("{own}.{}", id(clause, "id").unwrap_or_default()), clause);
            }
            note(own, item);
        }
    }
    let found: Vec<Option<usize>> = ids.iter().map(|id| offsets.get(*id).copied()).collect();
    let known: Vec<usize> = found.iter().copied().flatten().collect();
    let mut lines = places(text, &known).into_iter();
    found.into_iter().map(|found| found.and_then(|_| lines.next())).collect()
}
