//! What is wrong with files.

use crate::data::{Problem, Severity};
use crate::report::forms::{Columns, Datum, Report, Sheet, TextWriter};
use crate::text;
use std::io::{self, Write};

/// What is wrong with some files: for programs the problems, for people also which files have none.
pub struct ProblemReport<'a> {
    /// The files in their order, each with how many problems it has.
    pub files: &'a [(String, usize)],
    /// The problems of the files, or the first of them.
    pub problems: &'a [Problem],
}

impl Report for ProblemReport<'_> {
    fn sheet(&self) -> Sheet<'_> {
        Sheet::new(columns(), self.problems.len(), |at| self.problems.get(at))
    }

    fn text(&self, out: &mut TextWriter<'_>) -> io::Result<()> {
        let mut problems = self.problems;
        for (file, held) in self.files {
            let (own, rest) = problems.split_at(problems.len().min(*held));
            own.iter().try_for_each(|problem| writeln!(out, "{problem}"))?;
            if *held == 0 {
                writeln!(out, "{}: no problems", text::shown(file))?;
            }
            problems = rest;
        }
        Ok(())
    }
}

pub(super) fn columns<'a>() -> Columns<'a, &'a Problem> {
    Columns::<&'a Problem>::new()
        .column("file", "the file as it was named on the command line", |problem| {
            Datum::Text(problem.file.to_string_lossy())
        })
        .column(
            "severity",
            "error, which keeps the file out, warning, or lint of the strict check",
            |problem| problem.severity.word(),
        )
        .column("line", "the line, from 1; absent for a problem of the whole file", |problem| {
            problem.place.map(|(line, _)| line)
        })
        .column("column", "the column, from 1", |problem| problem.place.map(|(_, column)| column))
        .column("path", "the path of the value in the file", |problem| problem.path.as_deref())
        .column("message", "what is wrong, and what to do", |problem| problem.message.as_str())
}

/// Writes problems as commands of GitHub Actions, which shows them beside the lines they are about.
///
/// # Errors
/// What the writer returns.
pub fn problems_github(problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let mut about = vec![format!("file={}", property(&problem.file.to_string_lossy()))];
        about.extend(problem.place.map(|(line, column)| format!("line={line},col={column}")));
        let path = problem.path.as_ref().map(|path| format!("{path}: ")).unwrap_or_default();
        let message = data(&format!("{path}{}", problem.message));
        let command = match problem.severity {
            Severity::Lint => "notice",
            other => other.word(),
        };
        writeln!(out, "::{command} {}::{message}", about.join(","))?;
    }
    Ok(())
}

/// A message that cannot end the command.
fn data(words: &str) -> String {
    text::shown(words).replace('%', "%25")
}

/// A property that cannot end itself.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Format, TextLook};

    #[test]
    fn a_problem_stays_on_its_line() {
        let place = Some((3, 7));
        let problem = Problem { place, ..Problem::of_file("a,b:c\n%.json", "is 100 %\n::error::x") };
        let mut out = Vec::new();
        problems_github(std::slice::from_ref(&problem), &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "::error file=a%2Cb%3Ac␊%25.json,line=3,col=7::is 100 %25␊::error::x\n"
        );
        let mut out = Vec::new();
        let report = ProblemReport { files: &[], problems: &[problem] };
        Format::Json.write(&report, TextLook::default(), &mut out).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!((read[0]["line"].as_u64(), read[0]["path"].is_null()), (Some(3), true));
        assert_eq!(read[0]["file"], "a,b:c\n%.json");
    }
}
