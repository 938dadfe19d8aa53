//! The problems of the files.

use super::panel::{Backdrop, Panel, inner_width};
use crate::data::Problem;
use crate::explore::layout::Layout;
use crate::explore::mode::Mode;
use crate::text::{count, wrapped};
use std::borrow::Cow;

/// The problems of the files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Warnings {
    /// The first line in view.
    pub first: usize,
}

/// A line of a problem.
pub struct ProblemLine {
    /// Whether it is the first line of its problem.
    pub begins: bool,
    /// Its text.
    pub words: String,
}

/// The most problems that are listed, so that a key takes no longer if there are more.
const MOST: usize = 1_000;

/// The problems, wrapped into lines; of very many the first, with a line that says how many more there are.
pub fn problem_lines(problems: &[Problem], layout: Layout) -> Vec<ProblemLine> {
    let width = inner_width(layout).saturating_sub(2);
    let left_out = problems.len().saturating_sub(MOST);
    let more =
        || format!("{}; accords check lists them all", count(left_out, "more problem", "more problems"));
    let listed = problems.iter().take(MOST).map(Problem::to_string);
    let mut lines = Vec::new();
    for words in listed.chain((left_out > 0).then(more)) {
        let of_problem = wrapped(&words, width).enumerate();
        lines.extend(of_problem.map(|(i, line)| ProblemLine { begins: i == 0, words: line.to_owned() }));
    }
    lines
}

impl Panel for Warnings {
    fn title(&self) -> Cow<'_, str> {
        "File problems".into()
    }

    fn mode(&self) -> Mode {
        Mode::Report
    }

    fn rows(&self, backdrop: &Backdrop<'_>) -> usize {
        problem_lines(backdrop.problems, backdrop.layout).len()
    }

    fn position(&mut self) -> &mut usize {
        &mut self.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn of_very_many_problems_the_first_are_listed_and_the_others_counted() {
        let problem = Problem::of_file(Path::new("a.json"), "is not JSON".to_owned());
        let problems = vec![problem; MOST + 2];
        let lines = problem_lines(&problems, Layout::new(80, 24));
        let last = lines.iter().rev().find(|line| line.begins).unwrap();
        assert!(last.words.starts_with("2 more problems"), "{}", last.words);
        assert_eq!(lines.iter().filter(|line| line.begins).count(), MOST + 1);
    }
}
