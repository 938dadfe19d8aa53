//! Runs of articles: what is found in a document before anyone knows which text each belongs to.

use super::candidates;
use super::chain::{self, Candidate};
use super::learned;
use super::marks::{Mark, marks};
use super::number::Number;
use super::print::Line;

/// What the headings of a document are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Articles.
    Article,
    /// Numbered points, as declarations have them.
    Point,
    /// Nothing is numbered.
    Paragraph,
}

/// The heading of an article or point.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The place of its line.
    pub(super) line: usize,
    /// Where its text begins in the line.
    pub(super) rest: usize,
    pub(super) number: Number,
    /// Whether the number was not read but follows from the order.
    pub(super) is_assumed: bool,
    /// Whether its heading is damaged in print, though the number could be read.
    pub(super) is_spoilt: bool,
    /// The word of the heading, folded.
    pub(super) word: String,
}

/// Everything that is marked in a document.
pub(super) struct Found {
    pub(super) unit: Unit,
    /// Runs of headings, each counting up.
    pub(super) runs: Vec<Vec<Start>>,
    /// Parts, annexes and closing formulas, by line.
    pub(super) marks: Vec<(usize, Mark)>,
    /// How many headings of a table of contents were left out.
    pub(super) contents: usize,
    /// Headings with the number of the article before or after them, by line.
    pub(super) repeats: Vec<(usize, Number)>,
}

/// Finds the headings of a document.
pub(super) fn find(lines: &[Line]) -> Found {
    let candidates = candidates::articles(lines);
    let first = candidates.first().map_or(usize::MAX, |candidate| candidate.line);
    let mut marks = marks(lines);
    let is_restart = |(line, mark): &&(usize, Mark)| *mark == Mark::Annex && *line > first;
    let restarts: Vec<usize> = marks.iter().filter(is_restart).map(|(line, _)| *line).collect();
    let mut starts = chained(&candidates, &restarts);
    if starts.len() < 3 {
        let learned = learned::learned(lines);
        if learned.len() > starts.len() {
            starts = chained(&learned, &restarts);
        }
    }
    let mut unit = Unit::Article;
    if starts.len() < 2 {
        let points = chained(&candidates::points(lines), &[]);
        if points.len() >= 3 && points.len() > starts.len() {
            (unit, starts) = (Unit::Point, points);
        }
    }
    if starts.is_empty() {
        unit = Unit::Paragraph;
    }
    let repeats = if unit == Unit::Article { repeats(&candidates, &starts) } else { Vec::new() };
    // Before the first article, an annex or a closing formula is only spoken of.
    let first = starts.first().map_or(usize::MAX, |start| start.line);
    marks.retain(|(line, mark)| *line > first || *mark == Mark::Division);
    let (runs, contents) = without_contents(in_runs(starts), lines);
    Found { unit, runs, marks, contents, repeats }
}

fn chained(candidates: &[Candidate], restarts: &[usize]) -> Vec<Start> {
    let start = |link: chain::Link| {
        let candidate = candidates.get(link.candidate)?;
        Some(Start {
            line: candidate.line,
            rest: candidate.rest,
            number: link.number,
            is_assumed: link.is_assumed,
            is_spoilt: candidate.is_spoilt,
            word: candidate.word.clone(),
        })
    };
    chain::best(candidates, restarts).into_iter().filter_map(start).collect()
}

/// The candidates that were not taken because their number is that of the heading before or after them.
fn repeats(candidates: &[Candidate], starts: &[Start]) -> Vec<(usize, Number)> {
    let repeated = |candidate: &Candidate| {
        let number = candidate.number.as_ref().filter(|_| candidate.weight >= 1.0)?;
        let after = starts.partition_point(|start| start.line < candidate.line);
        let (before, next) = (after.checked_sub(1).and_then(|at| starts.get(at)), starts.get(after));
        if next.is_some_and(|next| next.line == candidate.line) {
            return None;
        }
        let is_same =
            |start: &Start| start.number == *number && start.word == candidate.word && !start.is_assumed;
        let is_repeated = before.into_iter().chain(next).any(is_same);
        is_repeated.then(|| (candidate.line, number.clone()))
    };
    candidates.iter().filter_map(repeated).collect()
}

/// Runs of what counts up. A chapter after the annex of the one before it goes on with the run that the annex interrupted.
fn in_runs(starts: Vec<Start>) -> Vec<Vec<Start>> {
    let mut runs: Vec<Vec<Start>> = Vec::new();
    for start in starts {
        let goes_on =
            |run: &&mut Vec<Start>| run.last().is_some_and(|last| start.number.is_after(&last.number));
        let in_chapters = start.number.within.is_some();
        let reach = if in_chapters { runs.len() } else { 1 };
        match runs.iter_mut().rev().take(reach).find(goes_on) {
            Some(run) => run.push(start),
            None => runs.push(vec![start]),
        }
    }
    runs
}

/// Leaves out runs with hardly any text that are repeated by the next: tables of contents.
fn without_contents(mut runs: Vec<Vec<Start>>, lines: &[Line]) -> (Vec<Vec<Start>>, usize) {
    let mut left_out = 0;
    while let [first, second, ..] = runs.as_slice() {
        let same = first.len() >= 3 && second.len() * 10 >= first.len() * 6;
        if !same || body(first, lines) * 3 >= body(second, lines).max(1) {
            break;
        }
        left_out += first.len();
        runs.remove(0);
    }
    (runs, left_out)
}

/// The median length of the texts between the headings of a run, in bytes.
fn body(run: &[Start], lines: &[Line]) -> usize {
    let between = |pair: &[Start]| match pair {
        [one, next] => {
            lines.get(one.line..next.line).unwrap_or_default().iter().map(|line| line.text.len()).sum()
        }
        _ => 0,
    };
    let mut lengths: Vec<usize> = run.windows(2).map(between).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().unwrap_or(0)
}

/// How many headings follow the one before them in unbroken order, the first of each run included if it is 1.
pub(super) fn in_order(runs: &[Vec<Start>]) -> usize {
    let count = |run: &Vec<Start>| {
        let first = run.first().is_some_and(|start| start.number.is_first() && !start.is_assumed);
        let steps = run.windows(2).filter(|pair| match pair {
            [one, next] => !next.is_assumed && next.number.is_next_of(&one.number),
            _ => false,
        });
        usize::from(first) + steps.count()
    };
    runs.iter().map(count).sum()
}
