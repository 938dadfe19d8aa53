//! What was counted by hand beside what is found.
//!
//! Right means: in each text the numbers 1 to n once each. Every other heading is false, so that a missed and a false one
//! do not cancel. Dates and parties are those that the program guesses from the text.

use accords::data::Loader;
use accords::model::{Agreement, Dossier};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Prints each counted file, then the sums.
pub fn print(folder: &Path) {
    let table = std::fs::read_to_string(folder.join("counts.tsv")).unwrap();
    let mut classes: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut dates, mut parties) = (Tally::default(), Tally::default());
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [file, class, _, articles, signed, pair] = fields[..] else {
            println!("not a row: {row}");
            continue;
        };
        let counted: usize = articles.parse().expect("a number of articles");
        let begun = Instant::now();
        let loaded = Loader::new(vec![folder.join(file)]).open();
        let time = begun.elapsed();
        let Found { right, false_ones, texts } = articles_of(&loaded.dossiers);
        let class = classes.entry(class.to_owned()).or_default();
        class.there += counted;
        class.right += right.min(counted);
        class.wrong += false_ones + right.saturating_sub(counted);
        let agreement = loaded.dossiers.first().and_then(|dossier| dossier.agreements.first());
        let date = agreement.and_then(|agreement| agreement.signed).map(|date| date.to_string());
        let own: Option<String> =
            agreement.map(|agreement| sorted(&agreement.parties)).filter(|own| !own.is_empty());
        let date = dates.note(signed, date);
        let own = parties.note(&sorted(&pair.split(' ').map(str::to_owned).collect::<Vec<_>>()), own);
        let mark = if right == counted && false_ones == 0 { ' ' } else { '!' };
        println!(
            "{mark} {file:40} {right:>4} of {counted:>4}  false {false_ones}  {texts:36} {date:24} {own:20} {time:.1?}"
        );
    }
    for (class, tally) in classes {
        let share = tally.right as f64 * 100.0 / tally.there.max(1) as f64;
        println!(
            "{class}: {} of {} articles ({share:.1} %), {} false",
            tally.right, tally.there, tally.wrong
        );
    }
    println!("dates: {} of {} right, {} wrong", dates.right, dates.there, dates.wrong);
    println!("parties: {} of {} right, {} wrong", parties.right, parties.there, parties.wrong);
}

/// How many are there, were found, and are wrong.
#[derive(Default)]
struct Tally {
    there: usize,
    right: usize,
    wrong: usize,
}

impl Tally {
    /// Compares a guess with what is known, if anything is; returns the guess for the table.
    fn note(&mut self, known: &str, guess: Option<String>) -> String {
        if known.is_empty() {
            return guess.unwrap_or_default();
        }
        self.there += 1;
        match guess {
            Some(guess) if guess == known => {
                self.right += 1;
                guess
            }
            Some(guess) => {
                self.wrong += 1;
                format!("{guess}, not {known}")
            }
            None => format!("not {known}"),
        }
    }
}

struct Found {
    right: usize,
    false_ones: usize,
    texts: String,
}

/// The articles of all texts of a file, those of annexes for themselves.
fn articles_of(dossiers: &[Arc<Dossier>]) -> Found {
    let mut found = Found { right: 0, false_ones: 0, texts: String::new() };
    for agreement in dossiers.iter().flat_map(|dossier| &dossier.agreements) {
        for (group, numbers) in by_group(agreement) {
            let once: BTreeSet<u32> = numbers.iter().copied().collect();
            found.right += once.len();
            found.false_ones += numbers.len() - once.len();
            let language = agreement.language.as_deref().unwrap_or("?");
            found.texts.push_str(&format!("{language} {group}{}/{} ", once.len(), once.last().unwrap_or(&0)));
        }
    }
    found
}

/// The numbers of articles and points, by the annex that they are in.
fn by_group(agreement: &Agreement) -> BTreeMap<&str, Vec<u32>> {
    let mut groups: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for clause in &agreement.clauses {
        let unit = ["article-", "point-"].iter().find_map(|unit| clause.id.split_once(unit));
        let Some((group, number)) = unit else { continue };
        groups.entry(group).or_default().extend(number.parse::<u32>());
    }
    groups
}

fn sorted(parties: &[String]) -> String {
    let mut parties: Vec<&str> = parties.iter().map(String::as_str).collect();
    parties.sort_unstable();
    parties.join(" ")
}
