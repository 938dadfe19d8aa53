//! The most memory of commands on files that hold as many things as fit in a few megabytes: four times the file and 64 MB, or what
//! SECURITY.md names.

use super::{Row, Trial};
use crate::Result;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What every command may take beside its input, in megabytes.
const BESIDE: f64 = 64.0;

/// A file and a command.
struct Case {
    file: &'static str,
    content: fn() -> String,
    /// The arguments; `@` is the file.
    arguments: &'static [&'static str],
    /// How many times its input it may take.
    times: f64,
}

/// How much is repeated: files of 2 to 4 MB, since a debug build is slow.
const MANY: usize = 40_000;

fn many(item: impl Fn(usize) -> String, between: &str) -> String {
    (0..MANY).map(item).collect::<Vec<_>>().join(between)
}

const CASES: [Case; 7] = [
    Case { file: "members.json", content: members, arguments: &["check", "@"], times: 16.0 },
    Case { file: "members.json", content: members, arguments: &["memberships", "@"], times: 16.0 },
    Case {
        file: "long.txt",
        content: || "the parties shall cooperate ".repeat(4 * MANY),
        arguments: &["import", "@", "-o", "-"],
        times: 5.0,
    },
    Case {
        file: "short.txt",
        content: || many(|at| format!("{at}. a\n{at}. b\n{at}. c"), "\n"),
        arguments: &["check", "@"],
        times: 16.0,
    },
    Case { file: "articles.xml", content: akoma_ntoso, arguments: &["check", "@"], times: 20.0 },
    Case { file: "articles.xml", content: akoma_ntoso, arguments: &["import", "@", "-o", "-"], times: 32.0 },
    Case {
        file: "rows.csv",
        content: || {
            let row = |at| format!("Treaty {at},\"Germany; Poland\",2001-11-16");
            format!("title,parties,signed\n{}\n", many(row, "\n"))
        },
        arguments: &["import", "@", "-o", "-"],
        times: 40.0,
    },
];

fn members() -> String {
    let party = |at| format!(r#"{{"id":"P{at}","kind":"state","name":"S{at}"}}"#);
    let member = |at| format!(r#"{{"party":"P{at}","status":"member","since":"1990"}}"#);
    let (parties, members) = (many(party, ","), many(member, ","));
    let organisation = format!(r#"{{"id":"o","name":"O","memberships":[{members}]}}"#);
    format!(
        r#"{{"format":"accords/1","id":"d","title":"D","parties":[{parties}],"organisations":[{organisation}]}}"#
    )
}

fn akoma_ntoso() -> String {
    let articles = many(|_| "<article><num>1</num></article>".repeat(2), "");
    let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    format!("<akomaNtoso xmlns=\"{namespace}\"><act><meta/><body>{articles}</body></act></akomaNtoso>")
}

/// The rows of this part; Linux alone tells the most memory of a process.
///
/// # Errors
/// The program does not run.
pub fn rows(trial: &Trial) -> Result<Vec<Row>> {
    let name = "memory on files of very many things";
    if !cfg!(target_os = "linux") {
        return Ok(vec![Row::skipped(name, "the system does not tell it")]);
    }
    let folder = std::env::temp_dir().join("accords-trust/memory");
    std::fs::create_dir_all(&folder)?;
    let (mut is_kept, mut figures) = (true, Vec::new());
    for case in &CASES {
        std::fs::write(folder.join(case.file), (case.content)())?;
        let size = std::fs::metadata(folder.join(case.file))?.len() as f64 / 1e6;
        let peak = peak(trial, case, &folder)?;
        is_kept &= peak <= case.times * size + BESIDE;
        figures.push(format!("{} {}: {peak:.0} MB of {size:.1}", case.arguments[0], case.file));
    }
    Ok(vec![Row::new(name, is_kept, figures.join(", "))])
}

/// The most memory that a run holds, in megabytes, as seen every millisecond.
fn peak(trial: &Trial, case: &Case, folder: &Path) -> Result<f64> {
    let arguments = case.arguments.iter().map(|word| if *word == "@" { case.file } else { word });
    let mut child = Command::new(&trial.program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    while child.try_wait()?.is_none() {
        let about = std::fs::read_to_string(&status).unwrap_or_default();
        let line = about.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0.0) * 1024.0 / 1e6);
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(peak)
}
