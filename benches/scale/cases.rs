//! The command lines that are measured.

use std::path::{Path, PathBuf};

/// The commands that read nothing that could grow.
pub const CONSTANT: [&str; 8] = ["new", "keys", "config", "schema", "completions", "man", "help", "searches"];

/// The formats of an export.
const EXPORTS: [&str; 7] = ["markdown", "csv", "xlsx", "json", "akoma-ntoso", "calendar", "html"];

/// The list of topics that comes with the program.
const TOPICS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/topics.toml");

/// A command line.
pub struct Case {
    /// The command; empty for none.
    pub command: &'static str,
    /// What the row is called.
    pub name: String,
    /// All arguments.
    pub arguments: Vec<String>,
    /// The file that is standard input.
    pub input: Option<PathBuf>,
}

impl Case {
    /// A command with arguments, the first being the command, and the folder or file that it reads.
    pub fn new(command: &'static str, arguments: &[&str], reads: &Path) -> Self {
        let own = command.split_whitespace().chain(arguments.iter().copied());
        let shown: Vec<&str> = own.clone().map(|word| word.get(..16).unwrap_or(word)).collect();
        let arguments = own.map(str::to_owned).chain([reads.to_string_lossy().into_owned()]);
        Self { command, name: shown.join(" "), arguments: arguments.collect(), input: None }
    }
}

/// Every command that reads dossiers, on a dossier whose agreements are `a0`, `a1` … and whose clauses `c0`, `c1` …
pub fn of_dossier(path: &Path, _: usize) -> Vec<Case> {
    let case = |command, arguments: &[&str]| Case::new(command, arguments, path);
    // These write the file that they are given; from standard input they write to standard output.
    let given = |command, arguments: &[&str]| Case {
        input: Some(path.join("dossier.json")),
        ..Case::new(command, arguments, Path::new("-"))
    };
    let mut cases = vec![
        case("check", &[]),
        case("search", &["energy trade"]),
        case("search", &["the", "--format", "json"]),
        case("show", &["d/a0.c1"]),
        case("show", &["d/a0"]),
        case("show", &["d/trade"]),
        case("outline", &["d/a0"]),
        case("cite", &["d/a0.c1"]),
        case("cite", &["d/a0", "--style", "bibtex"]),
        case("coverage", &[]),
        Case { name: "coverage --topics".to_owned(), ..case("coverage", &["--topics", TOPICS]) },
        case("trace", &["d/a0.c1"]),
        case("trace", &["d/a0"]),
        case("compare", &["d/a0.c1", "d/a0"]),
        case("import", &["-o", "-"]),
        case("marks", &[]),
        Case { name: "diff".to_owned(), ..case("diff", &[&path.to_string_lossy()]) },
        given("fmt", &[]),
        given("add", &["source", "--title", "T", "--publisher", "P", "--kind", "news"]),
        case("map", &[]),
        case("network", &[]),
    ];
    for list in
        ["timeline", "clauses", "agreements", "sectors", "memberships", "disputes", "sources", "follow-up"]
    {
        cases.push(case(list, &[]));
    }
    cases.push(case("clauses", &["--format", "json"]));
    cases.push(case("timeline", &["--where", "energy"]));
    for form in EXPORTS.iter().filter(|form| !["xlsx", "akoma-ntoso"].contains(form)) {
        cases.push(case("export", &["--to", form]));
    }
    let (sheet, document) = (path.with_extension("xlsx"), path.with_extension("xml"));
    cases.push(case("export", &["--to", "xlsx", "--force", "-o", &sheet.to_string_lossy()]));
    cases.push(case("export", &["--to", "akoma-ntoso", "--force", "-o", &document.to_string_lossy()]));
    cases.push(case("export", &["--to", "markdown", "--only", "d/a0"]));
    cases
}
