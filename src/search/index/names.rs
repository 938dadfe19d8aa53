//! Names with several spellings: each spelling finds the others.

use crate::model::Dossier;
use crate::search::words::{folded, words};
use crate::text::edit::Pattern;
use crate::text::fold::is_unspaced;

/// Pairs of folded words of a dossier that spell the same part of a name.
pub(crate) fn spellings(dossier: &Dossier) -> Vec<(String, String)> {
    let people = dossier.people.iter().map(|p| (&p.name, p.aliases.iter().collect::<Vec<_>>()));
    let parties = dossier.parties.iter().map(|p| (&p.name, p.names.values().collect()));
    let places = dossier.places.iter().map(|p| (&p.name, p.other_names().collect()));
    let mut pairs = Vec::new();
    for (name, others) in people.chain(parties).chain(places) {
        let name = folded_words(name);
        // The spellings of each part of the name.
        let mut parts: Vec<Vec<String>> = name.iter().map(|word| vec![word.clone()]).collect();
        // Single letters of a name are not its spelling.
        for other in others.into_iter().filter(|other| !other.chars().any(is_unspaced)) {
            for (at, word) in pair(&name, &folded_words(other)) {
                if let Some(part) = parts.get_mut(at).filter(|part| !part.contains(&word)) {
                    part.push(word);
                }
            }
        }
        for part in parts {
            let ordered = part.iter().flat_map(|a| part.iter().map(move |b| (a, b)));
            pairs.extend(ordered.filter(|(a, b)| a != b).map(|(a, b)| (a.clone(), b.clone())));
        }
    }
    pairs
}

fn folded_words(text: &str) -> Vec<String> {
    let mut buffer = String::new();
    let all = words(text).map(|word| folded(word.text, &mut buffer).to_owned());
    all.filter(|word| !word.is_empty()).collect()
}

/// The words of another spelling, each with the index of the part of the name that it spells. Names of equally many
/// words are paired in order; of a single word against several, the nearest is taken if it is near enough.
fn pair(name: &[String], other: &[String]) -> Vec<(usize, String)> {
    if name.len() == other.len() {
        return other.iter().cloned().enumerate().collect();
    }
    let distance = |a: &str, b: &str| Pattern::new(a).map_or(u32::MAX, |p| p.distance(b).whole);
    let near = |a: &str, b: &str| distance(a, b) as usize * 2 <= a.chars().count().max(b.chars().count());
    match (name, other) {
        (parts, [word]) => {
            let nearest = parts.iter().enumerate().min_by_key(|(_, part)| distance(part, word));
            nearest
                .filter(|(_, part)| near(part, word))
                .map(|(at, _)| (at, word.clone()))
                .into_iter()
                .collect()
        }
        ([part], words) => {
            let nearest = words.iter().min_by_key(|word| distance(part, word));
            nearest.filter(|word| near(part, word)).map(|word| (0, word.clone())).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
