//! The problems of the files.

use super::panel::{Backdrop, Panel, inner_width};
use crate::data::Problem;
use crate::explore::layout::Layout;
use crate::explore::mode::Mode;
use crate::text::wrapped;
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

/// The problems, wrapped into lines.
pub fn problem_lines(problems: &[Problem], layout: Layout) -> Vec<ProblemLine> {
    let width = inner_width(layout).saturating_sub(2);
    let mut lines = Vec::new();
    for problem in problems {
        let words = problem.to_string();
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
