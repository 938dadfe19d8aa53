//! Generated treaties: about 60 words a clause, words by Zipf's law out of about 57,000, fixed phrases and topics of
//! treaty English, names with diacritics, and a typo in one word of 4,000, as in scanned treaties. Modelled on the
//! vocabulary of real treaties, with made-up rare words.

#![allow(dead_code, reason = "each bench uses a part")]

pub mod random;
pub mod slip;
mod words;

use accords::model::{Agreement, Clause, Collection, Dossier, DossierFormat, Wording};
use random::{Random, Urn};
use slip::slip;
use std::collections::HashSet;
use std::sync::Arc;
use words::{ACCENTED, FUNCTION, OPENINGS, PHRASES, TREATY};

/// The size of the vocabulary, without phrases and names.
const VOCABULARY: usize = 57_000;
const SEED: u64 = 20_261_124;
const CLAUSES_AN_AGREEMENT: usize = 200;
const AGREEMENTS_A_DOSSIER: usize = 20;

/// A generated clause.
pub struct Line {
    /// Its heading, which also begins its text.
    pub heading: &'static str,
    /// Its text.
    pub text: String,
}

/// Generates clauses, the same in every run.
pub struct Generator {
    random: Random,
    words: Vec<String>,
    by_zipf: Urn,
    phrases: Vec<&'static str>,
    by_phrase: Urn,
    accented: Vec<&'static str>,
    openings: Vec<&'static str>,
    topics: Vec<Topic>,
}

struct Topic {
    words: Vec<usize>,
    phrases: Vec<usize>,
}

impl Default for Generator {
    fn default() -> Self {
        let mut random = Random::new(SEED);
        let words = words(&mut random);
        let zipf: Vec<f64> = (0..words.len()).map(|rank| (rank as f64 + 2.7).powf(-1.07)).collect();
        let phrases: Vec<&str> = PHRASES.split('|').collect();
        let by_phrase: Vec<f64> = (0..phrases.len()).map(|rank| 1.0 / (rank as f64 + 12.0)).collect();
        let (function, core) = (FUNCTION.split(' ').count(), TREATY.split(' ').count());
        let mut topic = || Topic {
            words: (0..20).map(|_| function + random.below(core)).collect(),
            phrases: (0..5).map(|_| random.below(phrases.len())).collect(),
        };
        let topics = (0..24).map(|_| topic()).collect();
        Self {
            words,
            by_zipf: Urn::new(&zipf),
            by_phrase: Urn::new(&by_phrase),
            phrases,
            accented: ACCENTED.split('|').collect(),
            openings: OPENINGS.split('|').collect(),
            topics,
            random,
        }
    }
}

impl Generator {
    /// The vocabulary, most frequent words first.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The next clause.
    pub fn line(&mut self) -> Line {
        let heading = self.openings[self.random.below(self.openings.len())];
        let units = (3.95 - 0.18 + 0.6 * self.random.normal()).exp().clamp(4.0, 400.0) as usize;
        let topic = self.random.below(self.topics.len());
        let (article, paragraph) = (1 + self.random.below(39), 1 + self.random.below(11));
        let mut text = format!("{article}.{paragraph} {heading}");
        for _ in 0..units {
            text.push(' ');
            self.push_unit(topic, &mut text);
        }
        text.push('.');
        text.shrink_to_fit();
        Line { heading, text }
    }

    fn push_unit(&mut self, topic: usize, text: &mut String) {
        let start = text.len();
        let (kind, of_topic) = (self.random.part(), self.random.part());
        if of_topic < 0.06 {
            text.push_str(&self.words[self.topics[topic].words[self.random.below(20)]]);
        } else if of_topic < 0.068 {
            text.push_str(self.phrases[self.topics[topic].phrases[self.random.below(5)]]);
        } else if kind < 0.018 {
            text.push_str(self.phrases[self.by_phrase.draw(&mut self.random)]);
        } else if kind > 0.996 {
            text.push_str(self.accented[self.random.below(self.accented.len())]);
        } else {
            text.push_str(&self.words[self.by_zipf.draw(&mut self.random)]);
        }
        let chance = self.random.part();
        if chance < 1.0 / 4000.0 && text.len() > start + 4 {
            let slipped = slip(&text[start..], &mut self.random);
            text.truncate(start);
            text.push_str(&slipped);
        } else if chance < 0.06 {
            text.push(',');
        } else if chance > 0.995 {
            text.push_str(&format!(" Article {}", 1 + self.random.below(60)));
        }
    }
}

/// Function words, treaty words, then made-up ones of English syllables.
fn words(random: &mut Random) -> Vec<String> {
    const ONSETS: &str =
        "b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w";
    const HEARTS: &str = "a a a e e e i i o o u ai ea ee io ou";
    const ENDS: &str = "- - - n r l s t d m ck nd nt rt st ng x";
    const TAILS: &str = "- - - - ing ed er s ly tion ment ness able al ous ity ive ist";
    let lists = [ONSETS, HEARTS, ENDS, TAILS].map(|list| list.split(' ').collect::<Vec<_>>());
    let [onsets, hearts, ends, tails] = &lists;
    let mut words: Vec<String> = FUNCTION.split(' ').chain(TREATY.split(' ')).map(str::to_owned).collect();
    let mut known: HashSet<String> = words.iter().cloned().collect();
    while words.len() < VOCABULARY {
        let mut word = String::new();
        for _ in 0..1 + random.below(3) {
            for list in [onsets, hearts, ends] {
                word.push_str(list[random.below(list.len())]);
            }
        }
        word.push_str(tails[random.below(tails.len())]);
        word.retain(|c| c != '-');
        if (3..=16).contains(&word.len()) && known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// This many clauses, as texts.
pub fn texts(clauses: usize) -> Vec<String> {
    let mut generator = Generator::default();
    (0..clauses).map(|_| generator.line().text).collect()
}

/// This many clauses, as a collection of dossiers with agreements of 200 clauses.
pub fn collection(clauses: usize) -> Collection {
    let mut generator = Generator::default();
    let per_dossier = CLAUSES_AN_AGREEMENT * AGREEMENTS_A_DOSSIER;
    let dossiers = (0..clauses.div_ceil(per_dossier)).map(|place| {
        let left = (clauses - place * per_dossier).min(per_dossier);
        Arc::new(dossier(place, left, &mut generator).arrange())
    });
    Collection::new(dossiers.collect())
}

fn dossier(place: usize, clauses: usize, generator: &mut Generator) -> Dossier {
    let mut dossier: Dossier = serde_json::from_value(serde_json::json!({
        "format": DossierFormat::Accords1, "id": format!("treaties-{place}"), "title": "Treaties",
    }))
    .expect("a dossier");
    dossier.agreements.reserve_exact(clauses.div_ceil(CLAUSES_AN_AGREEMENT));
    for number in 0..clauses.div_ceil(CLAUSES_AN_AGREEMENT) {
        let left = (clauses - number * CLAUSES_AN_AGREEMENT).min(CLAUSES_AN_AGREEMENT);
        dossier.agreements.push(agreement(place * AGREEMENTS_A_DOSSIER + number, left, generator));
    }
    dossier
}

fn agreement(number: usize, clauses: usize, generator: &mut Generator) -> Agreement {
    let mut agreement: Agreement = serde_json::from_value(serde_json::json!({
        "id": format!("a{number}"), "title": format!("Agreement No. {number}"),
        // Ascending within a dossier, so that sorting it keeps the order.
        "signed": format!("{}", 1948 + number / AGREEMENTS_A_DOSSIER * 7 % 58 + number % AGREEMENTS_A_DOSSIER),
    }))
    .expect("an agreement");
    let clause = |id: usize| {
        let Line { heading, text } = generator.line();
        Clause::new(format!("c{id}"), heading, text, Wording::Official)
    };
    agreement.clauses = (0..clauses).map(clause).collect();
    agreement
}

/// The number of a clause from its dossier, agreement and place there. Agreements are sorted by date in their dossier.
pub fn place(dossier: usize, agreement: usize, clause: usize) -> usize {
    dossier * CLAUSES_AN_AGREEMENT * AGREEMENTS_A_DOSSIER + agreement * CLAUSES_AN_AGREEMENT + clause
}

/// The dossier, agreement and place of a clause from its number.
pub fn item(clause: usize) -> (usize, usize, usize) {
    let per_dossier = CLAUSES_AN_AGREEMENT * AGREEMENTS_A_DOSSIER;
    (clause / per_dossier, clause % per_dossier / CLAUSES_AN_AGREEMENT, clause % CLAUSES_AN_AGREEMENT)
}
