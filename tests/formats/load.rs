//! Loading: the result does not depend on threads, a bad file affects only itself, folders are searched.

use crate::{corpora, optional};
use accords::data::{self, Loaded, Loader, Progress, Severity};
use accords::model::Collection;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// A folder that is removed at the end of the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("load-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn dossier(id: &str) -> String {
    format!("{{\"format\": \"accords/1\", \"id\": \"{id}\", \"title\": \"{id}\"}}")
}

fn treaty(n: usize) -> String {
    let articles: String = (0..n % 7)
        .map(|a| format!("<article article_identifier=\"{}\" number=\"{a}\">Words.</article>", n * 10 + a))
        .collect();
    format!(
        "<treaty><meta><name>T{n}</name><treaty_identifier>{n}</treaty_identifier></meta><body><chapter>{articles}</chapter></body></treaty>"
    )
}

fn ids(opened: &Loaded) -> Vec<String> {
    opened.dossiers.iter().map(|d| d.id.clone()).collect()
}

fn open(paths: &[PathBuf]) -> Loaded {
    Loader::new(paths.to_vec()).open()
}

/// Every batch, read with this many threads.
fn batches(paths: &[PathBuf], threads: usize) -> Vec<(Loaded, Progress)> {
    let mut all = Vec::new();
    let loader = Loader { threads: NonZero::new(threads).unwrap(), ..Loader::new(paths.to_vec()) };
    loader.read(|loaded, progress| {
        all.push((loaded, progress));
        ControlFlow::Continue(())
    });
    all
}

#[test]
fn a_folder_is_looked_through_by_name_and_only_what_can_be_an_agreement_is_read() {
    let folder = Folder::new("folder");
    folder.file("b/2.json", &dossier("b2"));
    folder.file("a.xml", &treaty(3));
    folder.file("b/1.JSON", &dossier("b1"));
    folder.file("c.txt", "no agreement");
    folder.file(".hidden/x.json", "{");
    folder.file("b/.x.json", "{");
    let outside = Folder::new("folder-outside");
    folder.file("z.json", &dossier("z"));
    std::os::unix::fs::symlink(outside.file("t.json", &dossier("linked")), folder.0.join("y.json")).unwrap();
    std::os::unix::fs::symlink(&folder.0, folder.0.join("b/again")).unwrap();
    std::os::unix::fs::symlink("/nowhere", folder.0.join("dead.json")).unwrap();
    let opened = open(std::slice::from_ref(&folder.0));
    let problems: Vec<String> = opened.problems.iter().map(|problem| problem.message.clone()).collect();
    assert_eq!(problems, ["passed over: 1 .txt"]);
    assert_eq!(ids(&opened), ["tota-3", "b1", "b2", "linked", "z"]);
}

#[test]
fn what_is_open_does_not_depend_on_the_threads() {
    let folder = Folder::new("order");
    for n in 0..300 {
        let text = if n % 11 == 0 { "<treaty>".to_owned() } else { treaty(n % 250) };
        folder.file(&format!("{n:03}.xml"), &text);
    }
    let told = |threads| {
        let all = batches(std::slice::from_ref(&folder.0), threads);
        let last = all.last().unwrap().1;
        assert!(last.is_done && last.files == 300 && last.all_files == 300 && last.bytes == last.all_bytes);
        assert!(all.iter().rev().skip(1).all(|(_, progress)| !progress.is_done));
        let ids: Vec<String> = all.iter().flat_map(|(batch, _)| ids(batch)).collect();
        let problems: Vec<String> =
            all.iter().flat_map(|(batch, _)| &batch.problems).map(ToString::to_string).collect();
        (ids, problems, last.clauses)
    };
    let one = told(1);
    assert!(one.0.contains(&"tota-1~2".to_owned()) && one.1.len() > 28);
    for threads in [2, 3, 8] {
        assert_eq!(told(threads), one);
    }
}

#[test]
fn a_bad_file_is_named_and_costs_only_itself() {
    let folder = Folder::new("bad");
    let good = folder.file("good.json", &dossier("good"));
    let text = folder.file("notes.txt", "dear diary");
    let empty = folder.file("empty/notes.txt", "");
    let broken = folder.file("broken.xml", "<treaty>\n<meta>");
    let fifo = folder.0.join("fifo");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let missing = folder.0.join("missing.json");
    let opened = open(&[text, good, empty.parent().unwrap().to_owned(), broken, fifo, missing]);
    assert_eq!(ids(&opened), ["notes", "good"]);
    let told: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
    for (told, expected) in told.iter().zip([
        "notes.txt: warning: no articles were found",
        "empty: error: is a folder without a file that holds an agreement (passed over: 1 .txt)",
        "broken.xml:2:7: error: ends inside \"meta\" of line 2; the file is cut off",
        "fifo: error: is not a regular file",
        "missing.json: error: cannot be read: there is no such file",
    ]) {
        assert!(told.contains(expected), "{told}");
    }
    assert_eq!(told.len(), 5);
}

/// A text with this many articles.
fn articles(title: &str, count: usize) -> String {
    let articles = (1..=count)
        .map(|n| format!("Article {n}\n\nThe Parties shall cooperate in matter {n} of this Treaty.\n\n"));
    format!("{title}\n\n{}", articles.collect::<String>())
}

#[test]
fn in_a_folder_only_agreements_open_and_named_files_always() {
    let folder = Folder::new("documents");
    folder.file("a.txt", &articles("Treaty between Azerbaijan and the Kyrgyz Republic", 3));
    folder.file("b.md", &format!("# Treaty\n\n{}", articles("", 3).replace("Article", "## Article")));
    folder.file(
        "c.html",
        &format!("<html><body><p>{}</body></html>", articles("Treaty", 3).replace("\n\n", "<p>")),
    );
    let readme =
        folder.file("README.md", "# Tool\n\nIt does things.\n\n## Use\n\n1. Start it.\n2. Stop it.\n");
    folder.file("LICENSE.txt", "Permission is hereby granted, free of charge, to any person.\n");
    folder.file("export.md", &format!("# Dossier\n\n{}\n{}\n", articles("", 4), data::MADE_BY));
    folder.file(
        "export.html",
        &format!(
            "<html><head><meta name=\"generator\" content=\"accords 1\"></head><p>{}</html>",
            articles("", 4)
        ),
    );
    folder.file("picture.docx", "\u{89}PNG");
    let opened = open(std::slice::from_ref(&folder.0));
    assert_eq!(ids(&opened), ["a", "b", "c"]);
    let told: Vec<&str> = opened.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(told.contains(&"passed over: 2 .md, 1 .docx, 1 .html, 1 .txt"), "{told:?}");
    assert_eq!(ids(&open(&[readme])), ["README"]);
}

#[test]
fn two_thousand_mixed_files_arrive_in_batches_and_a_broken_one_costs_only_itself() {
    let folder = Folder::new("mixed");
    for n in 0..500 {
        folder.file(&format!("{n}.txt"), &articles("Treaty", 2 + n % 3));
        folder.file(&format!("{n}.html"), &format!("<p>{}", articles("Treaty", 2).replace("\n\n", "<p>")));
        folder.file(&format!("{n}.md"), "# Notes\n\nNothing.\n");
        folder.file(&format!("{n}.docx"), "PK\u{3}\u{4} broken");
    }
    let all = batches(std::slice::from_ref(&folder.0), 4);
    assert_eq!(all.iter().map(|(batch, _)| batch.dossiers.len()).sum::<usize>(), 1000);
    let problems: Vec<_> = all.iter().flat_map(|(batch, _)| &batch.problems).collect();
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    assert!(errors.clone().all(|problem| problem.to_string().contains("docx: error: is cut off or damaged")));
    assert_eq!(errors.count(), 500);
    assert!(problems.iter().any(|problem| problem.message == "passed over: 500 .md"));
}

#[test]
fn what_is_known_and_not_read_is_refused_with_the_way_out() {
    let word = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &word].concat();
    for (bytes, expected) in [
        (b"{\\rtf1\\ansi Treaty}".as_slice(), "save it as DOCX"),
        (&ole, "old Word document (.doc); open it in a word processor and save it as DOCX"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (b"\xff\xd8\xff\xe0", "is an image"),
        (b"\x1f\x8b\x08", "unpack it first"),
        (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "is a ZIP archive"),
        (b"\0\x01\x02\xff\xfe", "is not text that can be read"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a/>", "document type"),
        (b"", "is empty"),
    ] {
        let loaded = data::parse(Path::new("x"), bytes);
        assert!(loaded.dossiers.is_empty() && loaded.problems.len() == 1, "{expected}");
        let told = loaded.problems[0].to_string();
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let folder = Folder::new("size");
    let file = folder.file("a.xml", &treaty(3));
    let size = std::fs::metadata(&file).unwrap().len();
    let open = |max_size| Loader { max_size, ..Loader::new(vec![file.clone()]) }.open();
    assert!(!open(size).has_errors());
    let told = open(size - 1).problems[0].to_string();
    assert!(told.contains("raise the limit with --max-size"), "{told}");
}

fn with_builtin(paths: Vec<PathBuf>) -> Loader {
    Loader { builtin: data::builtin().ok().map(Arc::new), ..Loader::new(paths) }
}

#[test]
fn reading_in_the_background_begins_with_the_builtin_dossier_and_ends_when_nobody_takes_more() {
    let folder = Folder::new("background");
    for n in 0..2000 {
        folder.file(&format!("{n}.json"), &dossier(&format!("d{n}")));
    }
    let start = || {
        let (sender, receiver) = channel();
        let each = move |loaded, progress| match sender.send((loaded, progress)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        with_builtin(vec![folder.0.clone()]).start(each).unwrap();
        receiver
    };
    let receiver = start();
    assert_eq!(ids(&receiver.recv().unwrap().0), ["aze-kgz"]);
    let rest: Vec<(Loaded, Progress)> = receiver.iter().collect();
    assert_eq!(rest.iter().map(|(batch, _)| batch.dossiers.len()).sum::<usize>(), 2000);
    assert!(rest.last().unwrap().1.is_done);

    let receiver = start();
    receiver.recv().unwrap();
    let begin = Instant::now();
    drop(receiver);
    assert!(begin.elapsed() < Duration::from_millis(5), "quitting waits");
}

#[test]
fn the_builtin_dossier_alone_is_the_first_batch_and_the_last() {
    let mut batches = Vec::new();
    with_builtin(Vec::new()).read(|batch, progress| {
        batches.push((batch.dossiers.len(), progress.is_done));
        ControlFlow::Continue(())
    });
    assert_eq!(batches, [(1, true)]);
}

#[test]
fn after_a_break_nothing_more_comes() {
    let folder = Folder::new("break");
    for n in 0..50 {
        folder.file(&format!("{n}.json"), &dossier(&format!("d{n}")));
    }
    let paths = vec![folder.0.clone()];
    for loader in [with_builtin(paths.clone()), Loader::new(paths)] {
        for threads in [1, 4] {
            let mut times = 0;
            Loader { threads: NonZero::new(threads).unwrap(), ..loader.clone() }.read(|_, progress| {
                assert!(!progress.is_done);
                times += 1;
                ControlFlow::Break(())
            });
            assert_eq!(times, 1);
        }
    }
}

#[test]
fn hostile_xml_is_refused_with_its_place() {
    let Some(folder) = optional::shared("hostile/xml") else { return };
    for (name, expected) in [
        ("billion-laughs", "xml:2:1: error: contains a document type (DOCTYPE)"),
        ("quadratic", "xml:2:1: error: contains a document type (DOCTYPE)"),
        ("xxe-dtd", "its root is \"l\""),
        ("deep", "error: nests elements more than 256 deep"),
        ("truncated", "the file is cut off"),
        ("mismatch", "xml:2:7: error: is not XML: expected `</b>`, but `</a>` was found"),
        ("two-roots", "xml:2:5: error: has a second root element \"b\""),
        ("dup-attr", "xml:2:1: error: is not XML"),
        ("charref-esc", "xml:2:9: error: contains a reference to the control character U+001B"),
        ("charref-nul", "xml:2:9: error: contains \"&#0;\", which is not a character"),
        ("raw-control", "xml:1:9: error: contains a control character"),
        (
            "cdata-pi",
            "is XML, but neither a treaty of ToTA nor Akoma Ntoso 3.0 nor CLML nor Formex: its root is \"doc\"",
        ),
        ("empty", "error: is empty"),
        ("bom16", "is XML, but neither"),
        ("latin1-declared", "is not UTF-8 text from here on; save the file as UTF-8"),
        ("declared-wrong", "declares the encoding \"UTF-16\"; save it as UTF-8"),
        ("utf16", "is UTF-16 text; save it as UTF-8"),
    ] {
        let begin = Instant::now();
        let opened = open(&[folder.join(format!("{name}.xml"))]);
        assert_eq!(opened.problems.len(), 1);
        let told = opened.problems[0].to_string();
        assert!(told.contains(expected) && told.contains(name), "{told}");
        assert!(begin.elapsed() < Duration::from_secs(1), "{name}");
    }
}

#[test]
fn corpora_of_all_kinds_open_together() {
    let Some((_, opened)) = corpora::opened() else { return };
    let collection = Collection::new(opened.dossiers.clone());
    assert_eq!(collection.dossiers().len(), 1 + 5 + 450);
    assert_eq!(opened.problems.iter().filter(|p| p.severity == Severity::Error).count(), 17);
    for address in ["aze-kgz/declaration-2022.borders", "asp-2017-1-enacted/section-5", "tota-442/a39135"] {
        let item = collection.find(address).unwrap();
        assert_eq!(collection.address(item).unwrap().as_str(), address);
    }
}

#[test]
fn a_change_of_a_file_is_told_once_and_reading_it_is_none() {
    let (folder, single) = (Folder::new("watch"), Folder::new("watch-file"));
    let file = single.file("a.json", &dossier("a"));
    let (sender, receiver) = channel();
    let watcher = data::Watcher::start(&[folder.0.clone(), file.clone()], move || {
        let _ = sender.send(());
    })
    .unwrap();
    let (long, short) = (Duration::from_secs(10), Duration::from_millis(500));
    std::fs::read(&file).unwrap();
    single.file("beside.json", "{}");
    assert!(receiver.recv_timeout(short).is_err(), "reading, or a file beside, is told as a change");
    // As editors save: a new file replaces the old one.
    let new = single.file("new", &dossier("b"));
    std::fs::rename(new, &file).unwrap();
    assert!(receiver.recv_timeout(long).is_ok());
    folder.file("deep/er/b.json", &dossier("b"));
    assert!(receiver.recv_timeout(long).is_ok());
    assert!(receiver.recv_timeout(short).is_err(), "one change is told twice");
    drop(watcher);
    assert!(receiver.recv_timeout(long).is_err());
}

#[test]
fn a_folder_that_is_renamed_away_is_a_change_also_with_a_folder_above() {
    let outer = Folder::new("watch-outer");
    outer.file("deep/er/a.json", &dossier("a"));
    let (sender, receiver) = channel();
    let _watcher = data::Watcher::start(&[outer.0.join("deep/er")], move || {
        let _ = sender.send(());
    })
    .unwrap();
    let long = Duration::from_secs(10);
    std::fs::rename(outer.0.join("deep/er"), outer.0.join("deep/gone")).unwrap();
    assert!(receiver.recv_timeout(long).is_ok(), "the folder itself");
    std::fs::rename(outer.0.join("deep"), outer.0.join("gone")).unwrap();
    assert!(receiver.recv_timeout(long).is_ok(), "the folder above");
}
