//! A search written from the definition, without an index: every word of every text is compared.

use accords::model::{Dossier, ItemId, Part};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// An item with its texts. Words are separated by blanks and hyphens only, and need no folding except of case.
struct Doc {
    item: ItemId,
    backs: bool,
    day: Option<String>,
    /// The words of each text with its weight: 0 text, 1 date, 2 full title, 3 title, 4 title of one word.
    texts: Vec<(usize, Vec<String>)>,
    title_words: usize,
}

/// A match: the item, the number of query words that it holds, and the score.
pub type Found = (ItemId, usize, u32);

/// How a word matches: 0 typo, 1 inside, 2 prefix, 3 form, 4 written as one word, 5 exact.
type Tier = usize;

const GRADES: [[u32; 5]; 6] = [
    [1, 4, 3, 4, 5],
    [6, 9, 8, 9, 10],
    [11, 14, 13, 14, 15],
    [16, 25, 23, 25, 28],
    [17, 26, 24, 26, 30],
    [18, 27, 25, 27, 31],
];

/// The matches of a query of lower-case words, best first.
pub fn search(dossier: &Dossier, query: &str) -> Vec<Found> {
    let docs = docs(dossier);
    let counts = counts(&docs);
    let mut words: Vec<String> = Vec::new();
    let mut sequence = Vec::new();
    for word in split(query) {
        let at = words.iter().position(|other| *other == word).unwrap_or(words.len());
        if at == words.len() {
            words.push(word);
        }
        sequence.push(at);
    }
    let last = if query.ends_with(|c: char| c.is_alphanumeric()) { sequence.last().copied() } else { None };
    let mut hits: Vec<BTreeMap<&str, Tier>> =
        words.iter().enumerate().map(|(at, word)| hits(&counts, word, last == Some(at))).collect();
    for pair in sequence.windows(2) {
        let glued = format!("{}{}", words[pair[0]], words[pair[1]]);
        let grows = last == Some(pair[1]);
        for word in counts.keys().filter(|w| **w == glued || grows && w.starts_with(&glued)) {
            for at in pair {
                let tier = hits[*at].entry(word).or_insert(4);
                *tier = 4.max(*tier);
            }
        }
    }
    let mut ranked: Vec<_> = docs
        .iter()
        .enumerate()
        .filter_map(|(at, doc)| rank(doc, at, &docs, &hits, &sequence, &counts))
        .collect();
    ranked.sort_by(|a, b| a.0.cmp(&b.0));
    ranked.into_iter().map(|(_, found)| found).collect()
}

/// A question to agreements as a whole.
#[derive(Clone, Debug)]
pub struct Question {
    /// A word, and words that may be there instead.
    pub either: Vec<&'static str>,
    /// Words in a row that it must have.
    pub wanted: Vec<String>,
    /// Words in a row that it must not have.
    pub unwanted: Vec<String>,
    /// Statuses, one of which it must have.
    pub statuses: Vec<&'static str>,
}

impl Question {
    /// As it is typed.
    pub fn typed(&self) -> String {
        let statuses: Vec<String> = self.statuses.iter().map(|status| format!("status:{status}")).collect();
        let wanted: String = self.wanted.iter().map(|words| format!("\"{words}\" ")).collect();
        let unwanted: String = self.unwanted.iter().map(|words| format!("-\"{words}\" ")).collect();
        format!("{} {} {wanted}{unwanted}", self.either.join(" OR "), statuses.join(" OR "))
    }

    /// The agreements that answer it together with their clauses.
    pub fn answers(&self, dossier: &Dossier) -> Vec<ItemId> {
        let docs = docs(dossier);
        let counts = counts(&docs);
        let meant: Vec<&str> =
            self.either.iter().flat_map(|word| hits(&counts, word, false).into_keys()).collect();
        let answers = |(place, agreement): &(u32, &accords::model::Agreement)| {
            let is_own = |doc: &&Doc| {
                let of = doc.item.agreement().map(|of| of.part);
                of == Some(Part::Agreement(*place))
            };
            let texts: Vec<&[String]> =
                docs.iter().filter(is_own).flat_map(|doc| &doc.texts).map(|(_, words)| &words[..]).collect();
            let has = |row: &String| {
                let row = split(row);
                texts.iter().any(|words| words.windows(row.len()).any(|part| part == row))
            };
            let has_word = texts.iter().any(|words| words.iter().any(|word| meant.contains(&word.as_str())));
            let status = agreement.status.as_deref().unwrap_or_default();
            (self.either.is_empty() || has_word)
                && self.wanted.iter().all(has)
                && !self.unwanted.iter().any(has)
                && (self.statuses.is_empty() || self.statuses.contains(&status))
        };
        let agreements = (0..).zip(&dossier.agreements).filter(answers);
        agreements.map(|(place, _)| ItemId { dossier: 0, part: Part::Agreement(place) }).collect()
    }
}

/// What matches are sorted by: words held, words held without a typo, phrase, points; then the shorter clause,
/// closeness, whether the item backs others, its date and its place.
type Place = (Reverse<(u32, bool, u32)>, u32, Reverse<u32>, bool, bool, Option<String>, usize);

fn rank(
    doc: &Doc,
    at: usize,
    docs: &[Doc],
    hits: &[BTreeMap<&str, Tier>],
    sequence: &[usize],
    counts: &BTreeMap<&str, usize>,
) -> Option<(Place, Found)> {
    let (mut held, mut direct, mut in_title, mut points) = (0, 0, 0, 0);
    for hits in hits {
        let sum: usize = hits.keys().map(|word| counts[word]).sum();
        let times = docs.len().checked_div(sum.min(docs.len())).unwrap_or(0).max(1);
        let rarity = (1 + times.ilog2() / 3).min(4);
        let best = doc
            .texts
            .iter()
            .flat_map(|(weight, words)| words.iter().map(move |word| (*weight, word)))
            .filter_map(|(weight, word)| {
                let tier = *hits.get(word.as_str())?;
                Some((GRADES[tier][weight], weight, tier))
            });
        if let Some((grade, weight, tier)) = best.max() {
            held += 1;
            direct += u32::from(tier > 0);
            in_title += usize::from(weight >= 3);
            points += grade * rarity;
        }
    }
    if doc.backs {
        points /= 2;
    }
    if in_title == hits.len() {
        points += 30 / (doc.title_words as u32 + 1);
    }
    let full = held as usize == hits.len() && hits.len() > 1;
    let (phrase, nearness) = if full { closeness(doc, hits, sequence) } else { (false, 0) };
    let phrase = phrase && !doc.backs;
    let class = held * (held + 1) / 2 + direct;
    let length = if hits.len() > 1 { length(doc) } else { 0 };
    let place = (
        Reverse((class, phrase, points)),
        length,
        Reverse(nearness),
        doc.backs,
        doc.day.is_none(),
        doc.day.clone(),
        at,
    );
    let score = class << 11 | u32::from(phrase) << 10 | points;
    (held > 0).then_some((place, (doc.item, held as usize, score)))
}

/// The length class of a clause: half doublings above 32 words; 0 for everything else.
fn length(doc: &Doc) -> u32 {
    let words: usize = doc.texts.iter().map(|(_, words)| words.len()).sum();
    let words = if matches!(doc.item.part, Part::Clause(..)) { words.max(32) } else { 32 };
    (2.0 * (words as f64).log2() + 1e-9).floor() as u32
}

/// Whether some text has the sequence, or one word that matches all; and 255 minus the shortest span with all words.
fn closeness(doc: &Doc, hits: &[BTreeMap<&str, Tier>], sequence: &[usize]) -> (bool, u32) {
    let answers = |word: &String, at: usize| hits[at].contains_key(word.as_str());
    let mut best = (false, 0);
    for (_, words) in &doc.texts {
        let follows = |from: usize| {
            sequence
                .iter()
                .enumerate()
                .all(|(ahead, at)| words.get(from + ahead).is_some_and(|word| answers(word, *at)))
        };
        let all_in_one = |word: &String| (0..hits.len()).all(|at| answers(word, at));
        if (0..words.len()).any(follows) || words.iter().any(all_in_one) {
            return (true, 255);
        }
        for from in 0..words.len() {
            let mut missing: Vec<usize> = (0..hits.len()).collect();
            for (steps, word) in words[from..].iter().enumerate() {
                missing.retain(|at| !answers(word, *at));
                if missing.is_empty() {
                    best = best.max((false, 255 - steps.min(255) as u32));
                    break;
                }
            }
        }
    }
    best
}

fn hits<'c>(counts: &BTreeMap<&'c str, usize>, query: &str, grows: bool) -> BTreeMap<&'c str, Tier> {
    let digit = query.chars().any(|c| c.is_ascii_digit());
    let whole = counts.contains_key(query);
    let begins = counts.keys().any(|word| word.starts_with(query));
    let long = query.len() >= 5;
    let (beginning, inside) = match () {
        () if !grows && whole && (!long || digit) => (false, false),
        () if query.len() < 3 || digit || !long && begins => (true, false),
        () => (true, true),
    };
    let mut found: BTreeMap<&str, Tier> = BTreeMap::new();
    for word in counts.keys() {
        let tier = match word.strip_prefix(query) {
            Some("") => Some(5),
            Some(_) => beginning.then_some(2),
            None => (inside && word.contains(query)).then_some(1),
        };
        if let Some(tier) = tier {
            found.insert(word, tier);
        }
        if is_form(query, word) {
            let tier = found.entry(word).or_insert(3);
            *tier = 3.max(*tier);
        }
    }
    if found.is_empty() {
        for near in slips(counts, query, grows) {
            for word in counts.keys().filter(|word| **word == near || is_form(near, word)) {
                found.insert(word, 0);
            }
        }
    }
    if found.is_empty() && !digit {
        let parted = (3..query.len().saturating_sub(2)).rev().map(|at| query.split_at(at));
        let halves = |(first, second): (&str, &str)| {
            Some((counts.get_key_value(first)?, counts.get_key_value(second)?))
        };
        if let Some((first, second)) = parted.filter_map(halves).next() {
            found.insert(if first.1 < second.1 { first.0 } else { second.0 }, 0);
        }
    }
    found
}

/// Whether both have the same stem, and differ in their last five letters at most.
fn is_form(one: &str, other: &str) -> bool {
    let english = Stemmer::create(Algorithm::English);
    let letters = |word: &str| word.chars().all(char::is_alphabetic);
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    letters(one)
        && letters(other)
        && english.stem(one) == english.stem(other)
        && one.len().max(other.len()) - common <= 5
}

fn slips<'c>(counts: &BTreeMap<&'c str, usize>, query: &str, grows: bool) -> Vec<&'c str> {
    if query.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let allowed = match query.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let long = |word: &&&str| word.len() >= 4 && word.len() + allowed >= query.len();
    let nearest = |distance: &dyn Fn(&str) -> usize, most: usize| {
        let near = counts.keys().filter(long).map(|word| (distance(word), *word));
        let near: Vec<_> = near.filter(|(slips, _)| allowed > 0 && *slips <= most).collect();
        let least = near.iter().map(|(slips, _)| *slips).min();
        near.into_iter().filter(|(slips, _)| Some(*slips) == least).map(|(_, word)| word).collect::<Vec<_>>()
    };
    let whole = nearest(&|word| strsim::osa_distance(query, word), allowed);
    if !whole.is_empty() {
        return whole;
    }
    let of_beginning = |word: &str| {
        (0..=word.len()).map(|end| strsim::osa_distance(query, word.get(..end).unwrap())).min().unwrap_or(99)
    };
    let beginning = if grows { nearest(&of_beginning, allowed.min(1)) } else { Vec::new() };
    if !beginning.is_empty() || query.len() < 4 {
        return beginning;
    }
    let skim = SkimMatcherV2::default().respect_case();
    let scored = counts
        .keys()
        .filter(|word| word.starts_with(query.get(..1).unwrap()) && word.len() <= query.len() * 2);
    let scored: Vec<_> = scored.filter_map(|word| Some((skim.fuzzy_match(word, query)?, *word))).collect();
    let best = scored.iter().map(|(score, _)| *score).max();
    scored.into_iter().filter(|(score, _)| Some(*score) == best).map(|(_, word)| word).collect()
}

fn counts(docs: &[Doc]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for doc in docs {
        let mut words: Vec<&str> =
            doc.texts.iter().flat_map(|(_, words)| words).map(String::as_str).collect();
        words.sort_unstable();
        words.dedup();
        words.into_iter().for_each(|word| *counts.entry(word).or_insert(0) += 1);
    }
    counts
}

fn split(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// All items, in the order of the collection.
fn docs(dossier: &Dossier) -> Vec<Doc> {
    let mut docs = Vec::new();
    let mut add = |part: Part, title: &str, date: Option<String>, texts: &[&str]| {
        let backs = matches!(part, Part::Source(_));
        let title = split(title);
        let title_words = if backs { 255 } else { title.len() };
        let mut all = vec![(
            if backs {
                0
            } else if title.len() == 1 {
                4
            } else {
                3
            },
            title,
        )];
        all.extend(texts.iter().map(|text| (0, split(text))));
        // A clause is sorted by its agreement's date, but that date is not one of its texts.
        if let Some(day) = date.as_deref().filter(|_| !matches!(part, Part::Clause(..))) {
            let month = if day.contains("-04-") { "april" } else { "may" };
            let text = format!(
                "{} {month} {} {day}",
                day.get(8..).unwrap().trim_start_matches('0'),
                day.get(..4).unwrap()
            );
            all.push((if backs { 0 } else { 1 }, split(&text)));
        }
        docs.push(Doc { item: ItemId { dossier: 0, part }, backs, day: date, texts: all, title_words });
    };
    for (i, a) in (0..).zip(&dossier.agreements) {
        add(Part::Agreement(i), &a.title, a.signed.map(|d| d.to_string()), &[]);
    }
    for (i, a) in (0..).zip(&dossier.agreements) {
        for (j, c) in (0..).zip(&a.clauses) {
            add(Part::Clause(i, j), &c.heading, a.signed.map(|d| d.to_string()), &[&c.text]);
        }
    }
    for (i, e) in (0..).zip(&dossier.events) {
        add(Part::Event(i), &e.title, Some(e.date.to_string()), &[e.summary.as_deref().unwrap_or("")]);
    }
    for (i, s) in (0..).zip(&dossier.sectors) {
        add(Part::Sector(i), &s.name, None, &[s.summary.as_deref().unwrap_or("")]);
    }
    for (i, s) in (0..).zip(&dossier.sources) {
        add(Part::Source(i), &s.title, s.published.map(|d| d.to_string()), &[&s.publisher]);
    }
    docs
}
