//! Hostile files through every command: none panics, hangs, or lets a byte through that commands a terminal.

use super::commands::lines;
use super::{Row, Trial};
use crate::Result;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A run that takes longer hangs; a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(60);

/// A file that tries everything at once, for where no others are.
const NASTY: &str = r#"{"format": "accords/1", "id": "hostile", "title": "@", "parties": [{"id": "AAA", "kind": "state", "name": "@"}],
 "agreements": [{"id": "a", "title": "@", "place": "@", "summary": "@", "parties": ["AAA"],
   "clauses": [{"id": "c", "number": "@", "heading": "@", "text": "@", "wording": "official"}]}],
 "events": [{"id": "e", "date": "2020", "title": "@", "summary": "@", "kind": "visit"}]}"#;

/// What it holds: terminal commands, turned letters, formulas, markup.
const ATTACK: &str =
    r"=1+1|cmd\u001b]52;c;eA==\u0007\u001b[2J\u009b2J\u202e\u200b\u0007\b\n- *x* <script> | `";

#[derive(Default)]
struct Tally {
    runs: usize,
    ended_badly: Vec<String>,
    bytes_through: usize,
}

/// The rows of this part.
///
/// # Errors
/// The program does not run.
pub fn rows(trial: &Trial) -> Result<Vec<Row>> {
    let own = std::env::temp_dir().join("accords-trust");
    std::fs::create_dir_all(&own)?;
    std::fs::write(own.join("nasty.json"), NASTY.replace('@', ATTACK))?;
    let mut files = vec![own.join("nasty.json")];
    let given = trial.root.join("../shared/hostile");
    collect(&given, &mut files)?;
    let mut tally = Tally::default();
    for (place, file) in files.iter().enumerate() {
        let lines = lines(&trial.program, &file.to_string_lossy())?;
        // The short form gives each file to some of the commands, in turn, and the first to all.
        let step = if trial.is_long || place == 0 { 1 } else { 6 };
        for line in lines.iter().skip(place % step).step_by(step) {
            try_line(trial, line, &mut tally)?;
        }
    }
    for bad in &tally.ended_badly {
        println!("         {bad}");
    }
    let name = format!("{} hostile files through the commands", files.len());
    let figures = format!(
        "{} runs, {} panics or hangs, {} bytes through",
        tally.runs,
        tally.ended_badly.len(),
        tally.bytes_through
    );
    Ok(vec![Row::new(name, tally.ended_badly.is_empty() && tally.bytes_through == 0, figures)])
}

/// The files of a folder and its subfolders, in order; none if it is not there.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    let mut entries: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}

fn try_line(trial: &Trial, line: &[String], tally: &mut Tally) -> Result<()> {
    let mut child = Command::new(&trial.program)
        .args(line)
        .env("XDG_STATE_HOME", std::env::temp_dir().join("accords-trust/state"))
        .env("XDG_CONFIG_HOME", std::env::temp_dir().join("accords-trust/config"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (mut out, mut errors) =
        (child.stdout.take().ok_or("no pipe")?, child.stderr.take().ok_or("no pipe")?);
    let read = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        out.read_to_end(&mut bytes).map(|_| bytes)
    });
    let read_errors = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        errors.read_to_end(&mut bytes).map(|_| bytes)
    });
    let begin = Instant::now();
    let code = loop {
        if let Some(status) = child.try_wait()? {
            break status.code();
        }
        if begin.elapsed() > LONGEST {
            child.kill()?;
            break None;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    tally.runs += 1;
    if !matches!(code, Some(0..=2)) {
        tally.ended_badly.push(format!("{code:?}: {}", line.join(" ")));
    }
    for bytes in [read.join(), read_errors.join()] {
        let bytes = bytes.map_err(|_| "a reader panicked")??;
        let through = String::from_utf8_lossy(&bytes).chars().filter(|c| is_command(*c)).count();
        if through > 0 {
            println!("         {through} through: {}", line.join(" "));
        }
        tally.bytes_through += through;
    }
    Ok(())
}

/// Whether a terminal may obey a character, or show letters in another order for it. Formats of lines have CR and LF.
fn is_command(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
