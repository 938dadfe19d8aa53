//! The contenders: this program and its peers, on the same texts.

use crate::corpus;
use crate::measure::cpu_ms;
use accords::model::{Collection, Dossier, ItemId, Part};
use accords::search::{Depth, Index, Query};
use rayon::prelude::*;
use std::cell::RefCell;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

/// Rows of a screen, which are ranked and highlighted at every key.
pub const ROWS: usize = 60;

/// What is measured of each.
pub trait Contender {
    /// The work for one key: find, rank, and highlight the first rows.
    fn key(&self, query: &str);

    /// The numbers of the best clauses.
    fn best(&self, query: &str, many: usize) -> Vec<usize>;

    /// The text of a clause.
    fn text(&self, clause: usize) -> &str;

    /// Bytes of all texts.
    fn text_bytes(&self) -> usize;

    /// The cost of the index; `None` if the texts themselves are searched.
    fn built(&self) -> Option<Built> {
        None
    }

    /// Milliseconds from JSON in memory until everything is searchable; `None` if that does not apply.
    fn ready(&self) -> Option<f64> {
        None
    }
}

/// The cost of an index.
#[derive(Clone, Copy)]
pub struct Built {
    /// Milliseconds from the texts in memory to the index.
    pub ms: f64,
    /// The same in CPU time, which says more on a busy machine.
    pub cpu_ms: Option<f64>,
    /// Bytes of the index.
    pub bytes: usize,
}

/// The contender of this name, with this many clauses.
pub fn contender(name: &str, clauses: usize) -> Box<dyn Contender> {
    match name {
        "accords" => Box::new(Ours::new(clauses)),
        "frizbee" => Box::new(Frizbee { texts: corpus::texts(clauses) }),
        "nucleo-matcher" => Box::new(Scan { texts: nucleo_texts(clauses), scorer: nucleo }),
        "fuzzy-matcher" => Box::new(Scan { texts: corpus::texts(clauses), scorer: skim }),
        "fzf" => Box::new(Fzf::new(clauses)),
        other => unreachable!("no contender {other}"),
    }
}

struct Ours {
    collection: Collection,
    index: Index,
    built: Built,
}

impl Ours {
    fn new(clauses: usize) -> Self {
        let collection = corpus::collection(clauses);
        let (start, cpu) = (Instant::now(), cpu_ms());
        let index = Index::build(&collection);
        let (ms, bytes) = (start.elapsed().as_secs_f64() * 1e3, index.bytes());
        let cpu_ms = cpu_ms().zip(cpu).map(|(after, before)| after - before);
        Self { collection, index, built: Built { ms, cpu_ms, bytes } }
    }

    /// The heading and the text of an item.
    fn texts(&self, item: ItemId) -> (&str, &str) {
        let clause = self.collection.dossier(item).and_then(|dossier| dossier.clause(item.part));
        clause.map_or(("", ""), |clause| (&clause.heading, &clause.text))
    }
}

impl Contender for Ours {
    fn key(&self, query: &str) {
        let matches = self.index.search_to(&self.collection, &Query::parse(query), Depth::FRAME);
        for found in matches.ranked().iter().take(ROWS) {
            let (heading, text) = self.texts(found.item);
            black_box((matches.highlight(heading), matches.snippet(text, 90)));
        }
    }

    fn best(&self, query: &str, many: usize) -> Vec<usize> {
        let matches = self.index.search_to(&self.collection, &Query::parse(query), Depth::FRAME);
        let place = |item: ItemId| match item.part {
            Part::Clause(agreement, clause) => {
                Some(corpus::place(item.dossier as usize, agreement as usize, clause as usize))
            }
            _ => None,
        };
        matches.ranked().iter().filter_map(|found| place(found.item)).take(many).collect()
    }

    fn text(&self, clause: usize) -> &str {
        let (dossier, agreement, clause) = corpus::item(clause);
        let item = ItemId { dossier: dossier as u32, part: Part::Clause(agreement as u32, clause as u32) };
        self.texts(item).1
    }

    fn text_bytes(&self) -> usize {
        let agreements = self.collection.dossiers().iter().flat_map(|dossier| &dossier.agreements);
        agreements.flat_map(|agreement| &agreement.clauses).map(|clause| clause.text.len()).sum()
    }

    fn built(&self) -> Option<Built> {
        Some(self.built)
    }

    fn ready(&self) -> Option<f64> {
        if self.index.len() > 200_000 {
            return None;
        }
        let dossiers = self.collection.dossiers().iter();
        let files: Vec<String> = dossiers.map(|d| serde_json::to_string(&**d).expect("JSON")).collect();
        let start = Instant::now();
        let parse = |file: &String| serde_json::from_str::<Dossier>(file).expect("a dossier").arrange();
        let collection = Collection::new(files.par_iter().map(parse).map(Arc::new).collect());
        black_box(Index::build(&collection));
        Some(start.elapsed().as_secs_f64() * 1e3)
    }
}

struct Frizbee {
    texts: Vec<String>,
}

impl Frizbee {
    /// A typo for every four letters, as its own example shows.
    fn matcher(query: &str) -> frizbee::Matcher {
        let patterns = frizbee::Pattern::parse_query(query).into_iter().map(|pattern| {
            let typos = (pattern.needle.len() / 4) as u16;
            pattern.max_typos(Some(typos))
        });
        frizbee::Matcher::from_patterns(&patterns.collect::<Vec<_>>(), &frizbee::Config::default())
    }
}

impl Contender for Frizbee {
    fn key(&self, query: &str) {
        let mut matcher = Self::matcher(query);
        for found in matcher.match_list_parallel(&self.texts, 2).iter().take(ROWS) {
            black_box(matcher.match_one_indices(self.text(found.index as usize), found.index));
        }
    }

    fn best(&self, query: &str, many: usize) -> Vec<usize> {
        let found = Self::matcher(query).match_list_parallel(&self.texts, 2);
        found.iter().take(many).map(|found| found.index as usize).collect()
    }

    fn text(&self, clause: usize) -> &str {
        self.texts.get(clause).map_or("", String::as_str)
    }

    fn text_bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

/// A matcher that scores every text, on all threads, and then sorts the best.
struct Scan<T> {
    texts: Vec<T>,
    scorer: for<'q> fn(&'q str) -> Scorer<'q, T>,
}

/// A function of a text.
type OfText<'q, T, R> = dyn Fn(&T) -> R + Sync + 'q;

/// The score of a text for one query, and the number of matched letters in it.
struct Scorer<'q, T> {
    score: Box<OfText<'q, T, Option<i64>>>,
    places: Box<OfText<'q, T, usize>>,
}

trait Text: Sync {
    fn as_text(&self) -> &str;
}

impl Text for String {
    fn as_text(&self) -> &str {
        self
    }
}

/// A text in nucleo's form, converted once.
struct NucleoText {
    text: String,
    /// Only if the text is not ASCII, which nucleo reads directly.
    letters: Option<nucleo_matcher::Utf32String>,
}

impl NucleoText {
    fn letters(&self) -> nucleo_matcher::Utf32Str<'_> {
        match &self.letters {
            Some(letters) => letters.slice(..),
            None => nucleo_matcher::Utf32Str::Ascii(self.text.as_bytes()),
        }
    }
}

impl Text for NucleoText {
    fn as_text(&self) -> &str {
        &self.text
    }
}

fn nucleo_texts(clauses: usize) -> Vec<NucleoText> {
    let texts = corpus::texts(clauses).into_iter().map(|text| {
        let letters = (!text.is_ascii()).then(|| nucleo_matcher::Utf32String::from(text.as_str()));
        NucleoText { text, letters }
    });
    texts.collect()
}

fn nucleo(query: &str) -> Scorer<'_, NucleoText> {
    use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
    use nucleo_matcher::{Config, Matcher};
    thread_local! { static MATCHER: RefCell<Matcher> = RefCell::new(Matcher::new(Config::DEFAULT)); }
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let lit = pattern.clone();
    Scorer {
        score: Box::new(move |text: &NucleoText| {
            MATCHER.with(|m| pattern.score(text.letters(), &mut m.borrow_mut()).map(i64::from))
        }),
        places: Box::new(move |text| {
            let mut places = Vec::new();
            MATCHER.with(|m| lit.indices(text.letters(), &mut m.borrow_mut(), &mut places));
            places.len()
        }),
    }
}

fn skim(query: &str) -> Scorer<'_, String> {
    use fuzzy_matcher::FuzzyMatcher;
    use fuzzy_matcher::skim::SkimMatcherV2;
    let score = SkimMatcherV2::default().ignore_case();
    let places = SkimMatcherV2::default().ignore_case();
    Scorer {
        score: Box::new(move |text: &String| score.fuzzy_match(text, query)),
        places: Box::new(move |text| places.fuzzy_indices(text, query).map_or(0, |(_, places)| places.len())),
    }
}

impl<T: Text> Scan<T> {
    fn ranked(&self, scorer: &Scorer<T>, many: usize) -> Vec<usize> {
        let scored =
            self.texts.par_iter().enumerate().filter_map(|(at, text)| Some(((scorer.score)(text)?, at)));
        let mut scored: Vec<(i64, usize)> = scored.collect();
        let order = |(score, at): &(i64, usize)| (std::cmp::Reverse(*score), *at);
        if scored.len() > many {
            scored.select_nth_unstable_by_key(many, order);
            scored.truncate(many);
        }
        scored.sort_unstable_by_key(order);
        scored.into_iter().map(|(_, at)| at).collect()
    }
}

impl<T: Text> Contender for Scan<T> {
    fn key(&self, query: &str) {
        let scorer = (self.scorer)(query);
        for at in self.ranked(&scorer, ROWS) {
            black_box(self.texts.get(at).map(|text| (scorer.places)(text)));
        }
    }

    fn best(&self, query: &str, many: usize) -> Vec<usize> {
        self.ranked(&(self.scorer)(query), many)
    }

    fn text(&self, clause: usize) -> &str {
        self.texts.get(clause).map_or("", Text::as_text)
    }

    fn text_bytes(&self) -> usize {
        self.texts.iter().map(|text| text.as_text().len()).sum()
    }
}

/// The program fzf as a filter, for its best matches; its time for one key cannot be measured from outside.
struct Fzf {
    texts: Vec<String>,
    file: std::path::PathBuf,
}

/// Whether fzf is installed.
pub fn has_fzf() -> bool {
    Command::new("fzf").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

impl Fzf {
    fn new(clauses: usize) -> Self {
        let texts = corpus::texts(clauses);
        let file = std::env::temp_dir().join(format!("search-bench-{}.txt", std::process::id()));
        let mut out = std::io::BufWriter::new(std::fs::File::create(&file).expect("a file of texts"));
        texts.iter().for_each(|text| writeln!(out, "{text}").expect("room for the texts"));
        Self { texts, file }
    }
}

impl Drop for Fzf {
    fn drop(&mut self) {
        let _gone = std::fs::remove_file(&self.file);
    }
}

impl Contender for Fzf {
    fn key(&self, _query: &str) {}

    fn best(&self, query: &str, many: usize) -> Vec<usize> {
        let input = std::fs::File::open(&self.file).expect("the file of texts");
        let mut fzf = Command::new("fzf");
        fzf.args(["--filter", query]).stdin(input).stdout(Stdio::piped());
        let mut running = fzf.spawn().expect("fzf");
        let lines = BufReader::new(running.stdout.take().expect("its output")).lines();
        let best: Vec<String> = lines.map_while(Result::ok).take(many).collect();
        running.kill().expect("an end");
        running.wait().expect("an end");
        best.iter().filter_map(|line| self.texts.iter().position(|text| text == line)).collect()
    }

    fn text(&self, clause: usize) -> &str {
        self.texts.get(clause).map_or("", String::as_str)
    }

    fn text_bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}
