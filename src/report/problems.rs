//! What is wrong with files, for programs.

use super::table::{Cell, Column, Table};
use crate::data::Problem;
use crate::text;
use std::io::{self, Write};

/// The columns of [`problem_table`].
pub const PROBLEM_COLUMNS: [Column; 6] = [
    Column::new("file", "the file as it was named"),
    Column::new("severity", "error, which keeps the file out, or warning"),
    Column::new("line", "the line, from 1; absent where the whole file is meant"),
    Column::new("column", "the column, from 1"),
    Column::new("path", "the path of the value in the document"),
    Column::new("message", "what is wrong, and what to do"),
];

/// Problems as a table.
pub fn problem_table(problems: &[Problem]) -> Table<'_> {
    Table::new(&PROBLEM_COLUMNS, problems.len(), move |at| {
        let problem = problems.get(at)?;
        let number = |of: fn((usize, usize)) -> usize| {
            problem.place.map_or(Cell::Absent, |place| Cell::Number(of(place)))
        };
        Some(vec![
            Cell::Text(problem.file.to_string_lossy()),
            Cell::Text(problem.severity.word().into()),
            number(|(line, _)| line),
            number(|(_, column)| column),
            Cell::text(problem.path.as_deref()),
            Cell::text(Some(&problem.message)),
        ])
    })
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
        let look = TextLook { columns: None, style: None };
        problem_table(&[problem]).write(Format::Json, look, &mut out).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!((read[0]["line"].as_u64(), read[0]["path"].is_null()), (Some(3), true));
        assert_eq!(read[0]["file"], "a,b:c\n%.json");
    }
}
