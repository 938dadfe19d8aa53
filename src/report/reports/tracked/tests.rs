use super::write;
use crate::insight::clauses_of;
use crate::insight::compare::{compare, label, passage};
use crate::model::{Agreement, Clause, Collection, Dossier, ItemId, Part, Wording};
use proptest::prelude::*;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use std::sync::Arc;

/// The lines of the document if all changes were accepted, or rejected: what is in these elements is gone.
fn lines(xml: &str, gone: [&str; 2]) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut lines, mut line, mut skipped) = (Vec::new(), String::new(), 0);
    let (mut is_properties, mut goes_on, mut is_aside, mut is_text) = (false, false, false, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:pPr" => is_properties = true,
                "w:t" | "w:delText" => is_text = true,
                name if gone.contains(&name) => skipped += 1,
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                name if is_properties && gone.contains(&name) => goes_on = true,
                "w:pStyle" => {
                    let value = tag.attributes().next().unwrap().unwrap().value;
                    is_aside = matches!(value.as_ref(), "AccordsAside" | "Title");
                }
                _ => {}
            },
            Event::Text(text) if is_text && skipped == 0 => line.push_str(&text),
            Event::GeneralRef(name) if is_text && skipped == 0 => {
                line.push_str(match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "#39" => "'",
                    other => panic!("{other}"),
                });
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:pPr" => is_properties = false,
                "w:t" | "w:delText" => is_text = false,
                "w:p" if std::mem::take(&mut goes_on) => {}
                "w:p" => {
                    let own = std::mem::take(&mut line);
                    lines.extend((!is_aside).then_some(own));
                }
                name if gone.contains(&name) => skipped -= 1,
                _ => {}
            },
            Event::Eof => return lines,
            _ => {}
        }
    }
}

fn expected(collection: &Collection, item: ItemId) -> Vec<String> {
    let mut lines = Vec::new();
    for clause in clauses_of(collection, item) {
        let text = passage(collection, clause).unwrap();
        lines.push(label(collection, clause));
        lines.extend(text.split('\n').map(str::to_owned));
    }
    lines
}

fn agreement(id: &str, clauses: &[(String, String)]) -> Agreement {
    let clause = |(at, (heading, text)): (usize, &(String, String))| {
        Clause::new(format!("c{at}"), heading, text, Wording::Official)
    };
    let clauses = clauses.iter().enumerate().map(clause).collect();
    Agreement { id: id.to_owned(), title: id.to_owned(), clauses, ..Agreement::default() }
}

/// The document's XML, and what it should say with all changes accepted and rejected.
fn tracked(left: &[(String, String)], right: &[(String, String)]) -> (String, Vec<String>, Vec<String>) {
    let mut dossier = Dossier::of_one_agreement(agreement("old", left));
    dossier.agreements.push(agreement("new", right));
    let collection = Collection::new(vec![Arc::new(dossier)]);
    let item = |place| ItemId { dossier: 0, part: Part::Agreement(place) };
    let comparison = compare(&collection, item(0), item(1)).unwrap();
    let mut bytes = Vec::new();
    write(&collection, &comparison, &[], &mut bytes).unwrap();
    let mut again = Vec::new();
    write(&collection, &comparison, &[], &mut again).unwrap();
    assert!(bytes == again, "the same comparison gives the same bytes");
    let mut xml = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    (xml, expected(&collection, item(1)), expected(&collection, item(0)))
}

fn texts(clauses: &[(&str, &str)]) -> Vec<(String, String)> {
    clauses.iter().map(|(heading, text)| ((*heading).to_owned(), (*text).to_owned())).collect()
}

const REJECTED: [&str; 2] = ["w:ins", "w:moveTo"];
const ACCEPTED: [&str; 2] = ["w:del", "w:moveFrom"];

#[test]
fn a_moved_clause_is_moved() {
    let [a, b, c] = [
        ("Duties", "No duty is raised on goods that come from the other state."),
        ("Courts", "Disputes go to a court of three judges, who decide within a year."),
        ("Fish", "Each ship may take as many tonnes of herring as the annex says."),
    ];
    let changed = ("Courts", "Disputes go to a court of five judges, who decide within a year.");
    let (xml, new, old) = tracked(&texts(&[a, b, c]), &texts(&[changed, a, c]));
    assert_eq!(lines(&xml, ACCEPTED), new);
    assert_eq!(lines(&xml, REJECTED), old);
    assert_eq!(xml.matches("<w:moveFromRangeStart").count(), 1);
    assert_eq!(xml.matches("w:name=\"move1\"").count(), 2);
    assert!(xml.contains("<w:t xml:space=\"preserve\">five</w:t></w:r></w:ins>"), "{xml}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn accepting_all_gives_the_right_text_and_rejecting_all_the_left_one(
        clauses in prop::collection::vec(("[A-D][a-d]{0,2}", "([a-e]{1,3}[ .,&<\n]{1,2}){1,9}[a-e]"), 1..6),
        edits in prop::collection::vec((0..6_usize, 0..6_usize, "([a-e]{1,3}[ .,\n]){0,3}[a-e]"), 0..6),
    ) {
        let mut changed = clauses.clone();
        for (from, to, words) in edits {
            let (from, to) = (from % changed.len(), to % changed.len());
            let mut moved = changed.remove(from);
            moved.1 = format!("{words} {}", moved.1);
            changed.insert(to, moved);
        }
        if let Some(first) = changed.first_mut() {
            first.1 = first.1.to_uppercase();
        }
        let (xml, new, old) = tracked(&clauses, &changed);
        prop_assert_eq!(lines(&xml, ACCEPTED), new);
        prop_assert_eq!(lines(&xml, REJECTED), old);
    }
}
