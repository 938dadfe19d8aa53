//! What is wrong with files, for programs.

use super::table::escaped;
use crate::data::Problem;
use crate::text;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// A problem as JSON has it; a place that is not known is null.
#[derive(Serialize)]
struct Record<'a> {
    file: Cow<'a, str>,
    severity: &'static str,
    line: Option<usize>,
    column: Option<usize>,
    path: Option<&'a str>,
    message: &'a str,
}

/// Writes problems as a JSON array.
///
/// # Errors
/// What the writer returns.
pub fn problems_json(problems: &[Problem], out: &mut impl Write) -> io::Result<()> {
    let record = |problem: &'_ Problem| {
        serde_json::to_value(Record {
            file: problem.file.to_string_lossy(),
            severity: problem.severity.word(),
            line: problem.place.map(|(line, _)| line),
            column: problem.place.map(|(_, column)| column),
            path: problem.path.as_deref(),
            message: &problem.message,
        })
    };
    let records = problems.iter().map(record).collect::<Result<Vec<_>, _>>()?;
    writeln!(out, "{}", escaped(&serde_json::to_string_pretty(&records)?))
}

/// Writes problems as commands of GitHub Actions, which shows them beside the lines they are about.
///
/// # Errors
/// What the writer returns.
pub fn problems_github(problems: &[Problem], out: &mut impl Write) -> io::Result<()> {
    for problem in problems {
        let mut about = vec![format!("file={}", property(&problem.file.to_string_lossy()))];
        about.extend(problem.place.map(|(line, column)| format!("line={line},col={column}")));
        let path = problem.path.as_ref().map(|path| format!("{path}: ")).unwrap_or_default();
        let message = data(&format!("{path}{}", problem.message));
        writeln!(out, "::{} {}::{message}", problem.severity.word(), about.join(","))?;
    }
    Ok(())
}

/// A message in which nothing ends the command.
fn data(words: &str) -> String {
    text::shown(words).replace('%', "%25")
}

/// A value in which nothing ends it.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

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
        problems_json(&[problem], &mut out).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!((read[0]["line"].as_u64(), read[0]["path"].is_null()), (Some(3), true));
        assert_eq!(read[0]["file"], "a,b:c\n%.json");
    }
}
