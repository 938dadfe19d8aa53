//! Agreements as Word documents: what is written is read back, and what only accompanies it is not.

use accords::data::{DEFAULT_MAX_SIZE, parse, read_each};
use accords::model::{Agreement, Clause, Collection, Dossier, ItemId, Part, Wording};
use accords::report::{CompareReport, FileForm, Format, Report, Selection, TextLook};
use proptest::prelude::*;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

fn agreement(id: &str, word: &str, clauses: Vec<(String, String)>) -> Agreement {
    let clause = |(at, (heading, text)): (usize, (String, String))| Clause {
        number: Some(format!("{word}{}", at + 1)),
        note: Some("A remark that is no part of the text.".to_owned()),
        ..Clause::new(format!("c{at}"), heading, text, Wording::Official)
    };
    let clauses = clauses.into_iter().enumerate().map(clause).collect();
    Agreement { id: id.to_owned(), title: "Treaty on Trade".to_owned(), clauses, ..Agreement::default() }
}

fn document(dossier: Dossier, wanted: impl Fn(ItemId) -> bool) -> Vec<u8> {
    let collection = Collection::new(vec![Arc::new(dossier)]);
    let mut bytes = Vec::new();
    FileForm::Docx.write(&Selection::new(&collection, wanted), &mut bytes).unwrap();
    bytes
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn read(bytes: &[u8]) -> Agreement {
    let loaded = parse(Path::new("x.docx"), bytes);
    assert!(!loaded.has_errors(), "{:?}", loaded.problems);
    loaded.dossiers[0].agreements[0].clone()
}

prop_compose! {
    /// A heading of an article, and its paragraphs.
    fn clause()(
        heading in "[A-Z][a-zé]{2,8}( [a-z]{2,8}){0,2}",
        paragraphs in prop::collection::vec("[A-Z][a-zé]{3,9}( [a-z&<>\"']{2,9}){2,8}\\.", 1..4),
    ) -> (String, String) {
        (heading, paragraphs.join("\n"))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn an_agreement_comes_back_with_its_headings_and_texts(
        clauses in prop::collection::vec(clause(), 2..7),
        in_chapter in prop::option::of(1..100_u32),
    ) {
        // Numbers count through the text, or anew in each of two chapters: 14.1, 14.2, 15.1.
        let mut one = agreement("t", "Article ", clauses);
        for (at, clause) in one.clauses.iter_mut().enumerate() {
            let split = in_chapter.map(|chapter| if at < 2 { (chapter, at + 1) } else { (chapter + 1, at - 1) });
            clause.number = split.map(|(chapter, at)| format!("Article {chapter}.{at}")).or(clause.number.take());
        }
        let back = read(&document(Dossier::of_one_agreement(one.clone()), |_| true));
        prop_assert_eq!(&back.title, &one.title);
        // An article is numbered without its word.
        let number = |clause: &Clause| clause.number.as_deref().map(|own| own.trim_start_matches("Article ").to_owned());
        // A heading as long as a sentence may be read as the first line of the text.
        let said = |agreement: &Agreement| -> Vec<(Option<String>, Vec<String>)> {
            let heading = |clause: &Clause| Some(clause.heading.clone()).filter(|own| !own.starts_with("Article "));
            let lines = |clause: &Clause| {
                let text = clause.text.lines().filter(|line| !line.is_empty()).map(str::to_owned);
                heading(clause).into_iter().chain(text).collect()
            };
            agreement.clauses.iter().map(|clause| (number(clause), lines(clause))).collect()
        };
        prop_assert_eq!(said(&back), said(&one));
    }

    #[test]
    fn whatever_is_in_a_dossier_every_part_is_well_formed(word in any::<String>()) {
        let mut dossier = Dossier::of_one_agreement(agreement("t", "Article ", vec![(word.clone(), format!("{word}\u{fffe}\u{1}"))]));
        dossier.title = word.clone();
        dossier.summary = Some(word.clone());
        let bytes = document(dossier, |_| true);
        for name in ["word/document.xml", "docProps/core.xml", "word/footer1.xml", "word/_rels/document.xml.rels", "word/styles.xml"] {
            let text = part(&bytes, name);
            prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}')), "{}", name);
            let mut reader = quick_xml::Reader::from_str(&text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(why) => return Err(TestCaseError::fail(format!("{name}: {why}"))),
                }
            }
        }
    }
}

#[test]
fn every_link_leads_to_a_bookmark_and_every_reference_to_a_place() {
    let bytes = document(accords::data::builtin().unwrap(), |_| true);
    let (xml, relations) = (part(&bytes, "word/document.xml"), part(&bytes, "word/_rels/document.xml.rels"));
    let values = |before: &str| -> Vec<String> {
        xml.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let bookmarks = values("<w:bookmarkStart w:id=\"").len();
    let mut names: Vec<String> = xml
        .split("<w:bookmarkStart ")
        .skip(1)
        .map(|rest| rest.split("w:name=\"").nth(1).unwrap().split('"').next().unwrap().to_owned())
        .collect();
    assert!(bookmarks > 500 && names.iter().all(|name| name.len() <= 40), "{bookmarks}");
    names.sort();
    names.dedup();
    assert_eq!(names.len(), bookmarks, "each has a name of its own");
    for anchor in values("<w:hyperlink w:anchor=\"") {
        assert!(names.binary_search(&anchor).is_ok(), "{anchor}");
    }
    for id in values("<w:hyperlink r:id=\"") {
        assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
    }
    assert!(xml.contains("<w:pStyle w:val=\"Heading1\"/>") && xml.contains("<w:tblHeader/>"));
    assert!(xml.contains(" TOC \\o "));
}

#[test]
fn pages_are_no_agreement_and_are_passed_over_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        |at| format!("Paragraph {at} says something that is long enough to be a paragraph of an article.");
    let clauses: Vec<(String, String)> = (1..5).map(|at| (format!("Heading {at}"), text(at))).collect();
    let mut two = Dossier::of_one_agreement(agreement("t", "Article ", clauses.clone()));
    std::fs::write(folder.path().join("one.docx"), document(two.clone(), |_| true)).unwrap();
    two.agreements.push(agreement("u", "Article ", clauses));
    std::fs::write(folder.path().join("pages.docx"), document(two.clone(), |_| true)).unwrap();
    let collection = Collection::new(vec![Arc::new(two)]);
    let item = |at| ItemId { dossier: 0, part: Part::Agreement(at) };
    let comparison = accords::insight::compare::compare(&collection, item(0), item(1)).unwrap();
    let report: &dyn Report = &CompareReport { collection: &collection, comparison: &comparison };
    let mut bytes = Vec::new();
    Format::Docx.write(report, TextLook::default(), &mut bytes).unwrap();
    std::fs::write(folder.path().join("comparison.docx"), bytes).unwrap();
    let paths = [folder.path().to_owned()];
    let read = read_each(&paths, DEFAULT_MAX_SIZE);
    let found: Vec<_> = read.filter_map(|read| Some(read.ok()?.file.file_name()?.to_owned())).collect();
    assert_eq!(found, ["one.docx"]);
}
