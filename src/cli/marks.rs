//! `accords marks`: what was marked in the explorer, with its notes; listed, exported, added to.

use super::file::write_to;
use super::input::{DataArgs, open};
use super::output::{PrintArgs, no_file, only_first};
use super::signals::leave_no_files;
use super::tell::complain;
use crate::data::personal::{Current, Marks, change, read, where_it_is};
use crate::data::{DEFAULT_MAX_SIZE, Problem, read_text};
use crate::error::Error;
use crate::explore::Memory;
use crate::model::{Collection, ItemId};
use crate::report::{FileForm, MarksReport, Selection};
use crate::text::count;
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
The marks are in ~/.local/state/accords/marks.json, or in $XDG_STATE_HOME/accords.
In the explorer, space marks, A writes a note, L lists them.

Examples:
  accords marks
  accords marks --format csv
  accords marks --to html -o marked.html";

/// Options of the marks.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct MarksArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Only those in this collection
    #[arg(long, value_name = "NAME")]
    collection: Option<String>,
    /// Add the marks of another such file, with their notes and collections; none of your own is lost
    #[arg(long, value_name = "FILE", conflicts_with_all = ["collection", "to"])]
    import: Option<PathBuf>,
    /// Write the marked items themselves instead, as accords export does; those that are not open are left out
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with_all = ["format", "json", "limit"])]
    to: Option<FileForm>,
    #[command(flatten)]
    print: PrintArgs,
}

pub(super) fn run(args: &MarksArgs) -> Result<u8, Error> {
    let file = Memory::of_person().marks().map_err(Error::File)?;
    if let Some(other) = &args.import {
        return import(&file, other);
    }
    let Current { value: marks, damaged } = read::<Marks>(&file).map_err(Error::File)?;
    damaged.iter().for_each(|problem| complain(&problem.to_string()));
    let (collection, code) = open(&args.data)?;
    let report = MarksReport::new(&marks, &collection, args.collection.as_deref());
    match (&args.collection, report.marks.is_empty()) {
        (Some(name), true) => {
            complain(&no_collection(&marks, name));
            return Ok(1);
        }
        (None, true) => complain("nothing is marked yet; in the explorer, space marks and A writes a note"),
        _ => {}
    }
    match args.to {
        Some(form) => export(args, form, &collection, &report, code),
        None => {
            let mut report = report;
            let all = report.marks.len();
            report.marks.truncate(args.print.most());
            let note = only_first(report.marks.len(), all);
            args.print.report(&report, note)?;
            Ok(code)
        }
    }
}

fn no_collection(marks: &Marks, name: &str) -> String {
    let known: Vec<&str> = marks.collections().into_iter().collect();
    match known.as_slice() {
        [] => format!("no collection is named {name}; there are none yet"),
        known => format!("no collection is named {name}; there are {}", known.join(", ")),
    }
}

/// Adds the marks of another file.
fn import(file: &Path, other: &Path) -> Result<u8, Error> {
    let text = read_text(other, DEFAULT_MAX_SIZE).map_err(Error::File)?;
    // The file itself, or what accords marks --json prints of it.
    let listed = match text.trim_start().starts_with('[') {
        true => serde_json::from_str(&text).map(|marks| Marks { marks }),
        false => serde_json::from_str(&text),
    };
    let others: Marks = listed.map_err(|error| {
        let (what, place) = where_it_is(&error);
        let words = format!("is neither a marks.json nor what accords marks --json prints: {what}");
        Error::File(Problem { place, ..Problem::of_file(other, words) })
    })?;
    let added = others.marks.len();
    leave_no_files();
    let Current { value, damaged } =
        change(file, |marks: &mut Marks| marks.add(others)).map_err(Error::File)?;
    damaged.iter().for_each(|problem| complain(&problem.to_string()));
    let (added, all) = (count(added, "mark", "marks"), count(value.marks.len(), "mark", "marks"));
    writeln!(io::stdout(), "{added} read; there are {all} now")?;
    Ok(0)
}

/// Writes the marked items as a file of the export.
fn export(
    args: &MarksArgs,
    form: FileForm,
    collection: &Collection,
    report: &MarksReport<'_>,
    code: u8,
) -> Result<u8, Error> {
    let items: Vec<ItemId> =
        report.marks.iter().filter_map(|(mark, _)| collection.find(&mark.address)).collect();
    let left_out = report.marks.len() - items.len();
    if left_out > 0 {
        complain(&format!("{} not in what is open; left out", count(left_out, "mark is", "marks are")));
    }
    let output = &args.print.output;
    if form.is_binary() && output.file().is_none() {
        return Err(no_file(form.word()));
    }
    let selection = Selection::only(collection, items);
    if let Some(refusal) = form.refusal(&selection) {
        return Err(Error::Selection(refusal));
    }
    let notes = write_to(output.file(), output.existing(), |out| form.write(&selection, out))?;
    notes.iter().for_each(|note| complain(note));
    Ok(code)
}
