//! Names with several spellings: each spelling finds the others.

use crate::model::Dossier;
use crate::search::words::{folded, words};
use crate::text::edit::Pattern;
use crate::text::fold::is_unspaced;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The spellings of each part of each name of a dossier that has several, as folded words.
pub(crate) fn spellings(dossier: &Dossier) -> Vec<Vec<String>> {
    let people = dossier.people.iter().map(|p| (&p.name, p.aliases.iter().collect::<Vec<_>>()));
    let parties = dossier.parties.iter().map(|p| (&p.name, p.names.values().collect()));
    let places = dossier.places.iter().map(|p| (&p.name, p.other_names().collect()));
    let mut all = Vec::new();
    for (name, others) in people.chain(parties).chain(places) {
        let name = folded_words(name);
        let mut parts: Vec<BTreeSet<String>> =
            name.iter().map(|word| BTreeSet::from([word.clone()])).collect();
        // Single letters of a name are not its spelling.
        for other in others.into_iter().filter(|other| !other.chars().any(is_unspaced)) {
            for (at, word) in pair(&name, &folded_words(other)) {
                parts.get_mut(at).map(|part| part.insert(word));
            }
        }
        all.extend(parts.into_iter().filter(|part| part.len() > 1).map(|part| part.into_iter().collect()));
    }
    all
}

/// The numbers of words that spell the same part of a name, each group once: a word with another of each would be as many
/// pairs as the square of the spellings.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    groups: Vec<Vec<u32>>,
    known: HashSet<Vec<u32>>,
    /// By number: the places of its groups.
    places: BTreeMap<u32, Vec<u32>>,
}

impl Names {
    /// Adds a group.
    pub(super) fn add(&mut self, mut group: Vec<u32>) {
        group.sort_unstable();
        let Ok(place) = u32::try_from(self.groups.len()) else { return };
        if self.known.insert(group.clone()) {
            group.iter().for_each(|number| self.places.entry(*number).or_default().push(place));
            self.groups.push(group);
        }
    }

    /// Whether a word is part of a name with several spellings.
    pub(super) fn has(&self, number: u32) -> bool {
        self.places.contains_key(&number)
    }

    /// All words of the groups that have one of these, themselves included.
    pub(super) fn of(&self, numbers: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> + '_ {
        let places = numbers.filter_map(|number| self.places.get(&number)).flatten();
        let places: BTreeSet<u32> = places.copied().collect();
        places.into_iter().filter_map(|place| self.groups.get(place as usize)).flatten().copied()
    }

    /// How much memory it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.groups.iter().map(|group| 48 + group.len() * 12).sum::<usize>() + self.places.len() * 48
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_spellings_of_a_name_take_what_they_are() {
        let names: Vec<String> = (0..20_000).map(|n| format!(r#""l{n}": "Land{n}""#)).collect();
        let text = format!(
            r#"{{"format": "accords/1", "id": "d", "title": "D",
                "parties": [{{"id": "AAA", "kind": "state", "name": "Land", "names": {{{}}}}}]}}"#,
            names.join(",")
        );
        let loaded = crate::data::parse(std::path::Path::new("x.json"), text.as_bytes());
        let groups = spellings(&loaded.dossiers[0]);
        assert_eq!((groups.len(), groups[0].len()), (1, 20_001));
        let mut names = Names::default();
        names.add(vec![3, 1, 2]);
        names.add(vec![1, 2, 3]);
        names.add(vec![3, 4]);
        assert_eq!(names.of([3].into_iter()).collect::<Vec<_>>(), [1, 2, 3, 3, 4]);
        assert_eq!((names.has(4), names.has(5), names.groups.len()), (true, false, 2));
    }
}
