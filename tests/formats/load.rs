//! Loading: what is open does not depend on threads, a bad file costs only itself, folders are looked through.

use crate::optional;
use accords::data::{self, Loader, News, Opened, Options, Progress, Severity};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

/// A folder that is gone when the test is.
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

fn ids(opened: &Opened) -> Vec<String> {
    opened.collection.dossiers().iter().map(|d| d.id.clone()).collect()
}

fn open(paths: &[PathBuf]) -> Opened {
    data::open(paths, None, data::DEFAULT_MAX_SIZE)
}

/// Everything told while loading with so many threads.
fn news(paths: &[PathBuf], threads: usize) -> Vec<News> {
    let options = Options { max_size: data::DEFAULT_MAX_SIZE, threads: NonZero::new(threads).unwrap() };
    let mut all = Vec::new();
    data::load(paths, None, options, &AtomicBool::new(false), |news| all.push(news));
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
    assert_eq!(opened.problems, []);
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
        let all = news(std::slice::from_ref(&folder.0), threads);
        let last: Progress = all.last().unwrap().progress;
        assert!(last.is_done && last.files == 300 && last.all_files == 300 && last.bytes == last.all_bytes);
        assert!(all.iter().rev().skip(1).all(|news| !news.progress.is_done));
        let ids: Vec<String> = all.iter().flat_map(|n| &n.dossiers).map(|d| d.id.clone()).collect();
        let problems: Vec<String> = all.iter().flat_map(|n| &n.problems).map(ToString::to_string).collect();
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
    assert_eq!(ids(&opened), ["good"]);
    let told: Vec<String> = opened.problems.iter().map(ToString::to_string).collect();
    for (told, expected) in told.iter().zip([
        "notes.txt:1:1: error: is not JSON",
        "empty: error: is a folder without a .json or .xml file",
        "broken.xml:2:7: error: ends before \"meta\" of line 2 does; the file is cut off",
        "fifo: error: is not a regular file",
        "missing.json: error: cannot be read: there is no such file",
    ]) {
        assert!(told.contains(expected), "{told}");
    }
    assert_eq!(told.len(), 5);
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let folder = Folder::new("size");
    let file = folder.file("a.xml", &treaty(3));
    let size = std::fs::metadata(&file).unwrap().len();
    assert!(!data::open(std::slice::from_ref(&file), None, size).has_errors());
    let told = data::open(&[file], None, size - 1).problems[0].to_string();
    assert!(told.contains("raise the limit with --max-size"), "{told}");
}

#[test]
fn loading_in_the_background_begins_with_the_builtin_dossier_and_ends_when_dropped() {
    let folder = Folder::new("background");
    for n in 0..2000 {
        folder.file(&format!("{n}.json"), &dossier(&format!("d{n}")));
    }
    let (sender, receiver) = channel();
    let start = |sender: std::sync::mpsc::Sender<News>| {
        let options = Options::new(data::DEFAULT_MAX_SIZE);
        Loader::start(vec![folder.0.clone()], data::builtin().ok(), options, move |news| {
            let _ = sender.send(news);
        })
        .unwrap()
    };
    let loader = start(sender);
    let first = receiver.recv().unwrap();
    assert_eq!(first.dossiers.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ["aze-kgz"]);
    let rest: Vec<News> = receiver.iter().collect();
    assert_eq!(rest.iter().map(|n| n.dossiers.len()).sum::<usize>(), 2000);
    assert!(rest.last().unwrap().progress.is_done);
    drop(loader);

    let (sender, receiver) = channel();
    let loader = start(sender);
    receiver.recv().unwrap();
    let begin = Instant::now();
    drop(loader);
    assert!(begin.elapsed() < Duration::from_millis(5), "quitting waits");
    // The thread ends early: it tells no end.
    assert!(receiver.iter().all(|news| !news.progress.is_done));
}

#[test]
fn where_only_the_builtin_dossier_is_opened_nobody_is_told_of_more_to_come() {
    let mut told = Vec::new();
    data::load(&[], data::builtin().ok(), Options::new(u64::MAX), &AtomicBool::new(false), |news| {
        told.push((news.dossiers.len(), news.progress.is_done));
    });
    assert_eq!(told, [(1, true)]);
}

#[test]
fn a_loading_that_is_cancelled_from_its_own_news_tells_nothing_more() {
    let folder = Folder::new("cancel");
    for n in 0..50 {
        folder.file(&format!("{n}.json"), &dossier(&format!("d{n}")));
    }
    let cancelled = AtomicBool::new(false);
    let mut times = 0;
    data::load(
        std::slice::from_ref(&folder.0),
        data::builtin().ok(),
        Options::new(1 << 20),
        &cancelled,
        |_| {
            times += 1;
            cancelled.store(true, Ordering::Relaxed);
        },
    );
    assert_eq!(times, 1);
}

#[test]
fn the_time_left_follows_the_pace() {
    let progress = Progress { bytes: 25, all_bytes: 100, ..Progress::default() };
    assert_eq!(progress.time_left(Duration::from_secs(1)), Some(Duration::from_secs(3)));
    assert_eq!(Progress::default().time_left(Duration::from_secs(1)), None);
}

#[test]
fn hostile_xml_is_refused_with_its_place() {
    let Some(folder) = optional::shared("hostile/xml") else { return };
    for (name, expected) in [
        ("billion-laughs", "xml:2:1: error: holds a document type (DOCTYPE)"),
        ("quadratic", "xml:2:1: error: holds a document type (DOCTYPE)"),
        ("xxe-dtd", "xml:2:1: error: holds a document type (DOCTYPE)"),
        ("deep", "error: has more than 256 elements inside of each other"),
        ("truncated", "the file is cut off"),
        ("mismatch", "xml:2:7: error: is not XML: expected `</b>`, but `</a>` was found"),
        ("two-roots", "xml:2:5: error: has a second root element \"b\""),
        ("dup-attr", "xml:2:1: error: is not XML"),
        ("charref-esc", "xml:2:9: error: holds a reference to the control character U+001B"),
        ("charref-nul", "xml:2:9: error: holds \"&#0;\", which is no character"),
        ("raw-control", "xml:1:9: error: holds a control character"),
        ("cdata-pi", "is XML, but neither a treaty of ToTA nor Akoma Ntoso 3.0: its root is \"doc\""),
        ("empty", "error: is empty"),
        ("bom16", "is XML, but neither"),
        ("latin1-declared", "is not UTF-8 text from here on; save the file as UTF-8"),
        ("declared-wrong", "says that its encoding is \"UTF-16\"; save it as UTF-8"),
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
    let (Some(tota), Some(laws), Some(bad)) =
        (optional::tota(), optional::shared("corpora/akoma-ntoso"), optional::shared("hostile/xml"))
    else {
        return;
    };
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/azerbaijan-kyrgyzstan.json");
    let opened = open(&[own, laws, bad, tota]);
    assert_eq!(opened.collection.dossiers().len(), 1 + 5 + 450);
    assert_eq!(opened.problems.iter().filter(|p| p.severity == Severity::Error).count(), 17);
    for address in ["aze-kgz/declaration-2022.borders", "asp-2017-1-enacted/section-5", "tota-442/a39135"] {
        let item = opened.collection.find(address).unwrap();
        assert_eq!(opened.collection.address(item).unwrap().as_str(), address);
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
    // As editors do it: a new file in the place of the old one.
    let new = single.file("new", &dossier("b"));
    std::fs::rename(new, &file).unwrap();
    assert!(receiver.recv_timeout(long).is_ok());
    folder.file("deep/er/b.json", &dossier("b"));
    assert!(receiver.recv_timeout(long).is_ok());
    assert!(receiver.recv_timeout(short).is_err(), "one change is told twice");
    drop(watcher);
    assert!(receiver.recv_timeout(long).is_err());
}
