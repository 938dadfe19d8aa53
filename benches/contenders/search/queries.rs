//! Queries and what they are meant to find.

use crate::corpus::Generator;
use crate::corpus::random::Random;
use crate::corpus::slip::slip;

/// Queries typed letter by letter: whole words, typos, words of every clause, no match.
const TYPED: [&str; 11] = [
    "renewable energy",
    "soverignty",
    "dispute settlement",
    "fisheris subsidies",
    "most favoured nation",
    "intelectual propery",
    "zzqqxx",
    "cooperation",
    "the parties shall",
    "state of the",
    "carbon border adjustment",
];

/// The query after each key: 171 keys.
pub fn keys() -> Vec<&'static str> {
    TYPED.iter().flat_map(|query| (1..=query.len()).filter_map(|end| query.get(..end))).collect()
}

/// Set A: a query, and words that a relevant clause holds. A word is a prefix, or a whole word if it
/// ends with a bar.
pub const SET_A: [(&str, &str); 18] = [
    ("r", "r"),
    ("re", "re"),
    ("ren", "ren"),
    ("rene", "rene"),
    ("renew", "renew"),
    ("renewable", "renewable|"),
    ("renewable energy", "renewable energy|"),
    ("e", "e"),
    ("th", "th"),
    ("soverignty", "sovereignty|"),
    ("sovereignty", "sovereignty|"),
    ("dispute settlement", "dispute settlement|"),
    ("fisheris subsidies", "fisheries subsidies|"),
    ("most favoured nation", "most favoured nation|"),
    ("cooperation", "cooperation|"),
    ("intelectual propery", "intellectual property|"),
    ("the parties shall", "the parties shall|"),
    ("carbon border adjustment", "carbon border adjustment|"),
];

/// Set B: typos other than a missing letter.
pub const SET_B: [(&str, &str); 10] = [
    ("soveriegnty", "sovereignty|"),
    ("renewible energy", "renewable energy|"),
    ("disputte settlement", "dispute settlement|"),
    ("fisheires subsidies", "fisheries subsidies|"),
    ("intellectaul property", "intellectual property|"),
    ("most favored nation", "most favoured nation|"),
    ("carbom border adjustment", "carbon border adjustment|"),
    ("aribtral tribunal", "arbitral tribunal|"),
    ("procurment", "procurement|"),
    ("phytosanitery", "phytosanitary|"),
];

/// Whether a text is relevant.
pub fn holds(text: &str, meant: &str) -> bool {
    let mut folded = String::new();
    accords::text::fold::fold_into(text, &mut folded);
    let (meant, closed) = meant.strip_suffix('|').map_or((meant, false), |meant| (meant, true));
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    folded.match_indices(meant).any(|(at, _)| {
        let before = folded.get(..at).and_then(|head| head.chars().next_back());
        let after = folded.get(at + meant.len()..).and_then(|tail| tail.chars().next());
        !(is_letter(before) || closed && is_letter(after))
    })
}

/// A clause to be found by three of its words.
pub struct Known {
    /// The number of the clause.
    pub clause: usize,
    /// The words, clean.
    pub clean: String,
    /// The words, each with a typo.
    pub slipped: String,
}

/// This many clauses, each with its three rarest ordinary words: from the vocabulary, five letters or more.
pub fn known(clauses: usize, many: usize) -> Vec<Known> {
    let mut generator = Generator::default();
    let ranks: std::collections::HashMap<String, usize> =
        generator.words().iter().cloned().zip(0..).collect();
    let mut random = Random::new(7);
    let every = (clauses / many).max(1);
    let mut known = Vec::new();
    for clause in 0..clauses {
        let text = generator.line().text;
        if clause % every != 0 || known.len() == many {
            continue;
        }
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= 5);
        let mut ranked: Vec<(usize, &str)> =
            words.filter_map(|word| Some((*ranks.get(word)?, word))).collect();
        ranked.sort_unstable();
        ranked.dedup();
        let rarest: Vec<&str> = ranked.iter().rev().take(3).map(|(_, word)| *word).collect();
        let slipped: Vec<String> = rarest.iter().map(|word| slip(word, &mut random)).collect();
        known.push(Known { clause, clean: rarest.join(" "), slipped: slipped.join(" ") });
    }
    known
}
