//! Exports are complete, valid in their format, and say nothing that the dossier does not.

use crate::screen::Screen;
use crate::shell::{self, held, stderr};
use accords::data::{Meter, builtin, parse};
use accords::explore::Effect;
use accords::explore::action::Action;
use accords::explore::{Draft, Input, update};
use accords::insight::items;
use accords::model::{Collection, ItemId, Kind};
use accords::report::{FileForm, Selection};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;
use tempfile::TempDir;

fn collection() -> Collection {
    Collection::new(vec![Arc::new(builtin().unwrap())])
}

fn bytes(collection: &Collection, form: FileForm, wanted: impl Fn(ItemId) -> bool) -> Vec<u8> {
    let mut out = Vec::new();
    form.write(&Selection::new(collection, wanted), &mut out).unwrap();
    out
}

fn written(collection: &Collection, form: FileForm, wanted: impl Fn(ItemId) -> bool) -> String {
    String::from_utf8(bytes(collection, form, wanted)).unwrap()
}

fn addresses(collection: &Collection) -> Vec<String> {
    let all = Kind::ALL.iter().flat_map(|kind| items(collection, *kind, accords::insight::Order::Usual));
    all.map(|item| collection.address(item).unwrap().to_string()).collect()
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// Checks that hold for every HTML page: valid, accessible, self-contained.
fn assert_page(text: &str) {
    let page = Html::parse_document(text);
    assert_eq!(page.errors, Vec::<std::borrow::Cow<str>>::new(), "{text}");
    assert_eq!(select(&page, "html")[0].value().attr("lang"), Some("en"));
    for one in ["head title", "main", "h1", "nav[aria-label]"] {
        assert_eq!(select(&page, one).len(), 1, "{one}");
    }
    let loads = "link, img, iframe, object, [action], base, [src], [onclick], [style]";
    assert!(select(&page, loads).is_empty());
    // The one script is the one that the policy allows, and nothing waits for it: its form is hidden until it runs.
    let policy = select(&page, "meta[http-equiv]")[0].value().attr("content").unwrap();
    let scripts: Vec<String> = select(&page, "script").iter().map(|script| script.text().collect()).collect();
    assert_eq!(scripts.len(), 1);
    let hash = BASE64_STANDARD.encode(Sha256::digest(&scripts[0]));
    assert_eq!(policy, format!("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'"));
    assert!(select(&page, "form").iter().all(|form| form.value().attr("hidden").is_some()));
    let ids: Vec<&str> = select(&page, "[id]").iter().filter_map(|e| e.value().id()).collect();
    let unique: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    for link in select(&page, "a") {
        let target = link.value().attr("href").unwrap();
        let inside = target.strip_prefix('#').is_some_and(|id| unique.contains(id));
        assert!(inside || target.starts_with("https://") || target.starts_with("http://"), "{target}");
    }
    let mut level = 0;
    for heading in select(&page, "h1, h2, h3, h4, h5, h6") {
        let this = usize::from(heading.value().name().as_bytes()[1] - b'0');
        assert!(this <= level + 1, "{} follows level {level}", heading.html());
        level = this;
    }
    for table in select(&page, "table") {
        let has = |selector: &str| table.select(&Selector::parse(selector).unwrap()).next().is_some();
        assert!(has("caption") && has("th[scope=col]") && has("tbody th[scope=row]"));
    }
    for chart in select(&page, "svg") {
        let value = chart.value();
        let named = value.attr("role") == Some("img") && value.attr("aria-labelledby").is_some();
        assert!(named || value.attr("aria-hidden") == Some("true"), "a chart without words");
    }
}

#[test]
fn the_page_is_valid_accessible_and_complete() {
    let collection = collection();
    let text = written(&collection, FileForm::Html, |_| true);
    assert_page(&text);
    let page = Html::parse_document(&text);
    let on_page: HashSet<&str> =
        select(&page, "article, .sources > li").iter().filter_map(|e| e.value().id()).collect();
    for address in addresses(&collection) {
        assert!(on_page.contains(address.as_str()), "{address} is missing");
    }
    let words: String = page.root_element().text().collect();
    for told in
        ["3 of 26 points on record, 23 not", "summary, not the official wording", "start not on record"]
    {
        assert!(words.contains(told), "{told}");
    }
    let as_of = builtin().unwrap().as_of.unwrap().shown();
    assert!(words.contains(&format!("As of {as_of}")));
    assert_eq!(select(&page, "figure circle, figure rect").len(), held(Kind::Event), "one mark an event");
    assert_eq!(select(&page, "tbody tr").len(), held(Kind::Organisation));
}

#[test]
fn a_part_of_a_page_links_only_to_what_is_on_it() {
    let collection = collection();
    for address in addresses(&collection) {
        let item = collection.find(&address).unwrap();
        assert_page(&written(&collection, FileForm::Html, |other| other == item));
    }
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    let collection = collection();
    for form in FileForm::ALL {
        assert!(bytes(&collection, form, |_| true) == bytes(&collection, form, |_| true), "{form:?}");
    }
}

#[test]
fn json_opens_again() {
    let collection = collection();
    let text = written(&collection, FileForm::Json, |_| true);
    let loaded = parse(Path::new("out.json"), &text);
    assert_eq!(loaded.problems, []);
    assert_eq!(*loaded.dossiers[0], builtin().unwrap());
    let item = collection.find("aze-kgz/energy").unwrap();
    let part = parse(Path::new("out.json"), written(&collection, FileForm::Json, |other| other == item));
    assert_eq!(part.problems, []);
    assert_eq!(part.dossiers[0].sectors.len(), 1);
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[test]
fn csv_has_every_item_and_no_formula() {
    let collection = collection();
    let text = written(&collection, FileForm::Csv, |_| true);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let found: HashSet<&str> = rows.iter().map(|row| &row[0]).collect();
    let all = addresses(&collection);
    assert_eq!((rows.len(), found), (all.len(), all.iter().map(String::as_str).collect()));
    assert!(rows.iter().all(|row| !row.iter().any(is_formula)));
}

#[test]
fn markdown_has_every_item() {
    let collection = collection();
    let text = written(&collection, FileForm::Markdown, |_| true);
    for address in addresses(&collection) {
        assert!(text.contains(&format!("\n`{address}`\n")), "{address}");
    }
    let clause = text.find("### Mutual recognition of statehood").unwrap();
    let agreement = text.find("### Declaration on Strategic Partnership").unwrap();
    assert!(agreement < clause, "a clause stands behind its agreement");
}

/// Checks what RFC 5545 requires of every calendar; returns the number of entries.
fn assert_calendar(text: &str) -> usize {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    let lines: Vec<String> = text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
    let (mut uids, mut open) = (HashSet::new(), Vec::new());
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').unwrap();
        match name {
            "BEGIN" => open.push(value.to_owned()),
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            "UID" => assert!(uids.insert(value.to_owned()), "{value} twice"),
            "DTSTART;VALUE=DATE" | "DTEND;VALUE=DATE" => {
                assert!(value.len() == 8 && value.bytes().all(|b| b.is_ascii_digit()), "{line}");
            }
            "DTSTAMP" => assert!(value.len() == 16 && value.ends_with("T000000Z"), "{line}"),
            "SUMMARY" | "DESCRIPTION" | "LOCATION" | "CATEGORIES" | "NAME" | "X-WR-CALNAME" => {
                let escapes = ["\\\\", "\\,", "\\;", "\\n"];
                let bare = escapes.iter().fold(value.to_owned(), |text, escape| text.replace(escape, ""));
                assert!(!bare.contains(['\\', ',', ';']), "{line}");
            }
            "VERSION" | "PRODID" | "TRANSP" | "URL" => {}
            other => panic!("unexpected line {other}"),
        }
    }
    assert!(open.is_empty());
    for required in ["DTSTART", "DTEND", "DTSTAMP", "SUMMARY"] {
        let count = lines.iter().filter(|line| line.starts_with(required)).count();
        assert_eq!(count, uids.len(), "{required}");
    }
    uids.len()
}

#[test]
fn the_calendar_has_what_is_known_to_the_day_and_counts_the_rest() {
    let collection = collection();
    let mut out = Vec::new();
    let left_out = FileForm::Calendar.write(&Selection::new(&collection, |_| true), &mut out).unwrap();
    let entries = assert_calendar(&String::from_utf8(out).unwrap());
    let dossier = &collection.dossiers()[0];
    let events = dossier.events.iter().map(|e| Some(e.date));
    let signed = dossier.agreements.iter().map(|a| a.signed);
    let in_force = dossier.agreements.iter().filter_map(|a| a.in_force).map(Some);
    let dates: Vec<_> = events.chain(signed).chain(in_force).collect();
    let known = dates.iter().filter(|date| date.is_some_and(|date| date.known_days().is_some())).count();
    assert_eq!(entries, known);
    let told = format!("{} dates are not known to the day and left out of the calendar", dates.len() - known);
    assert_eq!(left_out, [told]);
}

/// A dossier with this word in every text field.
fn with(word: &str) -> Collection {
    let word = serde_json::to_string(word).unwrap();
    let text = format!(
        r#"{{"format": "accords/1", "id": "x", "title": {word}, "summary": {word}, "compares": ["p"],
        "parties": [{{"id": "p", "kind": "body", "name": {word}}}],
        "sources": [{{"id": "s", "kind": "news", "publisher": {word}, "title": {word}, "url": {word}, "note": {word}}}],
        "sectors": [{{"id": "f", "name": {word}, "summary": {word}}}],
        "agreements": [{{"id": "a", "title": {word}, "place": {word}, "signed": "2022-04-20", "parties": ["p"], "sources": ["s"], "clauses": [
          {{"id": "c", "number": {word}, "heading": {word}, "text": {word}, "wording": "official", "sources": ["s"]}}]}}],
        "events": [{{"id": "e", "date": "2022-04-20", "title": {word}, "summary": {word}, "kind": "visit", "sources": ["s"]}}],
        "organisations": [{{"id": "o", "name": {word}, "memberships": [{{"party": "p", "status": "member", "status_text": {word}, "sources": ["s"]}}]}}],
        "disputes": [{{"about": ["e"], "topic": {word}, "claims": [{{"says": {word}, "sources": ["s"]}}], "note": {word}}}]}}"#
    );
    Collection::new(parse(Path::new("x.json"), &text).dossiers)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nothing_in_a_dossier_breaks_a_file(
        word in "\\PC{1,12}|[<>&\"'=+@|`*#;,:\\\\\r\n\t\u{1b}\u{202e}a-c -]{1,16}|<script>[a-z]{0,3}</script>|https://[a-z\"'<> ]{1,9}|javascript:[a-z]{1,5}"
    ) {
        let collection = with(&word);
        assert_page(&written(&collection, FileForm::Html, |_| true));
        assert_eq!(assert_calendar(&written(&collection, FileForm::Calendar, |_| true)), 2);
        let csv = written(&collection, FileForm::Csv, |_| true);
        for row in csv::Reader::from_reader(csv.as_bytes()).records() {
            prop_assert!(!row.unwrap().iter().any(is_formula), "{}", csv);
        }
        let json = written(&collection, FileForm::Json, |_| true);
        prop_assert_eq!(parse(Path::new("out.json"), &json).dossiers.len(), 1);
        // A workbook and a Word document are packed; what is in them has tests of its own.
        for form in FileForm::ALL.into_iter().filter(|form| !form.is_binary()) {
            let text = written(&collection, form, |_| true);
            prop_assert!(!text.contains(['\u{1b}', '\u{202e}']), "{form:?}");
        }
        let xml = written(&collection, FileForm::AkomaNtoso, |_| true);
        let read = &accords::data::parse(Path::new("out.xml"), &xml).dossiers[0];
        let title = &read.agreements[0].title;
        prop_assert!(title.contains('\u{202e}') == word.contains('\u{202e}'), "{}", xml);
        let markdown = written(&collection, FileForm::Markdown, |_| true);
        prop_assert!(!markdown.contains("<script>"));
    }
}

fn accords(folder: &Path, arguments: &[&str]) -> Output {
    shell::accords(arguments).current_dir(folder).output().unwrap()
}

fn names(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_file_is_written_and_kept_unless_forced() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| accords(folder.path(), arguments);
    assert_eq!(run(&["export", "--to", "html", "-o", "a.html"]).status.code(), Some(0));
    let page = std::fs::read_to_string(folder.path().join("a.html")).unwrap();
    assert_page(&page);
    let again = run(&["export", "--to", "csv", "-o", "a.html"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(stderr(&again), "accords: a.html: already exists; use --force to overwrite it\n");
    assert_eq!(std::fs::read_to_string(folder.path().join("a.html")).unwrap(), page);
    assert_eq!(run(&["export", "--to", "csv", "-o", "a.html", "--force"]).status.code(), Some(0));
    assert!(std::fs::read_to_string(folder.path().join("a.html")).unwrap().starts_with("address,kind,"));
    assert_eq!(names(folder.path()).len(), 1);
    let nowhere = run(&["export", "--to", "csv", "-o", "no/such/a.csv"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(
        stderr(&nowhere).starts_with("accords: no/such/a.csv: cannot be written"),
        "{}",
        stderr(&nowhere)
    );
}

#[test]
fn a_search_selects_and_standard_output_takes_it() {
    let folder = TempDir::new().unwrap();
    for output in [&[][..], &["-o", "-"]] {
        let arguments = [&["export", "--to", "csv", "--where", "kind:sector energy"], output].concat();
        let text = String::from_utf8(accords(folder.path(), &arguments).stdout).unwrap();
        assert!(
            text.lines().count() > 1 && text.lines().skip(1).all(|line| line.contains(",sector,")),
            "{text}"
        );
    }
    let nothing = accords(folder.path(), &["export", "--to", "csv", "--where", "zzqqxxy", "-o", "a.csv"]);
    assert_eq!((nothing.status.code(), names(folder.path()).len()), (Some(1), 0));
    assert!(stderr(&nothing).contains("nothing to export"), "{}", stderr(&nothing));
}

#[test]
fn an_agreement_is_a_document_of_akoma_ntoso_and_a_dossier_a_collection() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| {
        accords(folder.path(), &[&["export", "--to", "akoma-ntoso"], arguments].concat())
    };
    assert_eq!(run(&["--only", "memorandum-2022", "-o", "m.xml"]).status.code(), Some(0));
    let clauses = accords(folder.path(), &["clauses", "m.xml", "--format", "jsonl"]);
    assert_eq!(String::from_utf8(clauses.stdout).unwrap().lines().count(), 7);
    let unknown = run(&["--only", "memorandum-2023"]);
    assert!(
        unknown.status.code() == Some(2) && stderr(&unknown).contains("nearest: aze-kgz/memorandum-2022")
    );

    // Everything comes back under the same addresses.
    assert_eq!(run(&["-o", "all.xml"]).status.code(), Some(0));
    for list in ["clauses", "timeline", "agreements", "memberships", "disputes", "sources"] {
        let of = |arguments: &[&str]| accords(folder.path(), &[&[list, "--json"], arguments].concat()).stdout;
        assert_eq!(of(&["all.xml"]), of(&[]), "{list}");
    }
    // A dossier with one agreement keeps everything else, too.
    assert_eq!(accords(folder.path(), &["new", "small.json"]).status.code(), Some(0));
    assert_eq!(run(&["small.json", "-o", "small.xml"]).status.code(), Some(0));
    for list in ["clauses", "timeline", "agreements", "memberships", "sources"] {
        let of = |file: &str| accords(folder.path(), &[list, "--json", file]).stdout;
        assert_eq!(of("small.xml"), of("small.json"), "{list}");
    }
    assert_eq!(run(&["--where", "kind:agreement energy", "-o", "some.xml"]).status.code(), Some(0));
    let some = accords(folder.path(), &["agreements", "some.xml", "--format", "jsonl"]);
    assert!((2..35).contains(&String::from_utf8(some.stdout).unwrap().lines().count()));
    let none = run(&["--where", "kind:sector energy"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(
        stderr(&none).contains("akoma-ntoso is for agreements, and none is selected"),
        "{}",
        stderr(&none)
    );
}

#[test]
fn several_dossiers_are_one_file_but_not_one_dossier() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("x.json"), r#"{"format": "accords/1", "id": "x", "title": "X"}"#)
        .unwrap();
    let json = accords(folder.path(), &["export", "x.json", "--builtin", "--to", "json"]);
    assert_eq!(json.status.code(), Some(2));
    assert!(stderr(&json).contains("json is for one dossier, and 2 are selected"), "{}", stderr(&json));
    let html = accords(folder.path(), &["export", "x.json", "--builtin", "--to", "html"]);
    assert_page(&String::from_utf8(html.stdout).unwrap());
}

/// What `>` would write after these keys: the name, the text and the number of rows.
fn drafted(keys: &str) -> (String, String, Option<usize>) {
    let mut screen = Screen::new((160, 50)).keys(keys);
    update(&mut screen.state, Input::Act(Action::Export));
    let effects = update(&mut screen.state, Input::Act(Action::Enter));
    let draft: &Draft =
        effects.iter().find_map(|e| if let Effect::Save(draft) = e { Some(draft) } else { None }).unwrap();
    let mut out = Vec::new();
    let rows = draft.write(&mut out, &Meter::default()).unwrap();
    (draft.name(), String::from_utf8(out).unwrap(), rows)
}

#[test]
fn the_explorer_exports_what_is_on_the_screen() {
    let printed = |arguments: &[&str]| {
        let output = accords(Path::new("."), &[arguments, &["--format", "csv"]].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    for (keys, file, begins) in [
        ("jjl", "accords-aze-kgz-declaration-2022-projects.md", "## "),
        ("1", "accords-aze-kgz-timeline.csv", "address,date,kind,"),
        ("1z", "accords-aze-kgz-timeline.csv", "address,date,kind,"),
        ("2", "accords-aze-kgz-clauses.csv", "address,kind,date,"),
        ("3<enter>1", "accords-aze-kgz-energy-timeline.csv", "address,date,kind,"),
        ("/renewable energy<tab>", "accords-search-renewable-energy.csv", "address,kind,"),
    ] {
        let (name, text, rows) = drafted(keys);
        assert_eq!((name.as_str(), text.starts_with(begins)), (file, true), "{keys}: {text:.80}");
        // The first line of a table is its header, and no value here has a line break.
        let expected = file.ends_with(".csv").then(|| text.lines().count() - 1);
        assert_eq!(rows, expected, "{keys}");
    }
    assert_eq!(drafted("1").1, printed(&["timeline"]));
    assert_eq!(drafted("4").1, printed(&["memberships"]));
    assert_eq!(drafted("/renewabel energy<tab>").1, printed(&["search", "renewabel energy"]));
    assert!(drafted("2").1.lines().count() > 35);
}

/// A treaty of two chapters with two articles each, every one with a word of its own.
fn chaptered() -> String {
    let words = ["ALPHAWORD", "BETAWORD", "GAMMAWORD", "DELTAWORD"];
    let clauses = words.iter().enumerate().map(|(at, word)| {
        let chapter = ["Chapter 1 · Trade", "Chapter 2 · Disputes"][at / 2];
        serde_json::json!({ "id": format!("art-{}", at + 1), "number": format!("Article {}", at + 1),
            "heading": format!("Rule {}", at + 1), "text": format!("It says {word}."), "wording": "official",
            "place": chapter, "sources": ["s"] })
    });
    let clauses: Vec<serde_json::Value> = clauses.collect();
    serde_json::json!({ "format": "accords/1", "id": "t", "title": "Treaties",
        "sources": [{ "id": "s", "kind": "primary", "publisher": "P", "title": "Text" }],
        "agreements": [
            { "id": "own", "title": "Treaty", "kind": "treaty", "signed": "2001-02-03", "clauses": clauses, "sources": ["s"] },
            { "id": "other", "title": "Other", "kind": "treaty", "clauses": [{ "id": "x", "heading": "X",
                "text": "It says OMEGAWORD.", "wording": "official", "sources": ["s"] }], "sources": ["s"] }],
    })
    .to_string()
}

#[test]
fn only_writes_an_agreement_a_chapter_or_a_clause_alone_in_every_form() {
    let file = shell::file("chaptered.json", chaptered());
    let all = ["ALPHAWORD", "BETAWORD", "GAMMAWORD", "DELTAWORD", "OMEGAWORD"];
    for (address, expected) in [
        ("t/own", &all[..4]),
        ("t/own.chapter-2", &all[2..4]),
        ("t/own.art-2", &all[1..2]),
        ("t/other", &all[4..]),
    ] {
        for form in FileForm::ALL {
            let folder = TempDir::new().unwrap();
            let path = folder.path().join("out");
            let arguments =
                ["export", &file, "--only", address, "--to", form.word(), "-o", path.to_str().unwrap()];
            let output = shell::run(&arguments);
            assert_eq!(output.status.code(), Some(0), "{address} {form:?} {}", stderr(&output));
            let bytes = std::fs::read(&path).unwrap();
            let text = match form {
                FileForm::Xlsx | FileForm::Docx => unpacked(&bytes),
                _ => String::from_utf8(bytes).unwrap(),
            };
            let found: Vec<&str> = all.into_iter().filter(|word| text.contains(word)).collect();
            let wanted = if form == FileForm::Calendar { &[][..] } else { expected };
            assert_eq!(found, wanted, "{address} {form:?}\n{text}");
            if matches!(form, FileForm::Json | FileForm::AkomaNtoso) {
                // It opens again at the same addresses, and says that there is more.
                let listed = shell::out(&["clauses", path.to_str().unwrap(), "--format", "jsonl"]);
                let reread = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
                let again: Vec<String> = listed
                    .lines()
                    .map(|line| {
                        reread(line)["address"].as_str().unwrap().rsplit('.').next().unwrap().to_owned()
                    })
                    .collect();
                assert_eq!(again.len(), expected.len(), "{address} {form:?} {again:?}");
                let agreements = shell::out(&["agreements", path.to_str().unwrap(), "--format", "jsonl"]);
                let points = reread(agreements.lines().next().unwrap())["points"].clone();
                assert!(address.len() < 8 || points == 4, "{address} {form:?} {points}");
            }
        }
    }
}

/// The texts of the parts of a spreadsheet.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        std::io::Read::read_to_string(&mut archive.by_index(at).unwrap(), &mut text).unwrap();
    }
    text
}
