//! What a hostile or an unusual file may hold very many of.

use crate::cases::Case;
use crate::corpus::Generator;
use crate::dossier::{Plan, agreement_of, clause_of, head};
use crate::shapes::Shape;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A sixty-fourth, a sixteenth, a quarter, and all of a number.
const fn up_to(most: usize) -> [usize; 4] {
    [most / 64, most / 16, most / 4, most]
}

/// Every edge.
pub fn all() -> Vec<Shape> {
    let shape = |name, about, most, write, cases| Shape { name, about, sizes: up_to(most), write, cases };
    vec![
        shape("pair", "two agreements of n clauses, one an edited copy", 64_000, pair, |path, _| {
            vec![Case::new("compare", &["d/a0", "d/a1"], path), Case::new("trace", &["d/a1"], path)]
        }),
        shape("parties", "n parties of one agreement", 100_000, parties, |path, _| {
            let case = |command, arguments: &[&str]| Case::new(command, arguments, path);
            vec![
                case("check", &[]),
                case("show", &["d/a0"]),
                case("agreements", &[]),
                case("cite", &["d/a0"]),
                case("coverage", &[]),
                case("export", &["--to", "markdown"]),
                case("export", &["--to", "html"]),
                case("export", &["--to", "csv"]),
            ]
        }),
        shape("references", "one clause with n references", 20_000, references, |path, _| {
            let case = |command, arguments: &[&str]| Case::new(command, arguments, path);
            vec![
                case("show", &["d/a1.c0"]),
                case("export", &["--to", "markdown"]),
                case("export", &["--to", "html"]),
                case("trace", &["d/a1.c0"]),
                case("cite", &["d/a1.c0"]),
            ]
        }),
        shape("follow-up", "n events that carry out one clause", 400_000, one_clause, |path, _| {
            let case = |command, arguments: &[&str]| Case::new(command, arguments, path);
            vec![
                case("check", &[]),
                case("show", &["d/a0.c0"]),
                case("show", &["d/a0"]),
                case("follow-up", &[]),
                case("timeline", &[]),
                case("sectors", &[]),
                case("export", &["--to", "markdown"]),
                case("export", &["--to", "html"]),
            ]
        }),
        shape("topics", "n agreements without sectors, and n/6 topics", 30_000, topics, |path, _| {
            let (topics, dossiers) = (path.join("topics.txt"), path.join("dossier.json"));
            let topics = topics.to_string_lossy().into_owned();
            let mut cases = vec![
                Case::new("coverage", &["--limit", "20", "--topics", &topics], &dossiers),
                Case::new("coverage", &["--limit", "20", "--format", "csv", "--topics", &topics], &dossiers),
            ];
            cases
                .iter_mut()
                .zip(["coverage", "coverage, as CSV"])
                .for_each(|(case, name)| case.name = name.to_owned());
            cases
        }),
        shape("phrases", "a query of n phrases on 64,000 clauses", 64, phrases, |path, n| {
            let query = "\"the of\" ".repeat(n);
            vec![
                Case { name: "search".to_owned(), ..Case::new("search", &[&query], path) },
                Case {
                    name: "clauses --where".to_owned(),
                    ..Case::new("clauses", &["--where", &query], path)
                },
            ]
        }),
        shape("texts", "two documents of n kB", 4_608, texts, |path, _| {
            let (left, right) = (path.join("left.txt"), path.join("right.txt"));
            let left = left.to_string_lossy().into_owned();
            vec![
                Case { name: "compare".to_owned(), ..Case::new("compare", &[&left], &right) },
                Case { name: "trace --draft".to_owned(), ..Case::new("trace", &["--draft", &left], &right) },
                Case::new("import", &["-o", "-"], path),
            ]
        }),
        shape(
            "draft",
            "a draft of one sentence n times, and n/10 agreements with it",
            30_000,
            draft,
            |path, _| {
                let draft = path.join("draft.txt").to_string_lossy().into_owned();
                let dossier = path.join("dossier.json");
                vec![Case {
                    name: "trace --draft".to_owned(),
                    ..Case::new("trace", &["--draft", &draft], &dossier)
                }]
            },
        ),
        shape("memberships", "an organisation with n members", 100_000, memberships, |path, _| {
            let (table, dossier) = (path.join("members.csv"), path.join("dossier.json"));
            let table = table.to_string_lossy().into_owned();
            vec![
                Case::new("check", &[], &dossier),
                Case::new("memberships", &[], &dossier),
                Case::new("show", &["d/o"], &dossier),
                Case::new("export", &["--to", "html"], &dossier),
                Case {
                    name: "overlap".to_owned(),
                    ..Case::new("overlap", &["AZE", "--memberships", &table], Path::new("KGZ"))
                },
            ]
        }),
        shape("table", "a table of n rows", 100_000, table, |path, _| {
            vec![
                Case::new("import", &["-o", "-"], path),
                Case::new("check", &[], path),
                Case::new("agreements", &[], path),
            ]
        }),
        shape("line", "a session without a screen, of one line of n kB", 64_000, line, |path, _| {
            let input = Some(path.join("line.txt"));
            vec![Case {
                command: "",
                name: "--plain".to_owned(),
                arguments: vec!["--plain".to_owned()],
                input,
            }]
        }),
    ]
}

fn save(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

fn pair(folder: &Path, n: usize) {
    let mut generator = Generator::default();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for clause in 0..n {
        let line = generator.line();
        left.push(clause_of(clause, line.heading, &line.text));
        if clause % 50 != 7 {
            let text = if clause % 3 == 0 { line.text.replace(" the ", " any ") } else { line.text };
            right.push(clause_of(clause, line.heading, &text));
        }
    }
    let agreements = [agreement_of(0, "", &left.join(",")), agreement_of(1, "", &right.join(","))].join(",");
    save(folder, "dossier.json", &format!("{},{SECTORS}\"agreements\":[{agreements}]}}", head("d")));
}

/// The sectors that clauses name.
const SECTORS: &str = r#""sectors":[{"id":"trade","name":"Trade"},{"id":"energy","name":"Energy"},{"id":"transport","name":"Transport"},{"id":"culture","name":"Culture"},{"id":"security","name":"Security"},{"id":"water","name":"Water"},{"id":"education","name":"Education"},{"id":"health","name":"Health"}],"#;

fn parties(folder: &Path, n: usize) {
    let party = |i: usize| format!(r#"{{"id":"P{i}","kind":"body","name":"Body No. {i}"}}"#);
    let list: Vec<String> = (0..n).map(party).collect();
    let names: Vec<String> = (0..n).map(|i| format!("\"P{i}\"")).collect();
    let text = format!(
        r#"{{"format":"accords/1","id":"d","title":"D","parties":[{}],"sources":[{{"id":"s","kind":"official","publisher":"P","title":"T"}}],{SECTORS}"agreements":[{{"id":"a0","title":"Agreement","signed":"2001","parties":[{}],"sources":["s"],"clauses":[{}]}}]}}"#,
        list.join(","),
        names.join(","),
        clause_of(0, "Aims", "The Parties agree.")
    );
    save(folder, "dossier.json", &text);
}

fn references(folder: &Path, n: usize) {
    let articles: Vec<String> = (1..40).map(|i| clause_of(i, "Article", "The Parties agree.")).collect();
    let gatt = agreement_of(0, "", &articles.join(",")).replace("Agreement No. 0", "GATT 1994");
    let naming = agreement_of(1, "", &clause_of(0, "References", &"Article 5 of the GATT 1994 ".repeat(n)));
    save(folder, "dossier.json", &format!("{},{SECTORS}\"agreements\":[{gatt},{naming}]}}", head("d")));
}

fn one_clause(folder: &Path, n: usize) {
    Plan { clauses: 10, events: n, carries_out: |_| 0, ..Plan::default() }.write(folder);
}

fn topics(folder: &Path, n: usize) {
    let mut agreements = String::new();
    for number in 0..n {
        let comma = if number == 0 { "" } else { ",\n" };
        let word = number % (n / 6).max(1);
        let _ = write!(
            agreements,
            r#"{comma}{{"id":"a{number}","title":"On word{word}","signed":"2001","parties":["AZE"],"sources":["s"],"summary":"About word{word}."}}"#
        );
    }
    save(folder, "dossier.json", &format!("{},\"agreements\":[{agreements}]}}", head("d")));
    let topic = |i: usize| format!("[[topic]]\nname = \"Topic {i}\"\nwords = [\"word{i}\"]\n");
    save(folder, "topics.txt", &(0..(n / 6).max(1)).map(topic).collect::<String>());
}

fn phrases(folder: &Path, _: usize) {
    Plan { agreements: 3_200, clauses: 20, ..Plan::default() }.write(folder);
}

fn texts(folder: &Path, n: usize) {
    let mut generator = Generator::default();
    let mut text = String::from("TREATY\n\n");
    let mut number = 0;
    while text.len() < n * 1000 {
        number += 1;
        let _ = write!(text, "Article {number}\n\n{}\n\n", generator.line().text);
    }
    save(folder, "left.txt", &text);
    save(folder, "right.txt", &text.replace(" of ", " for "));
}

fn draft(folder: &Path, n: usize) {
    const SENTENCE: &str = "The Parties shall consult each other on all matters of common concern to them. ";
    save(folder, "draft.txt", &SENTENCE.repeat(n));
    let agreement = |i: usize| agreement_of(i, "", &clause_of(0, "Consultations", &SENTENCE.repeat(3)));
    let agreements: Vec<String> = (0..n / 10).map(agreement).collect();
    save(
        folder,
        "dossier.json",
        &format!("{},{SECTORS}\"agreements\":[{}]}}", head("d"), agreements.join(",")),
    );
}

fn memberships(folder: &Path, n: usize) {
    let party = |i: usize| format!(r#"{{"id":"P{i}","kind":"body","name":"Body No. {i}"}}"#);
    let member = |i: usize| format!(r#"{{"party":"P{i}","status":"member","sources":["s"]}}"#);
    let text = format!(
        r#"{{"format":"accords/1","id":"d","title":"D","parties":[{}],"sources":[{{"id":"s","kind":"official","publisher":"P","title":"T"}}],"organisations":[{{"id":"o","name":"Organisation","memberships":[{}]}}]}}"#,
        (0..n).map(party).collect::<Vec<_>>().join(","),
        (0..n).map(member).collect::<Vec<_>>().join(","),
    );
    save(folder, "dossier.json", &text);
    let row = |i: usize| {
        format!("{},Body {},member,1991,2020,0\n", if i.is_multiple_of(2) { "AZE" } else { "KGZ" }, i / 2)
    };
    save(
        folder,
        "members.csv",
        &format!("state,igo,status,first_year,last_year,ended\n{}", (0..n).map(row).collect::<String>()),
    );
}

fn table(folder: &Path, n: usize) {
    let row = |i: usize| format!("Treaty No. {i} on Rivers,Kazakhstan; Uzbekistan,{}-11-16\n", 1950 + i % 70);
    save(folder, "treaties.csv", &format!("title,parties,signed\n{}", (0..n).map(row).collect::<String>()));
}

fn line(folder: &Path, n: usize) {
    save(folder, "line.txt", &"word ".repeat(n * 200));
}
