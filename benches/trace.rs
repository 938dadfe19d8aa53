//! Traces the wording of 450 trade agreements: the result beside known figures, and how long it takes.
//!
//! `cargo bench --bench trace` reads the unpacked files of ToTA in `target/tmp/tota` (the tests unpack them there),
//! or in the folder that ACCORDS_TOTA names. The known figures were computed independently, in Python, from the English
//! texts in signing order.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that fails may stop, and its figures go to standard output"
)]

use accords::data::{self, Meter};
use accords::insight::compare::passage;
use accords::insight::trace::{
    AgreementTrace, Passages, share_of, trace_agreement, trace_clause, trace_draft, without_page_headers,
};
use accords::insight::{Order, clauses_of, items};
use accords::model::{Collection, ItemId, Kind, Part};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    let folder = std::env::var_os("ACCORDS_TOTA")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("tota"), PathBuf::from);
    let Some(collection) = read(&folder) else {
        println!("skipped: no files of ToTA in {}", folder.display());
        return;
    };
    let start = Instant::now();
    let index = Passages::build(&collection);
    println!(
        "index: {:.2} s on {} threads, {} different passages, {:.0} MiB",
        start.elapsed().as_secs_f64(),
        rayon::current_num_threads(),
        index.len(),
        index.bytes() as f64 / f64::from(1 << 20)
    );
    println!(
        "clauses with a word-for-word twin in another agreement: {}; of ten words or more: {} (known: 5,213)",
        index.twins(0),
        index.twins(10)
    );
    let english: Vec<ItemId> = items(&collection, Kind::Agreement, Order::Usual)
        .into_iter()
        .filter(|item| language(&collection, *item) == Some("en"))
        .collect();
    let (traces, times): (Vec<AgreementTrace>, Vec<Duration>) = english
        .iter()
        .map(|item| {
            let start = Instant::now();
            (trace_agreement(&index, &collection, *item).unwrap(), start.elapsed())
        })
        .unzip();
    figures(&collection, &traces);
    relations(&collection, &traces);
    print_times("trace of an agreement", times);
    let clauses = english.iter().flat_map(|item| clauses_of(&collection, *item)).step_by(37);
    let times = clauses.map(|clause| {
        let start = Instant::now();
        trace_clause(&index, &collection, clause).unwrap();
        start.elapsed()
    });
    print_times("trace of a clause", times.collect());
    drafts(&collection, &english);
}

/// How many agreements are traced as drafts: one in every so many, as they are sorted.
const DRAFTS: usize = 10;

/// The share of each as a clean draft, its clauses one after the other, and as it would come from a printer.
fn drafts(collection: &Collection, english: &[ItemId]) {
    println!("drafts: the share of a clean one, and of one wrapped with broken words and page headers");
    let chosen = english.iter().step_by(english.len().div_ceil(DRAFTS));
    let drafts = chosen.map(|item| {
        let title = collection.title(*item).unwrap_or_default();
        let clauses = clauses_of(collection, *item).filter_map(|clause| passage(collection, clause));
        let clean = clauses.collect::<Vec<_>>().join("\n\n");
        let printed = without_page_headers(&printed(&clean, title));
        (title, clean, printed)
    });
    let drafts: Vec<(&str, String, String)> = drafts.collect();
    // One index for all of them; the command builds one for its draft.
    let all = drafts.iter().flat_map(|(_, clean, printed)| [without_page_headers(clean), printed.clone()]);
    let index = Passages::build_for(collection, &all.collect::<Vec<_>>().join("\n\n"), &Meter::default());
    let share = |text: &str| {
        let trace = trace_draft(&index, collection, text);
        share_of(trace.borrowed, trace.passages) * 100.0
    };
    let mut most = 0f64;
    for (title, clean, printed) in &drafts {
        let words = clean.split_whitespace().count();
        let (clean, wrapped) = (share(&without_page_headers(clean)), share(printed));
        most = most.max((clean - wrapped).abs());
        println!("  {clean:5.1} % {wrapped:5.1} %  {words:>6} words  {title}");
    }
    let verdict = if most <= 2.0 { "met" } else { "MISSED" };
    println!("  largest difference: {most:.2} points (at most 2: {verdict})");
}

/// The columns and the lines of a page.
const COLUMNS: usize = 72;
const LINES: usize = 50;

/// The hyphens at the ends of lines, in turn.
const HYPHENS: [char; 4] = ['-', '\u{ad}', '\u{2010}', '\u{2011}'];

/// The text as printed: each line is filled, the last word broken where it ends; a header above each page.
fn printed(text: &str, title: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let room = COLUMNS.saturating_sub(line.chars().count() + 1);
            if word.chars().count() <= room || line.is_empty() {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(word);
                continue;
            }
            let (head, tail) = broken(word, room);
            if !head.is_empty() {
                line.push_str(&format!(" {head}{}", HYPHENS[lines.len() % HYPHENS.len()]));
            }
            lines.push(std::mem::replace(&mut line, tail.to_owned()));
        }
        lines.push(line);
    }
    let pages = lines.chunks(LINES).zip(1..);
    pages.map(|(page, number)| format!("{title} – page {number}\n\n{}\n\n", page.join("\n"))).collect()
}

/// The part of a word that fits in a line with a hyphen, and the rest; at least two letters on each side.
fn broken(word: &str, room: usize) -> (&str, &str) {
    let letters = word.chars().take_while(|c| c.is_alphabetic()).count();
    let fits = room.saturating_sub(1).min(letters.saturating_sub(2));
    let at = word.char_indices().nth(fits).map_or(0, |(at, _)| at);
    if fits < 2 { ("", word) } else { word.split_at(at) }
}

fn read(folder: &Path) -> Option<Collection> {
    let dossiers = data::Loader::new(vec![folder.to_owned()]).open().dossiers;
    Some(Collection::new(dossiers)).filter(|c| !c.dossiers().is_empty())
}

fn language(collection: &Collection, item: ItemId) -> Option<&str> {
    let Part::Agreement(a) = item.part else { return None };
    collection.dossier(item)?.agreement(a)?.language.as_deref()
}

/// The largest share of any one of these earlier agreements.
fn most(trace: &AgreementTrace, of: impl Fn(ItemId) -> bool) -> f64 {
    let from = trace.from.iter().find(|share| of(share.agreement));
    from.map_or(0.0, |share| share_of(share.passages, trace.passages))
}

fn figures(collection: &Collection, traces: &[AgreementTrace]) {
    let signed = |item: ItemId| collection.date(item);
    let mut shares: Vec<f64> = traces.iter().map(|t| share_of(t.borrowed, t.passages)).collect();
    shares.sort_by(f64::total_cmp);
    let middle = (shares[(shares.len() - 1) / 2] + shares[shares.len() / 2]) / 2.0;
    println!("English agreements: {} (known: 424)", traces.len());
    println!("  median share of borrowed passages: {:.1} % (known: 54 %)", middle * 100.0);
    for (least, known) in [(0.5, 137), (0.8, 24)] {
        let found = traces.iter().filter(|trace| most(trace, |_| true) >= least).count();
        let days_before =
            traces.iter().filter(|trace| most(trace, |from| signed(from) < signed(trace.item)) >= least);
        println!(
            "  at least {:.0} % from a single earlier one: {found} (known: {known}); from one signed on an earlier day: {}",
            least * 100.0,
            days_before.count()
        );
    }
}

fn relations(collection: &Collection, traces: &[AgreementTrace]) {
    for (late, early, known) in
        [("Czech Republic - Romania", "Slovak Republic - Romania", 99), ("US - Colombia", "US - Peru", 98)]
    {
        let named = |item: ItemId| collection.title(item).unwrap_or_default().to_owned();
        let Some(trace) = traces.iter().find(|t| named(t.item).starts_with(late)) else { continue };
        let Some(share) = trace.from.iter().find(|s| named(s.agreement).starts_with(early)) else { continue };
        println!(
            "{} from {}: {:.1} % (known: {known} %)",
            named(trace.item),
            named(share.agreement),
            share_of(share.passages, trace.passages) * 100.0
        );
    }
}

fn print_times(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{what}: median {:.2} ms, p99 {:.2} ms, max {:.2} ms, n {}",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
}
